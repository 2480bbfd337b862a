//! Tables: of data, and those without borders that hold languages side by side.

use docx_rs::{
    BorderType, HeightRule, Paragraph, Run, Shading, ShdType, Table as WordTable, TableBorder, TableBorderPosition,
    TableBorders, TableCell, TableCellMargins, TableLayoutType, TableRow, WidthType,
};

use super::{WIDTH, text, twips};
use crate::document::{Cell, CellLine, LineStyle, MarkLine, Table};
use crate::docx::styles::SECOND;

/// The height by which [`super::package`] knows a row that is to be repeated on every page: the library has no word
/// for it. No other row has a height.
pub(super) const HEAD_HEIGHT: f32 = 7.0;

/// Languages side by side, without borders.
pub(super) fn side_by_side(rows: Vec<TableRow>, languages: usize) -> WordTable {
    let width = columns(&vec![1; languages]);
    WordTable::without_borders(rows)
        .set_borders(TableBorders::with_empty())
        .set_grid(width)
        .layout(TableLayoutType::Fixed)
        .width(twips(WIDTH).unsigned_abs() as usize, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 120, 0, 0))
}

/// A table of data: hairlines between rows, a stronger head that repeats.
pub(super) fn table(table: &Table) -> WordTable {
    let widths = columns(&table.columns.iter().map(|column| column.width).collect::<Vec<_>>());
    let head = table
        .columns
        .iter()
        .zip(&widths)
        .map(|(column, width)| {
            let mut cell = TableCell::new().width(*width, WidthType::Dxa);
            for (n, heading) in column.heading.distinct().into_iter().enumerate() {
                let run = text::run(heading).bold();
                let run = if n > 0 { run.color(SECOND) } else { run };
                cell = cell.add_paragraph(Paragraph::new().style("Cell").keep_next(true).add_run(run));
            }
            if column.heading.is_empty() { cell.add_paragraph(Paragraph::new().style("Cell")) } else { cell }
        })
        .collect();
    let mut rows = vec![TableRow::new(head).row_height(HEAD_HEIGHT).height_rule(HeightRule::AtLeast).cant_split()];
    for row in &table.rows {
        let row = if row.heading {
            let body = row.cells.first().map(|cell| body(cell, true)).unwrap_or_default();
            let cell = body.into_iter().fold(
                TableCell::new()
                    .grid_span(table.columns.len())
                    .shading(Shading::new().shd_type(ShdType::Clear).color("auto").fill("F5F6F8")),
                TableCell::add_paragraph,
            );
            TableRow::new(vec![cell]).cant_split()
        } else {
            TableRow::new(row.cells.iter().zip(&widths).map(|(cell, width)| filled(cell, *width)).collect())
        };
        rows.push(row);
    }
    WordTable::new(rows)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .width(twips(WIDTH).unsigned_abs() as usize, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(30, 50, 30, 50))
        .set_borders(borders())
}

fn filled(cell: &Cell, width: usize) -> TableCell {
    body(cell, false).into_iter().fold(TableCell::new().width(width, WidthType::Dxa), TableCell::add_paragraph)
}

/// Marks, then lines. A cell always has a paragraph: Word refuses one without.
fn body(cell: &Cell, keep_next: bool) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = cell.marks.iter().map(marks).collect();
    paragraphs.extend(cell.lines.iter().flat_map(lines));
    if paragraphs.is_empty() {
        paragraphs.push(Paragraph::new().style("Cell"));
    }
    paragraphs.into_iter().map(|paragraph| paragraph.keep_next(keep_next)).collect()
}

/// Marks as letterforms in brackets: `N  LF [X]  ENF [ ]`.
fn marks(line: &MarkLine) -> Paragraph {
    let mut paragraph = Paragraph::new().style("Cell");
    if !line.weapon.is_empty() {
        paragraph = paragraph.add_run(Run::new().add_text(format!("{}  ", line.weapon)).bold());
    }
    for (n, (facet, mark)) in line.marks.iter().enumerate() {
        let gap = if n > 0 { "  " } else { "" };
        let facet = if facet.is_empty() { String::new() } else { format!("{facet} ") };
        let mark = if mark.is_empty() { " " } else { mark.as_str() };
        paragraph = paragraph
            .add_run(Run::new().add_text(format!("{gap}{facet}")))
            .add_run(Run::new().add_text(format!("[{mark}]")).bold());
    }
    paragraph
}

fn lines(line: &CellLine) -> Vec<Paragraph> {
    let styled = |n: usize, text: &str| {
        let run = text::run(text);
        let run = if n > 0 { run.color(SECOND) } else { run };
        match line.style {
            LineStyle::Text => run,
            LineStyle::Strong => run.bold(),
            LineStyle::Small => run.size(14),
        }
    };
    line.text
        .distinct()
        .into_iter()
        .enumerate()
        .map(|(n, text)| Paragraph::new().style("Cell").add_run(styled(n, text)))
        .collect()
}

/// Widths of columns in twentieths of a point that add up to the full width.
fn columns(shares: &[u16]) -> Vec<usize> {
    let full = twips(WIDTH).unsigned_abs() as usize;
    let total: usize = shares.iter().map(|share| usize::from(*share)).sum::<usize>().max(1);
    shares.iter().map(|share| full * usize::from(*share) / total).collect()
}

fn borders() -> TableBorders {
    let line = |position, size, colour: &str| {
        TableBorder::new(position).border_type(BorderType::Single).size(size).color(colour)
    };
    TableBorders::with_empty()
        .set(line(TableBorderPosition::Top, 8, "14213D"))
        .set(line(TableBorderPosition::Bottom, 4, "9AA3B2"))
        .set(line(TableBorderPosition::InsideH, 4, "9AA3B2"))
}
