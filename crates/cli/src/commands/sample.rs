//! `tripoint sample`: samples with their custody, measurements and results.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli-commands.ftl")]

use std::path::{Path, PathBuf};

use app::Offered;
use app::document::media_type::LARGEST;
use app::sample::analyse::Analysed;
use app::sample::list::SampleFilter;
use app::sample::measure::Measured;
use app::sample::record_custody::Side;
use app::sample::show::SampleView;
use app::sample::{acknowledge, analyse, conclude, file, list, measure, record_custody, report, save, show, verify};
use app::spectrum::report::ReportFormat;
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::custody::CustodyEvent;
use domain::hash::Hash;
use domain::ids::{Id, RecordId};
use domain::laboratory::{Control, Decision, LaboratoryMeasurement, LaboratoryResult, Technique};
use domain::sample::{Sample, SampleNature};
use serde_json::json;
use store::Stored;

use super::naming::find;
use super::noun_file::{NounFileWithReason, read_input, read_noun, read_plain};
use super::showing::{deliver, record};
use super::spectrum_identify;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Show(Show),
    Save(Save),
    HandOver(HandOver),
    ApproveLoss(ApproveLoss),
    Acknowledge(Acknowledge),
    Measure(Measure),
    Analysis(Analysis),
    Analyse(Analyse),
    Report(Report),
    Conclude(NounFileWithReason),
    Verify(Verify),
    File(File),
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "WORD", value_parser = words(SampleNature::ALL, SampleNature::as_str))]
    pub nature: Option<SampleNature>,
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub offset: u32,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "SAMPLE")]
    pub sample: String,
}

#[derive(Debug, Args)]
pub struct Save {
    #[command(flatten)]
    pub noun: NounFileWithReason,
    #[arg(long = "photograph", value_name = "FILE")]
    pub photographs: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct HandOver {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "released|received", value_parser = words(Side::ALL, Side::as_str))]
    pub side: Side,
}

#[derive(Debug, Args)]
pub struct ApproveLoss {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Acknowledge {
    #[arg(value_name = "ID")]
    pub event: RecordId,
    #[arg(long, value_name = "released|received", value_parser = words(Side::ALL, Side::as_str))]
    pub side: Side,
    #[arg(long = "version", value_name = "N")]
    pub seen: u32,
}

#[derive(Debug, Args)]
pub struct Measure {
    #[arg(value_name = "SAMPLE")]
    pub sample: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "WORD", value_parser = words(Technique::ALL, Technique::as_str))]
    pub technique: Technique,
    #[arg(long, value_name = "FILE")]
    pub background: Option<PathBuf>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub instrument: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub serial: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub calibration: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub geometry: String,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub operator: String,
    #[arg(long)]
    pub destructive: bool,
    #[arg(long, value_name = "FILE")]
    pub controls: Option<PathBuf>,
    #[arg(long)]
    pub without_analysis: bool,
    #[arg(long, value_name = "N")]
    pub record: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Analysis {
    #[arg(value_name = "ID")]
    pub measurement: RecordId,
    #[arg(long, value_name = "N")]
    pub record: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Analyse {
    #[arg(value_name = "ID")]
    pub measurement: RecordId,
    #[arg(long, value_name = "N")]
    pub record: Option<usize>,
    #[arg(long, value_name = "ID", requires = "seen")]
    pub amends: Option<RecordId>,
    #[arg(long = "version", value_name = "N", requires = "amends")]
    pub seen: Option<u32>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "ID")]
    pub measurement: RecordId,
    #[arg(long, value_name = "pdf|docx", default_value_t = ReportFormat::Pdf, value_parser = words(ReportFormat::ALL, ReportFormat::as_str))]
    pub format: ReportFormat,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(value_name = "ID")]
    pub result: RecordId,
    #[arg(long = "version", value_name = "N")]
    pub seen: u32,
    #[arg(long, value_name = "TEXT")]
    pub checked: String,
    #[arg(long, value_name = "verified|rejected", value_parser = words(Decision::ALL, Decision::as_str))]
    pub decision: Decision,
}

#[derive(Debug, Args)]
pub struct File {
    #[arg(value_name = "ID")]
    pub record: RecordId,
    #[arg(long, value_name = "SHA-256")]
    pub sha256: Hash,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List(command) => {
            let List { nature, text, limit, offset } = command;
            let page = list::list(node, actor, &SampleFilter { nature, text, limit, offset }).await?;
            let headings =
                ["cli-column-code", "cli-column-kind", "cli-column-text", "cli-column-place", "cli-column-id"];
            output.listed(&page.records, page.total, &headings, |sample: &Sample, stored| {
                vec![
                    sample.code.clone(),
                    output.t.word("sample-nature", sample.nature.as_str()),
                    output.text_of(&sample.description),
                    sample.found_at.clone(),
                    stored.revision.record.to_string(),
                ]
            });
        }
        Command::Show(command) => {
            let id = find(session, Kind::Sample, &command.sample).await?.revision.record;
            shown(&show::show(node, actor, Id::new(id)).await?, output);
        }
        Command::Save(command) => {
            let (noun, seen) = command.noun.noun.read::<Sample>(session).await?;
            let photographs = command.photographs.iter().map(|path| offered(path)).collect::<Result<_, _>>()?;
            output.saved(&save::save(node, actor, noun, photographs, seen, &command.noun.reason).await?);
        }
        Command::HandOver(command) => {
            let event: CustodyEvent = read_noun(session, &command.file).await?;
            output.saved(&record_custody::record_custody(node, actor, event, command.side).await?);
        }
        Command::ApproveLoss(command) => {
            let event: CustodyEvent = read_noun(session, &command.file).await?;
            output.saved(&record_custody::approve_loss(node, actor, event).await?);
        }
        Command::Acknowledge(command) => {
            let seen = app::Seen { record: command.event, version: command.seen };
            output.saved(&acknowledge::acknowledge(node, actor, seen, command.side).await?);
        }
        Command::Measure(command) => {
            let sample = find(session, Kind::Sample, &command.sample).await?.revision.record;
            let controls: Vec<Control> = match &command.controls {
                Some(path) => read_plain(path)?,
                None => Vec::new(),
            };
            let measured = Measured {
                sample: Id::new(sample),
                technique: command.technique,
                instrument: command.instrument,
                serial: command.serial,
                calibration: command.calibration,
                geometry: command.geometry,
                operator: command.operator,
                destructive: command.destructive,
                controls,
                file: offered(&command.file)?,
                background: command.background.as_deref().map(offered).transpose()?,
                analysed: if command.without_analysis { Analysed::Nothing } else { Analysed::of(command.record) },
            };
            output.saved(&measure::measure(node, actor, measured).await?);
        }
        Command::Analysis(command) => {
            let id = Id::new(command.measurement);
            let examined = analyse::look(node, actor, id, command.record).await?;
            spectrum_identify::kept(&examined, output);
        }
        Command::Analyse(command) => {
            let seen = command.amends.zip(command.seen).map(|(record, version)| app::Seen { record, version });
            let id = Id::new(command.measurement);
            output.saved(&analyse::analyse(node, actor, id, command.record, seen, &command.reason).await?);
        }
        Command::Report(command) => {
            let wanted = (command.format, output.t.language());
            let made = report::report(node, actor, Id::new(command.measurement), wanted).await?;
            deliver(session, output, &[made], command.out.as_deref())?;
        }
        Command::Conclude(command) => {
            let (noun, seen) = command.noun.read::<LaboratoryResult>(session).await?;
            output.saved(&conclude::conclude(node, actor, noun, seen, &command.reason).await?);
        }
        Command::Verify(command) => {
            let seen = app::Seen { record: command.result, version: command.seen };
            output.saved(&verify::verify(node, actor, seen, &command.checked, command.decision).await?);
        }
        Command::File(command) => {
            let file = file::open(node, actor, command.record, command.sha256).await?;
            deliver(session, output, &[file], command.out.as_deref())?;
        }
    }
    Ok(())
}

fn offered(path: &Path) -> Result<Offered, CommandError> {
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Offered { file_name, bytes: read_input(path, LARGEST as u64)? })
}

fn shown(view: &SampleView, output: &Output) {
    if output.json {
        let custody = view.custody.iter().map(|(stored, breaks)| json!({ "event": record(stored), "breaks": breaks }));
        let measurements = view.measurements.iter().map(|(stored, results)| {
            json!({ "measurement": record(stored), "results": results.iter().map(record).collect::<Vec<_>>() })
        });
        output.data(&json!({
            "sample": record(&view.sample),
            "parent": view.parent.as_ref().map(record),
            "parts": view.parts.iter().map(record).collect::<Vec<_>>(),
            "custody": custody.collect::<Vec<_>>(),
            "measurements": measurements.collect::<Vec<_>>(),
        }));
        return;
    }
    let Some(sample) = view.sample.noun::<Sample>() else { return };
    let code = |stored: &Stored| stored.noun::<Sample>().map(|sample| sample.code.clone()).unwrap_or_default();
    output.pairs(&[
        ("cli-column-code", sample.code.clone()),
        ("cli-column-text", output.text_of(&sample.description)),
        ("cli-column-kind", output.t.word("sample-nature", sample.nature.as_str())),
        ("cli-column-part-of", view.parent.as_ref().map(code).unwrap_or_default()),
        ("cli-column-parts", view.parts.iter().map(code).collect::<Vec<_>>().join(", ")),
        ("cli-column-place", sample.found_at.clone()),
    ]);
    let event = |(stored, breaks): &(Stored, Vec<domain::custody::Break>)| {
        let event = stored.noun::<CustodyEvent>()?;
        Some(vec![
            event.at.to_string(),
            output.t.word("custody-action", event.action.as_str()),
            event.released_by.as_ref().map(|party| party.name.clone()).unwrap_or_default(),
            event.received_by.name.clone(),
            event.place.clone(),
            event.seal.clone(),
            breaks.iter().map(|found| output.t.word("custody-break", found.as_str())).collect::<Vec<_>>().join("; "),
            stored.revision.record.to_string(),
        ])
    };
    let headings = [
        "cli-column-instant",
        "cli-column-act",
        "cli-column-from",
        "cli-column-to",
        "cli-column-place",
        "cli-column-seal",
        "cli-column-breaks",
        "cli-column-id",
    ];
    output.table(&headings, view.custody.iter().filter_map(event).collect());
    let mut rows = Vec::new();
    for (stored, results) in &view.measurements {
        let Some(measurement) = stored.noun::<LaboratoryMeasurement>() else { continue };
        let said = results.iter().filter_map(Stored::noun::<LaboratoryResult>).map(|result| {
            let standing = output.t.word("standing", result.standing.as_str());
            format!("{} ({standing}): {}", output.t.word("outcome", result.outcome.as_str()), result.named.join(", "))
        });
        rows.push(vec![
            output.t.word("technique", measurement.technique.as_str()),
            measurement.instrument.clone(),
            measurement.file.file_name.clone(),
            measurement.file.sha256.to_string(),
            said.collect::<Vec<_>>().join("; "),
            stored.revision.record.to_string(),
        ]);
    }
    let headings = [
        "cli-column-technique",
        "cli-column-instrument-used",
        "cli-column-file",
        "cli-column-revision",
        "cli-column-says",
        "cli-column-id",
    ];
    output.table(&headings, rows);
}
