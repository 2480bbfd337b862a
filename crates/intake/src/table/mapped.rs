//! Tables whose headings are told at run time: lists of others, with a mapping of their columns.

use std::collections::BTreeMap;

use domain::fault::Fault;

use super::layout::key;
use super::{Table, TableRow};
use crate::limits;

type Accepted = Vec<(&'static str, Vec<String>)>;

/// The headings made ready for comparing.
fn accepted(columns: &[(&'static str, Vec<String>)]) -> Accepted {
    columns.iter().map(|(name, headings)| (*name, headings.iter().map(|heading| key(heading)).collect())).collect()
}

/// The column that this cell is the heading of.
fn named(accepted: &Accepted, cell: &str) -> Option<&'static str> {
    let cell = key(cell);
    accepted.iter().find(|(_, headings)| !cell.is_empty() && headings.contains(&cell)).map(|(name, _)| *name)
}

impl Table {
    /// Reads a table whose columns are found under these headings, compared like all headings: for each column the
    /// headings that are accepted. The row of headings is the one among the first rows that has most of them. `None`, with
    /// faults, when a required column is missing.
    #[must_use]
    pub fn read_mapped(
        file: &str,
        bytes: &[u8],
        columns: &[(&'static str, Vec<String>)],
        required: &[&str],
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let accepted = accepted(columns);
        let column = |cell: &str| named(&accepted, cell);
        let matches = |cells: &[String]| cells.iter().filter(|cell| column(cell).is_some()).count();
        let first_fault = faults.len();
        let rows = Self::rows(file, bytes, &matches, faults);
        for fault in faults.iter_mut().skip(first_fault) {
            fault.place.file.get_or_insert_with(|| file.to_owned());
        }
        Self::mapped(file, rows?, columns, required, faults)
    }

    /// The table of rows that were read from a document, with its columns found as in [`Table::read_mapped`].
    #[must_use]
    pub fn mapped(
        file: &str,
        mut rows: Vec<TableRow>,
        columns: &[(&'static str, Vec<String>)],
        required: &[&str],
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let accepted = accepted(columns);
        let column = |cell: &str| named(&accepted, cell);
        let matches = |row: &TableRow| row.cells.iter().filter(|cell| column(cell).is_some()).count();
        let best = rows
            .iter()
            .take(limits::ROWS_BEFORE_HEADINGS)
            .map(matches)
            .enumerate()
            .max_by_key(|(place, found)| (*found, usize::MAX - place));
        let place = best.filter(|(_, found)| *found > 0).map_or(0, |(place, _)| place);
        let below = rows.split_off((place + 1).min(rows.len()));
        let (heading_line, headings) = rows.pop().map_or_else(|| (1, Vec::new()), |row| (row.line, row.cells));
        let mut found: BTreeMap<(&'static str, Option<domain::language::Language>), usize> = BTreeMap::new();
        for (index, heading) in headings.iter().enumerate() {
            if let Some(name) = column(heading) {
                found.entry((name, None)).or_insert(index);
            }
        }
        let missing: Vec<&str> = required.iter().copied().filter(|name| !found.contains_key(&(*name, None))).collect();
        for name in &missing {
            let headings = columns.iter().find(|(column, _)| column == name).and_then(|(_, headings)| headings.first());
            let heading = headings.map_or(*name, String::as_str);
            faults.push(Fault::error("column-missing").at(heading).inside(file, Some(heading_line)));
        }
        let rows = below.into_iter().filter(|row| !row.is_blank()).collect();
        missing.is_empty().then(|| Self { file: file.to_owned(), headings, heading_line, rows, columns: found })
    }
}
