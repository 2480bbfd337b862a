//! Taking answers from a file: it is read, what it would change is shown, a person accepts.

use app::matrix::import::{MatrixPreview, Offered};
use app::{Permission, Refusal};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use domain::answer::Answer as CellAnswer;
use domain::body::Body;
use domain::cell::{CellKey, Mark};
use domain::fault::{Fault, Severity};
use domain::ids::Id;
use domain::matrix::Matrix;

use crate::desk::{Answer, Desk, faults, go, go_done, named, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::views::fields::{self, Difference};
use crate::views::matrix::Head;

/// Most changes that the page shows in full; the rest are counted.
const MOST_SHOWN: usize = 200;
/// Most faults that the page shows.
const MOST_FAULTS: usize = 200;

#[derive(Template)]
#[template(path = "matrix_import.html")]
struct OfferPage {
    c: Chrome,
    head: Head,
    f: Form,
}

async fn offer_page(desk: &Desk, id: &str, form: Form, status: StatusCode) -> Answer {
    let view = app::matrix::show::show(desk.node(), &desk.actor, named::<Id<Matrix>>(id)?).await?;
    let c = desk.chrome(Section::Matrices, desk.t.text("web-matrix-import"));
    page_as(status, &OfferPage { head: Head::of(&c, &view), f: form, c })
}

/// The form to offer a file.
pub async fn offer(desk: Desk, Path(id): Path<String>) -> Answer {
    offer_page(&desk, &id, Form::new(), StatusCode::OK).await
}

/// Keeps the file for its preview.
pub async fn receive(desk: Desk, Path(id): Path<String>, mut form: Form) -> Answer {
    let matrix = named::<Id<Matrix>>(&id)?;
    let Some(upload) = form.take_upload("file") else {
        let form = form.faulty(desk.t, &[Fault::error("field-missing").at("file")]);
        return offer_page(&desk, &id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let offered = Offered::from(upload);
    // Whoever may not take it is refused before it is kept.
    app::matrix::import::preview(desk.node(), &desk.actor, matrix, &offered).await?;
    app::pending_import::keep(desk.node(), &desk.actor, Permission::ImportMatrix, matrix.record(), offered).await?;
    go(&format!("/matrices/{id}/import/preview"))
}

/// A fault of a line of the file.
pub struct LineFault {
    place: String,
    severity: Severity,
    message: String,
    hint: Option<String>,
}

/// A cell that would change.
pub struct Change {
    cell: CellKey,
    before: Mark,
    after: Mark,
    new: bool,
    differences: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "matrix_preview.html")]
struct PreviewPage {
    c: Chrome,
    head: Head,
    file_name: String,
    changes: Vec<Change>,
    total: usize,
    unchanged: usize,
    faults: Vec<LineFault>,
    fault_total: usize,
    errors: usize,
}

fn change(c: &Chrome, change: &app::matrix::import::CellChange) -> Change {
    let mark = |answer: &CellAnswer| answer.mark;
    let before = change.before.clone().map(Body::from);
    Change {
        cell: change.cell.clone(),
        before: change.before.as_ref().map_or(Mark::Blank, mark),
        after: mark(&change.after),
        new: change.before.is_none(),
        differences: fields::differences(c, before.as_ref(), &Body::from(change.after.clone()))
            .into_iter()
            // Which cell it is stands at the head of the line.
            .filter(|difference| difference.path != "cell" && difference.path != "matrix")
            .collect(),
    }
}

fn preview_page(desk: &Desk, preview: &MatrixPreview, file_name: &str, status: StatusCode) -> Answer {
    let c = desk.chrome(Section::Matrices, desk.t.text("web-matrix-import-preview"));
    let shown = preview.faults.iter().take(MOST_FAULTS).map(|fault| {
        let told = desk.t.fault(fault);
        LineFault { place: told.place, severity: fault.severity, message: told.message, hint: told.hint }
    });
    page_as(
        status,
        &PreviewPage {
            head: Head::of(&c, &preview.view),
            file_name: file_name.to_owned(),
            changes: preview.changes.iter().take(MOST_SHOWN).map(|one| change(&c, one)).collect(),
            total: preview.changes.len(),
            unchanged: preview.unchanged,
            faults: shown.collect(),
            fault_total: preview.faults.len(),
            errors: preview.faults.iter().filter(|fault| fault.is_error()).count(),
            c,
        },
    )
}

/// What the file would change.
pub async fn preview(desk: Desk, Path(id): Path<String>) -> Answer {
    let matrix = named::<Id<Matrix>>(&id)?;
    let about = matrix.record();
    let offered = match app::pending_import::waiting(desk.node(), &desk.actor, Permission::ImportMatrix, about).await {
        Ok(offered) => offered,
        // Nothing waits: the form to offer a file is where one begins.
        Err(Refusal::NotFound(_)) => return go(&format!("/matrices/{id}/import")),
        Err(refusal) => return Err(refusal.into()),
    };
    let preview = app::matrix::import::preview(desk.node(), &desk.actor, matrix, &offered).await?;
    preview_page(&desk, &preview, &offered.file_name, StatusCode::OK)
}

/// Takes the file, or puts it aside.
pub async fn accept(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let matrix = named::<Id<Matrix>>(&id)?;
    let (node, actor) = (desk.node(), &desk.actor);
    let back = format!("/matrices/{id}");
    if form.chosen("do", "discard") {
        app::pending_import::forget(node, actor, Permission::ImportMatrix).await?;
        return go_done(&back, "discarded");
    }
    let offered = app::pending_import::waiting(node, actor, Permission::ImportMatrix, matrix.record()).await?;
    match app::matrix::import::import(node, actor, matrix, &offered).await {
        Ok(_) => {
            app::pending_import::forget(node, actor, Permission::ImportMatrix).await?;
            go_done(&back, "imported")
        }
        Err(refusal) => {
            // The preview shows every fault with its line; a change in the meantime shows there as another change.
            faults(refusal)?;
            let preview = app::matrix::import::preview(node, actor, matrix, &offered).await?;
            preview_page(&desk, &preview, &offered.file_name, StatusCode::UNPROCESSABLE_ENTITY)
        }
    }
}
