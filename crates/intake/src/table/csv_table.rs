//! CSV: comma, semicolon or tab, found by which of them makes headings.

use csv::{ReaderBuilder, StringRecord};
use domain::fault::Fault;
use domain::formula_guard::unguarded;

use super::{TableRow, clean};
use crate::limits;

/// Every row of the text, without the comment lines at its top. `matches` says how many of these cells are headings.
pub(super) fn read(text: &str, matches: &dyn Fn(&[String]) -> usize) -> Result<Vec<TableRow>, Fault> {
    let (comments, table) = skip_comments(text);
    let mut best = (0, 0, b',');
    for delimiter in [b',', b';', b'\t'] {
        let mut first = Vec::new();
        // A wrong delimiter may make rows beyond every limit. It only has to lose; the right one is read again below.
        let _beyond_a_limit = rows(table, comments, delimiter, limits::ROWS_BEFORE_HEADINGS, &mut first).is_err();
        let headings = first.iter().map(|row| matches(&row.cells)).max().unwrap_or(0);
        let columns = first.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        if (headings, columns) > (best.0, best.1) {
            best = (headings, columns, delimiter);
        }
    }
    let mut all = Vec::new();
    rows(table, comments, best.2, limits::MOST_ROWS + 1, &mut all)?;
    if all.len() > limits::MOST_ROWS {
        return Err(Fault::error("too-many-rows").with("limit", limits::MOST_ROWS.to_string()));
    }
    Ok(all)
}

/// The number of comment lines at the top, and the text below them.
fn skip_comments(text: &str) -> (u64, &str) {
    let mut rest = text;
    let mut lines = 0;
    while rest.starts_with('#') {
        lines += 1;
        rest = rest.split_once('\n').map_or("", |(_, rest)| rest);
    }
    (lines, rest)
}

/// Adds at most so many rows, until one is beyond a limit.
fn rows(table: &str, lines_before: u64, delimiter: u8, most: usize, rows: &mut Vec<TableRow>) -> Result<(), Fault> {
    let mut reader =
        ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(table.as_bytes());
    let mut record = StringRecord::new();
    let (mut counted_to, mut line) = (0, lines_before + 1);
    let mut cells = 0;
    while rows.len() < most {
        let begins = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        // The text is UTF-8 and in memory, and rows may differ in length: nothing is left that could go wrong.
        if !reader.read_record(&mut record).map_err(|_| Fault::error("file-not-text"))? {
            break;
        }
        // The reader skips blank lines before the record without saying so; the line is counted here.
        let begins = begins.min(table.len());
        let skipped = table.as_bytes()[begins..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        line += table.as_bytes()[counted_to..begins + skipped].iter().filter(|byte| **byte == b'\n').count() as u64;
        counted_to = begins + skipped;
        cells += record.len();
        rows.push(row(line, &record)?);
        if cells > limits::MOST_CELLS {
            return Err(Fault::error("too-many-cells").with("limit", limits::MOST_CELLS.to_string()));
        }
    }
    Ok(())
}

fn row(line: u64, record: &StringRecord) -> Result<TableRow, Fault> {
    let placed = |fault: Fault| Fault { place: domain::fault::Place { line: Some(line), ..fault.place }, ..fault };
    if record.len() > limits::MOST_COLUMNS {
        return Err(placed(Fault::error("too-many-columns").with("limit", limits::MOST_COLUMNS.to_string())));
    }
    if record.iter().any(|cell| cell.chars().count() > limits::LONGEST_CELL) {
        return Err(placed(Fault::error("cell-too-long").with("limit", limits::LONGEST_CELL.to_string())));
    }
    Ok(TableRow { line, cells: record.iter().map(|cell| clean(unguarded(cell))).collect() })
}
