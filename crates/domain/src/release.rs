//! Releases: the act by which a releasing officer, who is not the author, lets one revision leave the node.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required};
use crate::hash::Hash;
use crate::ids::RecordId;

/// A release of one revision. It says what, to whom and what for; who and when are in its act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The record released.
    pub record: RecordId,
    /// Exactly which version of it.
    pub version: u32,
    /// The SHA-256 of that revision.
    pub revision: Hash,
    /// To whom.
    pub recipient: String,
    /// What for.
    pub purpose: String,
}

impl Release {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("recipient", &self.recipient, faults);
        check_required("purpose", &self.purpose, faults);
    }
}
