//! A finding as a form: noting one in a round, changing one.

use app::{Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::finding::{Finding, FindingKind};
use domain::ids::{Id, RecordId};
use domain::round::Round;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::conflict;
use crate::views::recommendation::theme_choices;
use crate::views::round::round_of;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/rounds/{round}/findings/new", get(new).post(add))
        .route("/findings/{id}/edit", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "finding_form.html")]
struct FindingForm {
    c: Chrome,
    f: Form,
    back: String,
    is_new: bool,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    states: Vec<Choice>,
}

async fn shown(
    desk: &Desk,
    f: Form,
    round: Id<Round>,
    number: Option<u16>,
    back: String,
) -> Result<FindingForm, Refusal> {
    let view = app::round::show::show(desk.node(), &desk.actor, round).await?;
    let title = match number {
        None => desk.t.text("web-finding-form-new"),
        Some(number) => desk.t.with("web-finding-form-edit", &[("number", number.to_string().into())]),
    };
    let c = desk.chrome(Section::Rounds, title);
    let states = view.head().states.iter().map(|state| Choice::new(&state.code, c.state(&state.code)));
    Ok(FindingForm {
        kinds: Choice::words(desk.t, "finding-kind", FindingKind::ALL),
        themes: theme_choices(&c, &[view.head()]),
        states: states.collect(),
        is_new: number.is_none(),
        c,
        f,
        back,
    })
}

fn read(form: &Form, round: Id<Round>, before: Option<&Finding>, faults: &mut Vec<Fault>) -> Finding {
    let number = written::required(form, "number", "number-not-read", faults);
    let kind = written::required(form, "kind", "choice-not-read", faults);
    let finding = Finding {
        round,
        number: number.unwrap_or(1),
        kind: kind.unwrap_or(FindingKind::Observation),
        theme: form.filled("theme").map(str::to_owned),
        states: written::ticked(form, "states", faults).into_iter().collect(),
        title: written::localized(form, "title", before.map(|finding| &finding.title)),
        text: written::localized(form, "text", before.map(|finding| &finding.text)),
        basis: written::list(form, "basis", "basis-not-read", faults),
    };
    finding.check(faults);
    finding
}

async fn new(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let numbers = view.findings.iter().filter_map(Stored::noun::<Finding>).map(|finding| finding.number);
    // Comparing a row leads here with its basis and theme.
    let basis: Vec<&str> =
        desk.place.query.iter().filter(|(name, _)| name == "basis").map(|(_, v)| v.as_str()).collect();
    let form = Form::new()
        .with("number", numbers.max().unwrap_or_default() + 1)
        .with("kind", desk.asked("kind").unwrap_or_default())
        .with("theme", desk.asked("theme").unwrap_or_default())
        .with("basis", basis.join("\n"));
    page(&shown(&desk, form, id, None, format!("/rounds/{id}")).await?)
}

async fn add(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let mut faults = Vec::new();
    let finding = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        let number = finding.number.to_string();
        match app::finding::save(desk.node(), &desk.actor, finding, None, form.value("reason")).await {
            Ok(stored) => return go_done(&format!("/findings/{}", stored.revision.record), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("number", &number)))?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, id, None, format!("/rounds/{id}")).await?)
}

async fn finding_of(desk: &Desk, id: RecordId) -> Result<(Stored, Finding), Refusal> {
    let stored = app::record::history::show(desk.node(), &desk.actor, id).await?;
    let finding = stored.noun::<Finding>().ok_or(Refusal::NotFound("finding"))?.clone();
    Ok((stored, finding))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, finding) = finding_of(&desk, named(&id)?).await?;
    let mut form = Form::new()
        .with("number", finding.number)
        .with("kind", finding.kind)
        .with("theme", finding.theme.clone().unwrap_or_default())
        .with_localized("title", &finding.title)
        .with_localized("text", &finding.text)
        .with("basis", written::joined(&finding.basis, "\n"))
        .with("seen", stored.revision.version);
    finding.states.iter().for_each(|state| form.add("states", state));
    let back = format!("/findings/{}", stored.revision.record);
    page(&shown(&desk, form, finding.round, Some(finding.number), back).await?)
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, before) = finding_of(&desk, named(&id)?).await?;
    let back = format!("/findings/{}", stored.revision.record);
    let mut faults = Vec::new();
    let finding = read(&form, before.round, Some(&before), &mut faults);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, stored.revision.record));
        match app::finding::save(desk.node(), &desk.actor, finding, seen, form.value("reason")).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let form = form.faulty(desk.t, &faults);
    let page = shown(&desk, form, before.round, Some(before.number), back).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
