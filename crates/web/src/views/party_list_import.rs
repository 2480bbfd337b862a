//! Importing a version of a list: choose the files, see what they would change, take them or leave them.

use app::party::import::{ChangedScreening, LARGEST_UPLOAD, ListImport, OfferedList, import, preview};
use app::party::waiting_list::{keep, waiting};
use app::{Offered, Permission, Refusal, pending_import};
use askama::Template;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::fault::Fault;
use domain::language::Language;
use domain::localized::Localized;
use domain::party_list_version::PartyListVersion;
use jiff::civil::Date;
use locale::FaultText;

use crate::desk::{Answer, Desk, faults, go, go_done, page, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/party-lists/import", get(choose).post(upload).layer(DefaultBodyLimit::max(LARGEST_UPLOAD)))
        .route("/party-lists/import/preview", get(shown))
        .route("/party-lists/import/accept", post(accept))
        .route("/party-lists/import/forget", post(forget))
}

const IMPORT: Permission = Permission::ImportPartyList;

#[derive(Template)]
#[template(path = "party_list_import.html")]
struct ImportPage {
    c: Chrome,
    f: Form,
}

fn choosing(desk: &Desk, f: Form) -> ImportPage {
    ImportPage { c: desk.chrome(Section::Parties, desk.t.text("web-party-import-title")), f }
}

async fn choose(desk: Desk) -> Answer {
    desk.actor.permit(IMPORT)?;
    page(&choosing(&desk, Form::new()))
}

async fn upload(desk: Desk, mut form: Form) -> Answer {
    desk.actor.permit(IMPORT)?;
    let mut found = Vec::new();
    let mut files = Vec::new();
    while let Some(upload) = form.take_upload("files") {
        files.push(Offered { file_name: upload.file_name, bytes: upload.bytes });
    }
    if files.is_empty() {
        found.push(Fault::error("field-missing").at("files"));
    }
    let published: Option<Date> = form.read("published", "date-unreadable", &mut found);
    let max_age_days = form.read("max_age_days", "party-list-max-age", &mut found);
    let mut title = Localized::default();
    title.set(desk.t.language(), form.value("title"));
    let pairs = form.value("columns").lines().filter_map(|line| line.split_once('='));
    let offered = OfferedList {
        list: form.value("list").trim().to_owned(),
        title,
        publisher: Localized::new(Language::EN, form.value("publisher")),
        published,
        max_age_days,
        source: form.value("source").trim().to_owned(),
        columns: pairs.map(|(name, heading)| (name.trim().to_owned(), heading.trim().to_owned())).collect(),
        files,
    };
    if found.is_empty() {
        // What cannot be imported is told here, before anything is kept.
        match preview(desk.node(), &desk.actor, &offered).await {
            Ok(_) => {
                keep(desk.node(), &desk.actor, &offered).await?;
                return go("/party-lists/import/preview");
            }
            Err(refusal) => found = faults(refusal)?,
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &choosing(&desk, form.faulty(desk.t, &found)))
}

#[derive(Template)]
#[template(path = "party_list_preview.html")]
struct PreviewPage {
    c: Chrome,
    version: PartyListVersion,
    told: String,
    too_old: bool,
    before: Option<PartyListVersion>,
    changed: Vec<ChangedScreening>,
    warnings: Vec<FaultText>,
}

async fn shown(desk: Desk) -> Answer {
    let offered = match waiting(desk.node(), &desk.actor).await {
        // The files were taken or put aside in the meantime: one begins again.
        Err(Refusal::NotFound(_)) => return go("/party-lists/import"),
        offered => offered?,
    };
    let ListImport { version, before, changed, faults, .. } = preview(desk.node(), &desk.actor, &offered).await?;
    let today = desk.node().surroundings.today();
    let used = app::party::UsedList { id: domain::ids::Id::new(domain::ids::Uuid::nil()), version: version.clone() };
    page(&PreviewPage {
        c: desk.chrome(Section::Parties, desk.t.text("web-party-preview-title")),
        told: app::party::export::list_in_words(desk.t, &used, today),
        too_old: used.is_too_old(today),
        version,
        before,
        changed,
        warnings: faults.iter().map(|fault| desk.t.fault(fault)).collect(),
    })
}

async fn accept(desk: Desk) -> Answer {
    let offered = waiting(desk.node(), &desk.actor).await?;
    match import(desk.node(), &desk.actor, offered).await {
        Ok(done) => {
            pending_import::forget(desk.node(), &desk.actor, IMPORT).await?;
            let id = done.stored.map(|stored| stored.revision.record).unwrap_or_default();
            go_done(&format!("/party-lists/{id}"), "list-imported")
        }
        // Something changed since the preview: the person sees what the files would do now.
        Err(Refusal::Invalid(_) | Refusal::Conflict { .. }) => go("/party-lists/import/preview"),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn forget(desk: Desk) -> Answer {
    pending_import::forget(desk.node(), &desk.actor, IMPORT).await?;
    go("/party-lists")
}
