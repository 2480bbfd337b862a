use std::collections::BTreeMap;

use domain::fault::Fault;

use crate::built_in;

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

const TERMS: &str = r#"
[kind.widget]
en = "widget"
ru = "штука"
[attribute.colour]
question = { en = "Which colour?", ru = "Какого цвета?" }
found_on = "plate"
values.blue = { en = "blue", ru = "синий" }
values.red = { en = "red", ru = "красный" }
[quantity.size]
question = { en = "How long?", ru = "Какой длины?" }
found_on = "plate"
dimension = "length"
"#;

#[track_caller]
fn check(criteria: &str, expect: &[&str]) {
    let files = BTreeMap::from(
        [
            ("list.toml", HEAD),
            ("titles/9.tsv", "path\ten\tru\n9C901\tWidgets\tШтуки\n9C901.a\tBlue\tСиние\n9C902\tOther\tДругие\n"),
            ("terms/t.toml", TERMS),
            ("criteria/9C901.json", criteria),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())),
    );
    let (list, faults) = built_in::read(&files);
    let shown: Vec<String> = faults
        .iter()
        .map(|fault| {
            format!("{} {}", fault.code, fault.values.get("text").map_or("", String::as_str)).trim().to_owned()
        })
        .collect();
    assert_eq!(shown, expect);
    assert_eq!(list.is_some(), !faults.iter().any(Fault::is_error));
}

#[test]
fn criteria_that_fit_are_read() {
    check(
        r#"{"entry":"9C901","provisions":[
            {"path":"9C901","head":{"is":"product_kind","in":["widget"]},"children":"any","unless":[{"ref":"9C902"}]},
            {"path":"9C901.a","applies":{"all":[{"is":"colour","in":["blue"]},{"q":"size","op":"ge","v":"2.5","u":"mm"}]}}]}"#,
        &[],
    );
}

#[test]
fn what_does_not_fit_is_told() {
    let one = |provision: &str| format!(r#"{{"entry":"9C901","provisions":[{provision}]}}"#);
    let applies = |condition: &str| one(&format!(r#"{{"path":"9C901.a","applies":{condition}}}"#));
    check("{", &["criteria-not-json EOF while parsing an object at line 1 column 1"]);
    check(&one(""), &["criteria-empty 9C901"]);
    check(&one(r#"{"path":"9C901.a"}"#), &["criteria-says-nothing 9C901.a"]);
    check(&one(r#"{"path":"9C901.z","children":"any"}"#), &["list-path-unknown 9C901.z"]);
    check(&one(r#"{"path":"9C902","children":"any"}"#), &["criteria-other-entry 9C902"]);
    check(&applies(r#"{"is":"colour","in":["green"]}"#), &["terms-unknown colour = green"]);
    check(&applies(r#"{"is":"shape","in":["round"]}"#), &["terms-unknown shape = round"]);
    check(&applies(r#"{"q":"size","op":"gt","v":"1","u":"kg"}"#), &["criteria-dimension size [kg]"]);
    check(&applies(r#"{"q":"mass","op":"gt","v":"1","u":"kg"}"#), &["terms-unknown mass"]);
    check(&applies(r#"{"ref":"9C903"}"#), &["list-path-unknown 9C903"]);
    check(&applies(r#"{"each":"wheels","any":[{"ref":"9C902"}]}"#), &["terms-unknown wheels"]);
    check(&applies(r#"{"organism":["Widget virus"]}"#), &["criteria-organism-unknown Widget virus"]);
    let says_nothing = "criteria-says-nothing 9C901.a";
    check(&applies(r#"{"q":"size","op":"gt","v":"1,5","u":"mm"}"#), &["criteria-number 1,5", says_nothing]);
    check(&applies(r#"{"q":"size","op":"more","v":"1","u":"mm"}"#), &["criteria-comparison more", says_nothing]);
    check(
        &applies(r#"{"q":"size","op":"gt","v":"1","u":"furlong"}"#),
        &["quantity-unit-unknown furlong", says_nothing],
    );
    check(&applies(r#"{"cas":["7664-39-4"]}"#), &["cas-check-digit 7664-39-4", says_nothing]);
    check(&applies(r#"{"when":"always"}"#), &["criteria-key-unknown when", says_nothing]);
    check(&applies(r#"{"all":[]}"#), &["criteria-empty all", says_nothing]);
    check(
        &applies(r#"{"all":[{"ref":"9C902"}],"ref":"9C902"}"#),
        &[
            "criteria-key-unknown ref",
            "criteria-condition-unknown {\"all\":[{\"ref\":\"9C902\"}],\"ref\":\"9C902\"}",
            says_nothing,
        ],
    );
}

#[test]
fn circles_are_found() {
    check(
        r#"{"entry":"9C901","provisions":[
            {"path":"9C901","children":"any","unless":[{"ref":"9C901.a"}]},
            {"path":"9C901.a","applies":{"ref":"9C901"}}]}"#,
        &["criteria-circle"],
    );
}

#[test]
fn the_shipped_criteria_cover_what_they_should() {
    let list = built_in::eu_annex_i().unwrap_or_else(|faults| panic!("{faults:#?}"));
    assert!(list.criteria.entries() >= 100, "{} entries", list.criteria.entries());
}
