//! A matrix template: `template.toml` says what it is, `rows.tsv` lists its rows.

use std::collections::BTreeMap;

use domain::cell::{Facet, Mark, Weapon};
use domain::fault::Fault;
use domain::localized::Localized;
use domain::partial_date::PartialDate;
use domain::template::{Confidence, MarkMeaning, Named, Row, RowAnswers, Section, Source, Template};
use domain::words::UnknownWord;

use crate::round_folder::Files;
use crate::table::{self, Column, Layout, Table};
use crate::toml_file::{self, Fields};

const HEAD: &str = "template.toml";
const ROWS: &str = "rows.tsv";

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("section"),
        Column::required("row"),
        Column::required("label").per_language(),
        Column::required("mark_cells"),
        Column::required("confidence"),
    ],
    by_beginning: false,
};

/// Reads a template. There is a value exactly when no fault is an error.
#[must_use]
pub fn read(files: &Files) -> (Option<Template>, Vec<Fault>) {
    let mut faults = Vec::new();
    for name in [HEAD, ROWS].iter().filter(|name| !files.contains_key(**name)) {
        faults.push(Fault::error("file-missing").inside(name, None));
    }
    let (Some(head), Some(rows)) = (files.get(HEAD), files.get(ROWS)) else { return (None, faults) };
    let template = toml_file::read(HEAD, head, &mut faults, |fields, faults| {
        let mut template = template(fields, faults);
        add_rows(rows, &mut template, faults);
        let mut found = Vec::new();
        template.check(&mut found);
        // The rows were checked at their own lines.
        found.retain(|fault| !fault.place.field.as_deref().is_some_and(|field| field.starts_with("rows.")));
        fields.place(found, faults);
        template
    });
    (template.filter(|_| !faults.iter().any(Fault::is_error)), faults)
}

fn template(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Template {
    for name in ["version", "date", "section", "mark"] {
        fields.require(name, faults);
    }
    Template {
        key: fields.text("key", faults),
        version: u32::from(fields.number("version", faults).unwrap_or(1)),
        date: fields.partial_date("date", faults).unwrap_or(PartialDate::Year(1)),
        name: fields.localized("name", faults),
        provider: fields.localized("provider", faults),
        source: fields.table("source", faults).map_or_else(Source::default, |fields| source(fields, faults)),
        note: fields.localized("note", faults),
        weapons: each(fields, "weapon", faults, named::<Weapon>),
        facets: each(fields, "facet", faults, named::<Facet>),
        marks: each(fields, "mark", faults, mark),
        confidences: each(fields, "confidence", faults, |fields, faults| {
            Some(Confidence {
                key: fields.text("key", faults),
                meaning: fields.localized("meaning", faults),
                shown: fields.localized("shown", faults),
            })
        }),
        sections: each(fields, "section", faults, |fields, faults| {
            // Says only that the title is not the printed one, which the note of the template says too.
            fields.boolean("working_title", faults);
            Some(Section {
                key: fields.text("key", faults),
                operative_paragraphs: fields.texts("operative_paragraphs", faults),
                title: fields.localized("title", faults),
                rows: Vec::new(),
            })
        }),
    }
}

fn each<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    faults: &mut Vec<Fault>,
    read: impl Fn(&mut Fields<'_>, &mut Vec<Fault>) -> Option<T>,
) -> Vec<T> {
    let mut items = Vec::new();
    for mut fields in fields.tables(name, faults) {
        items.extend(read(&mut fields, faults));
        fields.finish(faults);
    }
    items
}

fn source(mut fields: Fields<'_>, faults: &mut Vec<Fault>) -> Source {
    let source = Source {
        title: fields.text("title", faults),
        publisher: fields.text("publisher", faults),
        url: fields.text("url", faults),
        date: fields.partial_date("date", faults),
    };
    // When it was looked up; kept in the file for whoever packages the next version.
    fields.partial_date("retrieved", faults);
    fields.finish(faults);
    source
}

fn named<K: std::str::FromStr<Err = UnknownWord>>(
    fields: &mut Fields<'_>,
    faults: &mut Vec<Fault>,
) -> Option<Named<K>> {
    fields.require("key", faults);
    let name: Localized = fields.localized("name", faults);
    Some(Named { key: fields.word("key", faults)?, name })
}

fn mark(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<MarkMeaning> {
    fields.require("key", faults);
    let meaning = fields.localized("meaning", faults);
    let verified = fields.boolean("verified", faults);
    // Where the meaning was seen; for whoever verifies it.
    fields.text("source", faults);
    Some(MarkMeaning { key: fields.word::<Mark>("key", faults)?, meaning, verified })
}

fn add_rows(bytes: &[u8], template: &mut Template, faults: &mut Vec<Fault>) {
    let (table, found) = Table::read(ROWS, bytes, &[&LAYOUT]);
    faults.extend(found);
    let mut lines: BTreeMap<(String, u16), u64> = BTreeMap::new();
    for line in table.iter().flat_map(|(table, _)| table.iter()) {
        for name in ["section", "row", "mark_cells", "confidence"] {
            line.require(name, faults);
        }
        let number = line.parse::<u16>("row", "row-unreadable", faults);
        let answers = answers(&line, faults);
        let (Some(number), Some(answers)) = (number, answers) else { continue };
        let key = line.text("section");
        let row =
            Row { number, label: line.localized("label"), answers, confidence: line.text("confidence").to_owned() };
        let mut found = Vec::new();
        row.label.check_required("label", &mut found);
        if number == 0 {
            found.push(Fault::error("number-from-one").at("row"));
        }
        if template.confidence(&row.confidence).is_none() {
            found
                .push(Fault::error("template-confidence-unknown").at("confidence").with("confidence", &row.confidence));
        }
        if let Some(other) = lines.insert((key.to_owned(), number), line.line()) {
            found.push(
                Fault::error("listed-twice")
                    .at("row")
                    .with("what", format!("{key}.{number}"))
                    .with("other", other.to_string()),
            );
        }
        match template.sections.iter_mut().find(|section| section.key == key) {
            Some(section) => section.rows.push(row),
            None => found.push(Fault::error("template-section-unknown").at("section").with("section", key)),
        }
        line.place(found, faults);
    }
}

/// `info`, `info(YES)`, or the cells by facet: `LF:N,C,B;ENF:N,C,B`.
fn answers(line: &table::Row<'_>, faults: &mut Vec<Fault>) -> Option<RowAnswers> {
    let text = line.text("mark_cells");
    let answers = match text {
        "" => return None,
        "info" => Some(RowAnswers::Information),
        "info(YES)" => Some(RowAnswers::YesNo),
        cells => mark_cells(cells).map(RowAnswers::Marks),
    };
    if answers.is_none() {
        faults.push(line.fault("mark_cells", Fault::error("template-cells-unreadable").with("text", text)));
    }
    answers
}

fn mark_cells(text: &str) -> Option<Vec<(Weapon, Facet)>> {
    let mut cells = Vec::new();
    for facet in text.split(';') {
        let (facet, weapons) = facet.split_once(':')?;
        let facet: Facet = facet.trim().parse().ok()?;
        for weapon in weapons.split(',') {
            let cell = (weapon.trim().parse().ok()?, facet);
            if cells.contains(&cell) {
                return None;
            }
            cells.push(cell);
        }
    }
    Some(cells)
}

#[cfg(test)]
mod tests;
