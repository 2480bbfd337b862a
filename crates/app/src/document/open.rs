//! Reading attached files.

use domain::body::Kind;
use domain::document::Document;
use domain::ids::{Id, RecordId};
use store::Stored;

use crate::actor::Actor;
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The documents attached to a record that reach the person.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, about: RecordId) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeDocument)?;
    node.children(&permit, Kind::Document, about).await
}

/// The file of a document.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn open(node: &Node, actor: &Actor, id: Id<Document>) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeDocument)?;
    let stored = node.read::<Document>(&permit, id.record()).await?;
    let document = stored.noun::<Document>().ok_or(Refusal::NotFound("document"))?;
    let bytes = node.store.blob(&document.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    Ok(Exported { file_name: document.file_name.clone(), media_type: document.media_type.clone(), bytes })
}
