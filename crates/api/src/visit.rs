//! Visits of rounds. What was seen is in `visit_account`.

use std::sync::Arc;

use app::Node;
use app::round::parts;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::record::Record;
use crate::wire::visit::VisitBody;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change))
}

/// Enter a visit.
#[utoipa::path(post, path = "/visits", tag = "visit", request_body = VisitBody,
    responses((status = 201, description = "The visit.", body = Record<VisitBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<VisitBody>,
) -> Answer<Reply<VisitBody>> {
    Reply::made(&parts::save_visit(&node, &actor, body.try_into()?, None).await?, "records")
}

/// Change a visit.
#[utoipa::path(put, path = "/visits/{id}", tag = "visit", params(RecordPath), request_body = VisitBody,
    responses((status = 200, description = "The visit.", body = Record<VisitBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<VisitBody>,
) -> Answer<Reply<VisitBody>> {
    Reply::shown(&parts::save_visit(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
