//! Copying a whole node into another, empty store: for a backup, and back from one.

use domain::act::Verb;
use store::Store;

use crate::actor::Actor;
use crate::change::Draft;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Records that a backup is made, then copies a consistent snapshot into `to`. The act comes first, so the backup
/// itself says that it is one.
///
/// # Errors
/// [`Refusal::NotAllowed`], or what either store refuses.
pub async fn back_up(
    node: &Node,
    actor: &Actor,
    to: &Store,
    progress: &mut (dyn FnMut(store::Progress) + Send),
) -> Result<store::backup::Copied, Refusal> {
    let permit = actor.permit(Permission::BackUp)?;
    permit.on_node()?;
    let mut draft = Draft::new(node, actor, "");
    draft.note(Verb::BackUp);
    draft.commit().await?;
    Ok(store::backup::copy(&node.store, to, progress).await?)
}

/// Records that this node was restored from a backup. The copying itself is done before there is a node to act on.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn restored(node: &Node, actor: &Actor) -> Result<(), Refusal> {
    let permit = actor.permit(Permission::BackUp)?;
    permit.on_node()?;
    let mut draft = Draft::new(node, actor, "");
    draft.note(Verb::Restore);
    draft.commit().await?;
    Ok(())
}
