//! What the working papers of lists have in common: one language, unnumbered paragraphs, parts under Roman numerals, and
//! how many provisions differ in which way.

use domain::language::Language;
use jiff::civil::Date;
use lists::compare::{Change, ListComparison};
use locale::{Catalogue, Translator};

use crate::document::{
    Block, Cell, Document, LineStyle, Paragraph, ParagraphStyle, Parallel, Part, Table, TableColumn, TableRow,
    TitleBlock,
};

/// A working paper in one language.
pub(super) struct Paper {
    language: Language,
    /// Its words.
    pub(super) t: Translator,
}

/// What stands on the title of a working paper.
pub(super) struct PaperTitle {
    /// The first line under the title: which list, or which lists.
    pub(super) lists: String,
    /// The second; empty when the first says all.
    pub(super) other: String,
}

impl Paper {
    pub(super) fn new(language: Language) -> Self {
        Self { language, t: Catalogue::embedded().translator(language) }
    }

    /// A text in the one language.
    pub(super) fn text(&self, said: &str) -> Parallel {
        Parallel::each(&[self.language], |_| said.to_owned())
    }

    pub(super) fn paragraph(&self, said: &str, style: ParagraphStyle) -> Block {
        Block::Paragraph(Paragraph { number: None, text: self.text(said), footnote: None, style })
    }

    pub(super) fn cell(&self, said: &str, style: LineStyle) -> Cell {
        Cell::default().with(self.text(said), style)
    }

    pub(super) fn row(cells: Vec<Cell>) -> TableRow {
        TableRow { heading: false, cells }
    }

    /// A table under these headings with their widths in millimetres.
    pub(super) fn table(&self, headings: &[(String, u16)], rows: Vec<TableRow>) -> Table {
        let column = |(heading, width): &(String, u16)| TableColumn { heading: self.text(heading), width: *width };
        Table { caption: None, columns: headings.iter().map(column).collect(), rows }
    }

    /// How many provisions of two lists differ in which way, and the entries that only one has. `with_same` counts those that
    /// do not differ too.
    pub(super) fn counts(
        &self,
        comparison: &ListComparison,
        with_same: bool,
        entries_as: ParagraphStyle,
    ) -> Vec<Block> {
        let counted = comparison.counts.iter().filter(|(change, _)| with_same || **change != Change::Same);
        let mut blocks: Vec<Block> = counted
            .map(|(change, count)| {
                let line = format!("{}: {count}", self.t.word("list-change", change.as_str()));
                self.paragraph(&line, ParagraphStyle::Item)
            })
            .collect();
        for (key, entries) in [
            ("list-compare-entries-added", &comparison.entries_added),
            ("list-compare-entries-removed", &comparison.entries_removed),
        ] {
            if !entries.is_empty() {
                blocks.push(self.paragraph(&self.t.with(key, &[("entries", entries.join(", ").into())]), entries_as));
            }
        }
        blocks
    }

    /// The whole paper; each part is the key of its heading and what stands under it.
    pub(super) fn document(
        &self,
        title: &PaperTitle,
        marking: &str,
        date: Date,
        parts: Vec<(&str, Vec<Block>)>,
    ) -> Document {
        let key = |key: &str| self.text(&self.t.text(key));
        let part = |(number, (heading, blocks)): (&&str, (&str, Vec<Block>))| Part {
            number: (*number).to_owned(),
            annex: false,
            heading: self.text(&format!("{number}. {}", self.t.text(heading))),
            blocks,
        };
        Document {
            languages: vec![self.language],
            date,
            band: None,
            marking: self.text(marking),
            running_head: key("list-compare-title"),
            page_words: (key("report-page-before"), key("report-page-between")),
            title: TitleBlock {
                kind: key("list-compare-paper"),
                title: key("list-compare-title"),
                place_and_dates: self.text(&title.lists),
                states: self.text(&title.other),
                edition: self.text(&self.t.date(date)),
            },
            note: None,
            parts: ["I", "II", "III", "IV"].iter().zip(parts).map(part).collect(),
        }
    }
}
