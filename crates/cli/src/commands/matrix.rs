//! `tripoint matrix`: the matrices of States, cell by cell and from files.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::{Path, PathBuf};

use app::matrix::{advance, export, import, list, save};
use app::{Offered, Refusal, Seen};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::cell::Mark;
use domain::fault::Fault;
use domain::ids::Id;
use domain::matrix::{Matrix, MatrixStatus};
use domain::owner::StateCode;
use domain::template::Template;
use serde_json::json;

use super::matrix_cells;
use super::naming::find;
use super::noun_file::read_input;
use super::showing::count;
use super::table_file::TableFile;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

/// Largest table that is offered for an import, in bytes.
const LARGEST_TABLE: u64 = 20 * 1024 * 1024;

#[derive(Debug, Subcommand)]
pub enum Command {
    List,
    Begin(Begin),
    Show(matrix_cells::Show),
    Answer(matrix_cells::AnswerCell),
    Import(Import),
    Export(Export),
    History(matrix_cells::History),
    Advance(Advance),
    Compare(matrix_cells::Compare),
}

#[derive(Debug, Args)]
pub struct Begin {
    #[arg(value_name = "STATE")]
    pub state: StateCode,
    #[arg(long, value_name = "KEY[@VERSION]")]
    pub template: Option<String>,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[command(flatten)]
    pub file: TableFile,
}

#[derive(Debug, Args)]
pub struct Advance {
    #[arg(value_name = "MATRIX")]
    pub matrix: String,
    #[arg(value_name = "STATUS", value_parser = words(MatrixStatus::ALL, MatrixStatus::as_str))]
    pub to: MatrixStatus,
    #[arg(long = "version", value_name = "N")]
    pub seen: u32,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List => list_matrices(session, output).await,
        Command::Begin(command) => {
            let template = template_id(session, command.template.as_deref()).await?;
            output.saved(&save::begin(node, actor, command.state, template).await?);
            Ok(())
        }
        Command::Show(command) => matrix_cells::show_matrix(session, &command, output).await,
        Command::Answer(command) => matrix_cells::answer_cell(session, &command, output).await,
        Command::Import(command) => import_matrix(session, &command, output).await,
        Command::Export(command) => {
            let id = matrix_id(session, &command.matrix).await?;
            let file = export::export(node, actor, id, command.file.format, command.file.language(output)).await?;
            command.file.deliver(session, output, file)
        }
        Command::History(command) => matrix_cells::cell_history(session, &command, output).await,
        Command::Advance(command) => {
            let record = matrix_id(session, &command.matrix).await?.record();
            let seen = Seen { record, version: command.seen };
            output.saved(&advance::advance(node, actor, seen, command.to, &command.reason).await?);
            Ok(())
        }
        Command::Compare(command) => matrix_cells::compare_row(session, &command, output).await,
    }
}

pub(super) async fn matrix_id(session: &Session, text: &str) -> Result<Id<Matrix>, CommandError> {
    Ok(Id::new(find(session, Kind::Matrix, text).await?.revision.record))
}

/// The template that is named, else the newest one of the node.
pub(super) async fn template_id(session: &Session, text: Option<&str>) -> Result<Id<Template>, CommandError> {
    let stored = match text {
        Some(text) => find(session, Kind::Template, text).await?,
        None => {
            let newest = app::template::list(&session.node, &session.actor).await?.pop();
            newest.ok_or(Refusal::NotFound("template"))?
        }
    };
    Ok(Id::new(stored.revision.record))
}

async fn list_matrices(session: &Session, output: &Output) -> Result<(), CommandError> {
    let matrices = list::list(&session.node, &session.actor).await?;
    let headings =
        ["cli-column-state", "cli-column-status", "cli-column-marking", "cli-column-version", "cli-column-id"];
    output.listed(&matrices, matrices.len() as u64, &headings, |matrix: &Matrix, stored| {
        vec![
            matrix.state.to_string(),
            output.t.word("matrix-status", matrix.status.as_str()),
            output.marking(&stored.revision.marking),
            stored.revision.version.to_string(),
            stored.revision.record.to_string(),
        ]
    });
    Ok(())
}

/// A table that the person offers.
pub(super) fn offered(path: &Path) -> Result<Offered, CommandError> {
    let bytes = read_input(path, LARGEST_TABLE)?;
    let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Offered { file_name, bytes })
}

/// Says how many records an import changed.
pub(super) fn report_taken(output: &Output, changed: usize) {
    if output.json {
        output.data(&json!({ "changed": changed }));
    } else {
        output.line(&output.t.with("cli-import-changed", &[("changed", count(changed))]));
    }
}

async fn import_matrix(session: &Session, command: &Import, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = matrix_id(session, &command.matrix).await?;
    let file = offered(&command.file)?;
    if !command.check {
        let changed = import::import(node, actor, id, &file).await?;
        report_taken(output, changed);
        return Ok(());
    }
    let preview = import::preview(node, actor, id, &file).await?;
    if preview.faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(preview.faults).into());
    }
    output.warnings(&preview.faults);
    if output.json {
        let changes: Vec<_> = preview
            .changes
            .iter()
            .map(|change| json!({ "cell": change.cell, "before": change.before, "after": change.after }))
            .collect();
        output.data(&json!({ "changes": changes, "unchanged": preview.unchanged, "warnings": preview.faults }));
        return Ok(());
    }
    let rows = preview.changes.iter().map(|change| {
        let before = change.before.as_ref();
        let mark = |mark: Mark| output.t.word("mark", mark.name());
        vec![
            change.cell.to_string(),
            mark(before.map_or(Mark::Blank, |answer| answer.mark)),
            mark(change.after.mark),
            before.map(|answer| output.text_of(&answer.information)).unwrap_or_default(),
            output.text_of(&change.after.information),
        ]
    });
    let headings = [
        "cli-column-cell",
        "cli-column-mark-before",
        "cli-column-mark-after",
        "cli-column-information-before",
        "cli-column-information-after",
    ];
    output.table(&headings, rows.collect());
    let values = [("changed", count(preview.changes.len())), ("unchanged", count(preview.unchanged))];
    output.say("cli-import-would-change", &values);
    Ok(())
}
