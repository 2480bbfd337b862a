//! Documents: attached files.

use std::sync::Arc;

use app::Node;
use app::document::{attach, open};
use axum::Json;
use axum::extract::State;
use domain::fault::Fault;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Paging, RecordPath, read_json};
use crate::caller::Caller;
use crate::reply::{Answer, File, Reply, page};
use crate::upload::{Upload, larger};
use crate::wire::document::{AttachDocument, DocumentBody};
use crate::wire::record::{Record, Records};
use crate::wire::written::{IdText, Reading};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    larger(OpenApiRouter::new().routes(routes!(list, add))).merge(OpenApiRouter::new().routes(routes!(file)))
}

/// Whose documents.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AboutAsked {
    /// The id of the record they are attached to.
    #[param(value_type = String, format = "uuid")]
    about: IdText,
}

/// The parts of an upload, for the description only: the parts are read as they come.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it describes the upload and is never built")]
struct DocumentUpload {
    /// What is known of the file, as JSON.
    document: AttachDocument,
    /// The file.
    #[schema(value_type = String, format = Binary, content_media_type = "application/octet-stream")]
    file: Vec<u8>,
}

/// The documents attached to a record.
#[utoipa::path(get, path = "/documents", tag = "document", params(AboutAsked, Paging),
    responses((status = 200, description = "The documents.", body = Records<DocumentBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<AboutAsked>,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<DocumentBody>>> {
    let mut read = Reading::default();
    let about = read.one("about", &asked.about);
    let about = read.finish(|| about)?;
    page(&open::list(&node, &actor, about).await?, paging)
}

/// Attach a file to a record. It carries the owner and the marking of that record.
///
/// PDF, PNG, JPEG, DOCX, XLSX and plain text are taken, up to 25 MB; the type is found from the bytes.
#[utoipa::path(post, path = "/documents", tag = "document",
    request_body(content = DocumentUpload, content_type = "multipart/form-data"),
    responses((status = 201, description = "The document.", body = Record<DocumentBody>)))]
async fn add(State(node): State<Arc<Node>>, Caller(actor): Caller, upload: Upload) -> Answer<Reply<DocumentBody>> {
    let known = upload.field("document").ok_or_else(|| Fault::error("upload-without-document").at("document"))?;
    let known: AttachDocument = read_json(known)?;
    let file = upload.file()?;
    let attachment = known.with(file.file_name, file.bytes)?;
    Reply::made(&attach::attach(&node, &actor, attachment).await?, "records")
}

/// The file of a document.
#[utoipa::path(get, path = "/documents/{id}/file", tag = "document", params(RecordPath),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn file(State(node): State<Arc<Node>>, Caller(actor): Caller, AtPath(path): AtPath<RecordPath>) -> Answer<File> {
    Ok(File(open::open(&node, &actor, path.id("document")?).await?))
}
