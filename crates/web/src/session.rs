//! Sessions: from the cookie to the person, and back.

use std::sync::Arc;

use app::{Actor, Refusal};
use axum::extract::FromRequestParts;
use axum::http::header::COOKIE;
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method};
use axum::response::{IntoResponse, Redirect, Response};
use domain::act::Face;

use crate::place;
use crate::refusal::Refused;
use crate::site::Site;

/// The person who is signed in. Whoever is not is sent to sign in, and comes back afterwards.
#[derive(Debug, Clone)]
pub struct SignedIn(pub Actor);

impl FromRequestParts<Arc<Site>> for SignedIn {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        match resume(site, &parts.headers).await {
            Ok(Some(actor)) => Ok(Self(actor)),
            // What was sent with a form cannot be kept across signing in, so only pages are come back to.
            Ok(None) => {
                let back = if parts.method == Method::GET { parts.uri.path_and_query() } else { None };
                let back = back.map_or("/", axum::http::uri::PathAndQuery::as_str);
                let to = if back == "/" { "/sign-in".to_owned() } else { place::link("/sign-in", [("next", back)]) };
                Err(Redirect::to(&to).into_response())
            }
            Err(refusal) => Err(Refused::from(refusal).into_response()),
        }
    }
}

/// The person of the cookie, if there is a session.
///
/// # Errors
/// When the store cannot be read.
pub async fn resume(site: &Site, headers: &HeaderMap) -> Result<Option<Actor>, Refusal> {
    let Some(token) = token(site, headers) else { return Ok(None) };
    match app::account::session::resume(&site.node, token, Face::Web).await {
        Ok(actor) => Ok(Some(actor)),
        Err(Refusal::SignInNeeded) => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

/// The token of the session's cookie.
#[must_use]
pub fn token<'a>(site: &Site, headers: &'a HeaderMap) -> Option<&'a str> {
    cookie(headers, site.cookie_name())
}

/// The value of a cookie.
#[must_use]
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|line| line.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// The cookie that begins a session. It lasts as long as the browser; the node ends the session earlier by itself.
#[must_use]
pub fn begin(site: &Site, token: &str) -> String {
    format!("{}={token}; Path=/; HttpOnly; SameSite=Strict{}", site.cookie_name(), secure(site))
}

/// The cookie that ends it.
#[must_use]
pub fn end(site: &Site) -> String {
    format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict{}", site.cookie_name(), secure(site))
}

fn secure(site: &Site) -> &'static str {
    if site.secure { "; Secure" } else { "" }
}
