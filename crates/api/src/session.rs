//! Sessions: signing in, who is signed in, signing out.

use std::sync::Arc;

use app::Node;
use app::account::{session, sign_in};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::act::Face;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::Body;
use crate::caller::{Caller, Token};
use crate::reply::Answer;
use crate::wire::session::{Person, Session, SignIn};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(create, show, end))
}

/// Sign in.
///
/// The token goes into the header `Authorization: Bearer <token>` of every other operation. A session ends after eight
/// hours without use, and after a day in any case. After five failures each further attempt must wait.
#[utoipa::path(post, path = "/session", tag = "session", request_body = SignIn,
    responses((status = 201, description = "Signed in.", body = Session)))]
async fn create(State(node): State<Arc<Node>>, Body(input): Body<SignIn>) -> Answer<(StatusCode, Json<Session>)> {
    let signed_in = sign_in::sign_in(&node, &input.login, &input.password, Face::Api).await?;
    let session = Session { token: signed_in.token, person: (&signed_in.actor).into() };
    Ok((StatusCode::CREATED, Json(session)))
}

/// Who is signed in, and what they may do.
#[utoipa::path(get, path = "/session", tag = "session",
    responses((status = 200, description = "The person.", body = Person)))]
async fn show(Caller(actor): Caller) -> Json<Person> {
    Json((&actor).into())
}

/// Sign out.
#[utoipa::path(delete, path = "/session", tag = "session", responses((status = 204, description = "Signed out.")))]
async fn end(State(node): State<Arc<Node>>, _: Caller, Token(token): Token) -> Answer<StatusCode> {
    session::sign_out(&node, &token).await?;
    Ok(StatusCode::NO_CONTENT)
}
