//! What stands before the parts and on every page: header, footer, draft note, title block.

use docx_rs::{
    AlignmentType, BreakType, Docx, Footer, Header, LineSpacing, NumPages, PageNum, Paragraph, Run, Tab, TabValueType,
};

use super::{WIDTH, text, twips};
use crate::document::{Document, Note, Parallel};

/// The band, the running head and the marking.
pub(super) fn header(document: &Document) -> Header {
    let mut header = Header::new();
    if let Some(band) = &document.band {
        let words = band.distinct().join("   ");
        header = header.add_paragraph(
            Paragraph::new().style("Head").align(AlignmentType::Center).add_run(text::run(&words).bold()),
        );
    }
    let heads = document.running_head.distinct();
    let markings = document.marking.distinct();
    for n in 0..heads.len().max(markings.len()) {
        let (head, marking) = (heads.get(n).copied().unwrap_or(""), markings.get(n).copied().unwrap_or(""));
        header = header.add_paragraph(
            Paragraph::new()
                .style("Head")
                .add_tab(Tab::new().val(TabValueType::Right).pos(twips(WIDTH).unsigned_abs() as usize))
                .add_run(text::run(head).add_tab())
                .add_run(text::run(marking).bold()),
        );
    }
    header
}

/// The number of the page, in each language.
pub(super) fn footer(document: &Document) -> Footer {
    let (before, between) = &document.page_words;
    let mut paragraph = Paragraph::new().style("Head").align(AlignmentType::Center);
    for (n, (before, between)) in before.texts().iter().zip(between.texts()).enumerate() {
        let gap = if n > 0 { "     " } else { "" };
        paragraph = paragraph
            .add_run(Run::new().add_text(format!("{gap}{before} ")))
            .add_page_num(PageNum::new())
            .add_run(Run::new().add_text(format!(" {between} ")))
            .add_num_pages(NumPages::new());
    }
    Footer::new().add_paragraph(paragraph)
}

/// The draft note, a page for each language.
pub(super) fn note(mut docx: Docx, document: &Document) -> Docx {
    let Some(note) = &document.note else { return docx };
    for n in 0..document.languages.len() {
        docx = note_in(docx, note, n);
    }
    docx
}

fn note_in(docx: Docx, note: &Note, language: usize) -> Docx {
    let say = |text: &Parallel| text::run(text.texts().get(language).map_or("", String::as_str)).size(23);
    let spaced = |before, after| LineSpacing::new().before(before).after(after);
    let draft = Paragraph::new().style("Caption").align(AlignmentType::Center).add_run(say(&note.draft).size(18));
    let mut docx = docx
        .add_paragraph(draft)
        .add_paragraph(Paragraph::new().line_spacing(spaced(600, 160)).add_run(say(&note.senders).bold()))
        .add_paragraph(Paragraph::new().line_spacing(spaced(0, 600)).add_run(say(&note.number)));
    for paragraph in note.paragraphs.iter().chain([&note.closing]) {
        docx = docx.add_paragraph(
            Paragraph::new()
                .align(AlignmentType::Both)
                .indent(None, Some(docx_rs::SpecialIndentType::FirstLine(twips(8))), None, None)
                .line_spacing(spaced(0, 240).line(320))
                .add_run(say(paragraph)),
        );
    }
    docx.add_paragraph(
        Paragraph::new().align(AlignmentType::Right).line_spacing(spaced(240, 1200)).add_run(say(&note.place_and_date)),
    )
    .add_paragraph(Paragraph::new().add_run(say(&note.addressee).bold()).add_run(Run::new().add_break(BreakType::Page)))
}

/// The title block, one language under the other.
pub(super) fn title(mut docx: Docx, document: &Document) -> Docx {
    let title = &document.title;
    for n in 0..document.languages.len() {
        let say = |text: &Parallel| text::run(text.texts().get(n).map_or("", String::as_str));
        docx = docx
            .add_paragraph(
                Paragraph::new()
                    .style("Caption")
                    .line_spacing(LineSpacing::new().before(480).after(120))
                    .add_run(say(&title.kind)),
            )
            .add_paragraph(Paragraph::new().style("Title").add_run(say(&title.title)))
            .add_paragraph(Paragraph::new().add_run(say(&title.states).size(24)))
            .add_paragraph(Paragraph::new().add_run(say(&title.place_and_dates).size(24)))
            .add_paragraph(Paragraph::new().style("Remark").add_run(say(&title.edition)));
    }
    docx
}
