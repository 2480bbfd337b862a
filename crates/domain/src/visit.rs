//! Visits. What was seen is kept apart from what a report may say: the account has a handling of its own and never
//! feeds a report.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::round::Round;

/// A visit made during a round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The round.
    pub round: Id<Round>,
    /// Its number within the round.
    pub number: u16,
    /// The day, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// What was visited.
    pub title: Localized,
    /// The body that received the delegations.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub host: Localized,
    /// What a report may say of it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub summary: Localized,
}

/// The account of a visit: what was seen. A record of its own so that its marking is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitAccount {
    /// The visit.
    pub visit: Id<Visit>,
    /// What was seen.
    pub text: Localized,
}

impl Visit {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        if self.number == 0 {
            faults.push(Fault::error("number-from-one").at("number"));
        }
        self.title.check_required("title", faults);
        self.host.check("host", faults);
        self.summary.check("summary", faults);
    }
}

impl VisitAccount {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.text.check_required("text", faults);
    }
}
