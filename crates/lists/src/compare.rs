//! Comparing two editions of a list, or the lists of two States.
//!
//! Provisions are aligned by their words, parameters and CAS numbers; the path is an anchor only, so that re-lettering
//! does not show as removal and addition, and a list in another order is compared all the same.

mod align;
mod changes;
mod several;
mod terms;
mod words;

use std::collections::BTreeMap;

use domain::language::Language;
use serde::Serialize;

pub use several::{AlignedRow, Beside, ListAlignment, align_several};
pub use terms::TermChange;

use crate::cas::CasNumber;
use crate::parameters::Parameter;
use crate::path::ProvisionPath;
use crate::provision::NoteKind;
use crate::version::{ListHead, ListVersion};

domain::words! {
    /// How a provision differs.
    Change {
        /// It stands in the second list only.
        Added = "added",
        /// It stands in the first list only.
        Removed = "removed",
        /// It stands under another path.
        Relettered = "relettered",
        /// A threshold differs.
        Threshold = "threshold",
        /// A CAS number differs.
        Cas = "cas",
        /// Its words differ beyond their printing.
        Reworded = "reworded",
        /// A note differs.
        Notes = "notes",
        /// It is used in one list and kept free in the other.
        Kept = "kept-free",
        /// A nomenclature code or a regime differs.
        Codes = "codes",
        /// Nothing differs but perhaps the printing.
        Same = "same",
    }
}

/// One side of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Side {
    /// The path there.
    pub path: ProvisionPath,
    /// The words there.
    pub text: String,
}

/// A threshold that differs. A side is missing where it has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ThresholdChange {
    /// In the first list.
    pub old: Option<Parameter>,
    /// In the second list.
    pub new: Option<Parameter>,
}

/// A note that stands on one side only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoteChange {
    /// Whether it is the second list that has it.
    pub is_new: bool,
    /// What it does.
    pub kind: NoteKind,
    /// Its words.
    pub text: String,
}

/// One provision of either list, or of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// How it differs; more than one may hold.
    pub changes: Vec<Change>,
    /// In the first list.
    pub old: Option<Side>,
    /// In the second list.
    pub new: Option<Side>,
    /// Thresholds that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub thresholds: Vec<ThresholdChange>,
    /// CAS numbers of the second list only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cas_added: Vec<CasNumber>,
    /// CAS numbers of the first list only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cas_removed: Vec<CasNumber>,
    /// Notes of one side only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<NoteChange>,
}

/// What came out of a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListComparison {
    /// The first list.
    pub old: ListHead,
    /// The second list.
    pub new: ListHead,
    /// Every provision of both, in the order of the second list, with what was removed where it stood.
    pub rows: Vec<Row>,
    /// How many rows have each change. Facts about texts; they say nothing about how well anything is controlled.
    pub counts: BTreeMap<Change, usize>,
    /// Entries of the second list only.
    pub entries_added: Vec<String>,
    /// Entries of the first list only.
    pub entries_removed: Vec<String>,
    /// Definitions that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<TermChange>,
}

/// Compares two lists by their words in this language, else in whichever they have.
#[must_use]
pub fn compare(old: &ListVersion, new: &ListVersion, language: Language) -> ListComparison {
    let (olds, news) = (words::nodes(old, language), words::nodes(new, language));
    let pairs = align::align(&olds, &news);
    let rows = changes::rows(&olds, &news, &pairs);
    let mut counts = BTreeMap::new();
    for change in rows.iter().flat_map(|row| &row.changes) {
        *counts.entry(*change).or_insert(0) += 1;
    }
    let entries = |list: &ListVersion| list.entries().map(|entry| entry.path.to_string()).collect::<Vec<_>>();
    let (old_entries, new_entries) = (entries(old), entries(new));
    let without = |these: &[String], others: &[String]| {
        these.iter().filter(|entry| !others.contains(entry)).cloned().collect::<Vec<_>>()
    };
    ListComparison {
        old: old.head.clone(),
        new: new.head.clone(),
        rows,
        counts,
        entries_added: without(&new_entries, &old_entries),
        entries_removed: without(&old_entries, &new_entries),
        terms: terms::changes(old, new, language),
    }
}

#[cfg(test)]
mod tests;
