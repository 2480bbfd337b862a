//! A table of parties: upload or paste it, say which column holds what, watch it being screened.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::party::table::{check_table, look};
use app::{Offered, Permission, Refusal, pending_import};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::fault::Fault;
use domain::ids::{RecordId, Uuid};
use intake::party_table::{COLUMNS, PartyTableForm, of_pasted};
use locale::FaultText;

use crate::desk::{Answer, Desk, faults, go, page, page_as};
use crate::form::{Choice, Form};
use crate::jobs::Outcome;
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new()
        .route("/parties/table", get(choose).post(upload).layer(crate::takes_files()))
        .route("/parties/table/columns", get(columns))
        .route("/parties/table/run", post(run))
}

const SAVE: Permission = Permission::SaveScreening;
/// What a waiting table is for: it belongs to no record.
const NO_RECORD: RecordId = Uuid::nil();

#[derive(Template)]
#[template(path = "party_table.html")]
struct TablePage {
    c: Chrome,
    f: Form,
}

fn choosing(desk: &Desk, f: Form) -> TablePage {
    TablePage { c: desk.chrome(Section::Parties, desk.t.text("web-party-table-title")), f }
}

async fn choose(desk: Desk) -> Answer {
    desk.actor.permit(SAVE)?;
    page(&choosing(&desk, Form::new()))
}

async fn upload(desk: Desk, mut form: Form) -> Answer {
    desk.actor.permit(SAVE)?;
    let pasted = form.value("pasted").trim().to_owned();
    let offered = match form.take_upload("file") {
        Some(upload) => Offered { file_name: upload.file_name, bytes: upload.bytes },
        None if !pasted.is_empty() => {
            Offered { file_name: desk.t.text("web-party-table-pasted-name"), bytes: of_pasted(&pasted) }
        }
        None => {
            let f = form.faulty(desk.t, &[Fault::error("party-table-nothing").at("file")]);
            return page_as(StatusCode::UNPROCESSABLE_ENTITY, &choosing(&desk, f));
        }
    };
    if let Err(refusal) = look(&desk.actor, &offered) {
        let f = form.faulty(desk.t, &faults(refusal)?);
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &choosing(&desk, f));
    }
    pending_import::keep(desk.node(), &desk.actor, SAVE, NO_RECORD, offered).await?;
    go("/parties/table/columns")
}

#[derive(Template)]
#[template(path = "party_table_columns.html")]
struct ColumnsPage {
    c: Chrome,
    f: Form,
    file_name: String,
    form: PartyTableForm,
    wanted: Vec<&'static str>,
    choices: Vec<Choice>,
    warnings: Vec<FaultText>,
}

fn mapping_page(desk: &Desk, f: Option<Form>, file: &Offered) -> Result<ColumnsPage, Refusal> {
    let (form, found) = look(&desk.actor, file)?;
    let f = f.unwrap_or_else(|| {
        let start = Form::new();
        form.found.iter().fold(start, |f, (column, heading)| f.with(&format!("column.{column}"), heading))
    });
    let headings = form.headings.iter().filter(|heading| !heading.is_empty());
    Ok(ColumnsPage {
        c: desk.chrome(Section::Parties, desk.t.text("web-party-columns-title")),
        f,
        file_name: file.file_name.clone(),
        wanted: COLUMNS.iter().map(|(name, _)| *name).collect(),
        choices: headings.map(|heading| Choice::new(heading, heading.clone())).collect(),
        warnings: found.iter().map(|fault| desk.t.fault(fault)).collect(),
        form,
    })
}

async fn columns(desk: Desk) -> Answer {
    let file = match pending_import::waiting(desk.node(), &desk.actor, SAVE, NO_RECORD).await {
        // The table was taken in the meantime: one begins again.
        Err(Refusal::NotFound(_)) => return go("/parties/table"),
        file => file?,
    };
    page(&mapping_page(&desk, None, &file)?)
}

async fn run(desk: Desk, form: Form) -> Answer {
    let file = match pending_import::waiting(desk.node(), &desk.actor, SAVE, NO_RECORD).await {
        Err(Refusal::NotFound(_)) => return go("/parties/table"),
        file => file?,
    };
    let mapping: BTreeMap<String, String> = COLUMNS
        .iter()
        .filter_map(|(name, _)| Some(((*name).to_owned(), form.filled(&format!("column.{name}"))?.to_owned())))
        .collect();
    if !mapping.contains_key("name") {
        let found = [Fault::error("field-missing").at("column.name")];
        let view = mapping_page(&desk, Some(form.faulty(desk.t, &found)), &file)?;
        return page_as(StatusCode::UNPROCESSABLE_ENTITY, &view);
    }
    pending_import::forget(desk.node(), &desk.actor, SAVE).await?;
    let (node, actor) = (Arc::clone(&desk.site.node), desk.actor.clone());
    let id = node.surroundings.new_id();
    let path = desk.site.jobs.begin(id, &desk.actor, "parties", move |job| async move {
        let tell = |done: u64, total: u64| job.tell("web-job-parties-step", done, Some(total));
        let checked = check_table(&node, &actor, &file, &mapping, &tell).await?;
        let path = format!("/parties/tables/{}", checked.check);
        if checked.faults.is_empty() {
            return Ok(Outcome::Made(path));
        }
        // What was not screened is told before anything else is looked at.
        Ok(Outcome::Screened { path, rows: checked.rows, faults: Arc::new(checked.faults) })
    });
    go(&path)
}
