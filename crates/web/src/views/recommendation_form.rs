//! A recommendation as a form: proposing one in a round, changing one.

use app::recommendation::list::RecommendationFilter;
use app::{Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::fault::Fault;
use domain::finding::Finding;
use domain::ids::Id;
use domain::measure::Measure;
use domain::plan::Plan;
use domain::recommendation::Recommendation;
use domain::round::Round;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::conflict;
use crate::views::recommendation::{addressee_choices, theme_choices};
use crate::views::round::round_of;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/rounds/{round}/recommendations/new", get(new).post(add))
        .route("/recommendations/{id}/edit", get(edit).post(change))
}

/// The measures of one State, to choose from.
struct MeasuresOfState {
    name: String,
    measures: Vec<Choice>,
    chosen: bool,
}

#[derive(Template)]
#[template(path = "recommendation_form.html")]
struct RecommendationForm {
    c: Chrome,
    f: Form,
    back: String,
    addressees: Vec<Choice>,
    themes: Vec<Choice>,
    findings: Vec<Choice>,
    states: Vec<MeasuresOfState>,
    earlier: Vec<Choice>,
}

/// The longest part of a text that stands beside a box.
const SHOWN: usize = 110;

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

async fn shown(
    desk: &Desk,
    f: Form,
    round: Id<Round>,
    number: Option<u16>,
    back: String,
) -> Result<RecommendationForm, Refusal> {
    let view = app::round::show::show(desk.node(), &desk.actor, round).await?;
    let head = view.head();
    let language = desk.t.language();
    let title = match number {
        None => desk.t.text("web-recommendation-form-new"),
        Some(number) => desk.t.with("web-recommendation-form-edit", &[("number", number.to_string().into())]),
    };
    let c = desk.chrome(Section::Recommendations, title);
    let findings = view.findings.iter().filter_map(|stored| {
        let finding = stored.noun::<Finding>()?;
        let title = if finding.title.is_empty() { &finding.text } else { &finding.title };
        let label = format!("{}. {}", finding.number, shortened(title.text(language)));
        Some(Choice::new(stored.revision.record, label))
    });
    Ok(RecommendationForm {
        findings: findings.collect(),
        addressees: addressee_choices(&c, std::iter::once(head)),
        themes: theme_choices(&c, &[head]),
        states: measures(desk, &c, &f, head).await?,
        earlier: earlier(desk, &c, round, head).await?,
        c,
        f,
        back,
    })
}

async fn measures(desk: &Desk, c: &Chrome, f: &Form, round: &Round) -> Result<Vec<MeasuresOfState>, Refusal> {
    let mut states = Vec::new();
    for stored in app::plan::list::list(desk.node(), &desk.actor).await? {
        let Some(plan) = stored.noun::<Plan>() else { continue };
        if !round.states.iter().any(|state| state.code == plan.state) {
            continue;
        }
        let id = Id::new(stored.revision.record);
        let of_plan = app::plan::list::measures(desk.node(), &desk.actor, id).await?;
        let choices = of_plan.iter().filter_map(|stored| {
            let measure = stored.noun::<Measure>()?;
            let label = format!("{}. {}", measure.number, shortened(c.text(&measure.text)));
            Some(Choice::new(stored.revision.record, label))
        });
        let measures: Vec<Choice> = choices.collect();
        let chosen = measures.iter().any(|choice| f.chosen("measures", &choice.value));
        states.push(MeasuresOfState { name: c.state(&plan.state), measures, chosen });
    }
    Ok(states)
}

/// Recommendations of rounds that began before this one.
async fn earlier(desk: &Desk, c: &Chrome, round: Id<Round>, head: &Round) -> Result<Vec<Choice>, Refusal> {
    let filter = RecommendationFilter::default();
    let page = app::recommendation::list::list(desk.node(), &desk.actor, &filter).await?;
    Ok(page
        .records
        .iter()
        .filter_map(|stored| {
            let noun = stored.noun::<Recommendation>().filter(|noun| noun.round != round)?;
            let home = page.rounds.get(&noun.round.record()).filter(|home| home.start < head.start)?;
            let label = format!("{}, {}. {}", c.text(&home.title), noun.number, shortened(c.text(&noun.text)));
            Some(Choice::new(stored.revision.record, label))
        })
        .collect())
}

fn read(form: &Form, round: Id<Round>, before: Option<&Recommendation>, faults: &mut Vec<Fault>) -> Recommendation {
    let number = written::required(form, "number", "number-not-read", faults);
    let noun = Recommendation {
        round,
        number: number.unwrap_or(1),
        addressees: written::ticked(form, "addressees", faults),
        theme: form.filled("theme").map(str::to_owned),
        operative_paragraphs: written::list(form, "operative_paragraphs", "choice-not-read", faults),
        text: written::localized(form, "text", before.map(|noun| &noun.text)),
        findings: written::ticked(form, "findings", faults),
        measures: written::ticked(form, "measures", faults),
        continues: written::ticked(form, "continues", faults),
        due: form.date("due", faults),
    };
    noun.check(faults);
    noun
}

async fn new(desk: Desk, Path(round): Path<String>) -> Answer {
    let id = round_of(&desk, &round).await?;
    let view = app::round::show::show(desk.node(), &desk.actor, id).await?;
    let numbers = view.recommendations.iter().filter_map(Stored::noun::<Recommendation>).map(|noun| noun.number);
    let mut form = Form::new().with("number", numbers.max().unwrap_or_default() + 1);
    // Proposed from a finding: it is its basis, and its theme and States carry over.
    let from = desk.place.asked_as::<domain::ids::RecordId>("finding");
    let finding = view.findings.iter().find(|stored| Some(stored.revision.record) == from);
    if let Some((stored, finding)) = finding.and_then(|stored| Some((stored, stored.noun::<Finding>()?))) {
        form.set("findings", stored.revision.record);
        form.set("theme", finding.theme.clone().unwrap_or_default());
        for state in &finding.states {
            form.add("addressees", state);
        }
    }
    page(&shown(&desk, form, id, None, format!("/rounds/{id}")).await?)
}

async fn add(desk: Desk, Path(round): Path<String>, form: Form) -> Answer {
    let id = round_of(&desk, &round).await?;
    let mut faults = Vec::new();
    let noun = read(&form, id, None, &mut faults);
    if faults.is_empty() {
        let number = noun.number.to_string();
        match app::recommendation::save::save(desk.node(), &desk.actor, noun, None, form.value("reason")).await {
            Ok(stored) => return go_done(&format!("/recommendations/{}", stored.revision.record), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("number", &number)))?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, id, None, format!("/rounds/{id}")).await?)
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: Id<Recommendation> = named(&id)?;
    let view = app::recommendation::show::show(desk.node(), &desk.actor, id).await?;
    let noun = view.recommendation.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?;
    let mut form = Form::new()
        .with("number", noun.number)
        .with("theme", noun.theme.clone().unwrap_or_default())
        .with("operative_paragraphs", noun.operative_paragraphs.join("; "))
        .with_localized("text", &noun.text)
        .with("due", noun.due.map(|date| date.to_string()).unwrap_or_default())
        .with("seen", view.recommendation.revision.version);
    noun.addressees.iter().for_each(|addressee| form.add("addressees", addressee));
    noun.findings.iter().for_each(|id| form.add("findings", id));
    noun.measures.iter().for_each(|id| form.add("measures", id));
    noun.continues.iter().for_each(|id| form.add("continues", id));
    page(&shown(&desk, form, noun.round, Some(noun.number), format!("/recommendations/{id}")).await?)
}

async fn change(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Recommendation> = named(&id)?;
    let back = format!("/recommendations/{id}");
    let view = app::recommendation::show::show(desk.node(), &desk.actor, id).await?;
    let before = view.recommendation.noun::<Recommendation>().ok_or(Refusal::NotFound("recommendation"))?;
    let mut faults = Vec::new();
    let noun = with_unseen(read(&form, before.round, Some(before), &mut faults), before, &view);
    if faults.is_empty() {
        let seen = Some(written::seen(&form, id.record()));
        match app::recommendation::save::save(desk.node(), &desk.actor, noun, seen, form.value("reason")).await {
            Ok(_) => return go_done(&back, "saved"),
            Err(refusal) => match written::again(refusal, None) {
                Ok(again) => faults = again,
                Err(refusal) => return conflict(&desk, &form, refusal, &back),
            },
        }
    }
    let form = form.faulty(desk.t, &faults);
    let page = shown(&desk, form, before.round, Some(before.number), back).await?;
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

/// Links to records that do not reach the person were not on the form; saving it must not drop them.
fn with_unseen(
    mut noun: Recommendation,
    before: &Recommendation,
    view: &app::recommendation::show::RecommendationView,
) -> Recommendation {
    let reached = |records: &[Stored], id| records.iter().any(|stored| stored.revision.record == id);
    let unseen = before.measures.iter().filter(|id| !reached(&view.measures, id.record()));
    noun.measures.extend(unseen);
    let unseen = before.findings.iter().filter(|id| !reached(&view.findings, id.record()));
    noun.findings.extend(unseen);
    let unseen = before.continues.iter().filter(|id| !reached(&view.continues, id.record()));
    noun.continues.extend(unseen);
    noun
}
