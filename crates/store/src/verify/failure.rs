//! What does not hold, and where.

use domain::fault::Fault;
use domain::ids::RecordId;
use serde::Serialize;

/// The first thing that does not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// Stable code; the translation key is `fault-<code>`.
    pub code: &'static str,
    /// Where.
    pub place: FailurePlace,
}

/// What a failure is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "of")]
pub enum FailurePlace {
    /// An act of the register.
    Act {
        /// Its place.
        sequence: u64,
    },
    /// A version of a record.
    Revision {
        /// The record, as it is stored.
        record: String,
        /// The version.
        version: i64,
    },
    /// The lookup of a record.
    Record {
        /// The record, as it is stored.
        record: String,
        /// The column that differs, when one does.
        column: &'static str,
    },
    /// What a record is filtered by.
    Facet {
        /// The record, as it is stored.
        record: String,
    },
    /// An attached file.
    File {
        /// The hash it is stored under, as it is stored.
        sha256: String,
    },
    /// The head of the register: its size, its roots or its signed checkpoint.
    Head {
        /// The number of acts found.
        size: u64,
    },
    /// The checkpoint that was kept elsewhere.
    Kept {
        /// The number of acts it was signed over.
        size: u64,
    },
}

impl Failure {
    pub(super) fn act(code: &'static str, sequence: u64) -> Self {
        Self { code, place: FailurePlace::Act { sequence } }
    }

    pub(super) fn revision(code: &'static str, record: RecordId, version: u32) -> Self {
        let place = FailurePlace::Revision { record: record.to_string(), version: i64::from(version) };
        Self { code, place }
    }

    pub(super) fn record(code: &'static str, record: RecordId, column: &'static str) -> Self {
        Self { code, place: FailurePlace::Record { record: record.to_string(), column } }
    }

    pub(super) fn facets(record: RecordId) -> Self {
        Self { code: "verify-facets", place: FailurePlace::Facet { record: record.to_string() } }
    }

    pub(super) fn file(code: &'static str, sha256: &impl ToString) -> Self {
        Self { code, place: FailurePlace::File { sha256: sha256.to_string() } }
    }

    /// The failure as a fault, with the place as values for its message.
    #[must_use]
    pub fn fault(&self) -> Fault {
        let fault = Fault::error(self.code);
        match &self.place {
            FailurePlace::Act { sequence } => fault.with("sequence", sequence.to_string()),
            FailurePlace::Revision { record, version } => {
                fault.with("record", record).with("version", version.to_string())
            }
            FailurePlace::Record { record, column } => fault.with("record", record).with("column", *column),
            FailurePlace::Facet { record } => fault.with("record", record),
            FailurePlace::File { sha256 } => fault.with("sha256", sha256),
            FailurePlace::Head { size } | FailurePlace::Kept { size } => fault.with("size", size.to_string()),
        }
    }

    /// Every code there is, for the test of translations.
    pub const CODES: &'static [&'static str] = &[
        "verify-act-bytes",
        "verify-act-columns",
        "verify-act-leaf",
        "verify-act-missing",
        "verify-checkpoint",
        "verify-checkpoint-differs",
        "verify-facet-unrecorded",
        "verify-facets",
        "verify-file-bytes",
        "verify-file-missing",
        "verify-head-missing",
        "verify-kept-differs",
        "verify-kept-longer",
        "verify-kept-origin",
        "verify-record-lookup",
        "verify-record-missing",
        "verify-record-stale",
        "verify-record-unrecorded",
        "verify-revision-bytes",
        "verify-revision-envelope",
        "verify-revision-hash",
        "verify-revision-missing",
        "verify-revision-order",
        "verify-revision-unreadable",
        "verify-revision-unrecorded",
        "verify-root",
    ];
}

/// Reads a kept checkpoint's size as a place.
pub(super) fn kept(code: &'static str, size: u64) -> Failure {
    Failure { code, place: FailurePlace::Kept { size } }
}

/// The head as a place.
pub(super) fn head(code: &'static str, size: u64) -> Failure {
    Failure { code, place: FailurePlace::Head { size } }
}
