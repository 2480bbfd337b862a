//! Taking measures from a table: choose a file, see what it would change, take it or leave it.

use app::{Offered, Permission, Refusal, pending_import};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::body::Body;
use domain::fault::Fault;
use domain::ids::Id;
use domain::plan::Plan;
use locale::FaultText;

use crate::desk::{Answer, Desk, go, go_done, named, page, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::views::Routes;
use crate::views::fields::{self, Difference};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/plans/{id}/import", get(choose).post(upload).layer(crate::takes_files()))
        .route("/plans/{id}/import/preview", get(preview))
        .route("/plans/{id}/import/accept", post(accept))
        .route("/plans/{id}/import/forget", post(forget))
}

const IMPORT: Permission = Permission::ImportPlan;

#[derive(Template)]
#[template(path = "plan_import.html")]
struct ImportPage {
    c: Chrome,
    f: Form,
    id: Id<Plan>,
    plan: Plan,
    back: String,
}

async fn plan_of(desk: &Desk, id: Id<Plan>) -> Result<Plan, Refusal> {
    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
    if !desk.actor.may_with(IMPORT, &view.plan.revision.owner, None) {
        return Err(Refusal::NotAllowed(IMPORT));
    }
    view.plan.noun::<Plan>().cloned().ok_or(Refusal::NotFound("plan"))
}

async fn choose(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let plan = plan_of(&desk, id).await?;
    let c = desk.chrome(Section::Plans, desk.t.text("web-plan-import-title"));
    page(&ImportPage { c, f: Form::new(), back: format!("/plans/{id}"), id, plan })
}

async fn upload(desk: Desk, Path(id): Path<String>, mut form: Form) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let plan = plan_of(&desk, id).await?;
    if let Some(upload) = form.take_upload("file") {
        let file = Offered::from(upload);
        pending_import::keep(desk.node(), &desk.actor, IMPORT, id.record(), file).await?;
        return go(&format!("/plans/{id}/import/preview"));
    }
    let f = form.faulty(desk.t, &[Fault::error("field-missing").at("file")]);
    let c = desk.chrome(Section::Plans, desk.t.text("web-plan-import-title"));
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &ImportPage { c, f, back: format!("/plans/{id}"), id, plan })
}

/// A measure that would change.
struct ChangeLine {
    number: String,
    is_new: bool,
    differences: Vec<Difference>,
}

#[derive(Template)]
#[template(path = "plan_preview.html")]
struct PreviewPage {
    c: Chrome,
    id: Id<Plan>,
    plan: Plan,
    summary: String,
    changes: Vec<ChangeLine>,
    errors: Vec<FaultText>,
    warnings: Vec<FaultText>,
}

async fn preview(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let file = match pending_import::waiting(desk.node(), &desk.actor, IMPORT, id.record()).await {
        // The file was taken or forgotten in the meantime: one begins again.
        Err(Refusal::NotFound(_)) => return go(&format!("/plans/{id}/import")),
        file => file?,
    };
    let preview = app::plan::import::preview(desk.node(), &desk.actor, id, &file).await?;
    let c = desk.chrome(Section::Plans, desk.t.with("web-plan-preview-title", &[("file", file.file_name.into())]));
    let changes: Vec<ChangeLine> = preview
        .changes
        .into_iter()
        .map(|change| {
            let before = change.before.map(Body::from);
            ChangeLine {
                number: change.after.number.clone(),
                is_new: before.is_none(),
                differences: fields::differences(&c, before.as_ref(), &Body::from(change.after))
                    .into_iter()
                    // Which plan it stands in is what the page is about.
                    .filter(|difference| difference.label != fields::label(c.t, "plan"))
                    .collect(),
            }
        })
        .collect();
    let new = changes.iter().filter(|change| change.is_new).count();
    let (errors, warnings): (Vec<&Fault>, Vec<&Fault>) = preview.faults.iter().partition(|fault| fault.is_error());
    let told = |faults: Vec<&Fault>| faults.into_iter().map(|fault| desk.t.fault(fault)).collect();
    page(&PreviewPage {
        id,
        plan: preview.view.plan.noun::<Plan>().cloned().ok_or(Refusal::NotFound("plan"))?,
        summary: desk.t.with(
            "web-plan-preview-summary",
            &[("new", new.into()), ("changed", (changes.len() - new).into()), ("unchanged", preview.unchanged.into())],
        ),
        changes,
        errors: told(errors),
        warnings: told(warnings),
        c,
    })
}

async fn accept(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    let file = pending_import::waiting(desk.node(), &desk.actor, IMPORT, id.record()).await?;
    match app::plan::import::import(desk.node(), &desk.actor, id, &file).await {
        Ok(_) => {
            pending_import::forget(desk.node(), &desk.actor, IMPORT).await?;
            go_done(&format!("/plans/{id}"), "imported")
        }
        // The plan changed since the preview: the person sees what the file would do now.
        Err(Refusal::Invalid(_) | Refusal::Conflict { .. }) => go(&format!("/plans/{id}/import/preview")),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn forget(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Plan> = named(&id)?;
    pending_import::forget(desk.node(), &desk.actor, IMPORT).await?;
    go(&format!("/plans/{id}"))
}
