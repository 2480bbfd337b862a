//! Attaching a file to a record.

use domain::act::Verb;
use domain::citation::Translation;
use domain::document::Document;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::language::Language;
use domain::localized::Localized;
use domain::partial_date::PartialDate;
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::document::media_type::{LARGEST, media_type};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A file with what its sender knows of it.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// The record it is attached to.
    pub about: RecordId,
    /// Its title.
    pub title: Localized,
    /// The name of the file.
    pub file_name: String,
    /// Its language.
    pub language: Option<Language>,
    /// Whether it is a translation.
    pub translation: Translation,
    /// The date of the document itself.
    pub date: Option<PartialDate>,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Attaches a file. It carries the owner and the marking of the record it is attached to.
///
/// # Errors
/// [`Refusal::Invalid`] when it is too large, of a type that is not taken, or its name has a path; [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn attach(node: &Node, actor: &Actor, attachment: Attachment) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::AttachDocument)?;
    let about = node.store.get(attachment.about).await?.ok_or(Refusal::NotFound("record"))?;
    permit.on(&about, None)?;
    if attachment.bytes.len() > LARGEST {
        let fault =
            Fault::error("file-too-large").at("file").with("limit_megabytes", (LARGEST / 1_048_576).to_string());
        return Err(Refusal::fault(fault));
    }
    let Some(media_type) = media_type(&attachment.bytes) else {
        return Err(Refusal::fault(Fault::error("file-type-not-taken").at("file").with("name", &attachment.file_name)));
    };
    let document = Document {
        about: attachment.about,
        title: attachment.title,
        file_name: attachment.file_name,
        media_type: media_type.to_owned(),
        length: attachment.bytes.len() as u64,
        sha256: Hash::of(&attachment.bytes),
        language: attachment.language,
        translation: attachment.translation,
        date: attachment.date,
    };
    let id = node.surroundings.new_id();
    let mut draft = Draft::new(node, actor, "");
    let owner = about.revision.owner.clone();
    draft.add(Verb::AttachDocument, id, owner, about.revision.marking.clone(), document);
    draft.keep(attachment.bytes);
    draft.commit().await?;
    node.store.get(id).await?.ok_or(Refusal::NotFound("document"))
}
