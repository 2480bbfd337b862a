//! The matrices that reach the person, and beginning one.

use app::{Permission, Stored};
use askama::Template;
use axum::http::StatusCode;
use domain::ids::Id;
use domain::localized::Localized;
use domain::matrix::Matrix;

use crate::desk::{Answer, Desk, faults, go_done, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::matrix::shape;

/// A line of the list.
pub struct MatrixLine {
    id: String,
    stored: Stored,
    state: String,
    form: Localized,
    template: String,
    status: String,
    shape: &'static str,
}

#[derive(Template)]
#[template(path = "matrices.html")]
struct MatricesPage {
    c: Chrome,
    lines: Vec<MatrixLine>,
    may_begin: bool,
    states: Vec<Choice>,
}

fn may_begin(desk: &Desk) -> bool {
    desk.actor.may_with(Permission::SaveMatrix, &desk.actor.owner(), None)
}

/// The list.
pub async fn show(desk: Desk) -> Answer {
    let matrices = app::matrix::list::list(desk.node(), &desk.actor).await?;
    let templates = app::template::list(desk.node(), &desk.actor).await?;
    let c = desk.chrome(Section::Matrices, desk.t.text("web-nav-matrices"));
    let wanted = desk.asked("state");
    let mut lines: Vec<MatrixLine> = matrices
        .into_iter()
        .filter_map(|stored| {
            let head = stored.noun::<Matrix>()?.clone();
            let template = templates.iter().find(|template| template.revision.record == head.template.record());
            let form = template.and_then(|stored| stored.noun::<domain::template::Template>());
            Some(MatrixLine {
                id: stored.revision.record.to_string(),
                state: c.state(&head.state),
                form: form.map(|template| template.name.clone()).unwrap_or_default(),
                template: head.template.to_string(),
                status: c.word("matrix-status", head.status),
                shape: shape(head.status),
                stored,
            })
        })
        .filter(|line| wanted.is_none_or(|state| line.stored.revision.owner.to_string() == state))
        .collect();
    match desk.asked("sort") {
        Some("form") => lines.sort_by(|a, b| c.text(&a.form).cmp(c.text(&b.form))),
        Some("status") => lines.sort_by(|a, b| a.status.cmp(&b.status)),
        _ => lines.sort_by(|a, b| a.state.cmp(&b.state)),
    }
    let states = desk.states.sorted(c.language);
    let states = states.iter().map(|state| Choice::new(&state.code, c.text(&state.short))).collect();
    page(&MatricesPage { lines, may_begin: may_begin(&desk), states, c })
}

#[derive(Template)]
#[template(path = "matrix_new.html")]
struct NewMatrixPage {
    c: Chrome,
    f: Form,
    state: String,
    templates: Vec<Choice>,
}

async fn new_page(desk: &Desk, form: Form, status: StatusCode) -> Answer {
    let templates = app::template::list(desk.node(), &desk.actor).await?;
    let c = desk.chrome(Section::Matrices, desk.t.text("web-matrix-new"));
    let templates = templates
        .iter()
        .filter_map(|stored| {
            let template = stored.noun::<domain::template::Template>()?;
            Some(Choice::new(stored.revision.record, format!("{} · {}", c.text(&template.name), template.version)))
        })
        .collect();
    let state = desk.actor.state.as_ref().map(|code| c.state(code)).unwrap_or_default();
    page_as(status, &NewMatrixPage { c, f: form, state, templates })
}

/// The form to begin one.
pub async fn new(desk: Desk) -> Answer {
    new_page(&desk, Form::new(), StatusCode::OK).await
}

/// Begins one.
pub async fn begin(desk: Desk, form: Form) -> Answer {
    let mut wrong = Vec::new();
    let template: Option<Id<domain::template::Template>> = form.read("template", "template-unknown", &mut wrong);
    let (Some(template), Some(state)) = (template, desk.actor.state.clone()) else {
        return Err(Refused::Unreadable);
    };
    match app::matrix::save::begin(desk.node(), &desk.actor, state, template).await {
        Ok(stored) => go_done(&format!("/matrices/{}", stored.revision.record), "saved"),
        Err(refusal) => {
            let form = form.faulty(desk.t, &faults(refusal)?);
            new_page(&desk, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
