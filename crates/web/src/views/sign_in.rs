//! Signing in and out.

use std::sync::Arc;

use app::Refusal;
use askama::Template;
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect};
use axum::routing::{get, post};
use domain::account::Account;
use domain::act::Face;
use domain::fault::Fault;

use crate::desk::{Answer, page_as};
use crate::form::Form;
use crate::language::translator;
use crate::layout::{Chrome, Section, States};
use crate::place::{Place, local};
use crate::session;
use crate::site::Site;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/sign-in", get(show).post(enter)).route("/sign-out", post(leave))
}

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignInPage {
    c: Chrome,
    f: Form,
    demo_people: Vec<Account>,
    next: String,
}

async fn sign_in_page(site: &Site, headers: &HeaderMap, uri: &Uri, form: Form, status: StatusCode) -> Answer {
    let t = translator(headers, uri);
    let states = States::read(&site.node).await?;
    let place = Place::of(uri);
    let next = form.filled("next").or_else(|| place.asked("next")).map(|next| local(Some(next)).to_owned());
    let c = Chrome::new(&site.node, t, place, None, &states).titled(Section::Elsewhere, t.text("web-sign-in-title"));
    let demo_people = app::account::list::demo_people(&site.node).await?;
    page_as(status, &SignInPage { c, f: form, demo_people, next: next.unwrap_or_default() })
}

async fn show(State(site): State<Arc<Site>>, headers: HeaderMap, uri: Uri) -> Answer {
    if session::resume(&site, &headers).await?.is_some() {
        return Ok(Redirect::to(local(Place::of(&uri).asked("next"))).into_response());
    }
    sign_in_page(&site, &headers, &uri, Form::new(), StatusCode::OK).await
}

async fn enter(State(site): State<Arc<Site>>, headers: HeaderMap, uri: Uri, form: Form) -> Answer {
    let signed_in =
        app::account::sign_in::sign_in(&site.node, form.value("login"), form.value("password"), Face::Web).await;
    let (status, fault) = match signed_in {
        Ok(signed_in) => {
            let mut response = Redirect::to(local(form.filled("next"))).into_response();
            if let Ok(cookie) = HeaderValue::from_str(&session::begin(&site, &signed_in.token)) {
                response.headers_mut().append(SET_COOKIE, cookie);
            }
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
            return Ok(response);
        }
        Err(Refusal::WrongPassword) => (StatusCode::UNAUTHORIZED, Fault::error("sign-in-wrong").at("login")),
        Err(Refusal::TooManyAttempts { seconds }) => {
            let fault = Fault::error("sign-in-too-often").at("login").with("seconds", seconds.to_string());
            (StatusCode::TOO_MANY_REQUESTS, fault)
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let mut form = form.faulty(translator(&headers, &uri), &[fault]);
    // A password never travels back.
    form.set("password", "");
    sign_in_page(&site, &headers, &uri, form, status).await
}

async fn leave(State(site): State<Arc<Site>>, headers: HeaderMap) -> Answer {
    if let Some(token) = session::token(&site, &headers) {
        app::account::session::sign_out(&site.node, token).await?;
    }
    let mut response = Redirect::to("/sign-in?done=signed-out").into_response();
    if let Ok(cookie) = HeaderValue::from_str(&session::end(&site)) {
        response.headers_mut().append(SET_COOKIE, cookie);
    }
    Ok(response)
}
