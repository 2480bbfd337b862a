//! The history of a record: every version with the act that wrote it.

use domain::act::Act;
use domain::body::Kind;
use domain::ids::RecordId;
use store::Stored;

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The permission to read records of this kind.
#[must_use]
pub fn reading(kind: Kind) -> Permission {
    match kind {
        Kind::State => Permission::SeeStates,
        Kind::Account => Permission::SeeAccounts,
        Kind::Template => Permission::SeeTemplates,
        Kind::Matrix | Kind::Answer => Permission::SeeMatrix,
        Kind::Plan | Kind::Measure | Kind::Progress => Permission::SeePlan,
        Kind::Round
        | Kind::ProgrammeItem
        | Kind::Participant
        | Kind::Visit
        | Kind::VisitAccount
        | Kind::Finding
        | Kind::Recommendation
        | Kind::Response
        | Kind::Release => Permission::SeeRound,
        Kind::ListEdition => Permission::SeeLists,
        Kind::Determination => Permission::SeeDeterminations,
        Kind::PartyListVersion => Permission::SeePartyLists,
        Kind::PartyScreening => Permission::SeeScreenings,
        Kind::Document => Permission::SeeDocument,
        Kind::Report => Permission::SeeReport,
        Kind::Sample | Kind::CustodyEvent | Kind::LaboratoryMeasurement | Kind::LaboratoryResult => {
            Permission::SeeSample
        }
    }
}

/// Every version of a record that reaches the person, newest first. A version that was marked more strictly than the
/// person may read is left out, even when the current one reaches them.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn history(node: &Node, actor: &Actor, id: RecordId) -> Result<Vec<(Stored, Act)>, Refusal> {
    actor.permit(Permission::SeeStates)?;
    let current = node.store.get(id).await?.ok_or(Refusal::NotFound("record"))?;
    // Whoever may not read the kind at all is not told that there is such a record.
    let permit_kind = actor.permit(reading(current.revision.body.kind())).map_err(|_| Refusal::NotFound("record"))?;
    if !reads(&permit_kind, &current) {
        return Err(Refusal::NotFound("record"));
    }
    let mut history = node.store.history(id).await?;
    history.retain(|(stored, _)| reads(&permit_kind, stored));
    Ok(history)
}

/// One record of any kind that reaches the person.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: RecordId) -> Result<Stored, Refusal> {
    actor.permit(Permission::SeeStates)?;
    let current = node.store.get(id).await?.ok_or(Refusal::NotFound("record"))?;
    // Whoever may not read the kind at all is not told that there is such a record.
    let permit_kind = actor.permit(reading(current.revision.body.kind())).map_err(|_| Refusal::NotFound("record"))?;
    if reads(&permit_kind, &current) { Ok(current) } else { Err(Refusal::NotFound("record")) }
}

/// Whether a version reaches the person. Accounts belong to the node as a whole: whoever may see them sees all of them,
/// as in their list.
fn reads(permit: &Permit<'_>, stored: &Stored) -> bool {
    stored.revision.body.kind() == Kind::Account || permit.reaches(&stored.revision.audience())
}
