//! The steps of a matrix: draft, State comment, agreed, approved.

use domain::act::Verb;
use domain::fault::Fault;
use domain::matrix::{Matrix, MatrixStatus};
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Moves a matrix a step.
///
/// # Errors
/// [`Refusal::Invalid`] when the step does not follow from where the matrix stands; [`Refusal::Conflict`],
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn advance(
    node: &Node,
    actor: &Actor,
    seen: Seen,
    to: MatrixStatus,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::AdvanceMatrix)?;
    let current = node.read::<Matrix>(&permit, seen.record).await?;
    permit.on(&current, None)?;
    let head = current.noun::<Matrix>().ok_or(Refusal::NotFound("matrix"))?;
    if !head.status.next().contains(&to) {
        let fault = Fault::error("matrix-step").at("status").with("from", head.status.as_str()).with("to", to.as_str());
        return Err(Refusal::fault(fault));
    }
    let next = Matrix { status: to, ..head.clone() };
    let place = Place::Next { current: &current, seen: seen.version };
    save(node, actor, Verb::AdvanceMatrix, next, place, reason).await
}
