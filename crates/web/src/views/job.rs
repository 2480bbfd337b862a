//! The page of a long job: what it is doing, how far it has come, how it ended.

use app::{Refusal, Verified};
use askama::Template;
use axum::extract::Path;
use axum::http::{HeaderName, HeaderValue};
use axum::response::IntoResponse;
use axum::routing::get;
use std::sync::Arc;

use crate::desk::{Answer, Desk, file, go_done, named, page};
use crate::form::FormFault;
use crate::jobs::{JobState, Outcome};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::Routes;
use crate::views::register::{FailureText, failure_text};

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new().route("/jobs/{id}", get(show)).route("/jobs/{id}/file", get(give))
}

#[derive(Template)]
#[template(path = "job.html", blocks = ["content"])]
struct JobPage {
    c: Chrome,
    id: String,
    state: JobState,
    verified: Option<Arc<Verified>>,
    failure: Option<FailureText>,
    refusal: Option<(String, Option<String>)>,
    faults: Vec<FormFault>,
    verifier: String,
    file_name: String,
    screened: Option<(String, usize)>,
}

/// The file that a job made.
async fn give(desk: Desk, Path(id): Path<String>) -> Answer {
    let job = desk.site.jobs.find(named(&id)?, &desk.actor).ok_or(Refused::NoSuchPage)?;
    match job.state().outcome {
        Some(Outcome::File(made)) => Ok(file((*made).clone())),
        _ => Err(Refused::NoSuchPage),
    }
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let job = desk.site.jobs.find(named(&id)?, &desk.actor).ok_or(Refused::NoSuchPage)?;
    let state = job.state();
    let section = match job.what {
        "verify" => Section::Register,
        "goods" => Section::Goods,
        "parties" => Section::Parties,
        _ => Section::Reports,
    };
    let c = desk.chrome(section, desk.t.text(&format!("web-job-{}", job.what)));
    let (mut verified, mut refusal, mut failure, mut faults) = (None, None, None, Vec::new());
    let mut file_name = String::new();
    let mut screened = None;
    let done = if job.what == "parties" { "screened" } else { "built" };
    match &state.outcome {
        Some(Outcome::Made(path)) if desk.partial => {
            // The script is told to go there; a redirect would put the whole page into the place of the part.
            let to = HeaderValue::from_str(&format!("{path}?done={done}")).unwrap_or(HeaderValue::from_static("/"));
            return Ok(([(HeaderName::from_static("hx-redirect"), to)], "").into_response());
        }
        Some(Outcome::Made(path)) => return go_done(path, done),
        Some(Outcome::File(made)) => file_name = made.file_name.clone(),
        Some(Outcome::Screened { path, rows, faults: found }) => {
            screened = Some((path.clone(), *rows));
            faults = found.iter().map(|fault| FormFault::of(desk.t, fault)).collect();
        }
        Some(Outcome::Verified(found)) => {
            failure = found.failure.as_ref().map(|failure| failure_text(desk.t, failure));
            verified = Some(Arc::clone(found));
        }
        Some(Outcome::Refused(why)) => {
            let key = format!("refusal-{}", why.code());
            if let Refusal::Invalid(all) = &**why {
                faults = all.iter().map(|fault| FormFault::of(desk.t, fault)).collect();
            }
            refusal = Some((desk.t.text(&key), desk.t.attribute(&key, "hint")));
        }
        None => {}
    }
    let verifier = desk.node().verifier().to_text();
    let view = JobPage { c, id, state, verified, failure, refusal, faults, verifier, file_name, screened };
    if desk.partial { page(&view.as_content()) } else { page(&view) }
}
