//! What waits for a person: the first page.

use domain::body::Kind;
use domain::ids::RecordId;
use domain::owner::StateCode;
use domain::recommendation::Addressee;
use domain::round::Round;
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::{Permission, Relation};
use crate::plan::list::overdue;
use crate::refusal::Refusal;

/// How many recommendations that wait are shown.
const MOST_WAITING: u32 = 20;

/// What the first page shows.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// Measures of the person's State whose time is over.
    pub overdue: Vec<Stored>,
    /// The first recommendations to the person's State without a response.
    pub to_answer: Vec<Stored>,
    /// How many there are.
    pub to_answer_total: u64,
    /// The latest round, and the one agreed next.
    pub round: Option<Stored>,
    /// The newest reports.
    pub reports: Vec<Stored>,
}

/// Gathers what waits for a person.
///
/// # Errors
/// When the store cannot be read.
pub async fn home(node: &Node, actor: &Actor) -> Result<Home, Refusal> {
    let permit = actor.permit(Permission::SeeStates)?;
    if !actor.may_somewhere(Permission::SeeRound) {
        return Ok(Home::default());
    }
    let mut home = Home {
        round: node.read_list(&permit, Query::of(Kind::Round)).await?.records.pop(),
        reports: crate::report::open::list(node, actor).await?.into_iter().take(3).collect(),
        ..Home::default()
    };
    let Some(state) = &actor.state else { return Ok(home) };
    home.overdue = overdue(node, actor, Some(state)).await?;
    if actor.may(Permission::Respond, Relation::Own) {
        (home.to_answer, home.to_answer_total) = to_answer(node, &permit, state).await?;
    }
    Ok(home)
}

/// The first recommendations to a State that it has not responded to, and how many there are: those that name it, and
/// those to all States of a round that it takes part in.
async fn to_answer(node: &Node, permit: &Permit<'_>, state: &StateCode) -> Result<(Vec<Stored>, u64), Refusal> {
    let addressed = |addressee: &Addressee| ("addressee".to_owned(), addressee.to_string());
    let unanswered = Query {
        without_child: Some((Kind::Response, state.to_string())),
        limit: Some(MOST_WAITING),
        ..Query::of(Kind::Recommendation)
    };
    let named = addressed(&Addressee::State(state.clone()));
    let rounds = node.read_list(permit, Query::of(Kind::Round)).await?.records;
    let takes_part = |stored: &&Stored| {
        stored.noun::<Round>().is_some_and(|round| round.states.iter().any(|member| member.code == *state))
    };
    let parents: Vec<RecordId> = rounds.iter().filter(takes_part).map(|stored| stored.revision.record).collect();
    let mut queries = vec![Query { facets: vec![named.clone()], ..unanswered.clone() }];
    if !parents.is_empty() {
        queries.push(Query { facets: vec![addressed(&Addressee::All)], without: vec![named], parents, ..unanswered });
    }
    let (mut waiting, mut total) = (Vec::new(), 0);
    for query in queries {
        let page = node.read_list(permit, query).await?;
        total += page.total;
        waiting.extend(page.records);
    }
    waiting.truncate(MOST_WAITING as usize);
    Ok((waiting, total))
}
