//! Rounds. Their parts have files of their own; whole folders and tables are in `round_table`.

use std::sync::Arc;

use app::Node;
use app::round::{list, save, show};
use axum::Json;
use axum::extract::State;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::record::{Record, Records};
use crate::wire::round::{RoundBody, RoundWhole};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(all, create)).routes(routes!(find)).routes(routes!(one, change))
}

/// Which round.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct KeyAsked {
    /// The key of the round; the latest round when none is given.
    key: Option<String>,
}

/// The rounds, earliest first.
#[utoipa::path(get, path = "/rounds", tag = "round", params(Paging),
    responses((status = 200, description = "The rounds.", body = Records<RoundBody>)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<RoundBody>>> {
    page(&list::list(&node, &actor).await?, paging)
}

/// The round of a key, or the latest one.
#[utoipa::path(get, path = "/rounds/find", tag = "round", params(KeyAsked),
    responses((status = 200, description = "The round.", body = Record<RoundBody>)))]
async fn find(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<KeyAsked>,
) -> Answer<Reply<RoundBody>> {
    Reply::shown(&show::find(&node, &actor, asked.key.as_deref()).await?)
}

/// Make a round, readable by its participants.
#[utoipa::path(post, path = "/rounds", tag = "round", request_body = RoundBody,
    responses((status = 201, description = "The round.", body = Record<RoundBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<RoundBody>,
) -> Answer<Reply<RoundBody>> {
    Reply::made(&save::save(&node, &actor, body.try_into()?, None).await?, "rounds")
}

/// A round with everything that belongs to it and reaches the person.
#[utoipa::path(get, path = "/rounds/{id}", tag = "round", params(RecordPath),
    responses((status = 200, description = "The round.", body = RoundWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<RoundWhole>> {
    Ok(Json(RoundWhole::of(&show::show(&node, &actor, path.id("round")?).await?)?))
}

/// Change the head of a round.
#[utoipa::path(put, path = "/rounds/{id}", tag = "round", params(RecordPath), request_body = RoundBody,
    responses((status = 200, description = "The round.", body = Record<RoundBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<RoundBody>,
) -> Answer<Reply<RoundBody>> {
    Reply::shown(&save::save(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
