//! Determination: whether what is known of a good meets a provision, in three values, with every step shown.
//!
//! *Met*, *not met* and *unknown* are Kleene's. An exclusion that is unknown never clears; a provision without criteria
//! is text only, to be read and decided by a person; nothing here ever says that a good is not controlled.

mod answers;
mod compare_values;
mod evaluate;
mod explanation;
mod facts;
mod joining;
mod naming;
mod questions;

use serde::Serialize;

pub use answers::{Answer, NotAnAnswer};
pub use explanation::{Explanation, Step, Truth, Why};
pub use facts::{AttributeFact, Facts, Judgement, Observation, Part, Parts};
pub use naming::question_of_parameter;
pub use questions::{Preview, PreviewAnswer, Question, QuestionKey};

use crate::built_in::BuiltInList;
use crate::path::ProvisionPath;

domain::words! {
    /// What came out for a provision. There is no word for "not controlled": what is on no list, nobody looked up here.
    Outcome {
        /// The facts given meet it.
        Met = "met",
        /// The facts given do not meet it.
        NotMet = "not-met",
        /// Something that decides is not known.
        Undetermined = "undetermined",
        /// It has no criteria: read its text and decide.
        TextOnly = "text-only",
    }
}

/// The determination of one provision, with everything below it.
#[derive(Debug, Clone, Serialize)]
pub struct Determination<'d> {
    /// What was determined.
    pub path: ProvisionPath,
    /// What came out.
    pub outcome: Outcome,
    /// Every provision that was looked at and what came out for it, in the order of the list.
    pub provisions: Vec<(ProvisionPath, Outcome)>,
    /// Every step.
    pub explanation: Explanation<'d>,
    /// What is open, the question that settles most first. Empty when the outcome stands.
    pub questions: Vec<Question>,
}

/// Determines a provision by these facts. None when the list has no such provision.
#[must_use]
pub fn determine<'d>(list: &'d BuiltInList, facts: &'d Facts, path: &ProvisionPath) -> Option<Determination<'d>> {
    let position = list.version.position(path)?;
    let provision = list.version.provisions().get(position)?;
    let explanation = evaluate::Evaluation::new(list, facts).target(&provision.path);
    let provisions = outcomes(&explanation);
    let outcome = outcome_of(list, path, explanation.truth);
    let questions = if explanation.truth == Truth::Unknown {
        questions::open(list, &provision.path, &explanation)
    } else {
        Vec::new()
    };
    Some(Determination { path: path.clone(), outcome, provisions, explanation, questions })
}

/// What comes out for a provision by these facts, without steps and questions. None when the list has no such provision.
#[must_use]
pub fn outcome(list: &BuiltInList, facts: &Facts, path: &ProvisionPath) -> Option<Outcome> {
    let provision = list.version.get(path)?;
    Some(outcome_of(list, path, evaluate::Evaluation::new(list, facts).target(&provision.path).truth))
}

fn outcome_of(list: &BuiltInList, path: &ProvisionPath, truth: Truth) -> Outcome {
    match (truth, list.criteria.get(path)) {
        (Truth::Met, _) => Outcome::Met,
        (Truth::NotMet, _) => Outcome::NotMet,
        (Truth::Unknown, None) => Outcome::TextOnly,
        (Truth::Unknown, Some(_)) => Outcome::Undetermined,
    }
}

/// What came out for every provision in the tree, each once, in the order it was met first.
fn outcomes(explanation: &Explanation<'_>) -> Vec<(ProvisionPath, Outcome)> {
    let mut found: Vec<(ProvisionPath, Outcome)> = Vec::new();
    explanation.walk(&mut |step| {
        let (path, text_only) = match &step.step {
            Step::Provision { path, .. } => (*path, false),
            Step::TextOnly { path, .. } => (*path, true),
            _ => return,
        };
        let outcome = match step.truth {
            Truth::Met => Outcome::Met,
            Truth::NotMet => Outcome::NotMet,
            Truth::Unknown if text_only => Outcome::TextOnly,
            Truth::Unknown => Outcome::Undetermined,
        };
        if !found.iter().any(|(known, _)| known == path) {
            found.push((path.clone(), outcome));
        }
    });
    found
}

#[cfg(test)]
mod tests;
