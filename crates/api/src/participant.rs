//! Participants of rounds.

use std::sync::Arc;

use app::Node;
use app::round::parts;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::participant::ParticipantBody;
use crate::wire::record::Record;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change))
}

/// Enter a participant: a State its own delegation, the secretariat everyone else.
#[utoipa::path(post, path = "/participants", tag = "participant", request_body = ParticipantBody,
    responses((status = 201, description = "The participant.", body = Record<ParticipantBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<ParticipantBody>,
) -> Answer<Reply<ParticipantBody>> {
    Reply::made(&parts::save_participant(&node, &actor, body.try_into()?, None).await?, "records")
}

/// Change a participant.
#[utoipa::path(put, path = "/participants/{id}", tag = "participant", params(RecordPath), request_body = ParticipantBody,
    responses((status = 200, description = "The participant.", body = Record<ParticipantBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<ParticipantBody>,
) -> Answer<Reply<ParticipantBody>> {
    Reply::shown(&parts::save_participant(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
