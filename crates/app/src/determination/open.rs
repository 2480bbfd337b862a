//! Reading determinations.

use domain::body::Kind;
use domain::determination::Determination;
use domain::ids::Id;
use store::{Page, Query};

use super::OpenDetermination;
use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Determinations that reach the person, found by words of the good or its papers.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, text: Option<String>) -> Result<Page, Refusal> {
    let permit = actor.permit(Permission::SeeDeterminations)?;
    node.read_list(&permit, Query { text, ..Query::of(Kind::Determination) }).await
}

/// One determination, ready to be evaluated.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn open(node: &Node, actor: &Actor, id: Id<Determination>) -> Result<OpenDetermination, Refusal> {
    let permit = actor.permit(Permission::SeeDeterminations)?;
    let stored = node.read::<Determination>(&permit, id.record()).await?;
    let determination = stored.noun::<Determination>().ok_or(Refusal::NotFound("determination"))?.clone();
    OpenDetermination::new(Some(stored), determination)
}
