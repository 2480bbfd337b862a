//! Progress: entries as lines, and the form that adds one to a measure or to a recommendation.

use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::body::Body;
use domain::fault::Fault;
use domain::ids::RecordId;
use domain::owner::{Owner, StateCode};
use domain::progress::{Progress, ProgressStatus};

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::document::{DocumentLine, documents};
use crate::views::respond::check_addressed;
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/measures/{id}/progress", get(ask).post(add))
        .route("/recommendations/{id}/progress", get(ask).post(add))
}

/// An entry with the documents that show it.
#[derive(Debug, Clone)]
pub struct ProgressLine {
    /// The entry.
    pub entry: Progress,
    /// The record of the entry.
    pub record: RecordId,
    /// The documents.
    pub evidence: Vec<DocumentLine>,
}

impl ProgressLine {
    /// The shape of its status.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        crate::views::measure_line::progress_shape(&self.entry.status)
    }
}

/// Entries as lines, newest first.
#[must_use]
pub fn lines(progress: &[Stored], documents: &[DocumentLine]) -> Vec<ProgressLine> {
    progress
        .iter()
        .rev()
        .filter_map(|stored| {
            let entry = stored.noun::<Progress>()?.clone();
            let shows = |line: &&DocumentLine| entry.evidence.iter().any(|id| id.record() == line.record);
            let evidence = documents.iter().filter(shows).cloned().collect();
            Some(ProgressLine { entry, record: stored.revision.record, evidence })
        })
        .collect()
}

#[derive(Template)]
#[template(path = "progress_form.html")]
struct ProgressForm {
    c: Chrome,
    f: Form,
    back: String,
    about: String,
    text: domain::localized::Localized,
    statuses: Vec<Choice>,
    documents: Vec<Choice>,
}

/// What a report is about: the record, its page, and the State that reports.
struct About {
    stored: Stored,
    back: String,
    state: StateCode,
}

async fn about(desk: &Desk, id: &str) -> Result<About, Refused> {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(id)?).await?;
    let id = stored.revision.record;
    let refused = Refusal::NotAllowed(Permission::AddProgress);
    let state = desk.actor.state.clone().ok_or(Refusal::NotAllowed(Permission::AddProgress))?;
    let (back, owner) = match &stored.revision.body {
        Body::Measure(_) => (format!("/measures/{id}"), stored.revision.owner.clone()),
        Body::Recommendation(noun) => {
            let view = app::round::show::show(desk.node(), &desk.actor, noun.round).await?;
            check_addressed(noun, Some(view.head()), &state)?;
            (format!("/recommendations/{id}"), Owner::State(state.clone()))
        }
        _ => return Err(Refused::NoSuchPage),
    };
    if !desk.actor.may_with(Permission::AddProgress, &owner, None) {
        return Err(refused.into());
    }
    Ok(About { stored, back, state })
}

async fn shown(desk: &Desk, f: Form, about: &About) -> Result<ProgressForm, Refusal> {
    let t = desk.t;
    let (title, text) = match &about.stored.revision.body {
        Body::Recommendation(noun) => {
            (t.with("web-progress-about-recommendation", &[("number", noun.number.to_string().into())]), &noun.text)
        }
        Body::Measure(noun) => {
            (t.with("web-progress-about-measure", &[("number", noun.number.clone().into())]), &noun.text)
        }
        _ => return Err(Refusal::NotFound("measure")),
    };
    let section = if about.back.starts_with("/measures") { Section::Plans } else { Section::Recommendations };
    let documents = documents(desk, about.stored.revision.record).await?;
    Ok(ProgressForm {
        c: desk.chrome(section, t.text("web-progress-title")),
        f,
        back: about.back.clone(),
        about: title,
        text: text.clone(),
        statuses: Choice::words(t, "progress-status", ProgressStatus::ALL),
        documents: documents
            .iter()
            .map(|line| Choice::new(line.record, line.document.title.text(t.language())))
            .collect(),
    })
}

async fn ask(desk: Desk, Path(id): Path<String>) -> Answer {
    let about = about(&desk, &id).await?;
    let mut form = Form::new().with("date", desk.node().surroundings.today());
    if let Body::Measure(measure) = &about.stored.revision.body {
        form.set("status", measure.status);
    }
    page(&shown(&desk, form, &about).await?)
}

fn read(form: &Form, about: &About, faults: &mut Vec<Fault>) -> Progress {
    let date = written::day(form, "date", faults);
    let status = written::required(form, "status", "choice-not-read", faults);
    let entry = Progress {
        about: about.stored.revision.record,
        state: about.state.clone(),
        date: date.unwrap_or_default(),
        status: status.unwrap_or(ProgressStatus::NotStarted),
        text: form.localized("text"),
        evidence: written::ticked(form, "evidence", faults),
    };
    entry.check(faults);
    entry
}

async fn add(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let about = about(&desk, &id).await?;
    let mut faults = Vec::new();
    let entry = read(&form, &about, &mut faults);
    if faults.is_empty() {
        match app::plan::progress::add(desk.node(), &desk.actor, entry).await {
            Ok(_) => return go_done(&format!("{}#progress", about.back), "progress-added"),
            // The measure itself changed at the same moment; the entry is still the person's to send again.
            Err(Refusal::Conflict { .. }) => faults.push(Fault::error("sent-at-the-same-moment")),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &shown(&desk, form, &about).await?)
}
