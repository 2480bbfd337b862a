//! The text channel: entries whose words are the description's words.

use crate::description::{Description, Subject, TermKind};
use crate::index::{Index, TermId};
use crate::terms::Stems;
use crate::thesaurus::{Decides, Thesaurus};

/// An entry that shares words with a description.
#[derive(Debug, Clone)]
pub(crate) struct Likeness {
    /// The entry, and the provision of it that is nearest.
    pub(crate) entry: u32,
    pub(crate) provision: u32,
    /// The score on which candidates are ranked.
    pub(crate) score: f32,
    /// How alike the heads are: 0 to 1.
    pub(crate) alike: f32,
    /// The share of the description's words, weighted by rarity, that stand in the entry: 0 to 1.
    pub(crate) coverage: f32,
    /// The sum of the rarity of all single words of the description.
    pub(crate) total: f32,
    /// The sum of the rarity of the matched single words.
    pub(crate) evidence: f32,
    /// How many different words that are not jargon matched.
    pub(crate) matched: u32,
    /// … of which stand in the entry itself, and not only in the thesaurus.
    pub(crate) shared: u32,
    /// A kind of goods of the thesaurus that leads here by its path.
    pub(crate) kind: Option<(u32, Decides)>,
}

/// Parameters of the ranking, found on the development half of the data (`benches/README.md`).
pub(crate) mod weights {
    /// What a head that says the same adds, in shares of the weight of the description's head.
    pub(crate) const HEAD: f32 = 2.0;
    /// What an entry keeps when the description takes it out of what it speaks of. Little is taken: whoever declares goods
    /// may write what he likes, and it must not hide an entry.
    pub(crate) const EXCLUDED: f32 = 0.85;
    /// How much the best provision counts beside the whole entry.
    pub(crate) const PROVISION: f32 = 0.6;
    /// Words that the thesaurus adds, beside those of the description.
    pub(crate) const ADDED: f32 = 0.5;
    /// What an entry keeps of its score when it is software or technology and the description is not, or the reverse.
    pub(crate) const OTHER_SUBJECT: f32 = 0.55;
    /// What a path of the thesaurus adds, in units of the weight of an unknown word.
    pub(crate) const PATH: f32 = 1.6;
    /// What is left of it when the kind is what the goods are for.
    pub(crate) const OF_PURPOSE: f32 = 0.25;
    /// Words of a description up to which a path counts in full.
    pub(crate) const SHORT: f32 = 14.0;
}

/// Buffers for scoring, kept between descriptions so that a batch allocates once.
#[derive(Debug, Default)]
pub struct Scratch {
    entries: Vec<f32>,
    provisions: Vec<f32>,
    best: Vec<(f32, u32)>,
    alike: Vec<f32>,
    shared: Vec<f32>,
    pub(crate) stems: Stems,
}

/// A term of the description in one index, with its weight.
pub(crate) struct Lookup {
    id: TermId,
    weight: f32,
    word: Option<usize>,
    single: bool,
}

/// Ranks entries by the words of a description; at most `most`, best first.
pub(crate) fn rank(
    index: &Index,
    thesaurus: &Thesaurus,
    description: &Description,
    lookups: &[Lookup],
    scratch: &mut Scratch,
    most: usize,
) -> Vec<Likeness> {
    scratch.entries.clear();
    scratch.entries.resize(index.entries.len(), 0.0);
    scratch.provisions.clear();
    scratch.provisions.resize(index.provisions.len(), 0.0);
    for lookup in lookups {
        for posting in index.entries_of(lookup.id) {
            scratch.entries[posting.document as usize] += lookup.weight * posting.contribution;
        }
        for posting in index.provisions_of(lookup.id) {
            scratch.provisions[posting.document as usize] += lookup.weight * posting.contribution;
        }
    }
    scratch.best.clear();
    scratch.best.resize(index.entries.len(), (0.0, u32::MAX));
    let kinds = kinds_by_provision(index, thesaurus, description);
    // In a long text one kind of goods among others says less.
    let length = description.words.len().max(1) as f32;
    let of_goods = f32::from(u8::from(description.subject == Subject::Goods));
    let path_worth = weights::PATH * index.weight_of_unknown() * (weights::SHORT / length).min(1.0) * of_goods;
    for found in &kinds {
        let worth = path_worth * if found.is_purpose { weights::OF_PURPOSE } else { 1.0 };
        scratch.provisions[found.provision as usize] += worth;
        scratch.entries[index.provisions[found.provision as usize].entry as usize] += worth;
    }
    for (number, place) in index.provisions.iter().enumerate() {
        let score = scratch.provisions[number];
        let best = &mut scratch.best[place.entry as usize];
        // Of two that are equal the higher one in the tree stands, as it says less.
        if score > best.0 {
            *best = (score, number as u32);
        }
    }
    let head = &description.terms[..description.head];
    let head = || head.iter().filter(|term| term.kind != TermKind::Pair && term.kind != TermKind::Amount);
    scratch.alike.clear();
    scratch.alike.resize(index.entries.len(), 0.0);
    let of_head = head().map(|term| index.term(&term.text));
    let head_weight = index.heads.alike(of_head, &mut scratch.shared, &mut scratch.alike);
    let mut ranked: Vec<(f32, u32)> = Vec::with_capacity(64);
    for (entry, whole) in scratch.entries.iter().enumerate() {
        let (best, provision) = scratch.best[entry];
        if provision == u32::MAX {
            continue;
        }
        let alike = weights::HEAD * head_weight * scratch.alike[entry];
        let code = &index.entries[entry];
        let mut score = (whole + weights::PROVISION * best + alike) * subject_factor(code, description.subject);
        if description.excluded.contains(code) {
            score *= weights::EXCLUDED;
        }
        ranked.push((score, entry as u32));
    }
    let best_first = |one: &(f32, u32), other: &(f32, u32)| other.0.total_cmp(&one.0).then(one.1.cmp(&other.1));
    if ranked.len() > most {
        ranked.select_nth_unstable_by(most, best_first);
        ranked.truncate(most);
    }
    ranked.sort_unstable_by(best_first);
    let total = total_weight(index, description);
    ranked
        .into_iter()
        .map(|(score, entry)| {
            let provision = scratch.best[entry as usize].1;
            let kind = kinds
                .iter()
                .filter(|found| index.provisions[found.provision as usize].entry == entry && !found.is_purpose)
                .map(|found| (found.kind, found.decides))
                .min_by_key(|(_, decides)| *decides == Decides::Figures);
            let alike = scratch.alike[entry as usize];
            let mut likeness = Likeness {
                entry,
                provision,
                score,
                alike,
                coverage: 0.0,
                total,
                evidence: 0.0,
                matched: 0,
                shared: 0,
                kind,
            };
            weigh(index, description, lookups, total, &mut likeness);
            likeness
        })
        .collect()
}

/// How an entry of another subject is held back. Lists with other numbering have no letter, and are not.
fn subject_factor(code: &str, subject: Subject) -> f32 {
    let letter = match code.as_bytes() {
        [digit, letter, rest @ ..] if digit.is_ascii_digit() && rest.len() == 3 => *letter,
        _ => return 1.0,
    };
    let of_entry = match letter {
        b'D' => Subject::Software,
        b'E' => Subject::Technology,
        _ => Subject::Goods,
    };
    if of_entry == subject { 1.0 } else { weights::OTHER_SUBJECT }
}

/// What to look up for a description in one index: its own terms, and those that the thesaurus adds.
pub(crate) fn lookups(index: &Index, thesaurus: &Thesaurus, description: &Description) -> Vec<Lookup> {
    let mut lookups: Vec<Lookup> = description
        .terms
        .iter()
        .filter_map(|term| {
            let id = index.term(&term.text)?;
            Some(Lookup { id, weight: term.weight, word: Some(term.word), single: term.kind == TermKind::Single })
        })
        .collect();
    for found in &description.kinds {
        for term in thesaurus.list_terms(found.kind) {
            let Some(id) = index.term(term) else { continue };
            if lookups.iter().all(|lookup| lookup.id != id) {
                lookups.push(Lookup { id, weight: weights::ADDED, word: None, single: false });
            }
        }
    }
    lookups
}

/// A provision to which a kind of goods leads.
struct Led {
    provision: u32,
    kind: u32,
    decides: Decides,
    /// The kind is what the goods are for, not what they are.
    is_purpose: bool,
}

/// Provisions to which kinds of goods lead, in lists that have their paths.
fn kinds_by_provision(index: &Index, thesaurus: &Thesaurus, description: &Description) -> Vec<Led> {
    let mut found = Vec::new();
    for one in &description.kinds {
        let Some(kind) = thesaurus.kinds().get(one.kind as usize) else { continue };
        let begins = one.words.first().copied().unwrap_or_default();
        let is_purpose = description.purpose.is_some_and(|purpose| begins >= purpose);
        for path in &kind.paths {
            let mut path = path.as_str();
            // A path that this version does not have leads to what stands above it.
            loop {
                if let Some(provision) = index.by_path.get(path) {
                    found.push(Led { provision: *provision, kind: one.kind, decides: kind.decides, is_purpose });
                    break;
                }
                let Some((above, _)) = path.rsplit_once('.') else { break };
                path = above;
            }
        }
    }
    found
}

/// Places of the description's words that stand in the entry, the weightiest first; eight at most.
pub(crate) fn matched_words(
    index: &Index,
    lookups: &[Lookup],
    description: &Description,
    likeness: &Likeness,
) -> Vec<std::ops::Range<usize>> {
    let mut found: Vec<(f32, usize)> = Vec::new();
    for lookup in lookups.iter().filter(|lookup| lookup.single) {
        let Some(word) = lookup.word else { continue };
        let postings = index.entries_of(lookup.id);
        let in_entry = postings.binary_search_by_key(&likeness.entry, |posting| posting.document);
        let of_provision = index.provisions_of(lookup.id);
        let in_provision = of_provision.binary_search_by_key(&likeness.provision, |posting| posting.document);
        if let Ok(place) = in_entry
            && !description.words[word].jargon
        {
            let nearer = in_provision.map_or(0.0, |place| of_provision[place].contribution);
            found.push((postings[place].contribution + nearer, word));
        }
    }
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    found.truncate(8);
    found.into_iter().map(|(_, word)| description.words[word].place.clone()).collect()
}

/// The weight of all single words of a description, known to the list or not.
fn total_weight(index: &Index, description: &Description) -> f32 {
    let unknown = index.weight_of_unknown();
    let single = description.terms.iter().filter(|term| term.kind == TermKind::Single);
    single.map(|term| index.term(&term.text).map_or(unknown, |id| index.weight(id))).sum()
}

/// Fills in how much of the description stands in the entry.
fn weigh(index: &Index, description: &Description, lookups: &[Lookup], total: f32, likeness: &mut Likeness) {
    for lookup in lookups.iter().filter(|lookup| lookup.single) {
        let in_entry = index.entries_of(lookup.id).binary_search_by_key(&likeness.entry, |posting| posting.document);
        if in_entry.is_err() {
            continue;
        }
        let Some(word) = lookup.word else { continue };
        likeness.evidence += index.weight(lookup.id);
        likeness.matched += u32::from(!description.words[word].jargon);
    }
    likeness.shared = likeness.matched;
    // Trade words that lead here are explained, whether the list has them or not.
    let led = likeness.kind.and_then(|(kind, _)| description.kinds.iter().find(|found| found.kind == kind));
    let mut counted: Vec<&str> = Vec::new();
    for word in led.iter().flat_map(|found| &found.words).filter_map(|word| description.words.get(*word)) {
        let id = index.term(&word.stem);
        let in_entry = id.is_some_and(|id| {
            index.entries_of(id).binary_search_by_key(&likeness.entry, |posting| posting.document).is_ok()
        });
        if !in_entry && !word.number && !counted.contains(&word.stem.as_str()) {
            likeness.evidence += id.map_or(index.weight_of_unknown(), |id| index.weight(id));
            likeness.matched += u32::from(!word.jargon);
            counted.push(&word.stem);
        }
    }
    likeness.coverage = if total > 0.0 { likeness.evidence / total } else { 0.0 };
}
