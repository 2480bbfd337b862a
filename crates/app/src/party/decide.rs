//! Clearing or confirming a hit. The decision is a person's, has a reason, and is bound to both sides as they are now.

use domain::act::Verb;
use domain::fault::Fault;
use domain::ids::Id;
use domain::party_screening::{HitDecision, HitVerdict, PartyScreening};
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What is decided about which hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decide {
    /// The list.
    pub list: String,
    /// The key of the entry.
    pub entry: String,
    /// What.
    pub verdict: HitVerdict,
    /// Why.
    pub reason: String,
}

/// Records a decision. `seen` is the version that the person saw.
///
/// # Errors
/// [`Refusal::Invalid`] without a reason, or when the hit is none any more; [`Refusal::Conflict`], [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn decide(
    node: &Node,
    actor: &Actor,
    id: Id<PartyScreening>,
    seen: u32,
    what: Decide,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::DecideHit)?;
    let _held = node.screening.lock().await;
    let current = node.read::<PartyScreening>(&permit, id.record()).await?;
    permit.on(&current, None)?;
    let mut screening = current.noun::<PartyScreening>().ok_or(Refusal::NotFound("party-screening"))?.clone();
    let party = screening.party.digest();
    let hit = screening.hits.iter_mut().find(|hit| hit.list == what.list && hit.entry == what.entry);
    let hit = hit.ok_or(Refusal::NotFound("party-hit"))?;
    if hit.end.is_some() {
        return Err(Refusal::fault(Fault::error("party-hit-gone").at("entry").with("text", &what.entry)));
    }
    let reason = what.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(Refusal::fault(Fault::error("party-decision-without-reason").at("reason")));
    }
    hit.listed_again = false;
    hit.decisions.push(HitDecision {
        verdict: what.verdict,
        reason: reason.clone(),
        account: actor.account,
        by: actor.name.clone(),
        at: node.surroundings.now(),
        party,
        entry: hit.digest,
    });
    let mut draft = Draft::new(node, actor, &reason);
    draft.change(Verb::DecideHit, &current, seen, screening);
    draft.commit().await?;
    node.store.get(id.record()).await?.ok_or(Refusal::NotFound("party-screening"))
}
