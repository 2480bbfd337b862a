//! Action plans as files: taking measures from a table, giving one, and the timeline.

use std::sync::Arc;

use app::plan::{export, import};
use app::{Exported, Node};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Reads, RecordPath};
use crate::caller::Caller;
use crate::reply::{Answer, File};
use crate::table::{LanguageAsked, TableAsked};
use crate::upload::{FileName, Upload, larger};
use crate::wire::import::{Changed, PlanImportPreview};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    let uploads = OpenApiRouter::new().routes(routes!(preview)).routes(routes!(take));
    larger(uploads).merge(OpenApiRouter::new().routes(routes!(give)).routes(routes!(timeline)))
}

/// Show what a file (CSV or XLSX, English or Russian columns) would change in a plan. Nothing is stored.
#[utoipa::path(post, path = "/plans/{id}/import/preview", tag = "plan", params(RecordPath, FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "What would change, and what is wrong.", body = PlanImportPreview)))]
async fn preview(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Reads(translator): Reads,
    upload: Upload,
) -> Answer<Json<PlanImportPreview>> {
    let preview = import::preview(&node, &actor, path.id("plan")?, &upload.file()?).await?;
    Ok(Json(PlanImportPreview::of(&preview, translator)))
}

/// Take all measures of a file, each as an act of its own, or none.
#[utoipa::path(post, path = "/plans/{id}/import", tag = "plan", params(RecordPath, FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "How many measures were made or changed.", body = Changed)))]
async fn take(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    upload: Upload,
) -> Answer<Json<Changed>> {
    let changed = import::import(&node, &actor, path.id("plan")?, &upload.file()?).await?;
    Ok(Json(Changed { changed: changed as u64 }))
}

/// A plan as a table file, in the column layout of a language.
#[utoipa::path(get, path = "/plans/{id}/export", tag = "plan", params(RecordPath, TableAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<TableAsked>,
) -> Answer<File> {
    let (format, language) = asked.read()?;
    Ok(File(export::export(&node, &actor, path.id("plan")?, format, language).await?))
}

/// The timeline of a plan as a picture (SVG), with today as a line.
#[utoipa::path(get, path = "/plans/{id}/timeline", tag = "plan", params(RecordPath, LanguageAsked),
    responses((status = 200, description = "The picture.", body = String, content_type = "image/svg+xml")))]
async fn timeline(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<LanguageAsked>,
) -> Answer<File> {
    let language = asked.read()?;
    let picture = export::timeline(&node, &actor, path.id("plan")?, language).await?;
    Ok(File(Exported {
        file_name: format!("timeline-{language}.svg"),
        media_type: "image/svg+xml".to_owned(),
        bytes: picture.into_bytes(),
    }))
}
