//! Looking again at a kept screening when a list has changed: against the changed entries only.

use std::collections::HashSet;

use domain::ids::Id;
use domain::party_list_version::{LookedAgain, PartyListVersion};
use domain::party_screening::{HitEnd, PartyHit, PartyScreening, ScreenedList};
use parties::{Change, Entry, PartyList, Worker, changes};

use super::turned::{kept_hit, party_of};
use super::{IndexedLists, UsedList};

/// What changed between two versions of a list, ready to be asked.
pub(super) struct ChangedEntries {
    /// The entries that are new or say something else, indexed under the later version.
    lists: IndexedLists,
    used: UsedList,
    altered: HashSet<String>,
    removed: HashSet<String>,
    /// Every change, as it is told to a person.
    pub(super) changes: Vec<Change>,
}

/// What became of one screening.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Renewed {
    /// Hits that were not there before.
    pub new: u32,
    /// Hits whose entry says something else.
    pub changed: u32,
    /// Hits whose entry is gone.
    pub removed: u32,
}

impl Renewed {
    fn is_nothing(self) -> bool {
        self == Self::default()
    }

    pub(super) fn count(self, looked: &mut LookedAgain) {
        looked.with_new_hits += u32::from(self.new > 0);
        looked.with_changed_hits += u32::from(self.changed > 0);
        looked.with_removed_hits += u32::from(self.removed > 0);
    }
}

impl ChangedEntries {
    /// What changed from one version to the next; everything, when there was none before.
    pub(super) fn new(
        before: Option<&PartyList>,
        after: &PartyList,
        id: Id<PartyListVersion>,
        version: &PartyListVersion,
    ) -> Self {
        let nothing = with(after, Vec::new());
        let changes = changes(before.unwrap_or(&nothing), after);
        let (mut altered, mut removed, mut touched) = (HashSet::new(), HashSet::new(), HashSet::new());
        for change in &changes {
            match change {
                Change::Added { key, .. } => {
                    touched.insert(key.as_str());
                }
                Change::Altered { key, .. } => {
                    touched.insert(key.as_str());
                    altered.insert(key.clone());
                }
                Change::Removed { key, .. } => {
                    removed.insert(key.clone());
                }
            }
        }
        let entries = after.entries.iter().filter(|entry| touched.contains(entry.key.as_str())).cloned().collect();
        let list = with(after, entries);
        let used = UsedList { id, version: version.clone() };
        Self { lists: IndexedLists::new(vec![used.clone()], vec![list]), used, altered, removed, changes }
    }

    /// Whether nothing changed.
    pub(super) fn is_nothing(&self) -> bool {
        self.changes.is_empty()
    }

    /// Looks at one screening. `None` when nothing of it changes.
    pub(super) fn renew(&self, screening: &PartyScreening, worker: &mut Worker) -> Option<(PartyScreening, Renewed)> {
        let list = &self.used.version.list;
        let screened = self.lists.screen.check_with(&party_of(&screening.party), worker);
        let mut renewed = Renewed::default();
        let mut next = screening.clone();
        for hit in next.hits.iter_mut().filter(|hit| hit.list == *list) {
            if self.removed.contains(&hit.entry) && hit.end != Some(HitEnd::Removed) {
                hit.end = Some(HitEnd::Removed);
                renewed.removed += 1;
            } else if self.altered.contains(&hit.entry)
                && !screened.hits.iter().any(|found| found.entry == hit.entry)
                && hit.end != Some(HitEnd::Unlike)
            {
                // The name that made it a hit is gone from the entry.
                hit.end = Some(HitEnd::Unlike);
                renewed.changed += 1;
            }
        }
        for found in screened.hits.iter().filter_map(|hit| kept_hit(&self.lists, hit)) {
            match next.hits.iter_mut().find(|hit| hit.list == found.list && hit.entry == found.entry) {
                Some(known) if known.digest == found.digest && known.end.is_none() => {}
                Some(known) => {
                    renewed.changed += 1;
                    *known = carried(known, found);
                }
                None => {
                    renewed.new += 1;
                    next.hits.push(found);
                }
            }
        }
        if renewed.is_nothing() {
            return None;
        }
        sort(&mut next.hits);
        let here = ScreenedList { list: list.clone(), version: self.used.id, published: self.used.version.published };
        match next.lists.iter_mut().find(|known| known.list == here.list) {
            Some(known) => *known = here,
            None => next.lists.push(here),
        }
        Some((next, renewed))
    }
}

/// The hits of a party on whole lists, with what was decided before. What is no hit any more stays, marked.
pub(super) fn merged(before: &[PartyHit], found: Vec<PartyHit>, lists: &IndexedLists) -> Vec<PartyHit> {
    let mut hits: Vec<PartyHit> = found
        .into_iter()
        .map(|hit| match before.iter().find(|known| known.list == hit.list && known.entry == hit.entry) {
            Some(known) => carried(known, hit),
            None => hit,
        })
        .collect();
    for known in before {
        if hits.iter().any(|hit| hit.list == known.list && hit.entry == known.entry) {
            continue;
        }
        let asked = lists.used.iter().any(|used| used.version.list == known.list);
        let listed = lists.entry(&known.list, &known.entry).is_some();
        let end = match (asked, listed) {
            (false, _) => known.end,
            (true, true) => Some(HitEnd::Unlike),
            (true, false) => Some(HitEnd::Removed),
        };
        hits.push(PartyHit { end, ..known.clone() });
    }
    sort(&mut hits);
    hits
}

/// A hit as it is found now, with what was decided about it before.
fn carried(known: &PartyHit, found: PartyHit) -> PartyHit {
    PartyHit { listed_again: known.listed_again || known.end.is_some(), decisions: known.decisions.clone(), ..found }
}

fn sort(hits: &mut [PartyHit]) {
    hits.sort_by(|a, b| {
        let key = |hit: &PartyHit| (hit.end.is_some(), std::cmp::Reverse(hit.score));
        key(a).cmp(&key(b)).then_with(|| (&a.list, &a.entry).cmp(&(&b.list, &b.entry)))
    });
}

/// A list of the same name and day with these entries.
fn with(list: &PartyList, entries: Vec<Entry>) -> PartyList {
    PartyList { name: list.name.clone(), format: list.format, published: list.published, entries }
}
