//! Control lists and determinations through the real program.

use std::fs;

use crate::product::Place;

const LINES: &str = concat!(
    r#"{"path":"9C901","kind":"item","text":"Widgets, as follows:"}"#,
    "\n",
    r#"{"path":"9C901.a","kind":"item","text":"Lathes with a positioning accuracy less than 6 μm;"}"#,
    "\n",
);

fn import(place: &Place, edition: &str, text: &str) -> crate::product::Said {
    let file = place.path().join("list.jsonl");
    fs::write(&file, text).unwrap();
    place.run(&[
        "list",
        "import",
        "list.jsonl",
        "--format",
        "line-json",
        "--list",
        "orlania",
        "--edition",
        edition,
        "--title-en",
        "Orlania's list",
    ])
}

#[test]
fn two_editions_are_imported_and_compared() {
    let place = Place::with_node();
    assert_eq!(import(&place, "2025", LINES).code, 0);
    let later = LINES.replace("6 μm", "4,5 μm");
    assert_eq!(import(&place, "2026", &later).code, 0);
    // An edition is never replaced, and a faulty file leaves nothing behind.
    assert_eq!(import(&place, "2026", &later).code, 1);
    let faulty = import(&place, "2027", &format!("{LINES}{{\n"));
    assert_eq!(faulty.code, 1);
    assert!(faulty.stderr.contains("list.jsonl"), "{}", faulty.stderr);
    let versions = place.json(&["list", "versions"]);
    assert_eq!(versions.as_array().map(Vec::len), Some(3));
    let compared = place.json(&["list", "compare", "orlania@2025", "orlania@2026"]);
    assert_eq!(compared["counts"]["threshold"], 1);
    let threshold = &compared["rows"][1]["thresholds"][0];
    assert_eq!((threshold["old"]["value"].as_str(), threshold["new"]["value"].as_str()), (Some("6"), Some("4.5")));
    for name in ["paper.xlsx", "paper.docx", "paper.pdf"] {
        let said = place.run(&["list", "diff", "orlania@2025", "orlania@2026", "--out", name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::metadata(place.path().join(name)).unwrap().len() > 1_000);
    }
}

#[test]
fn a_determination_is_answered_concluded_reopened_and_printed() {
    let place = Place::with_node();
    let begun = place.json(&["determination", "begin", "1C350.24", "--good", "Drum of acid"]);
    let id = begun["id"].as_str().unwrap().to_owned();
    let first = place.json(&["determination", "show", &id]);
    assert_eq!(first["outcome"], "undetermined");
    let questions = first["questions"].as_array().unwrap();
    assert!(questions.iter().any(|question| question["key"] == "cas"), "{first}");
    let wrong = place.run(&["determination", "answer", &id, "cas", "7664-39-4"]);
    assert_eq!(wrong.code, 1, "{}", wrong.stdout);
    // Hydrogen fluoride at exactly the printed share of the note is out; above it, the clause is met.
    for (key, value) in [("cas", "7664-39-3"), ("is:is_mixture", "yes")] {
        assert_eq!(place.run(&["determination", "answer", &id, key, value]).code, 0);
    }
    let at = place.json(&["determination", "answer", &id, "share:7664-39-3", "30 %"]);
    assert_eq!(at["outcome"], "not-met");
    let above = place.json(&["determination", "answer", &id, "share:7664-39-3", "30.01 %"]);
    assert_ne!(above["outcome"], "not-met");
    assert_eq!(place.run(&["determination", "conclude", &id, "--conclusion", "Read with the data sheet."]).code, 0);
    assert_eq!(place.run(&["determination", "answer", &id, "cas", "7664-39-3"]).code, 1);
    assert_eq!(place.run(&["determination", "reopen", &id, "--reason", "New data sheet."]).code, 0);
    for format in ["pdf", "docx"] {
        let name = format!("sheet.{format}");
        let said = place.run(&["determination", "print", &id, "--format", format, "--out", &name]);
        assert_eq!(said.code, 0, "{}", said.stderr);
        assert!(fs::metadata(place.path().join(&name)).unwrap().len() > 1_000);
    }
    assert_eq!(place.run(&["verify"]).code, 0);
}
