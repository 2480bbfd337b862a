//! The document as DOCX, to be edited by delegations: the same parts, paragraphs and numbers as the PDF.

mod front;
mod package;
mod styles;
mod tables;
mod text;

use docx_rs::{Docx, PageMargin, Paragraph, Pic, Run};

use crate::document::{Block, Document, Figure, ParagraphStyle, Part};
use crate::error::ReportError;
use crate::picture;
use styles::MARGIN;
use text::Numbers;

/// Twentieths of a point in a millimetre.
const TWIPS: f64 = 56.693;
/// English metric units in a millimetre.
const EMU: f64 = 36_000.0;
/// The width between the margins, in millimetres.
const WIDTH: u16 = 160;

/// Writes the document as DOCX: headings that are headings, numbers of paragraphs as text, languages side by side in
/// tables without borders, tables whose heads repeat, figures as pictures.
///
/// # Errors
/// When a figure cannot be drawn or the parts cannot be packed.
pub fn to_docx(document: &Document) -> Result<Vec<u8>, ReportError> {
    let date = format!("{}T00:00:00Z", document.date);
    let mut docx = Docx::new()
        .page_size(twips(210).unsigned_abs(), twips(297).unsigned_abs())
        .page_margin(PageMargin {
            top: MARGIN,
            left: MARGIN,
            bottom: MARGIN,
            right: MARGIN,
            header: twips(8),
            footer: twips(12),
            gutter: 0,
        })
        .created_at(&date)
        .updated_at(&date)
        .header(front::header(document))
        .footer(front::footer(document));
    docx = styles::add(docx);
    docx = front::note(docx, document);
    docx = front::title(docx, document);
    let mut numbers = Numbers::default();
    for (n, part) in document.parts.iter().enumerate() {
        docx = add_part(docx, part, n == 0 || part.annex, document, &mut numbers)?;
    }
    package::pack(docx, document)
}

fn add_part(
    mut docx: Docx,
    part: &Part,
    on_new_page: bool,
    document: &Document,
    numbers: &mut Numbers,
) -> Result<Docx, ReportError> {
    let heading = text::heading(&part.heading, "Heading1").page_break_before(on_new_page);
    docx = docx.add_paragraph(heading);
    let mut blocks = part.blocks.iter().peekable();
    while let Some(block) = blocks.next() {
        docx = match block {
            Block::Heading { text } => docx.add_paragraph(text::heading(text, "Heading2")),
            Block::Paragraph(first) if document.is_parallel() => {
                // Paragraphs that follow one another share one table, so that a reader selects them together.
                let mut rows = vec![text::parallel_row(first, numbers)];
                while let Some(Block::Paragraph(next)) = blocks.peek() {
                    rows.push(text::parallel_row(next, numbers));
                    blocks.next();
                }
                docx.add_table(tables::side_by_side(rows, document.languages.len()))
            }
            Block::Paragraph(paragraph) => docx.add_paragraph(text::paragraph(paragraph, 0, numbers)),
            Block::Table(table) => {
                if let Some(caption) = &table.caption {
                    docx = docx.add_paragraph(text::stacked(caption, "Caption"));
                }
                docx.add_table(tables::table(table)).add_paragraph(Paragraph::new().style("Gap"))
            }
            Block::Figure(figure) => add_figure(docx, figure, numbers)?,
        };
    }
    Ok(docx)
}

fn add_figure(docx: Docx, figure: &Figure, numbers: &mut Numbers) -> Result<Docx, ReportError> {
    let (png, (width, height)) = picture::png(&figure.svg, figure.size)?;
    let emu = |millimetres: f64| (millimetres * EMU).round() as u32;
    let full = f64::from(WIDTH);
    let picture = Pic::new_with_dimensions(png, width, height)
        .id(numbers.picture())
        .size(emu(full), emu(full * f64::from(figure.size.1) / f64::from(figure.size.0)));
    Ok(docx
        .add_paragraph(text::stacked(&figure.caption, "Caption").keep_next(true))
        .add_paragraph(Paragraph::new().add_run(Run::new().add_image(picture))))
}

/// Millimetres in twentieths of a point.
fn twips(millimetres: u16) -> i32 {
    (f64::from(millimetres) * TWIPS).round() as i32
}

/// The name of the style of a paragraph.
fn style_name(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Text => "Numbered",
        ParagraphStyle::Item => "Item",
        ParagraphStyle::Remark => "Remark",
    }
}
