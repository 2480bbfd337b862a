//! The desk: what a view is given. Who is signed in, the language, where the person is, and the ways to answer.

use std::str::FromStr;
use std::sync::Arc;

use app::{Actor, Exported, Node, Refusal};
use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE, LOCATION};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{Html, IntoResponse, Response};
use locale::Translator;

use crate::language;
use crate::layout::{Chrome, Section, States};
use crate::place::{Place, encode};
use crate::refusal::Refused;
use crate::session::SignedIn;
use crate::site::Site;

/// What a view gives back. `?` works on every verb of `app`: a refusal becomes its page on the way out.
pub type Answer = Result<Response, Refused>;

/// Everything a view needs besides its own input. Asking for it asks for a session.
pub struct Desk {
    /// The site.
    pub site: Arc<Site>,
    /// Who is signed in.
    pub actor: Actor,
    /// The language of the page.
    pub t: Translator,
    /// Where the person is.
    pub place: Place,
    /// Whether only a part of the page is asked for, by the script of this site.
    pub partial: bool,
    /// The States of the node with their names.
    pub states: States,
}

impl FromRequestParts<Arc<Site>> for Desk {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Arc<Site>) -> Result<Self, Response> {
        let SignedIn(actor) = SignedIn::from_request_parts(parts, site).await?;
        let states = States::read(&site.node).await.map_err(|refusal| Refused::from(refusal).into_response())?;
        Ok(Self {
            site: Arc::clone(site),
            actor,
            t: language::translator(&parts.headers, &parts.uri),
            place: Place::of(&parts.uri),
            partial: is_partial(&parts.headers),
            states,
        })
    }
}

/// Whether the script asks for a part. When it restores its history it needs the whole page.
pub(crate) fn is_partial(headers: &HeaderMap) -> bool {
    headers.contains_key(HeaderName::from_static("hx-request"))
        && !headers.contains_key(HeaderName::from_static("hx-history-restore-request"))
}

impl Desk {
    /// The node.
    #[must_use]
    pub fn node(&self) -> &Node {
        &self.site.node
    }

    /// The frame of a page with this title, in this section of the site. The title is a text already, not a key.
    #[must_use]
    pub fn chrome(&self, section: Section, title: impl Into<String>) -> Chrome {
        Chrome::new(self.node(), self.t, self.place.clone(), Some(&self.actor), &self.states)
            .titled(section, title.into())
    }

    /// What was asked in the address under this name.
    #[must_use]
    pub fn asked(&self, name: &str) -> Option<&str> {
        self.place.asked(name)
    }

    /// Refuses a request for a part that has no whole page of its own.
    ///
    /// # Errors
    /// [`Refused::NoSuchPage`] when the whole page is asked for.
    pub fn only_partial(&self) -> Result<(), Refused> {
        if self.partial { Ok(()) } else { Err(Refused::NoSuchPage) }
    }
}

/// A page.
///
/// # Errors
/// When the template cannot be set, which is a fault of the program.
pub fn page(template: &impl Template) -> Answer {
    page_as(StatusCode::OK, template)
}

/// A page with another status: 422 for a form with faults.
///
/// # Errors
/// As [`page`].
pub fn page_as(status: StatusCode, template: &impl Template) -> Answer {
    let html = template.render()?;
    Ok((status, Html(html)).into_response())
}

/// Sends the person to a page of this site.
///
/// # Errors
/// Never; it is an [`Answer`] so that a view may end with it.
pub fn go(path: &str) -> Answer {
    Ok((StatusCode::SEE_OTHER, [(LOCATION, path.to_owned())]).into_response())
}

/// Sends the person to a page of this site that says what was done: the key `web-done-<done>`.
///
/// # Errors
/// Never.
pub fn go_done(path: &str, done: &str) -> Answer {
    let (path, fragment) = path.split_once('#').map_or((path, ""), |(path, fragment)| (path, fragment));
    let mark = if path.contains('?') { '&' } else { '?' };
    let hash = if fragment.is_empty() { "" } else { "#" };
    go(&format!("{path}{mark}done={done}{hash}{fragment}"))
}

/// A file to be saved, never shown inside the site.
#[must_use]
pub fn file(exported: Exported) -> Response {
    let plain: String = exported
        .file_name
        .chars()
        .map(|c| if c.is_ascii_graphic() && c != '"' && c != '\\' { c } else { '_' })
        .collect();
    let disposition = format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{}", encode(&exported.file_name));
    ([(CONTENT_TYPE, exported.media_type), (CONTENT_DISPOSITION, disposition)], exported.bytes).into_response()
}

/// A part of a path read as what it names.
///
/// # Errors
/// [`Refused::NoSuchPage`] when it names nothing.
pub fn named<T: FromStr>(text: &str) -> Result<T, Refused> {
    text.parse().map_err(|_| Refused::NoSuchPage)
}

/// Whether a refusal is faults of the form: then the form is shown again with them.
///
/// # Errors
/// Every other refusal.
pub fn faults(refusal: Refusal) -> Result<Vec<domain::fault::Fault>, Refused> {
    match refusal {
        Refusal::Invalid(faults) => Ok(faults),
        refusal => Err(Refused::from(refusal)),
    }
}
