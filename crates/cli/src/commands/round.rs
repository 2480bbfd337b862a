//! `tripoint round`: the meetings of a review, whole from a folder or part by part.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::PathBuf;

use app::round::export::{RoundTable, export};
use app::round::import::{RoundImported, import};
use app::round::parts::{save_participant, save_programme_item, save_visit, save_visit_account};
use app::round::{list, save};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::ids::Id;
use domain::round::Round;
use serde_json::json;

use super::naming::find;
use super::noun_file::NounFile;
use super::record::MarkingArguments;
use super::round_show::show_round;
use super::showing::count;
use super::table_file::TableFile;
use super::words::words;
use crate::commands::Session;
use crate::folder_files::read_folder;
use crate::output::{CommandError, Output};
use crate::progress;

#[derive(Debug, Subcommand)]
pub enum Command {
    Import(Import),
    List,
    Show(Show),
    Export(Export),
    Save(NounFile),
    SaveProgrammeItem(NounFile),
    SaveParticipant(NounFile),
    SaveVisit(NounFile),
    SaveVisitAccount(SaveVisitAccount),
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    #[arg(long)]
    pub check: bool,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "KEY")]
    pub round: Option<String>,
}

#[derive(Debug, Args)]
pub struct Export {
    #[arg(value_name = "KEY")]
    pub round: String,
    #[arg(value_name = "TABLE", value_parser = words(RoundTable::ALL, RoundTable::as_str))]
    pub table: RoundTable,
    #[command(flatten)]
    pub file: TableFile,
}

#[derive(Debug, Args)]
pub struct SaveVisitAccount {
    #[command(flatten)]
    pub noun: NounFile,
    #[command(flatten)]
    pub marking: MarkingArguments,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::Import(command) => return import_round(session, &command, output).await,
        Command::List => {
            let rounds = list::list(node, actor).await?;
            let headings =
                ["cli-column-key", "cli-column-title", "cli-column-place", "cli-column-dates", "cli-column-states"];
            output.listed(&rounds, rounds.len() as u64, &headings, |round: &Round, _| {
                let states: Vec<&str> = round.states.iter().map(|state| state.code.as_str()).collect();
                vec![
                    round.key.clone(),
                    output.text_of(&round.title),
                    output.text_of(&round.place),
                    output.t.dates(round.start, round.end),
                    states.join(", "),
                ]
            });
        }
        Command::Show(command) => return show_round(session, command.round.as_deref(), output).await,
        Command::Export(command) => {
            let id = Id::new(find(session, Kind::Round, &command.round).await?.revision.record);
            let file =
                export(node, actor, id, command.table, command.file.format, command.file.language(output)).await?;
            command.file.deliver(session, output, file)?;
        }
        Command::Save(file) => {
            let (round, seen) = file.read(session).await?;
            output.saved(&save::save(node, actor, round, seen).await?);
        }
        Command::SaveProgrammeItem(file) => {
            let (item, seen) = file.read(session).await?;
            output.saved(&save_programme_item(node, actor, item, seen).await?);
        }
        Command::SaveParticipant(file) => {
            let (participant, seen) = file.read(session).await?;
            output.saved(&save_participant(node, actor, participant, seen).await?);
        }
        Command::SaveVisit(file) => {
            let (visit, seen) = file.read(session).await?;
            output.saved(&save_visit(node, actor, visit, seen).await?);
        }
        Command::SaveVisitAccount(command) => {
            let (account, seen) = command.noun.read(session).await?;
            let marking = command.marking.read(session).await?;
            output.saved(&save_visit_account(node, actor, account, marking, seen).await?);
        }
    }
    Ok(())
}

async fn import_round(session: &Session, command: &Import, output: &Output) -> Result<(), CommandError> {
    let files = read_folder(&command.folder)?;
    let bar = progress::step(output, if command.check { "cli-checking-round" } else { "cli-importing-round" });
    let imported = import(&session.node, &session.actor, &files, command.check).await;
    bar.finish_and_clear();
    let imported = imported?;
    output.warnings(&imported.warnings);
    if output.json {
        print_data(&imported, command.check, output);
        return Ok(());
    }
    for (kind, number) in &imported.counts {
        let kind = output.t.word("kind", kind.as_str());
        output.line(&format!("{number:>6}  {kind}"));
    }
    let keys: Vec<&str> = imported.rounds.iter().map(|(_, key)| key.as_str()).collect();
    let message = if command.check { "cli-round-would-import" } else { "cli-round-imported" };
    output.say(message, &[("rounds", keys.join(", ").into()), ("count", count(imported.counts.values().sum()))]);
    Ok(())
}

fn print_data(imported: &RoundImported, check: bool, output: &Output) {
    let rounds: Vec<_> = imported.rounds.iter().map(|(id, key)| json!({ "id": id, "key": key })).collect();
    output.data(&json!({
        "stored": !check,
        "rounds": rounds,
        "counts": imported.counts,
        "warnings": imported.warnings,
    }));
}
