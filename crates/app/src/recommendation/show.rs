//! One recommendation with everything that followed from it: responses, measures, progress, earlier and later ones.

use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::recommendation::Recommendation;
use domain::round::Round;
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::progress_of;
use crate::refusal::Refusal;

/// A recommendation as a page needs it. Only what reaches the person is in it.
#[derive(Debug, Clone)]
pub struct RecommendationView {
    /// The recommendation.
    pub recommendation: Stored,
    /// The round that made it.
    pub round: Stored,
    /// The responses, by State.
    pub responses: Vec<Stored>,
    /// The findings it follows from.
    pub findings: Vec<Stored>,
    /// The measures that carry it out.
    pub measures: Vec<Stored>,
    /// Follow-up, oldest first.
    pub progress: Vec<Stored>,
    /// The recommendations of earlier rounds that it continues.
    pub continues: Vec<Stored>,
    /// The recommendations of later rounds that continue it.
    pub continued_by: Vec<Stored>,
}

/// One recommendation.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Recommendation>) -> Result<RecommendationView, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let stored = node.read::<Recommendation>(&permit, id.record()).await?;
    let recommendation = stored.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?;
    let round = node.read::<Round>(&permit, recommendation.round.record()).await?;
    let findings: Vec<RecordId> = recommendation.findings.iter().map(|id| id.record()).collect();
    let measures: Vec<RecordId> = recommendation.measures.iter().map(|id| id.record()).collect();
    let continues: Vec<RecordId> = recommendation.continues.iter().map(|id| id.record()).collect();
    let later = Query::of(Kind::Recommendation).facet("continues", &id.to_string());
    Ok(RecommendationView {
        round,
        responses: node.children(&permit, Kind::Response, id.record()).await?,
        findings: reaching(node, &permit, &findings).await?,
        measures: reaching(node, &permit, &measures).await?,
        progress: progress_of(node, &permit, vec![id.record()]).await?.remove(&id.record()).unwrap_or_default(),
        continues: reaching(node, &permit, &continues).await?,
        continued_by: node.read_list(&permit, later).await?.records,
        recommendation: stored,
    })
}

/// Those of these records that reach the person.
async fn reaching(node: &Node, permit: &Permit<'_>, ids: &[RecordId]) -> Result<Vec<Stored>, Refusal> {
    let mut records = node.store.get_many(ids).await?;
    records.retain(|record| permit.reaches(&record.revision.audience()));
    Ok(records)
}
