//! The steps of a matrix: draft, State comment, agreed, approved.

use app::{Refusal, Seen};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::ids::Id;
use domain::matrix::{Matrix, MatrixStatus};

use crate::desk::{Answer, Desk, faults, go_done, named, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::matrix::{Head, shape};

#[derive(Template)]
#[template(path = "matrix_steps.html")]
struct StepsPage {
    c: Chrome,
    head: Head,
    f: Form,
    /// Every status in order: its word, its shape, whether the matrix stands there.
    line: Vec<(String, &'static str, bool)>,
    next: Vec<MatrixStatus>,
    changed: usize,
}

async fn steps_page(desk: &Desk, id: &str, form: Form, status: StatusCode) -> Answer {
    let view = app::matrix::show::show(desk.node(), &desk.actor, named::<Id<Matrix>>(id)?).await?;
    let c = desk.chrome(Section::Matrices, desk.t.text("web-matrix-steps"));
    let now = view.head().status;
    let line = MatrixStatus::ALL.iter().map(|s| (c.word("matrix-status", s), shape(*s), *s == now)).collect();
    let form = if form.value("seen").is_empty() { form.with("seen", view.matrix.revision.version) } else { form };
    let (next, changed) = (now.next().to_vec(), view.changed.len());
    page_as(status, &StepsPage { head: Head::of(&c, &view), f: form, line, next, changed, c })
}

/// Where the matrix stands, and which steps may follow.
pub async fn form(desk: Desk, Path(id): Path<String>) -> Answer {
    steps_page(&desk, &id, Form::new(), StatusCode::OK).await
}

/// Moves it a step.
pub async fn advance(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let record = named::<Id<Matrix>>(&id)?.record();
    let to: MatrixStatus = form.filled("to").and_then(|to| to.parse().ok()).ok_or(Refused::Unreadable)?;
    let seen = Seen { record, version: form.seen().unwrap_or_default() };
    match app::matrix::advance::advance(desk.node(), &desk.actor, seen, to, form.value("reason")).await {
        Ok(_) => go_done(&format!("/matrices/{id}"), "advanced"),
        Err(refusal @ Refusal::Conflict { .. }) => conflict(&desk, &form, refusal, &format!("/matrices/{id}")),
        Err(refusal) => {
            let form = form.faulty(desk.t, &faults(refusal)?);
            steps_page(&desk, &id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}
