//! Facts: what is known of a good, from whom or what.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::cas::CasNumber;
use crate::quantity::Quantity;

/// The answer to a closed question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttributeFact {
    /// The values that hold; none of the values on offer when it is empty.
    pub values: Vec<String>,
    /// Where it comes from: plate, data sheet, a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// An observed quantity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// What was observed.
    pub quantity: Quantity,
    /// The method it was measured by, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// What it was measured on, where that matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

/// A person's judgement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// Yes or no.
    pub answer: bool,
    /// Who judged.
    pub by: String,
    /// When, as an instant in ISO 8601.
    pub at: String,
    /// Why.
    #[serde(default)]
    pub reason: String,
}

/// The parts of a kind that a good has.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    /// Whether these are all there are.
    pub complete: bool,
    /// The parts.
    pub parts: Vec<Part>,
}

/// One part of a good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// What it is called.
    pub name: String,
    /// What is known of it.
    #[serde(default)]
    pub facts: Facts,
}

/// What is known of a good. What is not in it is unknown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Closed questions by their key; `product_kind` among them.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, AttributeFact>,
    /// Observations by the key of their quantity.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub quantities: BTreeMap<String, Vec<Observation>>,
    /// The chemicals it is or holds, all of them; none while nobody has said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cas: Option<Vec<CasNumber>>,
    /// The organisms and toxins it is or holds, all of them; none while nobody has said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisms: Option<Vec<String>>,
    /// Judgements by the key of their question.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub judgements: BTreeMap<String, Judgement>,
    /// Parts by their kind.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub parts: BTreeMap<String, Parts>,
    /// Keys of questions that nobody could answer.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub cannot_tell: BTreeSet<String>,
}
