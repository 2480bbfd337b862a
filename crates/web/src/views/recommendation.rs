//! Recommendations: the register across rounds, one recommendation with everything that followed, the files.

use std::collections::BTreeMap;

use app::recommendation::list::RecommendationFilter;
use app::{Permission, Refusal, Stored, TableFormat};
use askama::Template;
use axum::extract::Path;
use axum::routing::get;
use domain::finding::Finding;
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::owner::{Owner, StateCode};
use domain::recommendation::{Addressee, Recommendation};
use domain::response::Response;
use domain::round::Round;
use domain::sort_key::sort_key;

use crate::desk::{Answer, Desk, file, named, page};
use crate::form::Choice;
use crate::layout::{Chrome, Section};
use crate::place::Place;
use crate::views::Routes;
use crate::views::document::{DocumentLine, documents};
use crate::views::measure_line::{MeasureLine, position_shape};
use crate::views::progress::{ProgressLine, lines};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/recommendations", get(register))
        .route("/recommendations/export", get(export))
        .route("/recommendations/{id}", get(show))
}

/// How many recommendations stand on a page of the register.
const LIMIT: usize = 25;

/// A recommendation as other pages refer to it.
#[derive(Debug, Clone)]
pub struct RecommendationLink {
    /// The record.
    pub record: RecordId,
    /// Its number, with the title of its round when that reaches the person.
    pub label: String,
    /// What is recommended.
    pub text: Localized,
}

/// Recommendations as links.
///
/// # Errors
/// When the store cannot be read.
pub async fn links(desk: &Desk, recommendations: &[Stored]) -> Result<Vec<RecommendationLink>, Refusal> {
    if recommendations.is_empty() {
        return Ok(Vec::new());
    }
    let rounds = app::round::list::list(desk.node(), &desk.actor).await?;
    let label = |noun: &Recommendation| {
        let number = ("number", noun.number.to_string().into());
        let round = rounds.iter().find(|stored| stored.revision.record == noun.round.record());
        match round.and_then(Stored::noun::<Round>) {
            None => desk.t.with("web-recommendation-title", &[number]),
            Some(round) => {
                let title = round.title.text(desk.t.language());
                desk.t.with("web-recommendation-of-round", &[("round", title.into()), number])
            }
        }
    };
    Ok(recommendations
        .iter()
        .filter_map(|stored| {
            let noun = stored.noun::<Recommendation>()?;
            Some(RecommendationLink { record: stored.revision.record, label: label(noun), text: noun.text.clone() })
        })
        .collect())
}

/// The addressees in words.
#[must_use]
pub fn addressees(c: &Chrome, recommendation: &Recommendation) -> Vec<String> {
    recommendation.addressees.iter().map(|addressee| addressee_name(c, addressee)).collect()
}

/// An addressee in words.
#[must_use]
pub fn addressee_name(c: &Chrome, addressee: &Addressee) -> String {
    match addressee {
        Addressee::State(code) => c.state(code),
        Addressee::All => c.t("web-recommendations-addressee-all"),
        Addressee::Partners => c.t("web-recommendations-addressee-partners"),
    }
}

/// The States of the round that a recommendation is for and that have not responded.
fn awaited<'a>(
    recommendation: &Recommendation,
    round: Option<&'a Round>,
    responded: &[&StateCode],
) -> Vec<&'a StateCode> {
    let states = round.into_iter().flat_map(|round| &round.states);
    states
        .map(|state| &state.code)
        .filter(|code| recommendation.is_for(code, true) && !responded.contains(code))
        .collect()
}

/// The filter that an address asks for.
fn filter(place: &Place) -> RecommendationFilter {
    RecommendationFilter {
        round: place.asked_as("round"),
        addressee: place.asked_as("addressee"),
        theme: place.asked("theme").map(str::to_owned),
        text: place.asked("text").map(str::to_owned),
        ..RecommendationFilter::default()
    }
}

struct RegisterLine {
    record: RecordId,
    noun: Recommendation,
    round: Localized,
    addressees: Vec<String>,
    responses: Vec<Response>,
    awaited: Vec<StateCode>,
    measures: Vec<MeasuresOf>,
    last: Option<ProgressLine>,
}

/// The measures of one State, by number.
struct MeasuresOf {
    owner: Owner,
    measures: Vec<(RecordId, String)>,
}

fn by_owner(measures: impl Iterator<Item = MeasureLine>) -> Vec<MeasuresOf> {
    let mut groups: BTreeMap<Owner, Vec<(RecordId, String)>> = BTreeMap::new();
    for line in measures {
        groups.entry(line.owner).or_default().push((line.record, line.measure.number));
    }
    groups
        .into_iter()
        .map(|(owner, mut measures)| {
            measures.sort_by_key(|(_, number)| sort_key(number));
            MeasuresOf { owner, measures }
        })
        .collect()
}

#[derive(Template)]
#[template(path = "recommendations.html")]
struct RegisterPage {
    c: Chrome,
    lines: Vec<RegisterLine>,
    total: usize,
    offset: usize,
    limit: usize,
    filtered: bool,
    rounds: Vec<Choice>,
    addressees: Vec<Choice>,
    themes: Vec<Choice>,
}

async fn register(desk: Desk) -> Answer {
    let offset = desk.place.asked_as("offset").unwrap_or_default();
    let limit = u32::try_from(LIMIT).ok();
    let filter = RecommendationFilter { limit, offset, ..filter(&desk.place) };
    let found = app::recommendation::list::list(desk.node(), &desk.actor, &filter).await?;
    let followed = app::recommendation::follow::follow(desk.node(), &desk.actor, &found.records).await?;
    let c = desk.chrome(Section::Recommendations, desk.t.text("web-recommendations-title"));
    let today = desk.node().surroundings.today();
    let mut lines = Vec::new();
    for stored in &found.records {
        let Some(noun) = stored.noun::<Recommendation>().cloned() else { continue };
        let record = stored.revision.record;
        let responses = found.responses.get(&record).cloned().unwrap_or_default();
        let responded: Vec<&StateCode> = responses.iter().map(|response| &response.state).collect();
        let round = found.rounds.get(&noun.round.record());
        let progress = followed.progress.get(&record).map_or(&[][..], Vec::as_slice);
        let measures = noun.measures.iter().filter_map(|id| followed.measures.get(&id.record()));
        lines.push(RegisterLine {
            record,
            round: round.map(|round| round.title.clone()).unwrap_or_default(),
            addressees: addressees(&c, &noun),
            awaited: awaited(&noun, round, &responded).into_iter().cloned().collect(),
            measures: by_owner(measures.filter_map(|stored| MeasureLine::of(stored, &[], today, desk.t))),
            last: self::lines(progress, &[]).into_iter().next(),
            responses,
            noun,
        });
    }
    let mut rounds: Vec<(&RecordId, &Round)> = found.rounds.iter().collect();
    rounds.sort_by_key(|(_, round)| std::cmp::Reverse(round.start));
    let chosen = filter.round.and_then(|id| found.rounds.get(&id.record()));
    page(&RegisterPage {
        lines,
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        offset: usize::try_from(offset).unwrap_or_default(),
        limit: LIMIT,
        filtered: c.place.asks_besides(&["offset", "lang", "done"]),
        rounds: rounds.iter().map(|(id, round)| Choice::new(id, c.text(&round.title))).collect(),
        addressees: addressee_choices(&c, rounds.iter().map(|(_, round)| *round)),
        themes: theme_choices(&c, &chosen.map_or_else(|| found.rounds.values().collect(), |round| vec![round])),
        c,
    })
}

/// Whom recommendations of these rounds can be for.
pub(super) fn addressee_choices<'a>(c: &Chrome, rounds: impl Iterator<Item = &'a Round>) -> Vec<Choice> {
    let mut codes: Vec<&StateCode> = rounds.flat_map(|round| &round.states).map(|state| &state.code).collect();
    codes.sort();
    codes.dedup();
    let states = codes.into_iter().map(|code| Addressee::State(code.clone()));
    states
        .chain([Addressee::All, Addressee::Partners])
        .map(|addressee| Choice::new(&addressee, addressee_name(c, &addressee)))
        .collect()
}

/// The themes of these rounds, each key once.
pub(super) fn theme_choices(c: &Chrome, rounds: &[&Round]) -> Vec<Choice> {
    let themes: BTreeMap<&str, &Localized> =
        rounds.iter().flat_map(|round| &round.themes).map(|theme| (theme.key.as_str(), &theme.title)).collect();
    let mut choices: Vec<Choice> = themes.into_iter().map(|(key, title)| Choice::new(key, c.text(title))).collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

async fn export(desk: Desk) -> Answer {
    let format = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let filter = filter(&desk.place);
    let language = desk.t.language();
    Ok(file(app::recommendation::export::export(desk.node(), &desk.actor, &filter, format, language).await?))
}

/// The response of a State with its earlier versions.
struct ResponseLine {
    record: RecordId,
    response: Response,
    earlier: Vec<Response>,
}

impl ResponseLine {
    fn shape(&self) -> &'static str {
        position_shape(&self.response.position)
    }
}

struct FindingLink {
    record: RecordId,
    finding: Finding,
}

#[derive(Template)]
#[template(path = "recommendation.html")]
struct RecommendationPage {
    c: Chrome,
    stored: Stored,
    noun: Recommendation,
    round: Round,
    theme: Localized,
    addressees: Vec<String>,
    findings: Vec<FindingLink>,
    responses: Vec<ResponseLine>,
    awaited: Vec<StateCode>,
    measures: Vec<MeasureLine>,
    progress: Vec<ProgressLine>,
    earlier: Vec<RecommendationLink>,
    later: Vec<RecommendationLink>,
    documents: Vec<DocumentLine>,
    may_edit: bool,
    may_attach: bool,
    responds: Option<StateCode>,
    has_responded: bool,
    reports: bool,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Recommendation> = named(&id)?;
    let view = app::recommendation::show::show(desk.node(), &desk.actor, id).await?;
    let noun = view.recommendation.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?.clone();
    let round = view.round.noun::<Round>().ok_or(Refusal::NotFound("round"))?.clone();
    let today = desk.node().surroundings.today();
    let title = desk.t.with("web-recommendation-title", &[("number", noun.number.to_string().into())]);
    let c = desk.chrome(Section::Recommendations, title);
    let mut responses = Vec::new();
    for stored in &view.responses {
        let Some(response) = stored.noun::<Response>().cloned() else { continue };
        let record = stored.revision.record;
        let history = app::record::history::history(desk.node(), &desk.actor, record).await?;
        let earlier = history.iter().skip(1).filter_map(|(stored, _)| stored.noun::<Response>().cloned()).collect();
        responses.push(ResponseLine { record, response, earlier });
    }
    let responded: Vec<&StateCode> = responses.iter().map(|line| &line.response.state).collect();
    let documents = documents(&desk, id.record()).await?;
    let may_with = |permission, owner: &Owner| desk.actor.may_with(permission, owner, Some(noun.round));
    let addressed = desk
        .actor
        .state
        .clone()
        .filter(|state| noun.is_for(state, round.states.iter().any(|member| member.code == *state)));
    let responds = addressed.clone().filter(|state| may_with(Permission::Respond, &Owner::State(state.clone())));
    let reports = addressed.is_some_and(|state| may_with(Permission::AddProgress, &Owner::State(state)));
    page(&RecommendationPage {
        theme: noun.theme.as_deref().and_then(|key| round.theme(key)).map(|t| t.title.clone()).unwrap_or_default(),
        addressees: addressees(&c, &noun),
        findings: view
            .findings
            .iter()
            .filter_map(|stored| {
                Some(FindingLink { record: stored.revision.record, finding: stored.noun::<Finding>()?.clone() })
            })
            .collect(),
        awaited: awaited(&noun, Some(&round), &responded).into_iter().cloned().collect(),
        has_responded: responds.as_ref().is_some_and(|state| responded.contains(&state)),
        measures: view.measures.iter().filter_map(|m| MeasureLine::of(m, &[], today, desk.t)).collect(),
        progress: lines(&view.progress, &documents),
        earlier: links(&desk, &view.continues).await?,
        later: links(&desk, &view.continued_by).await?,
        may_edit: may_with(Permission::SaveRecommendation, &view.recommendation.revision.owner),
        may_attach: may_with(Permission::AttachDocument, &view.recommendation.revision.owner),
        responds,
        reports,
        stored: view.recommendation,
        responses,
        documents,
        noun,
        round,
        c,
    })
}
