//! Keeping screenings. A party is kept once: when it is asked again, what was decided about it is found again.

use std::collections::{BTreeMap, HashMap};

use domain::act::Verb;
use domain::body::Kind;
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::marking::Marking;
use domain::owner::Owner;
use domain::party_screening::{AskedParty, PartyReference, PartyScreening};
use parties::Worker;
use store::{Query, Stored};

use super::indexed::{IndexedLists, lists_for};
use super::look_again::merged;
use super::screen::{AT_ONCE, look, refuse_without_lists, screening};
use crate::actor::Actor;
use crate::change::{Draft, Seen};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A party with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToKeep {
    /// The party.
    pub party: AskedParty,
    /// Its papers, or its row.
    pub reference: Option<PartyReference>,
}

/// Screens parties and keeps what was found, all of them or none. Returns the records in the order asked; a party that was
/// asked twice is one record. `tell` hears how many of how many are done.
///
/// # Errors
/// [`Refusal::Invalid`] when there is no list or a party has no name; [`Refusal::NotAllowed`].
pub async fn keep(
    node: &Node,
    actor: &Actor,
    asked: Vec<ToKeep>,
    tell: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SaveScreening)?;
    let owner = actor.owner();
    permit.on_new(&owner, None)?;
    let _held = node.screening.lock().await;
    keep_against_newest(node, actor, &owner, &asked, tell).await
}

/// Screens and keeps against the lists of now. Another process may import a version in between, and cannot know of what is
/// only then kept: so it is looked up afterwards, and screened again where the lists are others by now. (The import looks
/// in the same way for what was kept while it was at work.)
async fn keep_against_newest(
    node: &Node,
    actor: &Actor,
    owner: &Owner,
    asked: &[ToKeep],
    tell: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Vec<Stored>, Refusal> {
    let mut lists = lists_for(node, owner).await?;
    loop {
        let kept = keep_against(node, actor, owner, &lists, asked, tell).await?;
        let now = lists_for(node, owner).await?;
        if now.is_same(&lists) {
            return Ok(node.store.get_many(&kept).await?);
        }
        lists = now;
    }
}

async fn keep_against(
    node: &Node,
    actor: &Actor,
    owner: &Owner,
    lists: &IndexedLists,
    asked: &[ToKeep],
    tell: &(dyn Fn(u64, u64) + Send + Sync),
) -> Result<Vec<RecordId>, Refusal> {
    refuse_without_lists(lists)?;
    let mut known = known(node, owner, asked).await?;
    // One noun for each party, in the order in which they were first asked.
    let mut order: Vec<Hash> = Vec::new();
    let mut nouns: BTreeMap<Hash, PartyScreening> = BTreeMap::new();
    let mut named: Vec<Hash> = Vec::with_capacity(asked.len());
    let mut worker = Worker::default();
    let total = asked.len() as u64;
    for (done, one) in asked.iter().enumerate() {
        if done % AT_ONCE == 0 {
            tell(done as u64, total);
            // Others are served in between.
            tokio::task::yield_now().await;
        }
        let party = one.party.clone().plain();
        let digest = party.digest();
        named.push(digest);
        if let Some(noun) = nouns.get_mut(&digest) {
            one.reference.iter().cloned().for_each(|reference| noun.refer(reference));
            continue;
        }
        let mut found = look(lists, &party, &mut worker);
        let mut references = Vec::new();
        if let Some(before) = known.get(&digest).and_then(|stored| stored.noun::<PartyScreening>()) {
            found.hits = merged(&before.hits, found.hits, lists);
            references.clone_from(&before.references);
        }
        let mut noun = screening(lists, party, references, found);
        one.reference.iter().cloned().for_each(|reference| noun.refer(reference));
        order.push(digest);
        nouns.insert(digest, noun);
    }
    let mut draft = Draft::new(node, actor, "");
    let mut ids: HashMap<Hash, RecordId> = HashMap::new();
    for digest in order {
        let Some(noun) = nouns.remove(&digest) else { continue };
        let id = match known.remove(&digest) {
            Some(current) => {
                // What says the same as before is no new version.
                if current.noun::<PartyScreening>() != Some(&noun) {
                    draft.change(Verb::SaveScreening, &current, current.revision.version, noun);
                }
                current.revision.record
            }
            None => {
                let id = node.surroundings.new_id();
                draft.add(Verb::SaveScreening, id, owner.clone(), Marking::NATIONAL, noun);
                id
            }
        };
        ids.insert(digest, id);
    }
    if !draft.is_empty() {
        draft.commit().await?;
    }
    tell(total, total);
    Ok(named.iter().filter_map(|digest| ids.get(digest).copied()).collect())
}

/// What this owner has kept of these parties already.
async fn known(node: &Node, owner: &Owner, asked: &[ToKeep]) -> Result<HashMap<Hash, Stored>, Refusal> {
    // Few parties are looked up one by one, many by reading all.
    const FEW: usize = 20;
    let mut found = HashMap::new();
    let mut take = |records: Vec<Stored>| {
        for stored in records {
            if let Some(noun) = stored.noun::<PartyScreening>() {
                found.insert(noun.party.digest(), stored);
            }
        }
    };
    let of_owner = Query { owner: Some(owner.clone()), ..Query::of(Kind::PartyScreening) };
    if asked.len() > FEW {
        take(node.store.list(&of_owner).await?.records);
    } else {
        for one in asked {
            let name = one.party.clone().plain().digest().to_string();
            take(node.store.list(&of_owner.clone().named(&name)).await?.records);
        }
    }
    Ok(found)
}

/// Describes a kept party anew, and screens it again. What was decided of its hits is open again, because the asked side
/// has changed. `seen` is the version that the person saw.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also when the party so described is kept already), [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn change(
    node: &Node,
    actor: &Actor,
    seen: Seen,
    party: AskedParty,
    reference: Option<PartyReference>,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveScreening)?;
    let _held = node.screening.lock().await;
    let id: Id<PartyScreening> = Id::new(seen.record);
    let current = node.read::<PartyScreening>(&permit, id.record()).await?;
    permit.on(&current, None)?;
    let before = current.noun::<PartyScreening>().ok_or(Refusal::NotFound("party-screening"))?;
    let lists = lists_for(node, &current.revision.owner).await?;
    refuse_without_lists(&lists)?;
    let party = party.plain();
    let mut found = look(&lists, &party, &mut Worker::default());
    found.hits = merged(&before.hits, found.hits, &lists);
    let mut noun = screening(&lists, party.clone(), before.references.clone(), found);
    reference.into_iter().for_each(|reference| noun.refer(reference));
    let mut draft = Draft::new(node, actor, "");
    draft.change(Verb::SaveScreening, &current, seen.version, noun);
    draft.commit().await?;
    if !lists_for(node, &current.revision.owner).await?.is_same(&lists) {
        let asked = [ToKeep { party, reference: None }];
        keep_against_newest(node, actor, &current.revision.owner, &asked, &|_, _| {}).await?;
    }
    node.store.get(id.record()).await?.ok_or(Refusal::NotFound("party-screening"))
}
