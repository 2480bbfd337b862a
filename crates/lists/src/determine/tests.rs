use std::collections::BTreeMap;

use rstest::rstest;

use super::*;
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

const TITLES: &str = "path\ten\tru\n9C901\tWidgets\tШтуки\n9C901.a\tBlue\tСиние\n9C901.b\tLong\tДлинные\n\
9C901.c\tUnencoded\tБез критериев\n9C901.d\t(not used)\t(не используется)\n9C902\tVessels\tСосуды\n9C903\tAcids\tКислоты\n";

const TERMS: &str = r#"
[kind.widget]
en = "widget"
ru = "штука"
[kind.toy]
en = "toy"
ru = "игрушка"
[attribute.colour]
question = { en = "Which colour?", ru = "Какого цвета?" }
found_on = "plate"
values.blue = { en = "blue", ru = "синий" }
values.red = { en = "red", ru = "красный" }
[attribute.glass]
question = { en = "Glass?", ru = "Стекло?" }
found_on = "plate"
values.yes = { en = "yes", ru = "да" }
[attribute.seal]
question = { en = "Seal?", ru = "Уплотнение?" }
found_on = "plate"
values.yes = { en = "yes", ru = "да" }
[attribute.is_mixture]
question = { en = "Mixture?", ru = "Смесь?" }
found_on = "plate"
values.yes = { en = "yes", ru = "да" }
[quantity.size]
question = { en = "How long?", ru = "Какой длины?" }
found_on = "measurement"
dimension = "length"
[quantity.pressure]
question = { en = "Which pressure?", ru = "Какое давление?" }
found_on = "plate"
dimension = "pressure"
[quantity.share]
question = { en = "Which share?", ru = "Какая доля?" }
found_on = "plate"
dimension = "mass-fraction"
[part.surfaces]
question = { en = "Which surfaces?", ru = "Какие поверхности?" }
one = { en = "surface", ru = "поверхность" }
"#;

const WIDGETS: &str = r#"{"entry":"9C901","provisions":[
  {"path":"9C901","head":{"is":"product_kind","in":["widget"]},"children":"any",
   "unless":[{"note":"9C901 Note","judge":{"en":"Is it for retail sale?","ru":"Для розничной продажи?"}}]},
  {"path":"9C901.a","applies":{"is":"colour","in":["blue"]}},
  {"path":"9C901.b","applies":{"all":[{"q":"size","op":"gt","v":"100","u":"mm","method":"ISO 1:2000"},
     {"q":"pressure","op":"ge","v":"760","u":"Torr"}]}}]}"#;

const VESSELS: &str = r#"{"entry":"9C902","provisions":[
  {"path":"9C902","applies":{"each":"surfaces","except":{"note":"N","is":"seal","in":["yes"]},"all":[{"is":"glass","in":["yes"]}]}}]}"#;

const ACIDS: &str = r#"{"entry":"9C903","provisions":[
  {"path":"9C903","applies":{"cas":["7664-39-3"]},"mixture":[{"note":"N4","each_listed_max":"30","u":"%wt"}]}]}"#;

fn list() -> BuiltInList {
    let files = BTreeMap::from(
        [
            ("list.toml", HEAD),
            ("titles/9.tsv", TITLES),
            ("terms/t.toml", TERMS),
            ("criteria/9C901.json", WIDGETS),
            ("criteria/9C902.json", VESSELS),
            ("criteria/9C903.json", ACIDS),
        ]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec())),
    );
    let (list, faults) = built_in::read(&files);
    list.unwrap_or_else(|| panic!("{faults:#?}"))
}

/// Facts from answers: `key = value`, `key = value | method`, `key = ?` for cannot tell, `kind/0/key = value` of a part.
fn facts(list: &BuiltInList, answers: &[&str]) -> Facts {
    let mut facts = Facts::default();
    for line in answers {
        let (key, value) = line.split_once(" = ").unwrap();
        let (value, method) = value.split_once(" | ").map_or((value, None), |(v, m)| (v, Some(m.to_owned())));
        let (part, key) = match key.split('/').collect::<Vec<_>>().as_slice() {
            [kind, index, key] => (Some(((*kind).to_owned(), index.parse().unwrap())), (*key).to_owned()),
            _ => (None, key.to_owned()),
        };
        let complete = !value.ends_with("...");
        let value = value.trim_end_matches("...").to_owned();
        let answer = Answer { cannot_tell: value == "?", value, method, complete, ..Answer::default() };
        let part = part.as_ref().map(|(kind, index): &(String, usize)| (kind.as_str(), *index));
        // The key of a judgement ends in a hash that only the list knows.
        let key = if key.starts_with("judge:") { judge_key_of(list, &key) } else { key };
        facts
            .take(list, &key.parse().unwrap(), part, &answer, "A. Officer", "2026-01-01T00:00:00Z")
            .unwrap_or_else(|wrong| panic!("{line}: {wrong}"));
    }
    facts
}

fn judge_key_of(list: &BuiltInList, beginning: &str) -> String {
    let path = beginning.trim_start_matches("judge:").parse::<ProvisionPath>().unwrap();
    let mut found = None;
    for condition in list.criteria.get(&path).unwrap().conditions() {
        condition.walk(&mut |condition| {
            if let crate::criteria::Condition::Judge(words) = condition {
                found = Some(questions::judge_key(&path, words));
            }
        });
    }
    found.unwrap()
}

#[rstest]
// Nothing is known.
#[case("9C901", &[], "undetermined")]
// The head settles it, whatever else is unknown.
#[case("9C901", &["is:product_kind = toy"], "not-met")]
#[case("9C901", &["is:product_kind = none"], "not-met")]
// Met, but an unknown exclusion never clears.
#[case("9C901", &["is:product_kind = widget", "is:colour = blue"], "undetermined")]
#[case("9C901", &["is:product_kind = widget", "is:colour = blue", "judge:9C901 = no"], "met")]
#[case("9C901", &["is:product_kind = widget", "is:colour = blue", "judge:9C901 = yes"], "not-met")]
// A child alone is bound by the head and the exclusion above it.
#[case("9C901.a", &["is:product_kind = toy", "is:colour = blue"], "not-met")]
#[case("9C901.a", &["is:product_kind = widget", "is:colour = blue", "judge:9C901 = yes"], "not-met")]
#[case("9C901.a", &["is:product_kind = widget", "is:colour = blue", "judge:9C901 = no"], "met")]
// What is not encoded stays to be read.
#[case("9C901.c", &[], "text-only")]
#[case("9C901.c", &["text:9C901.c = no"], "not-met")]
#[case("9C901.d", &[], "not-met")]
#[case("9C901", &["is:product_kind = widget", "is:colour = red", "q:size = 1 mm | ISO 1:2000", "judge:9C901 = no"], "undetermined")]
#[case("9C901", &["is:product_kind = widget", "is:colour = red", "q:size = 1 mm | ISO 1:2000", "judge:9C901 = no", "text:9C901.c = no"], "not-met")]
// Conversion is exact, at the threshold and beside it.
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = 0.2 m | ISO 1:2000", "q:pressure = 101325 Pa"], "met")]
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = 0,2 м | ISO 1:2000", "q:pressure = 101324.999 Pa"], "not-met")]
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = 100 mm | ISO 1:2000", "q:pressure = 1 atm"], "not-met")]
// A range on both sides, another method, no method: unknown.
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = up to 0.2 m | ISO 1:2000", "q:pressure = 1 atm"], "undetermined")]
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = 0.2 m | ISO 2:2001", "q:pressure = 1 atm"], "undetermined")]
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = 0.2 m", "q:pressure = 1 atm"], "undetermined")]
#[case("9C901.b", &["is:product_kind = widget", "judge:9C901 = no", "q:size = ?", "q:pressure = 1 Pa"], "not-met")]
// All of nothing is not known; an exception does not count; an incomplete set never meets.
#[case("9C902", &["parts:surfaces = "], "undetermined")]
#[case("9C902", &["parts:surfaces = wall", "surfaces/0/is:glass = yes", "surfaces/0/is:seal = none"], "met")]
#[case("9C902", &["parts:surfaces = wall...", "surfaces/0/is:glass = yes", "surfaces/0/is:seal = none"], "undetermined")]
#[case("9C902", &["parts:surfaces = wall...", "surfaces/0/is:glass = none", "surfaces/0/is:seal = none"], "not-met")]
#[case("9C902", &["parts:surfaces = wall; ring", "surfaces/0/is:glass = yes", "surfaces/0/is:seal = none", "surfaces/1/is:glass = none", "surfaces/1/is:seal = yes"], "met")]
#[case("9C902", &["parts:surfaces = wall; ring", "surfaces/0/is:glass = yes", "surfaces/0/is:seal = none", "surfaces/1/is:glass = none"], "undetermined")]
#[case("9C902", &["parts:surfaces = ring", "surfaces/0/is:seal = yes"], "undetermined")]
// Mixtures: at the printed share they are out, above it they are not.
#[case("9C903", &["cas = 7664-39-3"], "undetermined")]
#[case("9C903", &["cas = 7647-01-0"], "not-met")]
#[case("9C903", &["cas = 7664-39-3", "is:is_mixture = none"], "met")]
#[case("9C903", &["cas = 7664-39-3", "is:is_mixture = yes", "share:7664-39-3 = 30 %"], "not-met")]
#[case("9C903", &["cas = 7664-39-3", "is:is_mixture = yes", "share:7664-39-3 = 30.1 % масс."], "met")]
#[case("9C903", &["cas = 7664-39-3", "is:is_mixture = yes", "share:7664-39-3 = about 30 %"], "undetermined")]
fn comes_out(#[case] path: &str, #[case] answers: &[&str], #[case] expect: &str) {
    let list = list();
    let facts = facts(&list, answers);
    let determination = determine(&list, &facts, &path.parse().unwrap()).unwrap();
    assert_eq!(determination.outcome.as_str(), expect, "{:#?}", determination.explanation);
    // What is open asks something, and what stands asks nothing.
    let open = matches!(determination.outcome, Outcome::Undetermined | Outcome::TextOnly);
    assert_eq!(
        open,
        !determination.questions.is_empty() || answers == ["parts:surfaces = ring", "surfaces/0/is:seal = yes"]
    );
}

#[test]
fn the_question_that_settles_most_comes_first() {
    let list = list();
    let facts = Facts::default();
    let determination = determine(&list, &facts, &"9C901".parse().unwrap()).unwrap();
    let keys: Vec<String> = determination.questions.iter().map(|question| question.key.to_string()).collect();
    // The kind of product settles all at once, whatever else is open.
    assert_eq!(keys[0], "is:product_kind");
    let place = |key: &str| keys.iter().position(|one| one.starts_with(key)).unwrap();
    // Two of three answers about the size would settle its provision, one of three about the pressure.
    assert!(place("q:size") < place("q:pressure"), "{keys:?}");
    // Each settles one provision; what stands on the plate comes before what a person must read.
    assert!(place("is:colour") < place("text:9C901.c"), "{keys:?}");
    let kind = &determination.questions[0];
    assert_eq!(kind.previews.len(), 2);
    let other = kind.previews.last().unwrap();
    assert_eq!((other.met.len(), other.not_met.len()), (0, 4));
}

#[rstest]
#[case("is:shape", "round", "answer-no-such-question")]
#[case("is:colour", "green", "answer-no-such-value")]
#[case("q:size", "5 kg", "answer-other-dimension")]
#[case("q:size", "5", "quantity-no-unit")]
#[case("q:size", "five", "quantity-no-number")]
#[case("cas", "7664-39-4", "cas-form")]
#[case("text:9C901.c", "perhaps", "answer-not-yes-or-no")]
#[case("parts:wheels", "one", "answer-no-such-question")]
fn a_wrong_answer_changes_nothing(#[case] key: &str, #[case] value: &str, #[case] expect: &str) {
    let list = list();
    let mut facts = Facts::default();
    let answer = Answer { value: value.to_owned(), ..Answer::default() };
    let taken = facts.take(&list, &key.parse().unwrap(), None, &answer, "", "");
    assert_eq!(taken.map_err(|wrong| wrong.code()), Err(expect));
    assert_eq!(facts, Facts::default());
}

#[test]
fn facts_are_read_back_as_they_were_written() {
    let list = list();
    let answers =
        ["is:colour = blue", "q:size = up to 0,2 м | ISO 1:2000", "parts:surfaces = wall", "surfaces/0/is:glass = ?"];
    let facts = facts(&list, &answers);
    let json = serde_json::to_string(&facts).unwrap();
    assert_eq!(serde_json::from_str::<Facts>(&json).unwrap(), facts);
}
