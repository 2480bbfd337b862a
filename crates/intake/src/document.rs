//! Documents (DOCX): their paragraphs with the numbers that the word processor prints before them, and their tables, in the
//! order in which they are read. What was struck out by a tracked change is not read; what was added is.

mod markup;
mod numbering;

use domain::fault::Fault;

use crate::archive::{self, OfficeFaults};
use crate::limits;
use crate::table::TableRow;

/// A paragraph outside any table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Its place among all paragraphs of the document, those in tables among them, from 1.
    pub line: u64,
    /// The number or letter that the word processor prints before it, where it numbers by itself: `1.2.`, `a)`.
    pub number: Option<String>,
    /// Its text, white space made single.
    pub text: String,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table. Cells merged downwards are empty below their first row; a cell merged across leaves the columns behind it
    /// empty. `line` of a row is that of its first paragraph.
    Table(Vec<TableRow>),
}

const TOLD: OfficeFaults = OfficeFaults {
    unreadable: "docx-unreadable",
    too_large: "docx-too-large",
    protected: "docx-protected",
    old_format: "doc-old-format",
};

/// Whether these bytes may be a document: an archive of an office program, of the new kind or the old.
#[must_use]
pub fn is_document(bytes: &[u8]) -> bool {
    archive::is_office_file(bytes)
}

/// Reads a document.
///
/// # Errors
/// A fault that names the file when it is too long, no document, protected, or unpacks to more than it may.
pub fn read(file: &str, bytes: &[u8]) -> Result<Vec<Block>, Fault> {
    if bytes.len() > limits::LONGEST_FILE {
        return Err(crate::table::too_large(file, limits::LONGEST_FILE));
    }
    let told = |fault: Fault| {
        let line = fault.place.line;
        fault.inside(file, line)
    };
    if !is_document(bytes) {
        return Err(told(Fault::error(TOLD.unreadable)));
    }
    archive::measure(bytes, &TOLD).map_err(told)?;
    let missing = || told(Fault::error(TOLD.unreadable));
    let text = archive::entry(bytes, "word/document.xml").ok_or_else(missing)?;
    let numbering = archive::entry(bytes, "word/numbering.xml").unwrap_or_default();
    let styles = archive::entry(bytes, "word/styles.xml").unwrap_or_default();
    markup::read(&text, numbering::Numbering::read(&numbering, &styles)).map_err(told)
}

#[cfg(test)]
mod tests;
