//! The report in its formats: the same bytes every time, the same paragraphs in each, and text that stays text.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

mod sample;

use std::io::{Cursor, Read};

use domain::language::Language;
use report::document::{Document, ParagraphStyle};
use report::{RoundRecord, compose, to_docx, to_pdf};

/// What somebody may try with a text field, or type by accident; and letters of the languages of the region.
const TEXTS: [&str; 8] = [
    "#panic() *bold* _it_ @ref <a> $x$ `raw` [b] {c} \\ // = + - ~ \"q\" 'q'",
    "#read(\"/etc/passwd\") #image(\"x.svg\")",
    "</w:t></w:r><w:trHeight w:val=\"7\"/> & ]]> <!--",
    "turned \u{202e}txet\u{202c} here",
    "letters that no font has: \u{4e2d}\u{6587} \u{1f600}",
    "Тоҷикӣ: ғӣқӯҳҷ ҒӢҚӮҲҶ",
    "Кыргызча: ңөү ҢӨҮ; беларуская: ўі ЎІ",
    "line one\nline two\ttab",
];

fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

/// The text of a part: what stands between tags, entities read.
fn text_of(xml: &str) -> String {
    let mut text = String::new();
    for piece in xml.split('<').skip(1) {
        let (tag, content) = piece.split_once('>').unwrap();
        if tag.starts_with("w:br") || tag.starts_with("/w:p") {
            text.push('\n');
        }
        text.push_str(content);
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'").replace("&amp;", "&")
}

/// A short record with these texts wherever a person writes.
fn hostile() -> RoundRecord {
    let all = TEXTS.join(" / ");
    let mut record = sample::record();
    record.languages = vec![Language::RU];
    record.round.purpose = sample::both(&all, &all);
    record.round.title = sample::both(TEXTS[0], TEXTS[0]);
    record.visits[0].summary = sample::both(&all, &all);
    record.plans.truncate(1);
    for (_, measure) in &mut record.plans[0].measures {
        measure.text = sample::both(TEXTS[2], TEXTS[2]);
    }
    record.node = TEXTS[1].to_owned();
    record
}

/// Every paragraph of the document stands in this text, with its number.
fn check_paragraphs(document: &Document, text: &str) {
    let mut found = 0;
    for paragraph in document.paragraphs() {
        for said in paragraph.text.texts() {
            let line = match (paragraph.style, paragraph.number) {
                (ParagraphStyle::Text, Some(number)) => format!("{number}.{said}"),
                _ => said.clone(),
            };
            assert!(text.contains(&line), "{line}");
            found += 1;
        }
    }
    assert!(found > 40);
}

#[test]
fn a_pdf_is_the_same_every_time() {
    let document = compose(&RoundRecord { languages: vec![Language::EN], ..sample::record() });
    let first = to_pdf(&document).unwrap();
    assert!(first.starts_with(b"%PDF-1.7"));
    let text = String::from_utf8_lossy(&first);
    assert!(
        text.contains("<pdfaid:part>2</pdfaid:part>") && text.contains("<pdfaid:conformance>A</pdfaid:conformance>")
    );
    assert!(first == to_pdf(&document).unwrap(), "the same document gives the same bytes");
}

#[test]
fn a_docx_is_the_same_every_time() {
    let document = compose(&sample::record());
    let first = to_docx(&document).unwrap();
    assert!(first == to_docx(&document).unwrap(), "the same document gives the same bytes");
    let mut archive = zip::ZipArchive::new(Cursor::new(first)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        assert_eq!(entry.last_modified().unwrap().year(), 1980, "{} has no time of its own", index);
    }
}

#[test]
fn a_docx_has_every_paragraph_of_the_document() {
    let document = compose(&sample::record());
    let docx = to_docx(&document).unwrap();
    let xml = part(&docx, "word/document.xml");
    check_paragraphs(&document, &text_of(&xml));
    let tables = document.parts.iter().flat_map(|part| &part.blocks);
    let tables = tables.filter(|block| matches!(block, report::document::Block::Table(_))).count();
    assert_eq!(xml.matches("<w:tblHeader />").count(), tables, "every table repeats its head");
    assert_eq!(xml.matches("descr=\"").count(), 2, "every figure is described");
    assert!(xml.contains("w:pStyle w:val=\"Heading1\""));
    let header = text_of(&part(&docx, "word/header1.xml"));
    assert!(header.contains("These States do not exist.") && header.contains("Таких государств нет."));
    assert!(header.contains("Unclassified, for the participants of the round"));
    let footer = part(&docx, "word/footer1.xml");
    assert!(footer.contains("PAGE") && footer.contains("NUMPAGES"));
}

#[test]
fn text_in_a_docx_stays_text() {
    let document = compose(&hostile());
    let xml = part(&to_docx(&document).unwrap(), "word/document.xml");
    check_paragraphs(&document, &text_of(&xml));
    assert!(!xml.contains('\u{202e}'));
    assert!(!xml.contains("w:val=\"7\"/>"), "no tag comes out of a text");
}

/// The typesetter would stop at `#panic()` and at a file that is not there, and PDF/A at a letter without a shape. With
/// `pdftotext` on the machine, the text that a reader would copy out is compared too.
#[test]
fn text_in_a_pdf_stays_text_and_letters_of_the_region_can_be_copied_out() {
    let bytes = to_pdf(&compose(&hostile())).unwrap();
    let folder = std::env::temp_dir().join(format!("tripoint-report-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("letters.pdf");
    #[expect(clippy::disallowed_methods, reason = "pdftotext reads a file")]
    std::fs::write(&path, bytes).unwrap();
    let output = std::process::Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output();
    std::fs::remove_dir_all(&folder).unwrap();
    let Ok(output) = output else {
        eprintln!("pdftotext is not on this machine: the text of the PDF was not compared");
        return;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    for word in ["ғӣқӯҳҷ", "ҒӢҚӮҲҶ", "ңөү", "ҢӨҮ", "ўі", "ЎІ", "[U+4E2D]", "#panic()", "<a>"] {
        assert!(text.contains(word), "{word}");
    }
}
