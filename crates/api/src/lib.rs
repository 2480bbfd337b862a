//! This crate is the interface for machines: REST over the verbs of `app`, described by OpenAPI. It owns the wire: what
//! JSON looks like, which status a refusal has, how a version is named in `If-Match`.
//!
//! It does not decide anything: each operation signs the caller in, reads the wire type, calls one verb and answers. It
//! takes no cookies, so no page of another site can make a browser call. It knows no SQL, no HTML and no clock, and
//! holds no words a person reads: refusals are put into words by `locale`.
//!
//! One file a noun; `wire/` has the types; [`router`] is the way in, [`openapi`] the description.

use std::sync::Arc;

use app::Node;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware;
use tower_http::catch_panic::CatchPanicLayer;
use utoipa_axum::router::OpenApiRouter;

mod account;
mod asked;
mod caller;
mod custody;
mod description;
mod determination;
mod document;
mod finding;
mod goods;
mod home;
mod laboratory;
mod language;
mod list;
mod matrix;
mod matrix_table;
mod measure;
mod participant;
mod party;
mod party_list;
mod plan;
mod plan_table;
mod programme_item;
mod progress;
mod recommendation;
mod record;
pub mod refusal;
mod register;
mod reply;
mod report;
mod round;
mod round_table;
mod sample;
mod session;
mod spectrum;
mod state;
mod table;
mod template;
mod upload;
mod visit;
mod visit_account;
pub mod wire;

/// Largest JSON body, in bytes.
const LARGEST_JSON: usize = 1024 * 1024;

/// Every operation, each path written once: at its handler.
fn operations() -> OpenApiRouter<Arc<Node>> {
    let nouns = [
        session::routes(),
        home::routes(),
        account::routes(),
        state::routes(),
        template::routes(),
        matrix::routes(),
        matrix_table::routes(),
        plan::routes(),
        plan_table::routes(),
        measure::routes(),
        progress::routes(),
        round::routes(),
        sample::routes(),
        custody::routes(),
        laboratory::routes(),
        spectrum::routes(),
        round_table::routes(),
        programme_item::routes(),
        participant::routes(),
        visit::routes(),
        visit_account::routes(),
        finding::routes(),
        recommendation::routes(),
        determination::routes(),
        document::routes(),
        list::routes(),
        goods::routes(),
        party_list::routes(),
        party::routes(),
        report::routes(),
        record::routes(),
        register::routes(),
        description::routes(),
    ];
    let all = nouns.into_iter().fold(OpenApiRouter::new(), OpenApiRouter::merge);
    OpenApiRouter::new().nest("/api/v1", all)
}

/// The interface over a node, under `/api/v1`.
pub fn router(node: Arc<Node>) -> Router {
    let (router, _) = operations().split_for_parts();
    router
        .fallback(async || refusal::ApiRefusal::NoSuchOperation)
        .layer(DefaultBodyLimit::max(LARGEST_JSON))
        .layer(CatchPanicLayer::custom(refusal::failed))
        .layer(middleware::from_fn(refusal::answers))
        .with_state(node)
}

/// The description of the interface, made from the operations themselves.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    description::finished(operations().into_openapi())
}
