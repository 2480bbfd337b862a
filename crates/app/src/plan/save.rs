//! Beginning a plan, or changing its head.

use domain::act::Verb;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::plan::Plan;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save as save_noun};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Makes a plan (`seen` is `None`), kept to its State, or changes the head of one.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn save(node: &Node, actor: &Actor, plan: Plan, seen: Option<Seen>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SavePlan)?;
    let owner = Owner::State(plan.state.clone());
    permit.on_new(&owner, None)?;
    match seen {
        None => {
            save_noun(node, actor, Verb::SavePlan, plan, Place::New { owner, marking: Marking::NATIONAL }, "").await
        }
        Some(seen) => {
            let current = node.read::<Plan>(&permit, seen.record).await?;
            permit.on(&current, None)?;
            let place = Place::Next { current: &current, seen: seen.version };
            save_noun(node, actor, Verb::SavePlan, plan, place, "").await
        }
    }
}
