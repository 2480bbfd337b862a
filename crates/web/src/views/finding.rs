//! Findings: the list across rounds, and one finding with what it rests on.

use std::collections::BTreeMap;

use app::finding::FindingFilter;
use app::round::show::RoundView;
use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::finding::{Basis, Finding, FindingKind};
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::measure::Measure;
use domain::plan::Plan;
use domain::recommendation::Recommendation;
use domain::round::Round;
use domain::visit::Visit;

use crate::desk::{Answer, Desk, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::views::Routes;
use crate::views::recommendation::{RecommendationLink, links, theme_choices};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new().route("/findings", get(list)).route("/findings/{id}", get(show))
}

/// How many findings stand on a page.
const LIMIT: usize = 50;

struct FindingLine {
    record: RecordId,
    finding: Finding,
    round: Localized,
    theme: Localized,
}

#[derive(Template)]
#[template(path = "findings.html")]
struct FindingsPage {
    c: Chrome,
    lines: Vec<FindingLine>,
    total: usize,
    offset: usize,
    limit: usize,
    filtered: bool,
    rounds: Vec<Choice>,
    kinds: Vec<Choice>,
    themes: Vec<Choice>,
    states: Vec<Choice>,
    round: Option<Id<Round>>,
}

async fn rounds_of(desk: &Desk) -> Result<BTreeMap<RecordId, Round>, Refusal> {
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    Ok(rounds.iter().filter_map(|stored| Some((stored.revision.record, stored.noun::<Round>()?.clone()))).collect())
}

fn theme_of(round: Option<&Round>, key: Option<&str>) -> Localized {
    let theme = round.zip(key).and_then(|(round, key)| round.theme(key));
    theme.map(|theme| theme.title.clone()).unwrap_or_default()
}

async fn list(desk: Desk) -> Answer {
    let place = &desk.place;
    let filter = FindingFilter {
        round: place.asked_as("round"),
        kind: place.asked_as("kind"),
        theme: place.asked("theme").map(str::to_owned),
        state: place.asked_as("state"),
        text: place.asked("text").map(str::to_owned),
        limit: u32::try_from(LIMIT).ok(),
        offset: place.asked_as("offset").unwrap_or_default(),
    };
    let found = app::finding::list(desk.node(), &desk.actor, &filter).await?;
    let rounds = rounds_of(&desk).await?;
    let c = desk.chrome(Section::Rounds, desk.t.text("web-findings-title"));
    let lines = found.records.iter().filter_map(|stored| {
        let finding = stored.noun::<Finding>()?.clone();
        let round = rounds.get(&finding.round.record());
        Some(FindingLine {
            record: stored.revision.record,
            round: round.map(|round| round.title.clone()).unwrap_or_default(),
            theme: theme_of(round, finding.theme.as_deref()),
            finding,
        })
    });
    let chosen = filter.round.and_then(|id| rounds.get(&id.record()));
    let shown: Vec<&Round> = chosen.map_or_else(|| rounds.values().collect(), |round| vec![round]);
    let mut codes: Vec<_> = shown.iter().flat_map(|round| &round.states).map(|state| state.code.clone()).collect();
    codes.sort();
    codes.dedup();
    page(&FindingsPage {
        lines: lines.collect(),
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        offset: usize::try_from(filter.offset).unwrap_or_default(),
        limit: LIMIT,
        filtered: c.place.asks_besides(&["offset", "lang", "done"]),
        rounds: rounds.iter().map(|(id, round)| Choice::new(id, c.text(&round.title))).collect(),
        kinds: Choice::words(desk.t, "finding-kind", FindingKind::ALL),
        themes: theme_choices(&c, &shown),
        states: codes.iter().map(|code| Choice::new(code, c.state(code))).collect(),
        round: filter.round,
        c,
    })
}

/// What a finding rests on, in words, with its page when it reaches the person.
struct BasisLine {
    words: String,
    href: Option<String>,
}

#[derive(Template)]
#[template(path = "finding.html")]
struct FindingPage {
    c: Chrome,
    stored: Stored,
    finding: Finding,
    round: Round,
    theme: Localized,
    basis: Vec<BasisLine>,
    recommendations: Vec<RecommendationLink>,
    may_edit: bool,
    may_recommend: bool,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(&id)?).await?;
    let finding = stored.noun::<Finding>().ok_or(Refusal::NotFound("finding"))?.clone();
    let view = app::round::show::show(desk.node(), &desk.actor, finding.round).await?;
    let title = desk.t.with("web-finding-title", &[("number", finding.number.to_string().into())]);
    let c = desk.chrome(Section::Rounds, title);
    let record = stored.revision.record;
    let following: Vec<Stored> = view
        .recommendations
        .iter()
        .filter(|stored| {
            let follows = |noun: &Recommendation| noun.findings.iter().any(|id| id.record() == record);
            stored.noun::<Recommendation>().is_some_and(follows)
        })
        .cloned()
        .collect();
    let may = |permission| desk.actor.may_with(permission, &stored.revision.owner, Some(finding.round));
    page(&FindingPage {
        basis: basis(&desk, &c, &finding, &view).await?,
        theme: theme_of(Some(view.head()), finding.theme.as_deref()),
        round: view.head().clone(),
        recommendations: links(&desk, &following).await?,
        may_edit: may(Permission::SaveFinding),
        may_recommend: may(Permission::SaveRecommendation),
        stored: stored.clone(),
        finding,
        c,
    })
}

async fn basis(desk: &Desk, c: &Chrome, finding: &Finding, view: &RoundView) -> Result<Vec<BasisLine>, Refusal> {
    let plans = if desk.actor.may_somewhere(Permission::SeePlan) {
        app::plan::list::list(desk.node(), &desk.actor).await?
    } else {
        Vec::new()
    };
    let mut lines = Vec::new();
    for basis in &finding.basis {
        let (words, href) = match basis {
            Basis::Row(state, row) => {
                let values = [("state", c.state(state).into()), ("row", row.to_string().into())];
                let template = view.head().template;
                (c.t.with("web-finding-basis-row", &values), template.map(|id| format!("/compare/{id}/{row}")))
            }
            Basis::Measure(state, number) => {
                let values = [("state", c.state(state).into()), ("number", number.clone().into())];
                let mut href = None;
                for plan in plans.iter().filter(|plan| plan.noun::<Plan>().is_some_and(|plan| plan.state == *state)) {
                    let id = Id::new(plan.revision.record);
                    let view = app::plan::show::show(desk.node(), &desk.actor, id).await?;
                    let measure = view
                        .measures
                        .iter()
                        .find(|stored| stored.noun::<Measure>().is_some_and(|measure| measure.number == *number));
                    href = measure.map(|measure| format!("/measures/{}", measure.revision.record)).or(href);
                }
                (c.t.with("web-finding-basis-measure", &values), href)
            }
            Basis::Visit(number) => {
                let visit = view
                    .visits
                    .iter()
                    .find_map(|stored| stored.noun::<Visit>().filter(|visit| visit.number == *number));
                let mut words = c.with("web-finding-basis-visit", "number", number.to_string());
                if let Some(visit) = visit {
                    words = format!("{words}: {}", c.text(&visit.title));
                }
                (words, Some(format!("/rounds/{}#visit-{number}", finding.round)))
            }
        };
        lines.push(BasisLine { words, href });
    }
    Ok(lines)
}
