//! States of the node and their names.

use app::{Permission, Refusal, Seen, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::state::State;

use crate::desk::{Answer, Desk, faults, go_done, named, page, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::Routes;
use crate::views::written::localized;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new()
        .route("/states", get(list))
        .route("/states/new", get(new).post(create))
        .route("/states/{id}", get(edit).post(save))
}

#[derive(Template)]
#[template(path = "states.html")]
struct StatesPage {
    c: Chrome,
    lines: Vec<(String, State)>,
    may_save: bool,
}

fn may_save(desk: &Desk) -> bool {
    desk.actor.may(Permission::SaveState, app::Relation::Own)
}

async fn list(desk: Desk) -> Answer {
    let states = app::state::list(desk.node(), &desk.actor).await?;
    let c = desk.chrome(Section::Elsewhere, desk.t.text("web-nav-states"));
    let mut lines: Vec<(String, State)> = states
        .iter()
        .filter_map(|stored| Some((stored.revision.record.to_string(), stored.noun::<State>()?.clone())))
        .collect();
    match desk.asked("sort") {
        Some("code") => lines.sort_by(|a, b| a.1.code.cmp(&b.1.code)),
        _ => lines.sort_by(|a, b| c.text(&a.1.short).cmp(c.text(&b.1.short))),
    }
    page(&StatesPage { lines, may_save: may_save(&desk), c })
}

#[derive(Template)]
#[template(path = "state_form.html")]
struct StateForm {
    c: Chrome,
    f: Form,
    id: Option<String>,
    action: String,
}

fn form_page(desk: &Desk, id: Option<String>, form: Form, status: StatusCode) -> Answer {
    let title = if id.is_some() { "web-state-edit" } else { "web-state-new" };
    let c = desk.chrome(Section::Elsewhere, desk.t.text(title));
    let action = id.as_ref().map_or_else(|| "/states/new".to_owned(), |id| format!("/states/{id}"));
    page_as(status, &StateForm { c, f: form, id, action })
}

fn read(form: &Form, before: Option<&State>, wrong: &mut Vec<Fault>) -> Option<State> {
    let code = match before {
        // The code is cited everywhere, so it never changes.
        Some(before) => Some(before.code.clone()),
        None => {
            if form.filled("code").is_none() {
                wrong.push(Fault::error("field-missing").at("code"));
            }
            form.read("code", "state-code-wrong", wrong)
        }
    };
    let state = State {
        code: code?,
        short: localized(form, "short", before.map(|before| &before.short)),
        formal: localized(form, "formal", before.map(|before| &before.formal)),
        fictitious: before.map_or_else(|| form.chosen("fictitious", "yes"), |before| before.fictitious),
        source: form.value("source").trim().to_owned(),
    };
    state.check(wrong);
    Some(state)
}

async fn new(desk: Desk) -> Answer {
    desk.actor.permit(Permission::SaveState)?;
    form_page(&desk, None, Form::new(), StatusCode::OK)
}

async fn create(desk: Desk, form: Form) -> Answer {
    let mut wrong = Vec::new();
    let state = read(&form, None, &mut wrong);
    if let Some(state) = state
        && wrong.is_empty()
    {
        if desk.states.get(&state.code).is_some() {
            wrong.push(Fault::error("state-code-taken").at("code").with("code", state.code.as_str()));
        } else {
            match app::state::save(desk.node(), &desk.actor, state, None).await {
                Ok(_) => return go_done("/states", "saved"),
                Err(refusal) => wrong = faults(refusal)?,
            }
        }
    }
    form_page(&desk, None, form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY)
}

async fn find(desk: &Desk, id: &str) -> Result<(Stored, State), Refused> {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(id)?).await?;
    let state = stored.noun::<State>().cloned().ok_or(Refusal::NotFound("state"))?;
    Ok((stored, state))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    desk.actor.permit(Permission::SaveState)?;
    let (stored, state) = find(&desk, &id).await?;
    let form = Form::new()
        .with("seen", stored.revision.version)
        .with("code", &state.code)
        .with_localized("short", &state.short)
        .with_localized("formal", &state.formal)
        .with("source", &state.source);
    form_page(&desk, Some(id), form, StatusCode::OK)
}

async fn save(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, before) = find(&desk, &id).await?;
    let mut wrong = Vec::new();
    let state = read(&form, Some(&before), &mut wrong);
    let seen = Seen { record: stored.revision.record, version: form.seen().unwrap_or_default() };
    if let Some(state) = state
        && wrong.is_empty()
    {
        match app::state::save(desk.node(), &desk.actor, state, Some(seen)).await {
            Ok(_) => return go_done("/states", "saved"),
            Err(refusal @ Refusal::Conflict { .. }) => {
                return conflict(&desk, &form, refusal, &format!("/states/{id}"));
            }
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    form_page(&desk, Some(id), form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY)
}
