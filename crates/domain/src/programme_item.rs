//! Programme items: what happens when, on which day of a round.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::round::Round;

/// An item of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeItem {
    /// The round.
    pub round: Id<Round>,
    /// The day.
    pub date: Date,
    /// From when.
    pub start: Time,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Time>,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What it is called.
    pub title: Localized,
    /// Who speaks.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub speakers: Localized,
}

impl ProgrammeItem {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.title.check_required("title", faults);
        self.speakers.check("speakers", faults);
        if self.end.is_some_and(|end| end <= self.start) {
            faults.push(Fault::error("ends-before-it-starts").at("end"));
        }
    }
}
