//! The plans that reach a person.

use domain::body::Kind;
use domain::ids::Id;
use domain::owner::{Owner, StateCode};
use domain::plan::Plan;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Every plan that reaches the person, by State and beginning.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    Ok(node.read_list(&permit, Query::of(Kind::Plan)).await?.records)
}

/// The measures of one plan, as far as they reach the person, by number.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn measures(node: &Node, actor: &Actor, plan: Id<Plan>) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    node.children(&permit, Kind::Measure, plan.record()).await
}

/// The measures of all plans that reach the person, or of those of one State, whose time is over while they are not done,
/// by due day.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn overdue(node: &Node, actor: &Actor, of: Option<&StateCode>) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    let today = node.surroundings.today();
    let query = Query {
        facet_below: Some(("due".to_owned(), today.to_string())),
        owner: of.cloned().map(Owner::State),
        without: vec![("status".to_owned(), "done".to_owned())],
        ..Query::of(Kind::Measure)
    };
    Ok(node.read_list(&permit, query).await?.records)
}
