//! Who calls: the person behind `Authorization: Bearer <token>`. No cookie is looked at, so that no page of another site
//! can make a browser call.

use std::sync::Arc;

use app::account::session;
use app::{Actor, Node, Permission, Refusal, verbs};
use axum::extract::{FromRequestParts, MatchedPath};
use axum::http::HeaderMap;
use axum::http::header::AUTHORIZATION;
use axum::http::request::Parts;
use domain::act::Face;

use crate::refusal::ApiRefusal;

/// The person who calls. It is the first thing every handler asks for, so that nothing else of a request is read before.
pub(crate) struct Caller(pub(crate) Actor);

/// The token of the caller's session.
pub(crate) struct Token(pub(crate) String);

impl FromRequestParts<Arc<Node>> for Token {
    type Rejection = ApiRefusal;
    async fn from_request_parts(parts: &mut Parts, _: &Arc<Node>) -> Result<Self, ApiRefusal> {
        token(&parts.headers).map(|token| Self(token.to_owned())).ok_or(Refusal::SignInNeeded.into())
    }
}

impl FromRequestParts<Arc<Node>> for Caller {
    type Rejection = ApiRefusal;
    async fn from_request_parts(parts: &mut Parts, node: &Arc<Node>) -> Result<Self, ApiRefusal> {
        let token = token(&parts.headers).ok_or(Refusal::SignInNeeded)?;
        let actor = session::resume(node, token, Face::Api).await?;
        // The verb asks again, and against what it acts upon. Asked here already, so that of somebody who may not do it
        // at all not even the body is read.
        if let Some(permission) = permission(parts) {
            actor.permit(permission)?;
        }
        Ok(Self(actor))
    }
}

/// What the operation asks for, by its method and path.
fn permission(parts: &Parts) -> Option<Permission> {
    let path = parts.extensions.get::<MatchedPath>()?.as_str().strip_prefix("/api/v1")?;
    verbs::of_operation(&format!("{} {path}", parts.method))?.permission
}

fn token(headers: &HeaderMap) -> Option<&str> {
    let value = headers.get(AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    let token = token.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !token.is_empty()).then_some(token)
}
