//! `tripoint plan`: action plans.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::PathBuf;

use app::Exported;
use app::plan::{export, import, list, save, show};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::Id;
use domain::language::Language;
use domain::measure::Measure;
use domain::plan::Plan;
use serde_json::json;

use super::matrix::{offered, report_taken};
use super::naming::find;
use super::noun_file::NounFile;
use super::showing::{count, deliver, record, records};
use super::table_file::TableFile;
use super::words::languages;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List,
    Save(NounFile),
    Show(Show),
    Import(Import),
    Export(Export),
    Overdue,
    Timeline(Timeline),
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "PLAN")]
    pub plan: String,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[command(flatten)]
    pub file: TableFile,
}

#[derive(Debug, Args)]
pub struct Timeline {
    #[arg(value_name = "PLAN")]
    pub plan: String,
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    pub language: Option<Language>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List => list_plans(session, output).await,
        Command::Save(file) => {
            let (plan, seen) = file.read(session).await?;
            output.saved(&save::save(node, actor, plan, seen).await?);
            Ok(())
        }
        Command::Show(command) => show_plan(session, &command, output).await,
        Command::Import(command) => import_plan(session, &command, output).await,
        Command::Export(command) => {
            let id = plan_id(session, &command.plan).await?;
            let file = export::export(node, actor, id, command.file.format, command.file.language(output)).await?;
            command.file.deliver(session, output, file)
        }
        Command::Overdue => overdue(session, output).await,
        Command::Timeline(command) => {
            let stored = find(session, Kind::Plan, &command.plan).await?;
            let language = command.language.unwrap_or(output.t.language());
            let svg = export::timeline(node, actor, Id::new(stored.revision.record), language).await?;
            let file = Exported {
                file_name: format!("timeline-{}-{language}.svg", stored.revision.owner).to_lowercase(),
                media_type: "image/svg+xml".to_owned(),
                bytes: svg.into_bytes(),
            };
            deliver(session, output, &[file], command.out.as_deref())
        }
    }
}

async fn plan_id(session: &Session, text: &str) -> Result<Id<Plan>, CommandError> {
    Ok(Id::new(find(session, Kind::Plan, text).await?.revision.record))
}

async fn list_plans(session: &Session, output: &Output) -> Result<(), CommandError> {
    let plans = list::list(&session.node, &session.actor).await?;
    let headings = [
        "cli-column-state",
        "cli-column-title",
        "cli-column-start",
        "cli-column-end",
        "cli-column-version",
        "cli-column-id",
    ];
    output.listed(&plans, plans.len() as u64, &headings, |plan: &Plan, stored| {
        vec![
            plan.state.to_string(),
            output.text_of(&plan.title),
            output.t.partial_date(plan.start),
            output.t.partial_date(plan.end),
            stored.revision.version.to_string(),
            stored.revision.record.to_string(),
        ]
    });
    Ok(())
}

/// The columns in which measures are listed.
const MEASURE_HEADINGS: [&str; 5] =
    ["cli-column-number", "cli-column-text", "cli-column-lead", "cli-column-time-frame", "cli-column-status"];

fn measure_row(output: &Output, measure: &Measure, number: String) -> Vec<String> {
    vec![
        number,
        output.text_of(&measure.text),
        output.text_of(&measure.lead),
        output.time_frame(&measure.time_frame),
        output.t.word("progress-status", measure.status.as_str()),
    ]
}

async fn show_plan(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    let id = plan_id(session, &command.plan).await?;
    let view = show::show(&session.node, &session.actor, id).await?;
    if output.json {
        let progress: Vec<_> = view.progress.values().flatten().cloned().collect();
        output.data(&json!({
            "plan": record(&view.plan),
            "measures": records(&view.measures),
            "progress": records(&progress),
        }));
        return Ok(());
    }
    let Some(plan) = view.plan.noun::<Plan>() else { return Ok(()) };
    let pairs = [
        ("cli-column-state", plan.state.to_string()),
        ("cli-column-title", output.text_of(&plan.title)),
        ("cli-column-instrument", output.text_of(&plan.instrument)),
        ("cli-column-start", output.t.partial_date(plan.start)),
        ("cli-column-end", output.t.partial_date(plan.end)),
    ];
    output.head(&pairs, &view.plan);
    output.line("");
    let measures = view.measures.iter().filter_map(|stored| stored.noun::<Measure>());
    let rows = measures.map(|measure| measure_row(output, measure, measure.number.clone())).collect();
    output.table(&MEASURE_HEADINGS, rows);
    Ok(())
}

async fn import_plan(session: &Session, command: &Import, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    let id = plan_id(session, &command.plan).await?;
    let file = offered(&command.file)?;
    if !command.check {
        let changed = import::import(node, actor, id, &file).await?;
        report_taken(output, changed);
        return Ok(());
    }
    let preview = import::preview(node, actor, id, &file).await?;
    if preview.faults.iter().any(Fault::is_error) {
        return Err(app::Refusal::Invalid(preview.faults).into());
    }
    output.warnings(&preview.faults);
    if output.json {
        let changes: Vec<_> = preview
            .changes
            .iter()
            .map(|change| json!({ "number": change.after.number, "before": change.before, "after": change.after }))
            .collect();
        output.data(&json!({ "changes": changes, "unchanged": preview.unchanged, "warnings": preview.faults }));
        return Ok(());
    }
    let rows = preview.changes.iter().map(|change| {
        let what = if change.before.is_some() { "cli-change-changed" } else { "cli-change-new" };
        vec![change.after.number.clone(), output.t.text(what), output.text_of(&change.after.text)]
    });
    output.table(&["cli-column-number", "cli-column-change", "cli-column-text"], rows.collect());
    let values = [("changed", count(preview.changes.len())), ("unchanged", count(preview.unchanged))];
    output.say("cli-import-would-change", &values);
    Ok(())
}

async fn overdue(session: &Session, output: &Output) -> Result<(), CommandError> {
    let measures = list::overdue(&session.node, &session.actor, None).await?;
    output.listed(&measures, measures.len() as u64, &MEASURE_HEADINGS, |measure: &Measure, stored| {
        measure_row(output, measure, format!("{}:{}", stored.revision.owner, measure.number))
    });
    Ok(())
}
