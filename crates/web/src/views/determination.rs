//! Determinations: the list, beginning one, and one as an interview: one question at a time with its clause in view.

use app::determination::OpenDetermination;
use app::determination::answer::{GivenAnswer, answer};
use app::determination::begin::{Begin, begin as begin_verb};
use app::determination::conclude::{conclude as conclude_verb, reopen as reopen_verb};
use app::determination::open as reading;
use app::determination::print::{SheetFormat, print};
use app::{Permission, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use domain::determination::Determination;
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use lists::determine::{Answer as GoodAnswer, Outcome, Preview, PreviewAnswer, Question, QuestionKey, Why};
use lists::path::ProvisionPath;
use report::goods::interview::{self, ClauseAsk, FactLine};
use report::goods::steps::{self, StepLine};
use report::goods::values;

use crate::desk::{Answer, Desk, faults, file, go, go_done, named, page, page_as};
use crate::form::Form;
use crate::layout::{Chrome, Section};
use crate::views::Routes;

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/determinations", get(list))
        .route("/determinations/new", get(new).post(begin))
        .route("/determinations/{id}", get(show).post(give))
        .route("/determinations/{id}/conclude", post(conclude))
        .route("/determinations/{id}/reopen", post(reopen))
        .route("/determinations/{id}/sheet", get(sheet))
}

#[derive(Template)]
#[template(path = "determinations.html")]
struct DeterminationsPage {
    c: Chrome,
    lines: Vec<(RecordId, Determination)>,
    may_begin: bool,
}

async fn list(desk: Desk) -> Answer {
    let text = desk.asked("q").map(str::to_owned).filter(|text| !text.is_empty());
    let found = reading::list(desk.node(), &desk.actor, text).await?;
    let line = |stored: &Stored| Some((stored.revision.record, stored.noun::<Determination>()?.clone()));
    let lines = found.records.iter().filter_map(line).collect();
    let may_begin = desk.actor.may_with(Permission::SaveDetermination, &desk.actor.owner(), None);
    let c = desk.chrome(Section::Determinations, desk.t.text("web-nav-determinations"));
    page(&DeterminationsPage { c, lines, may_begin })
}

#[derive(Template)]
#[template(path = "determination_new.html")]
struct NewPage {
    c: Chrome,
    f: Form,
}

async fn new(desk: Desk) -> Answer {
    desk.actor.permit(Permission::SaveDetermination)?;
    let f = Form::new()
        .with("provision", desk.asked("provision").unwrap_or_default())
        .with("good", desk.asked("good").unwrap_or_default());
    let c = desk.chrome(Section::Determinations, desk.t.text("web-determination-begin"));
    page(&NewPage { c, f })
}

async fn begin(desk: Desk, form: Form) -> Answer {
    let what = Begin {
        good: form.value("good").trim().to_owned(),
        reference: form.value("reference").trim().to_owned(),
        provision: form.value("provision").trim().to_owned(),
        answers: Vec::new(),
    };
    let found = match begin_verb(desk.node(), &desk.actor, what).await {
        Ok(stored) => return go(&format!("/determinations/{}", stored.revision.record)),
        Err(app::Refusal::NotFound("provision")) => {
            vec![Fault::error("list-path-unknown").at("provision").with("path", form.value("provision"))]
        }
        Err(refusal) => faults(refusal)?,
    };
    let f = form.faulty(desk.t, &found);
    let c = desk.chrome(Section::Determinations, desk.t.text("web-determination-begin"));
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &NewPage { c, f })
}

/// The question that is asked now.
struct Asked {
    key: String,
    part: String,
    words: String,
    found_on: String,
    /// Why it is open, where that is more than that nobody was asked.
    why: Option<String>,
    clauses: Vec<ClauseAsk>,
    more_clauses: usize,
    method: Option<String>,
    is_judgement: bool,
    is_quantity: bool,
    is_parts: bool,
    previews: Vec<(String, String)>,
    /// How many provisions an answer settles at most.
    settles: usize,
}

/// An answer on offer, with what it would settle.
struct Offer {
    value: String,
    words: String,
    settles: String,
}

/// A provision in the state of the tree.
struct TreeLine {
    path: ProvisionPath,
    depth: usize,
    outcome: Outcome,
}

/// Clauses that are shown beside a question; the steps below hold all.
const MOST_CLAUSES: usize = 5;

/// Provisions of the tree that are shown beside the question.
const MOST_OF_TREE: usize = 40;

#[derive(Template)]
#[template(path = "determination.html")]
struct DeterminationPage {
    c: Chrome,
    f: Form,
    id: RecordId,
    version: u32,
    determination: Determination,
    title: String,
    outcome: Outcome,
    asked: Option<Asked>,
    /// The answers on offer for it; none for what is typed.
    offers: Vec<Offer>,
    others: Vec<(String, String, String)>,
    given: Vec<FactLine>,
    tree: Vec<TreeLine>,
    /// How many of the provisions are settled, and how many there are.
    settled: (usize, usize),
    lines: Vec<StepLine>,
    is_outdated: bool,
    may_answer: bool,
}

impl DeterminationPage {
    /// What came out of a step, in words.
    fn came_out(&self, line: &StepLine) -> String {
        use lists::determine::Truth;
        match (line.is_exclusion, line.truth) {
            (true, Truth::Met) => self.c.t("determination-exclusion-applies"),
            (true, Truth::NotMet) => self.c.t("determination-exclusion-does-not-apply"),
            (_, truth) => self.c.word("determination-truth", truth),
        }
    }

    /// How far a step is moved in: a page has room for so much.
    fn depth(&self, line: &StepLine) -> usize {
        line.depth.min(8)
    }

    /// The shape beside the word of an outcome.
    fn shape(&self, outcome: &Outcome) -> &'static str {
        match outcome {
            Outcome::Met => "●",
            Outcome::NotMet => "○",
            Outcome::Undetermined => "◐",
            Outcome::TextOnly => "¶",
        }
    }

    /// How many of the provisions are settled, in words.
    fn settled_words(&self) -> String {
        let (settled, total) = self.settled;
        self.c.t.with("web-determination-settled", &[("settled", settled.into()), ("total", total.into())])
    }
}

fn asked(
    desk: &Desk,
    open: &OpenDetermination,
    evaluated: &lists::determine::Determination<'_>,
    question: &Question,
) -> Asked {
    let (list, t) = (&open.list, desk.t);
    let previews = question
        .previews
        .iter()
        .map(|preview| (steps::preview_answer(question, preview, list, t), steps::preview_settles(preview, t)));
    let mut clauses = interview::clauses(question, &evaluated.explanation, list, t);
    let more_clauses = clauses.len().saturating_sub(MOST_CLAUSES);
    clauses.truncate(MOST_CLAUSES);
    Asked {
        key: question.key.to_string(),
        part: question.part.as_ref().map(|(kind, place, _)| format!("{kind}/{place}")).unwrap_or_default(),
        words: steps::question(question, list, t),
        found_on: t.word("found-on", question.found_on.as_str()),
        why: (question.why != Why::NoAnswer).then(|| t.word("determination-why", question.why.as_str())),
        clauses,
        more_clauses,
        method: question.method.clone(),
        is_judgement: matches!(question.key, QuestionKey::Judge(_) | QuestionKey::Text(_)),
        is_quantity: matches!(question.key, QuestionKey::Quantity { .. } | QuestionKey::Share(_)),
        is_parts: matches!(question.key, QuestionKey::Parts(_)),
        previews: previews.collect(),
        settles: question.previews.iter().map(Preview::settles).max().unwrap_or(0),
    }
}

/// The answers on offer for a closed question or a judgement; none for what is typed.
fn offers(desk: &Desk, open: &OpenDetermination, question: &Question) -> Vec<Offer> {
    let closed = matches!(question.key, QuestionKey::Is(_) | QuestionKey::Judge(_) | QuestionKey::Text(_));
    let offer = |preview: &Preview| Offer {
        value: match &preview.answer {
            PreviewAnswer::Value { value } => value.clone().unwrap_or_else(|| "none".to_owned()),
            PreviewAnswer::Judgement { yes } => if *yes { "yes" } else { "no" }.to_owned(),
            PreviewAnswer::Range { .. } => String::new(),
        },
        words: steps::preview_answer(question, preview, &open.list, desk.t),
        settles: steps::preview_settles(preview, desk.t),
    };
    question.previews.iter().filter(|_| closed).map(offer).collect()
}

/// The target and what stands right below it; deeper provisions where there is room.
fn tree(target: &ProvisionPath, provisions: &[(ProvisionPath, Outcome)]) -> Vec<TreeLine> {
    let line = |path: &ProvisionPath, outcome: Outcome| TreeLine {
        depth: path.depth() - target.depth(),
        path: path.clone(),
        outcome,
    };
    let own = || provisions.iter().filter(|(path, _)| path.is_within(target));
    let deepest = (1..=3)
        .rev()
        .find(|deep| own().filter(|(path, _)| path.depth() - target.depth() <= *deep).count() <= MOST_OF_TREE);
    let deepest = deepest.unwrap_or(1);
    own().map(|(path, outcome)| line(path, *outcome)).filter(|line| line.depth <= deepest).take(MOST_OF_TREE).collect()
}

async fn shown(desk: &Desk, id: Id<Determination>, f: Form) -> Result<DeterminationPage, crate::refusal::Refused> {
    let open = reading::open(desk.node(), &desk.actor, id).await?;
    let evaluated = open.evaluate()?;
    let stored = open.stored.as_ref().ok_or(app::Refusal::NotFound("determination"))?;
    let determination = open.determination.clone();
    let may_answer =
        !determination.concluded && desk.actor.may_with(Permission::SaveDetermination, &stored.revision.owner, None);
    // A question that is chosen comes first; else the one that settles most.
    let chosen = desk
        .asked("question")
        .and_then(|key| evaluated.questions.iter().position(|question| place_of(question) == key));
    let first = chosen.unwrap_or(0);
    let question = evaluated.questions.get(first).filter(|_| may_answer);
    let others = evaluated.questions.iter().enumerate().filter(|(place, _)| *place != first).map(|(_, question)| {
        let clauses: Vec<&str> =
            question.clauses.iter().take(MOST_CLAUSES).map(lists::path::ProvisionPath::as_str).collect();
        (place_of(question), steps::question(question, &open.list, desk.t), clauses.join(", "))
    });
    let own = evaluated.provisions.iter().filter(|(path, _)| path.is_within(&open.path));
    let is_settled = |outcome: &Outcome| matches!(outcome, Outcome::Met | Outcome::NotMet);
    Ok(DeterminationPage {
        c: desk.chrome(Section::Determinations, determination.good.clone()),
        f,
        id: stored.revision.record,
        version: stored.revision.version,
        title: values::title(&open.list, &open.path, desk.t),
        outcome: evaluated.outcome,
        asked: question.map(|question| asked(desk, &open, &evaluated, question)),
        offers: question.map(|question| offers(desk, &open, question)).unwrap_or_default(),
        others: others.collect(),
        given: interview::facts(&open.facts, &open.list, desk.t),
        tree: tree(&open.path, &evaluated.provisions),
        settled: (own.clone().filter(|(_, outcome)| is_settled(outcome)).count(), own.count()),
        lines: steps::lines(&evaluated.explanation, &open.list, desk.t),
        is_outdated: open.is_outdated(),
        may_answer,
        determination,
    })
}

/// The key of a question with the part it is about.
fn place_of(question: &Question) -> String {
    match &question.part {
        Some((kind, place, _)) => format!("{kind}/{place}/{}", question.key),
        None => question.key.to_string(),
    }
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    page(&shown(&desk, named(&id)?, Form::new()).await?)
}

async fn give(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Determination> = named(&id)?;
    let part =
        form.value("part").rsplit_once('/').and_then(|(kind, place)| Some((kind.to_owned(), place.parse().ok()?)));
    let values: Vec<&str> = form.all("value").filter(|value| !value.trim().is_empty()).collect();
    let given = GivenAnswer {
        question: form.value("question").to_owned(),
        part,
        answer: (!form.chosen("take_back", "yes")).then(|| GoodAnswer {
            value: values.join("; "),
            method: form.filled("method").map(str::to_owned),
            source: form.value("source").trim().to_owned(),
            reason: form.value("reason").trim().to_owned(),
            complete: form.chosen("complete", "yes"),
            cannot_tell: form.chosen("cannot", "yes"),
        }),
    };
    let found: Vec<Fault> = match answer(desk.node(), &desk.actor, id, form.seen().unwrap_or(0), &given).await {
        Ok(_) => return go_done(&format!("/determinations/{id}"), "answered"),
        Err(refusal @ app::Refusal::Conflict { .. }) => {
            return crate::refusal::conflict(&desk, &form, refusal, &format!("/determinations/{id}"));
        }
        Err(refusal) => faults(refusal)?.into_iter().map(|fault| fault.at("value")).collect(),
    };
    let form = form.faulty(desk.t, &found);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, id, form).await?)
}

async fn conclude(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Determination> = named(&id)?;
    let seen = form.seen().unwrap_or(0);
    conclude_verb(desk.node(), &desk.actor, id, seen, form.value("conclusion")).await?;
    go_done(&format!("/determinations/{id}"), "concluded")
}

async fn reopen(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: Id<Determination> = named(&id)?;
    let seen = form.seen().unwrap_or(0);
    match reopen_verb(desk.node(), &desk.actor, id, seen, form.value("reason")).await {
        Ok(_) => go_done(&format!("/determinations/{id}"), "reopened"),
        Err(refusal) => {
            let form = form.faulty(desk.t, &faults(refusal)?);
            page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, id, form).await?)
        }
    }
}

async fn sheet(desk: Desk, Path(id): Path<String>) -> Answer {
    let format = desk.asked("format").and_then(|format| format.parse().ok()).unwrap_or(SheetFormat::Pdf);
    Ok(file(print(desk.node(), &desk.actor, named(&id)?, desk.t.language(), format).await?))
}
