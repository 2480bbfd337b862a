//! How much foreign bytes may cost. Every limit is far above what a ministry sends and far below what hurts a laptop.

/// Longest text or table file, in bytes. The largest matrix seen is under 2 MB with all its texts.
pub const LONGEST_FILE: usize = 20_000_000;

/// Longest TOML file, in bytes. The longest known, recommendations with all their responses, is a tenth of it; a fault
/// costs more than the few bytes that cause it.
pub const LONGEST_TOML: usize = 2_000_000;

/// Most bytes all entries of one XLSX may have together once unpacked: a table at [`LONGEST_FILE`] in XML.
pub const LONGEST_UNPACKED: u64 = 100_000_000;

/// Most bytes unpacked from each byte packed. Real sheets reach 50; a bomb reaches 1,000.
pub const HIGHEST_RATIO: u64 = 200;

/// Bytes unpacked before the ratio is looked at, because a small empty sheet packs very well.
pub const RATIO_FREE: u64 = 1_000_000;

/// Most entries of one XLSX. A workbook has about ten, and two for each sheet.
pub const MOST_ENTRIES: usize = 2_000;

/// Most rows of a table. A matrix has a few hundred lines, a plan a hundred.
pub const MOST_ROWS: usize = 50_000;

/// Most columns of a table. The widest layout known has 17.
pub const MOST_COLUMNS: usize = 200;

/// Most cells of a table: rows and columns at their limits together would still be ten million.
pub const MOST_CELLS: usize = 1_000_000;

/// Most characters of one cell: as many as a text of the record may have. Usually it is an unclosed quotation mark.
pub const LONGEST_CELL: usize = domain::fault::LONGEST_TEXT;

/// Rows at the top among which the headings are looked for: title lines of official documents are fewer.
pub const ROWS_BEFORE_HEADINGS: usize = 20;

/// Most files of a folder.
pub const MOST_FILES: usize = 500;

/// Most bytes of all files of a folder together.
pub const LONGEST_FOLDER: usize = 100_000_000;

/// Most folders `earlier/` inside one another. A review repeats every year or two.
pub const DEEPEST_EARLIER: usize = 8;

/// Most faults of one file that are told: more are the same mistake again.
pub const MOST_FAULTS: usize = 200;

/// A number of bytes as messages tell it.
pub(crate) fn megabytes(bytes: u64) -> String {
    (bytes / 1_000_000).to_string()
}
