//! This crate holds the pages: one view and one template each, the assets, and what every page needs (the person, the
//! language, the frame, the refusals). A view takes the person and the input, calls one verb of `app`, and renders.
//!
//! It does not decide who may do what, opens no database, reads no clock, and holds no words a person reads: those are
//! in `locales/`. Nothing it serves needs a script to be read or filled in, and nothing asks another host for anything.
//!
//! Where to begin: [`router`] is the whole site; [`desk::Desk`] is what a view is given; [`form::Form`] is what was
//! filled in; `templates/layout.html` is the frame.

pub mod assets;
pub mod desk;
pub mod drawer;
pub mod form;
pub mod jobs;
pub mod language;
pub mod layout;
pub mod parts;
pub mod place;
pub mod refusal;
pub mod security;
pub mod session;
pub mod site;
pub mod views;

use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

pub use site::Site;

/// Largest form, in bytes.
pub const LARGEST_FORM: usize = 256 * 1024;
/// Largest upload, in bytes: the largest file that may be attached, with the form around it.
pub const LARGEST_UPLOAD: usize = 26 * 1024 * 1024;

/// The whole site. From the outside in: headers, origin, language, refusals as pages, limits, the pages themselves.
pub fn router(site: Arc<Site>) -> Router {
    views::router()
        .fallback(refusal::no_such_page)
        .layer(DefaultBodyLimit::max(LARGEST_FORM))
        .layer(CatchPanicLayer::custom(refusal::failed))
        .layer(from_fn(security::same_origin))
        .layer(from_fn_with_state(Arc::clone(&site), refusal::as_pages))
        .layer(from_fn_with_state(Arc::clone(&site), language::remember))
        .layer(from_fn(security::headers))
        .layer(CompressionLayer::new())
        .with_state(site)
}

/// The layer of a route that takes files.
pub fn takes_files() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_UPLOAD)
}
