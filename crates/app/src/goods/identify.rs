//! Identify goods: candidates of the control lists, with their reasons.

use std::sync::Arc;

use identify::{Identification, Item, Scratch};

use crate::actor::Actor;
use crate::goods::lists::AskedLists;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Items that are asked at once at most; a longer table is asked in parts.
pub const MOST_ITEMS: usize = 10_000;

/// Candidates for items, in their order. Nothing is recorded: what is asked may be wrong, and often is.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when there are too many items; when the lists cannot be read.
pub async fn identify(node: &Node, actor: &Actor, items: &[Item]) -> Result<Vec<Identification>, Refusal> {
    let _permit = actor.permit(Permission::IdentifyGoods)?;
    if items.len() > MOST_ITEMS {
        let fault = domain::fault::Fault::error("items-too-many").at("items");
        return Err(Refusal::fault(fault.with("limit", MOST_ITEMS.to_string())));
    }
    let lists = node.asked_lists().await?;
    let mut scratch = Scratch::default();
    Ok(items.iter().map(|item| lists.identify(item, &mut scratch)).collect())
}

/// The lists of a node, ready to be asked for items one by one.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when the lists cannot be read.
pub async fn lists(node: &Node, actor: &Actor) -> Result<Arc<AskedLists>, Refusal> {
    let _permit = actor.permit(Permission::IdentifyGoods)?;
    node.asked_lists().await
}
