//! Reports of rounds.

use std::sync::Arc;

use app::Node;
use app::report::{build, open};
use axum::Json;
use axum::extract::State;
use domain::ids::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, record_id};
use crate::caller::Caller;
use crate::reply::{Answer, File, Reply, page};
use crate::wire::record::{Record, Records};
use crate::wire::report::{BuildReport, ReportBody};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(one)).routes(routes!(file))
}

/// A file of a report.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ReportFilePath {
    /// The id of the report.
    #[param(format = "uuid")]
    id: String,
    /// The name of the file, as the report lists it.
    name: String,
}

/// The reports, newest first.
#[utoipa::path(get, path = "/reports", tag = "report", params(Paging),
    responses((status = 200, description = "The reports.", body = Records<ReportBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<ReportBody>>> {
    page(&open::list(&node, &actor).await?, paging)
}

/// Build the report of a round as PDF and DOCX. It says only what its audience may read.
#[utoipa::path(post, path = "/reports", tag = "report", request_body = BuildReport,
    responses((status = 201, description = "The report with its files.", body = Record<ReportBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<BuildReport>,
) -> Answer<Reply<ReportBody>> {
    let built = build::build(&node, &actor, &body.try_into()?).await?;
    Reply::made(&built.report, "reports")
}

/// A report: for whom, in which languages, its files, and the exact revisions it rests on.
#[utoipa::path(get, path = "/reports/{id}", tag = "report", params(RecordPath),
    responses((status = 200, description = "The report.", body = Record<ReportBody>)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Reply<ReportBody>> {
    Reply::shown(&open::show(&node, &actor, path.id("report")?).await?)
}

/// A file of a report.
#[utoipa::path(get, path = "/reports/{id}/files/{name}", tag = "report", params(ReportFilePath),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn file(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<ReportFilePath>,
) -> Answer<File> {
    let report = Id::new(record_id(&path.id, "report")?);
    Ok(File(open::open(&node, &actor, report, &path.name).await?))
}
