//! `tripoint progress`: reporting progress on a measure or a recommendation.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use clap::{Args, Subcommand};
use domain::document::Document;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::StateCode;
use domain::progress::{Progress, ProgressStatus};
use jiff::civil::Date;
use store::Stored;

use super::naming::find_reportable;
use super::showing::localized;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Add(Add),
}

#[derive(Debug, Args)]
pub struct Add {
    #[arg(value_name = "MEASURE|RECOMMENDATION")]
    pub about: String,
    #[arg(long, value_name = "STATUS", value_parser = words(ProgressStatus::ALL, ProgressStatus::as_str))]
    pub status: ProgressStatus,
    #[arg(long, value_name = "TEXT", required_unless_present = "text_ru")]
    pub text_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub text_ru: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    #[arg(long, value_name = "STATE")]
    pub state: Option<StateCode>,
    #[arg(long = "evidence", value_name = "ID")]
    pub evidence: Vec<Id<Document>>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let Command::Add(command) = command;
    let about = find_reportable(session, &command.about).await?;
    let state = command.state.clone().or_else(|| state_of(session, &about));
    let state = state.ok_or_else(|| app::Refusal::fault(Fault::error("field-missing").at("state")))?;
    let entry = Progress {
        about: about.revision.record,
        state,
        date: command.date.unwrap_or_else(|| session.node.surroundings.today()),
        status: command.status,
        text: localized(command.text_en.as_deref(), command.text_ru.as_deref()),
        evidence: command.evidence,
    };
    output.saved(&app::plan::progress::add(&session.node, &session.actor, entry).await?);
    Ok(())
}

/// The State that reports when none is named: the owner of the measure, else the State of the person.
fn state_of(session: &Session, about: &Stored) -> Option<StateCode> {
    about.revision.owner.state().or(session.actor.state.as_ref()).cloned()
}
