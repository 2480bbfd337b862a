//! Responses: what a State says to a recommendation. Revisable, with its history; noted is kept and followed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::recommendation::Recommendation;

crate::words! {
    /// The position of a State on a recommendation.
    Position {
        /// Supported.
        Supported = "supported",
        /// Supported in part, with reasons.
        SupportedInPart = "supported-in-part",
        /// Noted, with reasons.
        Noted = "noted",
    }
}

/// The response of one State to one recommendation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The recommendation.
    pub recommendation: Id<Recommendation>,
    /// The State that responds.
    pub state: StateCode,
    /// Its position.
    pub position: Position,
    /// Why; required unless it is supported.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub reasons: Localized,
    /// The day of the response.
    pub date: Date,
}

impl Response {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.reasons.check("reasons", faults);
        if self.position != Position::Supported && self.reasons.is_empty() {
            faults.push(Fault::error("response-without-reasons").at("reasons"));
        }
    }
}
