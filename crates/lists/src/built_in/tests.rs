use std::collections::{BTreeMap, BTreeSet};

use domain::language::Language;

use super::*;
use crate::provision::ProvisionKind;

const HEAD: &str = r#"
id = "test-list"
edition = "2026-01-01"
celex = "X1"
in_force = "2026-01-01"
own_words = true
notation = "decimal-comma"
title = { en = "Test", ru = "Проба" }
authority = { en = "Nobody", ru = "Никто" }
source = "Nowhere"
"#;

fn check(files: &[(&str, &str)]) -> (Option<BuiltInList>, Vec<String>) {
    let mut all: BTreeMap<String, Vec<u8>> = BTreeMap::from([("list.toml".to_owned(), HEAD.as_bytes().to_vec())]);
    all.extend(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    let (list, faults) = read(&all);
    let shown =
        |f: &Fault| format!("{}:{} {}", f.place.file.as_deref().unwrap_or("?"), f.place.line.unwrap_or(0), f.code);
    (list, faults.iter().map(shown).collect())
}

#[test]
fn a_folder_is_read() {
    let (list, faults) = check(&[
        (
            "titles/9.tsv",
            "path\ten\tru\n9C901\tWidgets\tШтуки\n9C901.a\tBlue\tСиние\n9C901.b\t(not used)\t(не используется)\n",
        ),
        (
            "chemicals.tsv",
            "path\tcas\tinchikey\ten\tru\trole\n9C901.a\t7664-39-3\tKRHYYFGTRYWZRS-UHFFFAOYSA-N\tOne|Two\tОдин\n",
        ),
        (
            "organisms.tsv",
            "path\trank\tname\tsynonyms\tru\tsource\tdate\n9C901.a\tvirus\tWidget virus\tOld name (to 2019)|W virus (WV)\tВирус\tS\t2026\n",
        ),
    ]);
    assert_eq!(faults, Vec::<String>::new());
    let list = list.unwrap();
    let blue = list.version.get(&"9C901.a".parse().unwrap()).unwrap();
    assert_eq!((blue.text.text(Language::RU), blue.cas[0].as_str()), ("Синие", "7664-39-3"));
    assert_eq!(list.version.provisions()[2].kind, ProvisionKind::NotUsed);
    assert_eq!(list.chemicals[0].names_en, ["One", "Two"]);
    let synonyms: Vec<_> = list.organisms[0].synonyms.iter().map(|s| (s.name.as_str(), s.time.as_deref())).collect();
    assert_eq!(synonyms, [("Old name", Some("to 2019")), ("W virus (WV)", None)]);
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let (list, faults) = check(&[
        ("titles/9.tsv", "path\ten\tru\n9C901\tWidgets\t\nwhat\tx\tx\n"),
        (
            "chemicals.tsv",
            "path\tcas\tinchikey\ten\tru\trole\n9C901\t7664-39-4\t\tOne\tОдин\n9C999\t7664-39-3\tKEY\tOne\tОдин\n",
        ),
        ("organisms.tsv", "path\tname\n"),
    ]);
    assert!(list.is_none());
    let expect = [
        "titles/9.tsv:2 field-missing",
        "titles/9.tsv:3 list-path-unreadable",
        "chemicals.tsv:2 cas-check-digit",
        "chemicals.tsv:3 inchikey-form",
        "organisms.tsv:1 headings-not-found",
        "chemicals.tsv:0 list-path-unknown",
    ];
    assert_eq!(faults, expect);
}

/// The paths of the built-in list are those of the annex, in its order.
#[test]
fn the_built_in_list_has_every_path_of_the_annex() {
    let list = eu_annex_i().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let Some(path) = testkit::evaluation_data("lists/eu_annexI_20251115_lines.jsonl") else { return };
    #[expect(clippy::disallowed_methods, reason = "a test reads the evaluation data")]
    let bytes = std::fs::read(path).unwrap();
    let (annex, _) = crate::read::line_json::read("eu.jsonl", &bytes, list.version.head.clone(), Language::EN);
    let annex = annex.unwrap();
    let told: Vec<_> = list.version.provisions().iter().map(|p| (p.path.as_str(), p.kind)).collect();
    let printed: Vec<_> = annex.provisions().iter().map(|p| (p.path.as_str(), p.kind)).collect();
    let categories: BTreeSet<_> = told.iter().map(|(path, _)| path.chars().next()).collect();
    let of_told: Vec<_> = printed.into_iter().filter(|(path, _)| categories.contains(&path.chars().next())).collect();
    let first = told.iter().zip(&of_told).find(|(one, other)| one != other);
    assert_eq!(first, None);
    assert_eq!(told.len(), of_told.len());
}
