//! Tables for other programs: what is written as XLSX or CSV.

use jiff::civil::Date;

/// A table with its notes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name: the tab of a workbook.
    pub name: String,
    /// Lines above the table: that the data is fictitious, how it is marked, which template it follows.
    pub notes: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each with a value for every column.
    pub rows: Vec<Vec<CellValue>>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its stable name.
    pub key: String,
    /// What stands at its head.
    pub heading: String,
    /// Its width on screen, in characters.
    pub width: u16,
}

/// What stands in one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing.
    Empty,
    /// A text. Never taken for a formula.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day. Written as a text like `2017-08-02`: programs disagree about numbers that stand for days.
    Date(Date),
}

impl Column {
    /// A column whose heading is its stable name, as in the files of a round.
    pub(crate) fn plain(key: &str, width: u16) -> Self {
        Self { key: key.to_owned(), heading: key.to_owned(), width }
    }
}

impl CellValue {
    /// As text, the same in every format.
    #[must_use]
    pub fn as_text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(date) => date.to_string(),
        }
    }
}

impl From<&str> for CellValue {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for CellValue {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<Date> for CellValue {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<u16> for CellValue {
    fn from(number: u16) -> Self {
        Self::Number(i64::from(number))
    }
}
