//! Answers: from what a person or machine writes to facts.

use serde::{Deserialize, Serialize};

use super::facts::{AttributeFact, Facts, Judgement, Observation, Part, Parts};
use super::questions::QuestionKey;
use crate::built_in::BuiltInList;
use crate::criteria::Terms;
use crate::quantity::{NotAQuantity, read_quantity};
use crate::version::Notation;

/// An answer to one question, as it is written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Answer {
    /// What is answered: a value, several with semicolons between them, a quantity, `yes` or `no`.
    pub value: String,
    /// The method a quantity was measured by.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Why, for a judgement.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whether the parts named are all there are.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
    /// Whether nobody can tell.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub cannot_tell: bool,
}

/// Why an answer was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAnswer {
    /// The question is not one of the list's.
    #[error("no such question: {0}")]
    NoSuchQuestion(String),
    /// The value is none of the question's.
    #[error("{0:?} is not one of the answers")]
    NoSuchValue(String),
    /// The part is not there.
    #[error("no such part: {0}")]
    NoSuchPart(String),
    /// A judgement is `yes` or `no`.
    #[error("write yes or no, not {0:?}")]
    NotYesOrNo(String),
    /// A number that is no CAS number.
    #[error("not a CAS number: {0:?}")]
    NotACasNumber(String),
    /// A quantity that cannot be read.
    #[error(transparent)]
    Quantity(#[from] NotAQuantity),
    /// The unit measures something else than is asked.
    #[error("{unit} does not measure {dimension}")]
    OtherDimension {
        /// The unit given.
        unit: String,
        /// What is asked.
        dimension: String,
    },
}

impl NotAnAnswer {
    /// The stable code; the translation key is `fault-<code>`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSuchQuestion(_) => "answer-no-such-question",
            Self::NoSuchValue(_) => "answer-no-such-value",
            Self::NoSuchPart(_) => "answer-no-such-part",
            Self::NotYesOrNo(_) => "answer-not-yes-or-no",
            Self::NotACasNumber(_) => "cas-form",
            Self::Quantity(wrong) => wrong.code(),
            Self::OtherDimension { .. } => "answer-other-dimension",
        }
    }

    /// The fault of this, with what was written.
    #[must_use]
    pub fn fault(&self) -> domain::fault::Fault {
        let fault = domain::fault::Fault::error(self.code());
        match self {
            Self::NoSuchQuestion(text)
            | Self::NoSuchValue(text)
            | Self::NoSuchPart(text)
            | Self::NotYesOrNo(text)
            | Self::NotACasNumber(text) => fault.with("text", text),
            Self::Quantity(wrong) => fault.with("text", wrong.text()),
            Self::OtherDimension { unit, dimension } => fault.with("text", unit).with("dimension", dimension),
        }
    }
}

impl Facts {
    /// Takes an answer: what was known of the question before is replaced, so that an answer can be corrected.
    /// `part` names the part that is meant by its kind and place. `by` and `at` say who answered, and when.
    ///
    /// # Errors
    /// When the question is not the list's, or the answer does not fit it. Nothing is changed then.
    pub fn take(
        &mut self,
        list: &BuiltInList,
        key: &QuestionKey,
        part: Option<(&str, usize)>,
        answer: &Answer,
        by: &str,
        at: &str,
    ) -> Result<(), NotAnAnswer> {
        let terms = &list.criteria.terms;
        if let Some((kind, index)) = part {
            let missing = || NotAnAnswer::NoSuchPart(format!("{kind} {index}"));
            let found = self.parts.get_mut(kind).and_then(|parts| parts.parts.get_mut(index)).ok_or_else(missing)?;
            return found.facts.take(list, key, None, answer, by, at);
        }
        let name = key.to_string();
        if answer.cannot_tell {
            self.forget(key);
            self.cannot_tell.insert(name);
            return Ok(());
        }
        match key {
            QuestionKey::Is(attribute) => {
                let values = closed_values(terms, attribute, &answer.value)?;
                let fact = AttributeFact { values, source: answer.source.clone() };
                self.attributes.insert(attribute.clone(), fact);
            }
            QuestionKey::Quantity { quantity, scope } => {
                let observation = observation(terms, quantity, scope.as_deref(), answer)?;
                self.forget(key);
                self.quantities.entry(quantity.clone()).or_default().push(observation);
            }
            QuestionKey::Share(cas) => {
                let observation = observation(terms, "share", Some(cas.as_str()), answer)?;
                self.forget(key);
                self.quantities.entry("share".to_owned()).or_default().push(observation);
            }
            QuestionKey::Cas => {
                let numbers = split(&answer.value)
                    .map(|text| text.parse().map_err(|_| NotAnAnswer::NotACasNumber(text.to_owned())));
                self.cas = Some(numbers.collect::<Result<_, _>>()?);
            }
            QuestionKey::Organism => self.organisms = Some(organisms(list, &answer.value)),
            QuestionKey::Judge(_) | QuestionKey::Text(_) => {
                let judged = yes_or_no(&answer.value)?;
                let judgement =
                    Judgement { answer: judged, by: by.to_owned(), at: at.to_owned(), reason: answer.reason.clone() };
                self.judgements.insert(name.clone(), judgement);
            }
            QuestionKey::Parts(kind) => {
                if !terms.parts.contains_key(kind) {
                    return Err(NotAnAnswer::NoSuchQuestion(name));
                }
                self.name_parts(kind, &answer.value, answer.complete);
            }
        }
        self.cannot_tell.remove(&name);
        Ok(())
    }

    /// Takes back what is known of a question.
    pub fn forget(&mut self, key: &QuestionKey) {
        match key {
            QuestionKey::Is(attribute) => {
                self.attributes.remove(attribute);
            }
            QuestionKey::Quantity { quantity, scope } => {
                if let Some(all) = self.quantities.get_mut(quantity) {
                    all.retain(|seen| seen.scope != *scope);
                }
            }
            QuestionKey::Share(cas) => {
                if let Some(all) = self.quantities.get_mut("share") {
                    all.retain(|seen| seen.scope.as_deref() != Some(cas.as_str()));
                }
            }
            QuestionKey::Cas => self.cas = None,
            QuestionKey::Organism => self.organisms = None,
            QuestionKey::Judge(_) | QuestionKey::Text(_) => {
                self.judgements.remove(&key.to_string());
            }
            QuestionKey::Parts(kind) => {
                self.parts.remove(kind);
            }
        }
        self.cannot_tell.remove(&key.to_string());
    }

    /// Names the parts of a kind; what is known of a part that keeps its name stays.
    fn name_parts(&mut self, kind: &str, names: &str, complete: bool) {
        let known = self.parts.remove(kind).unwrap_or_default();
        let part = |name: &str| {
            let before = known.parts.iter().find(|part| part.name == name);
            before.cloned().unwrap_or_else(|| Part { name: name.to_owned(), facts: Facts::default() })
        };
        let parts = split(names).map(part).collect();
        self.parts.insert(kind.to_owned(), Parts { complete, parts });
    }
}

/// The texts between semicolons and line ends.
fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// The values of a closed question: keys of the list, `none` for none of them.
fn closed_values(terms: &Terms, attribute: &str, written: &str) -> Result<Vec<String>, NotAnAnswer> {
    let known = |value: &str| match attribute {
        crate::criteria::PRODUCT_KIND => terms.kinds.contains_key(value),
        other => terms.attributes.get(other).is_some_and(|attribute| attribute.values.contains_key(value)),
    };
    if attribute != crate::criteria::PRODUCT_KIND && !terms.attributes.contains_key(attribute) {
        return Err(NotAnAnswer::NoSuchQuestion(format!("is:{attribute}")));
    }
    let values: Vec<&str> = split(written).collect();
    if values == ["none"] {
        return Ok(Vec::new());
    }
    match values.iter().find(|value| !known(value)) {
        Some(unknown) => Err(NotAnAnswer::NoSuchValue((*unknown).to_owned())),
        None if values.is_empty() => Err(NotAnAnswer::NoSuchValue(String::new())),
        None => Ok(values.into_iter().map(str::to_owned).collect()),
    }
}

/// An observation of a quantity, in a unit that measures it. Without a unit it is in the usual one.
fn observation(
    terms: &Terms,
    quantity: &str,
    scope: Option<&str>,
    answer: &Answer,
) -> Result<Observation, NotAnAnswer> {
    let Some(term) = terms.quantities.get(quantity) else {
        return Err(NotAnAnswer::NoSuchQuestion(format!("q:{quantity}")));
    };
    // Counts have no unit; everything else must say its own.
    let usual = term.dimension.dimension.is_number().then_some(&term.dimension.unit);
    let read = read_quantity(&answer.value, None::<Notation>, usual)?;
    if read.unit.dimension() != term.dimension.dimension {
        let (unit, dimension) = (read.unit.symbol().to_owned(), term.dimension_name.clone());
        return Err(NotAnAnswer::OtherDimension { unit, dimension });
    }
    let method = answer.method.clone().filter(|method| !method.trim().is_empty());
    Ok(Observation { quantity: read, method, scope: scope.map(str::to_owned), source: answer.source.clone() })
}

/// Organisms by the scientific name of the list, where a name or synonym of it was written.
fn organisms(list: &BuiltInList, written: &str) -> Vec<String> {
    let folded = |name: &str| text::fold(name);
    let named = |written: &str| {
        let wanted = folded(written);
        let found = list.organisms.iter().find(|organism| {
            folded(&organism.name) == wanted
                || organism.synonyms.iter().any(|synonym| folded(&synonym.name) == wanted)
                || organism.names_ru.iter().any(|name| folded(name) == wanted)
        });
        found.map_or_else(|| written.to_owned(), |organism| organism.name.clone())
    };
    split(written).map(named).collect()
}

fn yes_or_no(written: &str) -> Result<bool, NotAnAnswer> {
    match text::fold(written.trim()).as_str() {
        "yes" | "да" | "true" => Ok(true),
        "no" | "нет" | "false" => Ok(false),
        _ => Err(NotAnAnswer::NotYesOrNo(written.chars().take(40).collect())),
    }
}
