//! What waits for a person: the first page.

use domain::body::Kind;
use domain::recommendation::Recommendation;
use domain::response::Response;
use domain::round::Round;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::{Permission, Relation};
use crate::plan::list::overdue;
use crate::recommendation::list::{RecommendationFilter, list};
use crate::refusal::Refusal;

/// What the first page shows.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// Measures of the person's State whose time is over.
    pub overdue: Vec<Stored>,
    /// Recommendations to the person's State without a response.
    pub to_answer: Vec<Stored>,
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
    home.overdue = overdue(node, actor).await?;
    home.overdue.retain(|measure| measure.revision.owner.state() == Some(state));
    if actor.may(Permission::Respond, Relation::Own) {
        let page = list(node, actor, &RecommendationFilter::default()).await?;
        home.to_answer = page
            .records
            .iter()
            .filter(|stored| {
                let record = stored.revision.record;
                let answered = |response: &Response| response.state == *state;
                let takes_part = |round: &Round| round.states.iter().any(|member| member.code == *state);
                stored.noun::<Recommendation>().is_some_and(|recommendation| {
                    let of_round = page.rounds.get(&recommendation.round.record()).is_some_and(takes_part);
                    recommendation.is_for(state, of_round)
                }) && !page.responses.get(&record).is_some_and(|responses| responses.iter().any(answered))
            })
            .cloned()
            .collect();
    }
    Ok(home)
}
