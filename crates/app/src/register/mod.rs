//! The register: its acts, its checkpoint, proofs, and verifying all of it.

use domain::checkpoint::Checkpoint;
use domain::hash::Hash;
use store::verify::Verified;
use store::{ActQuery, Committed, Progress, StoredAct};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

pub mod backup;
mod export;

pub use export::export;

/// Acts, newest first. Whoever reads the register as auditor or administrator sees every act; others see the acts on
/// records that reach them. An act names a record, never what it says.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn acts(node: &Node, actor: &Actor, query: ActQuery) -> Result<Vec<StoredAct>, Refusal> {
    let permit = actor.permit(Permission::SeeRegister)?;
    let all = actor.is(domain::role::Role::Auditor) || actor.is(domain::role::Role::Administrator);
    let audiences = if all { None } else { Some(permit.audiences(&node.store).await?) };
    Ok(node.store.acts(&ActQuery { audiences, ..query }).await?)
}

/// The signed checkpoint of the register as it stands.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn head(node: &Node, actor: &Actor) -> Result<Option<Committed>, Refusal> {
    actor.permit(Permission::Verify)?;
    Ok(node.store.head().await?)
}

/// The proof that an act is in the register: what a person outside needs besides the act and the checkpoint.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The act and the hash of its leaf.
    pub act: StoredAct,
    /// The path from the leaf to the root (RFC 6962).
    pub path: Vec<Hash>,
    /// The checkpoint that the path leads to.
    pub checkpoint: String,
}

/// Proves that an act is in the register.
///
/// # Errors
/// [`Refusal::NotFound`] when there is no such act; [`Refusal::NotAllowed`].
pub async fn prove(node: &Node, actor: &Actor, sequence: u64) -> Result<Proof, Refusal> {
    actor.permit(Permission::SeeRegister)?;
    let query = ActQuery { before: Some(sequence + 1), limit: 1, ..ActQuery::default() };
    let act = acts(node, actor, query).await?.into_iter().next();
    let act = act.filter(|(act, _)| act.sequence == sequence).ok_or(Refusal::NotFound("act"))?;
    let path = node.store.inclusion_proof(sequence).await?.ok_or(Refusal::NotFound("act"))?;
    let head = node.store.head().await?.ok_or(Refusal::NotFound("act"))?;
    Ok(Proof { act, path, checkpoint: head.checkpoint })
}

/// Derives everything again and compares: acts, tree, checkpoint, revisions, lookups, files.
///
/// # Errors
/// [`Refusal::NotAllowed`]. What does not hold is not a refusal but the result.
pub async fn verify(
    node: &Node,
    actor: &Actor,
    kept: Option<&Checkpoint>,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Verified, Refusal> {
    let permit = actor.permit(Permission::Verify)?;
    // An expert of the Committee verifies what the secretariat's node shows, so any relation will do here.
    let _ = permit;
    Ok(store::verify::verify(&node.store, &node.verifier(), kept, progress).await?)
}
