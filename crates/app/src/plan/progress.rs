//! Reporting progress on a measure or a recommendation. Entries are added, so two people never stand in each other's
//! way; a measure takes the status of the newest entry.

use domain::act::Verb;
use domain::body::Body;
use domain::fault::Fault;
use domain::measure::Measure;
use domain::owner::Owner;
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::progress_of;
use crate::refusal::Refusal;

/// Adds a progress entry.
///
/// # Errors
/// [`Refusal::Invalid`] when it speaks of a day to come; [`Refusal::NotFound`], [`Refusal::NotAllowed`],
/// [`Refusal::Conflict`] when the measure changed at the same moment.
pub async fn add(node: &Node, actor: &Actor, entry: Progress) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::AddProgress)?;
    let owner = Owner::State(entry.state.clone());
    permit.on_new(&owner, None)?;
    if entry.date > node.surroundings.today() {
        return Err(Refusal::fault(Fault::error("date-to-come").at("date").with("date", entry.date.to_string())));
    }
    let about = node.store.get(entry.about).await?.ok_or(Refusal::NotFound("measure"))?;
    if !permit.reaches(&about.revision.audience()) {
        return Err(Refusal::NotFound("measure"));
    }
    let id = node.surroundings.new_id();
    let mut draft = Draft::new(node, actor, "");
    match &about.revision.body {
        Body::Measure(measure) => {
            permit.on(&about, None)?;
            let earlier = progress_of(node, &permit, vec![entry.about]).await?.remove(&entry.about).unwrap_or_default();
            let newest = earlier.iter().filter_map(Stored::noun::<Progress>).all(|other| other.date <= entry.date);
            if newest && measure.status != entry.status {
                let next = Measure { status: entry.status, ..measure.clone() };
                draft.change(Verb::SaveMeasure, &about, about.revision.version, next);
            }
        }
        Body::Recommendation(recommendation) => check_addressed(node, recommendation, &entry).await?,
        _ => return Err(Refusal::NotFound("measure")),
    }
    draft.add(Verb::AddProgress, id, owner, about.revision.marking.clone(), entry);
    draft.commit().await?;
    node.store.get(id).await?.ok_or(Refusal::NotFound("progress"))
}

/// A State reports only on what is recommended to it.
async fn check_addressed(node: &Node, recommendation: &Recommendation, entry: &Progress) -> Result<(), Refusal> {
    let round = node.store.get(recommendation.round.record()).await?;
    let takes_part = round
        .as_ref()
        .and_then(|stored| stored.noun::<domain::round::Round>())
        .is_some_and(|round| round.states.iter().any(|state| state.code == entry.state));
    if recommendation.is_for(&entry.state, takes_part) {
        Ok(())
    } else {
        Err(Refusal::fault(Fault::error("not-addressed").at("state").with("state", entry.state.as_str())))
    }
}
