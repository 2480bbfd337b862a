//! Headings and short titles as wholes: how nearly the head of a description says the same as the head of an entry.
//!
//! Sums of shared words favour long entries and say little where all words are common: "Technology as follows",
//! "Components for solid rocket propulsion systems". Of two headings that say the same, nothing is left over on either
//! side; that is what is measured here, as Dice's coefficient over words weighted by their rarity among headings.

use crate::index::TermId;

/// Headings, by their words.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    /// The entry of each head, how much it counts, and the sum of the weights of its words.
    heads: Vec<(u32, f32, f32)>,
    /// For each term, where its heads begin in `postings`.
    starts: Vec<u32>,
    postings: Vec<u32>,
    /// The weight of each term among heads; nought for pairs, which are not counted.
    weights: Vec<f32>,
    unknown: f32,
}

/// A word that no head has counts this much of the rarest one: it may belong to another authority's style.
const UNKNOWN: f32 = 0.5;

impl Heads {
    /// Takes heads (the entry, how much it counts, the different terms). `single` says which terms are no pairs.
    pub(crate) fn new(heads: &[(u32, f32, Vec<TermId>)], single: &[bool]) -> Self {
        let mut lists: Vec<Vec<u32>> = vec![Vec::new(); single.len()];
        for (head, (_, _, terms)) in heads.iter().enumerate() {
            for term in terms.iter().filter(|term| single[**term as usize]) {
                lists[*term as usize].push(head as u32);
            }
        }
        let total = heads.len() as f32;
        let rarity = |spread: f32| (1.0 + (total - spread + 0.5) / (spread + 0.5)).ln();
        let weights: Vec<f32> =
            lists.iter().map(|list| if list.is_empty() { 0.0 } else { rarity(list.len() as f32) }).collect();
        let mut made = Self { unknown: UNKNOWN * rarity(0.0), ..Self::default() };
        made.heads = heads
            .iter()
            .map(|(entry, worth, terms)| {
                let whole = in_order(terms).iter().map(|term| weights[*term as usize]).sum();
                (*entry, *worth, whole)
            })
            .collect();
        made.starts.push(0);
        for list in lists {
            made.postings.extend(list);
            made.starts.push(made.postings.len() as u32);
        }
        made.weights = weights;
        made
    }

    /// Fills in, for every entry, how alike its head and the head of a description are: 0 to 1. `terms` are the
    /// description's; `None` for words that the list does not have. Gives back the weight of the description's head.
    pub(crate) fn alike(
        &self,
        terms: impl Iterator<Item = Option<TermId>>,
        shared: &mut Vec<f32>,
        into: &mut [f32],
    ) -> f32 {
        shared.clear();
        shared.resize(self.heads.len(), 0.0);
        let mut asked = 0.0;
        for term in terms {
            let Some(term) = term.map(|term| term as usize).filter(|term| self.weights[*term] > 0.0) else {
                asked += self.unknown;
                continue;
            };
            asked += self.weights[term];
            for head in &self.postings[self.starts[term] as usize..self.starts[term + 1] as usize] {
                shared[*head as usize] += self.weights[term];
            }
        }
        for (head, (entry, worth, whole)) in self.heads.iter().enumerate() {
            if shared[head] > 0.0 {
                let alike = worth * 2.0 * shared[head] / (asked + whole);
                let best = &mut into[*entry as usize];
                *best = best.max(alike);
            }
        }
        asked
    }
}

/// Terms in one order, so that sums of floating point are the same in every run.
fn in_order(terms: &[TermId]) -> Vec<TermId> {
    let mut terms = terms.to_vec();
    terms.sort_unstable();
    terms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_head_is_wholly_alike_and_a_part_of_one_less() {
        let heads = Heads::new(&[(0, 1.0, vec![0, 1, 2]), (1, 1.0, vec![0, 1]), (2, 1.0, vec![3])], &[true; 4]);
        let mut found = vec![0.0; 3];
        heads.alike([Some(1), Some(0)].into_iter(), &mut Vec::new(), &mut found);
        assert!((found[1] - 1.0).abs() < 1e-6, "{found:?}");
        assert!(found[0] > 0.4 && found[0] < 0.9, "{found:?}");
        assert!(found[2].abs() < f32::EPSILON);
    }

    #[test]
    fn words_left_over_count_against() {
        let heads = Heads::new(&[(0, 1.0, vec![0, 1])], &[true; 3]);
        let mut found = vec![0.0; 1];
        heads.alike([Some(0), Some(1), None, None].into_iter(), &mut Vec::new(), &mut found);
        assert!(found[0] < 0.9);
    }
}
