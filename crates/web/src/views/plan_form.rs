//! The head of an action plan: beginning one, changing it.

use app::Refusal;
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::StateCode;
use domain::partial_date::PartialDate;
use domain::plan::Plan;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::refusal::conflict;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/plans/new", get(new).post(begin)).route("/plans/{id}/edit", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "plan_form.html")]
struct PlanForm {
    c: Chrome,
    f: Form,
    back: String,
    is_new: bool,
}

fn shown(desk: &Desk, f: Form, back: String, is_new: bool) -> PlanForm {
    let title = if is_new { "web-plan-form-new" } else { "web-plan-form-edit" };
    PlanForm { c: desk.chrome(Section::Plans, desk.t.text(title)), f, back, is_new }
}

/// Reads the form. What stands in for a value that could not be read is never stored: its fault keeps the plan back.
fn read(form: &Form, state: StateCode, before: Option<&Plan>, faults: &mut Vec<Fault>) -> Plan {
    let adopted = form.date("adopted", faults);
    let start: Option<PartialDate> = written::required(form, "start", "date-not-read", faults);
    let end: Option<PartialDate> = written::required(form, "end", "date-not-read", faults);
    let plan = Plan {
        state,
        title: written::localized(form, "title", before.map(|plan| &plan.title)),
        instrument: written::localized(form, "instrument", before.map(|plan| &plan.instrument)),
        adopted,
        start: start.unwrap_or(PartialDate::Year(1)),
        end: end.unwrap_or(PartialDate::Year(9999)),
    };
    plan.check(faults);
    plan
}

async fn new(desk: Desk) -> Answer {
    page(&shown(&desk, Form::new(), "/plans".to_owned(), true))
}

async fn begin(desk: Desk, form: Form) -> Answer {
    let state = desk.actor.state.clone().ok_or(Refusal::NotAllowed(app::Permission::SavePlan))?;
    let mut faults = Vec::new();
    let plan = read(&form, state, None, &mut faults);
    if faults.is_empty() {
        match app::plan::save::save(desk.node(), &desk.actor, plan, None).await {
            Ok(stored) => return go_done(&format!("/plans/{}", stored.revision.record), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, "/plans".to_owned(), true))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
    let plan = view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?;
    let form = Form::new()
        .with_localized("title", &plan.title)
        .with_localized("instrument", &plan.instrument)
        .with("adopted", plan.adopted.map(|date| date.to_string()).unwrap_or_default())
        .with("start", plan.start)
        .with("end", plan.end)
        .with("seen", view.plan.revision.version);
    page(&shown(&desk, form, format!("/plans/{id}"), false))
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let back = format!("/plans/{id}");
    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
    let before = view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?;
    let mut faults = Vec::new();
    let plan = read(&form, before.state.clone(), Some(before), &mut faults);
    if faults.is_empty() {
        let seen = written::seen(&form, id.record());
        match app::plan::save::save(desk.node(), &desk.actor, plan, Some(seen)).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form.faulty(desk.t, &faults), back, false))
}
