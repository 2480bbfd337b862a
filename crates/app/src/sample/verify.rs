//! A second person looks at a result and says whether it holds. Never its author.

use domain::act::{Act, Verb};
use domain::laboratory::{Decision, LaboratoryResult, Verification};
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::sample::record_custody::acknowledgement;

/// Verifies or rejects the version of a result that the person saw.
///
/// # Errors
/// [`Refusal::OwnRevision`] when the person wrote a version of it since it was last verified; [`Refusal::Invalid`],
/// [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn verify(
    node: &Node,
    actor: &Actor,
    seen: Seen,
    checked: &str,
    decision: Decision,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::VerifyResult)?;
    let current = node.read::<LaboratoryResult>(&permit, seen.record).await?;
    permit.on(&current, None)?;
    let history: Vec<(Stored, Act)> = node.store.history(seen.record).await?;
    let wrote = |(_, act): &(Stored, Act)| act.verb == Verb::Conclude && act.person.account == actor.account;
    if history.iter().any(wrote) {
        return Err(Refusal::OwnRevision);
    }
    let mut result = current.noun::<LaboratoryResult>().cloned().ok_or(Refusal::NotFound("laboratory-result"))?;
    if checked.trim().is_empty() {
        return Err(Refusal::fault(domain::fault::Fault::error("field-missing").at("checked")));
    }
    let by = acknowledgement(node, actor);
    result.verification = Some(Verification { by, checked: checked.trim().to_owned(), decision });
    let place = Place::Next { current: &current, seen: seen.version };
    save(node, actor, Verb::VerifyResult, result, place, checked).await
}
