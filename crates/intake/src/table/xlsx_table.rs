//! XLSX: the first sheet that holds anything. What it unpacks to is measured before anything is read from it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Dimensions, ExcelDateTime, Reader, Xlsx, XlsxError};
use domain::fault::Fault;

use super::{TableRow, clean};
use crate::archive::{OfficeFaults, measure};
use crate::limits;

const TOLD: OfficeFaults = OfficeFaults {
    unreadable: "xlsx-unreadable",
    too_large: "xlsx-too-large",
    protected: "xlsx-protected",
    old_format: "xls-old-format",
};

/// Every row of the first sheet that is not blank.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<TableRow>, Fault> {
    measure(bytes, &TOLD)?;
    // The reader is fuzzed by its makers, and still a panic in it must not take the node down.
    std::panic::catch_unwind(|| sheets(bytes)).unwrap_or_else(|_| Err(Fault::error("xlsx-unreadable")))
}

fn sheets(bytes: &[u8]) -> Result<Vec<TableRow>, Fault> {
    let unreadable = |_: XlsxError| Fault::error("xlsx-unreadable");
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsxError::Password => Fault::error("xlsx-protected"),
        _ => Fault::error("xlsx-unreadable"),
    })?;
    for name in workbook.sheet_names() {
        let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut cells = match workbook.worksheet_cells_reader(&name) {
            // A sheet that is a chart has no cells; the next may have.
            Err(XlsxError::NotAWorksheet(_)) => continue,
            other => other.map_err(unreadable)?,
        };
        let mut sheet = Sheet::default();
        // Streamed, never as a range: a range from A1 to the last possible cell would fill the memory with nothing.
        while let Some(cell) = cells.next_cell().map_err(unreadable)? {
            let (row, column) = cell.get_position();
            sheet.add(row, column, shown(cell.get_value()))?;
        }
        if !sheet.rows.is_empty() {
            sheet.fill(&merged)?;
            return Ok(sheet.into_rows());
        }
    }
    Ok(Vec::new())
}

/// The cells of a sheet that hold something.
#[derive(Default)]
struct Sheet {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    cells: usize,
    characters: usize,
}

impl Sheet {
    fn add(&mut self, row: u32, column: u32, text: Result<String, Fault>) -> Result<(), Fault> {
        let placed = |mut fault: Fault| {
            fault.place.line = Some(u64::from(row) + 1);
            fault
        };
        let text = text.map_err(placed)?;
        if text.is_empty() {
            return Ok(());
        }
        if column as usize >= limits::MOST_COLUMNS {
            return Err(placed(Fault::error("too-many-columns").with("limit", limits::MOST_COLUMNS.to_string())));
        }
        let length = text.chars().count();
        if length > limits::LONGEST_CELL {
            return Err(placed(Fault::error("cell-too-long").with("limit", limits::LONGEST_CELL.to_string())));
        }
        self.cells += 1;
        self.characters += length;
        if self.cells > limits::MOST_CELLS || self.characters > limits::LONGEST_FILE {
            return Err(placed(Fault::error("too-many-cells").with("limit", limits::MOST_CELLS.to_string())));
        }
        self.rows.entry(row).or_default().insert(column, text);
        if self.rows.len() > limits::MOST_ROWS {
            return Err(placed(Fault::error("too-many-rows").with("limit", limits::MOST_ROWS.to_string())));
        }
        Ok(())
    }

    /// Writes the text of cells merged downwards into each of their rows, as it reads to a person. Merged across, it
    /// stays where it is: that is a title.
    fn fill(&mut self, merged: &[Dimensions]) -> Result<(), Fault> {
        for region in merged.iter().take(limits::MOST_ROWS).filter(|region| region.end.0 > region.start.0) {
            let (row, column) = region.start;
            let Some(text) = self.rows.get(&row).and_then(|cells| cells.get(&column)).cloned() else { continue };
            let below: Vec<u32> = self.rows.range(row + 1..=region.end.0).map(|(row, _)| *row).collect();
            for row in below {
                self.add(row, column, Ok(text.clone()))?;
            }
        }
        Ok(())
    }

    fn into_rows(self) -> Vec<TableRow> {
        let row = |(row, cells): (u32, BTreeMap<u32, String>)| {
            let width = cells.keys().next_back().map_or(0, |last| *last as usize + 1);
            let mut texts = vec![String::new(); width];
            for (column, text) in cells {
                texts[column as usize] = text;
            }
            TableRow { line: u64::from(row) + 1, cells: texts }
        };
        self.rows.into_iter().map(row).collect()
    }
}

/// A cell as a person sees it; a formula by the value it had when the file was saved.
fn shown(value: &DataRef<'_>) -> Result<String, Fault> {
    Ok(match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DurationIso(text) => clean(text),
        DataRef::SharedString(text) => clean(text),
        DataRef::Int(number) => number.to_string(),
        // `Display` of a float prints 17 for 17.0 and never an exponent.
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(instant) => date_or_time(instant),
        DataRef::DateTimeIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::Error(error) => return Err(Fault::error("cell-formula-error").with("text", error.to_string())),
    })
}

/// `2026-09-14`, `09:30`, or both, as much as the number holds.
fn date_or_time(instant: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, second, milli) = instant.to_ymd_hms_milli();
    // Half a second of rounding: 09:30 is not a whole fraction of a day.
    let minute_of_day = u32::from(hour) * 60 + u32::from(minute) + u32::from(second * 2 + u8::from(milli >= 500) > 59);
    let date = format!("{year:04}-{month:02}-{day:02}");
    let time = format!("{:02}:{:02}", minute_of_day / 60, minute_of_day % 60);
    if instant.is_duration() || instant.as_f64() < 1.0 {
        time
    } else if minute_of_day == 0 {
        date
    } else {
        format!("{date} {time}")
    }
}
