//! Tables: CSV and XLSX read to the same rows of text, with the columns found by their headings.

mod csv_table;
mod layout;
mod mapped;
mod row;
mod xlsx_table;

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::language::Language;

use layout::Headings;
pub use layout::{Column, Layout};
pub use row::Row;
pub(crate) use row::word_unknown;

use crate::limits;

/// A table that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// The name of the file it was read from, for faults.
    pub file: String,
    /// The headings, as written.
    pub headings: Vec<String>,
    /// The line (or row of the sheet) the headings stand in, from 1.
    pub heading_line: u64,
    /// The rows below the headings that are not blank.
    pub rows: Vec<TableRow>,
    columns: BTreeMap<(&'static str, Option<Language>), usize>,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: u64,
    /// Its cells, without white space around them; as many as there are, which may be fewer than headings.
    pub cells: Vec<String>,
}

impl TableRow {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(String::is_empty)
    }
}

impl Table {
    /// Reads a table whose columns are one of these layouts: the one that most headings fit. What the bytes are is
    /// found from the bytes, not from the name of the file. `None` when no table can be read at all.
    #[must_use]
    pub fn read(file: &str, bytes: &[u8], layouts: &[&Layout]) -> (Option<(Self, usize)>, Vec<Fault>) {
        let mut faults = Vec::new();
        let layouts: Vec<Headings<'_>> = layouts.iter().map(|layout| Headings::new(layout)).collect();
        let matches = |cells: &[String]| layouts.iter().map(|layout| layout.matches(cells)).max().unwrap_or(0);
        let read = Self::rows(file, bytes, &matches, &mut faults).and_then(|rows| {
            let found = layout::find(file, rows, &layouts, &mut faults);
            let (rows, headings, layout) = found?;
            Some((Self::new(file, rows, headings, layouts.get(layout)?, &mut faults)?, layout))
        });
        // Faults that a reader of cells made know no file yet.
        for fault in &mut faults {
            fault.place.file.get_or_insert_with(|| file.to_owned());
        }
        (read, faults)
    }

    /// Every row, title lines and headings among them. `matches` says how many of a row's cells are headings, by which the
    /// delimiter of a text file is known.
    fn rows(
        file: &str,
        bytes: &[u8],
        matches: &dyn Fn(&[String]) -> usize,
        faults: &mut Vec<Fault>,
    ) -> Option<Vec<TableRow>> {
        if bytes.len() > limits::LONGEST_FILE {
            faults.push(too_large(file, limits::LONGEST_FILE));
            return None;
        }
        if crate::archive::is_office_file(bytes) {
            return xlsx_table::read(bytes).map_err(|fault| faults.push(fault)).ok();
        }
        let text = decode(file, bytes, faults)?;
        csv_table::read(&text, matches).map_err(|fault| faults.push(fault)).ok()
    }

    /// The table below these headings; nothing when a column is missing or there twice, because then every row would
    /// have the same fault.
    fn new(
        file: &str,
        rows: Vec<TableRow>,
        headings: TableRow,
        layout: &Headings<'_>,
        faults: &mut Vec<Fault>,
    ) -> Option<Self> {
        let columns = layout.columns(&headings, faults)?;
        let rows: Vec<TableRow> = rows.into_iter().filter(|row| !row.is_blank()).collect();
        for row in &rows {
            // Usually a separator inside a text that is not quoted: everything behind it has moved.
            let beyond = row.cells.iter().skip(headings.cells.len()).find(|cell| !cell.is_empty());
            let fault = beyond.map(|cell| Fault::error("cell-without-heading").with("text", cell));
            faults.extend(fault.map(|fault| fault.inside(file, Some(row.line))));
        }
        Some(Self { file: file.to_owned(), headings: headings.cells, heading_line: headings.line, rows, columns })
    }

    /// The rows, with their cells by the name of the column.
    pub fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(move |row| Row::new(self, row))
    }

    /// Whether there is a column of this name, in any language.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.columns.keys().any(|(column, _)| *column == name)
    }

    /// The heading of this column as the file writes it, else its name.
    #[must_use]
    pub fn heading(&self, name: &str) -> &str {
        let column = self.columns.iter().find(|((column, _), _)| *column == name);
        let heading = column.and_then(|(_, index)| self.headings.get(*index));
        heading.map_or_else(|| column.map_or("", |((name, _), _)| name), String::as_str)
    }
}

/// Decodes a text file, with a warning when its encoding was guessed.
pub(crate) fn decode(file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> Option<String> {
    match text::decode(bytes) {
        Ok(decoded) => {
            if !decoded.encoding.is_certain() {
                let warning = Fault::warning("encoding-converted").with("encoding", decoded.encoding.as_str());
                faults.push(warning.inside(file, None));
            }
            Some(decoded.text)
        }
        Err(_) => {
            faults.push(Fault::error("file-not-text").inside(file, None));
            None
        }
    }
}

/// A file that is longer than this limit.
pub(crate) fn too_large(file: &str, limit: usize) -> Fault {
    Fault::error("file-too-large").with("limit_megabytes", limits::megabytes(limit as u64)).inside(file, None)
}

/// A cell as the record keeps it: one kind of line end, no white space around it.
fn clean(cell: &str) -> String {
    let cell = cell.trim();
    if cell.contains('\r') { cell.replace("\r\n", "\n").replace('\r', "\n") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests;
