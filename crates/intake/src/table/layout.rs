//! Layouts: which columns a table may have, and under which headings they are found.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::language::Language;

use super::TableRow;
use crate::limits;
use crate::nearest::nearest;

/// A column a table may have.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Its name in the program; also its first accepted heading.
    pub name: &'static str,
    /// Other headings it is found under, in any language.
    pub headings: &'static [&'static str],
    /// Whether the table is of no use without it.
    pub required: bool,
    /// Whether there is one for each language: `title_en`, `title_ru`.
    pub per_language: bool,
}

impl Column {
    /// A column the table cannot do without.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self { name, headings: &[], required: true, per_language: false }
    }

    /// A column that may be left out.
    #[must_use]
    pub const fn optional(name: &'static str) -> Self {
        Self { name, headings: &[], required: false, per_language: false }
    }

    /// The same column, once for each language.
    #[must_use]
    pub const fn per_language(self) -> Self {
        Self { per_language: true, ..self }
    }

    /// The same column, found under these headings too.
    #[must_use]
    pub const fn headings(self, headings: &'static [&'static str]) -> Self {
        Self { headings, ..self }
    }
}

/// The columns of one kind of table.
#[derive(Debug, Clone, Copy)]
pub struct Layout {
    /// The columns, in the usual order.
    pub columns: &'static [Column],
    /// Whether a heading may go on after an accepted one: "Time frame of implementation". For documents made for
    /// people; files made for machines have exact headings.
    pub by_beginning: bool,
}

/// A layout with its headings made ready for comparing, once for each table.
pub(super) struct Headings<'l> {
    layout: &'l Layout,
    accepted: Vec<(String, &'static Column)>,
}

impl<'l> Headings<'l> {
    pub(super) fn new(layout: &'l Layout) -> Self {
        let plain = layout.columns.iter().filter(|column| !column.per_language);
        let accepted = plain
            .flat_map(|column| {
                std::iter::once(&column.name).chain(column.headings).map(move |name| (key(name), column))
            })
            .collect();
        Self { layout, accepted }
    }

    /// The column under this heading, with its language where it has one.
    fn column(&self, heading: &str) -> Option<(&'static Column, Option<Language>)> {
        // A cell as long as a text is no heading, and comparing it would cost much.
        if heading.is_empty() || heading.len() > LONGEST_HEADING {
            return None;
        }
        let lower = heading.to_lowercase();
        for column in self.layout.columns.iter().filter(|column| column.per_language) {
            let rest = lower.strip_prefix(column.name).and_then(|rest| rest.strip_prefix('_'));
            if let Some(language) = rest.and_then(|language| language.parse().ok()) {
                return Some((column, Some(language)));
            }
        }
        let key = key(heading);
        let exact = self.accepted.iter().find(|(accepted, _)| *accepted == key && !key.is_empty());
        let begins = || {
            let long = |accepted: &&(String, _)| accepted.0.chars().count() >= SHORTEST_BEGINNING;
            let fits = self.accepted.iter().filter(long).filter(|(accepted, _)| key.starts_with(accepted.as_str()));
            fits.max_by_key(|(accepted, _)| accepted.len()).filter(|_| self.layout.by_beginning)
        };
        exact.or_else(begins).map(|(_, column)| (*column, None))
    }

    /// How many different columns these cells are headings of.
    pub(super) fn matches(&self, cells: &[String]) -> usize {
        let mut found: Vec<_> = cells
            .iter()
            .take(limits::MOST_COLUMNS)
            .filter_map(|cell| self.column(cell))
            .map(|(column, language)| (column.name, language))
            .collect();
        found.sort();
        found.dedup();
        found.len()
    }

    /// Where each column is, with faults for columns that are unknown; nothing when one is missing or there twice.
    pub(super) fn columns(
        &self,
        headings: &TableRow,
        faults: &mut Vec<Fault>,
    ) -> Option<BTreeMap<(&'static str, Option<Language>), usize>> {
        let mut usable = true;
        let mut columns = BTreeMap::new();
        let mut at_heading = |fault: Fault, heading: &str| {
            let mut fault = fault.at(heading);
            fault.place.line = Some(headings.line);
            faults.push(fault);
        };
        for (index, heading) in headings.cells.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            match self.column(heading) {
                Some((column, language)) => {
                    if columns.insert((column.name, language), index).is_some() {
                        usable = false;
                        at_heading(Fault::error("column-twice"), heading);
                    }
                }
                None => {
                    let nearest = nearest(heading, self.layout.columns.iter().map(|column| column.name)).unwrap_or("—");
                    at_heading(Fault::warning("column-unknown").with("nearest", nearest), heading);
                }
            }
        }
        for column in self.layout.columns.iter().filter(|column| column.required) {
            if !columns.keys().any(|(name, _)| *name == column.name) {
                usable = false;
                // The first heading is the one a person would write.
                at_heading(Fault::error("column-missing"), column.headings.first().unwrap_or(&column.name));
            }
        }
        usable.then_some(columns)
    }
}

/// Longest heading, in bytes.
const LONGEST_HEADING: usize = 400;

/// Shortest accepted heading that may go on: "No" is the beginning of too much.
const SHORTEST_BEGINNING: usize = 4;

/// A heading as it is compared: what looks the same is equal, and only letters and digits count.
pub(super) fn key(heading: &str) -> String {
    text::skeleton(heading).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Finds the row of headings and the layout it fits best. Returns the rows below it.
pub(super) fn find(
    file: &str,
    mut rows: Vec<TableRow>,
    layouts: &[Headings<'_>],
    faults: &mut Vec<Fault>,
) -> Option<(Vec<TableRow>, TableRow, usize)> {
    let mut best = (0, 0, 0);
    for (index, row) in rows.iter().filter(|row| !row.is_blank()).take(limits::ROWS_BEFORE_HEADINGS).enumerate() {
        for (layout, columns) in layouts.iter().enumerate() {
            let matches = columns.matches(&row.cells);
            if matches > best.0 {
                best = (matches, index, layout);
            }
        }
    }
    let (matches, index, layout) = best;
    if rows.iter().all(TableRow::is_blank) {
        faults.push(Fault::error("table-empty").inside(file, None));
        return None;
    }
    // One fitting word may stand in any title; a table has at least two columns, or only one that is known.
    let enough = layouts.get(layout).map_or(2, |headings| headings.layout.columns.len().min(2));
    if matches < enough {
        let expected: Vec<&str> = layouts
            .iter()
            .flat_map(|headings| headings.layout.columns)
            .filter(|column| column.required)
            .map(|column| *column.headings.first().unwrap_or(&column.name))
            .collect();
        faults.push(Fault::error("headings-not-found").with("expected", expected.join(", ")).inside(file, None));
        return None;
    }
    let index = rows.iter().enumerate().filter(|(_, row)| !row.is_blank()).nth(index).map_or(0, |(index, _)| index);
    let below = rows.split_off(index + 1);
    rows.pop().map(|headings| (below, headings, layout))
}
