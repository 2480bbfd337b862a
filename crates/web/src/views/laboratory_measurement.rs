//! One measurement of a sample: what its kept file shows, its results, and the second person.

use app::sample::analyse::{analyse, look};
use app::sample::curves::curves;
use app::sample::show::{SampleView, show};
use app::spectrum::Examined;
use app::spectrum::report::ReportFormat;
use app::{Permission, Refusal, Stored};
use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use domain::ids::{Id, RecordId};
use domain::laboratory::{LaboratoryMeasurement, LaboratoryResult};
use domain::sample::Sample;
use report::measurement::{Scale, spectrum_svg};
use spectra::laboratory::to_svg;

use crate::desk::{Answer, Desk, file, go_done, named, page_as};
use crate::form::{Choice, Form};
use crate::layout::{Chrome, Section};
use crate::refusal::Refused;
use crate::views::amplification_run::{RunShown, runs};
use crate::views::sample::{MeasurementLine, measurement_line};
use crate::views::spectrum_shown::SpectrumShown;
use crate::views::{Routes, spectrum_plot, written};

/// The routes of these pages.
pub fn routes() -> Routes {
    Routes::new()
        .route("/samples/{sample}/measurements/{measurement}", get(open))
        .route("/samples/{sample}/measurements/{measurement}/plot", get(plot))
        .route("/samples/{sample}/measurements/{measurement}/picture", get(picture))
        .route("/samples/{sample}/measurements/{measurement}/report", get(report))
        .route("/samples/{sample}/measurements/{measurement}/analyse", post(again))
}

/// Curves of one file that are drawn.
const CURVES: usize = 12;

/// A curve as a picture.
struct CurveShown {
    title: String,
    measured: String,
    svg: String,
}

#[derive(Template)]
#[template(path = "laboratory_measurement.html")]
struct MeasurementPage {
    c: Chrome,
    f: Form,
    stored: Stored,
    sample: RecordId,
    code: String,
    line: MeasurementLine,
    spectrum: Option<SpectrumShown>,
    /// The record of the file that is shown; empty for the file as a whole.
    record_shown: String,
    /// Whether the method as it is today answers otherwise than what stands in the result.
    differs: bool,
    curves: Vec<CurveShown>,
    curve_count: usize,
    runs: Vec<RunShown>,
    decisions: Vec<Choice>,
    may_conclude: bool,
}

async fn open(desk: Desk, Path((sample, measurement)): Path<(String, String)>) -> Answer {
    shown(&desk, (named(&sample)?, named(&measurement)?), Form::new(), StatusCode::OK).await
}

async fn shown(desk: &Desk, (sample, measurement): (RecordId, RecordId), f: Form, status: StatusCode) -> Answer {
    let view = show(desk.node(), &desk.actor, Id::new(sample)).await?;
    let (stored, results) = of_view(&view, measurement)?;
    let line = measurement_line(desk, &view, stored, results).await?;
    let record = asked_record(desk, &line);
    let mut page = MeasurementPage {
        c: desk.chrome(Section::Samples, title(desk, &view, &line.measurement)),
        f,
        stored: stored.clone(),
        sample,
        code: view.sample.noun::<Sample>().map(|sample| sample.code.clone()).unwrap_or_default(),
        record_shown: record.map(|record| record.to_string()).unwrap_or_default(),
        spectrum: None,
        differs: false,
        curves: Vec::new(),
        curve_count: 0,
        runs: Vec::new(),
        decisions: Choice::words(desk.t, "decision", domain::laboratory::Decision::ALL),
        may_conclude: desk.actor.may_with(Permission::Conclude, &view.sample.revision.owner, None),
        line,
    };
    match look(desk.node(), &desk.actor, Id::new(measurement), record).await {
        Ok(examined) => {
            let question = record.map(|record| format!("?record={record}")).unwrap_or_default();
            let plot = format!("/samples/{sample}/measurements/{measurement}/plot{question}");
            page.differs = differs(&page.line, &examined);
            page.spectrum = Some(SpectrumShown::of(&examined, plot, desk.t));
        }
        Err(Refusal::Invalid(_)) => match curves(desk.node(), &desk.actor, Id::new(measurement)).await {
            Ok(read) => {
                page.curve_count = read.file.curves.len();
                let drawn = read.file.curves.iter().take(CURVES).map(|curve| CurveShown {
                    title: curve.title.clone(),
                    measured: curve.measured.clone(),
                    svg: to_svg(curve),
                });
                page.curves = drawn.collect();
                page.runs = runs(&read.file, desk.t);
            }
            // A file that no reader knows is kept all the same, and the page says so.
            Err(Refusal::Invalid(_)) => {}
            Err(refusal) => return Err(refusal.into()),
        },
        Err(refusal) => return Err(refusal.into()),
    }
    page_as(status, &page)
}

/// The measurement among those of its sample.
fn of_view(view: &SampleView, measurement: RecordId) -> Result<(&Stored, &[Stored]), Refused> {
    let found = view.measurements.iter().find(|(stored, _)| stored.revision.record == measurement);
    let (stored, results) = found.ok_or(Refusal::NotFound("laboratory-measurement"))?;
    Ok((stored, results))
}

fn title(desk: &Desk, view: &SampleView, measurement: &LaboratoryMeasurement) -> String {
    let code = view.sample.noun::<Sample>().map(|sample| sample.code.clone()).unwrap_or_default();
    let technique = desk.t.word("technique", measurement.technique.as_str());
    desk.t.with("web-measurement-title", &[("code", code.into()), ("technique", technique.into())])
}

/// The record that is asked for, else the one that the first analysis looked at.
fn asked_record(desk: &Desk, line: &MeasurementLine) -> Option<usize> {
    match desk.asked("record") {
        Some(asked) => asked.parse().ok(),
        None => line.results.iter().find_map(|of| of.result.analysis.as_ref()?.record).map(|record| record as usize),
    }
}

/// Whether what the method names today is other than what stands in the analysis of the result that looked at the same.
fn differs(line: &MeasurementLine, examined: &Examined) -> bool {
    let record = examined.record.and_then(|record| u32::try_from(record).ok());
    let analyses = line.results.iter().filter_map(|of| of.result.analysis.as_ref());
    let mut names: Vec<&str> = examined.answered.summary.nuclides.iter().map(|named| named.nuclide.as_str()).collect();
    names.sort_unstable();
    analyses.filter(|analysis| analysis.record == record).any(|analysis| {
        let mut kept: Vec<&str> = analysis.nuclides.iter().map(|named| named.nuclide.as_str()).collect();
        kept.sort_unstable();
        kept != names
    })
}

async fn plot(desk: Desk, Path((_, measurement)): Path<(String, String)>) -> Answer {
    let record = desk.place.asked_as("record");
    let examined = look(desk.node(), &desk.actor, Id::new(named(&measurement)?), record).await?;
    Ok(spectrum_plot::plot(&examined, desk.t).into_response())
}

/// The file as a picture, for the page of its sample.
async fn picture(desk: Desk, Path((_, measurement)): Path<(String, String)>) -> Answer {
    let id = Id::new(named(&measurement)?);
    let svg = match look(desk.node(), &desk.actor, id, None).await {
        Ok(examined) => spectrum_svg(&examined.answered, Scale::Log, desk.t).map(|(svg, _)| svg),
        Err(Refusal::Invalid(_)) => {
            let read = curves(desk.node(), &desk.actor, id).await?;
            let run = || runs(&read.file, desk.t).into_iter().map(|run| run.picture).find(|svg| !svg.is_empty());
            read.file.curves.first().map(to_svg).or_else(run)
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let svg = svg.ok_or(Refusal::NotFound("file"))?;
    Ok(([(CONTENT_TYPE, "image/svg+xml")], svg).into_response())
}

async fn report(desk: Desk, Path((_, measurement)): Path<(String, String)>) -> Answer {
    let format: ReportFormat = named(desk.asked("format").unwrap_or("pdf"))?;
    let id = Id::<LaboratoryMeasurement>::new(named(&measurement)?);
    let made = app::sample::report::report(desk.node(), &desk.actor, id, (format, desk.t.language())).await?;
    Ok(file(made))
}

/// Analyses the kept file; an earlier result is amended, with a reason.
async fn again(desk: Desk, Path((sample, measurement)): Path<(String, String)>, form: Form) -> Answer {
    let (sample, measurement): (RecordId, RecordId) = (named(&sample)?, named(&measurement)?);
    let mut faults = Vec::new();
    let amended: Option<RecordId> = form.read("amends", "choice-not-read", &mut faults);
    let record: Option<usize> = form.read("record", "choice-not-read", &mut faults);
    if faults.is_empty() {
        let seen = amended.map(|result| written::seen(&form, result));
        let id = Id::<LaboratoryMeasurement>::new(measurement);
        match analyse(desk.node(), &desk.actor, id, record, seen, form.value("reason")).await {
            Ok(stored) => {
                debug_assert!(stored.noun::<LaboratoryResult>().is_some(), "an analysis is a result");
                return go_done(&format!("/samples/{sample}/measurements/{measurement}#results"), "analysed");
            }
            Err(refusal) => faults = written::again(refusal, None)?,
        }
    }
    let form = form.faulty(desk.t, &faults);
    shown(&desk, (sample, measurement), form, StatusCode::UNPROCESSABLE_ENTITY).await
}
