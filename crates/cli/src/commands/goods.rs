//! `tripoint goods`: which entries of control lists goods may fall under. Works without a node too.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use app::goods::{self, AskedLists};
use clap::{Args, Subcommand};
use domain::fault::Fault;
use identify::{Counts, Evaluation, Identification, Item, OneOrMany, Parameter, Parameters, Scratch};
use locale::Translator;
use serde_json::json;

use super::goods_lists;
use crate::Rim;
use crate::arguments::Global;
use crate::output::{CommandError, Output, told};

#[derive(Debug, Subcommand)]
pub enum Command {
    Identify(Identify),
    Determine(Determine),
    Eval(Eval),
}

#[derive(Debug, Args)]
pub struct Determine {
    #[arg(value_name = "CODE")]
    pub provision: String,
    #[command(flatten)]
    pub goods: Goods,
    #[arg(long, value_name = "TEXT")]
    pub organism: Option<String>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reference: String,
}

#[derive(Debug, Args)]
pub struct Identify {
    #[command(flatten)]
    pub goods: Goods,
    #[arg(long = "list", value_name = "FILE|LIST[@EDITION]")]
    pub lists: Vec<PathBuf>,
}

/// What is known of goods.
#[derive(Debug, Args)]
pub struct Goods {
    #[arg(value_name = "DESCRIPTION")]
    pub description: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub hs: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub cas: Vec<String>,
    #[arg(long, value_name = "SMILES|InChI")]
    pub smiles: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub maker: Option<String>,
    #[arg(long, value_name = "MODEL")]
    pub model: Option<String>,
    #[arg(long = "parameter", value_name = "NAME=VALUE")]
    pub parameters: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Eval {
    #[arg(long, value_name = "FILE")]
    pub cases: PathBuf,
    #[arg(long = "list", value_name = "FILE|LIST[@EDITION]")]
    pub lists: Vec<PathBuf>,
}

/// Bytes of one line of items that are read; a longer one is no item.
const LONGEST_LINE: usize = 16 * 1024 * 1024;

pub(super) async fn run(global: &Global, command: Command, rim: &Rim, output: &Output) -> Result<(), CommandError> {
    match command {
        Command::Identify(command) => {
            let lists = goods_lists::open(global, rim, &command.lists, output).await?;
            match command.goods.item() {
                Some(item) => identify_one(&lists, &item, output),
                None => identify_lines(&lists, output),
            }
        }
        Command::Determine(command) => {
            let session = global.open(rim).await?;
            let goods = goods::determine::DetermineGoods {
                provision: command.provision,
                item: command.goods.item().unwrap_or_default(),
                organism: command.organism,
                reference: command.reference,
            };
            let begun = goods::determine::determine(&session.node, &session.actor, goods).await;
            session.node.store.close().await;
            output.saved(&begun?);
            Ok(())
        }
        Command::Eval(command) => {
            let bytes = goods_lists::read_file(&command.cases)?;
            let text = std::str::from_utf8(&bytes)
                .map_err(|_| CommandError::NotA { path: command.cases.display().to_string(), what: "utf-8" })?;
            let (cases, faults) = identify::read_cases(text);
            output.warnings(&faults);
            let lists = goods_lists::open(global, rim, &command.lists, output).await?;
            print_evaluation(&goods::evaluate::against(&lists, &cases), output);
            Ok(())
        }
    }
}

impl Goods {
    /// The item that the arguments tell of; none when items are to be read from standard input.
    fn item(&self) -> Option<Item> {
        let parameters: Vec<Parameter> = self
            .parameters
            .iter()
            .filter_map(|written| {
                let (name, value) = written.split_once('=')?;
                Some(Parameter { name: name.to_owned(), value: json!(value), unit: None })
            })
            .collect();
        let item = Item {
            description: self.description.clone(),
            hs: self.hs.clone(),
            cas: (!self.cas.is_empty()).then(|| OneOrMany::Many(self.cas.clone())),
            smiles: self.smiles.clone(),
            name: self.name.clone(),
            maker: self.maker.clone(),
            model: self.model.clone(),
            parameters: (!parameters.is_empty()).then_some(Parameters::Listed(parameters)),
            ..Item::default()
        };
        (item != Item::default()).then_some(item)
    }
}

fn identify_one(lists: &AskedLists, item: &Item, output: &Output) -> Result<(), CommandError> {
    let answer = lists.identify(item, &mut Scratch::default());
    if output.json {
        output.data(&answer_for_machines(&answer, output.t));
        return Ok(());
    }
    output.warnings(&answer.faults);
    if answer.candidates.is_empty() {
        output.line(&output.t.text("goods-no-candidate"));
    }
    for (list, headings) in item.hs.iter().flat_map(|code| lists.headings(code)) {
        for heading in headings {
            output.line(&format!("{} {}  [{list}]", heading.code, heading.text));
        }
    }
    for candidate in &answer.candidates {
        let sure = output.t.number((candidate.confidence * 100.0).round() as i64);
        let mark = if candidate.strong { output.t.text("goods-strong-mark") } else { String::new() };
        output.line(&format!("{mark}{}  {}", candidate.path, goods::title(candidate, output.t.language())));
        let values = [("sure", sure.into()), ("list", format!("{} {}", candidate.list, candidate.version).into())];
        output.line(&format!("    {}", output.t.with("goods-sure", &values)));
        for reason in &candidate.reasons {
            output.line(&format!("    {}", goods::reason(output.t, reason)));
        }
    }
    output.say("goods-not-a-clearance", &[]);
    Ok(())
}

/// One answer a line, in the order of the items; a line that is no item has its answer too.
fn identify_lines(lists: &AskedLists, output: &Output) -> Result<(), CommandError> {
    let mut input = std::io::BufReader::with_capacity(256 * 1024, std::io::stdin().lock());
    let mut printed = BufWriter::with_capacity(256 * 1024, std::io::stdout().lock());
    let mut scratch = Scratch::default();
    let mut line = Vec::new();
    loop {
        line.clear();
        let failed = |source| told("file-not-read", std::path::Path::new("-"), source);
        let read = read_line(&mut input, &mut line).map_err(failed)?;
        if read == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        let answer = match Item::read(&line) {
            Ok(item) => lists.identify(&item, &mut scratch),
            Err(error) => unreadable(&line, read, &error),
        };
        let told = answer_for_machines(&answer, output.t);
        // A closed pipe is the reader's right.
        if serde_json::to_writer(&mut printed, &told).is_err() || printed.write_all(b"\n").is_err() {
            return Ok(());
        }
        // Whoever writes items one by one waits for each answer.
        if input.buffer().is_empty() && printed.flush().is_err() {
            return Ok(());
        }
    }
    let _ = printed.flush();
    Ok(())
}

/// Reads a line without its end; of one that is too long only the beginning is kept. Gives how much was read.
fn read_line(input: &mut impl std::io::BufRead, line: &mut Vec<u8>) -> std::io::Result<usize> {
    let mut total = 0;
    loop {
        let available = input.fill_buf()?;
        if available.is_empty() {
            return Ok(total);
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let part = &available[..end.unwrap_or(available.len())];
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(&part[..part.len().min(room)]);
        let used = end.map_or(part.len(), |end| end + 1);
        total += used;
        input.consume(used);
        if end.is_some() {
            return Ok(total);
        }
    }
}

/// The answer to a line that is no item. Its identifier is given back where it can be made out.
fn unreadable(line: &[u8], read: usize, error: &serde_json::Error) -> Identification {
    let value: Option<serde_json::Value> = serde_json::from_slice(line).ok();
    let id = match value.as_ref().and_then(|value| value.get("id")) {
        Some(serde_json::Value::String(id)) => id.clone(),
        Some(other) if !other.is_null() => other.to_string(),
        _ => String::new(),
    };
    let why = if read > LONGEST_LINE { format!("> {LONGEST_LINE} bytes") } else { error.to_string() };
    Identification { id, faults: vec![Fault::error("item-unreadable").with("why", why)], ..Identification::default() }
}

/// An answer as machines read it.
fn answer_for_machines(answer: &Identification, t: Translator) -> serde_json::Value {
    let candidates: Vec<serde_json::Value> = answer
        .candidates
        .iter()
        .map(|candidate| {
            json!({
                "code": candidate.code,
                "path": candidate.path,
                "list": candidate.list,
                "version": candidate.version,
                "channel": candidate.channel.as_str(),
                "confidence": (f64::from(candidate.confidence) * 1000.0).round() / 1000.0,
                "strong": candidate.strong,
                "reasons": candidate.reasons.iter().map(|reason| goods::reason(t, reason)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let mut told = json!({ "id": answer.id, "candidates": candidates });
    if answer.candidates.is_empty() {
        told["note"] = json!(t.text("goods-no-candidate"));
    }
    if !answer.faults.is_empty() {
        let faults = answer.faults.iter().map(|fault| json!({ "code": fault.code, "message": t.fault(fault).message }));
        told["faults"] = faults.collect();
    }
    told
}

fn print_evaluation(evaluation: &Evaluation, output: &Output) {
    if output.json {
        output.data(evaluation);
        return;
    }
    let headings = [
        "goods-eval-set",
        "goods-eval-covered",
        "goods-eval-first",
        "goods-eval-five",
        "goods-eval-path",
        "goods-eval-strong-right",
        "goods-eval-not-covered",
        "goods-eval-strong-wrongly",
        "goods-eval-without",
    ];
    let share = |part: u32, whole: u32| match whole {
        0 => String::new(),
        _ => format!("{part} ({:.1} %)", 100.0 * f64::from(part) / f64::from(whole)),
    };
    let row = |(set, counts): (&String, &Counts)| {
        vec![
            set.clone(),
            counts.covered.to_string(),
            share(counts.first, counts.covered),
            share(counts.in_five, counts.covered),
            share(counts.path_first, counts.with_path),
            share(counts.strong_right, counts.covered),
            counts.not_covered.to_string(),
            share(counts.strong_wrongly, counts.not_covered),
            share(counts.rightly_without, counts.not_covered),
        ]
    };
    output.table(&headings, evaluation.sets.iter().map(row).collect());
}
