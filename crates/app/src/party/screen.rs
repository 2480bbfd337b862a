//! Asking whether parties may be listed. Nothing is kept.

use std::sync::Arc;

use domain::fault::Fault;
use domain::party_screening::{AskedParty, PartyHit, PartyReference, PartyScreening, ScreenedList};
use parties::Worker;

use super::indexed::lists_for;
use super::turned::{kept_hit, party_of};
use super::{IndexedLists, UsedList};
use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What was found about one party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The hits, the likeliest first.
    pub hits: Vec<PartyHit>,
    /// Why the name could not be screened.
    pub unscreened: Option<Fault>,
}

/// What was found about several parties, in their order, and by which lists.
#[derive(Debug, Clone)]
pub struct Screened {
    /// The lists that were asked.
    pub lists: Arc<IndexedLists>,
    /// What was found.
    pub found: Vec<Found>,
}

/// Parties between two turns in which others are served.
pub(super) const AT_ONCE: usize = 500;

/// Screens parties against the newest version of every list that serves the person.
///
/// # Errors
/// [`Refusal::Invalid`] when there is no list: with none, everybody would be cleared; [`Refusal::NotAllowed`].
pub async fn screen(node: &Node, actor: &Actor, asked: &[AskedParty]) -> Result<Screened, Refusal> {
    let _permit = actor.permit(Permission::ScreenParty)?;
    let lists = lists_for(node, &actor.owner()).await?;
    refuse_without_lists(&lists)?;
    let mut worker = Worker::default();
    let mut found = Vec::with_capacity(asked.len());
    for some in asked.chunks(AT_ONCE) {
        found.extend(some.iter().map(|party| look(&lists, party, &mut worker)));
        tokio::task::yield_now().await;
    }
    Ok(Screened { lists, found })
}

/// The lists that a screening of this person asks.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn lists_in_use(node: &Node, actor: &Actor) -> Result<Vec<UsedList>, Refusal> {
    let _permit = actor.permit(Permission::SeePartyLists)?;
    let versions = super::indexed::all_versions(node).await?;
    let chosen = super::indexed::current(&versions, &actor.owner());
    let used = chosen.into_iter().filter_map(|stored| {
        let version = stored.noun::<domain::party_list_version::PartyListVersion>()?.clone();
        Some(UsedList { id: domain::ids::Id::new(stored.revision.record), version })
    });
    Ok(used.collect())
}

pub(super) fn refuse_without_lists(lists: &IndexedLists) -> Result<(), Refusal> {
    if lists.used.is_empty() { Err(Refusal::fault(Fault::error("party-no-lists"))) } else { Ok(()) }
}

/// Asks these lists about one party.
pub(super) fn look(lists: &IndexedLists, party: &AskedParty, worker: &mut Worker) -> Found {
    let screened = lists.screen.check_with(&party_of(party), worker);
    Found {
        hits: screened.hits.iter().filter_map(|hit| kept_hit(lists, hit)).collect(),
        unscreened: screened.refused.map(|code| Fault::error(&code).at("name")),
    }
}

/// A screening of this party as it would be kept.
pub(super) fn screening(
    lists: &IndexedLists,
    party: AskedParty,
    references: Vec<PartyReference>,
    found: Found,
) -> PartyScreening {
    let used = lists.used.iter().map(|used| ScreenedList {
        list: used.version.list.clone(),
        version: used.id,
        published: used.version.published,
    });
    PartyScreening {
        party,
        references,
        lists: used.collect(),
        hits: found.hits,
        unscreened: found.unscreened.map(|fault| fault.code),
    }
}
