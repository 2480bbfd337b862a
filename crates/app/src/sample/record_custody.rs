//! Recording an event of custody. Whoever records it acknowledges for one side; the other side acknowledges for itself.

use domain::act::Verb;
use domain::custody::{Acknowledgement, CustodyAction, CustodyEvent};
use domain::fault::Fault;
use domain::sample::Sample;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

domain::words! {
    /// A side of a hand-over.
    Side {
        /// Who gave it away.
        Released = "released",
        /// Who had it afterwards.
        Received = "received",
    }
}

/// Records an event, acknowledged for one side by whoever records it.
///
/// # Errors
/// [`Refusal::Invalid`] when a side, the seal or the condition is missing, or it lies in the future; [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn record_custody(
    node: &Node,
    actor: &Actor,
    mut event: CustodyEvent,
    side: Side,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::RecordCustody)?;
    if event.action == CustodyAction::ApproveLoss {
        // An approval is a verb of its own, with a permission of its own.
        return Err(Refusal::fault(Fault::error("custody-approval-apart").at("action")));
    }
    let sample = node.read::<Sample>(&permit, event.sample.record()).await?;
    permit.on(&sample, None)?;
    if event.at > node.surroundings.now() {
        return Err(Refusal::fault(Fault::error("instant-to-come").at("at").with("at", event.at.to_string())));
    }
    let said = acknowledgement(node, actor);
    event.received_by.acknowledged = None;
    match (side, &mut event.released_by) {
        (Side::Received, released) => {
            event.received_by.acknowledged = Some(said);
            if let Some(released) = released {
                released.acknowledged = None;
            }
        }
        (Side::Released, Some(released)) => released.acknowledged = Some(said),
        (Side::Released, None) => return Err(Refusal::fault(Fault::error("custody-needs-both").at("released_by"))),
    }
    let place = Place::New { owner: sample.revision.owner.clone(), marking: sample.revision.marking.clone() };
    save(node, actor, Verb::RecordCustody, event, place, "").await
}

/// Approves a step that consumes or alters a sample. What will be lost is named in the condition.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn approve_loss(node: &Node, actor: &Actor, mut event: CustodyEvent) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::ApproveLoss)?;
    let sample = node.read::<Sample>(&permit, event.sample.record()).await?;
    permit.on(&sample, None)?;
    event.action = CustodyAction::ApproveLoss;
    event.at = node.surroundings.now();
    event.released_by = None;
    event.received_by.acknowledged = Some(acknowledgement(node, actor));
    let place = Place::New { owner: sample.revision.owner.clone(), marking: sample.revision.marking.clone() };
    save(node, actor, Verb::ApproveLoss, event, place, "").await
}

/// That this person says so, now.
pub(super) fn acknowledgement(node: &Node, actor: &Actor) -> Acknowledgement {
    Acknowledgement { account: actor.account, login: actor.login.clone(), at: node.surroundings.now() }
}
