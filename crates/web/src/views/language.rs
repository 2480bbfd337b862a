//! Changing the language from a plain link: `/lang/ru?next=/matrices`.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::Uri;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect};
use axum::routing::get;

use crate::desk::Answer;
use crate::language::{known, set};
use crate::place::{Place, local};
use crate::refusal::Refused;
use crate::site::Site;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/lang/{code}", get(change))
}

async fn change(State(site): State<Arc<Site>>, Path(code): Path<String>, uri: Uri) -> Answer {
    let language = known(&code).ok_or(Refused::NoSuchPage)?;
    let place = Place::of(&uri);
    let mut response = Redirect::to(local(place.asked("next"))).into_response();
    if let Some(cookie) = set(&site, language) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}
