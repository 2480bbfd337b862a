//! Voluntary national implementation action plans: the head. The lines are [`crate::measure::Measure`]s.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::partial_date::PartialDate;

/// An action plan of a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Whose plan it is.
    pub state: StateCode,
    /// Its title.
    pub title: Localized,
    /// The act that adopted it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub instrument: Localized,
    /// When it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDate>,
    /// Where it begins.
    pub start: PartialDate,
    /// Where it ends.
    pub end: PartialDate,
}

impl Plan {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.title.check_required("title", faults);
        self.instrument.check("instrument", faults);
        if self.end.last_day() < self.start.first_day() {
            faults.push(Fault::error("ends-before-it-starts").at("end"));
        }
    }
}
