//! The head of the register, and a checkpoint that was kept elsewhere, against the tree over the acts.

use domain::checkpoint::{Checkpoint, Verifier};
use domain::hash::Hash;
use domain::register::Frontier;
use sqlx::AnyConnection;

use super::failure::{self, Failure};
use crate::error::StoreError;
use crate::register::Head;

/// The tree as it grows, and what it must once have been.
pub(super) struct Tree<'a> {
    pub(super) frontier: Frontier,
    pub(super) kept: Option<&'a Checkpoint>,
}

impl Tree<'_> {
    /// Appends a leaf. Fails when the tree had another root at the size of the kept checkpoint.
    pub(super) fn append(&mut self, leaf: Hash) -> Option<Failure> {
        if let Some(failure) = self.kept_differs() {
            return Some(failure);
        }
        self.frontier.append(leaf);
        None
    }

    fn kept_differs(&self) -> Option<Failure> {
        let kept = self.kept.filter(|kept| kept.size == self.frontier.size())?;
        (kept.root != self.frontier.root()).then(|| failure::kept("verify-kept-differs", kept.size))
    }

    /// At the end: the register may have grown since the checkpoint was kept, never shrunk.
    pub(super) fn check_kept(&self) -> Option<Failure> {
        let kept = self.kept?;
        if kept.size > self.frontier.size() {
            return Some(failure::kept("verify-kept-longer", kept.size));
        }
        self.kept_differs()
    }
}

/// A checkpoint of another register proves nothing about this one.
pub(super) fn check_origin(kept: &Checkpoint, verifier: &Verifier) -> Option<Failure> {
    (kept.origin != verifier.name()).then(|| failure::kept("verify-kept-origin", kept.size))
}

/// The stored head must be that of the tree, and signed.
pub(super) async fn check(
    connection: &mut AnyConnection,
    frontier: &Frontier,
    verifier: &Verifier,
) -> Result<Option<Failure>, StoreError> {
    let size = frontier.size();
    let head = match Head::read(connection).await {
        Ok(head) => head,
        Err(StoreError::Damaged { .. }) => return Ok(Some(failure::head("verify-head-missing", size))),
        Err(other) => return Err(other),
    };
    if head.frontier != *frontier {
        return Ok(Some(failure::head("verify-root", size)));
    }
    // Before its first act a register has nothing to sign.
    if size == 0 && head.checkpoint.is_empty() {
        return Ok(None);
    }
    let Ok(checkpoint) = verifier.open(&head.checkpoint) else {
        return Ok(Some(failure::head("verify-checkpoint", size)));
    };
    let expected = Checkpoint { origin: verifier.name().to_owned(), size, root: frontier.root() };
    Ok((checkpoint != expected).then(|| failure::head("verify-checkpoint-differs", size)))
}
