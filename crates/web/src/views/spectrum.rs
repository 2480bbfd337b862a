//! Spectra: a file of an instrument is uploaded, looked at and explained. Nothing of it is kept, unless the person keeps it
//! with a sample.

use std::sync::Arc;

use app::sample::analyse::Analysed;
use app::sample::list::SampleFilter;
use app::sample::measure::{Measured, measure};
use app::spectrum::report::ReportFormat;
use app::{Offered, Permission, Refusal};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::laboratory::Technique;
use domain::sample::Sample;

use crate::desk::{Answer, Desk, file, go, go_done, named, page, page_as};
use crate::drawer::Held;
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::spectrum_shown::SpectrumShown;
use crate::views::{Routes, spectrum_plot, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/spectra", get(ask).post(upload).layer(crate::takes_files()))
        .route("/spectra/{id}", get(show))
        .route("/spectra/{id}/plot", get(plot))
        .route("/spectra/{id}/report", get(report))
        .route("/spectra/{id}/keep", post(keep))
        .route("/spectra/{id}/forget", post(forget))
}

/// Samples that are offered to keep a file with.
const SAMPLES: u32 = 200;

#[derive(Template)]
#[template(path = "spectra.html")]
struct AskPage {
    c: Chrome,
    f: Form,
}

async fn ask(desk: Desk) -> Answer {
    desk.actor.permit(Permission::IdentifySpectrum)?;
    let c = desk.chrome(Section::Spectra, desk.t.text("web-spectra-title"));
    page(&AskPage { c, f: Form::new().with("sample", desk.asked("sample").unwrap_or_default()) })
}

async fn upload(desk: Desk, mut form: Form) -> Answer {
    desk.actor.permit(Permission::IdentifySpectrum)?;
    let given = |form: &mut Form, name: &str| {
        form.take_upload(name)
            .map(Offered::from)
            .filter(|offered| !offered.bytes.is_empty() || !offered.file_name.is_empty())
    };
    let background = given(&mut form, "background");
    let faults = match given(&mut form, "file") {
        None => vec![Fault::error("field-missing").at("file")],
        Some(file) => {
            let id = desk.node().surroundings.new_id();
            let now = desk.node().surroundings.now();
            desk.site.drawer.put(id, &desk.actor, now, file, background);
            // Examined here, so that what cannot be read is told beside its field.
            match find(&desk, id)?.examined(&desk.actor, None).await {
                Ok(_) => {
                    let sample = form.filled("sample").map(|sample| format!("?sample={sample}")).unwrap_or_default();
                    return go(&format!("/spectra/{id}{sample}"));
                }
                Err(refusal) => {
                    desk.site.drawer.forget(id, &desk.actor);
                    written::again(refusal, None)?
                }
            }
        }
    };
    let c = desk.chrome(Section::Spectra, desk.t.text("web-spectra-title"));
    page_as(StatusCode::UNPROCESSABLE_ENTITY, &AskPage { f: form.faulty(desk.t, &faults), c })
}

/// The file with this id, which only who uploaded it finds, and only for a while.
fn find(desk: &Desk, id: RecordId) -> Result<Arc<Held>, Refused> {
    let found = desk.site.drawer.find(id, &desk.actor, desk.node().surroundings.now());
    found.ok_or_else(|| Refusal::NotFound("spectrum").into())
}

/// Which record of the file is asked for; `None` is all of it.
fn record(desk: &Desk) -> Option<usize> {
    desk.place.asked_as("record")
}

#[derive(Template)]
#[template(path = "spectrum.html")]
struct SpectrumPage {
    c: Chrome,
    f: Form,
    id: RecordId,
    s: SpectrumShown,
    /// Samples that the file may be kept with; empty when the person keeps none.
    samples: Vec<Choice>,
    may_keep: bool,
}

async fn show(desk: Desk, Path(id): Path<String>) -> Answer {
    let form = Form::new().with("sample", desk.asked("sample").unwrap_or_default());
    shown(&desk, named(&id)?, form, StatusCode::OK).await
}

async fn shown(desk: &Desk, id: RecordId, f: Form, status: StatusCode) -> Answer {
    let held = find(desk, id)?;
    let asked = record(desk);
    let examined = held.examined(&desk.actor, asked).await?;
    let question = asked.map(|record| format!("?record={record}")).unwrap_or_default();
    let may_keep = desk.actor.may_with(Permission::Measure, &desk.actor.owner(), None);
    let samples = if may_keep { samples(desk).await? } else { Vec::new() };
    let s = SpectrumShown::of(&examined, format!("/spectra/{id}/plot{question}"), desk.t);
    let c = desk.chrome(Section::Spectra, examined.file_name.clone());
    page_as(status, &SpectrumPage { c, f, id, s, samples, may_keep })
}

/// The samples that reach the person, by code.
async fn samples(desk: &Desk) -> Result<Vec<Choice>, Refused> {
    let filter = SampleFilter { limit: Some(SAMPLES), ..SampleFilter::default() };
    let found = app::sample::list::list(desk.node(), &desk.actor, &filter).await?;
    let choice = |stored: &app::Stored| {
        let sample = stored.noun::<Sample>()?;
        let said: String = sample.description.text(desk.t.language()).chars().take(60).collect();
        Some(Choice::new(stored.revision.record, format!("{} · {said}", sample.code)))
    };
    Ok(found.records.iter().filter_map(choice).collect())
}

async fn plot(desk: Desk, Path(id): Path<String>) -> Answer {
    let examined = find(&desk, named(&id)?)?.examined(&desk.actor, record(&desk)).await?;
    Ok(spectrum_plot::plot(&examined, desk.t).into_response())
}

async fn report(desk: Desk, Path(id): Path<String>) -> Answer {
    let held = find(&desk, named(&id)?)?;
    let format: ReportFormat = named(desk.asked("format").unwrap_or("pdf"))?;
    let (given, background) = (Arc::clone(&held.file), held.background.clone());
    let wanted = (format, desk.t.language());
    let made =
        app::spectrum::report::report(desk.node(), &desk.actor, given, background, record(&desk), wanted).await?;
    Ok(file(made))
}

/// Keeps the file with a sample, byte for byte, with what it shows.
async fn keep(desk: Desk, Path(id): Path<String>, form: Form) -> Answer {
    let id: RecordId = named(&id)?;
    let held = find(&desk, id)?;
    let mut faults = Vec::new();
    let sample: Option<RecordId> = written::required(&form, "sample", "choice-not-read", &mut faults);
    if let Some(sample) = sample {
        let text = |name: &str| form.value(name).trim().to_owned();
        let measured = Measured {
            sample: Id::new(sample),
            technique: Technique::GammaSpectrum,
            instrument: String::new(),
            serial: String::new(),
            calibration: text("calibration"),
            geometry: text("geometry"),
            operator: desk.actor.name.text(desk.t.language()).to_owned(),
            destructive: false,
            controls: Vec::new(),
            file: held.file.as_ref().clone(),
            background: held.background.as_deref().cloned(),
            analysed: Analysed::of(record(&desk)),
        };
        match measure(desk.node(), &desk.actor, measured).await {
            Ok(stored) => {
                desk.site.drawer.forget(id, &desk.actor);
                return go_done(&format!("/samples/{sample}/measurements/{}", stored.revision.record), "kept");
            }
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    shown(&desk, id, form.faulty(desk.t, &faults), StatusCode::UNPROCESSABLE_ENTITY).await
}

async fn forget(desk: Desk, Path(id): Path<String>) -> Answer {
    desk.actor.permit(Permission::IdentifySpectrum)?;
    desk.site.drawer.forget(named(&id)?, &desk.actor);
    go_done("/spectra", "forgotten")
}
