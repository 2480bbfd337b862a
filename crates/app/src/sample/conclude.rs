//! Recording a result of a measurement, or amending one: then as its next version, with a reason, to be verified again.

use domain::act::Verb;
use domain::fault::Fault;
use domain::laboratory::{LaboratoryMeasurement, LaboratoryResult};
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Records a result (`seen` is `None`) or amends one. Whatever is given, it is bound to the file of its measurement.
///
/// # Errors
/// [`Refusal::Invalid`] when a control failed or is missing, or an amendment has no reason; [`Refusal::Conflict`],
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn conclude(
    node: &Node,
    actor: &Actor,
    mut result: LaboratoryResult,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::Conclude)?;
    let measurement = node.read::<LaboratoryMeasurement>(&permit, result.measurement.record()).await?;
    permit.on(&measurement, None)?;
    let known = measurement.noun::<LaboratoryMeasurement>().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    result.file = known.file.sha256;
    result.verification = None;
    result.analysis = None;
    let faults = result.check_against(known);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let current = match seen {
        Some(seen) => {
            if reason.trim().is_empty() {
                return Err(Refusal::fault(Fault::error("field-missing").at("reason")));
            }
            let current = node.read::<LaboratoryResult>(&permit, seen.record).await?;
            let old = current.noun::<LaboratoryResult>().filter(|old| old.measurement == result.measurement);
            let Some(old) = old else {
                return Err(Refusal::fault(Fault::error("result-other-measurement").at("measurement")));
            };
            // What the person judges otherwise is the statement; what the method found stays what it found.
            result.analysis = old.analysis.clone();
            Some((current, seen))
        }
        None => None,
    };
    let place = match &current {
        Some((current, seen)) => Place::Next { current, seen: seen.version },
        None => Place::New { owner: measurement.revision.owner.clone(), marking: measurement.revision.marking.clone() },
    };
    save(node, actor, Verb::Conclude, result, place, reason).await
}
