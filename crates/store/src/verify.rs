//! Verifying: everything that can be derived is derived again, offline, and compared with what is stored.
//!
//! The acts are the leaves of a signed tree; each act fixes the hash of a revision; each latest revision fixes the
//! lookup of its record; revisions fix the files they refer to. So whoever holds a checkpoint from elsewhere needs to
//! trust nothing in the database.

mod act_row;
mod failure;
mod files;
mod head;
mod joined;
mod lookup_row;
mod scan;
mod unrecorded;

use domain::checkpoint::{Checkpoint, Verifier};
use domain::hash::Hash;
use domain::register::Frontier;
use serde::Serialize;

use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::progress::Progress;

pub use failure::{Failure, FailurePlace};

/// What was verified. Everything holds when there is no failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verified {
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
    pub root: Hash,
    /// The first thing that does not hold; nothing after it was looked at.
    pub failure: Option<Failure>,
}

/// Derives everything again and compares. `kept` is a checkpoint of this register that somebody kept elsewhere: the
/// register must still begin with what it signed.
///
/// Memory does not grow with the node; the largest file is held once.
///
/// # Errors
/// Only when the database cannot be read at all. What does not hold is [`Verified::failure`].
pub async fn verify(
    store: &Store,
    verifier: &Verifier,
    kept: Option<&Checkpoint>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Verified, StoreError> {
    let mut snapshot = store.snapshot().await?;
    store.remember_more(&mut snapshot, true).await?;
    let frontier = Frontier::default();
    let mut verified = Verified {
        acts: 0,
        records: 0,
        revisions: 0,
        files: 0,
        size: 0,
        root: frontier.root(),
        failure: kept.and_then(|kept| head::check_origin(kept, verifier)),
    };
    if verified.failure.is_none() {
        let mut tree = head::Tree { frontier, kept };
        verified.failure = scan::acts(&mut snapshot, &mut tree, &mut verified, progress).await?;
        (verified.size, verified.root) = (tree.frontier.size(), tree.frontier.root());
        if verified.failure.is_none() {
            verified.failure = tree.check_kept();
        }
        if verified.failure.is_none() {
            verified.failure = head::check(&mut snapshot, &tree.frontier, verifier).await?;
        }
    }
    if verified.failure.is_none() {
        verified.failure = unrecorded::check(&mut snapshot, &verified).await?;
    }
    if verified.failure.is_none() {
        verified.failure = files::check(&mut snapshot, &mut verified, progress).await?;
    }
    store.remember_more(&mut snapshot, false).await?;
    snapshot.commit().await.map_err(refused("end reading"))?;
    Ok(verified)
}
