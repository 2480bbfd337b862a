//! What an answer would settle, found by trying it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::tree::{Settled, Tree, Tried};
use super::{Question, QuestionKey};
use crate::determine::explanation::{Step, Truth};
use crate::determine::facts::Observation;
use crate::exact::Exact;
use crate::path::ProvisionPath;
use crate::quantity::{Bound, Interval, Quantity};
use crate::units::Unit;

/// An answer that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "answer")]
pub enum PreviewAnswer {
    /// A value of a closed question, a CAS number, an organism; none for "none of these".
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

/// Chemicals and organisms whose answers are told one by one; a list may name a hundred, and nobody reads them.
const MOST_TOLD: usize = 8;

/// What each possible answer to this question would settle, and how many provisions an answer settles on average, in
/// hundredths.
pub(super) fn previews(tree: &Tree<'_, '_>, question: &Question, before: &Settled) -> (Vec<Preview>, u64) {
    let leaves = tree.leaves(question);
    let above = tree.resting_on(&leaves);
    let mut previews = Vec::new();
    for (answer, tried) in answers(tree, question) {
        let mut truths = tree.truths();
        tree.put(&mut truths, &leaves, &above, &tried);
        let after = tree.settled(&truths);
        let newly = |wanted: Truth| {
            let new = tree.paths.iter().zip(after.iter().zip(before));
            let new = new.filter(|(_, (after, before))| **after == Some(wanted) && **before != Some(wanted));
            new.map(|(path, _)| (*path).clone()).collect::<Vec<_>>()
        };
        previews.push(Preview { answer, met: newly(Truth::Met), not_met: newly(Truth::NotMet) });
    }
    let total: usize = previews.iter().map(Preview::settles).sum();
    let mean = (total as u64 * 100).checked_div(previews.len() as u64).unwrap_or(0);
    if matches!(question.key, QuestionKey::Cas | QuestionKey::Organism) && previews.len() > MOST_TOLD {
        // "None of these" is the last, and the one that settles most.
        previews.drain(MOST_TOLD - 1..previews.len() - 1);
    }
    (previews, mean)
}

/// The answers worth trying: every value that some step names and "none of these"; a value on every side of every threshold;
/// yes and no.
pub(super) fn answers(tree: &Tree<'_, '_>, question: &Question) -> Vec<(PreviewAnswer, Tried)> {
    match &question.key {
        QuestionKey::Is(_) | QuestionKey::Cas | QuestionKey::Organism => values(tree, &question.key),
        QuestionKey::Quantity { .. } | QuestionKey::Share(_) => ranges(tree, question),
        QuestionKey::Judge(_) | QuestionKey::Text(_) => {
            [true, false].into_iter().map(|yes| (PreviewAnswer::Judgement { yes }, Tried::Judgement(yes))).collect()
        }
        QuestionKey::Parts(_) => Vec::new(),
    }
}

/// Every value that a step names, in the order of the list, and none of them.
fn values(tree: &Tree<'_, '_>, key: &QuestionKey) -> Vec<(PreviewAnswer, Tried)> {
    let mut seen = BTreeSet::new();
    let mut values: Vec<String> = Vec::new();
    let mut take = |value: &str| {
        if seen.insert(value.to_owned()) {
            values.push(value.to_owned());
        }
    };
    for node in &tree.nodes {
        match (node.step, key) {
            (Step::Is { attribute, wanted, .. }, QuestionKey::Is(asked)) if attribute == asked => {
                wanted.iter().for_each(|value| take(value));
            }
            // What only a note on mixtures lists would be met by other provisions.
            (Step::Cas { wanted, .. }, QuestionKey::Cas) if !node.of_mixture() => {
                wanted.iter().for_each(|cas| take(cas.as_str()));
            }
            (Step::Organism { wanted, .. }, QuestionKey::Organism) => wanted.iter().for_each(|value| take(value)),
            _ => {}
        }
    }
    let tried = |value: Option<String>| {
        let held = value.iter().cloned().collect();
        (PreviewAnswer::Value { value }, Tried::Values(held))
    };
    values.into_iter().map(Some).chain([None]).map(tried).collect()
}

/// A range below, between and above all thresholds of a quantity, and the thresholds themselves.
fn ranges(tree: &Tree<'_, '_>, question: &Question) -> Vec<(PreviewAnswer, Tried)> {
    let mut thresholds: Vec<(&Exact, &Unit)> = Vec::new();
    let mut on: Option<&str> = None;
    for node in &tree.nodes {
        match (node.step, &question.key) {
            (
                Step::Quantity { quantity, scope, threshold, .. },
                QuestionKey::Quantity { quantity: asked, scope: asked_on },
            ) if quantity == asked && *scope == asked_on.as_deref() => {
                on = *scope;
                thresholds.push((&threshold.value, &threshold.unit));
            }
            (Step::Share { cas, most, .. }, QuestionKey::Share(asked)) if *cas == asked => {
                on = Some(cas.as_str());
                thresholds.push((&most.value, &most.unit));
            }
            _ => {}
        }
    }
    let Some((_, unit)) = thresholds.first().copied() else { return Vec::new() };
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
        let quantity =
            Quantity { interval: range.clone(), unit: unit.clone(), approximate: false, written: String::new() };
        let seen = Observation {
            quantity,
            method: question.method.clone(),
            scope: on.map(str::to_owned),
            source: String::new(),
        };
        let answer = PreviewAnswer::Range { range: Box::new(range), unit: Box::new(unit.clone()) };
        (answer, Tried::Quantity(Box::new(seen)))
    };
    pieces.into_iter().map(tried).collect()
}

/// Puts an answer into facts, as a person's answer is.
#[cfg(test)]
pub(super) fn put(facts: &mut crate::determine::Facts, key: &QuestionKey, tried: Tried) {
    use crate::determine::{AttributeFact, Judgement};
    match (key, tried) {
        (QuestionKey::Is(attribute), Tried::Values(values)) => {
            facts.attributes.insert(attribute.clone(), AttributeFact { values, source: String::new() });
        }
        (QuestionKey::Cas, Tried::Values(values)) => {
            facts.cas = Some(values.iter().map(|value| value.parse().unwrap()).collect());
        }
        (QuestionKey::Organism, Tried::Values(values)) => facts.organisms = Some(values),
        (QuestionKey::Quantity { quantity, .. }, Tried::Quantity(seen)) => {
            facts.quantities.entry(quantity.clone()).or_default().push(*seen);
        }
        (key, Tried::Judgement(answer)) => {
            let judgement = Judgement { answer, by: String::new(), at: String::new(), reason: String::new() };
            facts.judgements.insert(key.to_string(), judgement);
        }
        _ => {}
    }
}
