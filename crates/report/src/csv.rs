//! Tables as CSV, safe from being taken for formulas ([`domain::formula_guard`]).

use domain::formula_guard::guarded;

use crate::error::ReportError;
use crate::table::Sheet;

/// Writes a table as CSV in UTF-8. Notes come first, as lines that begin with `#`; `byte_order_mark` helps older
/// spreadsheets to see that the text is UTF-8.
///
/// # Errors
/// When the bytes cannot be written.
pub fn to_csv(sheet: &Sheet, byte_order_mark: bool) -> Result<Vec<u8>, ReportError> {
    let mut bytes = Vec::new();
    if byte_order_mark {
        bytes.extend_from_slice("\u{feff}".as_bytes());
    }
    for note in &sheet.notes {
        bytes.extend_from_slice(format!("# {}\n", note.replace(['\n', '\r'], " ")).as_bytes());
    }
    let mut writer = csv::Writer::from_writer(bytes);
    let refused = |error: csv::Error| ReportError::Csv(std::io::Error::other(error));
    writer.write_record(sheet.columns.iter().map(|column| column.heading.as_str())).map_err(refused)?;
    for row in &sheet.rows {
        writer.write_record(row.iter().map(|value| guarded(&value.as_text()))).map_err(refused)?;
    }
    writer.into_inner().map_err(|error| ReportError::Csv(error.into_error()))
}

#[cfg(test)]
mod tests {
    use super::to_csv;
    use crate::table::{CellValue, Column, Sheet};

    #[test]
    fn notes_stand_above_the_heading() {
        let sheet = Sheet {
            name: "Matrix".to_owned(),
            notes: vec!["Training data.\nThese States do not exist.".to_owned()],
            columns: vec![Column::plain("section", 8), Column::plain("mark", 4)],
            rows: vec![vec!["=IV".into(), CellValue::Empty], vec!["a \"b\", c".into(), 4.into()]],
        };
        let expect = "# Training data. These States do not exist.\nsection,mark\n'=IV,\n\"a \"\"b\"\", c\",4\n";
        assert_eq!(String::from_utf8(to_csv(&sheet, false).unwrap()).unwrap(), expect);
        assert!(to_csv(&sheet, true).unwrap().starts_with(&[0xef, 0xbb, 0xbf]));
    }
}
