//! The register: acts with filters, the checkpoint, proofs, and verifying now.

use std::sync::Arc;

use app::{ActQuery, Failure, FailurePlace, Permission, StoredAct, TableFormat};
use askama::Template;
use axum::extract::Path;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::IntoResponse;
use axum::routing::{get, post};
use domain::act::{Act, Verb};
use domain::checkpoint::Checkpoint;
use domain::fault::Fault;
use domain::ids::RecordId;
use locale::Translator;

use crate::desk::{Answer, Desk, file, go, named, page};
use crate::form::{Choice, Form};
use crate::jobs::Outcome;
use crate::layout::{Chrome, Section};
use crate::place::link;
use crate::refusal::Refused;
use crate::views::Routes;

/// How many acts a page shows.
const ACTS: u32 = 50;

/// The routes of this file.
pub fn routes() -> Routes {
    Routes::new()
        .route("/register", get(show))
        .route("/register/export", get(export))
        .route("/register/verify", post(verify))
        .route("/register/checkpoint", get(checkpoint))
        .route("/register/acts/{sequence}/proof", get(proof))
}

/// What does not hold, in words.
pub struct FailureText {
    /// What.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// Where.
    pub place: String,
}

/// A failure of verifying, in words.
#[must_use]
pub fn failure_text(t: Translator, failure: &Failure) -> FailureText {
    let fault = match &failure.place {
        FailurePlace::Act { sequence } => Fault::error(failure.code).with("sequence", sequence.to_string()),
        FailurePlace::Revision { record, version } => {
            Fault::error(failure.code).with("record", record).with("version", version.to_string())
        }
        FailurePlace::Record { record, column } => {
            Fault::error(failure.code).with("record", record).with("column", *column)
        }
        FailurePlace::Facet { record } => Fault::error(failure.code).with("record", record),
        FailurePlace::File { sha256 } => Fault::error(failure.code).with("sha256", sha256),
        FailurePlace::Head { size } | FailurePlace::Kept { size } => {
            Fault::error(failure.code).with("size", size.to_string())
        }
    };
    let told = t.fault(&fault);
    FailureText { message: told.message, hint: told.hint, place: told.place }
}

/// A line of the register.
struct ActLine {
    act: Act,
    leaf: String,
    person: String,
    roles: String,
    verb: String,
}

#[derive(Template)]
#[template(path = "register.html")]
struct RegisterPage {
    c: Chrome,
    size: u64,
    checkpoint: String,
    verifier: String,
    lines: Vec<ActLine>,
    sees_acts: bool,
    may_verify: bool,
    verbs: Vec<Choice>,
    people: Vec<Choice>,
    /// The address of the acts before these, when there are any.
    earlier: Option<String>,
    last_job: Option<String>,
}

impl RegisterPage {
    /// The address of the export of what the filter shows.
    fn export(&self, format: &str) -> String {
        let pairs = self.c.place.query.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let kept = pairs.filter(|(name, value)| !value.is_empty() && !matches!(*name, "before" | "done" | "lang"));
        link("/register/export", kept.chain(std::iter::once(("format", format))))
    }

    fn asked(&self, name: &str) -> &str {
        self.c.place.asked(name).unwrap_or_default()
    }
}

fn query(desk: &Desk, limit: u32) -> ActQuery {
    ActQuery {
        record: desk.place.asked_as("record"),
        account: desk.place.asked_as("account"),
        verb: desk.place.asked_as("verb"),
        before: desk.place.asked_as("before"),
        audiences: None,
        limit,
    }
}

fn line(c: &Chrome, (act, leaf): StoredAct) -> ActLine {
    let roles: Vec<String> = act.person.roles.iter().map(|role| c.word("role", role)).collect();
    ActLine {
        leaf: leaf.to_string(),
        person: act.person.login.clone(),
        roles: c.t.list(&roles),
        verb: c.t.verb(act.verb),
        act,
    }
}

async fn show(desk: Desk) -> Answer {
    let sees_acts = desk.actor.may_somewhere(Permission::SeeRegister);
    let may_verify = desk.actor.may_somewhere(Permission::Verify);
    let mut head = None;
    if may_verify || !sees_acts {
        head = app::register::head(desk.node(), &desk.actor).await?;
    }
    let c = desk.chrome(Section::Register, desk.t.text("web-nav-register"));
    let mut acts = Vec::new();
    if sees_acts {
        acts = app::register::acts(desk.node(), &desk.actor, query(&desk, ACTS + 1)).await?;
    }
    let more = acts.len() > ACTS as usize;
    acts.truncate(ACTS as usize);
    let earlier = acts.last().filter(|_| more).map(|(act, _)| c.place.with("before", act.sequence.to_string()));
    let mut people = Vec::new();
    if desk.actor.may_somewhere(Permission::SeeAccounts) {
        for stored in app::account::list::list(desk.node(), &desk.actor).await? {
            if let Some(account) = stored.noun::<domain::account::Account>() {
                people.push(Choice::new(stored.revision.record, account.login.clone()));
            }
        }
    }
    let mut verbs: Vec<Choice> = Verb::ALL.iter().map(|verb| Choice::new(verb, c.t.verb(*verb))).collect();
    verbs.sort_by(|a, b| a.label.cmp(&b.label));
    let last_job = desk.site.jobs.last("verify", &desk.actor).map(|job| format!("/jobs/{}", job.id));
    page(&RegisterPage {
        size: head.as_ref().map_or(0, |head| head.size),
        checkpoint: head.map(|head| head.checkpoint).unwrap_or_default(),
        verifier: desk.node().verifier().to_text(),
        lines: acts.into_iter().map(|act| line(&c, act)).collect(),
        sees_acts,
        may_verify,
        verbs,
        people,
        earlier,
        last_job,
        c,
    })
}

/// The acts of the page's filter as a table, all of them.
async fn export(desk: Desk) -> Answer {
    let format = desk.place.asked_as("format").unwrap_or(TableFormat::Xlsx);
    let query = ActQuery { before: None, ..query(&desk, i32::MAX.unsigned_abs()) };
    let exported = app::register::export(desk.node(), &desk.actor, query, format, desk.t.language()).await?;
    Ok(file(exported).into_response())
}

/// Begins to verify. A checkpoint that was kept elsewhere may be pasted: the register must still begin with it.
async fn verify(desk: Desk, form: Form) -> Answer {
    let kept: Option<Checkpoint> = match form.filled("kept") {
        None => None,
        Some(text) => {
            let note = format!("{}\n", text.trim());
            let opened = desk.node().verifier().open(&note);
            let wrong = || app::Refusal::fault(Fault::error("checkpoint-unreadable").at("kept"));
            Some(opened.map_err(|_| Refused::from(wrong()))?)
        }
    };
    desk.actor.permit(Permission::Verify)?;
    let (site, actor) = (Arc::clone(&desk.site), desk.actor.clone());
    let id: RecordId = site.node.surroundings.new_id();
    let path = desk.site.jobs.begin(id, &desk.actor, "verify", move |job| async move {
        let mut tell = |progress: app::Progress| job.tell(step(progress.part), progress.done, Some(progress.total));
        let verified = app::register::verify(&site.node, &actor, kept.as_ref(), &mut tell).await?;
        Ok(Outcome::Verified(Arc::new(verified)))
    });
    go(&path)
}

fn step(part: app::Part) -> &'static str {
    use app::Part;
    match part {
        Part::Settings => "part-settings",
        Part::Files => "part-files",
        Part::Revisions => "part-revisions",
        Part::Records => "part-records",
        Part::Acts => "part-acts",
        Part::Credentials => "part-credentials",
    }
}

/// The signed checkpoint as a file.
async fn checkpoint(desk: Desk) -> Answer {
    let head = app::register::head(desk.node(), &desk.actor).await?.ok_or(Refused::NoSuchPage)?;
    Ok(text_file("checkpoint.txt", head.checkpoint))
}

/// The proof of an act as a file: the act, the path to the root, the checkpoint, and the key to verify with.
async fn proof(desk: Desk, Path(sequence): Path<String>) -> Answer {
    let sequence: u64 = named(&sequence)?;
    let proof = app::register::prove(desk.node(), &desk.actor, sequence).await?;
    let act = String::from_utf8_lossy(&proof.act.0.to_bytes()).into_owned();
    let document = serde_json::json!({
        "act": act,
        "leaf": proof.act.1,
        "index": sequence,
        "path": proof.path,
        "checkpoint": proof.checkpoint,
        "key": desk.node().verifier().to_text(),
    });
    let text = serde_json::to_string_pretty(&document).map_err(|_| Refused::Failed)?;
    Ok(text_file(&format!("act-{sequence}-proof.json"), text))
}

fn text_file(name: &str, text: String) -> axum::response::Response {
    let kind = if name.ends_with(".json") { "application/json" } else { "text/plain; charset=utf-8" };
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(CONTENT_TYPE, kind.to_owned()), (CONTENT_DISPOSITION, disposition)], text).into_response()
}
