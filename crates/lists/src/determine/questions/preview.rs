//! What an answer would settle, found by trying it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Question, QuestionKey};
use crate::built_in::BuiltInList;
use crate::criteria::Condition;
use crate::determine::evaluate::Evaluation;
use crate::determine::explanation::{Explanation, Step, Truth};
use crate::determine::facts::{AttributeFact, Facts, Judgement, Observation};
use crate::exact::Exact;
use crate::path::ProvisionPath;
use crate::quantity::{Bound, Interval, Quantity};
use crate::units::Unit;

/// An answer that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "answer")]
pub enum PreviewAnswer {
    /// A value of a closed question; none for "none of these".
    Value {
        /// The value.
        value: Option<String>,
    },
    /// A range of a quantity, between thresholds of the list.
    Range {
        /// The range.
        range: Box<Interval>,
        /// Its unit.
        unit: Box<Unit>,
    },
    /// Yes or no.
    Judgement {
        /// Which.
        yes: bool,
    },
}

/// What an answer would settle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Preview {
    /// The answer.
    pub answer: PreviewAnswer,
    /// The provisions that would then be met.
    pub met: Vec<ProvisionPath>,
    /// The provisions that would then not be met.
    pub not_met: Vec<ProvisionPath>,
}

impl Preview {
    /// How many provisions it would settle.
    #[must_use]
    pub fn settles(&self) -> usize {
        self.met.len() + self.not_met.len()
    }
}

/// What is settled already: every provision of the tree whose truth is known. What stands below a provision that is not
/// met is settled with it.
pub(super) fn settled(explanation: &Explanation<'_>) -> BTreeMap<ProvisionPath, Truth> {
    let mut found = BTreeMap::new();
    gather(explanation, false, &mut found);
    found
}

fn gather(explanation: &Explanation<'_>, out: bool, found: &mut BTreeMap<ProvisionPath, Truth>) {
    let mut out = out;
    if let Step::Provision { path, .. } | Step::TextOnly { path, .. } = &explanation.step {
        out = out || explanation.truth == Truth::NotMet;
        let truth = if out { Truth::NotMet } else { explanation.truth };
        if truth != Truth::Unknown {
            found.insert((*path).clone(), truth);
        }
    }
    explanation.parts.iter().for_each(|part| gather(part, out, found));
}

/// What each possible answer to this question would settle.
pub(super) fn previews(
    list: &BuiltInList,
    facts: &Facts,
    target: &ProvisionPath,
    question: &Question,
    before: &BTreeMap<ProvisionPath, Truth>,
) -> Vec<Preview> {
    let Some(place) = list.version.get(target) else { return Vec::new() };
    let mut previews = Vec::new();
    for (answer, tried) in answers(list, target, question) {
        let mut facts = facts.clone();
        let into = match &question.part {
            Some((kind, index, _)) => {
                facts.parts.get_mut(kind).and_then(|parts| parts.parts.get_mut(*index)).map(|part| &mut part.facts)
            }
            None => Some(&mut facts),
        };
        let Some(into) = into else { continue };
        tried.put(into);
        let after = settled(&Evaluation::new(list, &facts).target(&place.path));
        let newly = |wanted: Truth| {
            let new = after.iter().filter(|(path, truth)| **truth == wanted && before.get(*path) != Some(&wanted));
            new.map(|(path, _)| path.clone()).collect::<Vec<_>>()
        };
        previews.push(Preview { answer, met: newly(Truth::Met), not_met: newly(Truth::NotMet) });
    }
    previews
}

/// An answer put into the facts to see what it does.
enum Tried {
    Attribute(String, Vec<String>),
    Quantity(String, Box<Observation>),
    Judgement(String, bool),
}

impl Tried {
    fn put(self, facts: &mut Facts) {
        match self {
            Self::Attribute(key, values) => {
                facts.attributes.insert(key, AttributeFact { values, source: String::new() });
            }
            Self::Quantity(key, observation) => facts.quantities.entry(key).or_default().push(*observation),
            Self::Judgement(key, answer) => {
                let judgement = Judgement { answer, by: String::new(), at: String::new(), reason: String::new() };
                facts.judgements.insert(key, judgement);
            }
        }
    }
}

/// The answers worth trying: every value that some criterion of the entry names and "none of these"; a value on every
/// side of every threshold; yes and no.
fn answers(list: &BuiltInList, target: &ProvisionPath, question: &Question) -> Vec<(PreviewAnswer, Tried)> {
    match &question.key {
        QuestionKey::Is(attribute) => {
            let mut values: Vec<String> = Vec::new();
            for_conditions(list, target, question, &mut |condition| {
                if let Condition::Is { attribute: key, values: wanted } = condition
                    && key == attribute
                {
                    let new: Vec<String> = wanted.iter().filter(|value| !values.contains(*value)).cloned().collect();
                    values.extend(new);
                }
            });
            let tried = |value: Option<String>| {
                let held = value.iter().cloned().collect();
                (PreviewAnswer::Value { value }, Tried::Attribute(attribute.clone(), held))
            };
            values.into_iter().map(Some).chain([None]).map(tried).collect()
        }
        QuestionKey::Quantity { quantity, scope } => ranges(list, target, question, quantity, scope.as_deref()),
        QuestionKey::Share(cas) => ranges(list, target, question, "share", Some(cas.as_str())),
        QuestionKey::Judge(key) => yes_and_no(key),
        QuestionKey::Text(_) => yes_and_no(&question.key.to_string()),
        QuestionKey::Cas | QuestionKey::Organism | QuestionKey::Parts(_) => Vec::new(),
    }
}

fn yes_and_no(key: &str) -> Vec<(PreviewAnswer, Tried)> {
    [true, false]
        .into_iter()
        .map(|yes| (PreviewAnswer::Judgement { yes }, Tried::Judgement(key.to_owned(), yes)))
        .collect()
}

/// Calls `visit` for the conditions of the target's entry and of the entries the question comes from.
fn for_conditions(list: &BuiltInList, target: &ProvisionPath, question: &Question, visit: &mut impl FnMut(&Condition)) {
    let entries: Vec<&str> = std::iter::once(target).chain(&question.clauses).map(ProvisionPath::entry).collect();
    for criterion in list.criteria.iter().filter(|criterion| entries.contains(&criterion.path.entry())) {
        criterion.conditions().for_each(|condition| condition.walk(&mut |condition| visit(condition)));
    }
}

/// A range below, between and above all thresholds of a quantity, and the thresholds themselves.
fn ranges(
    list: &BuiltInList,
    target: &ProvisionPath,
    question: &Question,
    quantity: &str,
    scope: Option<&str>,
) -> Vec<(PreviewAnswer, Tried)> {
    let mut thresholds: Vec<(Exact, Unit)> = Vec::new();
    if let QuestionKey::Share(_) = question.key {
        let mixtures = list.criteria.iter().filter(|criterion| criterion.path.entry() == target.entry());
        thresholds.extend(mixtures.flat_map(|c| &c.mixtures).map(|m| (m.most.value.clone(), m.most.unit.clone())));
    }
    for_conditions(list, target, question, &mut |condition| {
        if let Condition::Quantity { quantity: key, threshold, scope: asked, .. } = condition
            && key == quantity
            && asked.as_deref() == scope
        {
            thresholds.push((threshold.value.clone(), threshold.unit.clone()));
        }
    });
    let Some((_, unit)) = thresholds.first().cloned() else { return Vec::new() };
    let mut values: Vec<Exact> = thresholds.iter().map(|(value, of)| unit.of_base(&of.to_base(value))).collect();
    values.sort();
    values.dedup();
    let mut pieces = Vec::new();
    let mut below: Option<Exact> = None;
    for value in values {
        let open = |value: &Exact| Bound { value: value.clone(), inclusive: false };
        pieces.push(Interval { low: below.as_ref().map(open), high: Some(open(&value)) });
        pieces.push(Interval::exactly(value.clone()));
        below = Some(value);
    }
    pieces.push(Interval { low: below.map(|value| Bound { value, inclusive: false }), high: None });
    let tried = |range: Interval| {
        let quantity_tried =
            Quantity { interval: range.clone(), unit: unit.clone(), approximate: false, written: String::new() };
        let observation = Observation {
            quantity: quantity_tried,
            method: question.method.clone(),
            scope: scope.map(str::to_owned),
            source: String::new(),
        };
        let answer = PreviewAnswer::Range { range: Box::new(range), unit: Box::new(unit.clone()) };
        (answer, Tried::Quantity(quantity.to_owned(), Box::new(observation)))
    };
    pieces.into_iter().map(tried).collect()
}
