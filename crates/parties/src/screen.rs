//! Screening: the hits of a party on lists.

use std::collections::BTreeMap;
use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::align::{Alignment, align};
use crate::compare::THRESHOLD;
use crate::evidence::{Reason, SHORTEST_IDENTIFIER, identifier_key, same_identifier, weigh};
use crate::index::{Index, Work};
use crate::list::{Entry, PartyList, Quality};
use crate::name::Name;
use crate::party::{Party, PartyKind, too_little, unreadable};

/// One listed party that may be the asked one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// The list's name.
    pub list: String,
    /// The entry's key on it.
    pub entry: String,
    /// The listed name that fits best.
    pub name: String,
    /// How much speaks for it, 0 to 1.
    pub score: f32,
    /// Why: numbers, parts of the names side by side, then what strengthened and weakened it.
    pub reasons: Vec<Reason>,
}

/// What came of screening one party.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Screened {
    /// The party's id, as given.
    pub id: String,
    /// The hits, the likeliest first.
    pub hits: Vec<Hit>,
    /// The code of a fault when the name could not be screened, or says so little that finding nothing means nothing.
    pub refused: Option<String>,
}

/// Lists, indexed.
#[derive(Debug)]
pub struct Screen {
    lists: Vec<PartyList>,
    index: Index,
    /// From identifiers to list and entry.
    identifiers: HashMap<String, Vec<(u16, u32)>>,
    threshold: u16,
}

/// What a worker keeps between parties. Each has its own; what is found does not depend on it.
#[derive(Debug, Default)]
pub struct Worker(Work);

impl Screen {
    /// Indexes these lists.
    #[must_use]
    pub fn new(lists: Vec<PartyList>) -> Self {
        let index = Index::new(&lists);
        let mut identifiers: HashMap<String, Vec<(u16, u32)>> = HashMap::new();
        for (list, content) in lists.iter().enumerate() {
            for (entry, found) in content.entries.iter().enumerate() {
                for document in &found.documents {
                    let key = identifier_key(&document.number);
                    if key.len() >= SHORTEST_IDENTIFIER {
                        identifiers.entry(key).or_default().push((list as u16, entry as u32));
                    }
                }
            }
        }
        Self { lists, index, identifiers, threshold: THRESHOLD }
    }

    /// The same with another threshold, in thousandths.
    #[must_use]
    pub fn with_threshold(self, threshold: u16) -> Self {
        Self { threshold, ..self }
    }

    /// The lists.
    #[must_use]
    pub fn lists(&self) -> &[PartyList] {
        &self.lists
    }

    /// The hits of one party.
    #[must_use]
    pub fn check(&self, party: &Party) -> Screened {
        self.check_with(party, &mut Worker::default())
    }

    /// The hits of one party, with what a worker keeps between parties.
    pub fn check_with(&self, party: &Party, worker: &mut Worker) -> Screened {
        let mut best: BTreeMap<(u16, u32), (u16, Hit)> = BTreeMap::new();
        for number in &party.identifiers {
            for (list, entry) in self.identifiers.get(&identifier_key(number)).into_iter().flatten() {
                if let Some(found) = self.entry(*list, *entry) {
                    let mut reasons: Vec<Reason> = same_identifier(party, found).into_iter().collect();
                    weigh(party, found, &mut reasons);
                    let hit = self.hit(*list, found, found.primary_name(), 1000, reasons);
                    best.entry((*list, *entry)).or_insert((1000, hit));
                }
            }
        }
        let mut refused = unreadable(&party.name);
        if refused.is_none() {
            let little = self.check_name(party, &mut worker.0, &mut best);
            // What was found stands; finding nothing says nothing here.
            refused = little.filter(|_| best.is_empty());
        }
        let mut hits: Vec<((u16, u32), (u16, Hit))> = best.into_iter().collect();
        hits.sort_by_key(|(place, (score, _))| (std::cmp::Reverse(*score), *place));
        let refused = refused.filter(|_| hits.is_empty() || !party.name.is_empty()).map(str::to_owned);
        Screened { id: party.id.clone(), hits: hits.into_iter().map(|(_, (_, hit))| hit).collect(), refused }
    }

    fn entry(&self, list: u16, entry: u32) -> Option<&Entry> {
        self.lists.get(usize::from(list))?.entries.get(entry as usize)
    }

    /// Looks for the name, and tells when it says too little for finding nothing to mean anything.
    fn check_name(
        &self,
        party: &Party,
        work: &mut Work,
        best: &mut BTreeMap<(u16, u32), (u16, Hit)>,
    ) -> Option<&'static str> {
        let mut little = None;
        // Where the asker does not know the kind, the name is read in each way.
        let kinds: &[PartyKind] = match party.kind {
            PartyKind::Unknown => &[PartyKind::Person, PartyKind::Organisation, PartyKind::Vessel],
            PartyKind::Person => &[PartyKind::Person],
            PartyKind::Organisation => &[PartyKind::Organisation],
            PartyKind::Vessel => &[PartyKind::Vessel],
        };
        for kind in kinds {
            let asked = work.analyst.analyse(&party.name, *kind);
            if *kind != PartyKind::Vessel || party.kind == PartyKind::Vessel {
                little = little.or(too_little(&asked));
            }
            for row in self.index.candidates(&asked, work) {
                let listed = &self.index.listed[row as usize];
                if !kind.may_be(listed.parts.kind) {
                    continue;
                }
                let alignment = align(&asked, &listed.parts);
                // Another number is another ship of the fleet, another fund of the house; the same register number outranks it.
                if alignment.score < LEAST_NAME || alignment.numbers_differ {
                    continue;
                }
                let place = (listed.list, listed.entry);
                let Some(entry) = self.entry(listed.list, listed.entry) else { continue };
                let Some(name) = entry.names.get(usize::from(listed.name)) else { continue };
                let known = best.get(&place).map_or(0, |(score, _)| *score);
                let mut reasons = Vec::new();
                let mut score = i32::from(alignment.score);
                if name.quality == Quality::Low {
                    // A nickname that is common to many is weak evidence when it is all there is.
                    score -= if listed.parts.parts.len() == 1 { 60 } else { 20 };
                }
                score += weigh(party, entry, &mut reasons);
                let score = score.clamp(0, 1000) as u16;
                if score >= self.threshold && score > known {
                    let mut told = tell(&asked, &listed.parts, &alignment);
                    if name.quality != Quality::Primary {
                        told.push(Reason::Alias { quality: name.quality });
                    }
                    told.append(&mut reasons);
                    if asked.cut {
                        told.push(Reason::NameCut);
                    }
                    best.insert(place, (score, self.hit(listed.list, entry, &name.text, score, told)));
                }
            }
        }
        little
    }

    fn hit(&self, list: u16, entry: &Entry, name: &str, score: u16, reasons: Vec<Reason>) -> Hit {
        let list = self.lists.get(usize::from(list)).map_or_else(String::new, |list| list.name.clone());
        Hit { list, entry: entry.key.clone(), name: name.to_owned(), score: f32::from(score) / 1000.0, reasons }
    }
}

/// Names below this are not lifted over the threshold by a birth date or a country.
const LEAST_NAME: u16 = 660;

/// The alignment in words of both names.
pub(crate) fn tell(asked: &Name, listed: &Name, alignment: &Alignment) -> Vec<Reason> {
    let words = |name: &Name, places: &[u8]| -> String {
        let parts = places.iter().filter_map(|place| name.parts.get(usize::from(*place)));
        parts.map(|part| part.text.as_str()).collect::<Vec<_>>().join(" ")
    };
    let mut reasons: Vec<Reason> = alignment
        .pairings
        .iter()
        .map(|pairing| Reason::Part {
            asked: words(asked, &pairing.one),
            listed: words(listed, &pairing.other),
            how: pairing.how,
            alike: f32::from(pairing.alike) / 1000.0,
        })
        .collect();
    if !alignment.left_one.is_empty() {
        reasons.push(Reason::OnlyAsked { parts: words(asked, &alignment.left_one) });
    }
    if !alignment.left_other.is_empty() {
        reasons.push(Reason::OnlyListed { parts: words(listed, &alignment.left_other) });
    }
    if alignment.frequent_only {
        reasons.push(Reason::FrequentNames);
    }
    reasons
}

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod tests;
