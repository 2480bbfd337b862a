//! The comparison of two lists: as a table for other programs, and as the working paper that delegations align them by.

use domain::language::Language;
use jiff::civil::Date;
use lists::compare::{Change, ListComparison, Row, Side};
use locale::{Catalogue, Translator};

use super::values;
use crate::document::{
    Block, Cell, Document, LineStyle, Paragraph, ParagraphStyle, Parallel, Part, Table, TableColumn, TableRow,
    TitleBlock,
};
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
    let languages = [language];
    let t = Catalogue::embedded().translator(language);
    let same = |said: &str| Parallel::each(&languages, |_| said.to_owned());
    let paragraph =
        |said: &str, style| Block::Paragraph(Paragraph { number: None, text: same(said), footnote: None, style });
    let mut summary = vec![paragraph(&t.text("list-compare-facts-only"), ParagraphStyle::Remark)];
    for (change, count) in &comparison.counts {
        let line = format!("{}: {count}", t.word("list-change", change.as_str()));
        summary.push(paragraph(&line, ParagraphStyle::Item));
    }
    for (key, entries) in [
        ("list-compare-entries-added", &comparison.entries_added),
        ("list-compare-entries-removed", &comparison.entries_removed),
    ] {
        if !entries.is_empty() {
            summary.push(paragraph(&t.with(key, &[("entries", entries.join(", ").into())]), ParagraphStyle::Text));
        }
    }
    let cell = |said: &str, style| Cell::default().with(same(said), style);
    let terms = terms_table(comparison, language);
    let rows = differing(comparison).map(|row| {
        let mut middle = cell(&changes(row, t), LineStyle::Strong);
        for line in particulars(row, t) {
            middle = middle.with(same(&line), LineStyle::Small);
        }
        let side = |side: &Option<Side>| cell(path(side), LineStyle::Strong).with(same(text(side)), LineStyle::Text);
        TableRow { heading: false, cells: vec![side(&row.old), side(&row.new), middle] }
    });
    let column = |key: &str, width| TableColumn { heading: same(&t.text(key)), width };
    let table = Table {
        caption: None,
        columns: vec![
            column("list-compare-first", 58),
            column("list-compare-second", 58),
            column("list-compare-changes", 44),
        ],
        rows: rows.collect(),
    };
    let part = |number: &str, key: &str, blocks| Part {
        number: number.to_owned(),
        annex: false,
        heading: same(&format!("{number}. {}", t.text(key))),
        blocks,
    };
    Document {
        languages: languages.to_vec(),
        date,
        band: None,
        marking: same(marking),
        running_head: same(&t.text("list-compare-title")),
        page_words: (same(&t.text("report-page-before")), same(&t.text("report-page-between"))),
        title: TitleBlock {
            kind: same(&t.text("list-compare-paper")),
            title: same(&t.text("list-compare-title")),
            place_and_dates: same(&name(&comparison.old, language)),
            states: same(&name(&comparison.new, language)),
            edition: same(&t.date(date)),
        },
        note: None,
        parts: match terms {
            None => vec![
                part("I", "list-compare-summary", summary),
                part("II", "list-compare-rows", vec![Block::Table(table)]),
            ],
            Some(terms) => vec![
                part("I", "list-compare-summary", summary),
                part("II", "list-compare-terms", vec![Block::Table(terms)]),
                part("III", "list-compare-rows", vec![Block::Table(table)]),
            ],
        },
    }
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
fn terms_table(comparison: &ListComparison, language: Language) -> Option<Table> {
    let t = Catalogue::embedded().translator(language);
    let same = |said: &str| Parallel::each(&[language], |_| said.to_owned());
    let cell = |said: &str, style| Cell::default().with(same(said), style);
    let row = |change: &lists::compare::TermChange| TableRow {
        heading: false,
        cells: vec![
            cell(&change.term, LineStyle::Strong).with(same(&term_place(change, t)), LineStyle::Small),
            cell(change.old.as_deref().unwrap_or("—"), LineStyle::Text),
            cell(change.new.as_deref().unwrap_or("—"), LineStyle::Text),
        ],
    };
    let column = |key: &str, width| TableColumn { heading: same(&t.text(key)), width };
    (!comparison.terms.is_empty()).then(|| Table {
        caption: None,
        columns: vec![
            column("list-compare-term", 36),
            column("list-compare-first", 62),
            column("list-compare-second", 62),
        ],
        rows: comparison.terms.iter().map(row).collect(),
    })
}
