//! Acts: the lines of the node's register. An act says who did what to which record, when and why. Its exact bytes are
//! a leaf of the Merkle tree.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::body::Kind;
use crate::hash::Hash;
use crate::ids::RecordId;
use crate::role::Role;

crate::words! {
    /// What was done. The word is part of the register and of translation keys (`act-<verb>`).
    Verb {
        /// The node was made.
        InitialiseNode = "node-initialise",
        /// A backup was made.
        BackUp = "node-back-up",
        /// The node was restored from a backup.
        Restore = "node-restore",
        /// An account was made or changed.
        SaveAccount = "account-save",
        /// A password was set.
        SetPassword = "account-set-password",
        /// A State was entered or changed.
        SaveState = "state-save",
        /// A template was added.
        AddTemplate = "template-add",
        /// The head of a matrix was made or changed.
        SaveMatrix = "matrix-save",
        /// A matrix went a step.
        AdvanceMatrix = "matrix-advance",
        /// A cell was answered.
        SaveAnswer = "answer-save",
        /// The head of a plan was made or changed.
        SavePlan = "plan-save",
        /// A measure was made or changed.
        SaveMeasure = "measure-save",
        /// Progress was reported.
        AddProgress = "progress-add",
        /// A round was made or changed.
        SaveRound = "round-save",
        /// A programme item was made or changed.
        SaveProgrammeItem = "programme-item-save",
        /// A participant was entered or changed.
        SaveParticipant = "participant-save",
        /// A visit was entered or changed.
        SaveVisit = "visit-save",
        /// The account of a visit was written or changed.
        SaveVisitAccount = "visit-account-save",
        /// A finding was noted or changed.
        SaveFinding = "finding-save",
        /// A recommendation was made or changed.
        SaveRecommendation = "recommendation-save",
        /// A State responded to a recommendation.
        Respond = "recommendation-respond",
        /// A document was attached.
        AttachDocument = "document-attach",
        /// A report was built.
        BuildReport = "report-build",
        /// An edition of a control list was imported.
        ImportList = "list-import",
        /// A determination was begun, or facts were given.
        SaveDetermination = "determination-save",
        /// A determination was concluded.
        ConcludeDetermination = "determination-conclude",
        /// A concluded determination was taken up again.
        ReopenDetermination = "determination-reopen",
        /// A marking was changed.
        Mark = "record-mark",
        /// A revision was released.
        Release = "record-release",
        /// A sample was entered or changed.
        SaveSample = "sample-save",
        /// An event of custody was recorded.
        RecordCustody = "custody-record",
        /// A side acknowledged an event of custody.
        AcknowledgeCustody = "custody-acknowledge",
        /// A step that consumes a sample was approved.
        ApproveLoss = "custody-approve-loss",
        /// A measurement was kept with the file of the instrument.
        Measure = "laboratory-measure",
        /// A result was recorded or amended.
        Conclude = "laboratory-conclude",
        /// A second person verified or rejected a result.
        VerifyResult = "laboratory-verify",
        /// A version of a list of parties was imported.
        ImportPartyList = "party-list-import",
        /// A party was screened and kept, or described anew.
        SaveScreening = "party-screening-save",
        /// A kept screening was looked at again because a list changed.
        RenewScreening = "party-screening-renew",
        /// A hit was cleared or confirmed.
        DecideHit = "party-hit-decide",
    }
}

crate::words! {
    /// Through which face an act came.
    Face {
        /// The pages.
        Web = "web",
        /// The interface for machines.
        Api = "api",
        /// The command line, by someone who holds the node's folder.
        CommandLine = "command-line",
    }
}

/// Who acts: fixed at the time of the act, so that later changes of the account do not change the past.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActPerson {
    /// The account.
    pub account: RecordId,
    /// What the person signs in with.
    pub login: String,
    /// The roles held at that moment.
    pub roles: Vec<Role>,
}

/// What an act did to a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActRecord {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: Kind,
    /// The version written.
    pub version: u32,
    /// The SHA-256 of the revision written.
    pub revision: Hash,
}

/// A line of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Act {
    /// Place in the register, from 0, without gaps: the index of the leaf.
    pub sequence: u64,
    /// When, in UTC.
    pub instant: Timestamp,
    /// Who.
    pub person: ActPerson,
    /// Through which face.
    pub face: Face,
    /// What.
    pub verb: Verb,
    /// To which record, if to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<ActRecord>,
    /// Why, in the person's words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Act {
    /// The exact bytes of the leaf.
    ///
    /// # Panics
    /// Never: every field serialises to JSON.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        #[expect(clippy::expect_used, reason = "serialising own types with text keys to memory cannot fail")]
        serde_json::to_vec(self).expect("an act serialises")
    }

    /// Reads the stored bytes of a leaf.
    ///
    /// # Errors
    /// When the bytes are not the JSON of an act.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(bytes)
    }
}
