//! Action plans. Files and the timeline are in `plan_table`, measures in `measure`.

use std::sync::Arc;

use app::Node;
use app::plan::{list, save, show};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::plan::{PlanBody, PlanWhole};
use crate::wire::record::{Record, Records};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(all, create)).routes(routes!(one, change))
}

/// The action plans, by State and beginning.
#[utoipa::path(get, path = "/plans", tag = "plan", params(Paging),
    responses((status = 200, description = "The heads of the plans.", body = Records<PlanBody>)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<PlanBody>>> {
    page(&list::list(&node, &actor).await?, paging)
}

/// Begin an action plan, kept to its State.
#[utoipa::path(post, path = "/plans", tag = "plan", request_body = PlanBody,
    responses((status = 201, description = "The head of the plan.", body = Record<PlanBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<PlanBody>,
) -> Answer<Reply<PlanBody>> {
    Reply::made(&save::save(&node, &actor, body.try_into()?, None).await?, "plans")
}

/// An action plan with its measures and their progress.
#[utoipa::path(get, path = "/plans/{id}", tag = "plan", params(RecordPath),
    responses((status = 200, description = "The plan.", body = PlanWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<PlanWhole>> {
    Ok(Json(PlanWhole::of(&show::show(&node, &actor, path.id("plan")?).await?)?))
}

/// Change the head of an action plan.
#[utoipa::path(put, path = "/plans/{id}", tag = "plan", params(RecordPath), request_body = PlanBody,
    responses((status = 200, description = "The head of the plan.", body = Record<PlanBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<PlanBody>,
) -> Answer<Reply<PlanBody>> {
    Reply::shown(&save::save(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}
