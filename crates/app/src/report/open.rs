//! Reading reports that were built.

use std::collections::HashMap;

use domain::body::Kind;
use domain::hash::Hash;
use domain::ids::Id;
use domain::report::Report;
use store::{Head, Order, Query, Stored};

use crate::actor::Actor;
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Every report that reaches the person, newest first.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeReport)?;
    Ok(node.read_list(&permit, Query { order: Order::Recent, ..Query::of(Kind::Report) }).await?.records)
}

/// One report.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Report>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SeeReport)?;
    node.read::<Report>(&permit, id.record()).await
}

/// One record that a report rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// The record as it stands now.
    pub now: Head,
    /// Which version the report used.
    pub version: u32,
    /// The SHA-256 of the revision it used.
    pub revision: Hash,
}

impl Basis {
    /// Whether the record has a later version than the report used.
    #[must_use]
    pub fn changed(&self) -> bool {
        self.now.version > self.version
    }
}

/// What a report rests on, as far as it reaches the person, in the order of the report. Records that do not reach the
/// person are left out.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn basis(node: &Node, actor: &Actor, report: &Report) -> Result<Vec<Basis>, Refusal> {
    let permit = actor.permit(Permission::SeeReport)?;
    let ids: Vec<_> = report.basis.iter().map(|basis| basis.record).collect();
    let heads = node.read_heads(&permit, &ids).await?;
    let mut heads: HashMap<_, _> = heads.into_iter().map(|head| (head.record, head)).collect();
    let reached = report.basis.iter().filter_map(|basis| {
        Some(Basis { now: heads.remove(&basis.record)?, version: basis.version, revision: basis.revision })
    });
    Ok(reached.collect())
}

/// One file of a report, by its name.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn open(node: &Node, actor: &Actor, id: Id<Report>, file_name: &str) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeReport)?;
    let stored = node.read::<Report>(&permit, id.record()).await?;
    let report = stored.noun::<Report>().ok_or(Refusal::NotFound("report"))?;
    let file = report.files.iter().find(|file| file.name == file_name).ok_or(Refusal::NotFound("file"))?;
    let bytes = node.store.blob(&file.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    Ok(Exported { file_name: file.name.clone(), media_type: file.media_type.clone(), bytes })
}
