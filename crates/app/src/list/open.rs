//! Reading control lists.

use std::sync::Arc;

use domain::body::Kind;
use domain::list_edition::{DecimalSign, ListEdition};
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
    /// The record, for an edition that was imported.
    pub record: Option<Stored>,
}

/// Every edition: the one shipped with the program first, then the imported ones.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn editions(node: &Node, actor: &Actor) -> Result<Vec<Edition>, Refusal> {
    let permit = actor.permit(Permission::SeeLists)?;
    let shipped = super::built_in()?;
    let mut editions = vec![Edition {
        key: format!("{}@{}", shipped.version.head.list, shipped.version.head.edition),
        head: shipped.version.head.clone(),
        entries: shipped.version.entries().count(),
        provisions: shipped.version.provisions().len(),
        record: None,
    }];
    for stored in node.read_list(&permit, Query::of(Kind::ListEdition)).await?.records {
        let Some(edition) = stored.noun::<ListEdition>() else { continue };
        editions.push(Edition {
            key: format!("{}@{}", edition.list, edition.edition),
            head: head_of(edition),
            entries: edition.entries as usize,
            provisions: edition.provisions as usize,
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
    let shipped = super::built_in()?;
    let of_shipped = format!("{}@{}", shipped.version.head.list, shipped.version.head.edition);
    let imported = find(node, &permit, key).await?;
    let is_shipped = key == of_shipped || key == shipped.version.head.list;
    // By the list alone the newest edition is meant; the names of editions sort by their day.
    let newer = imported
        .as_ref()
        .and_then(Stored::noun::<ListEdition>)
        .is_some_and(|edition| edition.edition > shipped.version.head.edition);
    if is_shipped && !newer {
        return Ok(Arc::new(shipped.version.clone()));
    }
    let stored = imported.ok_or(Refusal::NotFound("list-edition"))?;
    let edition = stored.noun::<ListEdition>().ok_or(Refusal::NotFound("list-edition"))?;
    let bytes = node.store.blob(&edition.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    let (version, faults) = super::import::read_file(edition, &bytes);
    version.map(Arc::new).ok_or(Refusal::Invalid(faults))
}

/// The imported edition of this key, or the newest of this list.
pub(super) async fn find(node: &Node, permit: &Permit<'_>, key: &str) -> Result<Option<Stored>, Refusal> {
    let (list, edition) = key.split_once('@').map_or((key, None), |(list, edition)| (list, Some(edition)));
    let query = Query::of(Kind::ListEdition).facet("list", list);
    let found = node.read_list(permit, query).await?.records.into_iter().filter(|stored| {
        stored.noun::<ListEdition>().is_some_and(|known| edition.is_none_or(|edition| known.edition == edition))
    });
    Ok(found.max_by_key(|stored| stored.noun::<ListEdition>().map(|edition| edition.edition.clone())))
}
