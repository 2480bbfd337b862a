//! Reading reports that were built.

use domain::body::Kind;
use domain::ids::Id;
use domain::report::Report;
use store::{Order, Query, Stored};

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

/// What a report rests on, as far as it reaches the person: the record as it stands now, and whether it has changed
/// since. Records that do not reach the person are counted only.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn basis(node: &Node, actor: &Actor, report: &Report) -> Result<Vec<(Stored, u32)>, Refusal> {
    let permit = actor.permit(Permission::SeeReport)?;
    let ids: Vec<_> = report.basis.iter().map(|basis| basis.record).collect();
    let mut records = node.store.get_many(&ids).await?;
    records.retain(|stored| permit.reaches(&stored.revision.audience()));
    Ok(records
        .into_iter()
        .filter_map(|stored| {
            let basis = report.basis.iter().find(|basis| basis.record == stored.revision.record)?;
            Some((stored, basis.version))
        })
        .collect())
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
