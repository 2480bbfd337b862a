//! Measurements and results of samples: the file of the instrument, what it shows, conclusions, and the second person.

use std::sync::Arc;

use app::sample::{analyse, conclude, file, measure, report, verify};
use app::spectrum::told;
use app::{Node, Seen};
use axum::Json;
use axum::extract::State;
use domain::fault::Fault;
use domain::laboratory::LaboratoryMeasurement;
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Reads, RecordPath, Version, read_json, record_id};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, File, Reply};
use crate::spectrum::{RecordAsked, ReportAsked};
use crate::upload::{Upload, larger};
use crate::wire::laboratory_written::{
    AmendAnalysis, AmendResult, KeepMeasurement, MeasurementUpload, SaveResult, VerifyResult,
};
use crate::wire::record::Record;
use crate::wire::sample::{LaboratoryMeasurementBody, LaboratoryResultBody};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    let rest = OpenApiRouter::new()
        .routes(routes!(shows, analyses))
        .routes(routes!(give_report))
        .routes(routes!(say))
        .routes(routes!(amend))
        .routes(routes!(analyse_again))
        .routes(routes!(second_person))
        .routes(routes!(open));
    larger(OpenApiRouter::new().routes(routes!(keep))).merge(rest)
}

/// Keep a measurement with the file of the instrument, byte for byte. The part `measurement` is JSON, the first file that of
/// the instrument, a second one that of the background. A gamma spectrum is analysed unless that is declined.
#[utoipa::path(post, path = "/laboratory-measurements", tag = "sample",
    request_body(content = MeasurementUpload, content_type = "multipart/form-data"),
    responses((status = 201, description = "The measurement.", body = Record<LaboratoryMeasurementBody>)))]
async fn keep(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    upload: Upload,
) -> Answer<Reply<LaboratoryMeasurementBody>> {
    let described = upload.field("measurement").ok_or_else(|| Fault::error("field-missing").at("measurement"))?;
    let described: KeepMeasurement = read_json(described)?;
    let (file, background) = upload.file_and_another()?;
    let measured = described.with(file, background)?;
    Reply::made(&measure::measure(&node, &actor, measured).await?, "records")
}

/// What the kept file of a gamma measurement shows by the method as it is today. Nothing is recorded.
#[utoipa::path(get, path = "/laboratory-measurements/{id}/analysis", tag = "sample", params(RecordPath, RecordAsked),
    responses((status = 200, description = "The nuclides with the lines for and against, and the findings.",
        body = Object)))]
async fn shows(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<RecordAsked>,
    Reads(t): Reads,
) -> Answer<Json<Value>> {
    let id = path.id::<LaboratoryMeasurement>("laboratory-measurement")?;
    let examined = analyse::look(&node, &actor, id, asked.record).await?;
    Ok(Json(told::identified(&examined.file_name, &examined.answered.summary, &examined.findings, t)))
}

/// Analyse the kept file of a gamma measurement and record the answer as a result, to be verified by a second person.
#[utoipa::path(post, path = "/laboratory-measurements/{id}/analysis", tag = "sample", params(RecordPath, RecordAsked),
    responses((status = 201, description = "The result.", body = Record<LaboratoryResultBody>)))]
async fn analyses(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<RecordAsked>,
) -> Answer<Reply<LaboratoryResultBody>> {
    let id = path.id("laboratory-measurement")?;
    Reply::made(&analyse::analyse(&node, &actor, id, asked.record, None, "").await?, "records")
}

/// The report of a gamma measurement, with its plot, its results and what a second person decided.
#[utoipa::path(get, path = "/laboratory-measurements/{id}/report", tag = "sample", params(RecordPath, ReportAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give_report(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<ReportAsked>,
) -> Answer<File> {
    let id = path.id("laboratory-measurement")?;
    Ok(File(report::report(&node, &actor, id, asked.read()?).await?))
}

/// Record a result of a measurement. Whatever is given, it is bound to the file of its measurement.
#[utoipa::path(post, path = "/laboratory-results", tag = "sample", request_body = SaveResult,
    responses((status = 201, description = "The result.", body = Record<LaboratoryResultBody>)))]
async fn say(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<SaveResult>,
) -> Answer<Reply<LaboratoryResultBody>> {
    Reply::made(&conclude::conclude(&node, &actor, body.try_into()?, None, "").await?, "records")
}

/// Amend a result, with a reason. The earlier version stays; the amendment is to be verified again.
#[utoipa::path(put, path = "/laboratory-results/{id}", tag = "sample", params(RecordPath), request_body = AmendResult,
    responses((status = 200, description = "The result.", body = Record<LaboratoryResultBody>)))]
async fn amend(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<AmendResult>,
) -> Answer<Reply<LaboratoryResultBody>> {
    let seen: Option<Seen> = Some(path.seen(version)?);
    let reason = body.reason.clone();
    Reply::shown(&conclude::conclude(&node, &actor, body.result.try_into()?, seen, &reason).await?)
}

/// Amend a result with what the method as it is today makes of the kept file, with a reason.
#[utoipa::path(put, path = "/laboratory-results/{id}/analysis", tag = "sample", params(RecordPath),
    request_body = AmendAnalysis,
    responses((status = 200, description = "The result.", body = Record<LaboratoryResultBody>)))]
async fn analyse_again(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<AmendAnalysis>,
) -> Answer<Reply<LaboratoryResultBody>> {
    let seen = path.seen(version)?;
    let (measurement, record) = body.read()?;
    Reply::shown(&analyse::analyse(&node, &actor, measurement, record, Some(seen), &body.reason).await?)
}

/// Verify or reject the version of a result that was seen. Never by its author.
#[utoipa::path(post, path = "/laboratory-results/{id}/verification", tag = "sample", params(RecordPath),
    request_body = VerifyResult,
    responses((status = 200, description = "The result.", body = Record<LaboratoryResultBody>)))]
async fn second_person(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<VerifyResult>,
) -> Answer<Reply<LaboratoryResultBody>> {
    let decision = body.read()?;
    Reply::shown(&verify::verify(&node, &actor, path.seen(version)?, &body.checked, decision).await?)
}

/// The path to a kept file.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct FilePath {
    /// The id of the sample or the measurement.
    #[param(format = "uuid")]
    id: String,
    /// The SHA-256 of the file.
    sha256: String,
}

/// A file kept with a sample (a photograph) or a measurement, byte for byte.
#[utoipa::path(get, path = "/samples/{id}/files/{sha256}", tag = "sample", params(FilePath),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn open(State(node): State<Arc<Node>>, Caller(actor): Caller, AtPath(path): AtPath<FilePath>) -> Answer<File> {
    let id = record_id(&path.id, "file")?;
    let sha256 = path.sha256.parse().map_err(|_| ApiRefusal::from(app::Refusal::NotFound("file")))?;
    Ok(File(file::open(&node, &actor, id, sha256).await?))
}
