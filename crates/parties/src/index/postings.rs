//! Compact tables from numbers to lists of numbers.

/// From a key to the numbers filed under it.
#[derive(Debug)]
pub(crate) struct Postings {
    /// Where the numbers of each slot begin; one more at the end.
    starts: Vec<u32>,
    keys: Vec<u32>,
    numbers: Vec<u32>,
    /// How far a key is moved to the right to be its slot: 32 for keys that are slots themselves.
    shift: u32,
    /// A bit for each key there is, in a table eight times as wide as the keys: most keys that are asked for are not there,
    /// and this says so without a walk through memory.
    present: Vec<u64>,
}

impl Postings {
    /// A table of hashed keys, from pairs in the order of their keys.
    pub(crate) fn hashed(pairs: &[(u32, u32)]) -> Self {
        let bits = (usize::BITS - pairs.len().leading_zeros()).clamp(4, 22);
        let shift = 32 - bits;
        let mut starts = vec![0_u32; (1 << bits) + 1];
        for (key, _) in pairs {
            starts[(key >> shift) as usize + 1] += 1;
        }
        for slot in 1..starts.len() {
            starts[slot] += starts[slot - 1];
        }
        let mut present = vec![0_u64; 1 << (bits.saturating_sub(3)).min(18)];
        for (key, _) in pairs {
            let (word, bit) = place(*key, present.len());
            present[word] |= bit;
        }
        let (keys, numbers) = pairs.iter().copied().unzip();
        Self { starts, keys, numbers, shift, present }
    }

    /// A table whose keys are 0, 1, 2 …, from pairs in the order of their keys.
    pub(crate) fn direct(pairs: &[(u32, u32)], most: usize) -> Self {
        let mut starts = vec![0_u32; most + 1];
        for (key, _) in pairs {
            starts[*key as usize + 1] += 1;
        }
        for slot in 1..starts.len() {
            starts[slot] += starts[slot - 1];
        }
        Self {
            starts,
            keys: Vec::new(),
            numbers: pairs.iter().map(|(_, number)| *number).collect(),
            shift: 0,
            present: Vec::new(),
        }
    }

    /// The numbers under this key.
    pub(crate) fn get(&self, key: u32) -> &[u32] {
        if !self.present.is_empty() {
            let (word, bit) = place(key, self.present.len());
            if self.present[word] & bit == 0 {
                return &[];
            }
        }
        let slot = (key >> self.shift) as usize;
        let (Some(start), Some(end)) = (self.starts.get(slot), self.starts.get(slot + 1)) else { return &[] };
        let (start, end) = (*start as usize, *end as usize);
        if self.keys.is_empty() {
            return &self.numbers[start..end];
        }
        let keys = &self.keys[start..end];
        let from = keys.partition_point(|other| *other < key);
        let to = from + keys[from..].iter().take_while(|other| **other == key).count();
        &self.numbers[start + from..start + to]
    }
}

/// The place of a key among the bits, from its low ones: the high ones are its slot.
fn place(key: u32, words: usize) -> (usize, u64) {
    ((key >> 6) as usize & (words - 1), 1 << (key & 63))
}
