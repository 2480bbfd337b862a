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
use crate::reply::{Answer, Reply};
use crate::wire::determination::DeterminationBody;
use crate::wire::goods::{DetermineAsked, GoodsAnswers, GoodsAsked};
use crate::wire::record::Record;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(ask)).routes(routes!(determine))
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
    let answers = app::goods::identify::identify(&node, &actor, &items, &asked.lists).await?;
    Ok(Json(GoodsAnswers::of(&answers, language::accepted(headers.get(ACCEPT_LANGUAGE)))))
}

/// Begin the determination of goods under a provision, with everything answered that is said of them here.
#[utoipa::path(post, path = "/goods/determine", tag = "goods", request_body = DetermineAsked,
    responses((status = 201, description = "The determination.", body = Record<DeterminationBody>)))]
async fn determine(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(asked): Body<DetermineAsked>,
) -> Answer<Reply<DeterminationBody>> {
    let goods = app::goods::determine::DetermineGoods {
        provision: asked.provision,
        item: asked.item.into(),
        organism: asked.organism,
        reference: asked.reference,
    };
    Reply::made(&app::goods::determine::determine(&node, &actor, goods).await?, "determinations")
}
