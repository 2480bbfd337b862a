//! `tripoint report`: building the report of a round, and taking the files of one that was built.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::PathBuf;

use app::report::build::{BuildReport, build};
use app::report::open;
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::ids::Id;
use domain::index::Index;
use domain::language::Language;
use domain::report::{Report, ReportScope};
use serde_json::json;

use super::naming::find;
use super::showing::{deliver, record};
use super::words::{languages, words};
use crate::commands::Session;
use crate::output::{CommandError, Output};
use crate::progress;

#[derive(Debug, Subcommand)]
pub enum Command {
    Build(Build),
    List,
    Show(Show),
    Open(Open),
}

#[derive(Debug, Args)]
pub struct Build {
    #[arg(long, value_name = "KEY")]
    pub round: Option<String>,
    #[arg(long, value_name = "SCOPE", value_parser = words(ReportScope::ALL, ReportScope::as_str))]
    pub scope: Option<ReportScope>,
    #[arg(long = "language", value_name = "LANGUAGE", value_parser = languages())]
    pub languages: Vec<Language>,
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID")]
    pub report: String,
}

#[derive(Debug, Args)]
pub struct Open {
    #[arg(value_name = "ID")]
    pub report: String,
    #[arg(value_name = "NAME")]
    pub files: Vec<String>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::Build(command) => build_report(session, command, output).await,
        Command::List => list(session, output).await,
        Command::Show(command) => show(session, &command, output).await,
        Command::Open(command) => open_files(session, command, output).await,
    }
}

async fn build_report(session: &Session, command: Build, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let round = match &command.round {
        Some(key) => find(session, Kind::Round, key).await?,
        None => app::round::show::find(node, actor, None).await?,
    };
    let languages = if command.languages.is_empty() { vec![Language::EN, Language::RU] } else { command.languages };
    let input = BuildReport { round: Id::new(round.revision.record), scope: command.scope, languages };
    let bar = progress::step(output, "cli-building-report");
    let built = build(node, actor, &input).await;
    bar.finish_and_clear();
    let built = built?;
    let folder = command.out.unwrap_or_else(|| session.folder.out());
    if !output.json {
        return deliver(session, output, &built.files, Some(&folder));
    }
    let mut files = Vec::new();
    for file in &built.files {
        let path = folder.join(&file.file_name);
        crate::node_folder::write_file(&path, &file.bytes)?;
        files.push(path.display().to_string());
    }
    output.data(&json!({ "report": record(&built.report), "files": files }));
    Ok(())
}

async fn list(session: &Session, output: &Output) -> Result<(), CommandError> {
    let reports = open::list(&session.node, &session.actor).await?;
    let mut rounds = std::collections::BTreeMap::new();
    if !output.json {
        for round in app::round::list::list(&session.node, &session.actor).await? {
            rounds.insert(round.revision.record, Index::of(&round.revision).name);
        }
    }
    let headings =
        ["cli-column-round", "cli-column-scope", "cli-column-languages", "cli-column-files", "cli-column-id"];
    output.listed(&reports, reports.len() as u64, &headings, |report: &Report, stored| {
        let languages: Vec<&str> = report.languages.iter().map(Language::as_str).collect();
        let files: Vec<&str> = report.files.iter().map(|file| file.name.as_str()).collect();
        vec![
            rounds.get(&report.round.record()).cloned().unwrap_or_default(),
            output.t.word("report-scope", report.scope.as_str()),
            languages.join(", "),
            files.join("\n"),
            stored.revision.record.to_string(),
        ]
    });
    Ok(())
}

/// One report, and whether what it rests on has changed since.
async fn show(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = Id::new(find(session, Kind::Report, &command.report).await?.revision.record);
    let stored = open::show(node, actor, id).await?;
    let Some(report) = stored.noun::<Report>() else { return Ok(()) };
    let basis = open::basis(node, actor, report).await?;
    let changed: Vec<_> = basis.iter().filter(|basis| basis.changed()).collect();
    if output.json {
        let changed: Vec<_> =
            changed.iter().map(|of| json!({ "record": of.now.record, "kind": of.now.kind, "name": of.now.name, "version": of.now.version, "version_used": of.version })).collect();
        output.data(&json!({ "report": record(&stored), "changed_since": changed }));
        return Ok(());
    }
    output.head(&[("cli-column-scope", output.t.word("report-scope", report.scope.as_str()))], &stored);
    output.heading("cli-heading-files");
    for file in &report.files {
        output.line(&format!("{}  {}  {}", file.sha256, output.t.bytes(file.length), file.name));
    }
    let total = report.basis.len();
    output.say("cli-report-basis", &[("total", total.into()), ("changed", changed.len().into())]);
    Ok(())
}

async fn open_files(session: &Session, command: Open, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = Id::new(find(session, Kind::Report, &command.report).await?.revision.record);
    let names = if command.files.is_empty() {
        let stored = open::show(node, actor, id).await?;
        let files = stored.noun::<Report>().map(|report| report.files.clone()).unwrap_or_default();
        files.into_iter().map(|file| file.name).collect()
    } else {
        command.files
    };
    let mut files = Vec::new();
    for name in &names {
        files.push(open::open(node, actor, id, name).await?);
    }
    deliver(session, output, &files, command.out.as_deref())
}
