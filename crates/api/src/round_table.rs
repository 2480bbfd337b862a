//! Rounds as files: taking a whole one from a folder, and giving its lists as tables.

use std::sync::Arc;

use app::Node;
use app::round::{export, import};
use axum::Json;
use axum::extract::State;
use domain::ids::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Reads, record_id};
use crate::caller::Caller;
use crate::reply::{Answer, File};
use crate::table::TableAsked;
use crate::upload::{Upload, larger};
use crate::wire::import::RoundImport;
use crate::wire::written::{Reading, RoundTableWord};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    larger(OpenApiRouter::new().routes(routes!(take))).merge(OpenApiRouter::new().routes(routes!(give)))
}

/// Whether to store.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CheckAsked {
    /// Only read and check everything: nothing is stored.
    #[serde(default)]
    #[param(default = false)]
    check_only: bool,
}

/// A list of a round.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct RoundTablePath {
    /// The id of the round.
    #[param(format = "uuid")]
    id: String,
    /// Which list: `programme`, `participants` or `findings`.
    #[param(value_type = String, example = "programme")]
    table: RoundTableWord,
}

/// Import a whole round from a folder: all of it or nothing.
///
/// The folder travels as `multipart/form-data`: every part with a file name is a file, and the file name is its path
/// within the folder (`round.toml`, `matrices/XO.csv`). The layout is described in docs/reference/round-folder.md.
#[utoipa::path(post, path = "/rounds/import", tag = "round", params(CheckAsked),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses((status = 200, description = "What was imported, or would be.", body = RoundImport)))]
async fn take(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<CheckAsked>,
    Reads(translator): Reads,
    upload: Upload,
) -> Answer<Json<RoundImport>> {
    let imported = import::import(&node, &actor, &upload.folder()?, asked.check_only).await?;
    Ok(Json(RoundImport::of(&imported, asked.check_only, translator)))
}

/// A list of a round as a table file.
#[utoipa::path(get, path = "/rounds/{id}/export/{table}", tag = "round", params(RoundTablePath, TableAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RoundTablePath>,
    Asked(asked): Asked<TableAsked>,
) -> Answer<File> {
    let round = Id::new(record_id(&path.id, "round")?);
    let mut read = Reading::default();
    let table = read.one("table", &path.table);
    let table = read.finish(|| table)?;
    let (format, language) = asked.read()?;
    Ok(File(export::export(&node, &actor, round, table, format, language).await?))
}
