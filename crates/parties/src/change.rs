//! What changed between two versions of a list, exactly: entry by entry, field by field.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};

use crate::list::{Entry, PartyList};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Change {
    /// An entry that is new.
    Added {
        /// Its key.
        key: String,
        /// Its primary name.
        name: String,
    },
    /// An entry that is gone.
    Removed {
        /// Its key.
        key: String,
        /// Its primary name.
        name: String,
    },
    /// An entry that says something else.
    Altered {
        /// Its key.
        key: String,
        /// Its primary name now.
        name: String,
        /// Which of its fields differ, by their names.
        fields: Vec<String>,
        /// Names that are new.
        names_added: Vec<String>,
        /// Names that are gone.
        names_removed: Vec<String>,
        /// Whether something differs that screening looks at. Where not, its hits and what was decided about them stay.
        screened: bool,
    },
}

impl Change {
    /// The key of the entry.
    #[must_use]
    pub fn key(&self) -> &str {
        match self {
            Self::Added { key, .. } | Self::Removed { key, .. } | Self::Altered { key, .. } => key,
        }
    }

    /// Whether the change may make other hits: everything but an entry that was altered where screening does not look.
    #[must_use]
    pub const fn is_screened(&self) -> bool {
        match self {
            Self::Added { .. } | Self::Removed { .. } => true,
            Self::Altered { screened, .. } => *screened,
        }
    }
}

/// What changed from one version of a list to the next, in the order of the later one, removed entries last. An entry in
/// which only the order of aliases, documents or the like is another has not changed.
///
/// Entries are found again by their key; where a list has a key twice, the first by the first and the second by the second.
#[must_use]
pub fn changes(before: &PartyList, after: &PartyList) -> Vec<Change> {
    let mut old: HashMap<(&str, usize), &Entry> = numbered(before).collect();
    let mut changes = Vec::new();
    for (place, entry) in numbered(after) {
        match old.remove(&place) {
            None => changes.push(Change::Added { key: entry.key.clone(), name: entry.primary_name().to_owned() }),
            Some(earlier) if earlier == entry => {}
            Some(earlier) => changes.extend(altered(earlier, entry)),
        }
    }
    for (_, entry) in numbered(before).filter(|(place, _)| old.contains_key(place)) {
        changes.push(Change::Removed { key: entry.key.clone(), name: entry.primary_name().to_owned() });
    }
    changes
}

/// The keys under which screening may find other hits than before: those of entries that are new, gone, or altered in what
/// screening looks at. Hits under every other key are the same as they were.
#[must_use]
pub fn screened_keys(changes: &[Change]) -> BTreeSet<&str> {
    changes.iter().filter(|change| change.is_screened()).map(Change::key).collect()
}

impl PartyList {
    /// The list with these entries only. An index of it gives for each of them the hits that an index of the whole list
    /// gives, because what is found of one entry does not depend on the others; so what was screened before is looked at
    /// again against a change by an index of [`screened_keys`] alone.
    #[must_use]
    pub fn only(&self, keys: &BTreeSet<&str>) -> Self {
        let entries = self.entries.iter().filter(|entry| keys.contains(entry.key.as_str())).cloned().collect();
        Self { entries, name: self.name.clone(), ..*self }
    }
}

/// Entries with their key and how many of the same key stand before them.
fn numbered(list: &PartyList) -> impl Iterator<Item = ((&str, usize), &Entry)> {
    let mut seen: HashMap<&str, usize> = HashMap::with_capacity(list.entries.len());
    list.entries.iter().map(move |entry| {
        let count = seen.entry(entry.key.as_str()).or_default();
        *count += 1;
        ((entry.key.as_str(), *count), entry)
    })
}

/// Whether two rows have not the same members, in whatever order.
fn differs<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    let lacks = |of: &[T], other: &[T]| other.iter().any(|value| !of.contains(value));
    one.len() != other.len() || lacks(one, other) || lacks(other, one)
}

fn altered(before: &Entry, after: &Entry) -> Option<Change> {
    let primary = before.names.first() != after.names.first();
    let differing = [
        ("kind", before.kind != after.kind),
        ("programmes", differs(&before.programmes, &after.programmes)),
        ("names", primary || differs(&before.names, &after.names)),
        ("births", differs(&before.births, &after.births)),
        ("birth_places", differs(&before.birth_places, &after.birth_places)),
        ("countries", differs(&before.countries, &after.countries)),
        ("gender", before.gender != after.gender),
        ("documents", differs(&before.documents, &after.documents)),
        ("addresses", differs(&before.addresses, &after.addresses)),
        ("vessel", before.vessel != after.vessel),
        ("remarks", before.remarks != after.remarks),
        ("listed_on", before.listed_on != after.listed_on),
        ("updated_on", before.updated_on != after.updated_on),
    ];
    let fields: Vec<String> =
        differing.iter().filter(|(_, differs)| *differs).map(|(name, _)| (*name).to_owned()).collect();
    let names = |of: &Entry, without: &Entry| -> Vec<String> {
        let gone = of.names.iter().filter(|name| !without.names.iter().any(|other| other.text == name.text));
        gone.map(|name| name.text.clone()).collect()
    };
    (!fields.is_empty()).then(|| Change::Altered {
        key: after.key.clone(),
        name: after.primary_name().to_owned(),
        fields,
        names_added: names(after, before),
        names_removed: names(before, after),
        screened: before.screening_digest() != after.screening_digest(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Change, changes, screened_keys};
    use crate::list::{Entry, ListFormat, PartyList, Quality};
    use crate::party::{Party, PartyKind};
    use crate::screen::Screen;

    fn list(entries: &[(&str, &[&str])]) -> PartyList {
        let entries = entries.iter().map(|(key, names)| {
            let mut entry = Entry::new(key, PartyKind::Person);
            names.iter().for_each(|name| entry.add_name(name, Quality::Good));
            entry
        });
        PartyList { name: "test".to_owned(), format: ListFormat::National, published: None, entries: entries.collect() }
    }

    fn shown(changes: &[Change]) -> String {
        let one = |change: &Change| match change {
            Change::Added { key, .. } => format!("+{key}"),
            Change::Removed { key, .. } => format!("-{key}"),
            Change::Altered { key, fields, names_added, names_removed, screened, .. } => format!(
                "~{key}({}{}|+{}|-{})",
                if *screened { "" } else { "not screened: " },
                fields.join(","),
                names_added.join(","),
                names_removed.join(",")
            ),
        };
        changes.iter().map(one).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn changes_are_told_entry_by_entry() {
        let before = list(&[("1", &["Tavit Brellund", "Dawit Brelund", "Clockmaker"]), ("2", &["Hanne Oskari"])]);
        for (after, expect) in [
            (list(&[("1", &["Tavit Brellund", "Dawit Brelund", "Clockmaker"]), ("2", &["Hanne Oskari"])]), ""),
            // Another order of entries and of aliases is no change; another primary name is.
            (list(&[("2", &["Hanne Oskari"]), ("1", &["Tavit Brellund", "Clockmaker", "Dawit Brelund"])]), ""),
            (
                list(&[("1", &["Dawit Brelund", "Tavit Brellund", "Clockmaker"]), ("2", &["Hanne Oskari"])]),
                "~1(names|+|-)",
            ),
            (
                list(&[("1", &["Tavit Brellund", "Clockmaker", "T. B."]), ("3", &["New Name"])]),
                "~1(names|+T. B.|-Dawit Brelund) +3 -2",
            ),
            // A key that stands twice is not told as unchanged.
            (
                list(&[
                    ("1", &["Tavit Brellund", "Dawit Brelund", "Clockmaker"]),
                    ("2", &["Hanne Oskari"]),
                    ("2", &["Other"]),
                ]),
                "+2",
            ),
        ] {
            assert_eq!(shown(&changes(&before, &after)), expect);
        }
        let mut remarked = before.clone();
        remarked.entries[1].remarks = "x".to_owned();
        let found = changes(&before, &remarked);
        assert_eq!(shown(&found), "~2(not screened: remarks|+|-)");
        assert!(screened_keys(&found).is_empty());
    }

    #[test]
    fn an_index_of_the_changed_entries_finds_what_the_whole_finds_of_them() {
        let before = list(&[("1", &["Tavit Brellund"]), ("2", &["Hanne Oskari"])]);
        let after =
            list(&[("1", &["Tavit Brellund"]), ("2", &["Hanne Oskari", "Hanna Larsdal"]), ("3", &["Tavit Larsdal"])]);
        let found = changes(&before, &after);
        let keys = screened_keys(&found);
        let (whole, part) = (Screen::new(vec![after.clone()]), Screen::new(vec![after.only(&keys)]));
        assert_eq!(part.lists()[0].entries.len(), 2);
        for name in ["Hanna Larsdal", "Tavit Brellund", "Tavit Larsdal", "Brellund", "Oskari Hanne"] {
            let party = Party::named(name, PartyKind::Person);
            let mut expect = whole.check(&party).hits;
            expect.retain(|hit| keys.contains(hit.entry.as_str()));
            assert_eq!(part.check(&party).hits, expect, "{name}");
        }
    }
}
