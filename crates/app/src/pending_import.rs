//! A file between its preview and its acceptance: kept for the person who offered it, one at a time, outside the record.

use domain::ids::RecordId;
use store::PendingImport;

use crate::actor::Actor;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Keeps a file that was offered for this matrix or plan, over an earlier one of the same person.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn keep(
    node: &Node,
    actor: &Actor,
    permission: Permission,
    about: RecordId,
    file: Offered,
) -> Result<(), Refusal> {
    actor.permit(permission)?;
    let import = PendingImport {
        account: actor.account,
        purpose: purpose(permission, about),
        file_name: file.file_name,
        bytes: file.bytes,
        created: node.surroundings.now(),
    };
    Ok(node.store.put_pending_import(&import).await?)
}

/// The file that waits to be accepted for this matrix or plan.
///
/// # Errors
/// [`Refusal::NotFound`] when none waits, or one for something else; [`Refusal::NotAllowed`].
pub async fn waiting(node: &Node, actor: &Actor, permission: Permission, about: RecordId) -> Result<Offered, Refusal> {
    actor.permit(permission)?;
    let import = node.store.pending_import(actor.account).await?;
    let import = import.filter(|import| import.purpose == purpose(permission, about));
    let import = import.ok_or(Refusal::NotFound("file"))?;
    Ok(Offered { file_name: import.file_name, bytes: import.bytes })
}

/// Forgets the file: it was accepted, or the person thought better of it.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn forget(node: &Node, actor: &Actor, permission: Permission) -> Result<(), Refusal> {
    actor.permit(permission)?;
    Ok(node.store.drop_pending_import(actor.account).await?)
}

fn purpose(permission: Permission, about: RecordId) -> String {
    format!("{permission} {about}")
}
