//! Changing the marking of a record. What belongs to a matrix, a plan or a round and carries the same marking follows
//! it; what was marked on its own stays as it was marked.

use domain::body::Kind;
use domain::fault::Fault;
use domain::marking::Marking;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::change::{Draft, Seen};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The kinds that follow their parent's marking.
fn followers(kind: Kind) -> &'static [Kind] {
    match kind {
        Kind::Matrix => &[Kind::Answer],
        Kind::Plan => &[Kind::Measure],
        Kind::Measure => &[Kind::Progress],
        Kind::Round => &[Kind::ProgrammeItem, Kind::Participant, Kind::Visit, Kind::Finding, Kind::Recommendation],
        Kind::Sample => &[Kind::CustodyEvent, Kind::LaboratoryMeasurement, Kind::Sample],
        Kind::LaboratoryMeasurement => &[Kind::LaboratoryResult],
        Kind::Recommendation => &[Kind::Response, Kind::Progress],
        _ => &[],
    }
}

/// Marks a record anew, and whatever below it carried the same marking. Returns how many records changed.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`], [`Refusal::Conflict`]; [`Refusal::Invalid`] without a reason.
pub async fn mark(node: &Node, actor: &Actor, seen: Seen, marking: Marking, reason: &str) -> Result<usize, Refusal> {
    let permit = actor.permit(Permission::MarkRecord)?;
    if reason.trim().is_empty() {
        return Err(Refusal::fault(Fault::error("field-missing").at("reason")));
    }
    let current = node.store.get(seen.record).await?.ok_or(Refusal::NotFound("record"))?;
    permit.on(&current, None)?;
    if current.revision.version != seen.version {
        let yours = Box::new(current.revision.body.clone());
        return Err(Refusal::Conflict { yours, theirs: Some(Box::new(current)) });
    }
    let old = current.revision.marking.clone();
    let mut level: Vec<Stored> = vec![current];
    let mut draft = Draft::new(node, actor, reason);
    while !level.is_empty() {
        let mut below = Vec::new();
        for record in level {
            for kind in followers(record.revision.body.kind()) {
                let children = node.store.list(&Query::of(*kind).under(record.revision.record)).await?.records;
                below.extend(children.into_iter().filter(|child| child.revision.marking == old));
            }
            draft.remark(&record, marking.clone());
        }
        level = below;
    }
    let changed = draft.len();
    draft.commit().await?;
    Ok(changed)
}
