//! States.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_text};
use crate::localized::Localized;
use crate::owner::StateCode;

/// A State with its names. Names are data: which form a State uses in its own report is its decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct State {
    /// Its code, unique in a node.
    pub code: StateCode,
    /// Official short name: "Kyrgyzstan".
    pub short: Localized,
    /// Formal name: "Kyrgyz Republic".
    pub formal: Localized,
    /// Whether it exists only for teaching. Pages, files and printouts about it carry a band that says so.
    pub fictitious: bool,
    /// Where the names come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl State {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.short.check_required("short", faults);
        self.formal.check("formal", faults);
        check_text("source", &self.source, faults);
    }
}
