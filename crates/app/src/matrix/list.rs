//! The matrices that reach a person.

use domain::body::Kind;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Every matrix that reaches the person, by State.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeMatrix)?;
    Ok(node.read_list(&permit, Query::of(Kind::Matrix)).await?.records)
}
