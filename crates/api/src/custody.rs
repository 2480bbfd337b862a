//! Custody of samples: events, the other side's acknowledgement, and approvals of steps that consume a sample.

use std::sync::Arc;

use app::Node;
use app::sample::{acknowledge, record_custody};
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::laboratory_written::{AcknowledgeCustody, ApproveLoss, RecordCustody};
use crate::wire::record::Record;
use crate::wire::sample::CustodyEventBody;
use crate::wire::written::Reading;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(hand_over)).routes(routes!(other_side)).routes(routes!(approve))
}

/// Record an event of custody. Whoever records it acknowledges for one side; the other side acknowledges for itself.
#[utoipa::path(post, path = "/custody-events", tag = "sample", request_body = RecordCustody,
    responses((status = 201, description = "The event.", body = Record<CustodyEventBody>)))]
async fn hand_over(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<RecordCustody>,
) -> Answer<Reply<CustodyEventBody>> {
    let (event, side) = body.read()?;
    Reply::made(&record_custody::record_custody(&node, &actor, event, side).await?, "records")
}

/// Acknowledge an event for one side. Nobody acknowledges for both.
#[utoipa::path(post, path = "/custody-events/{id}/acknowledgement", tag = "sample", params(RecordPath),
    request_body = AcknowledgeCustody,
    responses((status = 200, description = "The event.", body = Record<CustodyEventBody>)))]
async fn other_side(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<AcknowledgeCustody>,
) -> Answer<Reply<CustodyEventBody>> {
    let mut read = Reading::default();
    let side = read.one("side", &body.side);
    let side = read.finish(|| side)?;
    Reply::shown(&acknowledge::acknowledge(&node, &actor, path.seen(version)?, side).await?)
}

/// Approve a step that consumes or alters a sample, naming what will be lost. Whoever measures cannot approve it.
#[utoipa::path(post, path = "/custody-approvals", tag = "sample", request_body = ApproveLoss,
    responses((status = 201, description = "The approval.", body = Record<CustodyEventBody>)))]
async fn approve(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<ApproveLoss>,
) -> Answer<Reply<CustodyEventBody>> {
    Reply::made(&record_custody::approve_loss(&node, &actor, body.try_into()?).await?, "records")
}
