//! Any record: what it says, its history, changing its marking, releasing a version.

use std::collections::BTreeSet;

use app::{Permission, Refusal, Seen, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::act::Act;
use domain::body::{Body, Kind};
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::marking::{Handling, Marking, Sharing, SharingLevel};
use domain::owner::StateCode;
use domain::round::Round;

use crate::desk::{Answer, Desk, faults, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::{Refused, conflict};
use crate::views::Routes;
use crate::views::fields::{self, Difference, Field};

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new()
        .route("/records/{id}", get(show))
        .route("/records/{id}/mark", get(mark_form).post(mark))
        .route("/records/{id}/release", get(release_form).post(release))
}

/// Where a record has a page of its own.
#[must_use]
pub fn path_of(id: RecordId, body: &Body) -> Option<String> {
    match body {
        Body::Matrix(_) => Some(format!("/matrices/{id}")),
        Body::Answer(answer) => Some(format!("/matrices/{}/cells/{}", answer.matrix, answer.cell)),
        Body::Template(_) => Some(format!("/templates/{id}")),
        Body::Plan(_) => Some(format!("/plans/{id}")),
        Body::Measure(_) => Some(format!("/measures/{id}")),
        Body::Round(round) => Some(format!("/rounds/{}", round.key)),
        Body::Recommendation(_) => Some(format!("/recommendations/{id}")),
        Body::Finding(_) => Some(format!("/findings/{id}")),
        Body::Report(_) => Some(format!("/reports/{id}")),
        Body::Sample(_) => Some(format!("/samples/{id}")),
        Body::CustodyEvent(event) => Some(format!("/samples/{}#custody", event.sample)),
        Body::LaboratoryMeasurement(measurement) => Some(format!("/samples/{}#measurements", measurement.sample)),
        Body::Account(_) => Some("/accounts".to_owned()),
        Body::State(_) => Some("/states".to_owned()),
        _ => None,
    }
}

/// What names a record: its kind, and its name among its siblings when that is more than its id.
fn name_of(c: &Chrome, stored: &Stored) -> String {
    let index = domain::index::Index::of(&stored.revision);
    let kind = c.word("kind", index.kind);
    if index.name == stored.revision.record.to_string() { kind } else { format!("{kind} {}", index.name) }
}

/// A version with the act that wrote it and what it changed.
struct Version {
    stored: Stored,
    act: Act,
    roles: String,
    verb: String,
    differences: Vec<Difference>,
    marking_changed: bool,
}

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage {
    c: Chrome,
    id: String,
    stored: Stored,
    path: Option<String>,
    fields: Vec<Field>,
    versions: Vec<Version>,
    may_mark: bool,
    may_release: bool,
    may_attach: bool,
}

/// Whether the person may do this to this record. Only the pages ask; the verbs decide.
fn may(desk: &Desk, permission: Permission, stored: &Stored) -> bool {
    desk.actor.may_with(permission, &stored.revision.owner, None)
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let record: RecordId = named(&id)?;
    let stored = app::record::history::show(desk.node(), &desk.actor, record).await?;
    let history = app::record::history::history(desk.node(), &desk.actor, record).await?;
    let c = desk.chrome(Section::Elsewhere, "");
    let title = name_of(&c, &stored);
    let c = c.titled(Section::Elsewhere, title);
    // A template is thousands of fields, and has a page that shows them in their order.
    let whole = stored.revision.body.kind() != Kind::Template;
    let versions = history.iter().enumerate().map(|(n, (version, act))| {
        let before = history.get(n + 1).map(|(before, _)| before);
        let roles: Vec<String> = act.person.roles.iter().map(|role| c.word("role", role)).collect();
        Version {
            differences: if whole {
                fields::differences(&c, before.map(|before| &before.revision.body), &version.revision.body)
            } else {
                Vec::new()
            },
            marking_changed: before.is_some_and(|before| before.revision.marking != version.revision.marking),
            roles: c.t.list(&roles),
            verb: c.t.verb(act.verb),
            stored: version.clone(),
            act: act.clone(),
        }
    });
    let versions = versions.collect();
    page(&RecordPage {
        path: path_of(record, &stored.revision.body),
        fields: if whole { fields::fields(&c, &stored.revision.body) } else { Vec::new() },
        versions,
        may_mark: may(&desk, Permission::MarkRecord, &stored),
        may_release: may(&desk, Permission::ReleaseRecord, &stored),
        may_attach: may(&desk, Permission::AttachDocument, &stored),
        stored,
        id,
        c,
    })
}

#[derive(Template)]
#[template(path = "record_mark.html")]
struct MarkPage {
    c: Chrome,
    f: Form,
    id: String,
    name: String,
    now: String,
    handlings: Vec<Choice>,
    levels: Vec<Choice>,
    states: Vec<Choice>,
    rounds: Vec<Choice>,
}

async fn rounds(desk: &Desk) -> Result<Vec<Choice>, Refused> {
    if !desk.actor.may_somewhere(Permission::SeeRound) {
        return Ok(Vec::new());
    }
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let choices = rounds.iter().rev().filter_map(|stored| {
        let round = stored.noun::<Round>()?;
        Some(Choice::new(stored.revision.record, round.title.text(desk.t.language())))
    });
    Ok(choices.collect())
}

async fn mark_page(desk: &Desk, stored: &Stored, form: Form, status: StatusCode) -> Answer {
    let c = desk.chrome(Section::Elsewhere, desk.t.text("web-record-mark"));
    let states = desk.states.sorted(c.language);
    page_as(
        status,
        &MarkPage {
            id: stored.revision.record.to_string(),
            name: name_of(&c, stored),
            now: c.marking(&stored.revision.marking),
            handlings: Choice::words(c.t, "handling", Handling::ALL),
            levels: Choice::words(c.t, "sharing-level", SharingLevel::ALL),
            states: states.iter().map(|state| Choice::new(&state.code, c.text(&state.short))).collect(),
            rounds: rounds(desk).await?,
            f: form,
            c,
        },
    )
}

async fn mark_form(desk: Desk, Path(id): Path<String>) -> Answer {
    desk.actor.permit(Permission::MarkRecord)?;
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let marking = &stored.revision.marking;
    let mut form = Form::new()
        .with("seen", stored.revision.version)
        .with("handling", marking.handling)
        .with("sharing", marking.sharing.level());
    match &marking.sharing {
        Sharing::Group { states } => states.iter().for_each(|state| form.add("states", state)),
        Sharing::Round { round } | Sharing::Committee { round: Some(round) } => form.set("round", round),
        _ => {}
    }
    mark_page(&desk, &stored, form, StatusCode::OK).await
}

/// The marking that was filled in.
fn read_marking(form: &Form, wrong: &mut Vec<Fault>) -> Option<Marking> {
    let handling: Option<Handling> = form.read("handling", "word-unknown", wrong);
    let level: Option<SharingLevel> = form.read("sharing", "word-unknown", wrong);
    let round: Option<Id<Round>> = form.read("round", "round-unknown", wrong);
    let (handling, level) = (handling?, level?);
    let sharing = match (level, round) {
        (SharingLevel::National, _) => Sharing::National,
        (SharingLevel::Group, _) => {
            let states: BTreeSet<StateCode> = form.all("states").filter_map(|code| code.parse().ok()).collect();
            Sharing::Group { states }
        }
        (SharingLevel::Round, Some(round)) => Sharing::Round { round },
        (SharingLevel::Round, None) => {
            wrong.push(Fault::error("marking-without-round").at("round"));
            return None;
        }
        (SharingLevel::Committee, round) => Sharing::Committee { round },
        (SharingLevel::Public, _) => Sharing::Public,
    };
    Some(Marking { handling, sharing })
}

async fn mark(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let mut wrong = Vec::new();
    let marking = read_marking(&form, &mut wrong);
    let seen = Seen { record: stored.revision.record, version: form.seen().unwrap_or_default() };
    if let Some(marking) = marking
        && wrong.is_empty()
    {
        match app::record::mark::mark(desk.node(), &desk.actor, seen, marking, form.value("reason")).await {
            Ok(_) => return go_done(&format!("/records/{id}"), "marked"),
            Err(refusal @ Refusal::Conflict { .. }) => {
                return conflict(&desk, &form, refusal, &format!("/records/{id}"));
            }
            Err(refusal) => wrong = faults(refusal)?,
        }
    }
    mark_page(&desk, &stored, form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY).await
}

#[derive(Template)]
#[template(path = "record_release.html")]
struct ReleasePage {
    c: Chrome,
    f: Form,
    id: String,
    name: String,
    now: String,
    versions: Vec<Choice>,
}

async fn release_page(desk: &Desk, stored: &Stored, form: Form, status: StatusCode) -> Answer {
    let c = desk.chrome(Section::Elsewhere, desk.t.text("web-record-release"));
    let history = app::record::history::history(desk.node(), &desk.actor, stored.revision.record).await?;
    let versions = history.iter().map(|(stored, act)| {
        let version = stored.revision.version;
        let words = c.t.with("web-version", &[("version", version.into())]);
        Choice::new(version, format!("{words} · {} · {}", c.instant(&act.instant), act.person.login))
    });
    page_as(
        status,
        &ReleasePage {
            id: stored.revision.record.to_string(),
            name: name_of(&c, stored),
            now: c.marking(&stored.revision.marking),
            versions: versions.collect(),
            f: form,
            c,
        },
    )
}

async fn release_form(desk: Desk, Path(id): Path<String>) -> Answer {
    desk.actor.permit(Permission::ReleaseRecord)?;
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let form = Form::new().with("version", stored.revision.version);
    release_page(&desk, &stored, form, StatusCode::OK).await
}

async fn release(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let version: u32 = form.filled("version").and_then(|version| version.parse().ok()).ok_or(Refused::Unreadable)?;
    let (to, purpose) = (form.value("recipient"), form.value("purpose"));
    let record = stored.revision.record;
    match app::record::release::release(desk.node(), &desk.actor, record, version, to, purpose).await {
        Ok(_) => go_done(&format!("/records/{id}"), "released"),
        Err(refusal) => {
            let wrong = faults(refusal)?;
            release_page(&desk, &stored, form.faulty(desk.t, &wrong), StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read_marking;
    use crate::form::Form;

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expect: Result<&str, &str>) {
        let mut form = Form::new();
        for (name, value) in pairs {
            form.add(name, value);
        }
        let mut wrong = Vec::new();
        let marking = read_marking(&form, &mut wrong);
        let read = marking.map(|marking| format!("{}/{:?}", marking.handling, marking.sharing));
        match expect {
            Ok(expect) => assert_eq!(read.as_deref(), Some(expect)),
            Err(code) => assert_eq!((read, wrong[0].code.as_str()), (None, code)),
        }
    }

    #[test]
    fn markings_are_read_narrowly() {
        check(&[("handling", "confidential"), ("sharing", "national")], Ok("confidential/National"));
        check(&[("handling", "unclassified"), ("sharing", "group")], Ok("unclassified/Group { states: {} }"));
        check(&[("handling", "unclassified"), ("sharing", "round")], Err("marking-without-round"));
        check(&[("handling", "secret"), ("sharing", "public")], Err("word-unknown"));
    }
}
