//! Progress on measures and recommendations.

use std::sync::Arc;

use app::Node;
use app::plan::progress;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::Body;
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::progress::ProgressBody;
use crate::wire::record::Record;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(add))
}

/// Report progress on a measure or a recommendation. Entries are added; a measure takes the status of the newest one.
#[utoipa::path(post, path = "/progress", tag = "progress", request_body = ProgressBody,
    responses((status = 201, description = "The entry.", body = Record<ProgressBody>)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<ProgressBody>,
) -> Answer<Reply<ProgressBody>> {
    Reply::made(&progress::add(&node, &actor, body.try_into()?).await?, "records")
}
