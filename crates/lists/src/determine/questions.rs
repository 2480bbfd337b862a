//! Open questions, and which of them settles most.

mod key;
mod preview;
mod tree;

use domain::localized::Localized;
use serde::Serialize;

pub use key::QuestionKey;
pub(super) use key::judge_key;
pub use preview::{Preview, PreviewAnswer};

use super::explanation::{Explanation, Step, Truth, Why};
use crate::built_in::BuiltInList;
use crate::criteria::FoundOn;
use crate::path::ProvisionPath;
use tree::Tree;

/// A question that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its key, under which an answer is given.
    pub key: QuestionKey,
    /// The part it is asked about: kind, place from 0, name; none for the good as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub part: Option<(String, usize, String)>,
    /// Its words, where the list has them; chemicals, organisms and texts to read are asked for in the words of the page.
    pub words: Localized,
    /// Where the answer is usually found.
    pub found_on: FoundOn,
    /// The provisions whose clause asks it, in the order they were met.
    pub clauses: Vec<ProvisionPath>,
    /// The method the list names, for a quantity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Why it is open.
    pub why: Why,
    /// What each possible answer would settle.
    pub previews: Vec<Preview>,
}

impl BuiltInList {
    /// The words of a legal judgement by its key; none when no criterion asks it any more.
    #[must_use]
    pub fn judgement(&self, key: &str) -> Option<&Localized> {
        let path: ProvisionPath = key.strip_prefix("judge:")?.rsplit_once(':')?.0.parse().ok()?;
        // A clause is asked under the provision that it stands in, so only its own criterion can hold the words.
        let mut found = None;
        for condition in self.criteria.get(&path)?.conditions() {
            condition.walk(&mut |condition| {
                if let crate::criteria::Condition::Judge(words) = condition
                    && judge_key(&path, words) == key
                {
                    found = Some(words);
                }
            });
        }
        found
    }
}

/// Most questions whose answers are tried out; the others follow in the order they were met.
const MOST_TRIED: usize = 500;

/// The open questions of this explanation, the one that settles most first.
pub(super) fn open(list: &BuiltInList, target: &ProvisionPath, explanation: &Explanation<'_>) -> Vec<Question> {
    let mut gathered = Gathered { list, found: Vec::new(), part: None };
    gathered.take(explanation, target);
    let tree = Tree::new(explanation, &list.criteria.terms);
    let before = tree.settled(&tree.truths());
    let mut ranked: Vec<(Weight, Question)> = Vec::new();
    for (order, mut question) in gathered.found.into_iter().enumerate() {
        let mut mean = 0;
        if order < MOST_TRIED {
            (question.previews, mean) = preview::previews(&tree, &question, &before);
        }
        ranked.push((Weight::of(&question, mean, order), question));
    }
    ranked.sort_by(|(one, _), (other, _)| one.cmp(other));
    ranked.into_iter().map(|(_, question)| question).collect()
}

/// The order of questions, least first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    /// Whether somebody was asked already and could not tell.
    asked: bool,
    /// What an answer settles for what it costs to find out, taken from the greatest number.
    unsettled: u64,
    found_on: FoundOn,
    order: usize,
}

impl Weight {
    /// `mean` is what an answer settles on average, in hundredths of a provision.
    fn of(question: &Question, mean: u64, order: usize) -> Self {
        let worth = mean * 6 / cost(question.found_on);
        Self { asked: question.why == Why::CannotTell, unsettled: u64::MAX - worth, found_on: question.found_on, order }
    }
}

/// What it costs to find an answer. What is printed somewhere is read; a measurement has to be made; a judgement needs a
/// person, reasons and a name, and comes before a fact only when it settles three times as much.
const fn cost(found_on: FoundOn) -> u64 {
    match found_on {
        FoundOn::Plate | FoundOn::DataSheet | FoundOn::Documents => 2,
        FoundOn::Measurement => 3,
        FoundOn::Person => 6,
    }
}

struct Gathered<'l> {
    list: &'l BuiltInList,
    found: Vec<Question>,
    part: Option<(String, usize, String)>,
}

impl Gathered<'_> {
    /// Goes down through what is unknown; what is settled asks nothing.
    fn take(&mut self, explanation: &Explanation<'_>, clause: &ProvisionPath) {
        if explanation.truth != Truth::Unknown {
            return;
        }
        let mut clause = clause;
        let terms = &self.list.criteria.terms;
        match &explanation.step {
            Step::Provision { path, .. } => clause = path,
            Step::TextOnly { path, .. } => {
                let words = self.list.version.get(path).map(|provision| provision.text.clone()).unwrap_or_default();
                self.ask(QuestionKey::Text((*path).clone()), words, FoundOn::Person, path, None, Why::NoAnswer);
            }
            Step::Is { attribute, why, .. } => {
                let term = terms.attributes.get(*attribute);
                let words = term.map(|term| term.question.clone()).unwrap_or_default();
                let found_on = term.map_or(FoundOn::Plate, |term| term.found_on);
                let key = QuestionKey::Is((*attribute).to_owned());
                self.ask(key, words, found_on, clause, None, why.unwrap_or(Why::NoAnswer));
            }
            Step::Quantity { quantity, scope, method, why, .. } => {
                let term = terms.quantities.get(*quantity);
                let words = term.map(|term| term.question.clone()).unwrap_or_default();
                let found_on = term.map_or(FoundOn::DataSheet, |term| term.found_on);
                let key = QuestionKey::Quantity { quantity: (*quantity).to_owned(), scope: scope.map(str::to_owned) };
                self.ask(key, words, found_on, clause, *method, why.unwrap_or(Why::NoAnswer));
            }
            Step::Share { cas, why, .. } => {
                let words = terms.quantities.get("share").map(|term| term.question.clone()).unwrap_or_default();
                let key = QuestionKey::Share((*cas).clone());
                self.ask(key, words, FoundOn::DataSheet, clause, None, why.unwrap_or(Why::NoAnswer));
            }
            Step::Cas { .. } => {
                self.ask(QuestionKey::Cas, Localized::default(), FoundOn::DataSheet, clause, None, Why::NoAnswer);
            }
            Step::Organism { .. } => {
                let key = QuestionKey::Organism;
                self.ask(key, Localized::default(), FoundOn::Documents, clause, None, Why::NoAnswer);
            }
            Step::Judge { key, question, .. } => {
                let key = QuestionKey::Judge(key.clone());
                self.ask(key, (*question).clone(), FoundOn::Person, clause, None, Why::NoAnswer);
            }
            Step::Each { part, complete }
                if !complete || explanation.parts.iter().all(|part| part.truth != Truth::Unknown) =>
            {
                let words = terms.parts.get(*part).map(|term| term.question.clone()).unwrap_or_default();
                let key = QuestionKey::Parts((*part).to_owned());
                self.ask(key, words, FoundOn::DataSheet, clause, None, Why::PartsMissing);
            }
            _ => {}
        }
        let before = self.part.clone();
        let kind = match &explanation.step {
            Step::Each { part, .. } => Some((*part).to_owned()),
            _ => None,
        };
        for below in &explanation.parts {
            if let (Some(kind), Step::Part { name, index, .. }) = (&kind, &below.step) {
                self.part = Some((kind.clone(), *index, (*name).to_owned()));
            }
            self.take(below, clause);
            self.part.clone_from(&before);
        }
    }

    fn ask(
        &mut self,
        key: QuestionKey,
        words: Localized,
        found_on: FoundOn,
        clause: &ProvisionPath,
        method: Option<&str>,
        why: Why,
    ) {
        // Judgements, shares and the whole content are asked of the good as such, never of a part.
        let of_part = matches!(key, QuestionKey::Is(_) | QuestionKey::Quantity { .. });
        let part = if of_part { self.part.clone() } else { None };
        match self.found.iter_mut().find(|question| question.key == key && question.part == part) {
            Some(known) => {
                if !known.clauses.contains(clause) {
                    known.clauses.push(clause.clone());
                }
            }
            None => self.found.push(Question {
                key,
                part,
                words,
                found_on,
                clauses: vec![clause.clone()],
                method: method.map(str::to_owned),
                why,
                previews: Vec::new(),
            }),
        }
    }
}
