//! Several lists side by side: the working paper that States align their lists by, and the same as a table.

use domain::language::Language;
use jiff::civil::Date;
use lists::compare::{AlignedRow, Beside, Change, ListAlignment};
use locale::{Catalogue, Translator};

use super::comparison::{changes, name, particulars};
use super::paper::{Paper, PaperTitle};
use crate::document::{Block, Document, LineStyle, ParagraphStyle};
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
    let paper = Paper::new(language);
    let t = paper.t;
    let mut summary = vec![paper.paragraph(&t.text("list-compare-facts-only"), ParagraphStyle::Remark)];
    let common = alignment.rows.iter().filter(|row| row.is_common()).count();
    summary.push(paper.paragraph(&t.with("list-align-common", &[("count", common.into())]), ParagraphStyle::Text));
    for comparison in &alignment.comparisons {
        let line = format!("{} – {}", name(&comparison.old, language), name(&comparison.new, language));
        summary.push(paper.paragraph(&line, ParagraphStyle::Text));
        summary.extend(paper.counts(comparison, false, ParagraphStyle::Item));
    }
    let rows = differing(alignment).map(|row| {
        let mut cells = vec![match &row.first {
            Some(side) => {
                paper.cell(side.path.as_str(), LineStyle::Strong).with(paper.text(&side.text), LineStyle::Text)
            }
            None => paper.cell("—", LineStyle::Text),
        }];
        for beside in &row.others {
            let head = match beside.side() {
                Some(side) => paper.cell(side.path.as_str(), LineStyle::Strong),
                None => paper.cell("—", LineStyle::Text),
            };
            let mut other = head.with(paper.text(&stands(beside, t)), LineStyle::Small);
            if let Some(side) = beside.side().filter(|_| !beside.is_same()) {
                other = other.with(paper.text(&side.text), LineStyle::Text);
            }
            for line in details(beside, t) {
                other = other.with(paper.text(&line), LineStyle::Small);
            }
            cells.push(other);
        }
        Paper::row(cells)
    });
    let width = WIDTH / u16::try_from(alignment.lists.len().max(1)).unwrap_or(1);
    let names: Vec<String> = alignment.lists.iter().map(|head| name(head, language)).collect();
    let headings: Vec<(String, u16)> = names.iter().map(|name| (name.clone(), width)).collect();
    let table = paper.table(&headings, rows.collect());
    let title = PaperTitle { lists: names.join("; "), other: String::new() };
    let parts = vec![("list-compare-summary", summary), ("list-compare-rows", vec![Block::Table(table)])];
    paper.document(&title, marking, date, parts)
}
