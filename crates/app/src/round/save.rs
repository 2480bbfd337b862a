//! Making a round, or changing its head.

use domain::act::Verb;
use domain::ids::Id;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::round::Round;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Draft, Place, Seen, save as save_noun};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Makes a round (`seen` is `None`), readable by its participants, or changes the head of one.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also for a key that is taken), [`Refusal::NotAllowed`].
pub async fn save(node: &Node, actor: &Actor, round: Round, seen: Option<Seen>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveRound)?;
    permit.on_new(&Owner::Secretariat, None)?;
    match seen {
        None => {
            let id = node.surroundings.new_id();
            let mut draft = Draft::new(node, actor, "");
            draft.add(Verb::SaveRound, id, Owner::Secretariat, Marking::round(Id::new(id)), round);
            draft.commit().await?;
            node.store.get(id).await?.ok_or(Refusal::NotFound("round"))
        }
        Some(seen) => {
            let current = node.read::<Round>(&permit, seen.record).await?;
            permit.on(&current, None)?;
            let place = Place::Next { current: &current, seen: seen.version };
            save_noun(node, actor, Verb::SaveRound, round, place, "").await
        }
    }
}
