//! Asking the lists: every channel, put together and ranked.

use std::sync::Arc;

use domain::fault::Fault;
use lists::version::ListVersion;

use crate::candidate::{Candidate, Channel, Identification, Reason};
use crate::confidence::{self, FEATURES};
use crate::description::Description;
use crate::exact::{self, Exact};
use crate::indexed_list::IndexedList;
use crate::item::Item;
use crate::knowledge::Knowledge;
use crate::nomenclature::Heading;
use crate::structure::Structure;
use crate::substances::Named;
use crate::terms::Stems;
use crate::wording::Scratch;

/// Candidates of one list that are given at most.
pub const MOST_CANDIDATES: usize = 10;

/// Lists and knowledge, ready to be asked. It is made once and asked often, from many threads.
#[derive(Debug)]
pub struct Identifier {
    pub(crate) knowledge: Arc<Knowledge>,
    pub(crate) lists: Vec<Arc<IndexedList>>,
}

/// What was read from an item, for all lists.
pub(crate) struct Read {
    pub(crate) words: String,
    pub(crate) description: Description,
    pub(crate) cas: Vec<String>,
    pub(crate) structure: Option<Structure>,
    pub(crate) named: Vec<Named>,
    pub(crate) heading: Option<Heading>,
    pub(crate) given_heading: String,
}

impl Identifier {
    /// Indexes lists. `titles` is the built-in list, whose short titles help to find provisions of lists with the same
    /// codes.
    #[must_use]
    pub fn new(knowledge: Arc<Knowledge>, lists: &[&ListVersion], titles: &ListVersion) -> Self {
        let indexed = lists.iter().map(|version| Arc::new(IndexedList::of(version, titles, &knowledge))).collect();
        Self::of(knowledge, indexed)
    }

    /// Lists that were indexed before, with the same knowledge: an edition is indexed once and asked with others as often as
    /// anybody likes.
    #[must_use]
    pub fn of(knowledge: Arc<Knowledge>, lists: Vec<Arc<IndexedList>>) -> Self {
        Self { knowledge, lists }
    }

    /// The lists that are asked: identifier and version.
    pub fn lists(&self) -> impl Iterator<Item = (&str, &str)> {
        self.lists.iter().map(|list| (list.index.id.as_str(), list.index.version.as_str()))
    }

    /// Candidates for an item, the likeliest first. `scratch` is kept between items.
    #[must_use]
    pub fn identify(&self, item: &Item, scratch: &mut Scratch) -> Identification {
        let mut faults = Vec::new();
        let read = self.read(item, &mut scratch.stems, &mut faults);
        let mut candidates = Vec::new();
        for list in &self.lists {
            let mut found = self.of_list(list, &read, scratch);
            found.truncate(MOST_CANDIDATES);
            candidates.extend(found);
        }
        if self.lists.len() > 1 {
            candidates.sort_by(|one, other| order(other).total_cmp(&order(one)));
        }
        Identification { id: item.id.clone(), candidates, faults }
    }

    /// What speaks for the entries of the first list by words alone, as numbers: what the confidence is fitted on
    /// (`benches/quality`). Empty when no list is asked.
    #[must_use]
    pub fn features(&self, item: &Item, scratch: &mut Scratch) -> Vec<(String, [f32; FEATURES])> {
        let read = self.read(item, &mut scratch.stems, &mut Vec::new());
        let list = self.lists.first();
        list.map(|list| crate::by_words::features(&self.knowledge, list, &read, scratch)).unwrap_or_default()
    }

    fn read(&self, item: &Item, stems: &mut Stems, faults: &mut Vec<Fault>) -> Read {
        let words = item.words();
        let description = Description::read(&words, &self.knowledge.thesaurus, stems);
        if description.cut {
            faults.push(Fault::warning("description-cut").at("description"));
        }
        if item.is_empty() {
            faults.push(Fault::warning("item-empty").at("description"));
        }
        let cas = exact::cas_numbers(item, faults);
        let structure = item
            .smiles
            .as_deref()
            .filter(|written| !written.trim().is_empty())
            .and_then(|written| Structure::read(written).map_err(|fault| faults.push(fault)).ok());
        let heading = item.hs.as_deref().and_then(|written| {
            let heading = Heading::read(written, &self.knowledge.thesaurus);
            if heading.is_none() && !written.trim().is_empty() {
                let shown: String = written.chars().take(40).collect();
                faults.push(Fault::warning("nomenclature-unreadable").at("hs").with("text", shown));
            }
            heading
        });
        let named = exact::names(&self.knowledge, item, &words);
        let given_heading = item.hs.clone().unwrap_or_default();
        Read { words, description, cas, structure, named, heading, given_heading }
    }

    fn of_list(&self, list: &IndexedList, read: &Read, scratch: &mut Scratch) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        for exact in exact::find(&self.knowledge, list, read) {
            add_exact(&mut found, list, exact);
        }
        found.sort_by(|one, other| order(other).total_cmp(&order(one)));
        let by_words = crate::by_words::find(&self.knowledge, list, read, scratch);
        for candidate in by_words {
            match found.iter_mut().find(|known| known.code == candidate.code) {
                // The words say the same as the identifier: one candidate, both reasons.
                Some(known) => known.reasons.extend(candidate.reasons),
                None => found.push(candidate),
            }
        }
        // The order by words is kept; a name among many words goes in where its confidence belongs.
        let (words, mut ranked): (Vec<Candidate>, Vec<Candidate>) =
            found.into_iter().partition(|candidate| candidate.channel == Channel::Text);
        for candidate in words {
            let above = |other: &Candidate| other.channel != Channel::Text && order(other) < order(&candidate);
            let place = ranked.iter().position(above).unwrap_or(ranked.len());
            ranked.insert(place, candidate);
        }
        ranked
    }
}

/// A name in a description counts as an identifier from this confidence on.
const NAME_AMONG_WORDS: f32 = 0.6;

/// Where a candidate stands: identifiers before words, then how sure.
fn order(candidate: &Candidate) -> f32 {
    let class = match candidate.channel {
        // One name among many words, or a name of a part, is no better than words.
        Channel::Name if candidate.confidence < NAME_AMONG_WORDS => 1.0,
        Channel::Cas => 5.0,
        Channel::Structure => 4.0,
        Channel::Name => 3.0,
        Channel::Code => 2.0,
        Channel::Text => 1.0,
        Channel::Nomenclature => 0.0,
    };
    class + candidate.confidence.min(0.999)
}

/// Adds what an exact channel found; one entry stands once, under its strongest channel and most exact provision.
fn add_exact(found: &mut Vec<Candidate>, list: &IndexedList, exact: Exact) {
    let place = &list.index.provisions[exact.provision as usize];
    let code = &list.index.entries[place.entry as usize];
    let candidate = Candidate {
        code: code.clone(),
        path: place.path.clone(),
        list: list.index.id.clone(),
        version: list.index.version.clone(),
        channel: exact.channel,
        confidence: exact.confidence,
        strong: exact.strong,
        reasons: vec![exact.reason],
        title_en: title(&place.title_en, &place.text),
        title_ru: title(&place.title_ru, &place.text),
    };
    match found.iter_mut().find(|known| known.code == candidate.code) {
        Some(known) if known.path == candidate.path || order(known) >= order(&candidate) => {
            known.strong |= candidate.strong;
            let better = known.path == candidate.path && order(&candidate) > order(known);
            if better {
                known.channel = candidate.channel;
                known.confidence = candidate.confidence;
            }
            known.reasons.extend(candidate.reasons);
        }
        Some(known) => {
            let mut candidate = candidate;
            candidate.strong |= known.strong;
            candidate.reasons.append(&mut known.reasons);
            *known = candidate;
        }
        None => found.push(candidate),
    }
}

/// The title, or the words of the list where there is none.
pub(crate) fn title(title: &str, text: &str) -> String {
    if title.is_empty() { text.to_owned() } else { title.to_owned() }
}

/// The reason for the nomenclature code, and how it counts: 1 agrees, -1 is of everyday goods, 0 says nothing.
pub(crate) fn heading_reason(
    knowledge: &Knowledge,
    list: &IndexedList,
    read: &Read,
    entry: u32,
) -> (f32, Option<Reason>) {
    let Some(heading) = &read.heading else { return (0.0, None) };
    let code = read.given_heading.clone();
    let correlated = list.by_nomenclature.iter().find(|(known, place)| {
        list.index.provisions[*place as usize].entry == entry
            && (heading.digits.starts_with(known.as_str()) || known.starts_with(&heading.digits))
    });
    if let Some((known, _)) = correlated {
        return (1.0, Some(Reason::Nomenclature { code, heading: known.clone() }));
    }
    for (kind, agree) in &heading.kinds {
        let Some(kind) = knowledge.thesaurus.kinds().get(*kind as usize) else { continue };
        let leads =
            kind.paths.iter().any(|path| path.split('.').next() == Some(list.index.entries[entry as usize].as_str()));
        if leads {
            let heading = heading.digits.get(..*agree).unwrap_or(&heading.digits).to_owned();
            return (1.0, Some(Reason::Nomenclature { code, heading }));
        }
    }
    if heading.everyday {
        return (-1.0, Some(Reason::NomenclatureElsewhere { code }));
    }
    (0.0, None)
}

/// The candidates that rest on the nomenclature code alone, when nothing else was found.
pub(crate) fn by_heading(knowledge: &Knowledge, list: &IndexedList, read: &Read) -> Vec<(u32, u32)> {
    let Some(heading) = &read.heading else { return Vec::new() };
    let mut found: Vec<(u32, u32)> = Vec::new();
    let correlated = list.by_nomenclature.iter().filter(|(known, _)| heading.digits.starts_with(known.as_str()));
    let mut places: Vec<u32> = correlated.map(|(_, place)| *place).collect();
    for (kind, agree) in heading.kinds.iter().filter(|(_, agree)| *agree >= 6) {
        let _ = agree;
        let Some(kind) = knowledge.thesaurus.kinds().get(*kind as usize) else { continue };
        places.extend(kind.paths.iter().filter_map(|path| list.index.by_path.get(path.as_str())));
    }
    for place in places {
        let entry = list.index.provisions[place as usize].entry;
        if found.iter().all(|(other, _)| *other != entry) {
            found.push((entry, place));
        }
    }
    found.truncate(5);
    found
}

/// The confidence of such a candidate.
pub(crate) const HEADING_ALONE: f32 = confidence::NOMENCLATURE;
