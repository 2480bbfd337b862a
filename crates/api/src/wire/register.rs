//! The register on the wire.

use app::register::Proof;
use app::{Committed, StoredAct};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use domain::act::Act;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::problem::FaultBody;
use crate::wire::written::{FaceWord, HashText, IdText, InstantText, KindWord, RoleWord, VerbWord, Written};

/// A line of the register: who did what to which record, when and why. It names a record, never what it says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActBody {
    /// Place in the register, from 0, without gaps.
    pub sequence: u64,
    /// When.
    pub instant: InstantText,
    /// Who: the account.
    pub account: IdText,
    /// What the person signed in with.
    pub login: String,
    /// The roles held at that moment.
    pub roles: Vec<RoleWord>,
    /// Through which face.
    pub face: FaceWord,
    /// What was done.
    pub verb: VerbWord,
    /// To which record, if to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<ActRecordBody>,
    /// Why, in the person's words.
    pub reason: String,
}

/// What an act did to a record.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActRecordBody {
    /// The record.
    pub id: IdText,
    /// Its kind.
    pub kind: KindWord,
    /// The version written.
    pub version: u32,
    /// The SHA-256 of the revision written.
    pub revision: HashText,
}

/// An act as it stands in the tree.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct LeafBody {
    /// The act.
    pub act: ActBody,
    /// The hash of its leaf (RFC 6962).
    pub leaf: HashText,
}

/// Acts, newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Acts {
    /// The acts that reach the person.
    pub acts: Vec<LeafBody>,
    /// The sequence to send as `before` for the acts before these; absent when there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<u64>,
}

/// The head of the register.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RegisterHead {
    /// The number of acts.
    pub size: u64,
    /// The root of their tree.
    pub root: HashText,
    /// The signed checkpoint: a signed note (C2SP tlog-checkpoint, Ed25519).
    pub checkpoint: String,
    /// The key to verify it with, in the form of signed-note tools.
    pub verifier: String,
}

/// The proof that an act is in the register.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProofBody {
    /// The act.
    pub act: ActBody,
    /// The exact bytes of the act, in base64: hashed with a leading 0x00 they give the leaf.
    pub bytes: String,
    /// The hash of its leaf.
    pub leaf: HashText,
    /// The path from the leaf to the root (RFC 6962).
    pub path: Vec<HashText>,
    /// The signed checkpoint that the path leads to.
    pub checkpoint: String,
    /// The key to verify it with.
    pub verifier: String,
}

/// Asks for everything to be verified.
#[derive(Debug, Clone, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifyRegister {
    /// A checkpoint of this register that was kept elsewhere: the register must still begin with what it signed.
    #[serde(default)]
    pub checkpoint: Option<String>,
}

/// What was verified.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VerifiedBody {
    /// Whether everything holds.
    pub holds: bool,
    /// Acts that hold.
    pub acts: u64,
    /// Records whose lookup holds.
    pub records: u64,
    /// Revisions that hold.
    pub revisions: u64,
    /// Files that hold.
    pub files: u64,
    /// The number of acts the tree was built over.
    pub size: u64,
    /// The root of that tree.
    pub root: HashText,
    /// The first thing that does not hold; nothing after it was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<FaultBody>,
}

impl From<&Act> for ActBody {
    fn from(act: &Act) -> Self {
        Self {
            sequence: act.sequence,
            instant: act.instant.into(),
            account: act.person.account.into(),
            login: act.person.login.clone(),
            roles: act.person.roles.iter().copied().map(Written::from).collect(),
            face: act.face.into(),
            verb: act.verb.into(),
            record: act.record.as_ref().map(|record| ActRecordBody {
                id: record.id.into(),
                kind: record.kind.into(),
                version: record.version,
                revision: record.revision.into(),
            }),
            reason: act.reason.clone(),
        }
    }
}

impl From<&StoredAct> for LeafBody {
    fn from((act, leaf): &StoredAct) -> Self {
        Self { act: act.into(), leaf: (*leaf).into() }
    }
}

impl Acts {
    /// The acts as a verb of `app` gives them.
    pub(crate) fn of(acts: &[StoredAct]) -> Self {
        let before = acts.last().map(|(act, _)| act.sequence).filter(|sequence| *sequence > 0);
        Self { acts: acts.iter().map(LeafBody::from).collect(), before }
    }
}

impl RegisterHead {
    /// The head as a verb of `app` gives it.
    pub(crate) fn of(head: Committed, verifier: String) -> Self {
        Self { size: head.size, root: head.root.into(), checkpoint: head.checkpoint, verifier }
    }
}

impl ProofBody {
    /// The proof as a verb of `app` gives it.
    pub(crate) fn of(proof: &Proof, verifier: String) -> Self {
        let (act, leaf) = &proof.act;
        Self {
            act: act.into(),
            bytes: STANDARD.encode(act.to_bytes()),
            leaf: (*leaf).into(),
            path: proof.path.iter().copied().map(Written::from).collect(),
            checkpoint: proof.checkpoint.clone(),
            verifier,
        }
    }
}
