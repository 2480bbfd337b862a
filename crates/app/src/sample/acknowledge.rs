//! The other side of a hand-over says: yes, so it was.

use domain::act::Verb;
use domain::custody::{CustodyEvent, CustodyParty};
use domain::fault::Fault;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::sample::record_custody::{Side, acknowledgement};

/// Acknowledges an event for one side. Nobody acknowledges for both.
///
/// # Errors
/// [`Refusal::Invalid`] when the side is not named, has acknowledged already, or is the same person as the other side;
/// [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn acknowledge(node: &Node, actor: &Actor, seen: Seen, side: Side) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::RecordCustody)?;
    let current = node.read::<CustodyEvent>(&permit, seen.record).await?;
    permit.on(&current, None)?;
    let mut event = current.noun::<CustodyEvent>().cloned().ok_or(Refusal::NotFound("custody-event"))?;
    let said = acknowledgement(node, actor);
    let refused = |code: &str| Refusal::fault(Fault::error(code).at("side").with("side", side.as_str()));
    let by_same =
        |party: &CustodyParty| party.acknowledged.as_ref().is_some_and(|known| known.account == actor.account);
    if by_same(&event.received_by) || event.released_by.as_ref().is_some_and(by_same) {
        return Err(refused("custody-same-person"));
    }
    let party = match side {
        Side::Received => &mut event.received_by,
        Side::Released => event.released_by.as_mut().ok_or_else(|| refused("custody-side-not-named"))?,
    };
    if party.acknowledged.is_some() {
        return Err(refused("custody-acknowledged-already"));
    }
    party.acknowledged = Some(said);
    let place = Place::Next { current: &current, seen: seen.version };
    save(node, actor, Verb::AcknowledgeCustody, event, place, "").await
}
