//! Goods as they are asked about: what must be found, what must not be strong, and what broken input gives.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    clippy::disallowed_methods,
    reason = "a test reads its data, takes its cases by value and stops where it cannot go on"
)]

use std::sync::{Arc, LazyLock};

use identify::{Channel, Identification, Identifier, Item, Knowledge, OneOrMany, Reason, Scratch};
use proptest::prelude::*;
use rstest::rstest;

/// The list shipped with the program.
static BUILT_IN: LazyLock<Identifier> = LazyLock::new(|| {
    let list = lists::built_in::eu_annex_i().unwrap();
    let (knowledge, faults) = Knowledge::shipped(&list);
    assert_eq!(faults, []);
    Identifier::new(Arc::new(knowledge), &[&list.version], &list.version)
});

fn ask(item: &Item) -> Identification {
    BUILT_IN.identify(item, &mut Scratch::default())
}

fn described(text: &str) -> Item {
    Item { description: Some(text.to_owned()), ..Item::default() }
}

fn named(name: &str) -> Item {
    Item { name: Some(name.to_owned()), ..Item::default() }
}

fn is_strong(answer: &Identification) -> bool {
    answer.candidates.iter().any(|candidate| candidate.strong)
}

/// How often cases are answered rightly, in shares: the right entry first, in five, and goods with a strong candidate.
fn shares(table: &str) -> (f64, f64, f64) {
    let (cases, faults) = identify::read_cases(table);
    assert_eq!(faults, []);
    let (mut first, mut five, mut strong) = (0, 0, 0);
    for case in &cases {
        let answer = ask(&case.item);
        let is_right = |code: &str| case.expect.iter().any(|path| path.split('.').next() == Some(code));
        let place = answer.candidates.iter().position(|candidate| is_right(&candidate.code));
        first += i32::from(place == Some(0));
        five += i32::from(place.is_some_and(|place| place < 5));
        strong += i32::from(is_strong(&answer));
    }
    let share = |count: i32| f64::from(count) / cases.len() as f64;
    (share(first), share(five), share(strong))
}

#[test]
fn russian_descriptions_lead_to_their_entries() {
    let (first, five, _) = shares(include_str!("cases/russian_descriptions.jsonl"));
    assert!(first >= 0.85 && five >= 0.95, "first {first:.3}, in five {five:.3}");
}

#[test]
fn ordinary_goods_are_not_strong() {
    let (_, _, strong) = shares(include_str!("cases/ordinary_goods.jsonl"));
    assert!(strong <= 0.02, "{strong:.3}");
}

#[test]
fn other_names_of_listed_chemicals_are_known() {
    let list = lists::built_in::eu_annex_i().unwrap();
    let (mut right, mut all, mut missed) = (0, 0, Vec::new());
    for line in include_str!("cases/chemical_names.tsv").lines().skip(1) {
        let (name, cas) = line.split_once('\t').unwrap();
        let paths: Vec<&str> = list
            .chemicals
            .iter()
            .filter(|chemical| chemical.cas.as_ref().is_some_and(|known| known.as_str() == cas))
            .map(|chemical| chemical.path.as_str())
            .collect();
        if paths.is_empty() {
            continue;
        }
        all += 1;
        let answer = ask(&named(name));
        if answer.candidates.first().is_some_and(|first| paths.contains(&first.path.as_str())) {
            right += 1;
        } else {
            missed.push(name);
        }
    }
    assert!(f64::from(right) / f64::from(all) >= 0.95, "{right} of {all}; missed: {missed:?}");
}

#[test]
fn chemicals_that_no_list_names_are_not_strong() {
    let strong: Vec<&str> =
        include_str!("cases/other_chemicals.txt").lines().filter(|name| is_strong(&ask(&named(name)))).collect();
    assert!(strong.is_empty(), "{strong:?}");
}

#[rstest]
#[case("HD webcam 1080p with microphone")]
#[case("Power cable CS, 3 core, 1.5 mm2")]
#[case("CN connector plug, angled")]
#[case("PS 5 game controller, white")]
#[case("CK men's belt")]
#[case("Filter type AC, MPA rated hose")]
#[case("Катушка CR, реле DM 24 В")]
fn two_letters_in_a_description_name_no_chemical(#[case] written: &str) {
    let answer = ask(&described(written));
    assert!(answer.candidates.iter().all(|candidate| candidate.channel != Channel::Name), "{answer:#?}");
    assert!(!is_strong(&answer));
}

#[rstest]
#[case("CN", "1A004")]
#[case("CS", "1A004")]
#[case("BZ", "1C450")]
fn a_short_name_in_its_field_is_a_candidate_and_not_strong(#[case] name: &str, #[case] code: &str) {
    let answer = ask(&named(name));
    assert!(answer.candidates.iter().any(|candidate| candidate.code == code), "{answer:#?}");
    assert!(!is_strong(&answer));
}

#[rstest]
#[case(named("Polyethylene glycol"), "1C111.b.5")]
#[case(described("Polyethylene glycol 4000, pharmaceutical grade"), "1C111.b.5")]
#[case(named("2-Dimethylaminoethanol"), "1C450.b.5")]
#[case(Item { smiles: Some("CN(C)CCO".to_owned()), ..Item::default() }, "1C450.b.5")]
#[case(Item { cas: Some(OneOrMany::One("944-22-9".to_owned())), ..Item::default() }, "1C450.b.1")]
fn what_only_a_note_names_is_a_candidate_and_not_strong(#[case] item: Item, #[case] path: &str) {
    let answer = ask(&item);
    let found = answer.candidates.iter().find(|candidate| candidate.path == path);
    let of_note = |reason: &Reason| matches!(reason, Reason::CasOfNote { .. });
    assert!(found.is_some_and(|found| found.reasons.iter().any(of_note)), "{answer:#?}");
    assert!(!is_strong(&answer), "{answer:#?}");
}

#[test]
fn the_same_item_has_the_same_answer_in_every_thread_and_order() {
    let (cases, _) = identify::read_cases(include_str!("cases/russian_descriptions.jsonl"));
    let one_by_one: Vec<Identification> = cases.iter().map(|case| ask(&case.item)).collect();
    let halves: Vec<Identification> = std::thread::scope(|scope| {
        let halves: Vec<_> = cases
            .chunks(cases.len() / 2 + 1)
            .map(|half| {
                scope.spawn(move || {
                    let mut scratch = Scratch::default();
                    // Backwards, so that what was kept from others before is different.
                    let mut answers: Vec<_> =
                        half.iter().rev().map(|case| BUILT_IN.identify(&case.item, &mut scratch)).collect();
                    answers.reverse();
                    answers
                })
            })
            .collect();
        halves.into_iter().flat_map(|half| half.join().unwrap()).collect()
    });
    assert_eq!(one_by_one, halves);
}

#[test]
fn a_second_index_of_the_same_list_answers_the_same() {
    let list = lists::built_in::eu_annex_i().unwrap();
    let (knowledge, _) = Knowledge::shipped(&list);
    let again = Identifier::new(Arc::new(knowledge), &[&list.version], &list.version);
    let (cases, _) = identify::read_cases(include_str!("cases/ordinary_goods.jsonl"));
    for case in &cases {
        assert_eq!(again.identify(&case.item, &mut Scratch::default()), ask(&case.item));
    }
}

#[rstest]
#[case(Item { smiles: Some("C1CC(".to_owned()), ..Item::default() }, "structure-unreadable")]
#[case(Item { smiles: Some("InChI=1S/nothing".to_owned()), ..Item::default() }, "structure-unreadable")]
#[case(Item { cas: Some(OneOrMany::One("7664-39-4".to_owned())), ..Item::default() }, "cas-check-digit")]
#[case(Item { cas: Some(OneOrMany::One("twelve".to_owned())), ..Item::default() }, "cas-form")]
#[case(Item { hs: Some("84".to_owned()), ..Item::default() }, "nomenclature-unreadable")]
#[case(Item::default(), "item-empty")]
fn what_cannot_be_read_is_said(#[case] item: Item, #[case] fault: &str) {
    let answer = ask(&item);
    assert!(answer.faults.iter().any(|found| found.code == fault), "{:?}", answer.faults);
    assert!(!is_strong(&answer));
}

#[rstest]
#[case("valve насос Hastelloy 2B350 ")]
#[case("\u{301}")]
#[case("7664-39-3 ")]
#[case("N,N-диизопропил-β-aminoethyl ")]
fn a_megabyte_is_read_in_part_and_says_so(#[case] piece: &str) {
    let answer = ask(&described(&piece.repeat(1_000_000 / piece.len() + 1)));
    assert!(answer.faults.iter().any(|fault| fault.code == "description-cut"), "{:?}", answer.faults);
}

#[test]
fn every_number_of_the_official_annex_is_found_exactly() {
    let Some(table) = testkit::evaluation_data("lists/eu_annexI_20251115_lines.jsonl") else { return };
    let bytes = std::fs::read(table).unwrap();
    let built_in = lists::built_in::eu_annex_i().unwrap();
    let mut head = built_in.version.head.clone();
    head.own_words = false;
    head.list = "official".to_owned();
    let (official, _) = lists::read::line_json::read("annex", &bytes, head, domain::language::Language::EN);
    let official = official.unwrap();
    let (knowledge, _) = Knowledge::shipped(&built_in);
    let identifier = Identifier::new(Arc::new(knowledge), &[&official], &built_in.version);
    let mut printed: std::collections::BTreeMap<&str, Vec<&str>> = std::collections::BTreeMap::new();
    for provision in official.provisions() {
        for cas in &provision.cas {
            printed.entry(cas.as_str()).or_default().push(provision.path.as_str());
        }
    }
    for (cas, paths) in &printed {
        let item = Item { cas: Some(OneOrMany::One((*cas).to_owned())), ..Item::default() };
        for answer in [identifier.identify(&item, &mut Scratch::default()), ask(&item)] {
            let first = answer.candidates.first().unwrap_or_else(|| panic!("{cas}: nothing"));
            assert_eq!((first.channel, paths.contains(&first.path.as_str())), (Channel::Cas, true), "{cas}: {first:?}");
        }
    }
    // The others stand in notes alone: they are found there, as numbers of a note.
    let notes = official.provisions().iter().flat_map(|provision| &provision.notes).flat_map(|note| note.text.iter());
    let of_notes: std::collections::BTreeSet<String> =
        notes.flat_map(|(_, text)| lists::cas::find_cas(text)).flatten().map(|cas| cas.to_string()).collect();
    let alone: Vec<&String> = of_notes.iter().filter(|cas| !printed.contains_key(cas.as_str())).collect();
    for cas in &alone {
        let item = Item { cas: Some(OneOrMany::One((*cas).clone())), ..Item::default() };
        for answer in [identifier.identify(&item, &mut Scratch::default()), ask(&item)] {
            let first = answer.candidates.first().unwrap_or_else(|| panic!("{cas}: nothing"));
            assert!(matches!(first.reasons.first(), Some(Reason::CasOfNote { .. })), "{cas}: {first:?}");
        }
    }
    assert_eq!(printed.len() + alone.len(), 163);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn no_item_makes_it_panic(
        description in "\\PC{0,120}|([a-zа-яё0-9,.()-]{1,9} ){0,30}",
        name in "[a-zA-Zα-ω0-9,'()\\[\\] -]{0,60}|\\PC{0,40}",
        hs in "[0-9. ]{0,14}|\\PC{0,9}",
        cas in "[0-9]{1,7}-[0-9]{2}-[0-9]|\\PC{0,20}",
        smiles in "[CNOPSFclno()=#0-9+.@/-]{0,30}",
    ) {
        let item = Item {
            description: Some(description),
            name: Some(name),
            hs: Some(hs),
            cas: Some(OneOrMany::One(cas)),
            smiles: Some(smiles),
            ..Item::default()
        };
        let answer = ask(&item);
        prop_assert!(answer.candidates.len() <= identify::MOST_CANDIDATES);
        for candidate in &answer.candidates {
            prop_assert!((0.0..=1.0).contains(&candidate.confidence), "{}", candidate.confidence);
            prop_assert!(!candidate.reasons.is_empty(), "{candidate:?}");
        }
        prop_assert_eq!(ask(&item), answer);
    }
}
