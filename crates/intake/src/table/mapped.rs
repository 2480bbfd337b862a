//! Tables whose headings are told at run time: lists of others, with a mapping of their columns.

use std::collections::BTreeMap;

use domain::fault::Fault;

use super::Table;
use super::layout::key;
use crate::limits;

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
        let accepted: Vec<(&'static str, Vec<String>)> = columns
            .iter()
            .map(|(name, headings)| (*name, headings.iter().map(|heading| key(heading)).collect()))
            .collect();
        let column = |cell: &str| {
            let cell = key(cell);
            accepted.iter().find(|(_, headings)| !cell.is_empty() && headings.contains(&cell)).map(|(name, _)| *name)
        };
        let first_fault = faults.len();
        let rows = Self::rows(file, bytes, &[], faults);
        for fault in faults.iter_mut().skip(first_fault) {
            fault.place.file.get_or_insert_with(|| file.to_owned());
        }
        let mut rows = rows?;
        let matches = |row: &super::TableRow| row.cells.iter().filter(|cell| column(cell).is_some()).count();
        let best = rows
            .iter()
            .take(limits::ROWS_BEFORE_HEADINGS)
            .map(matches)
            .enumerate()
            .max_by_key(|(place, found)| (*found, usize::MAX - place));
        let place = best.filter(|(_, found)| *found > 0).map_or(0, |(place, _)| place);
        let below = rows.split_off((place + 1).min(rows.len()));
        let headings = rows.pop().map_or_else(Vec::new, |row| row.cells);
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
            faults.push(Fault::error("column-missing").at(heading).inside(file, Some(place as u64 + 1)));
        }
        let rows = below.into_iter().filter(|row| !row.is_blank()).collect();
        missing.is_empty().then(|| Self {
            file: file.to_owned(),
            headings,
            heading_line: place as u64 + 1,
            rows,
            columns: found,
        })
    }
}
