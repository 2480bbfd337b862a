//! What changed between two versions of a list.

use std::collections::HashMap;

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
}

/// What changed from one version of a list to the next, in the order of the later one, removed entries last.
#[must_use]
pub fn changes(before: &PartyList, after: &PartyList) -> Vec<Change> {
    let old: HashMap<&str, &Entry> = before.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    let new: HashMap<&str, &Entry> = after.entries.iter().map(|entry| (entry.key.as_str(), entry)).collect();
    let mut changes = Vec::new();
    for entry in &after.entries {
        match old.get(entry.key.as_str()) {
            None => changes.push(Change::Added { key: entry.key.clone(), name: entry.primary_name().to_owned() }),
            Some(earlier) if *earlier != entry => changes.extend(altered(earlier, entry)),
            Some(_) => {}
        }
    }
    for entry in before.entries.iter().filter(|entry| !new.contains_key(entry.key.as_str())) {
        changes.push(Change::Removed { key: entry.key.clone(), name: entry.primary_name().to_owned() });
    }
    changes
}

fn altered(before: &Entry, after: &Entry) -> Option<Change> {
    let differs = [
        ("kind", before.kind != after.kind),
        ("programmes", before.programmes != after.programmes),
        ("names", before.names != after.names),
        ("births", before.births != after.births),
        ("birth_places", before.birth_places != after.birth_places),
        ("countries", before.countries != after.countries),
        ("gender", before.gender != after.gender),
        ("documents", before.documents != after.documents),
        ("addresses", before.addresses != after.addresses),
        ("vessel", before.vessel != after.vessel),
        ("remarks", before.remarks != after.remarks),
        ("listed_on", before.listed_on != after.listed_on),
        ("updated_on", before.updated_on != after.updated_on),
    ];
    let fields: Vec<String> =
        differs.iter().filter(|(_, differs)| *differs).map(|(name, _)| (*name).to_owned()).collect();
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
    })
}
