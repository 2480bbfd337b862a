//! States.

use std::sync::Arc;

use app::{Node, state};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::record::{Record, Records};
use crate::wire::state::StateBody;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(save))
}

/// The States of the node, by code.
#[utoipa::path(get, path = "/states", tag = "state", params(Paging),
    responses((status = 200, description = "The States.", body = Records<StateBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<StateBody>>> {
    page(&state::list(&node, &actor).await?, paging)
}

/// Enter a State.
#[utoipa::path(post, path = "/states", tag = "state", request_body = StateBody,
    responses((status = 201, description = "The State.", body = Record<StateBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<StateBody>,
) -> Answer<Reply<StateBody>> {
    Reply::made(&state::save(&node, &actor, body.try_into()?, None).await?, "records")
}

/// Change the names of a State.
#[utoipa::path(put, path = "/states/{id}", tag = "state", params(RecordPath), request_body = StateBody,
    responses((status = 200, description = "The State.", body = Record<StateBody>)))]
async fn save(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<StateBody>,
) -> Answer<Reply<StateBody>> {
    Reply::shown(&state::save(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
