//! The index: from the keys of a part to the listed parts like it, and from these to the listed names.

mod keys;
mod postings;

use std::collections::HashMap;
use std::sync::Arc;

use keys::{keys_of, spelling_keys};
use postings::Postings;

use crate::compare::alternates;
use crate::list::PartyList;
use crate::name::{Analyst, Name, Part, Role};
use crate::party::PartyKind;
use crate::similarity::{edits, similarity};

/// One listed name.
#[derive(Debug)]
pub(crate) struct Listed {
    pub(crate) list: u16,
    pub(crate) entry: u32,
    pub(crate) name: u16,
    pub(crate) parts: Name,
    /// The weight of the parts that lead to it.
    weight: u32,
}

/// Every listed name, ready for looking up.
#[derive(Debug)]
pub(crate) struct Index {
    pub(crate) listed: Vec<Listed>,
    /// Different parts; behind them neighbours written as one word.
    vocabulary: Vec<Arc<Part>>,
    joined: Vec<String>,
    /// From hashed keys to parts of the vocabulary.
    by_key: Postings,
    /// From parts to listed names.
    by_part: Postings,
}

/// Parts that say too little to look a name up by.
fn leads(part: &Part) -> bool {
    !matches!(part.role, Role::Particle | Role::Title | Role::Form | Role::Initial | Role::General)
}

/// The places of the parts that lead to a name; all of them where none does.
fn leading(name: &Name) -> impl Iterator<Item = &Arc<Part>> {
    let any = name.parts.iter().any(|part| leads(part));
    name.parts.iter().filter(move |part| !any || leads(part))
}

/// The weight of the parts that lead to a name.
fn lead_weight(name: &Name) -> u32 {
    leading(name).map(|part| u32::from(part.weight())).sum()
}

impl Index {
    pub(crate) fn new(lists: &[PartyList]) -> Self {
        let mut analyst = Analyst::default();
        let mut listed = Vec::new();
        for (list, content) in (0_u16..).zip(lists) {
            for (entry, found) in (0_u32..).zip(&content.entries) {
                for (name, written) in (0_u16..).zip(&found.names) {
                    for alternate in alternates(&written.text) {
                        let parts = analyst.analyse(alternate, found.kind);
                        if !parts.parts.is_empty() {
                            let weight = lead_weight(&parts);
                            listed.push(Listed { list, entry, name, parts, weight });
                        }
                    }
                }
            }
        }
        let (mut vocabulary, mut known, mut leads_to) = (Vec::new(), HashMap::new(), Vec::new());
        for (row, name) in (0_u32..).zip(&listed) {
            for part in leading(&name.parts) {
                let number = *known.entry((part.text.as_str(), part.role)).or_insert_with(|| {
                    vocabulary.push(Arc::clone(part));
                    vocabulary.len() as u32 - 1
                });
                leads_to.push((number, row));
            }
        }
        let (mut joined, mut known): (Vec<String>, HashMap<String, u32>) = (Vec::new(), HashMap::new());
        for (row, name) in (0_u32..).zip(&listed) {
            for pair in name.parts.parts.windows(2).filter(|pair| may_join(pair)) {
                let word = format!("{}{}", pair[0].plain, pair[1].plain);
                let number = *known.entry(word).or_insert_with_key(|word| {
                    joined.push(word.clone());
                    (vocabulary.len() + joined.len()) as u32 - 1
                });
                leads_to.push((number, row));
            }
        }
        leads_to.sort_unstable();
        leads_to.dedup();
        let mut by_key: Vec<(u32, u32)> = Vec::new();
        for (number, part) in (0_u32..).zip(&vocabulary) {
            keys_of(part, |key| by_key.push((key, number)));
        }
        for (number, word) in (vocabulary.len() as u32..).zip(&joined) {
            spelling_keys(word.as_bytes(), |key| by_key.push((key, number)));
        }
        by_key.sort_unstable();
        by_key.dedup();
        let by_part = Postings::direct(&leads_to, vocabulary.len() + joined.len());
        Self { by_key: Postings::hashed(&by_key), by_part, listed, vocabulary, joined }
    }

    /// The listed parts like this one, and neighbours that together are.
    fn like(&self, part: &Part) -> Vec<u32> {
        let mut numbers: Vec<u32> = Vec::new();
        keys_of(part, |key| numbers.extend_from_slice(self.by_key.get(key)));
        numbers.sort_unstable();
        numbers.dedup();
        numbers.retain(|number| match self.vocabulary.get(*number as usize) {
            Some(listed) => similarity(part, listed).is_some(),
            None => {
                let word = self.joined.get(*number as usize - self.vocabulary.len());
                word.is_some_and(|word| near(word, &part.plain))
            }
        });
        numbers
    }

    /// The listed names that may be the asked one, by their rows, in order.
    pub(crate) fn candidates(&self, asked: &Name, work: &mut Work) -> Vec<u32> {
        work.rows.resize(self.listed.len(), 0);
        let mut touched: Vec<u32> = Vec::new();
        let mut add = |numbers: &[u32], weight: u32, rows: &mut [u32]| {
            for row in numbers.iter().flat_map(|number| self.by_part.get(*number)) {
                let found = &mut rows[*row as usize];
                if *found == 0 {
                    touched.push(*row);
                }
                *found += weight;
            }
        };
        let mut several = 0;
        for part in leading(asked) {
            several += 1;
            // The same word is the same part, so its place in memory is its key; the part is kept, so the place stays its.
            let key = Arc::as_ptr(part) as usize;
            if work.like.len() >= MOST_REMEMBERED {
                work.like.clear();
            }
            let (_, numbers) = work.like.entry(key).or_insert_with(|| (Arc::clone(part), self.like(part)));
            add(numbers, u32::from(part.weight()), &mut work.rows);
        }
        for pair in asked.parts.windows(2).filter(|pair| may_join(pair)) {
            let word = format!("{}{}", pair[0].plain, pair[1].plain);
            let mut numbers: Vec<u32> = Vec::new();
            spelling_keys(word.as_bytes(), |key| numbers.extend_from_slice(self.by_key.get(key)));
            numbers.sort_unstable();
            numbers.dedup();
            numbers.retain(|number| self.vocabulary.get(*number as usize).is_some_and(|part| near(&word, &part.plain)));
            add(&numbers, pair.iter().map(|part| u32::from(part.weight())).sum(), &mut work.rows);
        }
        let asked_weight = lead_weight(asked);
        let person = asked.kind == PartyKind::Person;
        let several = person && several > 1;
        let enough = |row: &u32| {
            let found = work.rows[*row as usize];
            // People of two names or more share at least two; what is joined counts for both.
            let least = if several { TWO_NAMES } else { 0 };
            // Where far more of either is missing than is there, no alignment makes a match of two people: a name of twenty
            // frequent parts would else be held against half the list.
            if person && asked_weight.max(self.listed[*row as usize].weight) > found * 4 {
                return false;
            }
            found * 10 >= (asked_weight.min(self.listed[*row as usize].weight) * 6).max(least * 10)
        };
        let mut candidates: Vec<u32> = touched.iter().copied().filter(enough).collect();
        touched.iter().for_each(|row| work.rows[*row as usize] = 0);
        candidates.sort_unstable();
        candidates
    }
}

/// The least weight of two names together that are worth a look.
const TWO_NAMES: u32 = 110;

/// Remembered parts of one worker: some 20 MB at most.
const MOST_REMEMBERED: usize = 50_000;

/// What one worker keeps between names: it changes how fast, never what is found.
#[derive(Debug, Default)]
pub(crate) struct Work {
    pub(crate) analyst: Analyst,
    like: HashMap<usize, (Arc<Part>, Vec<u32>)>,
    rows: Vec<u32>,
}

/// Whether two neighbours could be one word on the other side.
fn may_join(pair: &[Arc<Part>]) -> bool {
    let fits = |part: &Part| !matches!(part.role, Role::Form | Role::Title | Role::Number) && !part.plain.is_empty();
    let length: usize = pair.iter().map(|part| part.plain.len()).sum();
    pair.iter().all(|part| fits(part)) && (4..=24).contains(&length)
}

/// Whether two words written as one differ by a slip at most.
fn near(one: &str, other: &str) -> bool {
    let allowed = u16::from(one.len().min(other.len()) >= 8);
    one.len().abs_diff(other.len()) <= 1 && edits(one.as_bytes(), other.as_bytes()) <= allowed
}
