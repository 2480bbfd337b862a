//! The accounts of visits: what was seen, under a marking of its own.

use std::sync::Arc;

use app::Node;
use app::round::parts;
use axum::extract::State;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{AtPath, Body, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::wire::record::Record;
use crate::wire::visit::{VisitAccountBody, WriteVisitAccount};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(create)).routes(routes!(change))
}

/// Write the account of a visit.
#[utoipa::path(post, path = "/visit-accounts", tag = "visit-account", request_body = WriteVisitAccount,
    responses((status = 201, description = "The account.", body = Record<VisitAccountBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<WriteVisitAccount>,
) -> Answer<Reply<VisitAccountBody>> {
    let (account, marking) = (body.account.try_into()?, body.marking.try_into()?);
    Reply::made(&parts::save_visit_account(&node, &actor, account, marking, None).await?, "records")
}

/// Change the account of a visit. Its marking is changed with `/records/{id}/marking`, not here.
#[utoipa::path(put, path = "/visit-accounts/{id}", tag = "visit-account", params(RecordPath),
    request_body = VisitAccountBody,
    responses((status = 200, description = "The account.", body = Record<VisitAccountBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<VisitAccountBody>,
) -> Answer<Reply<VisitAccountBody>> {
    let (account, seen) = (body.try_into()?, path.seen(version)?);
    // The marking of an existing account stays what it is; the verb takes one only for a new account.
    let marking = domain::marking::Marking::NATIONAL;
    Reply::shown(&parts::save_visit_account(&node, &actor, account, marking, Some(seen)).await?)
}
