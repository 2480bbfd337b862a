//! A row of a table with its cells by the name of the column.

use std::str::FromStr;

use domain::fault::Fault;
use domain::localized::Localized;
use domain::words::UnknownWord;
use jiff::civil::Date;

use super::{Table, TableRow};

/// A row with its cells by the name of the column.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    table: &'t Table,
    row: &'t TableRow,
}

impl<'t> Row<'t> {
    pub(super) fn new(table: &'t Table, row: &'t TableRow) -> Self {
        Self { table, row }
    }

    /// Its line, from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.row.line
    }

    /// Every cell, in the order of the file.
    #[must_use]
    pub fn cells(&self) -> &'t [String] {
        &self.row.cells
    }

    /// The cell of this column; empty when there is none.
    #[must_use]
    pub fn text(&self, name: &'static str) -> &'t str {
        self.table.columns.get(&(name, None)).and_then(|index| self.row.cells.get(*index)).map_or("", String::as_str)
    }

    /// The cells of this column in every language.
    #[must_use]
    pub fn localized(&self, name: &'static str) -> Localized {
        let mut text = Localized::default();
        for ((column, language), index) in &self.table.columns {
            if let (true, Some(language), Some(cell)) = (*column == name, language, self.row.cells.get(*index)) {
                text.set(*language, cell);
            }
        }
        text
    }

    /// A fault of this row, at this column.
    #[must_use]
    pub fn fault(&self, name: &str, fault: Fault) -> Fault {
        let heading = self.table.heading(name);
        fault.at(if heading.is_empty() { name } else { heading }).inside(&self.table.file, Some(self.row.line))
    }

    /// Places the faults a noun found in itself in this row, at the column its field is named after.
    pub fn place(&self, found: Vec<Fault>, faults: &mut Vec<Fault>) {
        for fault in found {
            let field = fault.place.field.clone().unwrap_or_default();
            let column = field.split('.').next().unwrap_or_default();
            let heading = self.table.heading(column);
            let shown = if heading.is_empty() { field.as_str() } else { heading };
            faults.push(fault.at(shown).inside(&self.table.file, Some(self.row.line)));
        }
    }

    /// The cell read as a value; `None` when it is empty, or wrong (with this code).
    pub fn parse<T: FromStr>(&self, name: &'static str, code: &str, faults: &mut Vec<Fault>) -> Option<T> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            faults.push(self.fault(name, Fault::error(code).with("text", text)));
        }
        value
    }

    /// The cell read as a word of a closed set; `None` when it is empty or wrong.
    pub fn word<W: FromStr<Err = UnknownWord>>(&self, name: &'static str, faults: &mut Vec<Fault>) -> Option<W> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        text.parse().map_err(|unknown| faults.push(self.fault(name, word_unknown(&unknown)))).ok()
    }

    /// The cell read as a day; `None` when it is empty or wrong.
    pub fn date(&self, name: &'static str, faults: &mut Vec<Fault>) -> Option<Date> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        let date = parse_date(text);
        if date.is_none() {
            faults.push(self.fault(name, Fault::error("date-unreadable").with("text", text)));
        }
        date
    }

    /// A fault when this cell is empty.
    pub fn require(&self, name: &'static str, faults: &mut Vec<Fault>) {
        if self.text(name).is_empty() {
            faults.push(self.fault(name, Fault::error("field-missing")));
        }
    }
}

/// A day written `2017-08-02` and nothing else.
fn parse_date(text: &str) -> Option<Date> {
    match text.parse() {
        Ok(domain::partial_date::PartialDate::Day(date)) => Some(date),
        _ => None,
    }
}

/// The fault of a word that is not in its closed set.
pub(crate) fn word_unknown(unknown: &UnknownWord) -> Fault {
    let allowed: Vec<&str> = unknown.allowed.iter().copied().filter(|word| !word.is_empty()).collect();
    Fault::error("word-unknown").with("word", &unknown.word).with("allowed", allowed.join(", "))
}
