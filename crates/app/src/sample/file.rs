//! The files kept with a sample or a measurement, byte for byte as they came.

use domain::body::Body;
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::laboratory::RawFile;

use crate::actor::Actor;
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// The file with this SHA-256 of a sample or a measurement.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn open(node: &Node, actor: &Actor, record: RecordId, sha256: Hash) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let missing = || Refusal::NotFound("file");
    let stored = node
        .store
        .get(record)
        .await?
        .filter(|stored| permit.reaches(&stored.revision.audience()))
        .ok_or_else(missing)?;
    let files: Vec<&RawFile> = match &stored.revision.body {
        Body::Sample(sample) => sample.photographs.iter().collect(),
        Body::LaboratoryMeasurement(measurement) => {
            [Some(&measurement.file), measurement.background.as_ref()].into_iter().flatten().collect()
        }
        _ => Vec::new(),
    };
    let file = files.into_iter().find(|file| file.sha256 == sha256).ok_or_else(missing)?;
    let bytes = node.store.blob(&sha256).await?.ok_or_else(missing)?;
    // Only pictures have a media type that a browser may show; anything else is only ever saved.
    let media_type =
        if file.read_as.starts_with("image/") { file.read_as.as_str() } else { "application/octet-stream" };
    Ok(Exported { file_name: file.file_name.clone(), media_type: media_type.to_owned(), bytes })
}
