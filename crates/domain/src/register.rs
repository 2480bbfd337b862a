//! The Merkle tree over the acts (RFC 6962, section 2.1): leaves are hashed with a leading 0x00, nodes with 0x01.

use crate::hash::Hash;

/// The hash of a leaf: SHA-256(0x00 ‖ bytes of the act).
#[must_use]
pub fn leaf_hash(act_bytes: &[u8]) -> Hash {
    Hash::of_parts(&[&[0], act_bytes])
}

fn node_hash(left: &Hash, right: &Hash) -> Hash {
    Hash::of_parts(&[&[1], &left.0, &right.0])
}

/// The right edge of a growing tree: the roots of its perfect subtrees, largest first. Appending a leaf costs a few
/// hashes, whatever the size.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    roots: Vec<Hash>,
}

impl Frontier {
    /// A frontier as it was stored. `None` when the number of roots does not fit the size.
    #[must_use]
    pub fn from_parts(size: u64, roots: Vec<Hash>) -> Option<Self> {
        (roots.len() as u32 == size.count_ones()).then_some(Self { size, roots })
    }

    /// The number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the perfect subtrees, largest first.
    #[must_use]
    pub fn roots(&self) -> &[Hash] {
        &self.roots
    }

    /// Appends a leaf.
    pub fn append(&mut self, leaf: Hash) {
        let mut root = leaf;
        // Every trailing one bit of the old size is a perfect subtree that the new leaf completes.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.roots.pop() {
                root = node_hash(&left, &root);
            }
        }
        self.roots.push(root);
        self.size += 1;
    }

    /// The root of the tree; for an empty one SHA-256 of nothing.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut roots = self.roots.iter().rev();
        match roots.next() {
            None => Hash::of(&[]),
            Some(last) => roots.fold(*last, |right, left| node_hash(left, &right)),
        }
    }
}

/// The path that proves that a leaf is in a tree: RFC 6962, section 2.1.1.
#[must_use]
pub fn inclusion_proof(index: usize, leaves: &[Hash]) -> Option<Vec<Hash>> {
    if index >= leaves.len() {
        return None;
    }
    let mut path = Vec::new();
    collect_path(index, leaves, &mut path);
    Some(path)
}

fn collect_path(index: usize, leaves: &[Hash], path: &mut Vec<Hash>) {
    if leaves.len() <= 1 {
        return;
    }
    let split = largest_power_below(leaves.len());
    let (left, right) = leaves.split_at(split);
    if index < split {
        collect_path(index, left, path);
        path.push(root_of(right));
    } else {
        collect_path(index - split, right, path);
        path.push(root_of(left));
    }
}

fn root_of(leaves: &[Hash]) -> Hash {
    let mut frontier = Frontier::default();
    for leaf in leaves {
        frontier.append(*leaf);
    }
    frontier.root()
}

/// The largest power of two below `n`, for `n` ≥ 2.
fn largest_power_below(n: usize) -> usize {
    1 << (usize::BITS - 1 - (n - 1).leading_zeros())
}

/// The root that this path leads to, or `None` when the path has the wrong length for the place of the leaf.
#[must_use]
pub fn root_from_proof(leaf: Hash, index: u64, size: u64, path: &[Hash]) -> Option<Hash> {
    if index >= size {
        return None;
    }
    // RFC 9162, section 2.1.3.2: the iterative form of the same check.
    let (mut node, mut last) = (index, size - 1);
    let mut root = leaf;
    for sibling in path {
        if last == 0 {
            return None;
        }
        if node & 1 == 1 || node == last {
            root = node_hash(sibling, &root);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            root = node_hash(&root, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    (last == 0).then_some(root)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn leaves(n: usize) -> Vec<Hash> {
        (0..n).map(|n| leaf_hash(format!("act {n}").as_bytes())).collect()
    }

    /// The definition of RFC 6962, word for word, to compare the quick form with.
    fn root_by_definition(leaves: &[Hash]) -> Hash {
        match leaves {
            [] => Hash::of(&[]),
            [leaf] => *leaf,
            _ => {
                let (left, right) = leaves.split_at(largest_power_below(leaves.len()));
                node_hash(&root_by_definition(left), &root_by_definition(right))
            }
        }
    }

    #[test]
    fn the_frontier_gives_the_root_of_the_definition() {
        for n in 0..70 {
            assert_eq!(root_of(&leaves(n)), root_by_definition(&leaves(n)), "{n} leaves");
        }
    }

    /// The test vectors of the certificate-transparency project: roots of the first trees over its sample leaves.
    #[test]
    fn the_roots_are_those_of_certificate_transparency() {
        let samples: [&[u8]; 3] = [b"", b"\x00", b"\x10"];
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        ];
        for n in 1..=3 {
            let leaves: Vec<Hash> = samples[..n].iter().map(|bytes| leaf_hash(bytes)).collect();
            assert_eq!(root_of(&leaves).to_string(), roots[n - 1]);
        }
    }

    #[test]
    fn every_leaf_can_be_proved_and_no_other() {
        for n in 1..40 {
            let leaves = leaves(n);
            let root = root_of(&leaves);
            for (index, leaf) in leaves.iter().enumerate() {
                let path = inclusion_proof(index, &leaves).unwrap();
                assert_eq!(root_from_proof(*leaf, index as u64, n as u64, &path), Some(root));
                let other = leaf_hash(b"another act");
                assert_ne!(root_from_proof(other, index as u64, n as u64, &path), Some(root));
            }
        }
    }
}
