//! Matrix templates.

use std::sync::Arc;

use app::{Node, template};
use axum::Json;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::record::{Record, Records};
use crate::wire::template::TemplateBody;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(list, add)).routes(routes!(show))
}

/// The matrix templates, by key and version.
#[utoipa::path(get, path = "/templates", tag = "template", params(Paging),
    responses((status = 200, description = "The templates.", body = Records<TemplateBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<TemplateBody>>> {
    page(&template::list(&node, &actor).await?, paging)
}

/// One template: sections, rows, marks and legend.
#[utoipa::path(get, path = "/templates/{id}", tag = "template", params(RecordPath),
    responses((status = 200, description = "The template.", body = TemplateBody)))]
async fn show(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<TemplateBody>> {
    let template = template::show(&node, &actor, path.id("template")?).await?;
    Ok(Json((&*template).into()))
}

/// Add a version of a template. A version is never changed afterwards: corrected content is a new one.
#[utoipa::path(post, path = "/templates", tag = "template", request_body = TemplateBody,
    responses((status = 201, description = "The template.", body = Record<TemplateBody>)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<TemplateBody>,
) -> Answer<Reply<TemplateBody>> {
    Reply::made(&template::add(&node, &actor, body.try_into()?).await?, "templates")
}
