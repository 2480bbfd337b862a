//! Every reader of control lists: one byte chooses which.
#![no_main]

use std::collections::BTreeMap;

use domain::language::Language;
use domain::localized::Localized;
use lists::read;
use lists::version::{ListHead, Notation};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((which, rest)) = bytes.split_first() else { return };
    let head = ListHead {
        list: "fuzz".to_owned(),
        edition: "1".to_owned(),
        title: Localized::new(Language::EN, "Fuzz"),
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: String::new(),
        source_hash: None,
        own_words: false,
        notation: Notation::DecimalComma,
    };
    let (version, faults) = match which % 7 {
        0 => read::line_json::read("f", rest, head, Language::EN),
        1 => read::paragraphs::read("f", rest, head, Language::EN),
        2 => read::eur_lex::read("f", rest, head, Language::EN),
        3 => read::ccl::read("f", rest, head),
        4 => read::table::read("f", rest, head, Language::EN, &BTreeMap::new()),
        5 => read::document::read("f", rest, head, Language::EN, &BTreeMap::new()),
        _ => {
            // A folder of a built-in list in which this is the file of criteria.
            let files = BTreeMap::from([("criteria/9C901.json".to_owned(), rest.to_vec())]);
            let (list, faults) = lists::built_in::read(&files);
            (list.map(|list| list.version), faults)
        }
    };
    assert!(version.is_some() || faults.iter().any(domain::fault::Fault::is_error));
    if let Some(version) = version {
        let compared = lists::compare::compare(&version, &version, Language::EN);
        assert_eq!(compared.rows.len(), version.provisions().len());
    }
});
