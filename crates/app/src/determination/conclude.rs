//! Concluding a determination, and taking a concluded one up again.

use domain::act::Verb;
use domain::determination::Determination;
use domain::fault::Fault;
use domain::ids::Id;
use store::Stored;

use super::OpenDetermination;
use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Concludes a determination: the person stands by what came out, whatever it is.
///
/// # Errors
/// [`Refusal::Invalid`] when it is concluded already; [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn conclude(
    node: &Node,
    actor: &Actor,
    id: Id<Determination>,
    seen: u32,
    conclusion: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveDetermination)?;
    let (current, open) = OpenDetermination::to_continue(node, &permit, id).await?;
    let renewed = Determination { concluded: true, conclusion: conclusion.trim().to_owned(), ..open.renewed()? };
    save(node, actor, Verb::ConcludeDetermination, renewed, Place::Next { current: &current, seen }, conclusion).await
}

/// Takes a concluded determination up again, with the reason.
///
/// # Errors
/// [`Refusal::Invalid`] when it is not concluded or there is no reason; [`Refusal::Conflict`], [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn reopen(
    node: &Node,
    actor: &Actor,
    id: Id<Determination>,
    seen: u32,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveDetermination)?;
    let (current, open) = OpenDetermination::to_change(node, &permit, id).await?;
    if !open.determination.concluded {
        return Err(Refusal::fault(Fault::error("determination-not-concluded")));
    }
    if reason.trim().is_empty() {
        return Err(Refusal::fault(Fault::error("field-missing").at("reason")));
    }
    // The words of the provision as they are now are what is determined from here on.
    let provision_hash = open.list.version.get(&open.path).map(lists::provision::Provision::hash);
    let mut renewed = Determination { concluded: false, ..open.renewed()? };
    renewed.provision_hash = provision_hash.unwrap_or(renewed.provision_hash);
    save(node, actor, Verb::ReopenDetermination, renewed, Place::Next { current: &current, seen }, reason).await
}
