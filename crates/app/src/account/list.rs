//! The people of the node.

use domain::account::Account;
use domain::body::Kind;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Everyone who has an account, by login.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeAccounts)?;
    permit.on_node()?;
    Ok(node.store.list(&Query::of(Kind::Account)).await?.records)
}

/// The demo people of a demo node: the log-in page names them. Nothing on any other node.
///
/// # Errors
/// When the store cannot be read.
pub async fn demo_people(node: &Node) -> Result<Vec<Account>, Refusal> {
    if !node.demo {
        return Ok(Vec::new());
    }
    let accounts = node.store.list(&Query::of(Kind::Account)).await?.records;
    Ok(accounts.iter().filter_map(|stored| stored.noun::<Account>()).filter(|account| account.demo).cloned().collect())
}
