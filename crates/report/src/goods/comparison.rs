//! The comparison of two lists: as a table for other programs, and as the working paper that delegations align them by.

use domain::language::Language;
use jiff::civil::Date;
use lists::compare::{Change, ListComparison, Row, Side};
use locale::{Catalogue, Translator};

use super::paper::{Paper, PaperTitle};
use super::values;
use crate::document::{Block, Document, LineStyle, ParagraphStyle, Table};
use crate::table::{CellValue, Column, Sheet};

/// The changes of a row in words.
#[must_use]
pub fn changes(row: &Row, t: Translator) -> String {
    row.changes.iter().map(|change| t.word("list-change", change.as_str())).collect::<Vec<_>>().join(", ")
}

/// The thresholds, CAS numbers and notes that differ, a line each.
#[must_use]
pub fn particulars(row: &Row, t: Translator) -> Vec<String> {
    let none = || "—".to_owned();
    let mut lines = Vec::new();
    for threshold in &row.thresholds {
        let side = |side: &Option<lists::parameters::Parameter>| {
            side.as_ref().map_or_else(none, |parameter| values::parameter(parameter, t))
        };
        let confirm = [&threshold.old, &threshold.new].into_iter().flatten().any(|side| side.to_confirm);
        let mut line = format!("{} / {}", side(&threshold.old), side(&threshold.new));
        if confirm {
            line = format!("{line} ({})", t.text("list-compare-confirm"));
        }
        lines.push(line);
    }
    let numbers = [("−", &row.cas_removed), ("+", &row.cas_added)];
    lines.extend(numbers.iter().flat_map(|(sign, numbers)| numbers.iter().map(move |cas| format!("{sign} CAS {cas}"))));
    for note in &row.notes {
        let sign = if note.is_new { "+" } else { "−" };
        lines.push(format!("{sign} {}: {}", t.word("note-kind", note.kind.as_str()), note.text));
    }
    lines
}

/// The rows that differ.
pub fn differing(comparison: &ListComparison) -> impl Iterator<Item = &Row> {
    comparison.rows.iter().filter(|row| row.changes != [Change::Same])
}

fn path(side: &Option<Side>) -> &str {
    side.as_ref().map_or("", |side| side.path.as_str())
}

fn text(side: &Option<Side>) -> &str {
    side.as_ref().map_or("", |side| side.text.as_str())
}

/// How a list is named: title and edition.
#[must_use]
pub fn name(head: &lists::version::ListHead, language: Language) -> String {
    format!("{}, {}", head.title.text(language), head.edition)
}

/// The comparison as a table, every row that differs.
#[must_use]
pub fn sheet(comparison: &ListComparison, language: Language) -> Sheet {
    let t = Catalogue::embedded().translator(language);
    let column = |key: &str, heading: String, width: u16| Column { key: key.to_owned(), heading, width };
    let rows = differing(comparison).map(|row| {
        vec![
            CellValue::from(path(&row.old)),
            CellValue::from(path(&row.new)),
            CellValue::from(changes(row, t)),
            CellValue::from(particulars(row, t).join("\n")),
            CellValue::from(text(&row.old)),
            CellValue::from(text(&row.new)),
        ]
    });
    Sheet {
        name: t.text("list-compare-title"),
        notes: vec![
            name(&comparison.old, language),
            name(&comparison.new, language),
            t.text("list-compare-facts-only"),
        ],
        columns: vec![
            column("old_path", t.text("list-compare-first"), 14),
            column("new_path", t.text("list-compare-second"), 14),
            column("changes", t.text("list-compare-changes"), 22),
            column("particulars", t.text("list-compare-particulars"), 40),
            column("old_text", t.text("list-compare-first-text"), 60),
            column("new_text", t.text("list-compare-second-text"), 60),
        ],
        rows: rows.collect(),
    }
}

/// The comparison as a working paper.
#[must_use]
pub fn working_paper(comparison: &ListComparison, marking: &str, date: Date, language: Language) -> Document {
    let paper = Paper::new(language);
    let t = paper.t;
    let mut summary = vec![paper.paragraph(&t.text("list-compare-facts-only"), ParagraphStyle::Remark)];
    summary.extend(paper.counts(comparison, true, ParagraphStyle::Text));
    let rows = differing(comparison).map(|row| {
        let mut middle = paper.cell(&changes(row, t), LineStyle::Strong);
        for line in particulars(row, t) {
            middle = middle.with(paper.text(&line), LineStyle::Small);
        }
        let side = |side: &Option<Side>| {
            paper.cell(path(side), LineStyle::Strong).with(paper.text(text(side)), LineStyle::Text)
        };
        Paper::row(vec![side(&row.old), side(&row.new), middle])
    });
    let headings = [("list-compare-first", 58), ("list-compare-second", 58), ("list-compare-changes", 44)];
    let headings = headings.map(|(key, width)| (t.text(key), width));
    let mut parts = vec![("list-compare-summary", summary)];
    parts.extend(terms(comparison, &paper).map(|table| ("list-compare-terms", vec![Block::Table(table)])));
    parts.push(("list-compare-rows", vec![Block::Table(paper.table(&headings, rows.collect()))]));
    let title = PaperTitle { lists: name(&comparison.old, language), other: name(&comparison.new, language) };
    paper.document(&title, marking, date, parts)
}

/// A definition that differs, in words: where it is defined, and what uses it.
#[must_use]
pub fn term_place(change: &lists::compare::TermChange, t: Translator) -> String {
    const MOST_NAMED: usize = 12;
    let mut entries = change.entries.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    if change.entries.len() > MOST_NAMED {
        entries = format!("{entries} +{}", change.entries.len() - MOST_NAMED);
    }
    match (&change.scope, entries.is_empty()) {
        (Some(scope), _) => t.with("list-compare-term-of", &[("path", scope.as_str().into())]),
        (None, true) => String::new(),
        (None, false) => t.with("list-compare-term-used", &[("entries", entries.into())]),
    }
}

/// The definitions that differ; none when none do.
fn terms(comparison: &ListComparison, paper: &Paper) -> Option<Table> {
    let t = paper.t;
    let row = |change: &lists::compare::TermChange| {
        let place = paper.text(&term_place(change, t));
        Paper::row(vec![
            paper.cell(&change.term, LineStyle::Strong).with(place, LineStyle::Small),
            paper.cell(change.old.as_deref().unwrap_or("—"), LineStyle::Text),
            paper.cell(change.new.as_deref().unwrap_or("—"), LineStyle::Text),
        ])
    };
    let headings = [("list-compare-term", 36), ("list-compare-first", 62), ("list-compare-second", 62)];
    let headings = headings.map(|(key, width)| (t.text(key), width));
    (!comparison.terms.is_empty()).then(|| paper.table(&headings, comparison.terms.iter().map(row).collect()))
}
