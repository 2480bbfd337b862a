//! Versions of lists, read from the files that the node keeps, and indexed once.

use std::collections::HashMap;
use std::sync::Arc;

use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::marking::SharingLevel;
use domain::owner::Owner;
use domain::party_list_version::PartyListVersion;
use jiff::civil::Date;
use parties::read::{File, read_folder};
use parties::{Entry, PartyList, Screen};
use store::{Query, Stored};

use crate::node::Node;
use crate::refusal::Refusal;

/// A version that is used, by its id.
#[derive(Debug, Clone)]
pub struct UsedList {
    /// The record.
    pub id: Id<PartyListVersion>,
    /// What it says of itself.
    pub version: PartyListVersion,
}

impl UsedList {
    /// How many days old it is; nothing when its publisher did not date it.
    #[must_use]
    pub fn age(&self, today: Date) -> Option<i64> {
        self.version.age(today)
    }

    /// Whether every use of it must say loudly that it is old, or that nobody knows how old it is.
    #[must_use]
    pub fn is_too_old(&self, today: Date) -> bool {
        self.age(today).is_none_or(|days| days > i64::from(self.version.max_age_days()))
    }
}

/// Lists that are asked together. Made once; asked from many threads.
#[derive(Debug)]
pub struct IndexedLists {
    /// The versions, in the order of the lists.
    pub used: Vec<UsedList>,
    /// The index.
    pub(super) screen: Screen,
    places: HashMap<(String, String), (usize, usize)>,
}

impl IndexedLists {
    /// Indexes these lists; each belongs to the version at the same place.
    pub(super) fn new(used: Vec<UsedList>, lists: Vec<PartyList>) -> Self {
        let mut places = HashMap::new();
        for (list, content) in lists.iter().enumerate() {
            for (entry, found) in content.entries.iter().enumerate() {
                places.entry((content.name.clone(), found.key.clone())).or_insert((list, entry));
            }
        }
        Self { used, screen: Screen::new(lists), places }
    }

    /// Whether these are the lists of these versions.
    pub(crate) fn is_of(&self, versions: &[RecordId]) -> bool {
        self.used.iter().map(|used| used.id.record()).eq(versions.iter().copied())
    }

    /// Whether these are the lists of the same versions as those.
    pub(super) fn is_same(&self, others: &Self) -> bool {
        self.used.iter().map(|used| used.id).eq(others.used.iter().map(|used| used.id))
    }

    /// The entry of this key, with the version it is in.
    #[must_use]
    pub fn entry(&self, list: &str, key: &str) -> Option<(&UsedList, &Entry)> {
        let (list, entry) = self.places.get(&(list.to_owned(), key.to_owned()))?;
        Some((self.used.get(*list)?, self.screen.lists().get(*list)?.entries.get(*entry)?))
    }

    /// How many names they have together.
    #[must_use]
    pub fn names(&self) -> usize {
        self.screen.lists().iter().map(PartyList::names).sum()
    }
}

/// Every version on the node, whoever it reaches: what the program itself chooses from.
pub(super) async fn all_versions(node: &Node) -> Result<Vec<Stored>, Refusal> {
    Ok(node.store.list(&Query::of(Kind::PartyListVersion)).await?.records)
}

/// Whether a version serves this owner: its own, or one that is public.
pub(super) fn serves(version: &Stored, owner: &Owner) -> bool {
    version.revision.owner == *owner || version.revision.marking.sharing.level() == SharingLevel::Public
}

/// What decides which of two versions is the newer: the day, then the order of the imports.
pub(super) fn newness(stored: &Stored) -> Option<(Date, u64)> {
    stored.noun::<PartyListVersion>().map(|version| (version.dated(), stored.sequence))
}

/// Of each list the newest version that serves this owner, by the names of the lists.
pub(super) fn current<'s>(versions: &'s [Stored], owner: &Owner) -> Vec<&'s Stored> {
    let mut newest: std::collections::BTreeMap<&str, &Stored> = std::collections::BTreeMap::new();
    for stored in versions.iter().filter(|stored| serves(stored, owner)) {
        let Some(version) = stored.noun::<PartyListVersion>() else { continue };
        let known = newest.entry(version.list.as_str()).or_insert(stored);
        if newness(stored) > newness(known) {
            *known = stored;
        }
    }
    newest.into_values().collect()
}

/// The lists that serve this owner today, indexed.
pub(super) async fn lists_for(node: &Node, owner: &Owner) -> Result<Arc<IndexedLists>, Refusal> {
    let versions = all_versions(node).await?;
    let chosen = current(&versions, owner);
    let ids: Vec<RecordId> = chosen.iter().map(|stored| stored.revision.record).collect();
    if let Some(known) = node.indexed_parties(&ids) {
        return Ok(known);
    }
    let (mut used, mut lists) = (Vec::new(), Vec::new());
    for stored in chosen {
        let version = stored.noun::<PartyListVersion>().ok_or(Refusal::NotFound("party-list-version"))?;
        lists.push(read_version(node, version).await?);
        used.push(UsedList { id: Id::new(stored.revision.record), version: version.clone() });
    }
    // Indexing keeps a processor busy for up to a second.
    let indexed = tokio::task::spawn_blocking(move || Arc::new(IndexedLists::new(used, lists)))
        .await
        .map_err(|_| Refusal::fault(Fault::error("party-list-not-indexed")))?;
    node.keep_indexed_parties(&indexed);
    Ok(indexed)
}

/// Reads a version from the files that were kept. The same bytes give the same list.
pub(super) async fn read_version(node: &Node, version: &PartyListVersion) -> Result<PartyList, Refusal> {
    let mut files = Vec::with_capacity(version.files.len());
    for file in &version.files {
        let bytes = node.store.blob(&file.sha256).await?.ok_or(Refusal::NotFound("file"))?;
        files.push((file.file_name.clone(), bytes));
    }
    let (name, published) = (version.list.clone(), version.published);
    let read = tokio::task::spawn_blocking(move || read_files(&files).0)
        .await
        .map_err(|_| Refusal::fault(Fault::error("party-list-not-indexed")))?;
    let list = read.map_err(Refusal::Invalid)?;
    Ok(PartyList { name, published, ..list })
}

/// The one list among these files, and what a person should look at.
pub(super) fn read_files(files: &[(String, Vec<u8>)]) -> (Result<PartyList, Vec<Fault>>, Vec<Fault>) {
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let (mut lists, mut faults) = read_folder(&files);
    if lists.len() > 1 {
        let names: Vec<&str> = lists.iter().map(|list| list.name.as_str()).collect();
        faults.push(Fault::error("party-list-several").at("files").with("names", names.join(", ")));
    }
    let broken = faults.iter().any(Fault::is_error);
    match lists.pop().filter(|_| !broken) {
        Some(list) => (Ok(list), faults),
        None => (Err(faults.clone()), faults),
    }
}
