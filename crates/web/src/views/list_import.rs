//! Importing an edition of a control list.

use std::collections::BTreeMap;

use app::Permission;
use app::list::import::{ListFile, import};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::language::Language;
use domain::list_edition::{DecimalSign, ListFormat};
use domain::localized::Localized;

use crate::desk::{Answer, Desk, faults, go_done, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of this page.
pub fn routes() -> Routes {
    Routes::new().route("/lists/import", get(choose).post(upload).layer(crate::takes_files()))
}

#[derive(Template)]
#[template(path = "list_import.html")]
struct ImportPage {
    c: Chrome,
    f: Form,
    formats: Vec<Choice>,
    signs: Vec<Choice>,
    languages: Vec<Choice>,
}

fn shown(desk: &Desk, f: Form) -> ImportPage {
    let c = desk.chrome(Section::Lists, desk.t.text("web-lists-import"));
    let languages = c.form_languages().into_iter().map(|language| Choice::new(language.code, language.name.clone()));
    ImportPage {
        formats: Choice::words(desk.t, "list-format", ListFormat::ALL),
        signs: Choice::words(desk.t, "decimal-sign", DecimalSign::ALL),
        languages: languages.collect(),
        c,
        f,
    }
}

async fn choose(desk: Desk) -> Answer {
    desk.actor.permit(Permission::ImportList)?;
    page(&shown(&desk, Form::new().with("language", desk.t.language())))
}

async fn upload(desk: Desk, mut form: Form) -> Answer {
    let mut found = Vec::new();
    let upload = form.take_upload("file");
    if upload.is_none() {
        found.push(Fault::error("field-missing").at("file"));
    }
    let format: Option<ListFormat> = form.read("format", "choice-not-read", &mut found);
    let language: Option<Language> = form.read("language", "choice-not-read", &mut found);
    let decimal_sign: Option<DecimalSign> = form.read("decimal_sign", "choice-not-read", &mut found);
    let columns: BTreeMap<String, String> = form
        .value("columns")
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(name, heading)| (name.trim().to_owned(), heading.trim().to_owned()))
        .collect();
    if let (Some(upload), Some(format), true) = (upload, format, found.is_empty()) {
        let language = language.unwrap_or(Language::EN);
        let file = ListFile {
            list: form.value("list").trim().to_owned(),
            edition: form.value("edition").trim().to_owned(),
            title: Localized::new(language, form.value("title")),
            authority: Localized::default(),
            state: desk.actor.state.clone(),
            in_force: None,
            source: form.value("source").trim().to_owned(),
            language,
            format,
            decimal_sign,
            of_list: form.filled("of_list").map(|list| list.trim().to_owned()),
            columns,
            file_name: upload.file_name,
            bytes: upload.bytes,
        };
        let key = format!("{}@{}", file.list, file.edition);
        match import(desk.node(), &desk.actor, file).await {
            Ok(_) => return go_done(&format!("/lists/{key}"), "imported"),
            Err(refusal) => found = faults(refusal)?,
        }
    }
    let form = form.faulty(desk.t, &found);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form))
}
