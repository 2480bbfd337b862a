//! Spectra: what the file of an instrument says and shows. Nothing is recorded.

use std::sync::Arc;

use app::spectrum::convert::{SpectrumFormat, convert};
use app::spectrum::report::{ReportFormat, report};
use app::spectrum::{examine, read, told};
use app::{Node, Offered};
use axum::Json;
use axum::extract::State;
use domain::language::Language;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, Reads};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, File};
use crate::upload::{FileName, Upload, larger};
use crate::wire::written::{LanguageText, Reading, ReportFormatWord, SpectrumFormatWord};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    let uploads = OpenApiRouter::new()
        .routes(routes!(say))
        .routes(routes!(identify))
        .routes(routes!(rewrite))
        .routes(routes!(make_report));
    larger(uploads)
}

/// Which record of a file.
#[derive(Debug, Clone, Copy, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RecordAsked {
    /// The record of the file that is looked at, counted from 1. Without it the item is looked at as a whole.
    #[param(minimum = 1)]
    pub(crate) record: Option<usize>,
}

/// The format and the language of a report of a measurement.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ReportAsked {
    /// The format. PDF unless something else is asked.
    #[param(value_type = Option<String>, example = "pdf")]
    format: Option<ReportFormatWord>,
    /// The language. English unless another is asked.
    #[param(value_type = Option<String>, example = "ru")]
    language: Option<LanguageText>,
}

impl ReportAsked {
    /// The format and the language.
    ///
    /// # Errors
    /// When there is no such format, or that is no language.
    pub(crate) fn read(&self) -> Result<(ReportFormat, Language), ApiRefusal> {
        let mut read = Reading::default();
        let format = read.option("format", &self.format).unwrap_or(ReportFormat::Pdf);
        let language = read.option("language", &self.language).unwrap_or(Language::EN);
        Ok(read.finish(|| Some((format, language)))?)
    }
}

/// What a converted file is asked for with.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ConvertAsked {
    /// The format: `n42` (ANSI N42.42-2011) or `csv`.
    #[param(value_type = String, example = "n42")]
    to: SpectrumFormatWord,
}

/// The file and, behind it, the background.
fn both(upload: Upload) -> Result<(Arc<Offered>, Option<Arc<Offered>>), ApiRefusal> {
    let (file, background) = upload.file_and_another()?;
    Ok((Arc::new(file), background.map(Arc::new)))
}

/// All that the file of an instrument says: the JSON of `tripoint spectrum read --json`.
#[utoipa::path(post, path = "/spectra/read", tag = "spectrum", params(FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "What it says, and what is wrong with it.", body = Object)))]
async fn say(Caller(actor): Caller, Reads(t): Reads, upload: Upload) -> Answer<Json<Value>> {
    let file = upload.file()?;
    let name = file.file_name.clone();
    let (read, findings) = read::read(&actor, file).await?;
    Ok(Json(told::described(&name, &read, &findings, t)))
}

/// What the file of an instrument shows: the JSON of `tripoint spectrum identify --json`. In `multipart/form-data` a second
/// file is the background. Detection only: the answer is a screen, and a person decides.
#[utoipa::path(post, path = "/spectra/identify", tag = "spectrum", params(FileName, RecordAsked),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The nuclides with the lines for and against, and the findings.",
        body = Object)))]
async fn identify(
    Caller(actor): Caller,
    Asked(asked): Asked<RecordAsked>,
    Reads(t): Reads,
    upload: Upload,
) -> Answer<Json<Value>> {
    let (file, background) = both(upload)?;
    let examined = examine::examine(&actor, file, background, asked.record).await?;
    Ok(Json(told::identified(&examined.file_name, &examined.answered.summary, &examined.findings, t)))
}

/// What a file says, written as ANSI N42.42-2011 or as a table.
#[utoipa::path(post, path = "/spectra/convert", tag = "spectrum", params(FileName, ConvertAsked),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn rewrite(Caller(actor): Caller, Asked(asked): Asked<ConvertAsked>, upload: Upload) -> Answer<File> {
    let mut read = Reading::default();
    let to: Option<SpectrumFormat> = read.one("to", &asked.to);
    let to = read.finish(|| to)?;
    Ok(File(convert(&actor, upload.file()?, to).await?))
}

/// The report of a measurement, with its plot. In `multipart/form-data` a second file is the background.
#[utoipa::path(post, path = "/spectra/report", tag = "spectrum", params(FileName, RecordAsked, ReportAsked),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn make_report(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<RecordAsked>,
    Asked(wanted): Asked<ReportAsked>,
    upload: Upload,
) -> Answer<File> {
    let wanted = wanted.read()?;
    let (file, background) = both(upload)?;
    Ok(File(report(&node, &actor, file, background, asked.record, wanted).await?))
}
