//! Attached files: attaching one to a record, opening one.

use app::document::attach::{Attachment, attach};
use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::citation::Translation;
use domain::document::Document;
use domain::fault::Fault;
use domain::ids::RecordId;
use domain::language::Language;

use crate::desk::{Answer, Desk, file, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/records/{id}/documents/new", get(new).post(add).layer(crate::takes_files()))
        .route("/documents/{id}", get(open))
}

/// A document as a line of the page of its record.
#[derive(Debug, Clone)]
pub struct DocumentLine {
    /// The record.
    pub record: RecordId,
    /// What is known of it.
    pub document: Document,
    /// Its length in words.
    pub size: String,
}

/// The documents attached to a record; none when the person's roles read no documents.
///
/// # Errors
/// When the store cannot be read.
pub async fn documents(desk: &Desk, about: RecordId) -> Result<Vec<DocumentLine>, Refusal> {
    if !desk.actor.may_somewhere(Permission::SeeDocument) {
        return Ok(Vec::new());
    }
    let stored = app::document::open::list(desk.node(), &desk.actor, about).await?;
    Ok(stored
        .iter()
        .filter_map(|stored| {
            let document = stored.noun::<Document>()?.clone();
            Some(DocumentLine { record: stored.revision.record, size: desk.t.bytes(document.length), document })
        })
        .collect())
}

#[derive(Template)]
#[template(path = "document_form.html")]
struct DocumentForm {
    c: Chrome,
    f: Form,
    back: String,
    about: String,
    lead: String,
    languages: Vec<Choice>,
    translations: Vec<Choice>,
}

/// The page of a record of a kind that has one of its own; of any other, its history.
fn page_of(about: &Stored) -> String {
    let id = about.revision.record;
    crate::views::record::path_of(id, &about.revision.body).unwrap_or_else(|| format!("/records/{id}"))
}

fn shown(desk: &Desk, f: Form, about: &Stored) -> DocumentForm {
    let index = domain::index::Index::of(&about.revision);
    let name = if index.name == about.revision.record.to_string() { String::new() } else { index.name };
    let kind = desk.t.word("kind", about.revision.body.kind().as_str());
    let limit = desk.t.bytes(app::document::media_type::LARGEST as u64);
    // Any language may be a document's: those of the site by name, others by their code.
    let languages = ["en", "ru", "tg", "ky", "be", "kk", "uz", "fr", "es", "zh", "ar"];
    DocumentForm {
        c: desk.chrome(Section::Elsewhere, desk.t.text("web-document-attach-title")),
        f,
        back: page_of(about),
        about: format!("{kind} {name}").trim().to_owned(),
        lead: desk.t.with("web-document-attach-lead", &[("limit", limit.into())]),
        languages: languages.iter().map(|code| Choice::new(code, desk.t.word("web-document-language", code))).collect(),
        translations: Choice::words(desk.t, "translation", Translation::ALL),
    }
}

async fn about(desk: &Desk, id: &str) -> Result<Stored, crate::refusal::Refused> {
    let about = app::record::history::show(desk.node(), &desk.actor, named(id)?).await?;
    if desk.actor.may_with(Permission::AttachDocument, &about.revision.owner, None) {
        Ok(about)
    } else {
        Err(Refusal::NotAllowed(Permission::AttachDocument).into())
    }
}

async fn new(desk: Desk, Path(id): Path<String>) -> Answer {
    let about = about(&desk, &id).await?;
    page(&shown(&desk, Form::new().with("translation", Translation::Original), &about))
}

async fn add(desk: Desk, Path(id): Path<String>, mut form: Form) -> Answer {
    let about = about(&desk, &id).await?;
    let mut faults = Vec::new();
    let language: Option<Language> = form.read("language", "choice-not-read", &mut faults);
    let translation = written::required(&form, "translation", "choice-not-read", &mut faults);
    let date = form.date("date", &mut faults);
    let title = form.localized("title");
    title.check_required("title", &mut faults);
    let upload = form.take_upload("file");
    if upload.is_none() {
        faults.push(Fault::error("field-missing").at("file"));
    }
    if let (Some(upload), Some(translation), true) = (upload, translation, faults.is_empty()) {
        let attachment = Attachment {
            about: about.revision.record,
            title,
            file_name: upload.file_name,
            language,
            translation,
            date,
            bytes: upload.bytes,
        };
        match attach(desk.node(), &desk.actor, attachment).await {
            Ok(_) => return go_done(&format!("{}#documents", page_of(&about)), "attached"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form.faulty(desk.t, &faults), &about))
}

/// Always saved, never shown inside the site: a file comes from somebody else.
async fn open(desk: Desk, Path(id): Path<String>) -> Answer {
    Ok(file(app::document::open::open(desk.node(), &desk.actor, named(&id)?).await?))
}
