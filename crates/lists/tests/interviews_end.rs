//! A person who answers one question after another comes to an end, whichever way the answers go, in every entry of the
//! built-in list: no determination stays open without a question, and none asks the same question again.
#![expect(clippy::expect_used, reason = "a test stops where it cannot go on")]

use std::collections::BTreeSet;

use lists::built_in::{BuiltInList, eu_annex_i};
use lists::determine::{Answer, Facts, Outcome, Question, QuestionKey, determine};
use lists::path::ProvisionPath;
use lists::quantity::read_quantity;

/// More questions than any good is asked.
const MOST_QUESTIONS: usize = 250;

/// A small generator, so that the same interviews are held every time (Knuth's multiplier, high bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % end.max(1)
    }
}

fn answer(list: &BuiltInList, question: &Question, chance: &mut Chance) -> Answer {
    let terms = &list.criteria.terms;
    let value = match &question.key {
        QuestionKey::Is(attribute) => {
            let values: Vec<&String> = match terms.attributes.get(attribute) {
                Some(attribute) => attribute.values.keys().collect(),
                None => terms.kinds.keys().collect(),
            };
            values[chance.below(values.len())].clone()
        }
        QuestionKey::Quantity { quantity, .. } => {
            let unit = &terms.quantities[quantity].dimension.unit;
            format!("{} {unit}", ["0", "1", "70", "10000000"][chance.below(4)])
        }
        QuestionKey::Share(_) => ["0 %", "30 %", "31 %"][chance.below(3)].to_owned(),
        QuestionKey::Cas => ["50-00-0", "7664-39-3"][chance.below(2)].to_owned(),
        QuestionKey::Organism => "none of them".to_owned(),
        QuestionKey::Parts(_) => "one; another".to_owned(),
        QuestionKey::Judge(_) | QuestionKey::Text(_) => ["yes", "no"][chance.below(2)].to_owned(),
    };
    Answer { value, method: question.method.clone(), complete: true, ..Answer::default() }
}

/// Kinds of product that the criteria of an entry name, so that an interview gets beyond its first question.
fn kinds(list: &BuiltInList, entry: &ProvisionPath) -> Vec<String> {
    let mut found = BTreeSet::new();
    for criterion in list.criteria.iter().filter(|criterion| criterion.path.entry() == entry.entry()) {
        for condition in criterion.conditions() {
            condition.walk(&mut |condition| {
                if let lists::criteria::Condition::Is { attribute, values } = condition
                    && attribute == "product_kind"
                {
                    found.extend(values.iter().cloned());
                }
            });
        }
    }
    found.into_iter().collect()
}

/// Holds one interview; says what is wrong with it.
fn interview(list: &BuiltInList, entry: &ProvisionPath, kind: Option<&str>, seed: u64) -> Option<String> {
    let mut chance = Chance(seed);
    let mut facts = Facts::default();
    let mut asked = BTreeSet::new();
    if let Some(kind) = kind {
        let of_kind = Answer { value: kind.to_owned(), ..Answer::default() };
        let key = QuestionKey::Is("product_kind".to_owned());
        facts.take(list, &key, None, &of_kind, "tester", "2026-11-25T12:00:00Z").expect("a kind of the list");
    }
    for _ in 0..MOST_QUESTIONS {
        let found = determine(list, &facts, entry).expect("an entry of the list");
        if matches!(found.outcome, Outcome::Met | Outcome::NotMet) {
            return None;
        }
        let Some(question) = found.questions.first() else {
            return Some(format!("{entry} ({kind:?}) is open and asks nothing"));
        };
        let part = question.part.as_ref().map(|(kind, index, _)| (kind.clone(), *index));
        if !asked.insert((question.key.to_string(), part.clone())) {
            // When an exception takes out every part that was named, others have to be named.
            if matches!(question.key, QuestionKey::Parts(_)) {
                return None;
            }
            return Some(format!("{entry} ({kind:?}) asks {} again", question.key));
        }
        let answered = answer(list, question, &mut chance);
        let of_part = part.as_ref().map(|(kind, index)| (kind.as_str(), *index));
        if let Err(wrong) = facts.take(list, &question.key, of_part, &answered, "tester", "2026-11-25T12:00:00Z") {
            return Some(format!("{entry}: {} = {answered:?}: {wrong}", question.key));
        }
    }
    Some(format!("{entry} ({kind:?}) does not end"))
}

#[test]
fn every_entry_comes_to_an_end() {
    let list = eu_annex_i().unwrap_or_else(|faults| panic!("{faults:#?}"));
    let mut wrong = Vec::new();
    let mut held = 0;
    let entries: Vec<ProvisionPath> = list
        .criteria
        .iter()
        .map(|criterion| &criterion.path)
        .filter(|path| path.as_str() == path.entry())
        .cloned()
        .collect();
    for entry in &entries {
        // Two kinds an entry: every kind of every entry takes three times as long and is for the patient.
        let kinds = kinds(&list, entry);
        let chosen = [kinds.first(), kinds.last().filter(|_| kinds.len() > 1)];
        let mut chosen: Vec<Option<&str>> = chosen.into_iter().flatten().map(|kind| Some(kind.as_str())).collect();
        if chosen.is_empty() {
            chosen.push(None);
        }
        for (index, kind) in chosen.into_iter().enumerate() {
            held += 1;
            wrong.extend(interview(&list, entry, kind, index as u64 + 1));
        }
    }
    assert!(held > entries.len(), "{held} interviews");
    assert!(wrong.is_empty(), "{} of {held} interviews:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_quantity_has_a_usual_unit_that_can_be_written() {
    let list = eu_annex_i().unwrap_or_else(|faults| panic!("{faults:#?}"));
    for (key, term) in &list.criteria.terms.quantities {
        let written = format!("1 {}", term.dimension.unit);
        let read = read_quantity(&written, None, None).unwrap_or_else(|wrong| panic!("{key}: {written}: {wrong}"));
        assert_eq!(read.unit.dimension(), term.dimension.dimension, "{key}");
    }
}
