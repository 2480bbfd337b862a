//! A visit of a round, and the account of what was seen, as forms. The account has a marking of its own.

use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::{Handling, Marking, Sharing, SharingLevel};
use domain::owner::Owner;
use domain::round::Round;
use domain::visit::{Visit, VisitAccount};

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
        .route("/rounds/{round}/visits/new", get(new).post(add))
        .route("/visits/{id}/edit", get(edit).post(change))
        .route("/visits/{id}/account", get(account).post(write))
}

#[derive(Template)]
#[template(path = "visit_form.html")]
struct VisitForm {
    c: Chrome,
    f: Form,
    back: String,
}

async fn shown(desk: &Desk, f: Form, round: Id<Round>, number: Option<u16>) -> Result<VisitForm, Refused> {
    head(desk, round, Permission::SaveRound, &Owner::Secretariat).await?;
    let title = match number {
        None => desk.t.text("web-visit-form-new"),
        Some(number) => desk.t.with("web-visit-form-edit", &[("number", number.to_string().into())]),
    };
    Ok(VisitForm { c: desk.chrome(Section::Rounds, title), f, back: format!("/rounds/{round}#visits") })
}

fn read(form: &Form, round: Id<Round>, before: Option<&Visit>, faults: &mut Vec<Fault>) -> Visit {
    let number = written::required(form, "number", "number-not-read", faults);
    let visit = Visit {
        round,
        number: number.unwrap_or(1),
        date: form.read("date", "date-not-read", faults),
        title: written::localized(form, "title", before.map(|visit| &visit.title)),
        host: written::localized(form, "host", before.map(|visit| &visit.host)),
        summary: written::localized(form, "summary", before.map(|visit| &visit.summary)),
    };
    visit.check(faults);
    visit
}

async fn new(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let numbers = view.visits.iter().filter_map(Stored::noun::<Visit>).map(|visit| visit.number);
    let form = Form::new().with("number", numbers.max().unwrap_or_default() + 1);
    page(&shown(&desk, form, id, None).await?)
}

async fn add(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let mut faults = Vec::new();
    let visit = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        let number = visit.number.to_string();
        match app::round::parts::save_visit(desk.node(), &desk.actor, visit, None).await {
            Ok(_) => return go_done(&format!("/rounds/{id}#visits"), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("number", &number)))?,
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), id, None).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

async fn visit_of(desk: &Desk, id: &str) -> Result<(Stored, Visit), Refused> {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(id)?).await?;
    let visit = stored.noun::<Visit>().ok_or(Refusal::NotFound("visit"))?.clone();
    Ok((stored, visit))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, visit) = visit_of(&desk, &id).await?;
    let form = Form::new()
        .with("number", visit.number)
        .with("date", visit.date.map(|date| date.to_string()).unwrap_or_default())
        .with_localized("title", &visit.title)
        .with_localized("host", &visit.host)
        .with_localized("summary", &visit.summary)
        .with("seen", stored.revision.version);
    page(&shown(&desk, form, visit.round, Some(visit.number)).await?)
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, before) = visit_of(&desk, &id).await?;
    let back = format!("/rounds/{}#visits", before.round);
    let mut faults = Vec::new();
    let visit = read(&form, before.round, Some(&before), &mut faults);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, stored.revision.record));
        match app::round::parts::save_visit(desk.node(), &desk.actor, visit, seen).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let page = shown(&desk, form.faulty(desk.t, &faults), before.round, Some(before.number)).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

#[derive(Template)]
#[template(path = "visit_account_form.html")]
struct AccountForm {
    c: Chrome,
    f: Form,
    back: String,
    visit: Visit,
    is_new: bool,
    handlings: Vec<Choice>,
    sharings: Vec<Choice>,
    current: Option<Stored>,
}

/// A visit whose account the person may write, with the account as it stands.
struct Visited {
    stored: Stored,
    visit: Visit,
    account: Option<Stored>,
}

async fn visited(desk: &Desk, id: &str) -> Result<Visited, Refused> {
    let (stored, visit) = visit_of(desk, id).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, visit.round).await?;
    if !desk.actor.may_with(Permission::SaveRound, &stored.revision.owner, Some(visit.round)) {
        return Err(Refusal::NotAllowed(Permission::SaveRound).into());
    }
    let account = view.visit_accounts.get(&stored.revision.record).cloned();
    Ok(Visited { stored, visit, account })
}

fn account_shown(desk: &Desk, f: Form, visited: &Visited) -> AccountForm {
    let title = desk.t.with("web-visit-account-form", &[("number", visited.visit.number.to_string().into())]);
    AccountForm {
        c: desk.chrome(Section::Rounds, title),
        f,
        back: format!("/rounds/{}#visits", visited.visit.round),
        visit: visited.visit.clone(),
        is_new: visited.account.is_none(),
        handlings: Choice::words(desk.t, "handling", Handling::ALL),
        // What was seen is never for the Committee or the public.
        sharings: Choice::words(desk.t, "sharing-level", &[SharingLevel::National, SharingLevel::Round]),
        current: visited.account.clone(),
    }
}

async fn account(desk: Desk, Path(id): Path<String>) -> Answer {
    let visited = visited(&desk, &id).await?;
    let mut form =
        Form::new().with("handling", Handling::Confidential).with("sharing", SharingLevel::Round).with("seen", 0);
    if let Some(stored) = &visited.account
        && let Some(account) = stored.noun::<VisitAccount>()
    {
        form = form.with_localized("text", &account.text).with("seen", stored.revision.version);
    }
    page(&account_shown(&desk, form, &visited))
}

async fn write(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let visited = visited(&desk, &id).await?;
    let back = format!("/rounds/{}#visits", visited.visit.round);
    let mut faults = Vec::new();
    let before = visited.account.as_ref().and_then(Stored::noun::<VisitAccount>).map(|account| &account.text);
    let account = VisitAccount {
        visit: Id::new(visited.stored.revision.record),
        text: written::localized(&form, "text", before),
    };
    account.check(&mut faults);
    let marking = match &visited.account {
        // The marking of an account that stands is changed on the page of its record, with a reason.
        Some(stored) => Some(stored.revision.marking.clone()),
        None => marking(&form, visited.visit.round, &mut faults),
    };
    if let Some(marking) = marking.filter(|_| faults.is_empty()) {
        let seen = visited.account.as_ref().map(|stored| written::seen(&form, stored.revision.record));
        match app::round::parts::save_visit_account(desk.node(), &desk.actor, account, marking, seen).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &account_shown(&desk, form.faulty(desk.t, &faults), &visited))
}

fn marking(form: &Form, round: Id<Round>, faults: &mut Vec<Fault>) -> Option<Marking> {
    let handling = written::required(form, "handling", "choice-not-read", faults);
    let level = written::required(form, "sharing", "choice-not-read", faults);
    let sharing = match level? {
        SharingLevel::Round => Sharing::Round { round },
        _ => Sharing::National,
    };
    Some(Marking { handling: handling?, sharing })
}
