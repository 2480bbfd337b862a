//! The document: what every format of a report shows, in the order in which it shows it.
//!
//! Numbers of parts and paragraphs are fixed here, so a paragraph has the same number in every language and format.

use domain::language::Language;
use jiff::civil::Date;
use serde::Serialize;

/// A text once in every language of the document, in their order. Never empty; texts are cleaned of characters that
/// turn the direction of writing or that no format can hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Parallel(Vec<String>);

/// A report, ready to be set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Document {
    /// Its languages, one or two; the first leads.
    pub languages: Vec<Language>,
    /// The day it is as of.
    pub date: Date,
    /// Printed on every page when the States do not exist.
    pub band: Option<Parallel>,
    /// Handling and sharing in words, printed on every page.
    pub marking: Parallel,
    /// The short title at the head of every page.
    pub running_head: Parallel,
    /// Words around the number of a page: before it, and between it and the number of pages.
    pub page_words: (Parallel, Parallel),
    /// The title block.
    pub title: TitleBlock,
    /// The draft of the note with which the Permanent Missions would transmit the report.
    pub note: Option<Note>,
    /// The numbered parts, then the annexes.
    pub parts: Vec<Part>,
}

/// The title block of the first page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TitleBlock {
    /// Above the title: what kind of paper this is.
    pub kind: Parallel,
    /// The title of the round.
    pub title: Parallel,
    /// Place and dates.
    pub place_and_dates: Parallel,
    /// The States, in the alphabetical order of each language.
    pub states: Parallel,
    /// For whom the report is, and as of which day.
    pub edition: Parallel,
}

/// A note verbale, never more than a draft: only a Permanent Mission signs one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// That it is a draft.
    pub draft: Parallel,
    /// Who sends it.
    pub senders: Parallel,
    /// The number, to be filled in by hand.
    pub number: Parallel,
    /// To whom.
    pub addressee: Parallel,
    /// The opening and what is submitted.
    pub paragraphs: Vec<Parallel>,
    /// The closing courtesy.
    pub closing: Parallel,
    /// Place and date, to be filled in by hand.
    pub place_and_date: Parallel,
}

/// A numbered part or an annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// `I`, `II`; `1` for an annex that stands with others.
    pub number: String,
    /// Whether it is an annex: it begins on a new page.
    pub annex: bool,
    /// Its heading with its number: "II. Organisation and method", "Annex 1. Programme".
    pub heading: Parallel,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// One block of a part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "block", rename_all = "kebab-case")]
pub enum Block {
    /// A heading within the part.
    Heading {
        /// Its text.
        text: Parallel,
    },
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Paragraph {
    /// Its number in the report; annexes and remarks have none.
    pub number: Option<u32>,
    /// What it says.
    pub text: Parallel,
    /// The source, as a footnote.
    pub footnote: Option<Parallel>,
    /// How it is set.
    pub style: ParagraphStyle,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphStyle {
    /// As text.
    Text,
    /// As an item of a list, under the paragraph before it.
    Item,
    /// Small: where something comes from, what a table shows.
    Remark,
}

/// A table whose head is repeated on every page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What stands above it.
    pub caption: Option<Parallel>,
    /// Its columns.
    pub columns: Vec<TableColumn>,
    /// Its rows.
    pub rows: Vec<TableRow>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableColumn {
    /// Its heading.
    pub heading: Parallel,
    /// Its share of the width, in millimetres of the 160 that a page offers.
    pub width: u16,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableRow {
    /// Whether it is a heading across the table: a day, a delegation, a section.
    pub heading: bool,
    /// Its cells; one for a heading.
    pub cells: Vec<Cell>,
}

/// A cell of a table: marks first, then lines of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// Marks of a matrix, as letterforms.
    pub marks: Vec<MarkLine>,
    /// Lines of text.
    pub lines: Vec<CellLine>,
}

/// Marks of one weapon type, by facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkLine {
    /// The weapon type as the form prints it: `N`; empty for a mark of the whole row.
    pub weapon: String,
    /// The facet as the form prints it, and the mark as printed; a blank mark is empty.
    pub marks: Vec<(String, String)>,
}

/// A line of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellLine {
    /// Its text.
    pub text: Parallel,
    /// How it is set.
    pub style: LineStyle,
}

/// How a line of a cell is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineStyle {
    /// As text.
    Text,
    /// Bold: what names the row.
    Strong,
    /// Small: a citation, a remark.
    Small,
}

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// What stands under it.
    pub caption: Parallel,
    /// What it shows, for who cannot see it.
    pub alternative: Parallel,
    /// The picture, in the leading language: an SVG that stands on its own.
    pub svg: String,
    /// Its size in its own units; 720 are the full width.
    pub size: (u32, u32),
}

impl Parallel {
    /// A text in each language.
    #[must_use]
    pub fn each(languages: &[Language], text: impl Fn(Language) -> String) -> Self {
        Self(languages.iter().map(|language| clean(&text(*language))).collect())
    }

    /// The texts, in the order of the languages.
    #[must_use]
    pub fn texts(&self) -> &[String] {
        &self.0
    }

    /// The text in the leading language.
    #[must_use]
    pub fn leading(&self) -> &str {
        self.0.first().map_or("", String::as_str)
    }

    /// The texts as they are shown where languages stand under one another: equal ones once.
    #[must_use]
    pub fn distinct(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for text in &self.0 {
            if !text.is_empty() && !texts.contains(&text.as_str()) {
                texts.push(text);
            }
        }
        texts
    }

    /// Whether there is nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(String::is_empty)
    }
}

impl Cell {
    /// A cell with one line of text; an empty cell for an empty text.
    #[must_use]
    pub fn text(text: Parallel) -> Self {
        Self::default().with(text, LineStyle::Text)
    }

    /// The same cell with one more line, unless that is empty.
    #[must_use]
    pub fn with(mut self, text: Parallel, style: LineStyle) -> Self {
        if !text.is_empty() {
            self.lines.push(CellLine { text, style });
        }
        self
    }
}

impl Document {
    /// Every paragraph, in order, as number and text: what all formats must show.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
            Block::Paragraph(paragraph) => Some(paragraph),
            _ => None,
        })
    }

    /// Whether two languages stand side by side.
    #[must_use]
    pub fn is_parallel(&self) -> bool {
        self.languages.len() > 1
    }
}

/// Takes away what would change how a text is read without being seen: marks that turn the direction of writing, and
/// control characters, which XML cannot hold. Line breaks stay.
fn clean(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{fffe}' | '\u{ffff}'))
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}
