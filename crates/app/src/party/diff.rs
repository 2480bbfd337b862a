//! What changed between two versions of a list.

use domain::fault::Fault;
use domain::party_list_version::PartyListVersion;
use parties::{Change, changes};
use store::Stored;

use super::versions::{OpenVersion, find, open, versions};
use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Two versions and what differs.
#[derive(Debug, Clone)]
pub struct ListDifference {
    /// The earlier.
    pub before: OpenVersion,
    /// The later.
    pub after: OpenVersion,
    /// What changed, in the order of the later one, removed entries last.
    pub changes: Vec<Change>,
}

/// Compares two versions of one list. Without `before` the version that the later one follows.
///
/// # Errors
/// [`Refusal::Invalid`] when they are of two lists; [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn diff(node: &Node, actor: &Actor, before: Option<&str>, after: &str) -> Result<ListDifference, Refusal> {
    let _permit = actor.permit(Permission::SeePartyLists)?;
    let later = find(node, actor, after).await?;
    let earlier = match before {
        Some(key) => find(node, actor, key).await?.revision.record,
        None => follows(&versions(node, actor).await?, &later).ok_or(Refusal::NotFound("party-list-version"))?,
    };
    let before = open(node, actor, &earlier.to_string()).await?;
    let after = open(node, actor, &later.revision.record.to_string()).await?;
    if before.version.list != after.version.list {
        return Err(Refusal::fault(Fault::error("party-list-two-lists").at("before")));
    }
    let changes = changes(&before.list, &after.list);
    Ok(ListDifference { before, after, changes })
}

/// The version that this one follows, among versions sorted by list with the newest first.
fn follows(versions: &[Stored], later: &Stored) -> Option<domain::ids::RecordId> {
    let list = |stored: &Stored| stored.noun::<PartyListVersion>().map(|version| version.list.clone());
    let mut of_list = versions.iter().filter(|stored| list(stored) == list(later));
    of_list.find(|stored| stored.revision.record == later.revision.record)?;
    of_list.next().map(|stored| stored.revision.record)
}
