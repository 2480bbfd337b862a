//! The inverted index of one list: for each term, what it contributes to each entry and each provision.
//!
//! Two levels, because a description may speak of an entry as a whole or of one paragraph. Contributions are BM25F
//! (Robertson, Zaragoza and Taylor 2004; k1 and b as below), computed once when the index is made, so that a query only
//! adds, and every candidate's score can be taken apart into the words that made it.

use std::collections::HashMap;

use text::TokenKind;

use crate::listing::{Listing, Provision, ProvisionKind};
use crate::stop_words::{is_grammar, is_list_jargon};

/// A term of the index.
pub(crate) type TermId = u32;

/// What a term contributes to one document.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting {
    /// The entry or the provision, by its place in the list.
    pub(crate) document: u32,
    /// Its part of the score, when the term stands once in the description.
    pub(crate) contribution: f32,
}

/// A control list, indexed.
#[derive(Debug)]
pub(crate) struct Index {
    /// The list's identifier and version.
    pub(crate) id: String,
    pub(crate) version: String,
    /// Codes of the entries, in the order of the list.
    pub(crate) entries: Vec<String>,
    /// The provisions that can be candidates.
    pub(crate) provisions: Vec<Place>,
    /// Where each path stands among the provisions.
    pub(crate) by_path: HashMap<String, u32>,
    terms: HashMap<Box<str>, TermId>,
    weights: Vec<f32>,
    of_entries: Table,
    of_provisions: Table,
}

/// Where a provision stands.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) entry: u32,
    /// Labels after the code.
    pub(crate) depth: u8,
    /// The words of its own, for reasons and titles.
    pub(crate) text: String,
    pub(crate) title_en: String,
    pub(crate) title_ru: String,
}

/// Postings of all terms, one after another.
#[derive(Debug, Default)]
struct Table {
    starts: Vec<u32>,
    postings: Vec<Posting>,
}

impl Table {
    fn of(&self, term: TermId) -> &[Posting] {
        let (start, end) = (self.starts[term as usize] as usize, self.starts[term as usize + 1] as usize);
        &self.postings[start..end]
    }
}

/// Term frequency saturation.
const K1: f32 = 1.2;
/// How much the length of a document counts.
const B: f32 = 0.5;
/// Two words that stand side by side count this much beside the words themselves.
const PAIR: f32 = 0.45;
/// Words of every list count this much.
const JARGON: f32 = 0.25;
/// Weights of the fields of an entry: its heading, its items, its short titles, its notes.
const HEADING: f32 = 2.0;
const ITEM: f32 = 1.0;
const TITLE: f32 = 1.0;
const NOTE: f32 = 0.3;
/// Weight of the words of the paragraphs above in a paragraph's own document.
const ABOVE: f32 = 0.35;

impl Index {
    /// Indexes a list.
    pub(crate) fn new(listing: &Listing) -> Self {
        let mut maker = Maker::default();
        for provision in &listing.provisions {
            maker.add(provision);
        }
        maker.finish(&listing.id, &listing.version)
    }

    /// The term of a stem, or of a pair of stems with a space between.
    pub(crate) fn term(&self, stem: &str) -> Option<TermId> {
        self.terms.get(stem).copied()
    }

    /// The inverse document frequency of a term over entries, with the discounts for pairs and jargon in it.
    pub(crate) fn weight(&self, term: TermId) -> f32 {
        self.weights[term as usize]
    }

    /// The weight that a word unknown to the list would have: as rare as can be.
    pub(crate) fn weight_of_unknown(&self) -> f32 {
        (1.0 + (self.entries.len() as f32 + 0.5) / 0.5).ln()
    }

    /// What a term contributes to entries.
    pub(crate) fn entries_of(&self, term: TermId) -> &[Posting] {
        self.of_entries.of(term)
    }

    /// What a term contributes to provisions.
    pub(crate) fn provisions_of(&self, term: TermId) -> &[Posting] {
        self.of_provisions.of(term)
    }
}

/// The terms of a text: stems, codes, and pairs of neighbouring stems. Numbers alone are no terms.
pub(crate) fn terms_of(written: &str, most: usize) -> Vec<String> {
    terms_with(written, most, &mut Stems::default())
}

/// Stems that were made already: a list says the same words again and again.
#[derive(Debug, Default)]
pub(crate) struct Stems(HashMap<String, String>);

impl Stems {
    /// The stem of a folded word.
    pub(crate) fn of(&mut self, word: &str) -> &str {
        if !self.0.contains_key(word) {
            self.0.insert(word.to_owned(), text::stem(word));
        }
        self.0.get(word).map_or("", String::as_str)
    }
}

fn terms_with(written: &str, most: usize, stems: &mut Stems) -> Vec<String> {
    let mut terms = Vec::new();
    let mut before: Option<String> = None;
    for token in text::tokens(written, most) {
        match token.kind {
            TokenKind::Number => before = None,
            TokenKind::Code => {
                terms.push(token.text);
                before = None;
            }
            TokenKind::Word => {
                if is_grammar(&token.text) {
                    continue;
                }
                if token.text.chars().nth(1).is_none() {
                    before = None;
                    continue;
                }
                let stem = stems.of(&token.text).to_owned();
                if let Some(before) = before {
                    terms.push(format!("{before} {stem}"));
                }
                terms.push(stem.clone());
                before = Some(stem);
            }
        }
    }
    terms
}

/// Counts of one document: weighted frequency of each term.
type Counts = HashMap<TermId, f32>;

#[derive(Default)]
struct Maker {
    terms: HashMap<Box<str>, TermId>,
    stems: Stems,
    entries: Vec<String>,
    provisions: Vec<Place>,
    entry_counts: Vec<Counts>,
    provision_counts: Vec<Counts>,
    by_path: HashMap<String, u32>,
}

impl Maker {
    fn add(&mut self, provision: &Provision) {
        if provision.kind == ProvisionKind::NotUsed {
            return;
        }
        if self.entries.last() != Some(&provision.entry) && !self.entries.contains(&provision.entry) {
            self.entries.push(provision.entry.clone());
            self.entry_counts.push(Counts::new());
        }
        let entry = self.entries.iter().rposition(|code| *code == provision.entry).unwrap_or_default();
        let words = self.count(&provision.text);
        let titles = [self.count(&provision.title_en), self.count(&provision.title_ru)];
        let is_heading = provision.path == provision.entry;
        let weight = match provision.kind {
            ProvisionKind::Note => NOTE,
            _ if is_heading => HEADING,
            _ => ITEM,
        };
        let whole = &mut self.entry_counts[entry];
        merge(whole, &words, weight);
        for title in &titles {
            merge(whole, title, TITLE * if is_heading { HEADING } else { 1.0 });
        }
        if provision.kind == ProvisionKind::Note || self.by_path.contains_key(&provision.path) {
            return;
        }
        let mut own = words;
        for title in &titles {
            merge(&mut own, title, TITLE);
        }
        let mut above = provision.path.as_str();
        let mut inherited = Counts::new();
        while let Some((parent, _)) = above.rsplit_once('.') {
            if let Some(place) = self.by_path.get(parent) {
                // What the parent has of its own stands in its document at full weight; what it inherited, at less.
                merge(&mut inherited, &self.provision_counts[*place as usize], ABOVE);
                break;
            }
            above = parent;
        }
        merge(&mut own, &inherited, 1.0);
        self.by_path.insert(provision.path.clone(), self.provisions.len() as u32);
        self.provisions.push(Place {
            path: provision.path.clone(),
            entry: entry as u32,
            depth: provision.path.matches('.').count() as u8,
            text: provision.text.clone(),
            title_en: provision.title_en.clone(),
            title_ru: provision.title_ru.clone(),
        });
        self.provision_counts.push(own);
    }

    fn count(&mut self, written: &str) -> Counts {
        let mut counts = Counts::new();
        for term in terms_with(written, 20_000, &mut self.stems) {
            let next = self.terms.len() as TermId;
            let id = *self.terms.entry(term.into_boxed_str()).or_insert(next);
            *counts.entry(id).or_default() += 1.0;
        }
        counts
    }

    fn finish(self, id: &str, version: &str) -> Index {
        let total = self.entries.len() as f32;
        let mut spread = vec![0_u32; self.terms.len()];
        for counts in &self.entry_counts {
            for term in counts.keys() {
                spread[*term as usize] += 1;
            }
        }
        let mut weights = vec![0.0_f32; self.terms.len()];
        for (term, id) in &self.terms {
            let entries = spread[*id as usize] as f32;
            let rarity = (1.0 + (total - entries + 0.5) / (entries + 0.5)).ln();
            let discount = match term.split_once(' ') {
                Some((one, other)) if is_list_jargon(one) && is_list_jargon(other) => PAIR * JARGON * JARGON,
                Some((one, other)) if is_list_jargon(one) || is_list_jargon(other) => PAIR * JARGON,
                Some(_) => PAIR,
                None if is_list_jargon(term) => JARGON,
                None => 1.0,
            };
            weights[*id as usize] = rarity * discount;
        }
        let of_entries = table(&self.entry_counts, &weights);
        let of_provisions = table(&self.provision_counts, &weights);
        Index {
            id: id.to_owned(),
            version: version.to_owned(),
            entries: self.entries,
            provisions: self.provisions,
            by_path: self.by_path,
            terms: self.terms,
            weights,
            of_entries,
            of_provisions,
        }
    }
}

fn merge(into: &mut Counts, from: &Counts, weight: f32) {
    for (term, count) in from {
        *into.entry(*term).or_default() += weight * count;
    }
}

/// Turns counts into contributions: saturated frequency times weight.
fn table(documents: &[Counts], weights: &[f32]) -> Table {
    let lengths: Vec<f32> = documents.iter().map(|counts| counts.values().sum::<f32>()).collect();
    let mean = (lengths.iter().sum::<f32>() / documents.len().max(1) as f32).max(1.0);
    let mut lists: Vec<Vec<Posting>> = vec![Vec::new(); weights.len()];
    for (document, counts) in documents.iter().enumerate() {
        let norm = K1 * (1.0 - B + B * lengths[document] / mean);
        for (term, count) in counts {
            let contribution = weights[*term as usize] * count * (K1 + 1.0) / (count + norm);
            lists[*term as usize].push(Posting { document: document as u32, contribution });
        }
    }
    let mut table = Table { starts: vec![0], postings: Vec::new() };
    for postings in lists {
        table.postings.extend(postings);
        table.starts.push(table.postings.len() as u32);
    }
    table
}
