//! Revisions: the immutable versions of a record. The exact bytes are what is hashed and verified; they are made once,
//! here, and never again.

use serde::{Deserialize, Serialize};

use crate::body::Body;
use crate::hash::Hash;
use crate::ids::RecordId;
use crate::marking::{Audience, Marking};
use crate::owner::Owner;

/// The format of the bytes. Old formats open forever: a new one gets a new number and the reader keeps both.
pub const FORMAT: u32 = 1;

/// One version of a record: whose it is, how it is marked, what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The format of the bytes.
    pub format: u32,
    /// The record.
    pub record: RecordId,
    /// Its version, from 1. The next one always builds on the one before.
    pub version: u32,
    /// Whose record it is.
    pub owner: Owner,
    /// How it is marked.
    pub marking: Marking,
    /// What it says.
    pub body: Body,
}

/// Bytes that are no revision.
#[derive(Debug, thiserror::Error)]
pub enum NotARevision {
    /// Not the JSON of a revision.
    #[error("the bytes are not a revision")]
    Malformed(#[source] serde_json::Error),
    /// From a newer program.
    #[error("revision format {0} is newer than this program")]
    NewerFormat(u32),
}

impl Revision {
    /// The first version of a record.
    #[must_use]
    pub fn first(record: RecordId, owner: Owner, marking: Marking, body: impl Into<Body>) -> Self {
        Self { format: FORMAT, record, version: 1, owner, marking, body: body.into() }
    }

    /// The version after this one, with another body.
    #[must_use]
    pub fn next(&self, body: impl Into<Body>) -> Self {
        Self { version: self.version + 1, body: body.into(), ..self.clone() }
    }

    /// Who may read it.
    #[must_use]
    pub fn audience(&self) -> Audience {
        Audience { owner: self.owner.clone(), marking: self.marking.clone() }
    }

    /// The exact bytes to store, and their hash.
    ///
    /// # Panics
    /// Never: every type of a body serialises to JSON; maps have text keys.
    #[must_use]
    pub fn to_bytes(&self) -> (Vec<u8>, Hash) {
        #[expect(clippy::expect_used, reason = "serialising own types with text keys to memory cannot fail")]
        let bytes = serde_json::to_vec(self).expect("a revision serialises");
        let hash = Hash::of(&bytes);
        (bytes, hash)
    }

    /// Reads stored bytes.
    ///
    /// # Errors
    /// When the bytes are not the JSON of a revision, or of a format this program does not know.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotARevision> {
        let revision: Self = serde_json::from_slice(bytes).map_err(NotARevision::Malformed)?;
        if revision.format > FORMAT { Err(NotARevision::NewerFormat(revision.format)) } else { Ok(revision) }
    }
}
