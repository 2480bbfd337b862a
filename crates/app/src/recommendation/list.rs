//! The register of recommendations across all rounds.

use std::collections::BTreeMap;

use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::recommendation::Addressee;
use domain::response::{Position, Response};
use domain::round::Round;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What the register is filtered by; an empty field asks nothing.
#[derive(Debug, Clone, Default)]
pub struct RecommendationFilter {
    /// The round that made it.
    pub round: Option<Id<Round>>,
    /// Whom it is for.
    pub addressee: Option<Addressee>,
    /// The theme.
    pub theme: Option<String>,
    /// Words of the text.
    pub text: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
    /// How many to pass over.
    pub offset: u32,
}

/// A page of the register.
#[derive(Debug, Clone)]
pub struct RecommendationPage {
    /// The recommendations.
    pub records: Vec<Stored>,
    /// How many there are in all.
    pub total: u64,
    /// The rounds they come from.
    pub rounds: BTreeMap<RecordId, Round>,
    /// The responses to each, by State.
    pub responses: BTreeMap<RecordId, Vec<Response>>,
}

impl RecommendationPage {
    /// The positions taken on one, by State.
    pub fn positions(&self, record: RecordId) -> impl Iterator<Item = (&str, Position)> {
        self.responses.get(&record).into_iter().flatten().map(|response| (response.state.as_str(), response.position))
    }
}

/// Recommendations that reach the person, by number.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, filter: &RecommendationFilter) -> Result<RecommendationPage, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let mut query = Query {
        parents: filter.round.iter().map(|round| round.record()).collect(),
        text: filter.text.clone(),
        limit: filter.limit,
        offset: filter.offset,
        ..Query::of(Kind::Recommendation)
    };
    for (name, value) in
        [("addressee", filter.addressee.as_ref().map(ToString::to_string)), ("theme", filter.theme.clone())]
    {
        query.facets.extend(value.map(|value| (name.to_owned(), value)));
    }
    let page = node.read_list(&permit, query).await?;
    let parents: Vec<RecordId> = page.records.iter().map(|stored| stored.revision.record).collect();
    let mut responses: BTreeMap<RecordId, Vec<Response>> = BTreeMap::new();
    if !parents.is_empty() {
        for stored in node.read_list(&permit, Query { parents, ..Query::of(Kind::Response) }).await?.records {
            if let Some(response) = stored.noun::<Response>() {
                responses.entry(response.recommendation.record()).or_default().push(response.clone());
            }
        }
    }
    let rounds = node.read_list(&permit, Query::of(Kind::Round)).await?.records;
    let rounds =
        rounds.iter().filter_map(|s| s.noun::<Round>().map(|round| (s.revision.record, round.clone()))).collect();
    Ok(RecommendationPage { records: page.records, total: page.total, rounds, responses })
}
