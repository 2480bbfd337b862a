//! Identify goods: candidates of the control lists, with their reasons.

use std::sync::Arc;

use domain::list_edition::ListContent;
use identify::{Identification, Item, Scratch};

use crate::actor::Actor;
use crate::goods::lists::{AskedLists, open, usual};
use crate::list::open::{Edition, imported, shipped};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Items that are asked at once at most; a longer table is asked in parts.
pub const MOST_ITEMS: usize = 10_000;

/// Candidates for items, in their order. Nothing is recorded: what is asked may be wrong, and often is. `chosen` names the
/// lists that are asked, `list@edition` or `list`; the newest edition of each when it is empty.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::NotFound`] for a list that is not there; when there are too many items; when the lists
/// cannot be read.
pub async fn identify(
    node: &Node,
    actor: &Actor,
    items: &[Item],
    chosen: &[String],
) -> Result<Vec<Identification>, Refusal> {
    let permit = actor.permit(Permission::IdentifyGoods)?;
    if items.len() > MOST_ITEMS {
        let fault = domain::fault::Fault::error("items-too-many").at("items");
        return Err(Refusal::fault(fault.with("limit", MOST_ITEMS.to_string())));
    }
    let lists = open(node, &permit, chosen).await?;
    let mut scratch = Scratch::default();
    Ok(items.iter().map(|item| lists.identify(item, &mut scratch)).collect())
}

/// The lists of a node, ready to be asked for items one by one.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::NotFound`] for a list that is not there; when the lists cannot be read.
pub async fn lists(node: &Node, actor: &Actor, chosen: &[String]) -> Result<Arc<AskedLists>, Refusal> {
    let permit = actor.permit(Permission::IdentifyGoods)?;
    open(node, &permit, chosen).await
}

/// The editions that may be asked, each with whether it is asked when nobody chooses.
///
/// # Errors
/// [`Refusal::NotAllowed`]; when the store cannot be read.
pub async fn offered(node: &Node, actor: &Actor) -> Result<Vec<(Edition, bool)>, Refusal> {
    let permit = actor.permit(Permission::IdentifyGoods)?;
    let usual: Vec<String> = usual(node, &permit).await?.into_iter().map(|edition| edition.key).collect();
    let mut editions = vec![shipped()?];
    editions.extend(imported(node, &permit, ListContent::ControlList).await?);
    Ok(editions.into_iter().map(|edition| (edition.clone(), usual.contains(&edition.key))).collect())
}
