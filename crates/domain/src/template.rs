//! The template of a matrix: rows, marks and legend as versioned data.
//!
//! Every heading, column and mark of the Committee's matrix has changed at least once, so none of them is code. No part
//! of the program may assume six cells in a row, three weapon types or two facets.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cell::{CellKey, Facet, Mark, RowKey, Weapon};
use crate::citation::check_link;
use crate::fault::{Fault, check_required};
use crate::localized::Localized;
use crate::partial_date::PartialDate;

/// A version of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// Stable name: `1540-matrix-2017-reconstruction`.
    pub key: String,
    /// Whole number, raised whenever the content changes.
    pub version: u32,
    /// When this form was in use.
    pub date: PartialDate,
    /// Its name as shown everywhere, with how far it is verified.
    pub name: Localized,
    /// Who packaged it.
    pub provider: Localized,
    /// Where it comes from.
    pub source: Source,
    /// What is verified and what is not.
    pub note: Localized,
    /// Names of the weapon types that occur.
    pub weapons: Vec<Named<Weapon>>,
    /// Names of the facets that occur.
    pub facets: Vec<Named<Facet>>,
    /// The legend: what each mark means in this version.
    pub marks: Vec<MarkMeaning>,
    /// How sure the wording of a row can be.
    pub confidences: Vec<Confidence>,
    /// The sections in the order of the form.
    pub sections: Vec<Section>,
}

/// Where something comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// What it is called there.
    #[serde(default)]
    pub title: String,
    /// Who published it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub publisher: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub url: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
}

impl Source {
    /// Everything wrong with it.
    pub fn check(&self, field: &str, faults: &mut Vec<Fault>) {
        crate::fault::check_text(&format!("{field}.title"), &self.title, faults);
        crate::fault::check_text(&format!("{field}.publisher"), &self.publisher, faults);
        check_link(&format!("{field}.url"), &self.url, faults);
    }
}

/// A word with its name in several languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Named<K> {
    /// The word.
    pub key: K,
    /// Its name.
    pub name: Localized,
}

/// A line of the legend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkMeaning {
    /// The mark.
    pub key: Mark,
    /// What it means in this version of the form.
    pub meaning: Localized,
    /// Whether the meaning has been checked against a public copy.
    pub verified: bool,
}

/// How far the wording of a row can be trusted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Confidence {
    /// The code: `READ`, `M`.
    pub key: String,
    /// What the code means.
    pub meaning: Localized,
    /// What is shown beside a row.
    pub shown: Localized,
}

/// A section: a table of the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// `I`, `III-NW`.
    pub key: String,
    /// The paragraphs of the resolution it covers.
    pub operative_paragraphs: Vec<String>,
    /// Its title.
    pub title: Localized,
    /// Its rows, in order.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Number within the section, from 1.
    pub number: u16,
    /// What it asks.
    pub label: Localized,
    /// What can be answered.
    pub answers: RowAnswers,
    /// How sure the wording is: the key of a [`Confidence`].
    pub confidence: String,
}

/// What can be answered in a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowAnswers {
    /// Text only.
    Information,
    /// Text with yes or no.
    YesNo,
    /// A mark in each of these cells.
    Marks(Vec<(Weapon, Facet)>),
}

/// How many there are of what. Computed from the template in use, printed with its name, never a denominator.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Rows.
    pub rows: usize,
    /// Cells that take a mark.
    pub marked_cells: usize,
    /// Rows that take text only, or text with yes or no.
    pub information_rows: usize,
}

impl Template {
    /// Every row with its key, in the order of the form.
    pub fn rows(&self) -> impl Iterator<Item = (RowKey, &Section, &Row)> {
        self.sections.iter().flat_map(|section| {
            section.rows.iter().map(move |row| (RowKey { section: section.key.clone(), row: row.number }, section, row))
        })
    }

    /// The row with this key.
    #[must_use]
    pub fn row(&self, key: &RowKey) -> Option<(&Section, &Row)> {
        let section = self.sections.iter().find(|section| section.key == key.section)?;
        let row = section.rows.iter().find(|row| row.number == key.row)?;
        Some((section, row))
    }

    /// Every cell, in the order of the form: for each row its own cell, then its marked ones.
    pub fn cells(&self) -> impl Iterator<Item = CellKey> {
        self.rows().flat_map(|(key, _, row)| {
            let marked = match &row.answers {
                RowAnswers::Marks(parts) => parts.clone(),
                _ => Vec::new(),
            };
            std::iter::once(None)
                .chain(marked.into_iter().map(Some))
                .map(move |part| CellKey { row: key.clone(), part })
        })
    }

    /// What keeps this mark from standing in this cell: no such row, no such cell, or a mark the cell does not take.
    #[must_use]
    pub fn refuses(&self, cell: &CellKey, mark: Mark) -> Option<Fault> {
        let name = cell.to_string();
        let Some((_, row)) = self.row(&cell.row) else {
            return Some(Fault::error("matrix-row-unknown").with("row", cell.row.to_string()));
        };
        let allowed: &[Mark] = match (&row.answers, cell.part) {
            (RowAnswers::Marks(parts), Some(part)) if parts.contains(&part) => {
                &[Mark::Blank, Mark::X, Mark::Question, Mark::NotApplicable]
            }
            (RowAnswers::YesNo, None) => &[Mark::Blank, Mark::Yes, Mark::No],
            (_, None) => &[Mark::Blank],
            _ => return Some(Fault::error("matrix-cell-unknown").with("cell", name)),
        };
        (!allowed.contains(&mark)).then(|| {
            let allowed: Vec<&str> = allowed.iter().map(|mark| mark.as_str()).filter(|mark| !mark.is_empty()).collect();
            let code = if allowed.is_empty() { "matrix-cell-takes-no-mark" } else { "matrix-mark-not-allowed" };
            let fault = Fault::error(code).with("cell", name).with("mark", mark.as_str());
            if allowed.is_empty() { fault } else { fault.with("allowed", allowed.join(", ")) }
        })
    }

    /// Counts of one section, or of all.
    #[must_use]
    pub fn counts(&self, section: Option<&str>) -> Counts {
        let mut counts = Counts::default();
        for (_, _, row) in self.rows().filter(|(key, _, _)| section.is_none_or(|wanted| wanted == key.section)) {
            counts.rows += 1;
            match &row.answers {
                RowAnswers::Marks(parts) => counts.marked_cells += parts.len(),
                _ => counts.information_rows += 1,
            }
        }
        counts
    }

    /// What is shown beside a row about how sure its wording is.
    #[must_use]
    pub fn confidence(&self, key: &str) -> Option<&Confidence> {
        self.confidences.iter().find(|confidence| confidence.key == key)
    }

    /// Everything wrong with it: missing names, a row twice, a confidence that is not explained.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("key", &self.key, faults);
        self.name.check_required("name", faults);
        self.source.check("source", faults);
        let mut seen: BTreeMap<RowKey, ()> = BTreeMap::new();
        for (key, _, row) in self.rows() {
            let field = format!("rows.{key}");
            row.label.check_required(&field, faults);
            if self.confidence(&row.confidence).is_none() {
                faults.push(Fault::error("template-confidence-unknown").at(&field).with("confidence", &row.confidence));
            }
            if seen.insert(key, ()).is_some() {
                faults.push(Fault::error("template-row-twice").at(&field));
            }
        }
    }
}
