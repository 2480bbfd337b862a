//! The document as PDF/A, set by Typst in a world that has nothing but the template, the data and the fonts.

mod world;

use typst::WorldExt;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use crate::characters;
use crate::document::Document;
use crate::error::ReportError;
use world::ReportWorld;

/// Sets the document as PDF/A-2a: tagged, with its fonts, dated as of the day of the record.
///
/// # Errors
/// When the document cannot be typeset or does not make an archival PDF.
pub fn to_pdf(document: &Document) -> Result<Vec<u8>, ReportError> {
    let pages = typeset(document)?;
    let date = document.date;
    let timestamp =
        Datetime::from_ymd_hms(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs(), 0, 0, 0);
    let standards =
        PdfStandards::new(&[PdfStandard::A_2a]).map_err(|error| ReportError::Pdf(error.message().to_string()))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!("{}/{}", document.title.title.leading(), document.date)),
        creator: Smart::Custom(Some("Tripoint".to_owned())),
        timestamp: timestamp.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&pages, &options).map_err(|errors| ReportError::Pdf(first_message(&errors)));
    // The typesetter remembers what it has set; the next report is another, and memory is not ours to keep. Nobody waits
    // for it to be given back.
    std::thread::spawn(move || {
        drop(pages);
        typst::comemo::evict(0);
    });
    bytes
}

fn typeset(document: &Document) -> Result<PagedDocument, ReportError> {
    let data = data(document).map_err(|error| ReportError::Typesetting(error.to_string()))?;
    let world = ReportWorld::new(data);
    typst::compile::<PagedDocument>(&world).output.map_err(|errors| {
        let line = errors.first().and_then(|error| world.range(error.span)).map(|range| world.line_of(range.start));
        ReportError::Typesetting(format!("{} (line {} of the template)", first_message(&errors), line.unwrap_or(0)))
    })
}

/// The document as JSON, with what the fonts cannot show written by its code point.
fn data(document: &Document) -> Result<Vec<u8>, serde_json::Error> {
    let mut data = serde_json::to_value(document)?;
    show_characters(&mut data);
    if let serde_json::Value::Object(fields) = &mut data {
        fields.insert("year".to_owned(), document.date.year().into());
        fields.insert("month".to_owned(), document.date.month().into());
        fields.insert("day".to_owned(), document.date.day().into());
    }
    serde_json::to_vec(&data)
}

fn show_characters(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::String(text) => *text = characters::shown(text),
        serde_json::Value::Array(values) => values.iter_mut().for_each(show_characters),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(show_characters),
        _ => {}
    }
}

fn first_message(errors: &[typst::diag::SourceDiagnostic]) -> String {
    errors.first().map_or_else(String::new, |error| {
        let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
        [error.message.as_str()].into_iter().chain(hints).collect::<Vec<_>>().join("; ")
    })
}
