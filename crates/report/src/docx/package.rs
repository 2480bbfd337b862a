//! Packs the parts of a DOCX: the same parts always to the same bytes, and with what the library has no word for.

use std::io::{Cursor, Read, Write};

use docx_rs::Docx;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use super::tables::HEAD_HEIGHT;
use crate::document::{Block, Document};
use crate::error::ReportError;

/// Builds the document and packs it anew: compressed, with the earliest date a container can hold in place of the
/// time of writing.
pub(super) fn pack(docx: Docx, document: &Document) -> Result<Vec<u8>, ReportError> {
    let mut built = Cursor::new(Vec::new());
    docx.build().pack(&mut built).map_err(|error| ReportError::Packing(std::io::Error::other(error)))?;
    let mut parts = ZipArchive::new(built).map_err(refused)?;
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for index in 0..parts.len() {
        let mut part = parts.by_index(index).map_err(refused)?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(refused)?.into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).map_err(ReportError::Packing)?;
        let bytes = match name.as_str() {
            "word/document.xml" => complete(bytes, document),
            "docProps/core.xml" => titled(bytes, document.title.title.leading()),
            _ => bytes,
        };
        package.start_file(name, options).map_err(refused)?;
        package.write_all(&bytes).map_err(ReportError::Packing)?;
    }
    Ok(package.finish().map_err(refused)?.into_inner())
}

/// Marks the heads of tables to be repeated on every page, and gives every picture its words for who cannot see it.
/// Text in the document cannot be taken for these: in text, every bracket is escaped.
fn complete(bytes: Vec<u8>, document: &Document) -> Vec<u8> {
    let Ok(mut xml) = String::from_utf8(bytes) else { return Vec::new() };
    let height = format!("<w:trHeight w:val=\"{HEAD_HEIGHT}\" w:hRule=\"atLeast\" />");
    xml = xml.replace(&height, "<w:tblHeader />");
    let figures = document.parts.iter().flat_map(|part| &part.blocks).filter_map(|block| match block {
        Block::Figure(figure) => Some(figure),
        _ => None,
    });
    const PICTURE: &str = "<wp:docPr id=\"1\" name=\"Figure\"";
    for (n, figure) in figures.enumerate() {
        let described = format!(
            "<wp:docPr id=\"{}\" name=\"Figure {}\" descr=\"{}\"",
            n + 1,
            n + 1,
            escape(figure.alternative.leading())
        );
        xml = xml.replacen(PICTURE, &described, 1);
    }
    xml.into_bytes()
}

/// Puts the title into the properties of the file, and what made it where the library names nobody.
fn titled(bytes: Vec<u8>, title: &str) -> Vec<u8> {
    let Ok(xml) = String::from_utf8(bytes) else { return Vec::new() };
    let title = format!("<dc:title>{}</dc:title></cp:coreProperties>", escape(title));
    xml.replace(">unknown<", ">Tripoint<").replace("</cp:coreProperties>", &title).into_bytes()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn refused(error: zip::result::ZipError) -> ReportError {
    ReportError::Packing(std::io::Error::other(error))
}
