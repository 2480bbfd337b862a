//! Citations in words.

use domain::answer::Answer;
use domain::cell::CellKey;
use domain::citation::Citation;
use locale::Translator;

use super::writer::{named, translation};

/// Instrument, article, date, and whether the text is a translation.
pub(super) fn in_words(citation: &Citation, t: Translator) -> String {
    let mut text = named(&citation.instrument, t);
    if !citation.article.is_empty() {
        text = t.with("report-citation-parts", &[("instrument", text.into()), ("article", (&citation.article).into())]);
    }
    if let Some(date) = citation.date {
        text = t.with("report-citation-dated", &[("citation", text.into()), ("date", t.partial_date(date).into())]);
    }
    match translation(citation.translation, t) {
        None => text,
        Some(kind) => t.with("report-citation", &[("citation", text.into()), ("translation", kind.into())]),
    }
}

/// The citations of a cell, each with the part of the row it belongs to: `N LF: Criminal Code, art. 2`.
pub(super) fn of_cell(cell: &CellKey, answer: &Answer, t: Translator) -> Vec<String> {
    answer
        .citations
        .iter()
        .map(|citation| {
            let text = in_words(citation, t);
            match cell.part {
                None => text,
                Some((weapon, facet)) => t.with(
                    "report-citation-cell",
                    &[("cell", format!("{weapon} {facet}").into()), ("citation", text.into())],
                ),
            }
        })
        .collect()
}
