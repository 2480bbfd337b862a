//! `tripoint determination`: whether a good meets a provision of a control list.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::collections::BTreeMap;
use std::io::{BufRead as _, IsTerminal as _};
use std::path::PathBuf;

use app::determination::OpenDetermination;
use app::determination::answer::{GivenAnswer, answer};
use app::determination::begin::{Begin, begin, plain, try_out};
use app::determination::conclude::{conclude, reopen};
use app::determination::open;
use app::determination::print::{SheetFormat, print};
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::determination::Determination;
use domain::ids::Id;
use lists::determine::{Answer, Truth};
use report::goods::steps;
use serde::Deserialize;

use super::naming::find;
use super::noun_file::read_input;
use super::showing::deliver;
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Try(Try),
    Begin(BeginCommand),
    Show(Show),
    Answer(AnswerCommand),
    Conclude(Conclude),
    Reopen(Reopen),
    Print(Print),
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "TEXT")]
    pub text: Option<String>,
}

#[derive(Debug, Args)]
pub struct Try {
    #[arg(value_name = "CODE")]
    pub provision: String,
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct BeginCommand {
    #[arg(value_name = "CODE")]
    pub provision: String,
    #[arg(long, value_name = "TEXT")]
    pub good: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reference: String,
    #[arg(long, value_name = "FILE")]
    pub answers: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "ID")]
    pub determination: String,
}

#[derive(Debug, Args)]
pub struct AnswerCommand {
    #[arg(value_name = "ID")]
    pub determination: String,
    #[arg(value_name = "QUESTION")]
    pub question: String,
    #[arg(value_name = "ANSWER", default_value = "", hide_default_value = true)]
    pub value: String,
    #[arg(long, value_name = "TEXT")]
    pub method: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub source: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
    #[arg(long)]
    pub complete: bool,
    #[arg(long)]
    pub cannot_tell: bool,
    #[arg(long)]
    pub take_back: bool,
}

#[derive(Debug, Args)]
pub struct Conclude {
    #[arg(value_name = "ID")]
    pub determination: String,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub conclusion: String,
}

#[derive(Debug, Args)]
pub struct Reopen {
    #[arg(value_name = "ID")]
    pub determination: String,
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
}

#[derive(Debug, Args)]
pub struct Print {
    #[arg(value_name = "ID")]
    pub determination: String,
    #[arg(long, value_name = "WORD", default_value = "pdf", value_parser = words(SheetFormat::ALL, SheetFormat::as_str))]
    pub format: SheetFormat,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

/// An answer in a file: a value, or a value with its circumstances.
#[derive(Deserialize)]
#[serde(untagged)]
enum Written {
    Plain(String),
    Whole(Answer),
}

/// Answers by the key of their question; the key of a part's is `kind/place/question`.
fn answers(file: Option<&PathBuf>) -> Result<Vec<GivenAnswer>, CommandError> {
    const LARGEST: u64 = 1024 * 1024;
    let Some(path) = file else { return Ok(Vec::new()) };
    let bytes = read_input(path, LARGEST)?;
    let not_answers = |_| CommandError::NotA { path: path.display().to_string(), what: "answers" };
    let written: BTreeMap<String, Written> = serde_json::from_slice(&bytes).map_err(not_answers)?;
    Ok(written.into_iter().map(|(key, written)| given(&key, written)).collect())
}

fn given(key: &str, written: Written) -> GivenAnswer {
    let answer = match written {
        Written::Plain(value) => plain(&value),
        Written::Whole(answer) => answer,
    };
    let (part, question) = parts_of(key);
    GivenAnswer { question, part, answer: Some(answer) }
}

/// `surfaces/0/is:glass` is about the first of the surfaces.
fn parts_of(key: &str) -> (Option<(String, usize)>, String) {
    let mut pieces = key.splitn(3, '/');
    match (pieces.next(), pieces.next().map(str::parse), pieces.next()) {
        (Some(kind), Some(Ok(place)), Some(question)) => (Some((kind.to_owned(), place)), question.to_owned()),
        _ => (None, key.to_owned()),
    }
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List(command) => {
            let page = open::list(node, actor, command.text).await?;
            let headings =
                ["cli-column-good", "cli-column-reference", "cli-column-code", "cli-column-outcome", "cli-column-id"];
            output.listed(&page.records, page.total, &headings, |determination: &Determination, stored| {
                vec![
                    determination.good.clone(),
                    determination.reference.clone(),
                    determination.provision.clone(),
                    output.t.word("determination-outcome", determination.outcome.as_str()),
                    stored.revision.record.to_string(),
                ]
            });
        }
        Command::Try(command) => {
            let mut begin = Begin {
                good: command.provision.clone(),
                reference: String::new(),
                provision: command.provision,
                answers: answers(command.answers.as_ref())?,
            };
            let mut open = try_out(node, actor, begin.clone()).await?;
            // On a terminal the questions are asked one after the other.
            while !output.json && std::io::stdin().is_terminal() {
                let Some(next) = asked(&open, output)? else { break };
                begin.answers.push(next);
                open = try_out(node, actor, begin.clone()).await?;
            }
            told(&open, output)?;
        }
        Command::Begin(command) => {
            let what = Begin {
                good: command.good,
                reference: command.reference,
                provision: command.provision,
                answers: answers(command.answers.as_ref())?,
            };
            output.saved(&begin(node, actor, what).await?);
        }
        Command::Show(command) => told(&opened(session, &command.determination).await?, output)?,
        Command::Answer(command) => {
            let stored = find(session, Kind::Determination, &command.determination).await?;
            let (part, question) = parts_of(&command.question);
            let whole = Answer {
                value: command.value,
                method: command.method,
                source: command.source,
                reason: command.reason,
                complete: command.complete,
                cannot_tell: command.cannot_tell,
            };
            let given = GivenAnswer { question, part, answer: (!command.take_back).then_some(whole) };
            let (id, seen) = (Id::new(stored.revision.record), stored.revision.version);
            answer(node, actor, id, seen, &given).await?;
            told(&opened(session, &command.determination).await?, output)?;
        }
        Command::Conclude(command) => {
            let stored = find(session, Kind::Determination, &command.determination).await?;
            let (id, seen) = (Id::new(stored.revision.record), stored.revision.version);
            output.saved(&conclude(node, actor, id, seen, &command.conclusion).await?);
        }
        Command::Reopen(command) => {
            let stored = find(session, Kind::Determination, &command.determination).await?;
            let (id, seen) = (Id::new(stored.revision.record), stored.revision.version);
            output.saved(&reopen(node, actor, id, seen, &command.reason).await?);
        }
        Command::Print(command) => {
            let id = find(session, Kind::Determination, &command.determination).await?.revision.record;
            let file = print(node, actor, Id::new(id), output.t.language(), command.format).await?;
            deliver(session, output, &[file], command.out.as_deref())?;
        }
    }
    Ok(())
}

async fn opened(session: &Session, text: &str) -> Result<OpenDetermination, CommandError> {
    let id = find(session, Kind::Determination, text).await?.revision.record;
    Ok(open::open(&session.node, &session.actor, Id::new(id)).await?)
}

/// Asks the first open question on the terminal. Nothing when there is none, or nothing was typed.
fn asked(open: &OpenDetermination, output: &Output) -> Result<Option<GivenAnswer>, CommandError> {
    let evaluated = open.evaluate()?;
    let Some(question) = evaluated.questions.iter().find(|question| question.why != lists::determine::Why::CannotTell)
    else {
        return Ok(None);
    };
    output.line("");
    output.line(&format!("{}  [{}]", steps::question(question, &open.list, output.t), question.key));
    for preview in &question.previews {
        let answer = match &preview.answer {
            lists::determine::PreviewAnswer::Value { value } => value.as_deref().unwrap_or("none").to_owned(),
            _ => String::new(),
        };
        let words = steps::preview_answer(question, preview, &open.list, output.t);
        output.line(&format!("  {answer:24} {words} — {}", steps::preview_settles(preview, output.t)));
    }
    output.say("determination-type-an-answer", &[]);
    let mut line = String::new();
    let read = std::io::stdin().lock().read_line(&mut line);
    let value = line.trim();
    if read.is_err() || value.is_empty() {
        return Ok(None);
    }
    let (value, method) = value.split_once('|').map_or((value, None), |(v, m)| (v.trim(), Some(m.trim().to_owned())));
    let whole = Answer {
        cannot_tell: value == "?",
        value: value.to_owned(),
        method: method.or_else(|| question.method.clone()),
        complete: true,
        ..Answer::default()
    };
    let part = question.part.as_ref().map(|(kind, place, _)| (kind.clone(), *place));
    Ok(Some(GivenAnswer { question: question.key.to_string(), part, answer: Some(whole) }))
}

fn told(open: &OpenDetermination, output: &Output) -> Result<(), CommandError> {
    let evaluated = open.evaluate()?;
    if output.json {
        output.data(&evaluated);
        return Ok(());
    }
    let outcome = output.t.word("determination-outcome", evaluated.outcome.as_str());
    output.line(&format!("{}: {outcome}", evaluated.path));
    output.line("");
    for line in steps::lines(&evaluated.explanation, &open.list, output.t) {
        let mark = match (line.is_exclusion, line.truth) {
            (_, Truth::Unknown) => "?",
            (false, Truth::Met) | (true, Truth::NotMet) => "+",
            (false, Truth::NotMet) | (true, Truth::Met) => "-",
        };
        output.line(&format!("{}{mark} {}", "  ".repeat(line.depth), line.text));
        if !line.detail.is_empty() {
            output.line(&format!("{}    {}", "  ".repeat(line.depth), line.detail));
        }
    }
    if !evaluated.questions.is_empty() {
        output.heading("determination-open-questions");
        for question in &evaluated.questions {
            let clauses: Vec<&str> = question.clauses.iter().map(lists::path::ProvisionPath::as_str).collect();
            let words = steps::question(question, &open.list, output.t);
            output.line(&format!("{words}  [{}] ({})", question.key, clauses.join(", ")));
        }
    }
    if open.is_outdated() {
        output.say("determination-outdated", &[]);
    }
    output.say("determination-not-clearance", &[]);
    Ok(())
}
