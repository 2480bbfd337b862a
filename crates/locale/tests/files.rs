//! The files of `locales/` themselves: readable, and the same in every language.
#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use locale::Catalogue;

/// Key (or `key.attribute`) to the names of its variables.
type Messages = BTreeMap<String, BTreeSet<String>>;

/// Reads the keys and variables of a file. Only as much of the grammar as a comparison needs: that Fluent itself can
/// read the files is another test.
fn messages(text: &str, into: &mut Messages) {
    let mut message = String::new();
    let mut key = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let head = line.split_once('=').map(|(head, _)| head.trim_end());
        let is_name = |name: &str| {
            name.starts_with(|c: char| c.is_ascii_alphabetic())
                && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
        };
        match head {
            Some(name) if is_name(name) => {
                message = name.to_owned();
                key = message.clone();
            }
            Some(name) if name.trim_start().strip_prefix('.').is_some_and(is_name) => {
                key = format!("{message}{}", name.trim_start());
            }
            _ => {}
        }
        if key.is_empty() {
            continue;
        }
        let variables = into.entry(key.clone()).or_default();
        variables.extend(line.split('$').skip(1).map(|rest| {
            rest.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect::<String>()
        }));
    }
}

#[expect(clippy::disallowed_methods, reason = "the files are what is tested")]
fn messages_of(language: &str) -> Messages {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../locales").join(language);
    let mut all = Messages::new();
    for entry in folder.read_dir().unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "ftl") {
            messages(&std::fs::read_to_string(path).unwrap(), &mut all);
        }
    }
    all
}

#[test]
fn every_file_can_be_read_and_no_key_is_given_twice() {
    assert_eq!(Catalogue::embedded().problems(), Vec::<String>::new());
}

#[test]
fn every_language_has_the_same_keys_with_the_same_variables() {
    let english = messages_of("en");
    assert!(english.len() > 100, "the files were found");
    for language in Catalogue::embedded().languages().iter().skip(1) {
        let other = messages_of(language.as_str());
        let missing: Vec<_> = english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{language} lacks {missing:?} and alone has {surplus:?}");
        let different: Vec<_> = english.iter().filter(|(key, variables)| other[*key] != **variables).collect();
        assert!(different.is_empty(), "{language} has other variables in {different:?}");
    }
}

#[test]
fn every_key_is_known_to_the_catalogue() {
    let translator = Catalogue::embedded().translator(domain::language::Language::EN);
    for key in messages_of("en").keys() {
        let found = match key.split_once('.') {
            None => translator.has(key),
            Some((message, attribute)) => translator.attribute(message, attribute).is_some(),
        };
        assert!(found, "{key}");
    }
}
