//! `tripoint register`: the acts of the node, its signed checkpoint, and proofs that an act is in it.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::{ActQuery, Refusal};
use clap::{Args, Subcommand};
use domain::act::Verb;
use domain::body::Kind;
use serde_json::json;

use super::naming::{find, find_any};
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Acts(Acts),
    Head,
    Prove(Prove),
}

#[derive(Debug, Args)]
pub struct Acts {
    #[arg(long, value_name = "RECORD")]
    pub record: Option<String>,
    #[arg(long, value_name = "LOGIN")]
    pub account: Option<String>,
    #[arg(long, value_name = "ACT", value_parser = words(Verb::ALL, Verb::as_str))]
    pub act: Option<Verb>,
    #[arg(long, value_name = "SEQUENCE")]
    pub before: Option<u64>,
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub limit: u32,
}

#[derive(Debug, Args)]
pub struct Prove {
    #[arg(value_name = "SEQUENCE")]
    pub sequence: u64,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::Acts(command) => acts(session, &command, output).await,
        Command::Head => head(session, output).await,
        Command::Prove(command) => prove(session, &command, output).await,
    }
}

async fn acts(session: &Session, command: &Acts, output: &Output) -> Result<(), CommandError> {
    let record = match &command.record {
        Some(record) => Some(find_any(session, record).await?.revision.record),
        None => None,
    };
    let account = match &command.account {
        Some(login) => Some(find(session, Kind::Account, login).await?.revision.record),
        None => None,
    };
    let query =
        ActQuery { record, account, verb: command.act, before: command.before, audiences: None, limit: command.limit };
    let acts = app::register::acts(&session.node, &session.actor, query).await?;
    if output.json {
        let acts: Vec<_> = acts.iter().map(|(act, leaf)| json!({ "act": act, "leaf": leaf })).collect();
        output.data(&json!({ "acts": acts }));
        return Ok(());
    }
    let rows = acts.iter().map(|(act, _)| {
        let record = act.record.as_ref();
        vec![
            act.sequence.to_string(),
            output.t.instant(act.instant),
            act.person.login.clone(),
            output.t.verb(act.verb),
            record.map(|record| format!("{} ({})", record.id, record.version)).unwrap_or_default(),
            act.reason.clone(),
        ]
    });
    let headings = [
        "cli-column-sequence",
        "cli-column-instant",
        "cli-column-login",
        "cli-column-act",
        "cli-column-record",
        "cli-column-reason",
    ];
    output.table(&headings, rows.collect());
    Ok(())
}

/// The signed checkpoint, exactly as it is signed: what somebody outside keeps.
async fn head(session: &Session, output: &Output) -> Result<(), CommandError> {
    let head = app::register::head(&session.node, &session.actor).await?.ok_or(Refusal::NotFound("act"))?;
    if output.json {
        output.data(&json!({
            "size": head.size,
            "root": head.root,
            "checkpoint": head.checkpoint,
            "key": session.node.verifier().to_text(),
        }));
    } else {
        output.bytes(head.checkpoint.as_bytes());
    }
    Ok(())
}

async fn prove(session: &Session, command: &Prove, output: &Output) -> Result<(), CommandError> {
    let proof = app::register::prove(&session.node, &session.actor, command.sequence).await?;
    let (act, leaf) = &proof.act;
    if output.json {
        output.data(&json!({
            "act": act,
            "leaf": leaf,
            "path": proof.path,
            "checkpoint": proof.checkpoint,
            "key": session.node.verifier().to_text(),
        }));
        return Ok(());
    }
    output.pairs(&[
        ("cli-column-sequence", act.sequence.to_string()),
        ("cli-column-instant", output.t.instant(act.instant)),
        ("cli-column-login", act.person.login.clone()),
        ("cli-column-act", output.t.verb(act.verb)),
        ("cli-column-leaf", leaf.to_string()),
    ]);
    output.heading("cli-heading-path");
    for hash in &proof.path {
        output.line(&hash.to_string());
    }
    output.heading("cli-heading-checkpoint");
    output.bytes(proof.checkpoint.as_bytes());
    Ok(())
}
