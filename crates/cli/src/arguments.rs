//! What can be typed: the shape only. Every word of help comes from Fluent by the path of the command (see
//! `help.rs`), so there are no doc comments on fields here that a person would read.
#![expect(missing_docs, reason = "the fields are explained by their help texts in locales/*/cli.ftl")]

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

use crate::commands;

#[derive(Debug, Parser)]
#[command(name = "tripoint", version, disable_help_subcommand = true, subcommand_required = true)]
pub struct Arguments {
    #[command(flatten)]
    pub global: Global,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Clone, Args)]
pub struct Global {
    #[arg(long, global = true, value_name = "DIR", env = "TRIPOINT_NODE", hide_env = true)]
    pub node: Option<PathBuf>,
    #[arg(long, global = true, value_name = "URL", env = "TRIPOINT_DATABASE", hide_env = true, hide_env_values = true)]
    pub database: Option<String>,
    #[arg(long = "as", global = true, value_name = "LOGIN")]
    pub login: Option<String>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "en|ru")]
    pub lang: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    Demo(Demo),
    Init(Init),
    Serve(Serve),
    Verify(Verify),
    Backup(Backup),
    Restore(Restore),
    #[command(subcommand)]
    Account(commands::account::Command),
    #[command(subcommand)]
    Determination(commands::determination::Command),
    #[command(subcommand)]
    Document(commands::document::Command),
    #[command(subcommand)]
    Finding(commands::finding::Command),
    #[command(subcommand)]
    Goods(commands::goods::Command),
    #[command(subcommand)]
    List(commands::list::Command),
    #[command(subcommand)]
    Matrix(commands::matrix::Command),
    #[command(subcommand)]
    Measure(commands::measure::Command),
    #[command(subcommand)]
    Party(commands::party::Command),
    #[command(subcommand)]
    Plan(commands::plan::Command),
    #[command(subcommand)]
    Progress(commands::progress::Command),
    #[command(subcommand)]
    Recommendation(commands::recommendation::Command),
    #[command(subcommand)]
    Record(commands::record::Command),
    #[command(subcommand)]
    Register(commands::register::Command),
    #[command(subcommand)]
    Report(commands::report::Command),
    #[command(subcommand)]
    Round(commands::round::Command),
    #[command(subcommand)]
    Sample(commands::sample::Command),
    #[command(subcommand)]
    Spectrum(commands::spectrum::Command),
    #[command(subcommand)]
    State(commands::state::Command),
    #[command(subcommand)]
    Template(commands::template::Command),
}

#[derive(Debug, Args)]
pub struct Demo {
    #[arg(value_name = "DIR", default_value = "tripoint-demo")]
    pub folder: PathBuf,
    #[arg(long)]
    pub no_serve: bool,
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:1540")]
    pub listen: SocketAddr,
}

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
}

#[derive(Debug, Args)]
pub struct Serve {
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:1540")]
    pub listen: SocketAddr,
    #[arg(long)]
    pub behind_tls: bool,
}

#[derive(Debug, Args)]
pub struct Verify {
    #[arg(long, value_name = "FILE")]
    pub checkpoint: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Backup {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, Args)]
pub struct Restore {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(value_name = "DIR")]
    pub folder: PathBuf,
}
