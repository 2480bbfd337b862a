//! What is written: a batch of changes, each with its act. A batch is one transaction: all of it or nothing.

use domain::act::{ActPerson, Face, Verb};
use domain::hash::Hash;
use domain::revision::Revision;
use jiff::Timestamp;

/// Everything about an act except its place in the register and what it did to a record, which the store fills in.
#[derive(Debug, Clone)]
pub struct ActDraft {
    /// Who.
    pub person: ActPerson,
    /// Through which face.
    pub face: Face,
    /// What.
    pub verb: Verb,
    /// Why, in the person's words.
    pub reason: String,
}

/// One change: a revision to be written, or an act that concerns no record.
#[derive(Debug, Clone)]
pub struct Change {
    /// The act that records it.
    pub act: ActDraft,
    /// The revision. Its version must be one more than the stored one (1 for a new record), else the whole batch is a
    /// [`crate::StoreError::Conflict`].
    pub revision: Option<Revision>,
}

/// A file to be kept. Keeping the same bytes twice keeps them once.
#[derive(Debug, Clone)]
pub struct BlobDraft {
    /// The bytes. Their SHA-256 is their name.
    pub bytes: Vec<u8>,
}

/// Changes and files that are written together.
#[derive(Debug, Clone)]
pub struct Batch {
    /// The instant of every act in it.
    pub instant: Timestamp,
    /// The changes, in order.
    pub changes: Vec<Change>,
    /// The files that the changes refer to.
    pub blobs: Vec<BlobDraft>,
}

/// What a batch became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// Number of acts in the register afterwards.
    pub size: u64,
    /// The root of their tree.
    pub root: Hash,
    /// The signed checkpoint.
    pub checkpoint: String,
}
