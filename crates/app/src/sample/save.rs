//! Entering a sample, or changing what is known of it.

use domain::act::Verb;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::laboratory::RawFile;
use domain::marking::Marking;
use domain::sample::Sample;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Draft, Seen};
use crate::document::media_type::{LARGEST, media_type};
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Enters a sample (`seen` is `None`) or changes one, and keeps photographs with it. A part of another sample belongs to
/// whom that belongs to, and carries its marking.
///
/// # Errors
/// [`Refusal::Invalid`] (also for a photograph that is no picture), [`Refusal::Conflict`] (also for a code that is taken),
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn save(
    node: &Node,
    actor: &Actor,
    mut sample: Sample,
    photographs: Vec<Offered>,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveSample)?;
    let mut draft = Draft::new(node, actor, reason);
    let parent = match sample.parent {
        Some(parent) => Some(node.read::<Sample>(&permit, parent.record()).await?),
        None => None,
    };
    let current = match seen {
        Some(seen) => Some((node.read::<Sample>(&permit, seen.record).await?, seen)),
        None => None,
    };
    // Photographs that were kept stay; none is believed that was not.
    sample.photographs = current
        .as_ref()
        .and_then(|(current, _)| current.noun::<Sample>())
        .map(|known| known.photographs.clone())
        .unwrap_or_default();
    for offered in photographs {
        sample.photographs.push(photograph(&offered)?);
        draft.keep(offered.bytes);
    }
    let id = match &current {
        Some((current, seen)) => {
            permit.on(current, None)?;
            if sample.parent.is_some_and(|parent| parent.record() == seen.record) {
                return Err(Refusal::fault(Fault::error("sample-own-parent").at("parent")));
            }
            draft.change(Verb::SaveSample, current, seen.version, sample);
            seen.record
        }
        None => {
            let (owner, marking) = match &parent {
                Some(parent) => (parent.revision.owner.clone(), parent.revision.marking.clone()),
                None => (actor.owner(), Marking::NATIONAL),
            };
            permit.on_new(&owner, None)?;
            let id = node.surroundings.new_id();
            draft.add(Verb::SaveSample, id, owner, marking, sample);
            id
        }
    };
    draft.commit().await?;
    node.store.get(id).await?.ok_or(Refusal::NotFound("sample"))
}

fn photograph(offered: &Offered) -> Result<RawFile, Refusal> {
    if offered.bytes.len() > LARGEST {
        let fault = Fault::error("file-too-large").at("photographs");
        return Err(Refusal::fault(fault.with("limit_megabytes", (LARGEST / 1_048_576).to_string())));
    }
    let Some(picture) = media_type(&offered.bytes).filter(|media_type| media_type.starts_with("image/")) else {
        return Err(Refusal::fault(
            Fault::error("photograph-no-picture").at("photographs").with("name", &offered.file_name),
        ));
    };
    Ok(RawFile {
        file_name: offered.file_name.clone(),
        length: offered.bytes.len() as u64,
        sha256: Hash::of(&offered.bytes),
        read_as: picture.to_owned(),
    })
}
