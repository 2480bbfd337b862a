//! What became of recommendations: the measures that carry them out and the newest report about each.

use std::collections::BTreeMap;

use domain::ids::{Id, RecordId};
use domain::measure::Measure;
use domain::recommendation::Recommendation;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::progress_of;
use crate::refusal::Refusal;

/// What a register shows beside its recommendations. Only what reaches the person is in it.
#[derive(Debug, Clone, Default)]
pub struct Followed {
    /// The measures, by their own id.
    pub measures: BTreeMap<RecordId, Stored>,
    /// The progress entries of each recommendation, oldest first.
    pub progress: BTreeMap<RecordId, Vec<Stored>>,
}

/// What became of these recommendations.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn follow(node: &Node, actor: &Actor, recommendations: &[Stored]) -> Result<Followed, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let about: Vec<RecordId> = recommendations.iter().map(|stored| stored.revision.record).collect();
    let mut measures: Vec<RecordId> = recommendations
        .iter()
        .filter_map(Stored::noun::<Recommendation>)
        .flat_map(|recommendation| recommendation.measures.iter().map(|id| id.record()))
        .collect();
    measures.sort_unstable();
    measures.dedup();
    let measures = node
        .store
        .get_many(&measures)
        .await?
        .into_iter()
        .filter(|stored| permit.reaches(&stored.revision.audience()))
        .map(|stored| (stored.revision.record, stored))
        .collect();
    Ok(Followed { measures, progress: progress_of(node, &permit, about).await? })
}

/// The recommendations that a measure carries out.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn of_measure(node: &Node, actor: &Actor, id: Id<Measure>) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let query = Query::of(domain::body::Kind::Recommendation).facet("measure", &id.to_string());
    Ok(node.read_list(&permit, query).await?.records)
}
