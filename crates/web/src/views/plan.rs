//! Action plans: the list, one plan with its timeline, what is overdue in all of them, and the files.

use app::{Permission, Stored, TableFormat};
use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::routing::get;
use domain::ids::Id;
use domain::plan::Plan;
use domain::progress::ProgressStatus;
use locale::Translator;

use crate::desk::{Answer, Desk, file, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::views::Routes;
use crate::views::measure_line::{MeasureFilter, MeasureLine, sort};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/plans", get(list))
        .route("/plans/overdue", get(overdue))
        .route("/plans/{id}", get(show))
        .route("/plans/{id}/export", get(export))
}

struct PlanLine {
    stored: Stored,
    plan: Plan,
    period: String,
}

impl PlanLine {
    fn of(t: Translator, stored: Stored) -> Option<Self> {
        stored.noun::<Plan>().cloned().map(|plan| Self { period: period(t, &plan), stored, plan })
    }
}

/// From when to when, in words.
fn period(t: Translator, plan: &Plan) -> String {
    let (start, end) = (t.partial_date(plan.start), t.partial_date(plan.end));
    t.with("web-plan-time-span", &[("start", start.into()), ("end", end.into())])
}

#[derive(Template)]
#[template(path = "plans.html")]
struct PlansPage {
    c: Chrome,
    plans: Vec<PlanLine>,
    may_begin: bool,
}

async fn list(desk: Desk) -> Answer {
    let plans = app::plan::list::list(desk.node(), &desk.actor).await?;
    page(&PlansPage {
        c: desk.chrome(Section::Plans, desk.t.text("web-plans-title")),
        plans: plans.into_iter().filter_map(|stored| PlanLine::of(desk.t, stored)).collect(),
        may_begin: desk.actor.may_with(Permission::SavePlan, &desk.actor.owner(), None),
    })
}

#[derive(Template)]
#[template(path = "plans_overdue.html")]
struct OverduePage {
    c: Chrome,
    lines: Vec<MeasureLine>,
    lead: String,
}

async fn overdue(desk: Desk) -> Answer {
    let today = desk.node().surroundings.today();
    let measures = app::plan::list::overdue(desk.node(), &desk.actor, None).await?;
    let mut lines: Vec<MeasureLine> =
        measures.iter().filter_map(|stored| MeasureLine::of(stored, &[], today, desk.t)).collect();
    sort(&mut lines, desk.asked("sort").or(Some("due")));
    page(&OverduePage {
        c: desk.chrome(Section::Plans, desk.t.text("web-overdue-title")),
        lead: desk.t.with("web-overdue-lead", &[("date", desk.t.date(today).into())]),
        lines,
    })
}

#[derive(Template)]
#[template(path = "plan.html")]
struct PlanPage {
    c: Chrome,
    stored: Stored,
    plan: Plan,
    lines: Vec<MeasureLine>,
    total: usize,
    count: String,
    period: String,
    export: String,
    timeline: String,
    statuses: Vec<Choice>,
    rows: Vec<String>,
    filtered: bool,
    may_edit: bool,
    may_add: bool,
    may_import: bool,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
    let plan = view.plan.noun::<Plan>().ok_or(app::Refusal::NotFound("plan"))?.clone();
    let today = desk.node().surroundings.today();
    let all: Vec<MeasureLine> = view
        .measures
        .iter()
        .filter_map(|stored| {
            let progress = view.progress.get(&stored.revision.record).map_or(&[][..], Vec::as_slice);
            MeasureLine::of(stored, progress, today, desk.t)
        })
        .collect();
    let total = all.len();
    let mut rows: Vec<_> = all.iter().flat_map(|line| line.measure.rows.iter().cloned()).collect();
    rows.sort();
    rows.dedup();
    let filter = MeasureFilter::of(&desk.place);
    let mut lines: Vec<MeasureLine> = all.into_iter().filter(|line| filter.fits(line)).collect();
    sort(&mut lines, desk.asked("sort"));
    let mut statuses = Choice::words(desk.t, "progress-status", ProgressStatus::ALL);
    statuses.push(Choice::new("overdue", desk.t.text("web-plan-filter-overdue")));
    let timeline = if total == 0 {
        String::new()
    } else {
        app::plan::export::timeline(desk.node(), &desk.actor, id, desk.t.language()).await?
    };
    let may = |permission| desk.actor.may_with(permission, &view.plan.revision.owner, None);
    page(&PlanPage {
        c: desk.chrome(Section::Plans, plan.title.text(desk.t.language())),
        count: if lines.len() == total {
            desk.t.with("web-plan-count", &[("count", total.into())])
        } else {
            desk.t.with("web-plan-count-filtered", &[("shown", lines.len().into()), ("count", total.into())])
        },
        period: period(desk.t, &plan),
        export: format!("/plans/{id}/export"),
        lines,
        total,
        timeline,
        statuses,
        rows: rows.iter().map(ToString::to_string).collect(),
        filtered: filter != MeasureFilter::default(),
        may_edit: may(Permission::SavePlan),
        may_add: may(Permission::SaveMeasure),
        may_import: may(Permission::ImportPlan),
        stored: view.plan.clone(),
        plan,
    })
}

async fn export(desk: Desk, Path(id): Path<String>) -> Answer {
    let format = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let exported = app::plan::export::export(desk.node(), &desk.actor, named(&id)?, format, desk.t.language()).await?;
    Ok(file(exported).into_response())
}
