//! `matrices/CODE.csv`: what a State says in the cells of its matrix. One line is one cell and at most one citation.

use std::collections::BTreeMap;

use domain::answer::Answer;
use domain::body::Body;
use domain::cell::{CellKey, Mark, RowKey};
use domain::citation::{Citation, Translation};
use domain::fault::Fault;
use domain::ids::Id;
use domain::matrix::Matrix;
use domain::template::Template;

use crate::table::{Column, Layout, Row, Table};

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("section"),
        Column::required("row"),
        Column::optional("weapon"),
        Column::optional("facet"),
        Column::optional("mark"),
        Column::optional("information").per_language(),
        Column::optional("instrument").per_language(),
        Column::optional("article"),
        Column::optional("date"),
        Column::optional("language"),
        Column::optional("link"),
        Column::optional("translation"),
        Column::optional("remarks").per_language(),
    ],
    by_beginning: false,
};

/// Reads the answers of a matrix made under this template, in the order of the file. Answers that say nothing are left
/// out: a cell without an answer is blank.
#[must_use]
pub fn read(file: &str, bytes: &[u8], template: &Template, matrix: Id<Matrix>) -> (Vec<Answer>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&LAYOUT]);
    let mut answers: Vec<Answer> = Vec::new();
    let mut seen: BTreeMap<CellKey, (usize, u64)> = BTreeMap::new();
    let Some((table, _)) = table else { return (answers, faults) };
    for row in table.iter() {
        let Some(cell) = cell(&row, &mut faults) else { continue };
        let mark = mark(&row, &mut faults);
        if let Some(fault) = template.refuses(&cell, mark) {
            faults.push(row.fault(column_of(&fault), fault));
            continue;
        }
        let answer = Answer {
            mark,
            information: row.localized("information"),
            citations: citation(&row, &mut faults).into_iter().collect(),
            remarks: row.localized("remarks"),
            ..Answer::blank(matrix, cell)
        };
        match seen.get(&answer.cell) {
            None => {
                seen.insert(answer.cell.clone(), (answers.len(), row.line()));
                place(&row, &answer, &mut faults);
                answers.push(answer);
            }
            Some((first, line)) => {
                let only_citation = mark == Mark::Blank && answer.information.is_empty() && answer.remarks.is_empty();
                if !only_citation || answer.citations.is_empty() {
                    let fault = Fault::error("matrix-cell-twice").with("cell", answer.cell.to_string());
                    faults.push(row.fault("section", fault.with("other", line.to_string())));
                    continue;
                }
                let faults_before = faults.len();
                place(&row, &answer, &mut faults);
                let first = &mut answers[*first];
                first.citations.extend(answer.citations);
                // The whole answer may now have too many; its other faults were told at their own lines.
                if faults.len() == faults_before && first.citations.len() == domain::answer::MOST_CITATIONS + 1 {
                    place(&row, first, &mut faults);
                }
            }
        }
    }
    answers.retain(|answer| !answer.is_blank());
    (answers, faults)
}

fn cell(row: &Row<'_>, faults: &mut Vec<Fault>) -> Option<CellKey> {
    row.require("section", faults);
    row.require("row", faults);
    let (section, number) = (row.text("section"), row.text("row"));
    if section.is_empty() || number.is_empty() {
        return None;
    }
    let Ok(key) = format!("{section}.{number}").parse::<RowKey>() else {
        let fault = Fault::error("row-unreadable").with("text", format!("{section}.{number}"));
        faults.push(row.fault("row", fault));
        return None;
    };
    let given = (!row.text("weapon").is_empty(), !row.text("facet").is_empty());
    let (weapon, facet) = (row.word("weapon", faults), row.word("facet", faults));
    match (given, weapon, facet) {
        ((false, false), ..) => Some(CellKey { row: key, part: None }),
        ((true, true), Some(weapon), Some(facet)) => Some(CellKey { row: key, part: Some((weapon, facet)) }),
        ((true, true), ..) => None,
        ((given, _), ..) => {
            let missing = if given { "facet" } else { "weapon" };
            faults.push(row.fault(missing, Fault::error("matrix-half-a-cell")));
            None
        }
    }
}

/// The mark, written small or large, with Cyrillic letters that look the same, or in Russian.
fn mark(row: &Row<'_>, faults: &mut Vec<Fault>) -> Mark {
    match text::skeleton(row.text("mark")).as_str() {
        "" => Mark::Blank,
        "x" => Mark::X,
        "?" => Mark::Question,
        "na" | "n/a" => Mark::NotApplicable,
        // The skeletons of «да» and «нет».
        "yes" | "дa" => Mark::Yes,
        "no" | "heт" | "het" => Mark::No,
        _ => row.word("mark", faults).unwrap_or(Mark::Blank),
    }
}

/// The column in which a person puts right what the template refuses.
fn column_of(fault: &Fault) -> &'static str {
    match fault.code.as_str() {
        "matrix-row-unknown" => "row",
        "matrix-cell-unknown" => "weapon",
        _ => "mark",
    }
}

fn citation(row: &Row<'_>, faults: &mut Vec<Fault>) -> Option<Citation> {
    let instrument = row.localized("instrument");
    let translation = row.word::<Translation>("translation", faults);
    let citation = Citation {
        article: row.text("article").to_owned(),
        date: row.parse("date", "date-unreadable", faults),
        language: row.parse("language", "language-unknown", faults),
        link: row.text("link").to_owned(),
        translation: translation.unwrap_or(Translation::Original),
        document: None,
        instrument,
    };
    let says_nothing = citation.instrument.is_empty()
        && ["article", "date", "language", "link", "translation"].iter().all(|name| row.text(name).is_empty());
    (!says_nothing).then_some(citation)
}

/// Places the faults of an answer in the row it was read from; those of a citation at its column.
fn place(row: &Row<'_>, answer: &Answer, faults: &mut Vec<Fault>) {
    let found = Body::from(answer.clone()).check().into_iter().map(|fault| {
        let field = fault.place.field.clone().unwrap_or_default();
        match field.strip_prefix("citations.").and_then(|rest| rest.split_once('.')) {
            Some((_, field)) => fault.at(field),
            None => fault,
        }
    });
    row.place(found.collect(), faults);
}

#[cfg(test)]
mod tests;
