//! The forms of a sample: entering and changing it, an event of custody, a measurement with its file, a result.

use app::sample::analyse::Analysed;
use app::sample::measure::Measured;
use app::sample::record_custody::Side;
use app::{Offered, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::get;
use domain::custody::{CustodyAction, CustodyEvent, CustodyParty, SealState};
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::laboratory::{Control, ControlKind, LaboratoryMeasurement, LaboratoryResult, Outcome, Standing, Technique};
use domain::sample::{Sample, SampleNature};
use jiff::Timestamp;

use crate::desk::{Answer, Desk, go_done, named, page, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::views::{Routes, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/samples/new", get(new).post(add).layer(crate::takes_files()))
        .route("/samples/{id}/edit", get(edit).post(change).layer(crate::takes_files()))
        .route("/samples/{id}/custody/new", get(new_event).post(add_event))
        .route("/samples/{id}/loss/new", get(new_loss).post(add_loss))
        .route("/samples/{id}/measurements/new", get(new_measurement).post(add_measurement).layer(crate::takes_files()))
        .route("/samples/{id}/measurements/{measurement}/results/new", get(new_result).post(add_result))
}

const WRONG: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

#[derive(Template)]
#[template(path = "sample_form.html")]
struct SampleForm {
    c: Chrome,
    f: Form,
    back: String,
    is_new: bool,
    natures: Vec<Choice>,
}

fn sample_form(desk: &Desk, f: Form, known: Option<(&Sample, RecordId)>) -> SampleForm {
    let title = match known {
        None => desk.t.text("web-sample-form-new"),
        Some((sample, _)) => desk.t.with("web-sample-form-edit", &[("code", sample.code.as_str().into())]),
    };
    SampleForm {
        c: desk.chrome(Section::Samples, title),
        f,
        back: known.map_or_else(|| "/samples".to_owned(), |(_, id)| format!("/samples/{id}")),
        is_new: known.is_none(),
        natures: Choice::words(desk.t, "sample-nature", SampleNature::ALL),
    }
}

fn read_sample(form: &Form, before: Option<&Sample>, faults: &mut Vec<Fault>) -> Sample {
    let nature = written::required(form, "nature", "choice-not-read", faults);
    let parent: Option<RecordId> = form.read("parent", "choice-not-read", faults);
    let sample = Sample {
        code: form.value("code").trim().to_owned(),
        parent: parent.map(Id::new).or_else(|| before.and_then(|sample| sample.parent)),
        description: written::localized(form, "description", before.map(|sample| &sample.description)),
        nature: nature.unwrap_or(SampleNature::Unknown),
        quantity: form.value("quantity").trim().to_owned(),
        found_at: form.value("found_at").trim().to_owned(),
        found_on: form.date("found_on", faults),
        found_by: form.value("found_by").trim().to_owned(),
        labels: form.value("labels").trim().to_owned(),
        photographs: Vec::new(),
    };
    sample.check(faults);
    sample
}

async fn new(desk: Desk) -> Answer {
    let mut form = Form::new().with("nature", SampleNature::Unknown);
    if let Some(parent) = desk.asked("parent") {
        form.set("parent", parent);
    }
    page(&sample_form(&desk, form, None))
}

async fn add(desk: Desk, mut form: Form) -> Answer {
    let mut faults = Vec::new();
    let sample = read_sample(&form, None, &mut faults);
    if faults.is_empty() {
        let photographs = form.take_upload("photographs").map(Offered::from).into_iter().collect();
        let code = sample.code.clone();
        match app::sample::save::save(desk.node(), &desk.actor, sample, photographs, None, "").await {
            Ok(stored) => return go_done(&format!("/samples/{}", stored.revision.record), "saved"),
            Err(refusal) => faults = written::again(refusal, Some(("code", &code)))?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &sample_form(&desk, form, None))
}

async fn sample_of(desk: &Desk, id: &str) -> Result<(Stored, Sample), crate::refusal::Refused> {
    let stored = app::record::history::show(desk.node(), &desk.actor, named(id)?).await?;
    let sample = stored.noun::<Sample>().cloned().ok_or(Refusal::NotFound("sample"))?;
    Ok((stored, sample))
}

async fn edit(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let form = Form::new()
        .with("code", &sample.code)
        .with("nature", sample.nature)
        .with_localized("description", &sample.description)
        .with("quantity", &sample.quantity)
        .with("found_at", &sample.found_at)
        .with("found_on", sample.found_on.map(|date| date.to_string()).unwrap_or_default())
        .with("found_by", &sample.found_by)
        .with("labels", &sample.labels)
        .with("seen", stored.revision.version);
    page(&sample_form(&desk, form, Some((&sample, stored.revision.record))))
}

async fn change(desk: Desk, Path(id): Path<String>, mut form: Form) -> Answer {
    let (stored, before) = sample_of(&desk, &id).await?;
    let id = stored.revision.record;
    let mut faults = Vec::new();
    let sample = read_sample(&form, Some(&before), &mut faults);
    if faults.is_empty() {
        let photographs = form.take_upload("photographs").map(Offered::from).into_iter().collect();
        let seen = Some(written::seen(&form, id));
        match app::sample::save::save(desk.node(), &desk.actor, sample, photographs, seen, form.value("reason")).await {
            Ok(_) => return go_done(&format!("/samples/{id}"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &sample_form(&desk, form, Some((&before, id))))
}

#[derive(Template)]
#[template(path = "custody_form.html")]
struct CustodyForm {
    c: Chrome,
    f: Form,
    back: String,
    loss: bool,
    actions: Vec<Choice>,
    seals: Vec<Choice>,
    sides: Vec<Choice>,
}

fn custody_form(desk: &Desk, f: Form, sample: &Sample, id: RecordId, loss: bool) -> CustodyForm {
    let key = if loss { "web-custody-form-loss" } else { "web-custody-form-new" };
    let actions: Vec<CustodyAction> =
        CustodyAction::ALL.iter().copied().filter(|action| *action != CustodyAction::ApproveLoss).collect();
    CustodyForm {
        c: desk.chrome(Section::Samples, desk.t.with(key, &[("code", sample.code.as_str().into())])),
        f,
        back: format!("/samples/{id}"),
        loss,
        actions: Choice::words(desk.t, "custody-action", &actions),
        seals: Choice::words(desk.t, "seal-state", SealState::ALL),
        sides: Choice::words(desk.t, "custody-side", Side::ALL),
    }
}

fn read_event(form: &Form, sample: RecordId, loss: bool, faults: &mut Vec<Fault>) -> CustodyEvent {
    let text = |name: &str| form.value(name).trim().to_owned();
    let party = |name: &str| CustodyParty { name: text(name), body: text(&format!("{name}_body")), acknowledged: None };
    let action = if loss {
        Some(CustodyAction::ApproveLoss)
    } else {
        written::required(form, "action", "choice-not-read", faults)
    };
    // The browser gives minutes and no zone; what is typed is UTC, as the label says.
    let at = text("at");
    let at = if loss { Some(Timestamp::UNIX_EPOCH) } else { instant(&at).or_else(|| at.parse().ok()) };
    if at.is_none() {
        faults.push(Fault::error("instant-not-read").at("at").with("value", form.value("at")));
    }
    let event = CustodyEvent {
        sample: Id::new(sample),
        action: action.unwrap_or(CustodyAction::Transfer),
        at: at.unwrap_or(Timestamp::UNIX_EPOCH),
        place: text("place"),
        purpose: text("purpose"),
        released_by: form.filled("released_by").map(|_| party("released_by")),
        received_by: party("received_by"),
        container: text("container"),
        seal_found: text("seal_found"),
        seal_state: form.read("seal_state", "choice-not-read", faults).unwrap_or(SealState::None),
        seal: text("seal"),
        condition: text("condition"),
        deviation: text("deviation"),
    };
    event.check(faults);
    event
}

fn instant(text: &str) -> Option<Timestamp> {
    let civil: jiff::civil::DateTime = text.parse().ok()?;
    jiff::tz::TimeZone::UTC.to_timestamp(civil).ok()
}

async fn new_event(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let view = app::sample::show::show(desk.node(), &desk.actor, Id::new(stored.revision.record)).await?;
    // Who had it last is who gives it away now, under the seal it has.
    let last = view.custody.iter().rev().filter_map(|(stored, _)| stored.noun::<CustodyEvent>());
    let last = last.clone().find(|event| event.action != CustodyAction::ApproveLoss);
    let mut form = Form::new().with("seal_state", SealState::None);
    match last {
        Some(last) => {
            form.set("action", CustodyAction::Transfer);
            form.set("released_by", &last.received_by.name);
            form.set("released_by_body", &last.received_by.body);
            form.set("seal_found", &last.seal);
            form.set("container", &last.container);
            form.set("seal_state", SealState::Intact);
        }
        None => form.set("action", CustodyAction::Collect),
    }
    page(&custody_form(&desk, form, &sample, stored.revision.record, false))
}

async fn add_event(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let id = stored.revision.record;
    let mut faults = Vec::new();
    let event = read_event(&form, id, false, &mut faults);
    let side: Option<Side> = written::required(&form, "side", "choice-not-read", &mut faults);
    if let (Some(side), true) = (side, faults.is_empty()) {
        match app::sample::record_custody::record_custody(desk.node(), &desk.actor, event, side).await {
            Ok(_) => return go_done(&format!("/samples/{id}#custody"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &custody_form(&desk, form, &sample, id, false))
}

async fn new_loss(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let name = desk.actor.name.text(desk.t.language()).to_owned();
    page(&custody_form(&desk, Form::new().with("received_by", name), &sample, stored.revision.record, true))
}

async fn add_loss(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let id = stored.revision.record;
    let mut faults = Vec::new();
    let event = read_event(&form, id, true, &mut faults);
    if faults.is_empty() {
        match app::sample::record_custody::approve_loss(desk.node(), &desk.actor, event).await {
            Ok(_) => return go_done(&format!("/samples/{id}#custody"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &custody_form(&desk, form, &sample, id, true))
}

#[derive(Template)]
#[template(path = "measurement_form.html")]
struct MeasurementForm {
    c: Chrome,
    f: Form,
    back: String,
    techniques: Vec<Choice>,
    controls: Vec<(Choice, String)>,
    control_states: Vec<Choice>,
}

fn measurement_form(desk: &Desk, f: Form, sample: &Sample, id: RecordId) -> MeasurementForm {
    let title = desk.t.with("web-measurement-form-new", &[("code", sample.code.as_str().into())]);
    let controls = ControlKind::ALL
        .iter()
        .map(|kind| (Choice::new(kind, desk.t.word("control-kind", kind.as_str())), format!("control_{kind}")));
    MeasurementForm {
        c: desk.chrome(Section::Samples, title),
        f,
        back: format!("/samples/{id}"),
        techniques: Choice::words(desk.t, "technique", Technique::ALL),
        controls: controls.collect(),
        control_states: ["valid", "failed"]
            .iter()
            .map(|word| Choice::new(word, desk.t.word("web-measurement-control", word)))
            .collect(),
    }
}

async fn new_measurement(desk: Desk, Path(id): Path<String>) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let operator = desk.actor.name.text(desk.t.language()).to_owned();
    let form = Form::new().with("technique", Technique::GammaSpectrum).with("operator", operator);
    page(&measurement_form(&desk, form, &sample, stored.revision.record))
}

async fn add_measurement(desk: Desk, Path(id): Path<String>, mut form: Form) -> Answer {
    let (stored, sample) = sample_of(&desk, &id).await?;
    let id = stored.revision.record;
    let mut faults = Vec::new();
    let technique = written::required(&form, "technique", "choice-not-read", &mut faults);
    let mut controls = Vec::new();
    for kind in ControlKind::ALL {
        if let Some(state) = form.filled(&format!("control_{kind}")) {
            controls.push(Control { kind: *kind, valid: state == "valid", shown: String::new() });
        }
    }
    let file = form.take_upload("file").map(Offered::from);
    if file.is_none() {
        faults.push(Fault::error("field-missing").at("file"));
    }
    let background = form.take_upload("background").map(Offered::from).filter(|offered| !offered.bytes.is_empty());
    let text = |name: &str| form.value(name).trim().to_owned();
    if let (Some(technique), Some(file), true) = (technique, file, faults.is_empty()) {
        let measured = Measured {
            sample: Id::new(id),
            technique,
            instrument: text("instrument"),
            serial: text("serial"),
            calibration: text("calibration"),
            geometry: text("geometry"),
            operator: text("operator"),
            destructive: form.chosen("destructive", "yes"),
            controls,
            file,
            background,
            analysed: Analysed::Whole,
        };
        match app::sample::measure::measure(desk.node(), &desk.actor, measured).await {
            Ok(_) => return go_done(&format!("/samples/{id}#measurements"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &measurement_form(&desk, form, &sample, id))
}

#[derive(Template)]
#[template(path = "result_form.html")]
struct ResultForm {
    c: Chrome,
    f: Form,
    back: String,
    amends: bool,
    outcomes: Vec<Choice>,
    standings: Vec<Choice>,
}

fn result_form(desk: &Desk, f: Form, sample: RecordId, amends: bool) -> ResultForm {
    let key = if amends { "web-result-form-amend" } else { "web-result-form-new" };
    ResultForm {
        c: desk.chrome(Section::Samples, desk.t.text(key)),
        f,
        back: format!("/samples/{sample}"),
        amends,
        outcomes: Choice::words(desk.t, "outcome", Outcome::ALL),
        standings: Choice::words(desk.t, "standing", Standing::ALL),
    }
}

async fn new_result(desk: Desk, Path((sample, _)): Path<(String, String)>) -> Answer {
    let (stored, _) = sample_of(&desk, &sample).await?;
    // An amendment begins with what stands there.
    let Some(amended) = desk.asked("amends") else {
        let form = Form::new().with("standing", Standing::Presumptive);
        return page(&result_form(&desk, form, stored.revision.record, false));
    };
    let current = app::record::history::show(desk.node(), &desk.actor, named(amended)?).await?;
    let result = current.noun::<LaboratoryResult>().ok_or(Refusal::NotFound("laboratory-result"))?;
    let form = Form::new()
        .with("amends", amended)
        .with("seen", current.revision.version)
        .with("outcome", result.outcome)
        .with("standing", result.standing)
        .with_localized("statement", &result.statement)
        .with("named", result.named.join("\n"))
        .with("method", &result.method)
        .with("confirmed_by", &result.confirmed_by)
        .with("conflicting", &result.conflicting);
    page(&result_form(&desk, form, stored.revision.record, true))
}

async fn add_result(desk: Desk, Path((sample, measurement)): Path<(String, String)>, form: Form) -> Answer {
    let (stored, _) = sample_of(&desk, &sample).await?;
    let id = stored.revision.record;
    let measurement: Id<LaboratoryMeasurement> = Id::new(named(&measurement)?);
    let mut faults = Vec::new();
    let outcome = written::required(&form, "outcome", "choice-not-read", &mut faults);
    let standing = written::required(&form, "standing", "choice-not-read", &mut faults);
    let amended: Option<RecordId> = form.read("amends", "choice-not-read", &mut faults);
    let text = |name: &str| form.value(name).trim().to_owned();
    let result = LaboratoryResult {
        measurement,
        file: Hash::of(b""),
        outcome: outcome.unwrap_or(Outcome::Inconclusive),
        standing: standing.unwrap_or(Standing::Presumptive),
        statement: written::localized(&form, "statement", None),
        named: form
            .value("named")
            .split(['\n', ';'])
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect(),
        method: text("method"),
        confirmed_by: text("confirmed_by"),
        conflicting: text("conflicting"),
        analysis: None,
        verification: None,
    };
    result.check(&mut faults);
    if faults.is_empty() {
        let seen = amended.map(|record| written::seen(&form, record));
        match app::sample::conclude::conclude(desk.node(), &desk.actor, result, seen, form.value("reason")).await {
            Ok(_) => return go_done(&format!("/samples/{id}#measurements"), "saved"),
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    page_as(WRONG, &result_form(&desk, form, id, amended.is_some()))
}
