//! An item of a round's programme as a form.

use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::Owner;
use domain::programme_item::ProgrammeItem;
use domain::round::Round;
use jiff::civil::Time;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::recommendation::theme_choices;
use crate::views::round::round_of;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/rounds/{round}/programme/new", get(new).post(add))
        .route("/programme/{id}/edit", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "programme_form.html")]
struct ProgrammeForm {
    c: Chrome,
    f: Form,
    back: String,
    themes: Vec<Choice>,
}

/// The head of a round whose parts the person may change.
pub(super) async fn head(desk: &Desk, id: Id<Round>, permission: Permission, owner: &Owner) -> Result<Round, Refused> {
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    if !desk.actor.may_with(permission, owner, Some(id)) {
        return Err(Refusal::NotAllowed(permission).into());
    }
    Ok(view.head().clone())
}

async fn shown(desk: &Desk, f: Form, round: Id<Round>, title: &str) -> Result<ProgrammeForm, Refused> {
    let head = head(desk, round, Permission::SaveRound, &Owner::Secretariat).await?;
    let c = desk.chrome(Section::Rounds, desk.t.text(title));
    Ok(ProgrammeForm { themes: theme_choices(&c, &[&head]), c, f, back: format!("/rounds/{round}#programme") })
}

fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

fn read(form: &Form, round: Id<Round>, before: Option<&ProgrammeItem>, faults: &mut Vec<Fault>) -> ProgrammeItem {
    let date = written::day(form, "date", faults);
    let start: Option<Time> = written::required(form, "start", "time-not-read", faults);
    let item = ProgrammeItem {
        round,
        date: date.unwrap_or_default(),
        start: start.unwrap_or_default(),
        end: form.read("end", "time-not-read", faults),
        theme: form.filled("theme").map(str::to_owned),
        title: written::localized(form, "title", before.map(|item| &item.title)),
        speakers: written::localized(form, "speakers", before.map(|item| &item.speakers)),
    };
    item.check(faults);
    item
}

async fn new(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    // The next item usually follows the last one.
    let last = view.programme.last().and_then(Stored::noun::<ProgrammeItem>);
    let form = Form::new()
        .with("date", last.map_or(view.head().start, |item| item.date))
        .with("start", last.and_then(|item| item.end).map(clock).unwrap_or_default());
    page(&shown(&desk, form, id, "web-programme-form-new").await?)
}

async fn add(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let mut faults = Vec::new();
    let item = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        match app::round::parts::save_programme_item(desk.node(), &desk.actor, item, None).await {
            Ok(_) => return go_done(&format!("/rounds/{id}#programme"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), id, "web-programme-form-new").await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let item = stored.noun::<ProgrammeItem>().ok_or(Refusal::NotFound("programme-item"))?;
    let form = Form::new()
        .with("date", item.date)
        .with("start", clock(item.start))
        .with("end", item.end.map(clock).unwrap_or_default())
        .with("theme", item.theme.clone().unwrap_or_default())
        .with_localized("title", &item.title)
        .with_localized("speakers", &item.speakers)
        .with("seen", stored.revision.version);
    page(&shown(&desk, form, item.round, "web-programme-form-edit").await?)
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let before = stored.noun::<ProgrammeItem>().ok_or(Refusal::NotFound("programme-item"))?;
    let back = format!("/rounds/{}#programme", before.round);
    let mut faults = Vec::new();
    let item = read(&form, before.round, Some(before), &mut faults);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, stored.revision.record));
        match app::round::parts::save_programme_item(desk.node(), &desk.actor, item, seen).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), before.round, "web-programme-form-edit").await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
