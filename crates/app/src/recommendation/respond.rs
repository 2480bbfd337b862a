//! The response of a State to a recommendation. It can be revised, with its history; it is never dropped.

use domain::act::Verb;
use domain::body::Kind;
use domain::fault::Fault;
use domain::owner::Owner;
use domain::recommendation::Recommendation;
use domain::response::Response;
use domain::round::Round;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Responds for a State, or revises its response. `seen` is the version of the response the person saw, 0 for none.
///
/// # Errors
/// [`Refusal::Invalid`] when the recommendation is not for the State, or reasons are missing; [`Refusal::Conflict`],
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn respond(node: &Node, actor: &Actor, response: Response, seen: u32) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::Respond)?;
    let owner = Owner::State(response.state.clone());
    permit.on_new(&owner, None)?;
    let stored = node.read::<Recommendation>(&permit, response.recommendation.record()).await?;
    let recommendation = stored.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?;
    let round = node.read::<Round>(&permit, recommendation.round.record()).await?;
    let takes_part =
        round.noun::<Round>().is_some_and(|round| round.states.iter().any(|state| state.code == response.state));
    if !recommendation.is_for(&response.state, takes_part) {
        return Err(Refusal::fault(Fault::error("not-addressed").at("state").with("state", response.state.as_str())));
    }
    let parent = Some(response.recommendation.record());
    let current = node.store.find(Kind::Response, parent, response.state.as_str()).await?;
    let place = match &current {
        None => Place::New { owner, marking: stored.revision.marking.clone() },
        Some(current) => Place::Next { current, seen },
    };
    save(node, actor, Verb::Respond, response, place, "").await
}
