//! Answering one cell.

use domain::act::Verb;
use domain::answer::Answer;
use domain::body::Kind;
use domain::matrix::Matrix;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Answers a cell. `seen` is the version of the cell's answer that the person saw, 0 when the cell was blank.
///
/// # Errors
/// [`Refusal::Invalid`] when the template has no such cell or the cell does not take the mark; [`Refusal::Conflict`]
/// with both versions when somebody else answered it in the meantime; [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn answer(node: &Node, actor: &Actor, answer: Answer, seen: u32, reason: &str) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveAnswer)?;
    let matrix = node.read::<Matrix>(&permit, answer.matrix.record()).await?;
    permit.on(&matrix, None)?;
    let head = matrix.noun::<Matrix>().ok_or(Refusal::NotFound("matrix"))?;
    let template = node.template(head.template).await?;
    if let Some(fault) = template.refuses(&answer.cell, answer.mark) {
        return Err(Refusal::fault(fault.at("mark")));
    }
    let name = answer.cell.to_string();
    let current = node.store.find(Kind::Answer, Some(answer.matrix.record()), &name).await?;
    let place = match &current {
        Some(current) if seen > 0 => Place::Next { current, seen },
        Some(current) => {
            let theirs = permit.reaches(&current.revision.audience()).then(|| Box::new(current.clone()));
            return Err(Refusal::Conflict { yours: Box::new(answer.into()), theirs });
        }
        None => Place::New { owner: matrix.revision.owner.clone(), marking: matrix.revision.marking.clone() },
    };
    save(node, actor, Verb::SaveAnswer, answer, place, reason).await
}
