//! Making and changing a measure.

use domain::act::Verb;
use domain::fault::Fault;
use domain::ids::Id;
use domain::measure::Measure;
use domain::plan::Plan;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save as save_noun};
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::progress_of;
use crate::refusal::Refusal;

/// A measure with its plan and its progress.
#[derive(Debug, Clone)]
pub struct MeasureView {
    /// The measure.
    pub measure: Stored,
    /// The plan it stands in.
    pub plan: Stored,
    /// Its progress, oldest first.
    pub progress: Vec<Stored>,
}

/// One measure.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Measure>) -> Result<MeasureView, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    let measure = node.read::<Measure>(&permit, id.record()).await?;
    let plan = measure.noun::<Measure>().ok_or(Refusal::NotFound("measure"))?.plan;
    let plan = node.read::<Plan>(&permit, plan.record()).await?;
    let progress = progress_of(node, &permit, vec![id.record()]).await?.remove(&id.record()).unwrap_or_default();
    Ok(MeasureView { measure, plan, progress })
}

/// Makes a measure (`seen` is `None`) or changes one. Its number never changes: it is cited from outside.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also for a number that is taken), [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn save(
    node: &Node,
    actor: &Actor,
    measure: Measure,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveMeasure)?;
    let plan = node.read::<Plan>(&permit, measure.plan.record()).await?;
    permit.on(&plan, None)?;
    match seen {
        None => {
            let place = Place::New { owner: plan.revision.owner.clone(), marking: plan.revision.marking.clone() };
            save_noun(node, actor, Verb::SaveMeasure, measure, place, reason).await
        }
        Some(seen) => {
            let current = node.read::<Measure>(&permit, seen.record).await?;
            permit.on(&current, None)?;
            let old = current.noun::<Measure>().ok_or(Refusal::NotFound("measure"))?;
            if old.number != measure.number || old.plan != measure.plan {
                return Err(Refusal::fault(
                    Fault::error("measure-number-fixed").at("number").with("number", &old.number),
                ));
            }
            let place = Place::Next { current: &current, seen: seen.version };
            save_noun(node, actor, Verb::SaveMeasure, measure, place, reason).await
        }
    }
}
