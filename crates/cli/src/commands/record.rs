//! `tripoint record`: what can be done with any record: read it and its history, mark it, release a version of it.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::record::{history, mark, release};
use app::{Refusal, Seen};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::marking::{Handling, Marking, Sharing, SharingLevel};
use domain::owner::StateCode;
use serde_json::json;
use store::Stored;

use super::naming::{find, find_any};
use super::showing::{count, record};
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Show(Named),
    History(Named),
    Mark(Mark),
    Release(Release),
}

#[derive(Debug, Args)]
pub struct Named {
    #[arg(value_name = "RECORD")]
    pub record: String,
}

#[derive(Debug, Args)]
pub struct MarkingArguments {
    #[arg(
        long,
        value_name = "HANDLING",
        default_value = "unclassified",
        value_parser = words(Handling::ALL, Handling::as_str)
    )]
    pub handling: Handling,
    #[arg(long, value_name = "SHARING", value_parser = words(SharingLevel::ALL, SharingLevel::as_str))]
    pub sharing: SharingLevel,
    #[arg(long = "group", value_name = "STATE", value_delimiter = ',')]
    pub group: Vec<StateCode>,
    #[arg(long, value_name = "KEY")]
    pub round: Option<String>,
}

#[derive(Debug, Args)]
pub struct Mark {
    #[arg(value_name = "RECORD")]
    pub record: String,
    #[command(flatten)]
    pub marking: MarkingArguments,
    #[arg(long = "version", value_name = "N")]
    pub seen: u32,
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Release {
    #[arg(value_name = "RECORD")]
    pub record: String,
    #[arg(long = "version", value_name = "N")]
    pub seen: u32,
    #[arg(long, value_name = "TEXT")]
    pub recipient: String,
    #[arg(long, value_name = "TEXT")]
    pub purpose: String,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::Show(command) => {
            let stored = find_any(session, &command.record).await?;
            show(&stored, output);
        }
        Command::History(command) => {
            let id = find_any(session, &command.record).await?.revision.record;
            history_of(session, id, output, |_| String::new()).await?;
        }
        Command::Mark(command) => {
            let record = find_any(session, &command.record).await?.revision.record;
            let marking = command.marking.read(session).await?;
            let seen = Seen { record, version: command.seen };
            let changed = mark::mark(node, actor, seen, marking, &command.reason).await?;
            if output.json {
                output.data(&json!({ "changed": changed }));
            } else {
                output.line(&output.t.with("cli-marked", &[("changed", count(changed))]));
            }
        }
        Command::Release(command) => {
            let record = find_any(session, &command.record).await?.revision.record;
            let (recipient, purpose) = (&command.recipient, &command.purpose);
            output.saved(&release::release(node, actor, record, command.seen, recipient, purpose).await?);
        }
    }
    Ok(())
}

impl MarkingArguments {
    pub(super) async fn read(&self, session: &Session) -> Result<Marking, CommandError> {
        let round = match &self.round {
            Some(key) => Some(Id::new(find(session, Kind::Round, key).await?.revision.record)),
            None => None,
        };
        let sharing = match self.sharing {
            SharingLevel::National => Sharing::National,
            SharingLevel::Group => Sharing::Group { states: self.group.iter().cloned().collect() },
            SharingLevel::Round => {
                let missing = || Refusal::fault(Fault::error("field-missing").at("round"));
                Sharing::Round { round: round.ok_or_else(missing)? }
            }
            SharingLevel::Committee => Sharing::Committee { round },
            SharingLevel::Public => Sharing::Public,
        };
        Ok(Marking { handling: self.handling, sharing })
    }
}

/// A record of any kind. What it says is shown as the file that a saving command takes.
fn show(stored: &Stored, output: &Output) {
    let data = record(stored);
    if output.json {
        output.data(&data);
        return;
    }
    let pairs = [
        ("cli-column-kind", output.t.word("kind", stored.revision.body.kind().as_str())),
        ("cli-column-revision", stored.hash.to_string()),
    ];
    output.head(&pairs, stored);
    output.line("");
    output.data(&data["body"]);
}

/// Every version of a record with who wrote it, when and why, newest first; `what` tells what a version says.
pub(super) async fn history_of(
    session: &Session,
    id: RecordId,
    output: &Output,
    what: impl Fn(&Stored) -> String,
) -> Result<(), CommandError> {
    let versions = history::history(&session.node, &session.actor, id).await?;
    if output.json {
        let versions: Vec<_> =
            versions.iter().map(|(stored, act)| json!({ "record": record(stored), "act": act })).collect();
        output.data(&json!({ "versions": versions }));
        return Ok(());
    }
    let rows = versions.iter().map(|(stored, act)| {
        vec![
            stored.revision.version.to_string(),
            output.t.instant(act.instant),
            act.person.login.clone(),
            output.t.verb(act.verb),
            what(stored),
            act.reason.clone(),
        ]
    });
    let headings = [
        "cli-column-version",
        "cli-column-instant",
        "cli-column-login",
        "cli-column-act",
        "cli-column-says",
        "cli-column-reason",
    ];
    output.table(&headings, rows.collect());
    Ok(())
}
