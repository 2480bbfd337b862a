//! The language of a page: what the address asks, else what the cookie remembers, else what the browser prefers.

use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderValue, Uri};
use axum::middleware::Next;
use axum::response::Response;
use domain::language::Language;
use locale::{Catalogue, Translator};

use crate::place::Place;
use crate::session::cookie;
use crate::site::Site;

/// The cookie that remembers it.
pub const COOKIE: &str = "lang";
/// The name under which an address asks for it.
pub const ASKED: &str = "lang";

/// The translator for this request.
#[must_use]
pub fn translator(headers: &HeaderMap, uri: &Uri) -> Translator {
    let catalogue = Catalogue::embedded();
    let place = Place::of(uri);
    let language = place
        .asked(ASKED)
        .and_then(known)
        .or_else(|| cookie(headers, COOKIE).and_then(known))
        .or_else(|| preferred(headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default()))
        .unwrap_or(Language::EN);
    catalogue.translator(language)
}

/// A language that has a translation.
#[must_use]
pub fn known(code: &str) -> Option<Language> {
    let language = code.parse().ok()?;
    Catalogue::embedded().languages().contains(&language).then_some(language)
}

/// The first known language of an `Accept-Language` header, by weight.
fn preferred(header: &str) -> Option<Language> {
    let mut wanted: Vec<(f32, &str)> = header
        .split(',')
        .map(|part| {
            let (range, weight) = part.split_once(';').unwrap_or((part, ""));
            let weight = weight.trim().strip_prefix("q=").map_or(1.0, |q| q.trim().parse().unwrap_or(0.0));
            (weight, range.trim().split('-').next().unwrap_or_default())
        })
        .filter(|(weight, _)| *weight > 0.0)
        .collect();
    wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
    wanted.iter().find_map(|(_, code)| known(&code.to_ascii_lowercase()))
}

/// Remembers the language that an address asks for.
pub async fn remember(State(site): State<Arc<Site>>, request: Request, next: Next) -> Response {
    let asked = Place::of(request.uri()).asked(ASKED).and_then(known);
    let mut response = next.run(request).await;
    if let Some(value) = asked.and_then(|language| set(&site, language)) {
        response.headers_mut().append(SET_COOKIE, value);
    }
    response
}

/// The cookie that remembers a language for a year.
#[must_use]
pub fn set(site: &Site, language: Language) -> Option<HeaderValue> {
    let secure = if site.secure { "; Secure" } else { "" };
    let text = format!("{COOKIE}={language}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax{secure}");
    HeaderValue::from_str(&text).ok()
}

#[cfg(test)]
mod tests {
    use super::preferred;

    #[test]
    fn the_browsers_preference_is_heard() {
        for (header, expect) in [
            ("ru-RU,ru;q=0.9,en;q=0.8", Some("ru")),
            ("tg;q=0.9, en-GB;q=0.8, ru;q=0.95", Some("ru")),
            ("xx", None),
            ("", None),
            ("ru;q=0, en", Some("en")),
        ] {
            assert_eq!(preferred(header).map(|language| language.to_string()).as_deref(), expect, "{header}");
        }
    }
}
