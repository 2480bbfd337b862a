//! Which provision of one list is which of the other.

use std::collections::HashMap;

use super::words::{Node, likeness};

/// Likeness below which two provisions are not the same one, in thousandths.
const LEAST_ALIKE: u32 = 450;

/// Likeness below which even the same path is not the same provision.
const LEAST_ALIKE_AT_ONE_PATH: u32 = 200;

/// What the same path, an aligned parent, and a shared CAS number are worth beside likeness.
const SAME_PATH: u32 = 150;
const SAME_PARENT: u32 = 80;
const SAME_CAS: u32 = 500;
const SAME_PARAMETERS: u32 = 60;

/// For every provision of the second list, where its counterpart stands in the first.
pub(super) fn align(olds: &[Node<'_>], news: &[Node<'_>]) -> Vec<Option<usize>> {
    let weights = weights(olds, news);
    let mut pairs = Pairs { of_new: vec![None; news.len()], of_old: vec![None; olds.len()] };
    let (old_entries, new_entries) = (by_entry(olds), by_entry(news));
    // Entries first, from the top: parents are aligned before their children look at them.
    for (code, new_places) in &new_entries {
        if let Some(old_places) = old_entries.get(code) {
            match_within(olds, news, old_places, new_places, &weights, &mut pairs);
        }
    }
    // What is left may have moved to another entry: by CAS number, or nearly the same words.
    let left_old: Vec<usize> = (0..olds.len()).filter(|old| pairs.of_old.get(*old) == Some(&None)).collect();
    let left_new: Vec<usize> = (0..news.len()).filter(|new| pairs.of_new.get(*new) == Some(&None)).collect();
    moved(olds, news, &left_old, &left_new, &weights, &mut pairs);
    pairs.of_new
}

struct Pairs {
    of_new: Vec<Option<usize>>,
    of_old: Vec<Option<usize>>,
}

impl Pairs {
    fn join(&mut self, old: usize, new: usize) -> bool {
        match (self.of_old.get_mut(old), self.of_new.get_mut(new)) {
            (Some(of_old @ None), Some(of_new @ None)) => {
                *of_old = Some(new);
                *of_new = Some(old);
                true
            }
            _ => false,
        }
    }
}

/// Weights of words in hundredths: the rarer, the heavier.
fn weights(olds: &[Node<'_>], news: &[Node<'_>]) -> HashMap<u64, u32> {
    let mut counts: HashMap<u64, u32> = HashMap::new();
    for token in olds.iter().chain(news).flat_map(|node| &node.tokens) {
        *counts.entry(*token).or_insert(0) += 1;
    }
    let total = u32::try_from(olds.len() + news.len()).unwrap_or(u32::MAX).max(1);
    // Doublings of rarity, so that a word in every provision weighs one and a word in one of four thousand thirteen.
    counts.values_mut().for_each(|count| *count = 100 * ((total / (*count).max(1)).max(1).ilog2() + 1));
    counts
}

fn by_entry<'n>(nodes: &'n [Node<'_>]) -> HashMap<&'n str, Vec<usize>> {
    let mut entries: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, node) in nodes.iter().enumerate() {
        entries.entry(node.path.entry()).or_default().push(index);
    }
    entries
}

/// Matches the provisions of one entry, the best pairs first.
fn match_within(
    olds: &[Node<'_>],
    news: &[Node<'_>],
    old_places: &[usize],
    new_places: &[usize],
    weights: &HashMap<u64, u32>,
    pairs: &mut Pairs,
) {
    // An entry is itself whatever its words: the code is what law and licences cite.
    if let (Some(old), Some(new)) = (old_places.first(), new_places.first()) {
        pairs.join(*old, *new);
    }
    let mut candidates = Vec::new();
    for new_place in new_places.iter().skip(1) {
        for old_place in old_places.iter().skip(1) {
            let (Some(old), Some(new)) = (olds.get(*old_place), news.get(*new_place)) else { continue };
            let alike = likeness(&old.tokens, &new.tokens, weights);
            let same_path = old.path == new.path;
            let worth = worth(old, new, alike) + if same_path { SAME_PATH } else { 0 };
            let least = if same_path { LEAST_ALIKE_AT_ONE_PATH } else { LEAST_ALIKE };
            let kept_free = same_path && (!old.is_used || !new.is_used);
            if alike >= least || kept_free || worth >= SAME_CAS {
                candidates.push((worth, *old_place, *new_place));
            }
        }
    }
    settle(olds, news, candidates, pairs);
}

fn worth(old: &Node<'_>, new: &Node<'_>, alike: u32) -> u32 {
    let cas = old.cas.iter().any(|number| new.cas.contains(number));
    let same = !old.parameters.is_empty()
        && old.parameters.len() == new.parameters.len()
        && old.parameters.iter().zip(&new.parameters).all(|(one, other)| one.is_value_of(other));
    alike + if cas { SAME_CAS } else { 0 } + if same { SAME_PARAMETERS } else { 0 }
}

/// Takes the best pairs first. Between equals the one whose parents are aligned wins, then the order of the lists:
/// twenty siblings may say the same.
fn settle(olds: &[Node<'_>], news: &[Node<'_>], mut candidates: Vec<(u32, usize, usize)>, pairs: &mut Pairs) {
    let depth = |place: usize| news.get(place).map_or(0, |node| node.path.depth());
    candidates.sort_by_key(|(worth, old, new)| (depth(*new), std::cmp::Reverse(*worth), *new, *old));
    let mut start = 0;
    while start < candidates.len() {
        let level = candidates.get(start).map_or(0, |(_, _, new)| depth(*new));
        let end = candidates.iter().skip(start).take_while(|(_, _, new)| depth(*new) == level).count() + start;
        let mut of_level: Vec<(u32, usize, usize)> = candidates.get(start..end).map(<[_]>::to_vec).unwrap_or_default();
        for (worth, old, new) in &mut of_level {
            let parents = (olds.get(*old).and_then(|n| n.parent), news.get(*new).and_then(|n| n.parent));
            if let (Some(old_parent), Some(new_parent)) = parents
                && pairs.of_new.get(new_parent) == Some(&Some(old_parent))
            {
                *worth += SAME_PARENT;
            }
        }
        of_level.sort_by_key(|(worth, old, new)| (std::cmp::Reverse(*worth), *new, *old));
        for (_, old, new) in of_level {
            pairs.join(old, new);
        }
        start = end;
    }
}

/// Likeness from which a provision of another entry is the same one that moved.
const LEAST_ALIKE_ELSEWHERE: u32 = 800;

// Software "for the development, production or use" of one category reads like that of another: with codes of categories and
// groups a provision moves inside its own, chemicals apart.

/// Words that a provision must have to be known again in another entry: short ones are alike everywhere.
const LEAST_WORDS_ELSEWHERE: usize = 6;

fn moved(
    olds: &[Node<'_>],
    news: &[Node<'_>],
    left_old: &[usize],
    left_new: &[usize],
    weights: &HashMap<u64, u32>,
    pairs: &mut Pairs,
) {
    let mut by_token: HashMap<u64, Vec<usize>> = HashMap::new();
    for place in left_old {
        for token in olds.get(*place).map_or(&[][..], |node| node.tokens.as_slice()) {
            by_token.entry(*token).or_default().push(*place);
        }
    }
    let mut candidates = Vec::new();
    for new_place in left_new {
        let Some(new) = news.get(*new_place).filter(|node| node.is_used) else { continue };
        // The rarest word of a provision leads to those it may be.
        let rarest = new.tokens.iter().filter_map(|token| by_token.get(token)).min_by_key(|places| places.len());
        let chemical = || left_old.iter().filter(|old| olds.get(**old).is_some_and(|old| shares_cas(old, new)));
        for old_place in rarest.into_iter().flatten().take(200).chain(chemical()) {
            let Some(old) = olds.get(*old_place) else { continue };
            let alike = likeness(&old.tokens, &new.tokens, weights);
            let known_again = alike >= LEAST_ALIKE_ELSEWHERE
                && new.tokens.len() >= LEAST_WORDS_ELSEWHERE
                && old.path.category() == new.path.category()
                && old.path.group() == new.path.group();
            if known_again || shares_cas(old, new) {
                candidates.push((worth(old, new, alike), *old_place, *new_place));
            }
        }
    }
    settle(olds, news, candidates, pairs);
}

fn shares_cas(old: &Node<'_>, new: &Node<'_>) -> bool {
    !new.cas.is_empty() && old.cas.iter().any(|number| new.cas.contains(number))
}
