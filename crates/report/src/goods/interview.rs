//! What an interview shows beside a question: what each clause asks, and what was answered before.

use lists::built_in::BuiltInList;
use lists::determine::{Explanation, Facts, Observation, Question, QuestionKey, Step};
use lists::path::ProvisionPath;
use locale::Translator;

use super::values;

/// A clause that asks a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClauseAsk {
    /// The provision.
    pub path: ProvisionPath,
    /// Its title.
    pub title: String,
    /// What it asks, in words: thresholds, values; empty for a judgement.
    pub asks: Vec<String>,
}

/// The clauses that ask this question, each with what it asks.
#[must_use]
pub fn clauses(
    question: &Question,
    explanation: &Explanation<'_>,
    list: &BuiltInList,
    t: Translator,
) -> Vec<ClauseAsk> {
    let mut found: Vec<ClauseAsk> = question
        .clauses
        .iter()
        .map(|path| ClauseAsk { path: path.clone(), title: values::title(list, path, t), asks: Vec::new() })
        .collect();
    gather(explanation, None, &mut |clause, step| {
        let Some(asks) = asks(step, &question.key, list, t) else { return };
        if let Some(known) = found.iter_mut().find(|known| Some(&known.path) == clause)
            && !known.asks.contains(&asks)
        {
            known.asks.push(asks);
        }
    });
    found
}

fn gather<'e>(
    explanation: &'e Explanation<'_>,
    clause: Option<&'e ProvisionPath>,
    visit: &mut impl FnMut(Option<&ProvisionPath>, &Step<'_>),
) {
    let clause = match &explanation.step {
        Step::Provision { path, .. } => Some(*path),
        _ => clause,
    };
    visit(clause, &explanation.step);
    explanation.parts.iter().for_each(|part| gather(part, clause, visit));
}

/// What a step asks of this question.
fn asks(step: &Step<'_>, key: &QuestionKey, list: &BuiltInList, t: Translator) -> Option<String> {
    let terms = &list.criteria.terms;
    match (step, key) {
        (Step::Is { attribute, wanted, .. }, QuestionKey::Is(asked)) if attribute == asked => {
            Some(values::values_words(terms, attribute, wanted, t))
        }
        (
            Step::Quantity { quantity, scope, comparison, threshold, .. },
            QuestionKey::Quantity { quantity: asked, scope: on },
        ) if quantity == asked && *scope == on.as_deref() => Some(values::asked(*comparison, threshold, t)),
        (Step::Cas { wanted, .. }, QuestionKey::Cas) if wanted.len() <= MOST_NAMED => {
            let named: Vec<String> = wanted.iter().map(|cas| values::chemical(list, cas.as_str(), t)).collect();
            Some(named.join(", "))
        }
        (Step::Organism { wanted, .. }, QuestionKey::Organism) if wanted.len() <= MOST_NAMED => Some(wanted.join(", ")),
        (Step::Share { cas, most, .. }, QuestionKey::Share(asked)) if *cas == asked => {
            let amount = values::amount(&most.value, &most.unit, t);
            Some(t.with("comparison-le", &[("amount", amount.into())]))
        }
        _ => None,
    }
}

/// Substances that are named one by one; a note on mixtures may list a hundred.
const MOST_NAMED: usize = 4;

/// Something that was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactLine {
    /// The key of the question.
    pub key: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// Where it comes from, or who judged.
    pub source: String,
}

/// Everything that was answered of the good as a whole, in the order of its kinds.
#[must_use]
pub fn facts(facts: &Facts, list: &BuiltInList, t: Translator) -> Vec<FactLine> {
    let terms = &list.criteria.terms;
    let mut lines = Vec::new();
    let mut add = |key: &QuestionKey, question: String, answer: String, source: &str| {
        lines.push(FactLine { key: key.to_string(), question, answer, source: source.to_owned() });
    };
    if let Some(held) = &facts.cas {
        let named: Vec<String> = held.iter().map(|cas| values::chemical(list, cas.as_str(), t)).collect();
        add(&QuestionKey::Cas, t.text("determination-question-cas"), named.join(", "), "");
    }
    if let Some(held) = &facts.organisms {
        add(&QuestionKey::Organism, t.text("determination-question-organism"), held.join(", "), "");
    }
    for (attribute, fact) in &facts.attributes {
        let answer = values::values_words(terms, attribute, &fact.values, t);
        let key = QuestionKey::Is(attribute.clone());
        add(&key, values::attribute_question(list, attribute, t), answer, &fact.source);
    }
    for (quantity, observations) in &facts.quantities {
        for seen in observations {
            let (key, question) = quantity_asked(quantity, seen, list, t);
            let mut answer = values::quantity(&seen.quantity, t);
            if let Some(method) = &seen.method {
                answer =
                    format!("{answer} ({})", t.with("determination-method", &[("method", method.as_str().into())]));
            }
            add(&key, question, answer, &seen.source);
        }
    }
    for (kind, parts) in &facts.parts {
        let question = terms.parts.get(kind).map_or(kind.as_str(), |term| term.question.text(t.language()));
        let names: Vec<&str> = parts.parts.iter().map(|part| part.name.as_str()).collect();
        add(&QuestionKey::Parts(kind.clone()), question.to_owned(), names.join("; "), "");
    }
    for (key, judgement) in &facts.judgements {
        let Ok(key) = key.parse::<QuestionKey>() else { continue };
        let answer = t.text(if judgement.answer { "determination-yes" } else { "determination-no" });
        let by = [judgement.by.as_str(), judgement.reason.as_str()].into_iter().filter(|said| !said.is_empty());
        let by = by.collect::<Vec<_>>().join(": ");
        add(&key, judged(&key, list, t), answer, &by);
    }
    for key in &facts.cannot_tell {
        let Ok(key) = key.parse::<QuestionKey>() else { continue };
        let question = match &key {
            QuestionKey::Is(attribute) => values::attribute_question(list, attribute, t),
            QuestionKey::Quantity { quantity, scope } => values::quantity_question(list, quantity, scope.as_deref(), t),
            QuestionKey::Cas => t.text("determination-question-cas"),
            QuestionKey::Organism => t.text("determination-question-organism"),
            QuestionKey::Share(cas) => t.with("determination-question-share", &[("cas", cas.as_str().into())]),
            other => judged(other, list, t),
        };
        add(&key, question, t.word("determination-why", "cannot-tell"), "");
    }
    lines
}

fn quantity_asked(quantity: &str, seen: &Observation, list: &BuiltInList, t: Translator) -> (QuestionKey, String) {
    let share = seen.scope.as_deref().filter(|_| quantity == "share").and_then(|cas| cas.parse().ok());
    match share {
        Some(cas) => {
            let question =
                t.with("determination-question-share", &[("cas", seen.scope.clone().unwrap_or_default().into())]);
            (QuestionKey::Share(cas), question)
        }
        None => {
            let key = QuestionKey::Quantity { quantity: quantity.to_owned(), scope: seen.scope.clone() };
            (key, values::quantity_question(list, quantity, seen.scope.as_deref(), t))
        }
    }
}

/// The words of a judgement or of a provision that was read, found again by its key.
fn judged(key: &QuestionKey, list: &BuiltInList, t: Translator) -> String {
    match key {
        QuestionKey::Text(path) => {
            let title = values::title(list, path, t);
            t.with("determination-question-text", &[("path", path.as_str().into()), ("title", title.into())])
        }
        QuestionKey::Judge(key) => {
            let words = list.judgement(key);
            words.map_or_else(|| key.clone(), |words| words.text(t.language()).to_owned())
        }
        QuestionKey::Parts(kind) => {
            list.criteria.terms.parts.get(kind).map_or(kind.clone(), |term| term.question.text(t.language()).to_owned())
        }
        other => other.to_string(),
    }
}
