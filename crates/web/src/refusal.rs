//! Refusals as pages: what was wrong, where, and what to do.

use std::any::Any;
use std::sync::Arc;

use app::Refusal;
use askama::Template;
use axum::extract::{Request, State};
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};

use crate::desk::{Answer, Desk, is_partial, page_as};
use crate::form::{Form, FormFault};
use crate::language;
use crate::layout::{Chrome, Section, States};
use crate::place::Place;
use crate::session;
use crate::site::Site;
use crate::views::fields::{self, Difference};

/// Why a page is not shown.
#[derive(Debug, Clone)]
pub enum Refused {
    /// A verb refused.
    Verb(Arc<Refusal>),
    /// There is no such page.
    NoSuchPage,
    /// The request came from a page of another site, or from no page at all.
    ForeignOrigin,
    /// More was sent than is taken.
    TooLarge,
    /// What was sent is not a form of this site.
    Unreadable,
    /// The page does not take this method.
    WrongMethod,
    /// The program failed.
    Failed,
    /// A template could not be set.
    Template(Arc<askama::Error>),
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Verb(Arc::new(refusal))
    }
}

impl From<askama::Error> for Refused {
    fn from(error: askama::Error) -> Self {
        Self::Template(Arc::new(error))
    }
}

impl Refused {
    fn status(&self) -> StatusCode {
        match self {
            Self::NoSuchPage => StatusCode::NOT_FOUND,
            Self::ForeignOrigin => StatusCode::FORBIDDEN,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            Self::Failed | Self::Template(_) => StatusCode::INTERNAL_SERVER_ERROR,
            Self::Verb(refusal) => match refusal.code() {
                "sign-in-needed" | "wrong-password" => StatusCode::UNAUTHORIZED,
                "too-many-attempts" => StatusCode::TOO_MANY_REQUESTS,
                "not-allowed" | "own-revision" => StatusCode::FORBIDDEN,
                "not-found" => StatusCode::NOT_FOUND,
                "invalid" => StatusCode::UNPROCESSABLE_ENTITY,
                "conflict" => StatusCode::CONFLICT,
                "busy" => StatusCode::SERVICE_UNAVAILABLE,
                "disk-full" => StatusCode::INSUFFICIENT_STORAGE,
                _ => StatusCode::INTERNAL_SERVER_ERROR,
            },
        }
    }

    /// The translation key; `.hint` of it says what to do.
    fn key(&self) -> String {
        match self {
            Self::NoSuchPage => "web-refusal-no-such-page".to_owned(),
            Self::ForeignOrigin => "web-refusal-foreign-origin".to_owned(),
            Self::TooLarge => "web-refusal-too-large".to_owned(),
            Self::Unreadable => "web-refusal-unreadable".to_owned(),
            Self::WrongMethod => "web-refusal-wrong-method".to_owned(),
            Self::Failed | Self::Template(_) => "web-refusal-failed".to_owned(),
            Self::Verb(refusal) => format!("refusal-{}", refusal.code()),
        }
    }
}

/// The page itself is set by [`as_pages`], which knows the person and the language; the answer carries the reason there.
impl IntoResponse for Refused {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Answers where there is no page.
pub async fn no_such_page() -> Refused {
    Refused::NoSuchPage
}

/// Answers after a panic. What it said is written to the log by the panic hook, never shown.
pub fn failed(_: Box<dyn Any + Send + 'static>) -> Response {
    Refused::Failed.into_response()
}

/// Sets the pages of everything that was refused.
pub async fn as_pages(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let (headers, uri) = (request.headers().clone(), request.uri().clone());
    let mut response = next.run(request).await;
    let refused = response.extensions_mut().remove::<Refused>().or_else(|| plain(&response));
    match refused {
        None => response,
        Some(refused) => shown(&site, &headers, &uri, &refused).await,
    }
}

/// A bare status that a part of the server gave before any view was asked.
fn plain(response: &Response) -> Option<Refused> {
    if response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        return None;
    }
    match response.status() {
        StatusCode::NOT_FOUND => Some(Refused::NoSuchPage),
        StatusCode::METHOD_NOT_ALLOWED => Some(Refused::WrongMethod),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Refused::TooLarge),
        status if status.is_client_error() => Some(Refused::Unreadable),
        status if status.is_server_error() => Some(Refused::Failed),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "refusal.html")]
struct RefusalPage {
    c: Chrome,
    code: u16,
    message: String,
    hint: Option<String>,
    what: Option<String>,
    faults: Vec<FormFault>,
}

#[derive(Template)]
#[template(path = "refusal_part.html")]
struct RefusalPart {
    c: Chrome,
    message: String,
    hint: Option<String>,
}

async fn shown(site: &Site, headers: &HeaderMap, uri: &Uri, refused: &Refused) -> Response {
    match refused {
        Refused::Verb(refusal) if refused.status().is_server_error() => {
            tracing::error!(path = uri.path(), error = ?refusal, "a page was refused");
        }
        Refused::Template(error) => tracing::error!(path = uri.path(), %error, "a page could not be set"),
        _ => {}
    }
    let t = language::translator(headers, uri);
    // When the store itself is in trouble, the page is shown without what it would have said.
    let actor = session::resume(site, headers).await.ok().flatten();
    let states = States::read(&site.node).await.unwrap_or_default();
    let c = Chrome::new(&site.node, t, Place::of(uri), actor.as_ref(), &states);
    let key = refused.key();
    let (mut what, mut faults) = (None, Vec::new());
    let mut values: Vec<(&str, locale::Value)> = Vec::new();
    if let Refused::Verb(refusal) = refused {
        match &**refusal {
            Refusal::NotAllowed(permission) => what = Some(t.word("permission", permission.as_str())),
            Refusal::NotFound(noun) => what = Some(noun_in_words(&c, noun)),
            Refusal::TooManyAttempts { seconds } => values.push(("seconds", (*seconds).into())),
            Refusal::Invalid(all) => faults = all.iter().map(|fault| FormFault::of(t, fault)).collect(),
            _ => {}
        }
    }
    if let Some(what) = &what {
        values.push(("what", what.into()));
    }
    let message = t.with(&key, &values);
    let hint = t.attribute_with(&key, "hint", &values);
    let status = refused.status();
    let html = if is_partial(headers) {
        RefusalPart { c, message, hint }.render()
    } else {
        let c = c.titled(Section::Elsewhere, message.clone());
        RefusalPage { c, code: status.as_u16(), message, hint, what, faults }.render()
    };
    let mut response = (status, Html(html.unwrap_or_default())).into_response();
    if let Refused::Verb(refusal) = refused
        && let Refusal::TooManyAttempts { seconds } = &**refusal
        && let Ok(value) = seconds.to_string().parse()
    {
        response.headers_mut().insert(RETRY_AFTER, value);
    }
    response
}

fn noun_in_words(c: &Chrome, noun: &str) -> String {
    let key = format!("kind-{noun}");
    if c.t.has(&key) { c.t(&key) } else { c.t(format!("web-noun-{noun}")) }
}

#[derive(Template)]
#[template(path = "conflict.html")]
struct ConflictPage {
    c: Chrome,
    differences: Vec<Difference>,
    their_version: u32,
    kept: Vec<(String, String)>,
    action: String,
    back: String,
}

/// The page of a conflict: both versions field by field, the possibility to put mine on top of the newer one, and the
/// way back to theirs. Any other refusal goes its own way.
///
/// # Errors
/// Every refusal that is not a conflict, and a conflict with a record that does not reach the person.
pub fn conflict(desk: &Desk, form: &Form, refusal: Refusal, back: &str) -> Answer {
    let Refusal::Conflict { yours, theirs: Some(theirs) } = refusal else { return Err(refusal.into()) };
    let c = desk.chrome(Section::Elsewhere, desk.t.text("web-conflict-title"));
    let differences = fields::differences(&c, Some(&theirs.revision.body), &yours);
    let kept = form.pairs().filter(|(name, _)| *name != "seen");
    let page = ConflictPage {
        differences,
        their_version: theirs.revision.version,
        kept: kept.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        action: desk.place.address(),
        back: back.to_owned(),
        c,
    };
    page_as(StatusCode::CONFLICT, &page)
}
