use std::collections::BTreeMap;

use domain::localized::Localized;
use proptest::prelude::*;

use super::*;
use crate::version::Notation;

fn head() -> ListHead {
    ListHead {
        list: "test".to_owned(),
        edition: "1".to_owned(),
        title: Localized::new(Language::EN, "Test"),
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: String::new(),
        source_hash: None,
        own_words: false,
        notation: Notation::DecimalComma,
    }
}

fn check(lines: &str) -> (Option<ListVersion>, Vec<String>) {
    let (list, faults) = read("l.jsonl", lines.as_bytes(), head(), Language::EN);
    let shown = faults.iter().map(|f| format!("{}:{}", f.place.line.unwrap_or(0), f.code)).collect();
    (list, shown)
}

#[test]
fn provisions_take_their_notes() {
    let (list, faults) = check(concat!(
        r#"{"path":"9C901","kind":"item","text":"Widgets, as follows:"}"#,
        "\n",
        r#"{"path":"9C901.a","kind":"item","text":"Blue widgets (CAS 7664-39-3)"}"#,
        "\n",
        r#"{"path":"9С901.а","kind":"item","text":"and green ones;"}"#,
        "\n",
        r#"{"path":"9C901","kind":"note","text":"Note: 9C901 does not control toys."}"#,
    ));
    assert_eq!(faults, Vec::<String>::new());
    let list = list.unwrap();
    let blue = list.get(&"9C901.a".parse().unwrap()).unwrap();
    assert_eq!(blue.text.text(Language::EN), "Blue widgets (CAS 7664-39-3)\nand green ones;");
    assert_eq!(blue.cas[0].as_str(), "7664-39-3");
    assert_eq!(list.provisions()[0].notes[0].kind, NoteKind::Exclusion);
}

#[test]
fn one_wrong_line_refuses_the_whole() {
    let (list, faults) = check(concat!(
        r#"{"path":"9C901","kind":"item","text":"Widgets"}"#,
        "\n{\"path\"\n",
        r#"{"path":"nonsense !","kind":"item","text":"x"}"#,
        "\n",
        r#"{"path":"9C902","kind":"nb","text":"x"}"#,
        "\n",
        r#"{"path":"9C901","kind":"poem","text":"x"}"#,
    ));
    assert!(list.is_none());
    assert_eq!(
        faults,
        ["2:list-line-unreadable", "3:list-path-unreadable", "4:list-note-without-provision", "5:list-kind-unknown"]
    );
}

#[test]
fn the_annex_of_2025_is_read_whole() {
    let Some(path) = testkit::evaluation_data("lists/eu_annexI_20251115_lines.jsonl") else { return };
    #[expect(clippy::disallowed_methods, reason = "a test reads the evaluation data")]
    let bytes = std::fs::read(path).unwrap();
    let (list, faults) = read("eu.jsonl", &bytes, head(), Language::EN);
    assert_eq!(faults, Vec::new());
    let list = list.unwrap();
    assert_eq!(list.provisions().len(), 3_443);
    assert_eq!(list.entries().count(), 384);
    let mut kinds = BTreeMap::new();
    for note in list.provisions().iter().flat_map(|provision| &provision.notes) {
        *kinds.entry(note.kind.as_str()).or_insert(0) += 1;
    }
    let expect = BTreeMap::from([("exclusion", 212), ("nota-bene", 155), ("note", 135), ("technical-note", 270)]);
    assert_eq!(kinds, expect);
    let mut cas: Vec<&str> = list.provisions().iter().flat_map(|p| &p.cas).map(crate::cas::CasNumber::as_str).collect();
    assert_eq!(cas.len(), 164);
    let notes = list.provisions().iter().flat_map(|p| &p.notes).flat_map(|note| find_cas(note.text.text(Language::EN)));
    let in_notes: Vec<_> = notes.flatten().collect();
    assert_eq!(in_notes.len(), 5);
    cas.extend(in_notes.iter().map(crate::cas::CasNumber::as_str));
    cas.sort_unstable();
    cas.dedup();
    assert_eq!(cas.len(), 163);
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let (list, faults) = read("x", &bytes, head(), Language::EN);
        prop_assert!(list.is_some() || faults.iter().any(Fault::is_error));
    }
}
