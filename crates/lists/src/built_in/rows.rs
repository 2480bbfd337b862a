//! Rows of the tab-separated files of a built-in list.

use domain::fault::Fault;

use crate::path::ProvisionPath;

/// A row: its line in the file, counted from 1, and its cells, one for each heading.
pub(super) struct Row<'t> {
    pub(super) line: u64,
    pub(super) cells: Vec<&'t str>,
}

impl Row<'_> {
    /// The path in the first cell.
    pub(super) fn path(&self, file: &str, faults: &mut Vec<Fault>) -> Option<ProvisionPath> {
        let text = self.cells.first().copied().unwrap_or_default();
        let path = text.parse().ok();
        if path.is_none() {
            faults
                .push(Fault::error("list-path-unreadable").at("path").with("path", text).inside(file, Some(self.line)));
        }
        path
    }

    /// The cell in this place.
    pub(super) fn cell(&self, index: usize) -> &str {
        self.cells.get(index).copied().unwrap_or_default()
    }

    /// The parts of the cell in this place, which `|` separates.
    pub(super) fn parts(&self, index: usize) -> Vec<String> {
        self.cell(index).split('|').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
    }
}

/// Reads a tab-separated file with exactly these headings. A row with another number of cells is a fault.
pub(super) fn read<'t>(file: &str, bytes: &'t [u8], headings: &[&str], faults: &mut Vec<Fault>) -> Vec<Row<'t>> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        faults.push(Fault::error("list-not-utf8").inside(file, None));
        return Vec::new();
    };
    let mut lines = (1..).zip(text.lines());
    let first = lines.next().map_or("", |(_, line)| line);
    if first.trim_end().split('\t').ne(headings.iter().copied()) {
        faults.push(Fault::error("headings-not-found").with("expected", headings.join(", ")).inside(file, Some(1)));
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (line, text) in lines.filter(|(_, text)| !text.trim().is_empty() && !text.starts_with('#')) {
        let mut cells: Vec<&str> = text.split('\t').map(str::trim).collect();
        // Editors cut empty cells at the end of a line.
        while cells.len() < headings.len() {
            cells.push("");
        }
        if cells.len() > headings.len() {
            faults.push(Fault::error("list-cells-too-many").inside(file, Some(line)));
        } else {
            rows.push(Row { line, cells });
        }
    }
    rows
}
