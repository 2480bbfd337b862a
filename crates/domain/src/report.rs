//! Reports built from the record of a round.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::hash::Hash;
use crate::ids::{Id, RecordId};
use crate::language::Language;
use crate::round::Round;

crate::words! {
    /// For whom a report is made. It contains only what this audience may read.
    ReportScope {
        /// For the participants of the round.
        Participants = "participants",
        /// For the Committee.
        Committee = "committee",
        /// The public record.
        Public = "public",
    }
}

/// A report as it was built. Its files are blobs; the same record gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The round.
    pub round: Id<Round>,
    /// For whom.
    pub scope: ReportScope,
    /// Its languages; the first leads.
    pub languages: Vec<Language>,
    /// The files.
    pub files: Vec<ReportFile>,
    /// The exact revisions it was built from.
    pub basis: Vec<ReportBasis>,
}

/// A file of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportFile {
    /// Its name: `karsk-2026-participants.pdf`.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: Hash,
}

/// One revision a report rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ReportBasis {
    /// The record.
    pub record: RecordId,
    /// Its version.
    pub version: u32,
    /// The SHA-256 of the revision.
    pub revision: Hash,
}

impl Report {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        if self.languages.is_empty() {
            faults.push(Fault::error("field-missing").at("languages"));
        }
        if self.files.is_empty() {
            faults.push(Fault::error("field-missing").at("files"));
        }
    }
}
