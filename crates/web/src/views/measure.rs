//! One measure: what it says, what was reported, which recommendations it carries out, what is attached.

use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::ids::{Id, RecordId};
use domain::matrix::Matrix;
use domain::measure::Measure;
use domain::plan::Plan;

use crate::desk::{Answer, Desk, named, page};
use crate::layout::{Chrome, Section};
use crate::views::Routes;
use crate::views::document::{DocumentLine, documents};
use crate::views::measure_line::MeasureLine;
use crate::views::progress::{ProgressLine, lines};
use crate::views::recommendation::{RecommendationLink, links};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/measures/{id}", get(show))
}

#[derive(Template)]
#[template(path = "measure.html")]
struct MeasurePage {
    c: Chrome,
    stored: Stored,
    line: MeasureLine,
    plan: Plan,
    matrix: Option<RecordId>,
    progress: Vec<ProgressLine>,
    recommendations: Vec<RecommendationLink>,
    documents: Vec<DocumentLine>,
    may_edit: bool,
    may_report: bool,
    may_attach: bool,
}

/// The newest matrix of the plan's State that reaches the person.
async fn matrix_of(desk: &Desk, plan: &Plan) -> Result<Option<RecordId>, Refusal> {
    if !desk.actor.may_somewhere(Permission::SeeMatrix) {
        return Ok(None);
    }
    let matrices = app::matrix::list::list(desk.node(), &desk.actor).await?;
    let of_state = |stored: &&Stored| stored.noun::<Matrix>().is_some_and(|matrix| matrix.state == plan.state);
    Ok(matrices.iter().rev().find(of_state).map(|stored| stored.revision.record))
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Measure> = named(&id)?;
    let view = app::plan::measure::show(desk.node(), &desk.actor, id).await?;
    let plan = view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?.clone();
    let today = desk.node().surroundings.today();
    let line = MeasureLine::of(&view.measure, &view.progress, today, desk.t).ok_or(Refusal::NotFound("measure"))?;
    let recommendations = app::recommendation::follow::of_measure(desk.node(), &desk.actor, id).await?;
    let recommendations = links(&desk, &recommendations).await?;
    let matrix = matrix_of(&desk, &plan).await?;
    let documents = documents(&desk, id.record()).await?;
    let may = |permission| desk.actor.may_with(permission, &view.measure.revision.owner, None);
    let title = desk.t.with("web-measure-title", &[("number", line.measure.number.clone().into())]);
    page(&MeasurePage {
        c: desk.chrome(Section::Plans, title),
        progress: lines(&view.progress, &documents),
        may_edit: may(Permission::SaveMeasure),
        may_report: may(Permission::AddProgress),
        may_attach: may(Permission::AttachDocument),
        stored: view.measure.clone(),
        line,
        plan,
        matrix,
        recommendations,
        documents,
    })
}
