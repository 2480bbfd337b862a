//! `tripoint finding`: what a round noted.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use app::finding::FindingFilter;
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::finding::{Finding, FindingKind};
use domain::ids::Id;
use domain::index::Index;
use domain::owner::StateCode;

use super::naming::find;
use super::noun_file::NounFileWithReason;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Save(NounFileWithReason),
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "KEY")]
    pub round: Option<String>,
    #[arg(long, value_name = "KIND", value_parser = words(FindingKind::ALL, FindingKind::as_str))]
    pub kind: Option<FindingKind>,
    #[arg(long, value_name = "KEY")]
    pub theme: Option<String>,
    #[arg(long, value_name = "STATE")]
    pub state: Option<StateCode>,
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<u32>,
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub offset: u32,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::List(command) => list(session, command, output).await,
        Command::Save(file) => {
            let (finding, seen) = file.noun.read(session).await?;
            output.saved(&app::finding::save(&session.node, &session.actor, finding, seen, &file.reason).await?);
            Ok(())
        }
    }
}

async fn list(session: &Session, command: List, output: &Output) -> Result<(), CommandError> {
    let round = match &command.round {
        Some(key) => Some(Id::new(find(session, Kind::Round, key).await?.revision.record)),
        None => None,
    };
    let filter = FindingFilter {
        round,
        kind: command.kind,
        theme: command.theme,
        state: command.state,
        text: command.text,
        limit: command.limit,
        offset: command.offset,
    };
    let page = app::finding::list(&session.node, &session.actor, &filter).await?;
    let mut rounds = std::collections::BTreeMap::new();
    for round in app::round::list::list(&session.node, &session.actor).await? {
        rounds.insert(round.revision.record, Index::of(&round.revision).name);
    }
    let headings = ["cli-column-number", "cli-column-kind", "cli-column-theme", "cli-column-states", "cli-column-text"];
    output.listed(&page.records, page.total, &headings, |finding: &Finding, _| {
        let states: Vec<&str> = finding.states.iter().map(StateCode::as_str).collect();
        let text = if finding.title.is_empty() { &finding.text } else { &finding.title };
        vec![
            match rounds.get(&finding.round.record()) {
                Some(round) => format!("{round}:{}", finding.number),
                None => finding.number.to_string(),
            },
            output.t.word("finding-kind", finding.kind.as_str()),
            finding.theme.clone().unwrap_or_default(),
            states.join(", "),
            output.text_of(text),
        ]
    });
    Ok(())
}
