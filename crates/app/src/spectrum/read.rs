//! Reading the file of an instrument: all that it says, and what is wrong with it.

use domain::fault::Fault;
use spectra::finding::Finding;
use spectra::format::{self, FILE_LIMIT, NotASpectrum};
use spectra::spectrum::SpectrumFile;

use crate::actor::Actor;
use crate::matrix::import::Offered;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Reads a file. The findings say what is wrong or doubtful beside what was read.
///
/// # Errors
/// [`Refusal::Invalid`] when it is no spectrum that can be read; [`Refusal::NotAllowed`].
pub async fn read(actor: &Actor, file: Offered) -> Result<(SpectrumFile, Vec<Finding>), Refusal> {
    let _permit = actor.permit(Permission::IdentifySpectrum)?;
    aside(move || read_file(&file, "file")).await
}

/// Long computing apart from the threads that serve others.
pub(crate) async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Refusal> + Send + 'static,
) -> Result<T, Refusal> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(Refusal::NotFound("spectrum")))
}

/// Reads a file that came under this name of a field.
pub(crate) fn read_file(file: &Offered, field: &str) -> Result<(SpectrumFile, Vec<Finding>), Refusal> {
    let name = Some(file.file_name.as_str()).filter(|name| !name.is_empty());
    format::read(&file.bytes, name).map_err(|error| Refusal::fault(not_read(error, file, field)))
}

/// Why a file was not read, as a fault at its field.
fn not_read(error: NotASpectrum, file: &Offered, field: &str) -> Fault {
    let name = if file.file_name.is_empty() { field } else { &file.file_name };
    let limit = (FILE_LIMIT >> 20).to_string();
    Fault::error(&format!("spectrum-{}", error.code())).at(field).with("name", name).with("limit_megabytes", limit)
}
