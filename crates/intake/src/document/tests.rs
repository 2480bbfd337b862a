use std::io::{Cursor, Write as _};

use proptest::prelude::*;

use super::*;

/// A document with this body and these numberings.
fn document(body: &str, numbering: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = zip::ZipWriter::new(Cursor::new(&mut bytes));
    let text = format!("<w:document xmlns:w='w'><w:body>{body}</w:body></w:document>");
    for (name, content) in [("word/document.xml", text.as_str()), ("word/numbering.xml", numbering)] {
        archive.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

fn shown(bytes: &[u8]) -> Vec<String> {
    match read("d", bytes) {
        Err(fault) => crate::faults_shown(&[fault]),
        Ok(blocks) => blocks
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(p) => vec![format!("{}: [{}] {}", p.line, p.number.as_deref().unwrap_or(""), p.text)],
                Block::Table(rows) => {
                    rows.iter().map(|row| format!("{}| {}", row.line, row.cells.join(" | "))).collect()
                }
            })
            .collect(),
    }
}

const LEVELS: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="russianLower"/><w:lvlText w:val="%3)"/></w:lvl>
  </w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl></w:abstractNum>
  <w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="6"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="7"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>"#;

fn paragraph(numbering: &str, level: usize, text: &str) -> String {
    format!(
        "<w:p><w:pPr><w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{numbering}'/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
    )
}

#[test]
fn paragraphs_carry_the_numbers_that_are_printed() {
    let body = [
        paragraph("5", 0, "One"),
        paragraph("5", 1, "One one"),
        paragraph("5", 2, "a"),
        paragraph("5", 2, "b"),
        paragraph("6", 0, "Bullet"),
        paragraph("5", 1, "One two"),
        paragraph("5", 0, "Two"),
        paragraph("5", 1, "Two one"),
        paragraph("7", 0, "Nine"),
        "<w:p><w:r><w:t>Plain</w:t></w:r></w:p>".to_owned(),
    ];
    let expect = [
        "1: [1.] One",
        "2: [1.1.] One one",
        "3: [а)] a",
        "4: [б)] b",
        "5: [] Bullet",
        "6: [1.2.] One two",
        "7: [2.] Two",
        "8: [2.1.] Two one",
        "9: [9.] Nine",
        "10: [] Plain",
    ];
    assert_eq!(shown(&document(&body.concat(), LEVELS)), expect);
}

#[test]
fn text_is_what_a_reader_sees() {
    let body = "<w:p><w:r><w:t>of </w:t></w:r><w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins><w:r><w:t>10</w:t></w:r></w:ins>\
        <w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>6</w:t></w:r><w:r><w:tab/><w:t>m &amp; more</w:t></w:r></w:p>";
    assert_eq!(shown(&document(body, "")), ["1: [] of 10^6 m & more"]);
}

#[test]
fn cells_that_are_merged_stay_in_their_columns() {
    let cell = |marks: &str, text: &str| {
        format!("<w:tc><w:tcPr>{marks}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let body = format!(
        "<w:tbl><w:tr>{}{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell("", "a"),
        cell("<w:vMerge w:val='restart'/>", "both"),
        cell("", "c"),
        cell("", "d"),
        cell("<w:vMerge/>", "hidden"),
        cell("", "f"),
        cell("<w:gridSpan w:val='2'/>", "across"),
        cell("", "i"),
    );
    assert_eq!(shown(&document(&body, "")), ["1| a | both | c", "4| d |  | f", "7| across |  | i"]);
}

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    assert_eq!(shown(b"no document"), ["d docx-unreadable"]);
    assert_eq!(shown(b"PK\x03\x04 broken"), ["d docx-unreadable"]);
    assert_eq!(shown(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 a DOC"), ["d doc-old-format"]);
    // Breaks off inside a table: not read by half.
    assert_eq!(shown(&document("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x", "")), ["d docx-unreadable"]);
    let mut bomb = Vec::new();
    let mut archive = zip::ZipWriter::new(Cursor::new(&mut bomb));
    archive.start_file("word/document.xml", zip::write::SimpleFileOptions::default()).unwrap();
    for _ in 0..3 {
        archive.write_all(&vec![b' '; 1_000_000]).unwrap();
    }
    archive.finish().unwrap();
    assert_eq!(shown(&bomb), ["d docx-too-large limit_megabytes=100"]);
    let wide = "<w:tc><w:p/></w:tc>".repeat(limits::MOST_COLUMNS + 1);
    let wide = document(&format!("<w:tbl><w:tr>{wide}</w:tr></w:tbl>"), "");
    assert_eq!(shown(&wide), ["d:1 too-many-columns limit=200"]);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read("x", &bytes);
    }

    #[test]
    fn no_damaged_markup_makes_it_panic(at in 0_usize..400, byte in any::<u8>()) {
        let mut body = [paragraph("5", 0, "One"), paragraph("5", 1, "Two")].concat().into_bytes();
        let length = body.len();
        body[at % length] = byte;
        let _ = read("x", &document(&String::from_utf8_lossy(&body), LEVELS));
    }
}
