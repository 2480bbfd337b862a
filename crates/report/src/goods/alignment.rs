//! Several lists side by side: the working paper that States align their lists by, and the same as a table.

use domain::language::Language;
use jiff::civil::Date;
use lists::compare::{AlignedRow, Beside, Change, ListAlignment};
use locale::{Catalogue, Translator};

use super::comparison::{changes, name, particulars};
use crate::document::{
    Block, Cell, Document, LineStyle, Paragraph, ParagraphStyle, Parallel, Part, Table, TableColumn, TableRow,
    TitleBlock,
};
use crate::table::{CellValue, Column, Sheet};

/// The rows in which the lists differ.
pub fn differing(alignment: &ListAlignment) -> impl Iterator<Item = &AlignedRow> {
    alignment.rows.iter().filter(|row| !row.is_common())
}

/// How another list stands to the first, in a word or two.
#[must_use]
pub fn stands(beside: &Beside, t: Translator) -> String {
    match &beside.row {
        None => t.text("list-align-absent"),
        Some(row) if row.new.is_none() => t.text("list-align-absent"),
        Some(row) if row.old.is_none() => t.text("list-align-only"),
        Some(row) if row.changes == [Change::Same] => t.text("list-align-same"),
        Some(row) => changes(row, t),
    }
}

/// What differs in another list, a line each.
fn details(beside: &Beside, t: Translator) -> Vec<String> {
    beside
        .row
        .as_ref()
        .filter(|row| row.old.is_some() && row.new.is_some())
        .map_or_else(Vec::new, |row| particulars(row, t))
}

/// The alignment as a table: for each list its code and words, for each but the first how it stands to the first.
#[must_use]
pub fn sheet(alignment: &ListAlignment, language: Language) -> Sheet {
    let t = Catalogue::embedded().translator(language);
    let column = |key: String, heading: String, width: u16| Column { key, heading, width };
    let mut columns = Vec::new();
    for (place, head) in alignment.lists.iter().enumerate() {
        let short = format!("{} {}", head.list, head.edition);
        columns.push(column(format!("path_{place}"), format!("{short}: {}", t.text("cli-column-code")), 14));
        columns.push(column(format!("text_{place}"), short.clone(), 50));
        if place > 0 {
            columns.push(column(format!("stands_{place}"), format!("{short}: {}", t.text("list-compare-changes")), 24));
            columns.push(column(
                format!("details_{place}"),
                format!("{short}: {}", t.text("list-compare-particulars")),
                40,
            ));
        }
    }
    let rows = differing(alignment).map(|row| {
        let side = |side: Option<&lists::compare::Side>| {
            side.map_or([CellValue::Empty, CellValue::Empty], |side| {
                [CellValue::from(side.path.as_str()), CellValue::from(side.text.as_str())]
            })
        };
        let mut cells: Vec<CellValue> = side(row.first.as_ref()).into();
        for beside in &row.others {
            cells.extend(side(beside.side()));
            cells.push(CellValue::from(stands(beside, t)));
            cells.push(CellValue::from(details(beside, t).join("\n")));
        }
        cells
    });
    let mut notes: Vec<String> = alignment.lists.iter().map(|head| name(head, language)).collect();
    notes.push(t.text("list-compare-facts-only"));
    Sheet { name: t.text("list-compare-title"), notes, columns, rows: rows.collect() }
}

/// The alignment as a working paper: a summary of each pair, then every provision in which the lists differ, one column a
/// list.
#[must_use]
pub fn working_paper(alignment: &ListAlignment, marking: &str, date: Date, language: Language) -> Document {
    const WIDTH: u16 = 160;
    let languages = [language];
    let t = Catalogue::embedded().translator(language);
    let same = |said: &str| Parallel::each(&languages, |_| said.to_owned());
    let paragraph =
        |said: &str, style| Block::Paragraph(Paragraph { number: None, text: same(said), footnote: None, style });
    let mut summary = vec![paragraph(&t.text("list-compare-facts-only"), ParagraphStyle::Remark)];
    let common = alignment.rows.iter().filter(|row| row.is_common()).count();
    summary.push(paragraph(&t.with("list-align-common", &[("count", common.into())]), ParagraphStyle::Text));
    for comparison in &alignment.comparisons {
        let line = format!("{} – {}", name(&comparison.old, language), name(&comparison.new, language));
        summary.push(paragraph(&line, ParagraphStyle::Text));
        for (change, count) in comparison.counts.iter().filter(|(change, _)| **change != Change::Same) {
            let line = format!("{}: {count}", t.word("list-change", change.as_str()));
            summary.push(paragraph(&line, ParagraphStyle::Item));
        }
        for (key, entries) in [
            ("list-compare-entries-added", &comparison.entries_added),
            ("list-compare-entries-removed", &comparison.entries_removed),
        ] {
            if !entries.is_empty() {
                summary.push(paragraph(&t.with(key, &[("entries", entries.join(", ").into())]), ParagraphStyle::Item));
            }
        }
    }
    let cell = |said: &str, style| Cell::default().with(same(said), style);
    let rows = differing(alignment).map(|row| {
        let mut cells = vec![match &row.first {
            Some(side) => cell(side.path.as_str(), LineStyle::Strong).with(same(&side.text), LineStyle::Text),
            None => cell("—", LineStyle::Text),
        }];
        for beside in &row.others {
            let mut other = match beside.side() {
                Some(side) => {
                    cell(side.path.as_str(), LineStyle::Strong).with(same(&stands(beside, t)), LineStyle::Small)
                }
                None => cell("—", LineStyle::Text).with(same(&stands(beside, t)), LineStyle::Small),
            };
            if let Some(side) = beside.side().filter(|_| !beside.is_same()) {
                other = other.with(same(&side.text), LineStyle::Text);
            }
            for line in details(beside, t) {
                other = other.with(same(&line), LineStyle::Small);
            }
            cells.push(other);
        }
        TableRow { heading: false, cells }
    });
    let width = WIDTH / u16::try_from(alignment.lists.len().max(1)).unwrap_or(1);
    let table = Table {
        caption: None,
        columns: alignment
            .lists
            .iter()
            .map(|head| TableColumn { heading: same(&name(head, language)), width })
            .collect(),
        rows: rows.collect(),
    };
    let part = |number: &str, key: &str, blocks| Part {
        number: number.to_owned(),
        annex: false,
        heading: same(&format!("{number}. {}", t.text(key))),
        blocks,
    };
    let names: Vec<String> = alignment.lists.iter().map(|head| name(head, language)).collect();
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
            place_and_dates: same(&names.join("; ")),
            states: same(""),
            edition: same(&t.date(date)),
        },
        note: None,
        parts: vec![
            part("I", "list-compare-summary", summary),
            part("II", "list-compare-rows", vec![Block::Table(table)]),
        ],
    }
}
