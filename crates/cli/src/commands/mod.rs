//! The commands: for each noun a file, for the node itself a file a verb.

pub mod account;
pub mod determination;
pub mod document;
pub mod finding;
pub mod goods;
pub mod list;
pub mod matrix;
pub mod measure;
pub mod party;
pub mod plan;
pub mod progress;
pub mod recommendation;
pub mod record;
pub mod register;
pub mod report;
pub mod round;
pub mod sample;
pub mod spectrum;
pub mod state;
pub mod template;

mod backup;
mod demo;
mod demo_sample;
mod goods_lists;
mod init;
mod json_text;
mod matrix_cells;
mod naming;
mod noun_file;
mod party_lines;
mod party_list;
mod party_screening;
mod restore;
mod round_show;
mod serve;
mod showing;
mod spectrum_identify;
mod table_file;
mod verify;
mod words;

use std::path::PathBuf;

use app::{Actor, Node, setup};

use crate::Rim;
use crate::arguments::{Arguments, Command, Global};
use crate::node_folder::NodeFolder;
use crate::output::{CommandError, Output};

/// An open node and the person who acts on it: what most commands begin with.
pub(crate) struct Session {
    /// The node.
    pub(crate) node: Node,
    /// The operator, or the account named with `--as`.
    pub(crate) actor: Actor,
    /// The node's folder.
    pub(crate) folder: NodeFolder,
}

impl Global {
    /// The folder that the arguments name, else the current one.
    fn folder(&self) -> NodeFolder {
        let path = self.node.clone().unwrap_or_else(|| PathBuf::from("."));
        NodeFolder::new(&path, self.database.as_deref())
    }

    /// Opens the node.
    pub(crate) async fn open(&self, rim: &Rim) -> Result<Session, CommandError> {
        let folder = self.folder();
        let node = folder.open(rim.surroundings.clone()).await?;
        let actor = setup::operator(&node, self.login.as_deref()).await.map_err(|refusal| match &self.login {
            Some(login) => CommandError::Unknown { noun: "account", name: login.clone() },
            None => refusal.into(),
        })?;
        Ok(Session { node, actor, folder })
    }
}

/// Carries out a command.
pub(crate) async fn run(arguments: Arguments, rim: Rim, output: &mut Output) -> Result<(), CommandError> {
    let global = &arguments.global;
    match arguments.command {
        Command::Demo(command) => return demo::run(global, command, rim, output).await,
        Command::Init(command) => return init::run(global, command, &rim, output).await,
        Command::Serve(command) => return serve::run(global, command, rim, output).await,
        Command::Restore(command) => return restore::run(global, command, &rim, output).await,
        // Instruments' files are read without a node.
        Command::Spectrum(command) => return spectrum::run(&command, rim.surroundings.today(), output),
        // Screening a file needs lists and names, no node.
        Command::Party(command) => return party::run(global, command, &rim, output).await,
        Command::Goods(command) => return goods::run(global, command, &rim, output).await,
        _ => {}
    }
    let session = global.open(&rim).await?;
    let result = match arguments.command {
        Command::Verify(command) => verify::run(&session, command, output).await,
        Command::Backup(command) => backup::run(&session, command, output).await,
        Command::Account(command) => account::run(&session, command, output).await,
        Command::Determination(command) => determination::run(&session, command, output).await,
        Command::Document(command) => document::run(&session, command, output).await,
        Command::Finding(command) => finding::run(&session, command, output).await,
        Command::List(command) => list::run(&session, command, output).await,
        Command::Matrix(command) => matrix::run(&session, command, output).await,
        Command::Measure(command) => measure::run(&session, command, output).await,
        Command::Plan(command) => plan::run(&session, command, output).await,
        Command::Progress(command) => progress::run(&session, command, output).await,
        Command::Recommendation(command) => recommendation::run(&session, command, output).await,
        Command::Record(command) => record::run(&session, command, output).await,
        Command::Register(command) => register::run(&session, command, output).await,
        Command::Report(command) => report::run(&session, command, output).await,
        Command::Round(command) => round::run(&session, command, output).await,
        Command::Sample(command) => sample::run(&session, command, output).await,
        Command::State(command) => state::run(&session, command, output).await,
        Command::Template(command) => template::run(&session, command, output).await,
        Command::Demo(_)
        | Command::Init(_)
        | Command::Serve(_)
        | Command::Restore(_)
        | Command::Spectrum(_)
        | Command::Party(_)
        | Command::Goods(_) => Ok(()),
    };
    session.node.store.close().await;
    result
}
