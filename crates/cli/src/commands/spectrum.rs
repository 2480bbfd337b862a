//! `tripoint spectrum`: instruments' files. Reading and converting need no node.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli-commands.ftl")]

use std::path::PathBuf;

use app::Offered;
use app::spectrum::report::{Case, ReportFormat, set};
use app::spectrum::{examined, told};
use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use report::measurement::finding_text;
use serde_json::json;
use spectra::finding::{Finding, Severity};
use spectra::format::{self, FILE_LIMIT, NotASpectrum};
use spectra::spectrum::{Spectrum, SpectrumFile};

use super::noun_file::read_input;
use super::spectrum_identify;
use super::words::words;
use crate::node_folder::write_file;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Read(Read),
    Convert(Convert),
    Identify(Identify),
    Report(Report),
    Eval(Eval),
}

#[derive(Debug, Args)]
pub struct Read {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Convert {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "n42|csv", value_enum)]
    pub to: Target,
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Identify {
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub background: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Report {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "FILE")]
    pub background: Option<PathBuf>,
    #[arg(long, value_name = "N")]
    pub record: Option<usize>,
    #[arg(long, value_name = "pdf|docx", default_value_t = ReportFormat::Pdf, value_parser = words(ReportFormat::ALL, ReportFormat::as_str))]
    pub format: ReportFormat,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Eval {
    #[arg(long, value_name = "FILE")]
    pub truth: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub dir: PathBuf,
    #[arg(long)]
    pub each: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    N42,
    Csv,
}

/// Carries a command out. `today` is the date of a report.
pub(super) fn run(command: &Command, today: Date, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::Read(command) => read(command, output),
        Command::Convert(command) => convert(command, output),
        Command::Identify(command) => spectrum_identify::identify(command, output),
        Command::Report(command) => report(command, today, output),
        Command::Eval(command) => spectrum_identify::eval(command, output),
    }
}

fn read(command: &Read, output: &Output) -> Result<(), CommandError> {
    let mut failed = 0;
    for path in &command.files {
        let name = path.display().to_string();
        let read = read_spectra(path);
        if output.json {
            // One line a file, so that many files can be read as they come.
            output.data_line(&match &read {
                Ok((file, findings)) => told::described(&name, file, findings, output.t),
                Err(error) => json!({ "file": name, "error": code_of(error), "message": output.told(error) }),
            });
        } else if let Ok((file, findings)) = &read {
            shown(&name, file, findings, command.files.len() > 1, output);
        } else if let Err(error) = &read
            && command.files.len() > 1
        {
            output.error(error);
        }
        if let Err(error) = read {
            failed += 1;
            if command.files.len() == 1 && !output.json {
                return Err(error);
            }
        }
    }
    if failed > 0 { Err(CommandError::FilesNotRead { failed, of: command.files.len() }) } else { Ok(()) }
}

fn convert(command: &Convert, output: &Output) -> Result<(), CommandError> {
    let (file, findings) = read_spectra(&command.file)?;
    told(&findings, output);
    let text = match command.to {
        Target::N42 => format::to_n42(&file, &format!("Tripoint {}", env!("CARGO_PKG_VERSION"))),
        Target::Csv => format::to_csv(&file),
    };
    match command.out.as_ref().filter(|path| path.as_os_str() != "-") {
        Some(path) => write_file(path, text.as_bytes()),
        None => {
            output.bytes(text.as_bytes());
            Ok(())
        }
    }
}

/// The report of a measurement with its plot, in the language that is asked for.
fn report(command: &Report, today: Date, output: &Output) -> Result<(), CommandError> {
    let given = |path: &std::path::Path| -> Result<Offered, CommandError> {
        let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(Offered { file_name, bytes: read_input(path, FILE_LIMIT as u64)? })
    };
    let background = command.background.as_deref().map(given).transpose()?;
    let examined = examined(&given(&command.file)?, background.as_ref(), command.record)?;
    let made = set(&examined, &Case::default(), today, command.format, output.t.language())?;
    match &command.out {
        Some(path) if path.as_os_str() == "-" => {
            output.bytes(&made.bytes);
            Ok(())
        }
        Some(path) => write_file(path, &made.bytes),
        None => write_file(std::path::Path::new(&made.file_name), &made.bytes),
    }
}

/// Reads one file; `-` is standard input.
pub(super) fn read_spectra(path: &std::path::Path) -> Result<(SpectrumFile, Vec<Finding>), CommandError> {
    let bytes = read_input(path, FILE_LIMIT as u64)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    format::read(&bytes, name.as_deref())
        .map_err(|source| CommandError::NotASpectrum { path: path.display().to_string(), source })
}

/// A stable word for why a file was not read.
pub(super) fn code_of(error: &CommandError) -> &'static str {
    match error {
        CommandError::NotASpectrum { source, .. } => source.code(),
        CommandError::TooLarge { .. } => NotASpectrum::TooLarge.code(),
        CommandError::File { code, .. } => code,
        _ => "not-read",
    }
}

/// The findings as messages beside the data.
pub(super) fn told(findings: &[Finding], output: &Output) {
    for finding in findings {
        let label = match finding.severity {
            Severity::Note => "cli-spectrum-note",
            Severity::Warning => "cli-warning",
            Severity::Error => "cli-error",
        };
        let place = if finding.place.is_empty() { String::new() } else { format!("{}: ", finding.place) };
        output.message(&format!("{}: {place}{}", output.t.text(label), finding_text(finding, output.t)));
    }
}

fn shown(name: &str, file: &SpectrumFile, findings: &[Finding], several: bool, output: &Output) {
    if several {
        output.line(name);
    }
    let instrument = [&file.instrument.manufacturer, &file.instrument.model, &file.instrument.serial];
    let instrument: Vec<&str> = instrument.into_iter().flatten().map(String::as_str).collect();
    output.pairs(&[
        ("cli-column-format", file.format.clone()),
        ("cli-column-instrument-used", instrument.join(", ")),
        ("cli-column-class", file.instrument.class.clone().unwrap_or_default()),
        ("cli-column-remarks", file.remarks.join("; ")),
    ]);
    let headings = [
        "cli-column-number",
        "cli-column-role",
        "cli-column-title",
        "cli-column-detector",
        "cli-column-start",
        "cli-column-live-time",
        "cli-column-real-time",
        "cli-column-channels",
        "cli-column-counts",
        "cli-column-energies",
        "cli-column-neutrons",
        "cli-column-dose-rate",
        "cli-column-alarms",
    ];
    let rows = file.spectra.iter().enumerate().map(|(n, spectrum)| row(n + 1, spectrum, output));
    output.table(&headings, rows.collect());
    for result in &file.instrument_results {
        let said = [Some(&result.nuclide), result.confidence.as_ref(), result.category.as_ref()];
        let said: Vec<&str> = said.into_iter().flatten().map(String::as_str).collect();
        output.line(&format!("{}: {}", output.t.text("cli-spectrum-instrument-says"), said.join(", ")));
    }
    told(findings, output);
}

fn row(number: usize, spectrum: &Spectrum, output: &Output) -> Vec<String> {
    let seconds = |time: Option<f64>| time.map(|time| format!("{time:.3}")).unwrap_or_default();
    let edges = spectrum.calibration.edges(spectrum.counts.len());
    let range = edges.as_deref().and_then(|edges| Some((edges.first()?, edges.last()?)));
    let role = serde_json::to_value(spectrum.role).ok().and_then(|role| role.as_str().map(str::to_owned));
    let detector = [spectrum.detector.name.as_deref(), spectrum.detector.described.as_deref()];
    vec![
        number.to_string(),
        output.t.text(&format!("spectrum-role-{}", role.unwrap_or_default())),
        spectrum.title.clone().unwrap_or_default(),
        detector.into_iter().flatten().collect::<Vec<_>>().join(", "),
        spectrum.started.map(|started| started.to_string()).unwrap_or_default(),
        seconds(spectrum.live_time),
        seconds(spectrum.real_time),
        spectrum.counts.len().to_string(),
        format!("{:.0}", spectrum.counts.iter().sum::<f64>()),
        range.map(|(first, last)| format!("{first:.1} … {last:.1}")).unwrap_or_default(),
        spectrum.neutrons.map(|neutrons| neutrons.counts.to_string()).unwrap_or_default(),
        spectrum.dose_rate.map(|rate| format!("{rate:.3}")).unwrap_or_default(),
        spectrum.alarms.join("; "),
    ]
}
