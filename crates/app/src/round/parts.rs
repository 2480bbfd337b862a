//! The parts of a round that are records of their own and are saved alike: programme items, participants, visits and
//! their accounts. Findings and recommendations have folders of their own.

use domain::act::Verb;
use domain::body::Noun;
use domain::ids::Id;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::participant::Participant;
use domain::programme_item::ProgrammeItem;
use domain::round::Round;
use domain::visit::{Visit, VisitAccount};
use store::Stored;

use crate::actor::{Actor, Permit};
use crate::change::{Place, Seen, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// How a part of a round is saved.
pub(crate) struct SavePart<'a> {
    /// What the act says.
    pub(crate) verb: Verb,
    /// The round.
    pub(crate) round: Id<Round>,
    /// Whose a new part is.
    pub(crate) owner: Owner,
    /// The version that the person saw; `None` for a new part.
    pub(crate) seen: Option<Seen>,
    /// Why.
    pub(crate) reason: &'a str,
}

/// Saves a part of a round: new ones take the round's own marking.
pub(crate) async fn save_part<N: Noun>(
    node: &Node,
    permit: &Permit<'_>,
    part: N,
    SavePart { verb, round, owner, seen, reason }: SavePart<'_>,
) -> Result<Stored, Refusal> {
    let home = node.read::<Round>(permit, round.record()).await?;
    match seen {
        None => {
            permit.on_new(&owner, Some(round))?;
            let place = Place::New { owner, marking: home.revision.marking.clone() };
            save(node, permit.actor, verb, part, place, reason).await
        }
        Some(seen) => {
            let current = node.read::<N>(permit, seen.record).await?;
            permit.on(&current, Some(round))?;
            let place = Place::Next { current: &current, seen: seen.version };
            save(node, permit.actor, verb, part, place, reason).await
        }
    }
}

/// Makes or changes a programme item.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn save_programme_item(
    node: &Node,
    actor: &Actor,
    item: ProgrammeItem,
    seen: Option<Seen>,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveRound)?;
    let how =
        SavePart { verb: Verb::SaveProgrammeItem, round: item.round, owner: Owner::Secretariat, seen, reason: "" };
    save_part(node, &permit, item, how).await
}

/// Enters or changes a participant: a State its own delegation, the secretariat everyone else.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn save_participant(
    node: &Node,
    actor: &Actor,
    participant: Participant,
    seen: Option<Seen>,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveParticipant)?;
    let owner = participant.state.clone().map_or(Owner::Secretariat, Owner::State);
    // A coordinator enters the own delegation only; the secretariat may enter anyone's.
    if !actor.is(domain::role::Role::Secretariat) {
        permit.on_new(&owner, None)?;
    }
    let how =
        SavePart { verb: Verb::SaveParticipant, round: participant.round, owner: actor.owner(), seen, reason: "" };
    save_part(node, &permit, participant, how).await
}

/// Enters or changes a visit.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also for a number that is taken), [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn save_visit(node: &Node, actor: &Actor, visit: Visit, seen: Option<Seen>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveRound)?;
    let how = SavePart { verb: Verb::SaveVisit, round: visit.round, owner: Owner::Secretariat, seen, reason: "" };
    save_part(node, &permit, visit, how).await
}

/// Writes or changes the account of a visit, under a marking of its own.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn save_visit_account(
    node: &Node,
    actor: &Actor,
    account: VisitAccount,
    marking: Marking,
    seen: Option<Seen>,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveRound)?;
    let visit = node.read::<Visit>(&permit, account.visit.record()).await?;
    permit.on(&visit, None)?;
    match seen {
        None => {
            let place = Place::New { owner: Owner::Secretariat, marking };
            save(node, actor, Verb::SaveVisitAccount, account, place, "").await
        }
        Some(seen) => {
            let current = node.read::<VisitAccount>(&permit, seen.record).await?;
            let place = Place::Next { current: &current, seen: seen.version };
            save(node, actor, Verb::SaveVisitAccount, account, place, "").await
        }
    }
}
