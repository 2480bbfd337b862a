//! Rounds: the list, one round with everything that belongs to it, the files.

use std::collections::BTreeMap;

use app::round::export::RoundTable;
use app::round::show::RoundView;
use app::{Permission, Refusal, Stored, TableFormat};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::finding::{Finding, FindingKind};
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::owner::{Owner, StateCode};
use domain::participant::Participant;
use domain::programme_item::ProgrammeItem;
use domain::recommendation::Recommendation;
use domain::report::Report;
use domain::round::{Round, StatementPart};
use domain::visit::{Visit, VisitAccount};
use jiff::civil::Date;

use crate::desk::{Answer, Desk, file, named, page};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::Routes;
use crate::views::recommendation::addressees;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/rounds", get(list))
        .route("/rounds/{round}", get(show))
        .route("/rounds/{round}/export/{table}", get(export))
}

/// The round that an address names: by its key or by its id.
///
/// # Errors
/// When there is none that reaches the person.
pub async fn round_of(desk: &Desk, name: &str) -> Result<Id<Round>, Refused> {
    if let Ok(id) = name.parse::<Id<Round>>() {
        return Ok(id);
    }
    let found = app::round::show::find(desk.node(), &desk.actor, Some(name)).await?;
    Ok(Id::new(found.revision.record))
}

struct RoundLine {
    round: Round,
    dates: String,
}

#[derive(Template)]
#[template(path = "rounds.html")]
struct RoundsPage {
    c: Chrome,
    rounds: Vec<RoundLine>,
    may_enter: bool,
}

async fn list(desk: Desk) -> Answer {
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let rounds = rounds.into_iter().rev();
    page(&RoundsPage {
        c: desk.chrome(Section::Rounds, desk.t.text("web-rounds-title")),
        rounds: rounds
            .filter_map(|stored| stored.noun::<Round>().cloned())
            .map(|round| RoundLine { dates: desk.t.dates(round.start, round.end), round })
            .collect(),
        may_enter: desk.actor.may_with(Permission::SaveRound, &Owner::Secretariat, None),
    })
}

/// A record of a round with its noun.
struct Part<N> {
    record: RecordId,
    noun: N,
    may_edit: bool,
}

struct Day {
    date: Date,
    words: String,
    items: Vec<Item>,
}

struct Item {
    record: RecordId,
    noun: ProgrammeItem,
    time: String,
    may_edit: bool,
}

/// A delegation, or those who belong to none.
struct Delegation {
    state: Option<StateCode>,
    people: Vec<Part<Participant>>,
}

struct VisitLine {
    stored: Stored,
    visit: Visit,
    account: Option<(Stored, VisitAccount)>,
}

struct Member {
    code: StateCode,
    formal: Localized,
    roles: Vec<String>,
    matrix: Option<RecordId>,
    plans: Vec<RecordId>,
}

#[derive(Template)]
#[template(path = "round.html")]
struct RoundPage {
    c: Chrome,
    stored: Stored,
    round: Round,
    dates: String,
    template: Option<(RecordId, Localized)>,
    earlier: Vec<(Option<RecordId>, domain::round::EarlierRound)>,
    members: Vec<Member>,
    days: Vec<Day>,
    delegations: Vec<Delegation>,
    participants: usize,
    visits: Vec<VisitLine>,
    findings: Vec<(FindingKind, usize)>,
    recommendations: Vec<(RecordId, Recommendation, Vec<String>)>,
    reports: Vec<(RecordId, Report)>,
    statements: Vec<(String, Vec<Localized>)>,
    may_edit: bool,
    may_add_participant: bool,
    may_note: bool,
    may_recommend: bool,
    may_build: bool,
}

async fn show(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let round = view.head().clone();
    let c = desk.chrome(Section::Rounds, round.title.text(desk.t.language()));
    let may = |permission, owner: &Owner| desk.actor.may_with(permission, owner, Some(id));
    let counts = counts(&view);
    let template = match round.template {
        Some(template) => template_name(&desk, template.record()).await?,
        None => None,
    };
    page(&RoundPage {
        dates: desk.t.dates(round.start, round.end),
        template,
        earlier: earlier(&desk, &round).await?,
        members: members(&desk, &c, &view).await?,
        days: days(&desk, &view),
        delegations: delegations(&desk, &c, &view),
        participants: view.participants.len(),
        visits: visits(&view),
        findings: counts,
        recommendations: nouns::<Recommendation>(&view.recommendations)
            .map(|(record, noun)| {
                let to = addressees(&c, &noun);
                (record, noun, to)
            })
            .collect(),
        reports: nouns(&view.reports).collect(),
        statements: statements(&c, &round),
        may_edit: may(Permission::SaveRound, &Owner::Secretariat),
        may_add_participant: may(Permission::SaveParticipant, &desk.actor.owner()),
        may_note: may(Permission::SaveFinding, &Owner::Secretariat),
        may_recommend: may(Permission::SaveRecommendation, &Owner::Secretariat),
        may_build: may(Permission::BuildReport, &Owner::Secretariat),
        stored: view.round.clone(),
        round,
        c,
    })
}

fn nouns<N: domain::body::Noun + Clone>(records: &[Stored]) -> impl Iterator<Item = (RecordId, N)> {
    records.iter().filter_map(|stored| Some((stored.revision.record, stored.noun::<N>()?.clone())))
}

async fn template_name(desk: &Desk, id: RecordId) -> Result<Option<(RecordId, Localized)>, Refusal> {
    let stored = app::record::history::show(desk.node(), &desk.actor, id).await?;
    Ok(stored.noun::<domain::template::Template>().map(|template| (id, template.name.clone())))
}

/// The earlier meetings, each with its record when it is in this node and reaches the person.
async fn earlier(desk: &Desk, round: &Round) -> Result<Vec<(Option<RecordId>, domain::round::EarlierRound)>, Refusal> {
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let find = |key: &str| {
        let of_key = |stored: &&Stored| stored.noun::<Round>().is_some_and(|round| round.key == key);
        rounds.iter().find(of_key).map(|stored| stored.revision.record)
    };
    Ok(round.earlier.iter().map(|earlier| (earlier.key.as_deref().and_then(find), earlier.clone())).collect())
}

async fn members(desk: &Desk, c: &Chrome, view: &RoundView) -> Result<Vec<Member>, Refusal> {
    let matrices = app::matrix::list::list(desk.node(), &desk.actor).await?;
    let plans = app::plan::list::list(desk.node(), &desk.actor).await?;
    let head = view.head();
    Ok(head
        .states
        .iter()
        .map(|member| {
            let of_state = |matrix: &domain::matrix::Matrix| {
                matrix.state == member.code && head.template.is_none_or(|template| template == matrix.template)
            };
            let matrix = matrices.iter().find(|stored| stored.noun().is_some_and(of_state));
            let of_state = |plan: &domain::plan::Plan| plan.state == member.code;
            Member {
                code: member.code.clone(),
                formal: view.states.get(&member.code).map(|state| state.formal.clone()).unwrap_or_default(),
                roles: member.roles.iter().map(|role| c.word("state-role", role)).collect(),
                matrix: matrix.map(|stored| stored.revision.record),
                plans: plans
                    .iter()
                    .filter(|stored| stored.noun().is_some_and(of_state))
                    .map(|stored| stored.revision.record)
                    .collect(),
            }
        })
        .collect())
}

fn days(desk: &Desk, view: &RoundView) -> Vec<Day> {
    let t = desk.t;
    let mut days: BTreeMap<Date, Vec<Item>> = BTreeMap::new();
    for stored in &view.programme {
        if let Some(part) = part::<ProgrammeItem>(desk, stored, view, Permission::SaveRound) {
            let start = t.time(part.noun.start);
            let time = part.noun.end.map_or_else(|| start.clone(), |end| format!("{start}–{}", t.time(end)));
            let Part { record, noun, may_edit } = part;
            days.entry(noun.date).or_default().push(Item { record, noun, time, may_edit });
        }
    }
    days.into_iter().map(|(date, items)| Day { date, words: t.weekday_date(date), items }).collect()
}

fn part<N: domain::body::Noun + Clone>(
    desk: &Desk,
    stored: &Stored,
    view: &RoundView,
    permission: Permission,
) -> Option<Part<N>> {
    let round = Some(Id::new(view.round.revision.record));
    Some(Part {
        record: stored.revision.record,
        noun: stored.noun::<N>()?.clone(),
        may_edit: desk.actor.may_with(permission, &stored.revision.owner, round),
    })
}

/// The delegations in the alphabetical order of the States, heads first; then everyone else.
fn delegations(desk: &Desk, c: &Chrome, view: &RoundView) -> Vec<Delegation> {
    let mut by_state: BTreeMap<Option<StateCode>, Vec<Part<Participant>>> = BTreeMap::new();
    for stored in &view.participants {
        if let Some(part) = part::<Participant>(desk, stored, view, Permission::SaveParticipant) {
            by_state.entry(part.noun.state.clone()).or_default().push(part);
        }
    }
    let mut delegations: Vec<Delegation> = by_state
        .into_iter()
        .map(|(state, mut people)| {
            people.sort_by_key(|person| (person.noun.role as u8, c.text(&person.noun.name).to_owned()));
            Delegation { state, people }
        })
        .collect();
    delegations
        .sort_by_key(|delegation| (delegation.state.is_none(), delegation.state.as_ref().map(|code| c.state(code))));
    delegations
}

fn visits(view: &RoundView) -> Vec<VisitLine> {
    view.visits
        .iter()
        .filter_map(|stored| {
            let account = view.visit_accounts.get(&stored.revision.record);
            Some(VisitLine {
                visit: stored.noun::<Visit>()?.clone(),
                account: account.and_then(|account| Some((account.clone(), account.noun::<VisitAccount>()?.clone()))),
                stored: stored.clone(),
            })
        })
        .collect()
}

/// The paragraphs for the report, by the part in which they stand.
fn statements(c: &Chrome, round: &Round) -> Vec<(String, Vec<Localized>)> {
    let parts = StatementPart::ALL.iter().map(|part| {
        let texts = round.statements.iter().filter(|statement| statement.part == *part);
        (c.word("statement-part", part), texts.map(|statement| statement.text.clone()).collect::<Vec<_>>())
    });
    parts.filter(|(_, texts)| !texts.is_empty()).collect()
}

/// How many findings of each kind. Numbers of findings, never a measure of anybody.
fn counts(view: &RoundView) -> Vec<(FindingKind, usize)> {
    let kinds: Vec<FindingKind> = view.findings.iter().filter_map(Stored::noun::<Finding>).map(|f| f.kind).collect();
    FindingKind::ALL
        .iter()
        .map(|kind| (*kind, kinds.iter().filter(|other| *other == kind).count()))
        .filter(|(_, count)| *count > 0)
        .collect()
}

async fn export(desk: Desk, Path((round, table)): Path<(String, String)>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let table: RoundTable = named(&table)?;
    let format = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let language = desk.t.language();
    Ok(file(app::round::export::export(desk.node(), &desk.actor, id, table, format, language).await?))
}
