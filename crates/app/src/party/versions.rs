//! Reading versions of lists.

use std::sync::Arc;

use domain::body::Kind;
use domain::hash::Hash;
use domain::ids::Id;
use domain::party_list_version::PartyListVersion;
use parties::{Entry, PartyList};
use store::{Query, Stored};

use super::indexed::{newness, read_version};
use crate::actor::{Actor, Permit};
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Every version that reaches the person: by list, the newest first.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn versions(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeePartyLists)?;
    reaching(node, &permit).await
}

async fn reaching(node: &Node, permit: &Permit<'_>) -> Result<Vec<Stored>, Refusal> {
    let mut versions = node.read_list(permit, Query::of(Kind::PartyListVersion)).await?.records;
    let list = |stored: &Stored| stored.noun::<PartyListVersion>().map(|version| version.list.clone());
    versions.sort_by(|a, b| list(a).cmp(&list(b)).then_with(|| newness(b).cmp(&newness(a))));
    Ok(versions)
}

/// A version: by its id, as `list@day`, or by the list alone for its newest version.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn find(node: &Node, actor: &Actor, key: &str) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SeePartyLists)?;
    let missing = Refusal::NotFound("party-list-version");
    if let Ok(id) = key.parse::<Id<PartyListVersion>>() {
        return node.read::<PartyListVersion>(&permit, id.record()).await;
    }
    let fits = |version: &PartyListVersion| version.list == key || version.key() == key;
    let versions = reaching(node, &permit).await?;
    versions.into_iter().find(|stored| stored.noun::<PartyListVersion>().is_some_and(fits)).ok_or(missing)
}

/// A version with everything it says, read from the files that were kept.
#[derive(Debug, Clone)]
pub struct OpenVersion {
    /// The record.
    pub stored: Stored,
    /// What it says of itself.
    pub version: PartyListVersion,
    /// The list.
    pub list: Arc<PartyList>,
}

impl OpenVersion {
    /// The entry of this key.
    #[must_use]
    pub fn entry(&self, key: &str) -> Option<&Entry> {
        self.list.entries.iter().find(|entry| entry.key == key)
    }

    /// The SHA-256 of what an entry says: what a decision is bound to.
    #[must_use]
    pub fn digest(entry: &Entry) -> Hash {
        super::turned::digest(entry)
    }
}

/// Opens a version.
///
/// # Errors
/// As [`find`]; when the files cannot be read any more.
pub async fn open(node: &Node, actor: &Actor, key: &str) -> Result<OpenVersion, Refusal> {
    let _permit = actor.permit(Permission::SeePartyLists)?;
    let stored = find(node, actor, key).await?;
    let version = stored.noun::<PartyListVersion>().ok_or(Refusal::NotFound("party-list-version"))?.clone();
    let list = Arc::new(read_version(node, &version).await?);
    Ok(OpenVersion { stored, version, list })
}

/// A file of a version, as it came.
///
/// # Errors
/// As [`find`].
pub async fn file(node: &Node, actor: &Actor, key: &str, sha256: &Hash) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::SeePartyLists)?;
    let stored = find(node, actor, key).await?;
    let version = stored.noun::<PartyListVersion>().ok_or(Refusal::NotFound("party-list-version"))?;
    let file = version.files.iter().find(|file| file.sha256 == *sha256).ok_or(Refusal::NotFound("file"))?;
    let bytes = node.store.blob(sha256).await?.ok_or(Refusal::NotFound("file"))?;
    let media_type = match file.file_name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).as_deref() {
        Some("xml") => "application/xml",
        Some("csv") => "text/csv",
        Some("xlsx") => crate::export::XLSX,
        _ => "application/octet-stream",
    };
    Ok(Exported { file_name: file.file_name.clone(), media_type: media_type.to_owned(), bytes })
}
