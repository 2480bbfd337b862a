//! States of the node.

use domain::act::Verb;
use domain::body::Kind;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::state::State;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::change::{Place, Seen, save as save_noun};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// All States, by code.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeStates)?;
    Ok(node.read_list(&permit, Query::of(Kind::State)).await?.records)
}

/// The States with their names, by code, for whoever looks at a page: States are public, and the band of a training
/// node stands on its log-in page too.
///
/// # Errors
/// When the store cannot be read.
pub async fn names(node: &Node) -> Result<Vec<State>, Refusal> {
    let states = node.store.list(&Query::of(Kind::State)).await?.records;
    Ok(states
        .iter()
        .filter(|stored| stored.revision.marking == Marking::PUBLIC)
        .filter_map(Stored::noun)
        .cloned()
        .collect())
}

/// Enters a State, or changes its names. States are public: they are the vocabulary of everything else.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::Invalid`], [`Refusal::Conflict`].
pub async fn save(node: &Node, actor: &Actor, state: State, seen: Option<Seen>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveState)?;
    permit.on_node()?;
    match seen {
        None => {
            let place = Place::New { owner: Owner::Secretariat, marking: Marking::PUBLIC };
            save_noun(node, actor, Verb::SaveState, state, place, "").await
        }
        Some(seen) => {
            let current = node.read::<State>(&permit, seen.record).await?;
            let place = Place::Next { current: &current, seen: seen.version };
            save_noun(node, actor, Verb::SaveState, state, place, "").await
        }
    }
}
