//! Findings: what a round noted, each with its basis.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::cell::RowKey;
use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::round::Round;

crate::words! {
    /// What a finding says.
    FindingKind {
        /// How things stand in one State.
        Situation = "situation",
        /// What States have in common.
        CommonPoint = "common-point",
        /// Where States differ.
        Difference = "difference",
        /// What is not there yet.
        Gap = "gap",
        /// A practice that works and that others may use.
        EffectivePractice = "effective-practice",
        /// Anything else that was noted.
        Observation = "observation",
    }
}

/// What a finding rests on. Written `XO:IV.6`, `XO:measure 4` or `visit 1`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// A row of a State's matrix.
    Row(StateCode, RowKey),
    /// A measure of a State's plan, by its number.
    Measure(StateCode, String),
    /// A visit of the round, by its number.
    Visit(u16),
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Row(state, row) => write!(f, "{state}:{row}"),
            Self::Measure(state, number) => write!(f, "{state}:measure {number}"),
            Self::Visit(number) => write!(f, "visit {number}"),
        }
    }
}

/// Text that names no basis.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a basis: {0:?}; write XO:IV.6, XO:measure 4 or visit 1")]
pub struct NotABasis(pub String);

impl FromStr for Basis {
    type Err = NotABasis;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotABasis(text.to_owned());
        if let Some(number) = text.strip_prefix("visit ") {
            return number.parse().map(Self::Visit).map_err(|_| wrong());
        }
        let (state, rest) = text.split_once(':').ok_or_else(wrong)?;
        let state = state.parse().map_err(|_| wrong())?;
        match rest.strip_prefix("measure ") {
            Some(number) if !number.trim().is_empty() => Ok(Self::Measure(state, number.trim().to_owned())),
            Some(_) => Err(wrong()),
            None => rest.parse().map(|row| Self::Row(state, row)).map_err(|_| wrong()),
        }
    }
}
impl Serialize for Basis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Basis {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The round.
    pub round: Id<Round>,
    /// Its number within the round.
    pub number: u16,
    /// What it says.
    pub kind: FindingKind,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The States it concerns; none means all States of the round.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub states: BTreeSet<StateCode>,
    /// A short title.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub title: Localized,
    /// What was noted.
    pub text: Localized,
    /// What it rests on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub basis: Vec<Basis>,
}

impl Finding {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        if self.number == 0 {
            faults.push(Fault::error("number-from-one").at("number"));
        }
        self.title.check("title", faults);
        self.text.check_required("text", faults);
    }
}
