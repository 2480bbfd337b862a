//! The rounds that reach a person.

use domain::body::Kind;
use store::{Order, Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Every round that reaches the person, earliest first.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    Ok(node.read_list(&permit, Query { order: Order::Natural, ..Query::of(Kind::Round) }).await?.records)
}
