//! The response of a State to a recommendation: giving it, revising it.

use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::{Owner, StateCode};
use domain::recommendation::Recommendation;
use domain::response::{Position, Response};
use domain::round::Round;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/recommendations/{id}/respond", get(ask).post(respond))
}

#[derive(Template)]
#[template(path = "respond.html")]
struct RespondPage {
    c: Chrome,
    f: Form,
    back: String,
    lead: String,
    noun: Recommendation,
    positions: Vec<Choice>,
}

/// What is responded to, for whom, and what was responded before.
struct Asked {
    id: Id<Recommendation>,
    noun: Recommendation,
    state: StateCode,
    before: Option<Stored>,
}

async fn asked(desk: &Desk, id: &str) -> Result<Asked, Refused> {
    let id: Id<Recommendation> = named(id)?;
    let view = app::recommendation::show::show(desk.node(), &desk.actor, id).await?;
    let noun = view.recommendation.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?.clone();
    let refused = Refusal::NotAllowed(Permission::Respond);
    let Some(state) = desk.actor.state.clone() else { return Err(refused.into()) };
    if !desk.actor.may_with(Permission::Respond, &Owner::State(state.clone()), Some(noun.round)) {
        return Err(refused.into());
    }
    check_addressed(&noun, view.round.noun::<Round>(), &state)?;
    let of_state = |stored: &Stored| stored.noun::<Response>().is_some_and(|response| response.state == state);
    let before = view.responses.into_iter().find(of_state);
    Ok(Asked { id, noun, state, before })
}

/// A State responds to, and reports on, what is recommended to it and nothing else.
pub(super) fn check_addressed(noun: &Recommendation, round: Option<&Round>, state: &StateCode) -> Result<(), Refusal> {
    let takes_part = round.is_some_and(|round| round.states.iter().any(|member| member.code == *state));
    if noun.is_for(state, takes_part) {
        return Ok(());
    }
    Err(Refusal::fault(Fault::error("not-addressed").at("state").with("state", state.as_str())))
}

fn shown(desk: &Desk, f: Form, asked: &Asked) -> RespondPage {
    let key = if asked.before.is_some() { "web-respond-revise-title" } else { "web-respond-title" };
    let title = desk.t.with(key, &[("number", asked.noun.number.to_string().into())]);
    let c = desk.chrome(Section::Recommendations, title);
    RespondPage {
        lead: c.with("web-respond-lead", "state", c.state(&asked.state)),
        c,
        f,
        back: format!("/recommendations/{}", asked.id),
        noun: asked.noun.clone(),
        positions: Choice::words(desk.t, "position", Position::ALL),
    }
}

async fn ask(desk: Desk, Path(id): Path<String>) -> Answer {
    let asked = asked(&desk, &id).await?;
    let mut form = Form::new().with("date", desk.node().surroundings.today()).with("seen", 0);
    if let Some(before) = &asked.before
        && let Some(response) = before.noun::<Response>()
    {
        form = form
            .with("position", response.position)
            .with_localized("reasons", &response.reasons)
            .with("seen", before.revision.version);
    }
    page(&shown(&desk, form, &asked))
}

fn read(form: &Form, asked: &Asked, faults: &mut Vec<Fault>) -> Response {
    let position = written::required(form, "position", "choice-not-read", faults);
    let date = written::day(form, "date", faults);
    let before = asked.before.as_ref().and_then(Stored::noun::<Response>).map(|response| &response.reasons);
    let response = Response {
        recommendation: asked.id,
        state: asked.state.clone(),
        position: position.unwrap_or(Position::Supported),
        reasons: written::localized(form, "reasons", before),
        date: date.unwrap_or_default(),
    };
    response.check(faults);
    response
}

async fn respond(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let asked = asked(&desk, &id).await?;
    let back = format!("/recommendations/{}", asked.id);
    let mut faults = Vec::new();
    let response = read(&form, &asked, &mut faults);
    if faults.is_empty() {
        let seen = form.seen().unwrap_or_default();
        match app::recommendation::respond::respond(desk.node(), &desk.actor, response, seen).await {
            Ok(_) => return go_done(&format!("{back}#responses"), "responded"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form.faulty(desk.t, &faults), &asked))
}
