//! Programme items of rounds.

use std::sync::Arc;

use app::Node;
use app::round::parts;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::programme_item::ProgrammeItemBody;
use crate::wire::record::Record;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change))
}

/// Add an item to the programme of a round.
#[utoipa::path(post, path = "/programme-items", tag = "programme-item", request_body = ProgrammeItemBody,
    responses((status = 201, description = "The programme item.", body = Record<ProgrammeItemBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<ProgrammeItemBody>,
) -> Answer<Reply<ProgrammeItemBody>> {
    Reply::made(&parts::save_programme_item(&node, &actor, body.try_into()?, None).await?, "records")
}

/// Change an item of the programme of a round.
#[utoipa::path(put, path = "/programme-items/{id}", tag = "programme-item", params(RecordPath), request_body = ProgrammeItemBody,
    responses((status = 200, description = "The programme item.", body = Record<ProgrammeItemBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<ProgrammeItemBody>,
) -> Answer<Reply<ProgrammeItemBody>> {
    Reply::shown(&parts::save_programme_item(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
