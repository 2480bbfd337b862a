//! Recommendations. They outlive the round that made them and are reported on in later ones; none is ever dropped.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::finding::Finding;
use crate::ids::Id;
use crate::localized::Localized;
use crate::measure::{Measure, check_operative_paragraphs};
use crate::owner::StateCode;
use crate::partial_date::PartialDate;
use crate::round::Round;

/// Whom a recommendation is for. Written as the State's code, `all` or `partners`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Addressee {
    /// One State.
    State(StateCode),
    /// All States of the round.
    All,
    /// Partner organisations.
    Partners,
}

impl fmt::Display for Addressee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::State(code) => code.fmt(f),
            Self::All => f.write_str("all"),
            Self::Partners => f.write_str("partners"),
        }
    }
}
impl FromStr for Addressee {
    type Err = crate::owner::NotAStateCode;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "all" => Ok(Self::All),
            "partners" => Ok(Self::Partners),
            code => code.parse().map(Self::State),
        }
    }
}
impl Serialize for Addressee {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Addressee {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recommendation {
    /// The round that made it.
    pub round: Id<Round>,
    /// Its number within the round.
    pub number: u16,
    /// Whom it is for.
    pub addressees: Vec<Addressee>,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The paragraphs of the resolution it is about.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operative_paragraphs: Vec<String>,
    /// What is recommended.
    pub text: Localized,
    /// The findings it follows from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<Id<Finding>>,
    /// The measures that carry it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Id<Measure>>,
    /// The recommendations of earlier rounds that it continues.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continues: Vec<Id<Recommendation>>,
    /// By when, if the round said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDate>,
}

impl Recommendation {
    /// Whether this State is among the addressees; `of_round` says whether it takes part in the round.
    #[must_use]
    pub fn is_for(&self, state: &StateCode, of_round: bool) -> bool {
        self.addressees.iter().any(|addressee| match addressee {
            Addressee::State(code) => code == state,
            Addressee::All => of_round,
            Addressee::Partners => false,
        })
    }

    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        if self.number == 0 {
            faults.push(Fault::error("number-from-one").at("number"));
        }
        if self.addressees.is_empty() {
            faults.push(Fault::error("recommendation-without-addressee").at("addressees"));
        }
        self.text.check_required("text", faults);
        check_operative_paragraphs(&self.operative_paragraphs, faults);
    }
}
