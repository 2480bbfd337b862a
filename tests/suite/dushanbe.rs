//! The public record of the Dushanbe meeting: everything the source says, and nothing else.

use std::io::Read as _;

use crate::product::{Place, repository};

/// The text of a DOCX, as its `document.xml` holds it.
pub(crate) fn docx_text(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a DOCX is a ZIP archive");
    let mut xml = String::new();
    archive.by_name("word/document.xml").expect("a document").read_to_string(&mut xml).expect("UTF-8");
    let mut text = String::new();
    for part in xml.split('<').skip(1) {
        let Some((tag, content)) = part.split_once('>') else { continue };
        if tag.starts_with("/w:p") && !tag.starts_with("/w:pP") {
            text.push('\n');
        }
        text.push_str(content);
    }
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&apos;", "'")
}

#[test]
fn the_public_record_says_what_the_source_says() {
    let place = Place::with_node();
    let folder = repository().join("examples/dushanbe-2017");
    let said = place.run(&["round", "import", &folder.to_string_lossy()]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let said = place.run(&["report", "build"]);
    assert_eq!(said.code, 0, "{}", said.stderr);
    let files: Vec<&str> = said.stdout.lines().filter(|line| line.contains("dushanbe-2017")).collect();
    assert_eq!(files.len(), 2, "{}", said.stdout);
    let read = |extension: &str| {
        let name = files.iter().find(|file| file.ends_with(extension)).expect("a file");
        std::fs::read(place.path().join(name)).expect("a file that was just written")
    };
    let pdf = read(".pdf");
    assert!(pdf.starts_with(b"%PDF-"));
    let text = docx_text(read(".docx"));
    let facts = [
        "Dushanbe",
        "Tajikistan",
        "Belarus",
        "Kyrgyzstan",
        "2–4 August 2017",
        "Minsk",
        "August 2016",
        "United Nations Regional Centre for Peace and Disarmament in Asia and the Pacific",
        "Organization for Security and Co-operation in Europe",
        "1540 Committee",
        "Group of Experts",
        "Facilitating the Regional Implementation of UN Security Council resolution 1540 (2004)",
        "licensing",
        "border control",
        "commodity identification",
        "control lists",
        "biological",
        "chemical",
        "identification centres",
        "border crossing",
        "final report",
        "recommendations",
        "Committee",
        "2018",
        "Central Asian States",
        "action plans",
        "effective practices",
        "detection",
        "trilateral",
        "Душанбе",
        "Таджикистан",
        "Беларусь",
        "Кыргызстан",
        "Минск",
    ];
    let lower = text.to_lowercase();
    let missing: Vec<&str> = facts.into_iter().filter(|fact| !lower.contains(&fact.to_lowercase())).collect();
    assert!(missing.is_empty(), "missing: {missing:?}\n{text}");
    // What the source does not give must not be there: no names of people, no measures, no marks, no teaching band.
    for invented in ["Training data", "Head of delegation", "measure 1"] {
        assert!(!text.contains(invented), "invented: {invented}");
    }
    let again = place.run(&["verify"]);
    assert_eq!(again.code, 0, "{}", again.stderr);
}
