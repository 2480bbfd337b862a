//! The kept file of a measurement that is no gamma spectrum: its curves, and of an amplification run what its controls allow
//! to be said.

use domain::fault::Fault;
use domain::ids::Id;
use domain::laboratory::LaboratoryMeasurement;
use spectra::finding::Finding;
use spectra::laboratory::LaboratoryFile;

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::spectrum::read::aside;

/// What the file of a laboratory holds.
#[derive(Debug, Clone)]
pub struct Curves {
    /// The file as it was read.
    pub file: LaboratoryFile,
    /// What was noticed on the way.
    pub findings: Vec<Finding>,
}

/// Reads the kept file of a measurement. Nothing is recorded.
///
/// # Errors
/// [`Refusal::Invalid`] when no reader of laboratories' files knows it; [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn curves(node: &Node, actor: &Actor, measurement: Id<LaboratoryMeasurement>) -> Result<Curves, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let stored = node.read::<LaboratoryMeasurement>(&permit, measurement.record()).await?;
    let known = stored.noun::<LaboratoryMeasurement>().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    let bytes = node.store.blob(&known.file.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    let name = known.file.file_name.clone();
    aside(move || {
        let (file, findings) = spectra::laboratory::read(&bytes).map_err(|error| {
            Refusal::fault(Fault::error(&format!("spectrum-{}", error.code())).at("file").with("name", name))
        })?;
        Ok(Curves { file, findings })
    })
    .await
}
