//! The steps of a determination as a person reads them: what the clause asks, what was observed, how it was converted,
//! and what came out.

use lists::built_in::BuiltInList;
use lists::determine::{Explanation, Observation, Preview, PreviewAnswer, Question, QuestionKey, Step, Truth, Why};
use locale::Translator;

use super::values;

/// One step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLine {
    /// How far below the provision it stands.
    pub depth: usize,
    /// What came out. For an exclusion: whether it takes the good out.
    pub truth: Truth,
    /// What was looked at.
    pub text: String,
    /// What was observed, and what the clause asks.
    pub detail: String,
    /// Whether it is a provision: then its text begins with its path.
    pub is_provision: bool,
    /// Whether it is an exclusion.
    pub is_exclusion: bool,
}

/// Every step, outermost first.
#[must_use]
pub fn lines(explanation: &Explanation<'_>, list: &BuiltInList, t: Translator) -> Vec<StepLine> {
    let mut lines = Vec::new();
    gather(explanation, 0, list, t, &mut lines);
    lines
}

fn gather(explanation: &Explanation<'_>, depth: usize, list: &BuiltInList, t: Translator, lines: &mut Vec<StepLine>) {
    let (text, detail) = told(&explanation.step, list, t);
    let is_provision =
        matches!(explanation.step, Step::Provision { .. } | Step::TextOnly { .. } | Step::NotUsed { .. });
    let is_exclusion = matches!(explanation.step, Step::Exclusion { .. } | Step::Mixture { .. });
    // A reference and the provision it leads to are one line.
    let shown = !matches!(explanation.step, Step::Reference { .. } | Step::AnyChild);
    if shown {
        lines.push(StepLine { depth, truth: explanation.truth, text, detail, is_provision, is_exclusion });
    }
    for part in &explanation.parts {
        gather(part, depth + usize::from(shown), list, t, lines);
    }
}

/// What was looked at, and what was observed.
fn told(step: &Step<'_>, list: &BuiltInList, t: Translator) -> (String, String) {
    let terms = &list.criteria.terms;
    let plain = |key: &str| (t.text(key), String::new());
    match step {
        Step::Provision { path, .. } => (format!("{path}  {}", values::title(list, path, t)), String::new()),
        Step::TextOnly { path, judgement, .. } => {
            let detail =
                judgement.map_or_else(|| t.text("determination-step-text-only"), |judgement| judged(judgement, t));
            (format!("{path}  {}", values::title(list, path, t)), detail)
        }
        Step::NotUsed { path } => (path.to_string(), t.text("provision-kind-not-used")),
        Step::Head { path } => (t.with("determination-step-head", &[("path", path.as_str().into())]), String::new()),
        Step::Also => plain("determination-step-also"),
        Step::AnyChild => plain("determination-step-any-child"),
        Step::All => plain("determination-step-all"),
        Step::Any => plain("determination-step-any"),
        Step::Is { attribute, wanted, observed, source, why } => {
            let asks = values::values_words(terms, attribute, wanted, t);
            let given =
                observed.map(|observed| with_source(values::values_words(terms, attribute, observed, t), source));
            (values::attribute_question(list, attribute, t), against(given, &asks, *why, t))
        }
        Step::Quantity { quantity, comparison, threshold, method, scope, observed, converted, why } => {
            let mut asks = values::asked(*comparison, threshold, t);
            if let Some(method) = method {
                asks = format!("{asks} ({})", t.with("determination-method", &[("method", (*method).into())]));
            }
            let given = observed.map(|observed| {
                let mut given = seen(observed, t);
                if let Some(converted) = converted {
                    given = format!("{given} = {}", values::interval(converted, &threshold.unit, t));
                }
                given
            });
            (values::quantity_question(list, quantity, *scope, t), against(given, &asks, *why, t))
        }
        Step::Share { cas, most, observed, why } => {
            let asks = values::asked(lists::criteria::Comparison::LessOrEqual, most, t);
            let question = t.with("determination-question-share", &[("cas", cas.as_str().into())]);
            (question, against(observed.map(|observed| seen(observed, t)), &asks, *why, t))
        }
        Step::Cas { wanted, observed } => {
            let joined = |numbers: &[lists::cas::CasNumber]| {
                numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
            };
            let why = observed.is_none().then_some(Why::NoAnswer);
            (t.text("determination-question-cas"), against(observed.map(joined), &joined(wanted), why, t))
        }
        Step::Organism { wanted, observed } => {
            let why = observed.is_none().then_some(Why::NoAnswer);
            let given = observed.map(|observed| observed.join(", "));
            (t.text("determination-question-organism"), against(given, &wanted.join(", "), why, t))
        }
        Step::Reference { path } => (path.to_string(), String::new()),
        Step::Judge { question, judgement, .. } => {
            let open = || t.text("determination-step-judge-open");
            (question.text(t.language()).to_owned(), judgement.map_or_else(open, |judgement| judged(judgement, t)))
        }
        Step::Each { part, complete } => {
            let one = terms.parts.get(*part).map_or(*part, |part| part.one.text(t.language()));
            let detail = if *complete { String::new() } else { t.text("determination-parts-missing") };
            (t.with("determination-step-each", &[("part", one.into())]), detail)
        }
        Step::Part { name, excepted, .. } => {
            let detail = if *excepted { t.text("determination-part-excepted") } else { String::new() };
            ((*name).to_owned(), detail)
        }
        Step::Exclusion { note: Some(note) } => {
            (t.with("determination-step-exclusion", &[("note", (*note).into())]), String::new())
        }
        Step::Exclusion { note: None } => plain("determination-step-precedence"),
        Step::Mixture { note, most } => {
            let amount = values::amount(&most.value, &most.unit, t);
            (
                t.with("determination-step-mixture", &[("note", (*note).into()), ("amount", amount.into())]),
                String::new(),
            )
        }
        Step::Circle { path } => {
            (t.with("determination-step-circle", &[("path", path.as_str().into())]), String::new())
        }
    }
}

fn judged(judgement: &lists::determine::Judgement, t: Translator) -> String {
    let key = if judgement.answer { "determination-judged-yes" } else { "determination-judged-no" };
    let day = judgement.at.split('T').next().unwrap_or_default();
    let mut told = t.with(key, &[("by", judgement.by.as_str().into()), ("day", day.into())]);
    if !judgement.reason.is_empty() {
        told = format!("{told}: {}", judgement.reason);
    }
    told
}

fn seen(observed: &Observation, t: Translator) -> String {
    let mut given = values::quantity(&observed.quantity, t);
    if let Some(method) = &observed.method {
        given = format!("{given} ({})", t.with("determination-method", &[("method", method.as_str().into())]));
    }
    with_source(given, &observed.source)
}

fn with_source(given: String, source: &str) -> String {
    if source.is_empty() { given } else { format!("{given} [{source}]") }
}

/// What was given against what the clause asks.
fn against(given: Option<String>, asks: &str, why: Option<Why>, t: Translator) -> String {
    let asks = t.with("determination-asks", &[("asks", asks.into())]);
    let why = why.map(|why| t.word("determination-why", why.as_str()));
    match (given, why) {
        (Some(given), None) => format!("{}; {asks}", t.with("determination-given", &[("given", given.into())])),
        (Some(given), Some(why)) => {
            format!("{}; {asks}; {why}", t.with("determination-given", &[("given", given.into())]))
        }
        (None, why) => format!("{}; {asks}", why.unwrap_or_default()),
    }
}

/// A question in words.
#[must_use]
pub fn question(question: &Question, list: &BuiltInList, t: Translator) -> String {
    let asked = match &question.key {
        QuestionKey::Is(attribute) => values::attribute_question(list, attribute, t),
        QuestionKey::Quantity { quantity, scope } => values::quantity_question(list, quantity, scope.as_deref(), t),
        QuestionKey::Share(cas) => t.with("determination-question-share", &[("cas", cas.as_str().into())]),
        QuestionKey::Cas => t.text("determination-question-cas"),
        QuestionKey::Organism => t.text("determination-question-organism"),
        QuestionKey::Text(path) => {
            let title = values::title(list, path, t);
            t.with("determination-question-text", &[("path", path.as_str().into()), ("title", title.into())])
        }
        QuestionKey::Judge(_) | QuestionKey::Parts(_) => question.words.text(t.language()).to_owned(),
    };
    match &question.part {
        Some((_, _, name)) => format!("{name}: {asked}"),
        None => asked,
    }
}

/// An answer that was tried, in words.
#[must_use]
pub fn preview_answer(question: &Question, preview: &Preview, list: &BuiltInList, t: Translator) -> String {
    match (&preview.answer, &question.key) {
        (PreviewAnswer::Value { value: Some(value) }, QuestionKey::Is(attribute)) => {
            values::value_words(&list.criteria.terms, attribute, value, t)
        }
        (PreviewAnswer::Value { value: Some(value) }, QuestionKey::Cas) => values::chemical(list, value, t),
        (PreviewAnswer::Value { value: Some(value) }, _) => value.clone(),
        (PreviewAnswer::Value { value: None }, _) => t.text("determination-none-of-these"),
        (PreviewAnswer::Range { range, unit }, _) => values::interval(range, unit, t),
        (PreviewAnswer::Judgement { yes: true }, _) => t.text("determination-yes"),
        (PreviewAnswer::Judgement { yes: false }, _) => t.text("determination-no"),
    }
}

/// What an answer would settle, in words.
#[must_use]
pub fn preview_settles(preview: &Preview, t: Translator) -> String {
    let joined = |paths: &[lists::path::ProvisionPath]| {
        let shown: Vec<&str> = paths.iter().take(4).map(lists::path::ProvisionPath::as_str).collect();
        let more = if paths.len() > 4 { format!(" +{}", paths.len() - 4) } else { String::new() };
        format!("{}{more}", shown.join(", "))
    };
    let mut told = Vec::new();
    if !preview.met.is_empty() {
        told.push(t.with("determination-would-meet", &[("paths", joined(&preview.met).into())]));
    }
    if !preview.not_met.is_empty() {
        told.push(t.with("determination-would-not-meet", &[("paths", joined(&preview.not_met).into())]));
    }
    if told.is_empty() { t.text("determination-settles-nothing") } else { told.join("; ") }
}
