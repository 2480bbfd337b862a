//! `word/document.xml`: paragraphs and tables in the order of the document.

use domain::fault::Fault;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::numbering::{Numbering, attribute};
use super::{Block, Paragraph};
use crate::limits;
use crate::table::TableRow;

/// Reads the body of a document.
pub(super) fn read(xml: &str, numbering: Numbering) -> Result<Vec<Block>, Fault> {
    let mut body = Body { numbering, ..Body::default() };
    let mut reader = Reader::from_str(xml);
    let config = reader.config_mut();
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    config.allow_dangling_amp = true;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => body.open(tag.local_name().as_ref(), &tag)?,
            Ok(Event::Empty(tag)) => {
                let name = tag.local_name();
                body.open(name.as_ref(), &tag)?;
                body.close(name.as_ref())?;
            }
            Ok(Event::End(tag)) => body.close(tag.local_name().as_ref())?,
            Ok(Event::Text(words)) => body.text(&words.xml10_content()),
            Ok(Event::CData(words)) => body.text(&words.xml10_content()),
            Ok(Event::GeneralRef(reference)) => match reference.resolve_char_ref() {
                Ok(Some(letter)) => body.text(letter.encode_utf8(&mut [0; 4])),
                // No entity but the five of XML is ever replaced, so nothing can expand.
                _ => body.text(match reference.xml10_content().as_ref() {
                    "lt" => "<",
                    "gt" => ">",
                    "amp" => "&",
                    "quot" => "\"",
                    "apos" => "'",
                    _ => "",
                }),
            },
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // A document that breaks off is not read by half: what is missing would be missing from the list.
            Err(_) => return Err(Fault::error("docx-unreadable")),
        }
    }
    if body.opened == 0 || body.depth > 0 || !body.paragraphs.is_empty() {
        return Err(Fault::error("docx-unreadable"));
    }
    Ok(body.blocks)
}

/// A paragraph that is being read.
#[derive(Default)]
struct Open {
    line: u64,
    text: String,
    style: Option<String>,
    numbering: Option<String>,
    level: usize,
}

/// A row that is being read.
#[derive(Default)]
struct OpenRow {
    line: u64,
    cells: Vec<String>,
    spans: usize,
    goes_on: bool,
}

#[derive(Default)]
struct Body {
    numbering: Numbering,
    blocks: Vec<Block>,
    /// Paragraphs that are open: a text box stands inside one.
    paragraphs: Vec<Open>,
    opened: u64,
    /// How many tables are open; one inside a cell is read as text of the cell.
    depth: usize,
    rows: Vec<TableRow>,
    row: Option<OpenRow>,
    cell: Option<String>,
    cells: usize,
    /// Elements that are open whose text is not of the document.
    hidden: usize,
    in_text: bool,
    raised: bool,
}

impl Body {
    fn open(&mut self, name: &str, tag: &BytesStart<'_>) -> Result<(), Fault> {
        if hides(name) {
            self.hidden += 1;
        }
        if self.hidden > 0 {
            return Ok(());
        }
        match name {
            "p" => {
                self.opened += 1;
                if self.opened > MOST_PARAGRAPHS || self.paragraphs.len() > 64 {
                    return Err(Fault::error("too-many-rows").with("limit", MOST_PARAGRAPHS.to_string()));
                }
                self.paragraphs.push(Open { line: self.opened, ..Open::default() });
            }
            "t" => self.in_text = true,
            "tab" | "br" | "cr" => self.text_in_place(" "),
            "noBreakHyphen" => self.text_in_place("-"),
            "vertAlign" => self.raised = attribute(tag, "val").is_some_and(|value| value == "superscript"),
            "r" => self.raised = false,
            "pStyle" => self.set(|open, value| open.style = Some(value), tag),
            "numId" => self.set(|open, value| open.numbering = Some(value), tag),
            "ilvl" => self.set(|open, value| open.level = value.parse().unwrap_or(0), tag),
            "tbl" => self.depth += 1,
            "tr" if self.depth == 1 => {
                self.row = Some(OpenRow { line: self.opened + 1, ..OpenRow::default() });
            }
            "gridBefore" if self.depth == 1 => {
                let before = spanned(tag).min(limits::MOST_COLUMNS);
                if let Some(row) = &mut self.row {
                    row.cells.extend(std::iter::repeat_n(String::new(), before));
                }
            }
            "tc" if self.depth == 1 => {
                self.cell = Some(String::new());
                if let Some(row) = &mut self.row {
                    (row.spans, row.goes_on) = (1, false);
                }
            }
            "gridSpan" if self.depth == 1 => {
                if let Some(row) = &mut self.row {
                    row.spans = spanned(tag).clamp(1, limits::MOST_COLUMNS);
                }
            }
            "vMerge" if self.depth == 1 => {
                if let Some(row) = &mut self.row {
                    row.goes_on = attribute(tag, "val").is_none_or(|value| value != "restart");
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Fault> {
        if hides(name) {
            self.hidden = self.hidden.saturating_sub(1);
            return Ok(());
        }
        if self.hidden > 0 {
            return Ok(());
        }
        match name {
            "t" => self.in_text = false,
            "p" => self.end_paragraph()?,
            "tc" if self.depth == 1 => self.end_cell()?,
            "tr" if self.depth == 1 => {
                if let Some(row) = self.row.take() {
                    self.rows.push(TableRow { line: row.line, cells: row.cells });
                    if self.rows.len() > limits::MOST_ROWS {
                        return Err(Fault::error("too-many-rows").with("limit", limits::MOST_ROWS.to_string()));
                    }
                }
            }
            "tbl" => {
                self.depth = self.depth.saturating_sub(1);
                if self.depth == 0 {
                    self.blocks.push(Block::Table(std::mem::take(&mut self.rows)));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn set(&mut self, put: impl FnOnce(&mut Open, String), tag: &BytesStart<'_>) {
        if let (Some(open), Some(value)) = (self.paragraphs.last_mut(), attribute(tag, "val")) {
            put(open, value);
        }
    }

    fn text(&mut self, words: &str) {
        if self.in_text && self.hidden == 0 {
            // "10" with a raised "6" is not 106.
            let power = self.raised
                && self.paragraphs.last().is_some_and(|open| open.text.ends_with("10"))
                && words.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '−' | '–'));
            if power {
                self.text_in_place("^");
            }
            self.text_in_place(words);
        }
    }

    fn text_in_place(&mut self, words: &str) {
        if let Some(open) = self.paragraphs.last_mut() {
            open.text.push_str(words);
        }
    }

    fn end_paragraph(&mut self) -> Result<(), Fault> {
        let Some(open) = self.paragraphs.pop() else { return Ok(()) };
        let text = open.text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() > limits::LONGEST_CELL * 10 {
            let fault = Fault::error("cell-too-long").with("limit", (limits::LONGEST_CELL * 10).to_string());
            return Err(at(fault, open.line));
        }
        // `numId` 0 takes away the numbering of a style.
        let bare = open.numbering.as_deref() == Some("0");
        let named = open.numbering.filter(|id| id != "0").map(|id| (id, open.level));
        let style = open.style.as_deref().filter(|_| !bare);
        // An empty paragraph is printed without a number, and is not counted.
        let number = if text.is_empty() { None } else { self.numbering.next(named, style) };
        if self.depth > 0 {
            if let Some(cell) = self.cell.as_mut().filter(|_| !text.is_empty()) {
                if !cell.is_empty() {
                    cell.push('\n');
                }
                if let Some(number) = number {
                    cell.push_str(&number);
                    cell.push(' ');
                }
                cell.push_str(&text);
            }
        } else if !text.is_empty() {
            self.blocks.push(Block::Paragraph(Paragraph { line: open.line, number, text }));
        }
        Ok(())
    }

    fn end_cell(&mut self) -> Result<(), Fault> {
        let (Some(text), Some(row)) = (self.cell.take(), self.row.as_mut()) else { return Ok(()) };
        let columns = row.cells.len() + row.spans;
        if columns > limits::MOST_COLUMNS {
            let fault = Fault::error("too-many-columns").with("limit", limits::MOST_COLUMNS.to_string());
            return Err(at(fault, row.line));
        }
        self.cells += row.spans;
        if self.cells > limits::MOST_CELLS {
            return Err(Fault::error("too-many-cells").with("limit", limits::MOST_CELLS.to_string()));
        }
        row.cells.push(if row.goes_on { String::new() } else { text });
        row.cells.extend(std::iter::repeat_n(String::new(), row.spans - 1));
        Ok(())
    }
}

/// Most paragraphs of a document, those in tables among them.
const MOST_PARAGRAPHS: u64 = 400_000;

fn at(mut fault: Fault, line: u64) -> Fault {
    fault.place.line = Some(line);
    fault
}

/// Elements whose text is no text of the document: what was struck out or moved away, and the fallback of a drawing that
/// repeats it.
fn hides(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "delText" | "instrText")
}

fn spanned(tag: &BytesStart<'_>) -> usize {
    attribute(tag, "val").and_then(|value| value.parse().ok()).unwrap_or(1)
}
