//! The report of a measurement as PDF or DOCX, with its plot. Nothing is recorded: a report is made again whenever it is
//! asked for, and says which file it is about.

use std::sync::Arc;

use domain::language::Language;
use jiff::civil::Date;
use report::measurement::{MeasurementRecord, compose};

use crate::actor::Actor;
use crate::export::{DOCX, Exported, PDF};
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::spectrum::examine::{Examined, examined};
use crate::spectrum::read::aside;

domain::words! {
    /// The formats that a report of a measurement is given in.
    ReportFormat {
        /// PDF/A.
        Pdf = "pdf",
        /// Office Open XML.
        Docx = "docx",
    }
}

/// The report of files that nobody has kept.
///
/// # Errors
/// [`Refusal::Invalid`] as [`super::examine::examine`]; [`Refusal::Report`] when it cannot be set; [`Refusal::NotAllowed`].
pub async fn report(
    node: &Node,
    actor: &Actor,
    file: Arc<Offered>,
    background: Option<Arc<Offered>>,
    record: Option<usize>,
    (format, language): (ReportFormat, Language),
) -> Result<Exported, Refusal> {
    let _permit = actor.permit(Permission::IdentifySpectrum)?;
    let date = node.surroundings.today();
    aside(move || {
        let examined = examined(&file, background.as_deref(), record)?;
        set(&examined, &Case::default(), date, format, language)
    })
    .await
}

/// What is known of the case that a measurement belongs to.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// Label and value, in the language of the report.
    pub facts: Vec<(String, String)>,
    /// How the record is marked, in words.
    pub marking: String,
    /// Whether it is about things that do not exist.
    pub training: bool,
}

/// Sets the report of what was examined, without a node.
///
/// # Errors
/// [`Refusal::Report`] when it cannot be set.
pub fn set(
    examined: &Examined,
    case: &Case,
    date: Date,
    format: ReportFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    let sha256 = examined.sha256.to_string();
    let background = examined.background.as_ref().map(|(name, hash)| (name.as_str(), hash.to_string()));
    let document = compose(
        &MeasurementRecord {
            answered: &examined.answered,
            file_name: &examined.file_name,
            sha256: &sha256,
            background: background.as_ref().map(|(name, hash)| (*name, hash.as_str())),
            instrument: &examined.instrument_name(),
            findings: &examined.findings,
            case: &case.facts,
            marking: &case.marking,
            training: case.training,
            date,
        },
        language,
    );
    let (bytes, media_type) = match format {
        ReportFormat::Pdf => (report::to_pdf(&document)?, PDF),
        ReportFormat::Docx => (report::to_docx(&document)?, DOCX),
    };
    let stem = examined.file_name.rsplit_once('.').map_or(examined.file_name.as_str(), |(stem, _)| stem);
    Ok(Exported { file_name: format!("{stem}-{language}.{format}"), media_type: media_type.to_owned(), bytes })
}
