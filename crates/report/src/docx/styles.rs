//! The styles of the DOCX: the same families, sizes and distances as the PDF.

use docx_rs::{Docx, LineSpacing, RunFonts, SpecialIndentType, Style, StyleType};

/// 25 mm on every side, in twentieths of a point.
pub(super) const MARGIN: i32 = 1417;
/// The colour of text.
pub(super) const INK: &str = "14213D";
/// The colour of the second language where languages stand under one another.
pub(super) const SECOND: &str = "3D4A63";

const SERIF: &str = "PT Serif";
const SANS: &str = "PT Sans";

pub(super) fn add(docx: Docx) -> Docx {
    let hanging = |left: i32| (Some(left), Some(SpecialIndentType::Hanging(left)));
    let docx = docx
        .default_fonts(fonts(SERIF))
        .default_size(20)
        .add_style(
            style("Heading1", "heading 1", SANS, 28, 480, 160).bold().based_on("Normal").next("Normal").outline_lvl(0),
        )
        .add_style(
            style("Heading2", "heading 2", SANS, 21, 280, 120).bold().based_on("Normal").next("Normal").outline_lvl(1),
        )
        .add_style(style("Title", "Title", SERIF, 40, 0, 300).bold().based_on("Normal"))
        .add_style(style("Caption", "caption", SANS, 17, 160, 80).bold().based_on("Normal"))
        .add_style(style("Remark", "Remark", SANS, 17, 60, 60).based_on("Normal"))
        .add_style(style("Cell", "Cell", SANS, 16, 20, 20).based_on("Normal"))
        .add_style(style("Head", "Page head", SANS, 15, 0, 0).based_on("Normal"))
        .add_style(style("Gap", "Gap", SANS, 8, 0, 0).based_on("Normal"))
        .add_style(style("Footnote", "Footnote", SERIF, 16, 0, 0).based_on("Normal"));
    let (left, special) = hanging(454);
    let docx = docx.add_style(
        style("Numbered", "Numbered paragraph", SERIF, 20, 60, 100)
            .based_on("Normal")
            .indent(left, special, None, None),
    );
    docx.add_style(style("Item", "Item", SERIF, 20, 20, 60).based_on("Normal").indent(
        Some(681),
        Some(SpecialIndentType::Hanging(227)),
        None,
        None,
    ))
}

fn style(id: &str, name: &str, family: &str, half_points: usize, before: u32, after: u32) -> Style {
    Style::new(id, StyleType::Paragraph)
        .name(name)
        .fonts(fonts(family))
        .size(half_points)
        .color(INK)
        .line_spacing(LineSpacing::new().before(before).after(after))
        .q_format(true)
}

fn fonts(family: &str) -> RunFonts {
    RunFonts::new().ascii(family).hi_ansi(family).cs(family).east_asia(family)
}
