//! Samples: the list, and one sample with its chain of custody, measurements and results.

use app::sample::list::SampleFilter;
use app::sample::show::SampleView;
use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::routing::{get, post};
use domain::custody::{Break, CustodyEvent, CustodyParty};
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::laboratory::{Decision, LaboratoryMeasurement, LaboratoryResult, Outcome, Technique};
use domain::sample::{Sample, SampleNature};

use crate::desk::{Answer, Desk, file, go_done, named, page};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::chemical_identity::{Identity, identities};
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/samples", get(list))
        .route("/samples/{id}", get(show))
        .route("/samples/{id}/files/{sha256}", get(raw))
        .route("/samples/{sample}/custody/{id}/acknowledge", post(acknowledge))
        .route("/samples/{sample}/results/{id}/verify", post(verify))
}

/// How many samples stand on a page.
const LIMIT: u32 = 50;

struct Line {
    record: RecordId,
    sample: Sample,
}

#[derive(Template)]
#[template(path = "samples.html")]
struct ListPage {
    c: Chrome,
    lines: Vec<Line>,
    total: usize,
    offset: usize,
    limit: usize,
    natures: Vec<Choice>,
    may_save: bool,
}

async fn list(desk: Desk) -> Answer {
    let offset: u32 = desk.place.asked_as("offset").unwrap_or_default();
    let filter = SampleFilter {
        nature: desk.place.asked_as("nature"),
        text: desk.place.asked("text").map(str::to_owned),
        limit: Some(LIMIT),
        offset,
    };
    let found = app::sample::list::list(desk.node(), &desk.actor, &filter).await?;
    let c = desk.chrome(Section::Samples, desk.t.text("web-samples-title"));
    let lines = found
        .records
        .iter()
        .filter_map(|stored| Some(Line { record: stored.revision.record, sample: stored.noun::<Sample>()?.clone() }));
    page(&ListPage {
        lines: lines.collect(),
        total: usize::try_from(found.total).unwrap_or(usize::MAX),
        offset: offset as usize,
        limit: LIMIT as usize,
        natures: Choice::words(desk.t, "sample-nature", SampleNature::ALL),
        may_save: desk.actor.may_somewhere(Permission::SaveSample),
        c,
    })
}

/// An event as a link of the chain.
struct Link {
    record: RecordId,
    version: u32,
    event: CustodyEvent,
    breaks: Vec<Break>,
    /// The side that this person may still acknowledge for.
    open_side: Option<&'static str>,
}

impl Link {
    fn shape(&self) -> &'static str {
        if self.breaks.is_empty() { "full" } else { "triangle" }
    }
}

/// A result with what may be done to it.
pub struct ResultLine {
    /// Its record.
    pub record: RecordId,
    /// The result.
    pub result: LaboratoryResult,
    /// Its version.
    pub version: u32,
    /// Whether this person may verify it.
    pub may_verify: bool,
    /// How far the identity of what was named reaches against the control lists; empty for gamma spectra.
    pub identities: Vec<Identity>,
}

impl ResultLine {
    /// The shape of its outcome.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        match self.result.outcome {
            Outcome::Detected => "full",
            Outcome::NotDetected => "empty",
            Outcome::Inconclusive => "half",
            Outcome::Invalid => "triangle",
        }
    }

    /// The shape of what the second person decided.
    #[must_use]
    pub fn decided_shape(&self) -> &'static str {
        let decision = self.result.verification.as_ref().map(|verification| verification.decision);
        if decision == Some(Decision::Rejected) { "triangle" } else { "full" }
    }
}

/// A measurement with its results.
pub struct MeasurementLine {
    /// Its record.
    pub record: RecordId,
    /// The measurement.
    pub measurement: LaboratoryMeasurement,
    /// Its results.
    pub results: Vec<ResultLine>,
}

/// A measurement and its results as this person may see and act on them.
///
/// # Errors
/// When the control lists cannot be asked.
pub async fn measurement_line(
    desk: &Desk,
    view: &SampleView,
    stored: &Stored,
    results: &[Stored],
) -> Result<MeasurementLine, Refused> {
    let may_verify = desk.actor.may_with(Permission::VerifyResult, &view.sample.revision.owner, None);
    let measurement =
        stored.noun::<LaboratoryMeasurement>().cloned().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    let mut lines = Vec::new();
    for stored in results {
        let Some(result) = stored.noun::<LaboratoryResult>().cloned() else { continue };
        let identities = match measurement.technique {
            Technique::GammaSpectrum => Vec::new(),
            _ => identities(desk, &result.named).await?,
        };
        lines.push(ResultLine {
            record: stored.revision.record,
            version: stored.revision.version,
            may_verify: may_verify && result.verification.is_none(),
            identities,
            result,
        });
    }
    Ok(MeasurementLine { record: stored.revision.record, measurement, results: lines })
}

#[derive(Template)]
#[template(path = "sample.html")]
struct SamplePage {
    c: Chrome,
    stored: Stored,
    sample: Sample,
    parent: Option<Line>,
    parts: Vec<Line>,
    chain: Vec<Link>,
    holds: bool,
    measurements: Vec<MeasurementLine>,
    decisions: Vec<Choice>,
    may_save: bool,
    may_record: bool,
    may_measure: bool,
    may_conclude: bool,
    may_approve: bool,
}

fn line(stored: &Stored) -> Option<Line> {
    Some(Line { record: stored.revision.record, sample: stored.noun::<Sample>()?.clone() })
}

/// The side of an event that nobody has acknowledged yet and this person may: not who acknowledged the other.
fn open_side(desk: &Desk, event: &CustodyEvent) -> Option<&'static str> {
    let said = |party: &CustodyParty| party.acknowledged.as_ref().map(|said| said.account);
    let received = said(&event.received_by);
    let released = event.released_by.as_ref().map(said);
    match (received, released) {
        (None, released) if released.flatten() != Some(desk.actor.account) => Some("received"),
        (Some(account), Some(None)) if account != desk.actor.account => Some("released"),
        _ => None,
    }
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let id: RecordId = named(&id)?;
    let view = app::sample::show::show(desk.node(), &desk.actor, Id::new(id)).await?;
    let sample = view.sample.noun::<Sample>().cloned().ok_or(app::Refusal::NotFound("sample"))?;
    let may = |permission| desk.actor.may_with(permission, &view.sample.revision.owner, None);
    let may_record = may(Permission::RecordCustody);
    let mut chain = Vec::new();
    for (stored, breaks) in &view.custody {
        let Some(event) = stored.noun::<CustodyEvent>().cloned() else { continue };
        chain.push(Link {
            record: stored.revision.record,
            version: stored.revision.version,
            open_side: if may_record { open_side(&desk, &event) } else { None },
            breaks: breaks.clone(),
            event,
        });
    }
    let mut measurements = Vec::new();
    for (stored, results) in &view.measurements {
        measurements.push(measurement_line(&desk, &view, stored, results).await?);
    }
    let title = desk.t.with("web-sample-title", &[("code", sample.code.as_str().into())]);
    page(&SamplePage {
        c: desk.chrome(Section::Samples, title),
        parent: view.parent.as_ref().and_then(line),
        parts: view.parts.iter().filter_map(line).collect(),
        holds: !chain.is_empty() && chain.iter().all(|link| link.breaks.is_empty()),
        chain,
        measurements,
        decisions: Choice::words(desk.t, "decision", domain::laboratory::Decision::ALL),
        may_save: may(Permission::SaveSample),
        may_record,
        may_measure: may(Permission::Measure),
        may_conclude: may(Permission::Conclude),
        may_approve: may(Permission::ApproveLoss),
        stored: view.sample,
        sample,
    })
}

/// Always saved when it is opened, never shown as a page of its own: a file comes from somebody else. Photographs stand in the
/// page of their sample as pictures, which run nothing.
async fn raw(desk: Desk, Path((id, sha256)): Path<(String, String)>) -> Answer {
    let sha256: Hash = named(&sha256)?;
    Ok(file(app::sample::file::open(desk.node(), &desk.actor, named(&id)?, sha256).await?))
}

async fn acknowledge(desk: Desk, Path((sample, id)): Path<(String, String)>, form: Form) -> Answer {
    let sample: RecordId = named(&sample)?;
    let side = named(form.value("side"))?;
    let seen = written::seen(&form, named(&id)?);
    app::sample::acknowledge::acknowledge(desk.node(), &desk.actor, seen, side).await?;
    go_done(&format!("/samples/{sample}#custody"), "acknowledged")
}

async fn verify(desk: Desk, Path((sample, id)): Path<(String, String)>, form: Form) -> Answer {
    let sample: RecordId = named(&sample)?;
    let decision = named(form.value("decision"))?;
    let seen = written::seen(&form, named(&id)?);
    app::sample::verify::verify(desk.node(), &desk.actor, seen, form.value("checked"), decision).await?;
    go_done(&format!("/samples/{sample}#measurements"), "verified")
}
