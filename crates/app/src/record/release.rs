//! Releasing one revision of a record: the recorded decision that it may leave the node, taken by someone who did not
//! write it.

use domain::act::{Act, Verb};
use domain::ids::RecordId;
use domain::marking::Marking;
use domain::release::Release;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Releases the version of a record that the person saw, to someone, for a purpose.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::OwnRevision`] when the person wrote that version; [`Refusal::NotFound`] when the
/// version is not the current one or does not reach the person.
pub async fn release(
    node: &Node,
    actor: &Actor,
    record: RecordId,
    version: u32,
    recipient: &str,
    purpose: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::ReleaseRecord)?;
    let current = node.store.get(record).await?.ok_or(Refusal::NotFound("record"))?;
    permit.on(&current, None)?;
    let history: Vec<(Stored, Act)> = node.store.history(record).await?;
    let written = history.into_iter().find(|(stored, _)| stored.revision.version == version);
    let (released, act) = written.ok_or(Refusal::NotFound("revision"))?;
    if act.person.account == actor.account {
        return Err(Refusal::OwnRevision);
    }
    let release = Release {
        record,
        version,
        revision: released.hash,
        recipient: recipient.trim().to_owned(),
        purpose: purpose.trim().to_owned(),
    };
    let place = Place::New { owner: released.revision.owner.clone(), marking: Marking::NATIONAL };
    save(node, actor, Verb::Release, release, place, purpose).await
}
