//! Versions of lists of parties.

use std::sync::Arc;

use app::party::import::{LARGEST_UPLOAD, OfferedList, import, preview};
use app::party::{diff, versions};
use app::{Node, Offered};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::fault::Fault;
use domain::language::Language;
use domain::localized::Localized;
use jiff::civil::Date;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Paging, RecordPath};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, page};
use crate::upload::{FileName, Upload, up_to};
use crate::wire::party::{PartyListChanges, PartyListImportBody, PartyListVersionBody, PartyListWhole};
use crate::wire::record::{Record, Records};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    up_to(LARGEST_UPLOAD, OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(try_out)))
        .merge(OpenApiRouter::new().routes(routes!(show)).routes(routes!(changed)))
}

/// What is said of the files.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ImportAsked {
    /// The name of the list; without it that of the format, or of the file.
    #[serde(default)]
    list: String,
    /// Its title.
    #[serde(default)]
    title: String,
    /// Who publishes it.
    #[serde(default)]
    publisher: String,
    /// The day it was published, when the files do not tell it: `2026-11-01`.
    #[serde(default)]
    published: Option<String>,
    /// After how many days it is too old to be relied on; without it as the version before, or 30.
    #[serde(default)]
    max_age_days: Option<u16>,
    /// Where the files come from.
    #[serde(default)]
    source: String,
}

impl ImportAsked {
    fn offered(self, upload: Upload) -> Result<OfferedList, ApiRefusal> {
        let unreadable = || Fault::error("date-unreadable").at("published");
        let published: Option<Date> =
            self.published.map(|written| written.parse().map_err(|_| unreadable())).transpose()?;
        let files = upload.folder()?.into_iter().map(|(path, bytes)| {
            let file_name = path.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
            Offered { file_name, bytes }
        });
        Ok(OfferedList {
            list: self.list,
            title: Localized::new(Language::EN, &self.title),
            publisher: Localized::new(Language::EN, &self.publisher),
            published,
            max_age_days: self.max_age_days,
            source: self.source,
            // A national table brings the mapping of its columns as a TOML file of the same name.
            columns: std::collections::BTreeMap::new(),
            files: files.collect(),
        })
    }
}

/// The versions that reach the caller: by list, the newest first.
#[utoipa::path(get, path = "/party-lists", tag = "party", params(Paging),
    responses((status = 200, description = "The versions.", body = Records<PartyListVersionBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<PartyListVersionBody>>> {
    page(&versions::versions(&node, &actor).await?, paging)
}

/// Import a version: one XML, the CSV files of one set, or a table with the mapping of its columns. The files are kept as
/// they came, and every kept screening is looked at again against what changed; all of it, or nothing.
#[utoipa::path(post, path = "/party-lists", tag = "party", params(ImportAsked, FileName),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses((status = 201, description = "What was done.", body = PartyListImportBody)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ImportAsked>,
    upload: Upload,
) -> Answer<(StatusCode, Json<PartyListImportBody>)> {
    let done = import(&node, &actor, asked.offered(upload)?).await?;
    Ok((StatusCode::CREATED, Json((&done).into())))
}

/// What an import would do. Nothing is recorded.
#[utoipa::path(post, path = "/party-lists/preview", tag = "party", params(ImportAsked, FileName),
    request_body(content = Vec<u8>, content_type = "multipart/form-data"),
    responses((status = 200, description = "What would be done.", body = PartyListImportBody)))]
async fn try_out(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ImportAsked>,
    upload: Upload,
) -> Answer<Json<PartyListImportBody>> {
    Ok(Json((&preview(&node, &actor, &asked.offered(upload)?).await?).into()))
}

/// A version with every entry.
#[utoipa::path(get, path = "/party-lists/{id}", tag = "party", params(RecordPath),
    responses((status = 200, description = "The version.", body = PartyListWhole)))]
async fn show(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<PartyListWhole>> {
    let opened = versions::open(&node, &actor, &path.record()?.to_string()).await?;
    Ok(Json(PartyListWhole {
        version: Record::of(&opened.stored)?,
        entries: serde_json::to_value(&opened.list.entries).unwrap_or_default(),
    }))
}

/// The version to compare with.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct BeforeAsked {
    /// The id of the earlier version; without it the one that this version follows.
    #[serde(default)]
    before: Option<String>,
}

/// What changed from an earlier version to this one.
#[utoipa::path(get, path = "/party-lists/{id}/changes", tag = "party", params(RecordPath, BeforeAsked),
    responses((status = 200, description = "The changes.", body = PartyListChanges)))]
async fn changed(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<BeforeAsked>,
) -> Answer<Json<PartyListChanges>> {
    let found = diff::diff(&node, &actor, asked.before.as_deref(), &path.record()?.to_string()).await?;
    Ok(Json(PartyListChanges {
        before: found.before.version.key(),
        after: found.after.version.key(),
        changes: serde_json::to_value(&found.changes).unwrap_or_default(),
    }))
}
