//! Identification of goods.

use std::sync::Arc;

use app::Node;
use axum::Json;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use identify::Item;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::Body;
use crate::caller::Caller;
use crate::language;
use crate::reply::Answer;
use crate::wire::goods::{GoodsAnswers, GoodsAsked};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(ask))
}

/// Which entries of control lists goods may fall under, with reasons. Nothing is recorded.
#[utoipa::path(post, path = "/goods/identify", tag = "goods", request_body = GoodsAsked,
    responses((status = 200, description = "The answers, in the order of the items.", body = GoodsAnswers)))]
async fn ask(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    headers: HeaderMap,
    Body(asked): Body<GoodsAsked>,
) -> Answer<Json<GoodsAnswers>> {
    let items: Vec<Item> = asked.items.into_iter().map(Item::from).collect();
    let answers = app::goods::identify::identify(&node, &actor, &items).await?;
    Ok(Json(GoodsAnswers::of(&answers, language::accepted(headers.get(ACCEPT_LANGUAGE)))))
}
