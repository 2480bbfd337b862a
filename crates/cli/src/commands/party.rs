//! `tripoint party`: names against lists. `screen`, `compare` and `lists` work from files, without a node; the others on
//! what the node keeps.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::io::{BufRead, BufReader, BufWriter};
use std::path::PathBuf;

use app::Refusal;
use clap::{Args, Subcommand};
use domain::fault::Fault;
use domain::ids::Id;
use domain::party_screening::PartyScreening;
use jiff::civil::Date;
use parties::read::File;
use parties::{PartyList, Screen};

use super::party_lines::{self, Pace};
use super::{party_list, party_screening};
use crate::Rim;
use crate::arguments::Global;
use crate::commands::Session;
use crate::folder_files::{open_input, read_flat_folder};
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    Screen(ScreenNames),
    Compare(Compare),
    Lists(Lists),
    Import(party_list::Import),
    Versions,
    Show(Show),
    Diff(party_list::Diff),
    Check(party_screening::Check),
    Change(party_screening::Change),
    Table(party_screening::TableCheck),
    List(party_screening::List),
    Decide(party_screening::Decide),
}

#[derive(Debug, Args)]
pub struct ScreenNames {
    #[arg(long, value_name = "DIR")]
    pub lists: PathBuf,
    #[arg(value_name = "FILE", default_value = "-")]
    pub names: PathBuf,
    #[arg(long, value_name = "0–1", default_value_t = 0.7)]
    pub threshold: f32,
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    pub max_age: i64,
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "FILE", default_value = "-")]
    pub pairs: PathBuf,
    #[arg(long, value_name = "0–1", default_value_t = 0.7)]
    pub threshold: f32,
    #[arg(long, value_name = "N")]
    pub threads: Option<usize>,
}

#[derive(Debug, Args)]
pub struct Lists {
    #[arg(value_name = "DIR")]
    pub lists: PathBuf,
    #[arg(long, value_name = "DAYS", default_value_t = 30)]
    pub max_age: i64,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID|LIST[@DAY]")]
    pub what: String,
    #[arg(value_name = "ENTRY")]
    pub entry: Option<String>,
}

pub(super) async fn run(global: &Global, command: Command, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    if let Command::Screen(_) | Command::Compare(_) | Command::Lists(_) = command {
        return without_node(command, rim, output);
    }
    let session = global.open(rim).await?;
    let result = match command {
        Command::Import(command) => party_list::import(&session, command, output).await,
        Command::Versions => party_list::versions(&session, output).await,
        Command::Diff(command) => party_list::diff(&session, &command, output).await,
        Command::Show(command) => show(&session, &command, output).await,
        Command::Check(command) => party_screening::check(&session, command, output).await,
        Command::Change(command) => party_screening::change(&session, command, output).await,
        Command::Table(command) => party_screening::table(&session, command, output).await,
        Command::List(command) => party_screening::list(&session, command, output).await,
        Command::Decide(command) => party_screening::decide(&session, command, output).await,
        Command::Screen(_) | Command::Compare(_) | Command::Lists(_) => Ok(()),
    };
    session.node.store.close().await;
    result
}

/// A kept screening by its id; a version of a list, or an entry of it, by the name of the list.
async fn show(session: &Session, command: &Show, output: &Output) -> Result<(), CommandError> {
    if let Ok(id) = command.what.parse::<Id<PartyScreening>>()
        && let Ok(kept) = app::party::list::show(&session.node, &session.actor, id).await
    {
        return party_screening::show(session, &kept, output);
    }
    party_list::show(session, &command.what, command.entry.as_deref(), output).await
}

fn without_node(command: Command, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    let today = rim.surroundings.today();
    match command {
        Command::Screen(command) => {
            let lists = read_lists(&command.lists, output)?;
            tell_ages(&lists, today, command.max_age, output);
            let screen = Screen::new(lists).with_threshold(thousandths(command.threshold));
            let input = open_input(&command.names)?;
            let pace = Pace::of(threads(command.threads));
            let mut out = BufWriter::new(std::io::stdout().lock());
            let told = party_lines::screen(&screen, BufReader::new(input), pace, &mut out)?;
            if told.refused > 0 {
                output.say("cli-party-refused", &[("count", number(told.refused))]);
            }
        }
        Command::Compare(command) => {
            let input = open_input(&command.pairs)?;
            let threshold = thousandths(command.threshold);
            let pace = Pace::of(threads(command.threads));
            let mut out = BufWriter::new(std::io::stdout().lock());
            let told = party_lines::compare(threshold, BufReader::new(input), pace, &mut out)?;
            if told.refused > 0 {
                output.say("cli-party-refused", &[("count", number(told.refused))]);
            }
        }
        Command::Lists(command) => {
            let lists = read_lists(&command.lists, output)?;
            tell_ages(&lists, today, command.max_age, output);
            let rows = lists.iter().map(|list| {
                vec![
                    list.name.clone(),
                    output.t.word("list-format", list.format.as_str()),
                    list.published.map_or_else(String::new, |date| date.to_string()),
                    list.entries.len().to_string(),
                    list.names().to_string(),
                ]
            });
            let headings =
                ["cli-column-list", "cli-column-format", "cli-column-date", "cli-column-entries", "cli-column-names"];
            output.table(&headings, rows.collect());
        }
        _ => {}
    }
    Ok(())
}

fn thousandths(threshold: f32) -> u16 {
    (threshold.clamp(0.0, 1.0) * 1000.0).round() as u16
}

fn threads(wanted: Option<usize>) -> usize {
    let all = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    wanted.unwrap_or_else(all).clamp(1, 64)
}

fn number(count: usize) -> locale::Value {
    locale::Value::Number(count.try_into().unwrap_or(i64::MAX))
}

/// Reads the lists of a folder. One that is broken refuses all: without it too little would be found.
fn read_lists(folder: &std::path::Path, output: &Output) -> Result<Vec<PartyList>, CommandError> {
    let files = read_flat_folder(folder)?;
    let files: Vec<File<'_>> = files.iter().map(|(name, bytes)| File { name, bytes }).collect();
    let (lists, faults) = parties::read::read_folder(&files);
    if faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(faults).into());
    }
    output.warnings(&faults);
    Ok(lists)
}

/// Says of each list how old it is; loudly, when it is too old or does not tell.
fn tell_ages(lists: &[PartyList], today: Date, max_age_days: i64, output: &Output) {
    for list in lists {
        let entries = number(list.entries.len());
        let name = list.name.as_str().into();
        match list.age(today, max_age_days) {
            Some(age) => {
                let key = if age.too_old { "cli-party-list-too-old" } else { "cli-party-list-age" };
                let date = list.published.map_or_else(String::new, |date| date.to_string());
                let days = locale::Value::Number(age.days);
                let most = locale::Value::Number(max_age_days);
                output.say(
                    key,
                    &[
                        ("list", name),
                        ("entries", entries),
                        ("date", date.as_str().into()),
                        ("days", days),
                        ("most", most),
                    ],
                );
            }
            None => output.say("cli-party-list-undated", &[("list", name), ("entries", entries)]),
        }
    }
}

/// A line without its end; a mark at the beginning of the file is no part of the first.
pub(super) fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> std::io::Result<bool> {
    line.clear();
    if input.read_until(b'\n', line)? == 0 {
        return Ok(false);
    }
    while line.last().is_some_and(|byte| matches!(byte, b'\n' | b'\r')) {
        line.pop();
    }
    Ok(true)
}
