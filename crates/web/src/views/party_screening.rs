//! Kept screenings: the list, one of them with its hits, deciding, describing the party anew, the table as a file.

use app::party::decide::{Decide, decide};
use app::party::export::export;
use app::party::keep::change;
use app::party::list::{ScreeningFilter, counts, list, show as show_kept};
use app::party::screen::lists_in_use;
use app::{Permission, Refusal, Seen, Stored, TableFormat};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::party_screening::{HitState, PartyGender, PartyKind, PartyScreening, ScreeningState};

use super::party::{HitLine, ListLine, form_of, list_lines, party_of};
use crate::desk::{Answer, Desk, faults, file, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/parties/screenings", get(all))
        .route("/parties/screenings/export", get(save_table))
        .route("/parties/screenings/{id}", get(one))
        .route("/parties/screenings/{id}/decide", post(decided))
        .route("/parties/screenings/{id}/edit", get(edit).post(described))
        .route("/parties/tables/{id}", get(of_table))
}

/// How many screenings stand on a page.
const LIMIT: u32 = 50;

/// A kept screening as a line.
pub struct ScreeningLine {
    record: RecordId,
    screening: PartyScreening,
    state: ScreeningState,
    rows: String,
    hits: Vec<HitLine>,
}

impl ScreeningLine {
    fn shape(&self) -> &'static str {
        match self.state {
            ScreeningState::Open | ScreeningState::Unscreened => "triangle",
            ScreeningState::Confirmed => "square",
            ScreeningState::Cleared => "full",
            ScreeningState::None => "empty",
        }
    }
}

#[derive(Template)]
#[template(path = "party_screenings.html")]
struct ScreeningsPage {
    c: Chrome,
    lists: Vec<ListLine>,
    lines: Vec<ScreeningLine>,
    counts: Vec<(ScreeningState, u64)>,
    chosen: String,
    check: String,
    total: usize,
    offset: usize,
    limit: usize,
    may_keep: bool,
}

async fn all(desk: Desk) -> Answer {
    let title = desk.t.text("web-party-screenings-title");
    listed(desk, None, title).await
}

/// The rows of one table.
async fn of_table(desk: Desk, Path(id): Path<String>) -> Answer {
    let title = desk.t.text("web-party-table-results");
    listed(desk, Some(named(&id)?), title).await
}

fn filter(desk: &Desk, check: Option<RecordId>) -> ScreeningFilter {
    ScreeningFilter {
        state: desk.place.asked_as("state"),
        check: check.or_else(|| desk.place.asked_as("check")),
        text: desk.place.asked("text").map(str::to_owned),
        ..ScreeningFilter::default()
    }
}

async fn listed(desk: Desk, check: Option<RecordId>, title: String) -> Answer {
    let offset: u32 = desk.place.asked_as("offset").unwrap_or_default();
    let filter = ScreeningFilter { limit: Some(LIMIT), offset, ..filter(&desk, check) };
    let found = list(desk.node(), &desk.actor, &filter).await?;
    let whole = ScreeningFilter { state: None, limit: None, offset: 0, ..filter.clone() };
    let counts = counts(desk.node(), &desk.actor, &whole).await?;
    let used = lists_in_use(desk.node(), &desk.actor).await?;
    let lines = found.records.iter().filter_map(|stored| line(&desk, stored, check)).collect();
    page(&ScreeningsPage {
        lists: list_lines(&desk, &used),
        lines,
        counts,
        chosen: filter.state.map(|state| state.to_string()).unwrap_or_default(),
        check: filter.check.map(|check| check.to_string()).unwrap_or_default(),
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        offset: offset as usize,
        limit: LIMIT as usize,
        may_keep: desk.actor.may_somewhere(Permission::SaveScreening),
        c: desk.chrome(Section::Parties, title),
    })
}

fn line(desk: &Desk, stored: &Stored, check: Option<RecordId>) -> Option<ScreeningLine> {
    let screening = stored.noun::<PartyScreening>()?.clone();
    let references = screening.references.iter().filter(|reference| check.is_none() || reference.check == check);
    let rows: Vec<String> = references
        .map(|reference| match reference.row {
            Some(row) => desk
                .t
                .with("party-row", &[("source", reference.source.as_str().into()), ("row", row.to_string().into())]),
            None => reference.source.clone(),
        })
        .collect();
    let hits = screening.hits.iter().filter(|hit| hit.end.is_none() || !hit.decisions.is_empty());
    Some(ScreeningLine {
        record: stored.revision.record,
        state: screening.state(),
        hits: hits.map(|hit| HitLine::of(desk, hit, Some(&screening))).collect(),
        rows: rows.join("; "),
        screening,
    })
}

async fn save_table(desk: Desk) -> Answer {
    let format: TableFormat = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let filter = filter(&desk, None);
    Ok(file(export(desk.node(), &desk.actor, &filter, (format, desk.t.language())).await?))
}

#[derive(Template)]
#[template(path = "party_screening.html")]
struct ScreeningPage {
    c: Chrome,
    f: Form,
    stored: Stored,
    screening: PartyScreening,
    state: ScreeningState,
    lists: Vec<ListLine>,
    hits: Vec<HitLine>,
    unscreened: Option<(String, Option<String>)>,
    may_decide: bool,
    may_keep: bool,
}

async fn one(desk: Desk, Path(id): Path<String>) -> Answer {
    page(&shown(&desk, named(&id)?, Form::new()).await?)
}

async fn shown(desk: &Desk, id: Id<PartyScreening>, f: Form) -> Result<ScreeningPage, Refusal> {
    let kept = show_kept(desk.node(), &desk.actor, id).await?;
    let owner = &kept.stored.revision.owner;
    let screening = kept.screening;
    Ok(ScreeningPage {
        c: desk.chrome(Section::Parties, screening.party.name.clone()),
        f,
        lists: list_lines(desk, &kept.lists),
        hits: screening.hits.iter().map(|hit| HitLine::of(desk, hit, Some(&screening))).collect(),
        unscreened: screening.unscreened.as_deref().map(|code| {
            let told = desk.t.fault(&Fault::error(code).at("name"));
            (told.message, told.hint)
        }),
        state: screening.state(),
        may_decide: desk.actor.may_with(Permission::DecideHit, owner, None),
        may_keep: desk.actor.may_with(Permission::SaveScreening, owner, None),
        stored: kept.stored,
        screening,
    })
}

async fn decided(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<PartyScreening> = named(&id)?;
    let what = Decide {
        list: form.value("list").to_owned(),
        entry: form.value("entry").to_owned(),
        verdict: named(form.value("verdict"))?,
        reason: form.value("reason").to_owned(),
    };
    let word = what.verdict.to_string();
    match decide(desk.node(), &desk.actor, id, form.seen().unwrap_or_default(), what).await {
        Ok(_) => go_done(&format!("/parties/screenings/{id}"), &format!("hit-{word}")),
        Err(refusal) => {
            let found = faults(refusal)?;
            let view = shown(&desk, id, form.faulty(desk.t, &found)).await?;
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}

#[derive(Template)]
#[template(path = "party_edit.html")]
struct EditPage {
    c: Chrome,
    f: Form,
    id: String,
    kinds: Vec<Choice>,
    genders: Vec<Choice>,
    back: String,
    decided: bool,
}

async fn edited(desk: &Desk, id: Id<PartyScreening>, f: Option<Form>) -> Result<EditPage, Refusal> {
    desk.actor.permit(Permission::SaveScreening)?;
    let kept = show_kept(desk.node(), &desk.actor, id).await?;
    let party = kept.screening.party.digest();
    let decided = |hit: &domain::party_screening::PartyHit| {
        matches!(hit.standing(&party).0, HitState::Cleared | HitState::Confirmed)
    };
    Ok(EditPage {
        c: desk.chrome(Section::Parties, desk.t.text("web-party-edit-title")),
        f: f.unwrap_or_else(|| form_of(&kept.screening.party).with("seen", kept.stored.revision.version)),
        id: id.to_string(),
        kinds: Choice::words(desk.t, "party-kind", PartyKind::ALL),
        genders: Choice::words(desk.t, "party-gender", PartyGender::ALL),
        back: format!("/parties/screenings/{id}"),
        decided: kept.screening.hits.iter().any(decided),
    })
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    page(&edited(&desk, named(&id)?, None).await?)
}

async fn described(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<PartyScreening> = named(&id)?;
    let found = match party_of(&form) {
        Ok((party, reference)) => {
            let seen = Seen { record: id.record(), version: form.seen().unwrap_or_default() };
            match change(desk.node(), &desk.actor, seen, party, reference).await {
                Ok(_) => return go_done(&format!("/parties/screenings/{id}"), "screened"),
                Err(refusal) => faults(refusal)?,
            }
        }
        Err(found) => found,
    };
    let view = edited(&desk, id, Some(form.faulty(desk.t, &found))).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &view)
}
