//! Measures: the lines of action plans.

use std::sync::Arc;

use app::Node;
use app::plan::{list, measure};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::plan::{MeasureBody, MeasureWhole, SaveMeasure};
use crate::wire::record::{Record, Records};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(overdue)).routes(routes!(create)).routes(routes!(one, change))
}

/// The measures of all plans whose time is over while they are not done.
#[utoipa::path(get, path = "/measures/overdue", tag = "measure", params(Paging),
    responses((status = 200, description = "The measures.", body = Records<MeasureBody>)))]
async fn overdue(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<MeasureBody>>> {
    page(&list::overdue(&node, &actor, None).await?, paging)
}

/// A measure with its plan and its progress.
#[utoipa::path(get, path = "/measures/{id}", tag = "measure", params(RecordPath),
    responses((status = 200, description = "The measure.", body = MeasureWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<MeasureWhole>> {
    Ok(Json(MeasureWhole::of(&measure::show(&node, &actor, path.id("measure")?).await?)?))
}

/// Make a measure.
#[utoipa::path(post, path = "/measures", tag = "measure", request_body = SaveMeasure,
    responses((status = 201, description = "The measure.", body = Record<MeasureBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<SaveMeasure>,
) -> Answer<Reply<MeasureBody>> {
    let measure = body.measure.try_into()?;
    Reply::made(&measure::save(&node, &actor, measure, None, &body.reason).await?, "measures")
}

/// Change a measure. Its number never changes: it is cited from outside.
#[utoipa::path(put, path = "/measures/{id}", tag = "measure", params(RecordPath), request_body = SaveMeasure,
    responses((status = 200, description = "The measure.", body = Record<MeasureBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<SaveMeasure>,
) -> Answer<Reply<MeasureBody>> {
    let measure = body.measure.try_into()?;
    Reply::shown(&measure::save(&node, &actor, measure, Some(path.seen(version)?), &body.reason).await?)
}
