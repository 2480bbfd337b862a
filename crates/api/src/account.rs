//! Accounts.

use std::sync::Arc;

use app::Node;
use app::account::{list, save};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, Reply, page};
use crate::wire::account::AccountBody;
use crate::wire::record::{Record, Records};
use crate::wire::session::SetPassword;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(all, create)).routes(routes!(change)).routes(routes!(set_password))
}

/// Everyone who has an account, by login.
#[utoipa::path(get, path = "/accounts", tag = "account", params(Paging),
    responses((status = 200, description = "The accounts.", body = Records<AccountBody>)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<AccountBody>>> {
    page(&list::list(&node, &actor).await?, paging)
}

/// Make an account. It has no password until one is set.
#[utoipa::path(post, path = "/accounts", tag = "account", request_body = AccountBody,
    responses((status = 201, description = "The account.", body = Record<AccountBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<AccountBody>,
) -> Answer<Reply<AccountBody>> {
    Reply::made(&save::save(&node, &actor, body.try_into()?, None).await?, "records")
}

/// Change an account, or close it. A closed account loses its sessions at once.
#[utoipa::path(put, path = "/accounts/{id}", tag = "account", params(RecordPath), request_body = AccountBody,
    responses((status = 200, description = "The account.", body = Record<AccountBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<AccountBody>,
) -> Answer<Reply<AccountBody>> {
    Reply::shown(&save::save(&node, &actor, body.try_into()?, Some(path.seen(version)?)).await?)
}

/// Set a password: an administrator anyone's, everyone their own. All sessions of the account end.
#[utoipa::path(post, path = "/accounts/{id}/password", tag = "account", params(RecordPath),
    request_body = SetPassword, responses((status = 204, description = "The password is set.")))]
async fn set_password(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Body(body): Body<SetPassword>,
) -> Answer<StatusCode> {
    save::set_password(&node, &actor, path.record()?, &body.password).await?;
    Ok(StatusCode::NO_CONTENT)
}
