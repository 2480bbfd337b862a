//! Matrices as table files: taking answers from one, and giving one.

use std::sync::Arc;

use app::Node;
use app::matrix::{export, import};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Reads, RecordPath};
use crate::caller::Caller;
use crate::reply::{Answer, File};
use crate::table::TableAsked;
use crate::upload::{FileName, Upload, larger};
use crate::wire::import::{Changed, MatrixImportPreview};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    let uploads = OpenApiRouter::new().routes(routes!(preview)).routes(routes!(take));
    larger(uploads).merge(OpenApiRouter::new().routes(routes!(give)))
}

/// Show what a file (CSV or XLSX) would change in a matrix. Nothing is stored.
#[utoipa::path(post, path = "/matrices/{id}/import/preview", tag = "matrix", params(RecordPath, FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "What would change, and what is wrong.", body = MatrixImportPreview)))]
async fn preview(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Reads(translator): Reads,
    upload: Upload,
) -> Answer<Json<MatrixImportPreview>> {
    let preview = import::preview(&node, &actor, path.id("matrix")?, &upload.file()?).await?;
    Ok(Json(MatrixImportPreview::of(&preview, translator)))
}

/// Take all answers of a file (CSV or XLSX), each as an act of its own, or none.
#[utoipa::path(post, path = "/matrices/{id}/import", tag = "matrix", params(RecordPath, FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, description = "How many cells changed.", body = Changed)))]
async fn take(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    upload: Upload,
) -> Answer<Json<Changed>> {
    let changed = import::import(&node, &actor, path.id("matrix")?, &upload.file()?).await?;
    Ok(Json(Changed { changed: changed as u64 }))
}

/// A matrix as a table file, in the columns that an import takes.
#[utoipa::path(get, path = "/matrices/{id}/export", tag = "matrix", params(RecordPath, TableAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<TableAsked>,
) -> Answer<File> {
    let (format, language) = asked.read()?;
    Ok(File(export::export(&node, &actor, path.id("matrix")?, format, language).await?))
}
