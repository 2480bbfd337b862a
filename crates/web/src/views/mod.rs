//! The pages, one file each. Every file gives its own routes; this one joins them.

use std::sync::Arc;

use axum::Router;
use axum::routing::get;

use crate::assets;
use crate::layout::Chrome;
use crate::site::Site;

pub mod fields;

pub mod account;
pub mod compare;
pub mod home;
pub mod job;
pub mod language;
pub mod matrix;
pub mod record;
pub mod register;
pub mod sign_in;
pub mod state;
pub mod template;

pub mod amplification_run;
pub mod chemical_identity;
pub mod determination;
pub mod document;
pub mod finding;
pub mod finding_form;
pub mod goods;
pub mod goods_table;
pub mod laboratory_measurement;
pub mod list;
pub mod list_compare;
pub mod list_import;
pub mod measure;
pub mod measure_form;
pub mod measure_line;
pub mod participant;
pub mod party;
pub mod party_list;
pub mod party_list_import;
pub mod party_screening;
pub mod party_table;
pub mod plan;
pub mod plan_form;
pub mod plan_import;
pub mod programme_item;
pub mod progress;
pub mod recommendation;
pub mod recommendation_form;
pub mod report;
pub mod respond;
pub mod round;
pub mod round_form;
pub mod sample;
pub mod sample_form;
pub mod spectrum;
pub mod spectrum_plot;
pub mod spectrum_shown;
pub mod visit;
pub mod written;

/// A part of the site.
pub type Routes = Router<Arc<Site>>;

/// Every page of the site.
pub fn router() -> Routes {
    Router::new()
        .route("/assets/{*name}", get(assets::serve))
        .merge(sign_in::routes())
        .merge(language::routes())
        .merge(home::routes())
        .merge(matrix::routes())
        .merge(compare::routes())
        .merge(template::routes())
        .merge(account::routes())
        .merge(state::routes())
        .merge(register::routes())
        .merge(record::routes())
        .merge(job::routes())
        .merge(determination::routes())
        .merge(document::routes())
        .merge(finding::routes())
        .merge(finding_form::routes())
        .merge(laboratory_measurement::routes())
        .merge(list::routes())
        .merge(list_compare::routes())
        .merge(list_import::routes())
        .merge(goods::routes())
        .merge(goods_table::routes())
        .merge(measure::routes())
        .merge(measure_form::routes())
        .merge(participant::routes())
        .merge(party::routes())
        .merge(party_list::routes())
        .merge(party_list_import::routes())
        .merge(party_screening::routes())
        .merge(party_table::routes())
        .merge(plan::routes())
        .merge(plan_form::routes())
        .merge(plan_import::routes())
        .merge(programme_item::routes())
        .merge(progress::routes())
        .merge(recommendation::routes())
        .merge(recommendation_form::routes())
        .merge(report::routes())
        .merge(respond::routes())
        .merge(round::routes())
        .merge(round_form::routes())
        .merge(sample::routes())
        .merge(sample_form::routes())
        .merge(spectrum::routes())
        .merge(spectrum_plot::routes())
        .merge(visit::routes())
}

/// Where the page before begins.
#[must_use]
pub fn before(offset: &usize, limit: &usize) -> String {
    offset.saturating_sub(*limit).to_string()
}

/// Which records of how many a page shows, in words.
#[must_use]
pub fn range(c: &Chrome, offset: &usize, limit: &usize, total: &usize) -> String {
    c.with_three("web-page-range", "first last total", offset + 1, (offset + limit).min(*total), *total)
}
