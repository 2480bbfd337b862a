//! Beginning a matrix.

use domain::act::Verb;
use domain::ids::Id;
use domain::localized::Localized;
use domain::marking::Marking;
use domain::matrix::{Matrix, MatrixStatus};
use domain::owner::{Owner, StateCode};
use domain::template::Template;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Begins the matrix of a State under a template: a draft, kept to the State.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::Conflict`] when the State already has one under this template.
pub async fn begin(node: &Node, actor: &Actor, state: StateCode, template: Id<Template>) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveMatrix)?;
    let owner = Owner::State(state.clone());
    permit.on_new(&owner, None)?;
    node.template(template).await?;
    let matrix =
        Matrix { state, template, status: MatrixStatus::Draft, reports: Vec::new(), note: Localized::default() };
    save(node, actor, Verb::SaveMatrix, matrix, Place::New { owner, marking: Marking::NATIONAL }, "").await
}
