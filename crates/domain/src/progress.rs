//! Progress: dated entries about a measure or a recommendation. Entries are added, never rewritten.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::fault::Fault;
use crate::ids::{Id, RecordId};
use crate::localized::Localized;
use crate::owner::StateCode;

crate::words! {
    /// How far something has come. A fact reported by its owner, not a grade.
    ProgressStatus {
        /// Nothing has begun.
        NotStarted = "not-started",
        /// It goes on.
        UnderWay = "under-way",
        /// It is done.
        Done = "done",
        /// It goes on later than planned.
        Delayed = "delayed",
    }
}

/// One entry of progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    /// The measure or recommendation it is about.
    pub about: RecordId,
    /// The State that reports.
    pub state: StateCode,
    /// The day it speaks of.
    pub date: Date,
    /// How far it has come.
    pub status: ProgressStatus,
    /// What was done.
    pub text: Localized,
    /// What shows it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<Id<Document>>,
}

impl Progress {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.text.check_required("text", faults);
    }
}
