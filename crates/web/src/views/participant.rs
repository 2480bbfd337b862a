//! A participant of a round as a form. Only its owner reads the list in full: each participant is a record with a
//! marking of its own.

use app::{Permission, Refusal};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::participant::{Participant, ParticipantRole};
use domain::role::Role;
use domain::round::Round;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::programme_item::head;
use crate::views::round::round_of;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/rounds/{round}/participants/new", get(new).post(add))
        .route("/participants/{id}/edit", get(edit).post(change))
}

#[derive(Template)]
#[template(path = "participant_form.html")]
struct ParticipantForm {
    c: Chrome,
    f: Form,
    back: String,
    states: Vec<Choice>,
    roles: Vec<Choice>,
    any_delegation: bool,
}

async fn shown(desk: &Desk, f: Form, round: Id<Round>, title: &str) -> Result<ParticipantForm, Refused> {
    let head = head(desk, round, Permission::SaveParticipant, &desk.actor.owner()).await?;
    let c = desk.chrome(Section::Rounds, desk.t.text(title));
    // A coordinator enters the own delegation, the secretariat anyone.
    let any_delegation = desk.actor.is(Role::Secretariat);
    let states = head.states.iter().map(|state| &state.code);
    let states = states.filter(|code| any_delegation || desk.actor.state.as_ref() == Some(code));
    Ok(ParticipantForm {
        states: states.map(|code| Choice::new(code, c.state(code))).collect(),
        roles: Choice::words(desk.t, "participant-role", ParticipantRole::ALL),
        any_delegation,
        c,
        f,
        back: format!("/rounds/{round}#participants"),
    })
}

fn read(form: &Form, round: Id<Round>, before: Option<&Participant>, faults: &mut Vec<Fault>) -> Participant {
    let role: Option<ParticipantRole> = written::required(form, "role", "choice-not-read", faults);
    let participant = Participant {
        round,
        state: form.read("state", "choice-not-read", faults),
        name: written::localized(form, "name", before.map(|person| &person.name)),
        position: written::localized(form, "position", before.map(|person| &person.position)),
        body: written::localized(form, "body", before.map(|person| &person.body)),
        role: role.unwrap_or(ParticipantRole::Expert),
    };
    participant.check(faults);
    participant
}

async fn new(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let state = desk.actor.state.as_ref().map(ToString::to_string).unwrap_or_default();
    let form = Form::new().with("state", state).with("role", ParticipantRole::Expert);
    page(&shown(&desk, form, id, "web-participant-form-new").await?)
}

async fn add(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let mut faults = Vec::new();
    let participant = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        match app::round::parts::save_participant(desk.node(), &desk.actor, participant, None).await {
            Ok(_) => return go_done(&format!("/rounds/{id}#participants"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), id, "web-participant-form-new").await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let person = stored.noun::<Participant>().ok_or(Refusal::NotFound("participant"))?;
    let form = Form::new()
        .with("state", person.state.as_ref().map(ToString::to_string).unwrap_or_default())
        .with_localized("name", &person.name)
        .with_localized("position", &person.position)
        .with_localized("body", &person.body)
        .with("role", person.role)
        .with("seen", stored.revision.version);
    page(&shown(&desk, form, person.round, "web-participant-form-edit").await?)
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let before = stored.noun::<Participant>().ok_or(Refusal::NotFound("participant"))?;
    let back = format!("/rounds/{}#participants", before.round);
    let mut faults = Vec::new();
    let participant = read(&form, before.round, Some(before), &mut faults);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, stored.revision.record));
        match app::round::parts::save_participant(desk.node(), &desk.actor, participant, seen).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), before.round, "web-participant-form-edit").await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}
