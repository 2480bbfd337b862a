//! A matrix in the columns of `matrices/CODE.csv`: one line for each cell and citation.

use domain::answer::Answer;
use domain::cell::CellKey;
use domain::citation::{Citation, Translation};
use domain::template::Template;

use super::{Heading, en_ru};
use crate::round_record::MatrixRecord;
use crate::table::{CellValue, Column, Sheet};

const COLUMNS: [(&str, u16); 16] = [
    ("section", 8),
    ("row", 5),
    ("weapon", 7),
    ("facet", 6),
    ("mark", 6),
    ("information_en", 40),
    ("information_ru", 40),
    ("instrument_en", 40),
    ("instrument_ru", 40),
    ("article", 16),
    ("date", 12),
    ("language", 9),
    ("link", 30),
    ("translation", 12),
    ("remarks_en", 30),
    ("remarks_ru", 30),
];

/// The matrix of a State. With a template every cell of the form has its line, blank ones too, in the order of the form.
#[must_use]
pub fn matrix(record: &MatrixRecord, template: Option<&Template>, heading: &Heading<'_>) -> Sheet {
    let t = heading.translator;
    let mut notes = heading.notes();
    if let Some(template) = template {
        notes.push(t.with("table-template", &[("template", template.name.text(t.language()).into())]));
    }
    let mut cells: Vec<CellKey> = template.map(|template| template.cells().collect()).unwrap_or_default();
    // What the form does not know is not left out: an export says everything.
    let mut others: Vec<CellKey> = record.answers.keys().filter(|cell| !cells.contains(cell)).cloned().collect();
    others.sort();
    cells.extend(others);
    let rows = cells.iter().flat_map(|cell| lines(cell, record.answers.get(cell))).collect();
    Sheet {
        name: t.with("table-name-matrix", &[("state", record.state.to_string().into())]),
        notes,
        columns: COLUMNS.iter().map(|(key, width)| Column::plain(key, *width)).collect(),
        rows,
    }
}

/// The lines of a cell: the first with its mark and texts, one more for each further citation.
fn lines(cell: &CellKey, answer: Option<&Answer>) -> Vec<Vec<CellValue>> {
    let citations = answer.map_or(&[][..], |answer| answer.citations.as_slice());
    let further = citations.iter().skip(1).map(|citation| line(cell, None, Some(citation)));
    std::iter::once(line(cell, answer, citations.first())).chain(further).collect()
}

fn line(cell: &CellKey, answer: Option<&Answer>, citation: Option<&Citation>) -> Vec<CellValue> {
    let (weapon, facet) = cell.part.map_or(("", ""), |(weapon, facet)| (weapon.as_str(), facet.as_str()));
    let mut values: Vec<CellValue> =
        vec![cell.row.section.as_str().into(), cell.row.row.into(), weapon.into(), facet.into()];
    values.push(answer.map_or(CellValue::Empty, |answer| answer.mark.as_str().into()));
    values.extend(answer.map_or([CellValue::Empty, CellValue::Empty], |answer| en_ru(&answer.information)));
    match citation {
        None => values.extend(std::iter::repeat_n(CellValue::Empty, 7)),
        Some(citation) => {
            values.extend(en_ru(&citation.instrument));
            values.push(citation.article.as_str().into());
            values.push(citation.date.map_or(CellValue::Empty, |date| date.to_string().into()));
            values.push(citation.language.map_or(CellValue::Empty, |language| language.as_str().into()));
            values.push(citation.link.as_str().into());
            // The files of a round leave the word out for an original.
            values.push(match citation.translation {
                Translation::Original => CellValue::Empty,
                other => other.as_str().into(),
            });
        }
    }
    values.extend(answer.map_or([CellValue::Empty, CellValue::Empty], |answer| en_ru(&answer.remarks)));
    values
}
