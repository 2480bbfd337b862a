//! What can be done with any record: read it, read its history, mark it, release a version of it.

use std::sync::Arc;

use app::Node;
use app::record::{history, mark, release};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::any::{AnyBody, History};
use crate::wire::import::Changed;
use crate::wire::record::Record;
use crate::wire::release::{MarkRecord, ReleaseBody, ReleaseRevision};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(one)).routes(routes!(versions)).routes(routes!(remark)).routes(routes!(let_go))
}

/// A record of any kind.
#[utoipa::path(get, path = "/records/{id}", tag = "record", params(RecordPath),
    responses((status = 200, description = "The record.", body = Record<AnyBody>)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Reply<AnyBody>> {
    Ok(Reply::any(&history::show(&node, &actor, path.record()?).await?))
}

/// The history of a record: every version that reaches the person, with the act that wrote it, newest first.
#[utoipa::path(get, path = "/records/{id}/history", tag = "record", params(RecordPath),
    responses((status = 200, description = "The versions.", body = History)))]
async fn versions(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<History>> {
    Ok(Json(History::of(&history::history(&node, &actor, path.record()?).await?)))
}

/// Mark a record anew, and whatever below it carried the same marking.
#[utoipa::path(put, path = "/records/{id}/marking", tag = "record", params(RecordPath), request_body = MarkRecord,
    responses((status = 200, description = "How many records changed.", body = Changed)))]
async fn remark(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<MarkRecord>,
) -> Answer<Json<Changed>> {
    let (seen, marking) = (path.seen(version)?, body.marking.try_into()?);
    let changed = mark::mark(&node, &actor, seen, marking, &body.reason).await?;
    Ok(Json(Changed { changed: changed as u64 }))
}

/// Release one version of a record: the recorded decision that it may leave the node, taken by someone who did not
/// write it.
#[utoipa::path(post, path = "/records/{id}/releases", tag = "record", params(RecordPath),
    request_body = ReleaseRevision,
    responses((status = 201, description = "The release.", body = Record<ReleaseBody>)))]
async fn let_go(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Body(body): Body<ReleaseRevision>,
) -> Answer<Reply<ReleaseBody>> {
    let ReleaseRevision { version, recipient, purpose } = body;
    let released = release::release(&node, &actor, path.record()?, version, &recipient, &purpose).await?;
    Reply::made(&released, "records")
}
