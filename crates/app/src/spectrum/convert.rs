//! Writing what a file says in another format.

use spectra::format;

use crate::actor::Actor;
use crate::export::Exported;
use crate::matrix::import::Offered;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::spectrum::read::{aside, read_file};

domain::words! {
    /// The formats that spectra are written in.
    SpectrumFormat {
        /// ANSI N42.42-2011.
        N42 = "n42",
        /// A table: a column of energies, and one of counts for each spectrum.
        Csv = "csv",
    }
}

/// What stands in a file as its creator.
const CREATOR: &str = concat!("Tripoint ", env!("CARGO_PKG_VERSION"));

/// Reads a file and writes what it says.
///
/// # Errors
/// [`Refusal::Invalid`] when it is no spectrum that can be read; [`Refusal::NotAllowed`].
pub async fn convert(actor: &Actor, file: Offered, to: SpectrumFormat) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::IdentifySpectrum)?;
    aside(move || {
        let (read, _) = read_file(&file, "file")?;
        let (text, media_type) = match to {
            SpectrumFormat::N42 => (format::to_n42(&read, CREATOR), "application/xml"),
            SpectrumFormat::Csv => (format::to_csv(&read), "text/csv; charset=utf-8"),
        };
        let stem = file.file_name.rsplit_once('.').map_or(file.file_name.as_str(), |(stem, _)| stem);
        let stem = if stem.is_empty() { "spectrum" } else { stem };
        Ok(Exported { file_name: format!("{stem}.{to}"), media_type: media_type.to_owned(), bytes: text.into_bytes() })
    })
    .await
}
