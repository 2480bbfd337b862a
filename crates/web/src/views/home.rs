//! The first page: what waits for the person, then the round.

use app::party::list::ScreeningFilter;
use app::{Refusal, Stored};
use askama::Template;
use axum::routing::get;
use domain::measure::Measure;
use domain::party_screening::ScreeningState;
use domain::recommendation::Recommendation;
use domain::report::Report;
use domain::round::Round;
use jiff::Timestamp;

use crate::desk::{Answer, Desk, page};
use crate::layout::{Chrome, Section};
use crate::place::link;
use crate::views::Routes;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/", get(show))
}

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    c: Chrome,
    roles: Vec<String>,
    sees_review: bool,
    sees_accounts: bool,
    sees_register: bool,
    open_screenings: u64,
    overdue: Vec<(String, Measure)>,
    to_answer: Vec<(String, Recommendation)>,
    /// How many there are, shown or not.
    to_answer_total: usize,
    /// Where all recommendations to the person's State are listed.
    all_to_answer: String,
    round: Option<(Stored, Round)>,
    reports: Vec<BuiltReport>,
}

/// A report and when it was built: several of one round have the same name.
struct BuiltReport {
    id: String,
    report: Report,
    built: Option<Timestamp>,
}

async fn built(desk: &Desk, reports: &[Stored]) -> Result<Vec<BuiltReport>, Refusal> {
    let mut built = Vec::new();
    for stored in reports {
        let Some(report) = stored.noun::<Report>().cloned() else { continue };
        let id = stored.revision.record;
        let history = app::record::history::history(desk.node(), &desk.actor, id).await?;
        let instant = history.first().map(|(_, act)| act.instant);
        built.push(BuiltReport { id: id.to_string(), report, built: instant });
    }
    Ok(built)
}

/// Records with the noun inside, under their id.
fn nouns<N: domain::body::Noun + Clone>(records: &[Stored]) -> Vec<(String, N)> {
    records
        .iter()
        .filter_map(|stored| stored.noun::<N>().map(|noun| (stored.revision.record.to_string(), noun.clone())))
        .collect()
}

/// How many kept screenings have open hits; none for who does not read them.
async fn open_screenings(desk: &Desk) -> Result<u64, Refusal> {
    if !desk.actor.may_somewhere(app::Permission::SeeScreenings) {
        return Ok(0);
    }
    let filter = ScreeningFilter { state: Some(ScreeningState::Open), limit: Some(1), ..ScreeningFilter::default() };
    Ok(app::party::list::list(desk.node(), &desk.actor, &filter).await?.total)
}

async fn show(desk: Desk) -> Answer {
    let home = app::home::home(desk.node(), &desk.actor).await?;
    let sees = |permission| desk.actor.may_somewhere(permission);
    let open_screenings = open_screenings(&desk).await?;
    page(&HomePage {
        c: desk.chrome(Section::Home, desk.t.text("web-nav-home")),
        roles: desk.actor.roles.iter().map(|role| desk.t.word("role", role.as_str())).collect(),
        sees_review: sees(app::Permission::SeeRound),
        sees_accounts: sees(app::Permission::SeeAccounts),
        sees_register: sees(app::Permission::SeeRegister),
        open_screenings,
        overdue: nouns(&home.overdue),
        to_answer: nouns(&home.to_answer),
        to_answer_total: usize::try_from(home.to_answer_total).unwrap_or(usize::MAX),
        all_to_answer: desk
            .actor
            .state
            .as_ref()
            .map(|state| link("/recommendations", [("addressee", state.as_str())]))
            .unwrap_or_default(),
        round: home.round.and_then(|stored| stored.noun::<Round>().cloned().map(|round| (stored, round))),
        reports: built(&desk, &home.reports).await?,
    })
}
