//! Every code has its words, in every language: read from the sources, so that a new code cannot be forgotten.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::test_files::repository;

/// The texts of all Rust files below a folder, but for tests.
#[expect(clippy::disallowed_methods, reason = "the sources are the data of this test")]
fn sources(folder: &Path, texts: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, texts);
        } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
            let text = std::fs::read_to_string(&path).unwrap();
            texts.push(text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned());
        }
    }
}

/// The messages of one language with what belongs to each.
#[expect(clippy::disallowed_methods, reason = "the messages are the data of this test")]
fn messages(language: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(repository(&format!("locales/{language}/faults.ftl"))).unwrap();
    let mut messages: BTreeMap<String, String> = BTreeMap::new();
    let mut code = String::new();
    for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(rest) = line.strip_prefix("fault-") {
            rest.split(" = ").next().unwrap_or_default().clone_into(&mut code);
            assert!(!messages.contains_key(&code), "{language}: {code} is there twice");
        }
        *messages.entry(code.clone()).or_default() += &format!("{line}\n");
    }
    messages
}

/// The quoted words of a source that are made like codes: small letters with hyphens.
fn quoted(source: &str) -> impl Iterator<Item = &str> {
    let is_code = |word: &&str| word.contains('-') && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    source.split('"').skip(1).step_by(2).filter(is_code)
}

/// The variables of a message.
fn variables(message: &str) -> BTreeSet<&str> {
    message.split("{ $").skip(1).map(|rest| rest.split([' ', '}']).next().unwrap_or_default()).collect()
}

#[test]
fn every_code_has_a_message_and_a_hint_in_every_language() {
    let (english, russian) = (messages("en"), messages("ru"));
    let mut texts = Vec::new();
    for folder in ["crates/domain/src", "crates/intake/src"] {
        sources(&repository(folder), &mut texts);
    }
    // A code is what is given to a fault; where it is chosen first, it stands near by as a quoted word.
    let given = ["Fault::error(\"", "Fault::warning(\""];
    let mut codes: BTreeSet<&str> = BTreeSet::new();
    for text in &texts {
        for beginning in given {
            codes.extend(text.split(beginning).skip(1).filter_map(|rest| rest.split('"').next()));
        }
    }
    assert!(codes.len() > 80, "the sources are found");
    for code in &codes {
        for (language, messages) in [("en", &english), ("ru", &russian)] {
            let message = messages.get(*code).unwrap_or_else(|| panic!("{language}: fault-{code} is missing"));
            assert!(message.contains("    .hint = "), "{language}: fault-{code} has no hint");
        }
    }
    // Codes that are chosen before they are given: all that occur as quoted words must be codes that have words.
    let chosen = [
        "account-role-needs-state",
        "account-role-outside-state",
        "basis-unreadable",
        "field-not-boolean",
        "field-not-date",
        "field-not-list",
        "field-not-list-of-tables",
        "field-not-localized",
        "field-not-number",
        "field-not-table",
        "field-not-text",
        "language-unknown",
        "matrix-cell-takes-no-mark",
        "matrix-mark-not-allowed",
        "row-unreadable",
        "state-code-wrong",
        "state-fictitious",
        "state-not-fictitious",
        "state-not-in-round",
        "state-unknown",
        "toml-field-twice",
        "toml-syntax",
        "xls-old-format",
        "xlsx-protected",
    ];
    let words: BTreeSet<&str> = texts.iter().flat_map(|text| quoted(text)).collect();
    for code in chosen {
        assert!(words.contains(code), "{code} is no longer used");
        assert!(english.contains_key(code) && russian.contains_key(code), "fault-{code} is missing");
    }
}

#[test]
fn messages_use_the_same_variables_in_every_language() {
    let (english, russian) = (messages("en"), messages("ru"));
    assert_eq!(english.keys().collect::<Vec<_>>(), russian.keys().collect::<Vec<_>>());
    for (code, message) in &english {
        assert_eq!(variables(message), variables(&russian[code]), "fault-{code}");
    }
}
