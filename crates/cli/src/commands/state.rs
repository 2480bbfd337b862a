//! `tripoint state`: the States of the node and their names.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use clap::Subcommand;
use domain::state::State;

use super::noun_file::NounFile;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List,
    Save(NounFile),
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::List => {
            let states = app::state::list(&session.node, &session.actor).await?;
            let headings = ["cli-column-code", "cli-column-name", "cli-column-formal-name", "cli-column-fictitious"];
            output.listed(&states, states.len() as u64, &headings, |state: &State, _| {
                let fictitious = if state.fictitious { output.t.text("cli-yes") } else { String::new() };
                vec![state.code.to_string(), output.text_of(&state.short), output.text_of(&state.formal), fictitious]
            });
        }
        Command::Save(file) => {
            let (state, seen) = file.read(session).await?;
            output.saved(&app::state::save(&session.node, &session.actor, state, seen).await?);
        }
    }
    Ok(())
}
