//! Paragraphs and runs.

use docx_rs::{
    BreakType, Footnote, Paragraph as WordParagraph, Run, Tab, TabValueType, TableCell, TableCellBorders, TableRow,
};

use super::{style_name, styles::SECOND, twips};
use crate::document::{Paragraph, ParagraphStyle, Parallel};

/// Numbers of what a file counts on its own: the library counts across documents, which would give the same report
/// other bytes on another day.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    footnotes: usize,
    pictures: usize,
}

impl Numbers {
    pub(super) fn picture(&mut self) -> String {
        self.pictures += 1;
        format!("rIdImage{}", self.pictures)
    }

    fn footnote(&mut self) -> usize {
        self.footnotes += 1;
        self.footnotes
    }
}

/// Text with its line breaks.
pub(super) fn run(text: &str) -> Run {
    let mut run = Run::new();
    for (n, line) in text.split('\n').enumerate() {
        if n > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        run = run.add_text(line);
    }
    run
}

/// A heading: the leading language, then the other on a line of its own, so that both are in the outline.
pub(super) fn heading(text: &Parallel, style: &str) -> WordParagraph {
    stacked(text, style).keep_next(true)
}

/// Every different text on a line of its own; further languages in the second colour.
pub(super) fn stacked(text: &Parallel, style: &str) -> WordParagraph {
    let mut paragraph = WordParagraph::new().style(style);
    for (n, text) in text.distinct().into_iter().enumerate() {
        if n > 0 {
            paragraph = paragraph.add_run(Run::new().add_break(BreakType::TextWrapping));
        }
        let run = run(text);
        paragraph = paragraph.add_run(if n > 0 { run.color(SECOND) } else { run });
    }
    paragraph
}

/// A paragraph in one language, with its number and, in the leading language, its footnote.
pub(super) fn paragraph(it: &Paragraph, language: usize, numbers: &mut Numbers) -> WordParagraph {
    let text = it.text.texts().get(language).map_or("", String::as_str);
    let mut paragraph = WordParagraph::new().style(style_name(it.style));
    let opening = match (it.style, it.number) {
        (ParagraphStyle::Text, Some(number)) => format!("{number}."),
        (ParagraphStyle::Item, _) => "–".to_owned(),
        _ => String::new(),
    };
    if !opening.is_empty() {
        let stop = if it.style == ParagraphStyle::Item { twips(12) } else { twips(8) };
        paragraph = paragraph
            .add_tab(Tab::new().val(TabValueType::Left).pos(stop.unsigned_abs() as usize))
            .add_run(Run::new().add_text(opening).add_tab());
    }
    paragraph = paragraph.add_run(run(text));
    match &it.footnote {
        Some(footnote) if language == 0 => {
            let note = Footnote { id: numbers.footnote(), content: vec![stacked(footnote, "Footnote")] };
            paragraph.add_run(Run::new().add_footnote_reference(note))
        }
        _ => paragraph,
    }
}

/// A paragraph in every language, side by side.
pub(super) fn parallel_row(it: &Paragraph, numbers: &mut Numbers) -> TableRow {
    let cells = (0..it.text.texts().len())
        .map(|language| {
            TableCell::new().set_borders(TableCellBorders::with_empty()).add_paragraph(paragraph(it, language, numbers))
        })
        .collect();
    TableRow::new(cells)
}
