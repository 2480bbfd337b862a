//! Reading control lists.

use std::sync::Arc;

use domain::body::Kind;
use domain::list_edition::{DecimalSign, ListContent, ListEdition};
use lists::version::{ListHead, ListVersion, Notation};
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// An edition that can be opened: what is said of it, and how much it holds.
#[derive(Debug, Clone)]
pub struct Edition {
    /// What it is opened by: `list@edition`.
    pub key: String,
    /// What is said of it.
    pub head: ListHead,
    /// How many entries it has.
    pub entries: usize,
    /// How many provisions.
    pub provisions: usize,
    /// For a correlation: the list whose provisions it leads to.
    pub of_list: Option<String>,
    /// The record, for an edition that was imported.
    pub record: Option<Stored>,
}

/// Every edition of a control list: the one shipped with the program first, then the imported ones.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn editions(node: &Node, actor: &Actor) -> Result<Vec<Edition>, Refusal> {
    let permit = actor.permit(Permission::SeeLists)?;
    let mut editions = vec![shipped()?];
    editions.extend(imported(node, &permit, ListContent::ControlList).await?);
    Ok(editions)
}

/// The edition shipped with the program.
pub(crate) fn shipped() -> Result<Edition, Refusal> {
    let shipped = super::built_in()?;
    Ok(Edition {
        key: super::key(&shipped.version.head.list, &shipped.version.head.edition),
        head: shipped.version.head.clone(),
        entries: shipped.version.entries().count(),
        provisions: shipped.version.provisions().len(),
        of_list: None,
        record: None,
    })
}

/// Nomenclatures and correlations that were imported.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn nomenclatures(node: &Node, actor: &Actor) -> Result<Vec<Edition>, Refusal> {
    let permit = actor.permit(Permission::SeeLists)?;
    let mut found = imported(node, &permit, ListContent::Nomenclature).await?;
    found.extend(imported(node, &permit, ListContent::Correlation).await?);
    Ok(found)
}

/// The imported editions with this content that reach the person.
pub(crate) async fn imported(node: &Node, permit: &Permit<'_>, content: ListContent) -> Result<Vec<Edition>, Refusal> {
    let mut editions = Vec::new();
    for stored in node.read_list(permit, Query::of(Kind::ListEdition)).await?.records {
        let Some(edition) = stored.noun::<ListEdition>().filter(|edition| edition.format.content() == content) else {
            continue;
        };
        editions.push(Edition {
            key: super::key(&edition.list, &edition.edition),
            head: head_of(edition),
            entries: edition.entries as usize,
            provisions: edition.provisions as usize,
            of_list: edition.of_list.clone(),
            record: Some(stored.clone()),
        });
    }
    Ok(editions)
}

/// What its importer said of an edition.
pub(super) fn head_of(edition: &ListEdition) -> ListHead {
    ListHead {
        list: edition.list.clone(),
        edition: edition.edition.clone(),
        title: edition.title.clone(),
        authority: edition.authority.clone(),
        state: edition.state.clone(),
        in_force: edition.in_force,
        source: edition.source.clone(),
        source_hash: Some(edition.sha256),
        own_words: false,
        notation: match edition.decimal_sign {
            DecimalSign::Comma => Notation::DecimalComma,
            DecimalSign::Point => Notation::DecimalPoint,
        },
    }
}

/// One edition with everything in it, by `list@edition`, or by the list alone: its newest edition.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn open(node: &Node, actor: &Actor, key: &str) -> Result<Arc<ListVersion>, Refusal> {
    let permit = actor.permit(Permission::SeeLists)?;
    open_permitted(node, &permit, key).await
}

/// The same for a person who was permitted something that reads lists.
pub(crate) async fn open_permitted(node: &Node, permit: &Permit<'_>, key: &str) -> Result<Arc<ListVersion>, Refusal> {
    let shipped = super::built_in_version()?;
    let imported = find(node, permit, key).await?;
    let is_shipped = key == super::key(&shipped.head.list, &shipped.head.edition) || key == shipped.head.list;
    // By the list alone the newest edition is meant; the names of editions sort by their day.
    let newer = imported
        .as_ref()
        .and_then(Stored::noun::<ListEdition>)
        .is_some_and(|edition| edition.edition > shipped.head.edition);
    if is_shipped && !newer {
        return Ok(shipped);
    }
    read_version(node, &imported.ok_or(Refusal::NotFound("list-edition"))?).await
}

/// The control list of a record, read once.
pub(crate) async fn read_version(node: &Node, stored: &Stored) -> Result<Arc<ListVersion>, Refusal> {
    let record = stored.revision.record;
    if let Some(version) = node.shelf.versions.get(&record) {
        return Ok(version);
    }
    let (edition, bytes) = file_of(node, stored).await?;
    let (version, faults) = super::import::read_file(&edition, &bytes);
    let version = version.ok_or(Refusal::Invalid(faults))?;
    Ok(node.shelf.versions.put(record, version))
}

/// What is said of an edition, and its file as it came.
pub(crate) async fn file_of(node: &Node, stored: &Stored) -> Result<(ListEdition, Vec<u8>), Refusal> {
    let edition = stored.noun::<ListEdition>().ok_or(Refusal::NotFound("list-edition"))?;
    let bytes = node.store.blob(&edition.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    Ok((edition.clone(), bytes))
}

/// The imported edition of this key, or the newest of this list.
pub(super) async fn find(node: &Node, permit: &Permit<'_>, key: &str) -> Result<Option<Stored>, Refusal> {
    let (list, edition) = key.split_once('@').map_or((key, None), |(list, edition)| (list, Some(edition)));
    let query = Query::of(Kind::ListEdition).facet("list", list);
    let found = node.read_list(permit, query).await?.records.into_iter().filter(|stored| {
        stored.noun::<ListEdition>().is_some_and(|known| {
            known.format.content() == ListContent::ControlList && edition.is_none_or(|edition| known.edition == edition)
        })
    });
    Ok(found.max_by_key(|stored| stored.noun::<ListEdition>().map(|edition| edition.edition.clone())))
}
