//! Releases and markings on the wire.

use domain::release::Release;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::{Body, MarkingBody};
use crate::wire::written::{HashText, IdText};

/// A release of one revision: what, to whom and what for. Who and when are in its act.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReleaseBody {
    /// The record released.
    pub record: IdText,
    /// Exactly which version of it.
    pub version: u32,
    /// The SHA-256 of that revision.
    pub revision: HashText,
    /// To whom.
    pub recipient: String,
    /// What for.
    pub purpose: String,
}

/// Lets a revision leave the node.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseRevision {
    /// Exactly which version. It must be one that somebody else wrote.
    pub version: u32,
    /// To whom.
    pub recipient: String,
    /// What for.
    pub purpose: String,
}

/// Marks a record anew.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRecord {
    /// The new marking.
    pub marking: MarkingBody,
    /// Why: required, for the register.
    pub reason: String,
}

impl Body for ReleaseBody {
    type Noun = Release;
}

impl From<&Release> for ReleaseBody {
    fn from(release: &Release) -> Self {
        Self {
            record: release.record.into(),
            version: release.version,
            revision: release.revision.into(),
            recipient: release.recipient.clone(),
            purpose: release.purpose.clone(),
        }
    }
}
