//! The inverted index of one list: for each term, what it contributes to each entry and each provision.
//!
//! Two levels, because a description may speak of an entry as a whole or of one paragraph. Contributions are BM25F
//! (Robertson, Zaragoza and Taylor 2004; k1 and b as below), computed once when the index is made, so that a query only
//! adds, and every candidate's score can be taken apart into the words that made it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::description::{OTHER, end_of_head, opens_with_other};
use crate::heads::Heads;
use crate::listing::{Listing, Provision, ProvisionKind};
use crate::stop_words::is_list_jargon;
use crate::terms::{Stems, terms_of};

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
    /// Headings and short titles as wholes.
    pub(crate) heads: Heads,
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
/// An amount with its unit counts this much: thresholds are alike in many entries.
const AMOUNT: f32 = 0.4;
/// Words of every list count this much.
const JARGON: f32 = 0.25;
/// Weights of the fields of an entry: its heading, its items, its short titles, its notes.
const HEADING: f32 = 2.0;
const ITEM: f32 = 1.0;
const TITLE: f32 = 1.0;
const NOTE: f32 = 0.3;
/// How much the head of an item counts beside that of its entry: "software" alone heads many items.
const OF_ITEM: f32 = 0.6;
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

/// Counts of one document: weighted frequency of each term. Its order is the same in every run, so that sums of floating
/// point and with them all answers are.
type Counts = HashMap<TermId, f32, BuildHasherDefault<ByNumber>>;

/// Hashes a number of a term: no stranger chooses these.
#[derive(Debug, Default, Clone, Copy)]
struct ByNumber(u64);

impl Hasher for ByNumber {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u32(u32::from(*byte));
        }
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = (self.0 ^ u64::from(number)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(29);
    }
}

#[derive(Default)]
struct Maker {
    terms: HashMap<Box<str>, TermId>,
    stems: Stems,
    entries: Vec<String>,
    provisions: Vec<Place>,
    entry_counts: Vec<Counts>,
    provision_counts: Vec<Counts>,
    by_path: HashMap<String, u32>,
    /// The terms of headings and short titles, each with its entry and how much it counts.
    heads: Vec<(u32, f32, Vec<TermId>)>,
}

impl Maker {
    fn add(&mut self, provision: &Provision) {
        if provision.kind == ProvisionKind::NotUsed {
            return;
        }
        if self.entries.last() != Some(&provision.entry) && !self.entries.contains(&provision.entry) {
            self.entries.push(provision.entry.clone());
            self.entry_counts.push(Counts::default());
        }
        let entry = self.entries.iter().rposition(|code| *code == provision.entry).unwrap_or_default();
        let words = self.count(&provision.text);
        let titles = [self.count(&provision.title_en), self.count(&provision.title_ru)];
        let is_heading = provision.path == provision.entry;
        if provision.kind == ProvisionKind::Item {
            let worth = if is_heading { 1.0 } else { OF_ITEM };
            let fields = [&provision.text, &provision.title_en, &provision.title_ru];
            for (written, counts) in fields.into_iter().zip([&words].into_iter().chain(&titles)) {
                let head = &written[..end_of_head(written)];
                // Most titles are heads as they are.
                let whole = head.len() == written.len();
                let mut terms: Vec<TermId> =
                    if whole { counts.keys().copied().collect() } else { self.count(head).into_keys().collect() };
                if opens_with_other(head) {
                    terms.push(self.term_of(OTHER.to_owned()));
                }
                if !terms.is_empty() {
                    self.heads.push((entry as u32, worth, terms));
                }
            }
        }
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
        let mut inherited = Counts::default();
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
        let mut counts = Counts::default();
        for term in terms_of(written, 20_000, &mut self.stems) {
            *counts.entry(self.term_of(term)).or_default() += 1.0;
        }
        counts
    }

    fn term_of(&mut self, term: String) -> TermId {
        // Most terms are known already, and need no room of their own.
        if let Some(id) = self.terms.get(term.as_str()) {
            return *id;
        }
        let next = self.terms.len() as TermId;
        self.terms.insert(term.into_boxed_str(), next);
        next
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
                _ if term.starts_with('=') => AMOUNT,
                Some((one, other)) if is_list_jargon(one) && is_list_jargon(other) => PAIR * JARGON * JARGON,
                Some((one, other)) if is_list_jargon(one) || is_list_jargon(other) => PAIR * JARGON,
                Some(_) => PAIR,
                None if is_list_jargon(term) => JARGON,
                None => 1.0,
            };
            weights[*id as usize] = rarity * discount;
        }
        let single: Vec<bool> = {
            let mut single = vec![false; self.terms.len()];
            for (term, id) in &self.terms {
                single[*id as usize] = !term.contains(' ');
            }
            single
        };
        let heads = Heads::new(&self.heads, &single);
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
            heads,
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
    // How many postings each term has is counted first, so that all go straight to their places.
    let mut starts = vec![0_u32; weights.len() + 1];
    for term in documents.iter().flat_map(HashMap::keys) {
        starts[*term as usize + 1] += 1;
    }
    let mut before = 0;
    for start in &mut starts {
        before += *start;
        *start = before;
    }
    let mut next = starts.clone();
    let total = starts.last().copied().unwrap_or_default() as usize;
    let mut postings = vec![Posting { document: 0, contribution: 0.0 }; total];
    for (document, counts) in documents.iter().enumerate() {
        let norm = K1 * (1.0 - B + B * lengths[document] / mean);
        for (term, count) in counts {
            let contribution = weights[*term as usize] * count * (K1 + 1.0) / (count + norm);
            let place = &mut next[*term as usize];
            postings[*place as usize] = Posting { document: document as u32, contribution };
            *place += 1;
        }
    }
    Table { starts, postings }
}
