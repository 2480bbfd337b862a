//! One check: who is asked about, and each hit with both names side by side.

use app::party::keep::{ToKeep, keep};
use app::party::screen::{Found, lists_in_use, screen};
use app::party::{AlignedLine, EvidenceLine, UsedList, aligned, asked_of_line, evidence};
use app::{Permission, Refusal};
use askama::Template;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::party_screening::{
    AskedParty, HitDecision, HitReturn, HitState, PartyGender, PartyHit, PartyKind, PartyReference, PartyScreening,
};
use serde_json::json;

use crate::desk::{Answer, Desk, go_done, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/parties", get(ask).post(answer))
}

/// A list that was asked, as every page about a screening shows it.
pub struct ListLine {
    /// In words, with its day and age.
    pub told: String,
    /// Whether it is too old, or nobody knows how old it is.
    pub too_old: bool,
    /// The id of the version.
    pub id: String,
    /// The list.
    pub list: String,
}

/// The lists, those that are too old first.
pub fn list_lines(desk: &Desk, used: &[UsedList]) -> Vec<ListLine> {
    let today = desk.node().surroundings.today();
    let mut lines: Vec<ListLine> = used
        .iter()
        .map(|used| ListLine {
            told: app::party::export::list_in_words(desk.t, used, today),
            too_old: used.is_too_old(today),
            id: used.id.to_string(),
            list: used.version.list.clone(),
        })
        .collect();
    lines.sort_by_key(|line| !line.too_old);
    lines
}

/// A hit as it is shown.
pub struct HitLine {
    /// What was found.
    pub hit: PartyHit,
    /// The names side by side.
    pub aligned: Vec<AlignedLine>,
    /// What else speaks for it and against it.
    pub evidence: Vec<EvidenceLine>,
    /// How it stands, when it is kept.
    pub state: Option<HitState>,
    /// Why it is open again.
    pub back: Option<HitReturn>,
}

impl HitLine {
    /// A hit of a kept screening, or one that was only asked.
    pub fn of(desk: &Desk, hit: &PartyHit, screening: Option<&PartyScreening>) -> Self {
        let standing = screening.map(|screening| hit.standing(&screening.party.digest()));
        Self {
            aligned: aligned(desk.t, hit),
            evidence: evidence(desk.t, hit),
            state: standing.map(|(state, _)| state),
            back: standing.and_then(|(_, back)| back),
            hit: hit.clone(),
        }
    }

    /// The shape beside its state.
    pub fn shape(&self) -> &'static str {
        match self.state {
            Some(HitState::Open) => "triangle",
            Some(HitState::Confirmed) => "square",
            Some(HitState::Cleared) => "full",
            Some(HitState::Gone) | None => "empty",
        }
    }

    /// How alike, of 100.
    pub fn alike(&self) -> u16 {
        self.hit.score / 10
    }

    /// The last decision.
    pub fn decision(&self) -> Option<&HitDecision> {
        self.hit.decisions.last()
    }

    /// The decisions before the last, the latest first.
    pub fn earlier(&self) -> Vec<&HitDecision> {
        self.hit.decisions.iter().rev().skip(1).collect()
    }

    /// Whether a person may still decide about it.
    pub fn is_open_to_decision(&self) -> bool {
        self.hit.end.is_none() && self.state.is_some()
    }
}

#[derive(Template)]
#[template(path = "party.html")]
struct PartyPage {
    c: Chrome,
    f: Form,
    kinds: Vec<Choice>,
    genders: Vec<Choice>,
    lists: Vec<ListLine>,
    asked: Option<AskedParty>,
    hits: Vec<HitLine>,
    unscreened: Option<(String, Option<String>)>,
    may_keep: bool,
    may_import: bool,
}

fn shown(desk: &Desk, f: Form, used: &[UsedList], found: Option<(AskedParty, &Found)>) -> PartyPage {
    let may = |permission| desk.actor.may_somewhere(permission);
    PartyPage {
        c: desk.chrome(Section::Parties, desk.t.text("web-party-title")),
        f,
        kinds: Choice::words(desk.t, "party-kind", PartyKind::ALL),
        genders: Choice::words(desk.t, "party-gender", PartyGender::ALL),
        lists: list_lines(desk, used),
        hits: found.iter().flat_map(|(_, found)| &found.hits).map(|hit| HitLine::of(desk, hit, None)).collect(),
        unscreened: found.as_ref().and_then(|(_, found)| found.unscreened.as_ref()).map(|fault| {
            let told = desk.t.fault(fault);
            (told.message, told.hint)
        }),
        asked: found.map(|(asked, _)| asked),
        may_keep: may(Permission::SaveScreening),
        may_import: may(Permission::ImportPartyList),
    }
}

async fn ask(desk: Desk) -> Answer {
    desk.actor.permit(Permission::ScreenParty)?;
    let used = lists_in_use(desk.node(), &desk.actor).await?;
    page(&shown(&desk, Form::new().with("keep", "yes"), &used, None))
}

/// What was filled in of a party.
///
/// # Errors
/// What cannot be read of it: the person who filled it in puts it right.
pub fn party_of(f: &Form) -> Result<(AskedParty, Option<PartyReference>), Vec<Fault>> {
    let several = |name: &str| -> Vec<String> {
        f.value(name).split([';', ',', '\n']).map(|part| part.trim().to_owned()).filter(|p| !p.is_empty()).collect()
    };
    if f.filled("name").is_none() {
        return Err(vec![Fault::error("field-missing").at("name")]);
    }
    let line = json!({
        "name": f.value("name"), "kind": f.value("kind"), "birth": f.value("birth"), "country": several("country"),
        "gender": f.value("gender"), "ids": several("identifiers"),
    });
    let (party, mut unread) = asked_of_line(&line).map_err(|fault| vec![fault.at("name")])?;
    if !unread.is_empty() {
        unread.iter_mut().for_each(|fault| fault.severity = domain::fault::Severity::Error);
        return Err(unread);
    }
    let source = f.value("reference").trim().to_owned();
    let reference = PartyReference { source, row: None, check: None };
    Ok((party, Some(reference).filter(|reference| !reference.source.is_empty())))
}

/// The form filled with what is known of a party.
#[must_use]
pub fn form_of(party: &AskedParty) -> Form {
    Form::new()
        .with("name", &party.name)
        .with("kind", party.kind)
        .with("birth", party.birth.map(|birth| birth.to_string()).unwrap_or_default())
        .with("country", party.countries.join("; "))
        .with("gender", party.gender.map(|gender| gender.to_string()).unwrap_or_default())
        .with("identifiers", party.identifiers.join("; "))
}

async fn answer(desk: Desk, f: Form) -> Answer {
    desk.actor.permit(Permission::ScreenParty)?;
    let (party, reference) = match party_of(&f) {
        Ok(read) => read,
        Err(found) => return again(&desk, f, &found).await,
    };
    if f.chosen("keep", "yes") {
        let to_keep = vec![ToKeep { party, reference }];
        return match keep(desk.node(), &desk.actor, to_keep, &|_, _| {}).await {
            Ok(stored) => {
                let id = stored.first().map(|stored| stored.revision.record).unwrap_or_default();
                go_done(&format!("/parties/screenings/{id}"), "screened")
            }
            Err(Refusal::Invalid(found)) => again(&desk, f, &found).await,
            Err(refusal) => Err(refusal.into()),
        };
    }
    match screen(desk.node(), &desk.actor, std::slice::from_ref(&party)).await {
        Ok(screened) => {
            let found = screened.found.first().map(|found| (party, found));
            page(&shown(&desk, f, &screened.lists.used, found))
        }
        Err(Refusal::Invalid(found)) => again(&desk, f, &found).await,
        Err(refusal) => Err(refusal.into()),
    }
}

async fn again(desk: &Desk, f: Form, found: &[Fault]) -> Answer {
    let used = lists_in_use(desk.node(), &desk.actor).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(desk, f.faulty(desk.t, found), &used, None))
}
