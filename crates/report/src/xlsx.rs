//! Tables as XLSX. Text is always written as text: nothing in it can become a formula or a link.

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet};

use crate::error::ReportError;
use crate::table::{CellValue, Sheet};

/// Writes tables as one workbook, each on a sheet of its own. `created` is the date of the file: the same tables and
/// the same date give the same bytes.
///
/// # Errors
/// When a table is larger than a sheet can be, or a text longer than a cell holds.
pub fn to_xlsx(sheets: &[Sheet], created: Date) -> Result<Vec<u8>, ReportError> {
    let mut workbook = Workbook::new();
    let date = ExcelDateTime::from_ymd(
        u16::try_from(created.year()).unwrap_or(1900),
        created.month().unsigned_abs(),
        created.day().unsigned_abs(),
    )?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let mut names: Vec<String> = Vec::new();
    for sheet in sheets {
        let name = tab_name(&sheet.name, &names);
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(&name)?;
        write(worksheet, sheet)?;
        names.push(name);
    }
    Ok(workbook.save_to_buffer()?)
}

fn write(worksheet: &mut Worksheet, sheet: &Sheet) -> Result<(), ReportError> {
    let note = Format::new().set_italic();
    let head =
        Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top).set_border_bottom(FormatBorder::Thin);
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let number = Format::new().set_align(FormatAlign::Top);
    let mut row = 0;
    for line in &sheet.notes {
        // The same mark as in CSV, so that a reader knows these lines for comments in both.
        worksheet.write_string_with_format(row, 0, format!("# {line}"), &note)?;
        row += 1;
    }
    let head_row = row;
    for (column, index) in sheet.columns.iter().zip(0..) {
        worksheet.set_column_width(index, f64::from(column.width))?;
        worksheet.write_string_with_format(row, index, &column.heading, &head)?;
    }
    for values in &sheet.rows {
        row += 1;
        for (value, index) in values.iter().zip(0..) {
            match value {
                CellValue::Empty => {}
                CellValue::Number(whole) => {
                    // A float holds whole numbers exactly up to 2⁵³; nothing here is counted so far.
                    worksheet.write_number_with_format(row, index, *whole as f64, &number)?;
                }
                CellValue::Text(_) | CellValue::Date(_) => {
                    worksheet.write_string_with_format(row, index, value.as_text(), &text)?;
                }
            }
        }
    }
    worksheet.set_freeze_panes(head_row + 1, 0)?;
    if let (Some(last), true) = (u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX).checked_sub(1), row > head_row)
    {
        worksheet.autofilter(head_row, 0, row, last)?;
    }
    worksheet.set_repeat_rows(head_row, head_row)?;
    worksheet.set_landscape();
    worksheet.set_paper_size(9);
    worksheet.set_print_fit_to_pages(1, 0);
    worksheet.set_header(
        format!("&L{}&R&P/&N", sheet.notes.join(" ").replace('&', "&&")).chars().take(250).collect::<String>(),
    );
    Ok(())
}

/// A name that a workbook takes: at most 31 characters, without `[]:*?/\`, and each only once.
fn tab_name(name: &str, taken: &[String]) -> String {
    let mut plain: String = name
        .chars()
        .map(|c| if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') { ' ' } else { c })
        .take(31)
        .collect();
    plain = plain.trim_matches(['\'', ' ']).to_owned();
    if plain.is_empty() {
        plain.push('1');
    }
    let mut unique = plain.clone();
    let mut n = 2;
    while taken.iter().any(|name| name.to_lowercase() == unique.to_lowercase()) {
        let suffix = format!(" {n}");
        unique = plain.chars().take(31 - suffix.len()).chain(suffix.chars()).collect();
        n += 1;
    }
    unique
}
