//! The register of recommendations across all rounds.

use std::cmp::Reverse;
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

/// Recommendations that reach the person: those of the latest round first, each round by number.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, filter: &RecommendationFilter) -> Result<RecommendationPage, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let mut query = Query {
        parents: filter.round.iter().map(|round| round.record()).collect(),
        text: filter.text.clone(),
        ..Query::of(Kind::Recommendation)
    };
    for (name, value) in
        [("addressee", filter.addressee.as_ref().map(ToString::to_string)), ("theme", filter.theme.clone())]
    {
        query.facets.extend(value.map(|value| (name.to_owned(), value)));
    }
    let rounds = node.read_list(&permit, Query::of(Kind::Round)).await?.records;
    let rounds: BTreeMap<RecordId, Round> =
        rounds.iter().filter_map(|s| s.noun::<Round>().map(|round| (s.revision.record, round.clone()))).collect();
    // The latest round first, and each round by number: the order in which people look for a recommendation. Only what
    // stands on the page is read.
    let mut counts = node.count_by_parent(&permit, query.clone()).await?;
    counts.sort_by_key(|(round, _)| (rounds.get(round).map(|round| Reverse(round.start)), *round));
    let total = counts.iter().map(|(_, count)| count).sum();
    let (mut pass, mut wanted) = (u64::from(filter.offset), filter.limit.map_or(u64::MAX, u64::from));
    let mut records = Vec::new();
    for (round, count) in counts {
        if pass >= count {
            pass -= count;
            continue;
        }
        if wanted == 0 {
            break;
        }
        let of_round = Query {
            parents: vec![round],
            offset: u32::try_from(pass).unwrap_or(u32::MAX),
            limit: filter.limit.map(|_| u32::try_from(wanted).unwrap_or(u32::MAX)),
            ..query.clone()
        };
        let found = node.read_list(&permit, of_round).await?.records;
        wanted -= wanted.min(found.len() as u64);
        pass = 0;
        records.extend(found);
    }
    let parents: Vec<RecordId> = records.iter().map(|stored| stored.revision.record).collect();
    let mut responses: BTreeMap<RecordId, Vec<Response>> = BTreeMap::new();
    if !parents.is_empty() {
        for stored in node.read_list(&permit, Query { parents, ..Query::of(Kind::Response) }).await?.records {
            if let Some(response) = stored.noun::<Response>() {
                responses.entry(response.recommendation.record()).or_default().push(response.clone());
            }
        }
    }
    Ok(RecommendationPage { records, total, rounds, responses })
}
