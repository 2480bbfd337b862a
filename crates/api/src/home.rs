//! What waits for the person.

use std::sync::Arc;

use app::Node;
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::caller::Caller;
use crate::reply::Answer;
use crate::wire::home::Home;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(show))
}

/// What waits for the person: overdue measures, recommendations to answer, the latest round and reports.
#[utoipa::path(get, path = "/home", tag = "home",
    responses((status = 200, description = "What waits.", body = Home)))]
async fn show(State(node): State<Arc<Node>>, Caller(actor): Caller) -> Answer<Json<Home>> {
    let home = app::home::home(&node, &actor).await?;
    Ok(Json(Home::of(&home)?))
}
