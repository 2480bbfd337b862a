//! `tripoint list`: control lists.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::list::compare::{ComparisonFormat, align, compare, export};
use app::list::import::{ListFile, import};
use app::list::open::{editions, nomenclatures, open};
use clap::{Args, Subcommand};
use domain::language::Language;
use domain::list_edition::{DecimalSign, ListFormat};
use domain::owner::StateCode;
use jiff::civil::Date;
use lists::path::ProvisionPath;
use lists::version::ListVersion;
use report::goods::{alignment, comparison};

use super::noun_file::read_input;
use super::showing::{deliver, localized};
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

/// Longest file of a list, in bytes.
const LARGEST: u64 = 40_000_000;

#[derive(Debug, Subcommand)]
pub enum Command {
    Versions,
    Show(Show),
    Import(Import),
    #[command(visible_alias = "diff")]
    Compare(Compare),
}

#[derive(Debug, Args)]
pub struct Show {
    #[arg(value_name = "CODE")]
    pub path: Option<String>,
    #[arg(long, value_name = "LIST[@EDITION]", default_value = "eu-annex-i")]
    pub list: String,
}

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "WORD", value_parser = words(ListFormat::ALL, ListFormat::as_str))]
    pub format: ListFormat,
    #[arg(long, value_name = "KEY")]
    pub list: String,
    #[arg(long, value_name = "EDITION")]
    pub edition: String,
    #[arg(long, value_name = "TEXT")]
    pub title_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub title_ru: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub state: Option<StateCode>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub in_force: Option<Date>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub source: String,
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub language: Language,
    #[arg(long, value_name = "WORD", value_parser = words(DecimalSign::ALL, DecimalSign::as_str))]
    pub decimal_sign: Option<DecimalSign>,
    #[arg(long, value_name = "KEY")]
    pub of_list: Option<String>,
    #[arg(long, value_name = "NAME=HEADING")]
    pub column: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Compare {
    #[arg(value_name = "LIST[@EDITION]")]
    pub first: String,
    #[arg(value_name = "LIST[@EDITION]")]
    pub second: String,
    #[arg(value_name = "LIST[@EDITION]")]
    pub others: Vec<String>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::Versions => {
            let mut editions = editions(node, actor).await?;
            editions.extend(nomenclatures(node, actor).await?);
            if output.json {
                let heads: Vec<_> = editions.iter().map(|edition| &edition.head).collect();
                output.data(&heads);
                return Ok(());
            }
            let headings = [
                "cli-column-key",
                "cli-column-title",
                "cli-column-date",
                "cli-column-entries",
                "cli-column-provisions",
            ];
            let rows = editions.iter().map(|edition| {
                vec![
                    edition.key.clone(),
                    output.text_of(&edition.head.title),
                    edition.head.in_force.map(|date| date.to_string()).unwrap_or_default(),
                    edition.entries.to_string(),
                    edition.provisions.to_string(),
                ]
            });
            output.table(&headings, rows.collect());
        }
        Command::Show(command) => {
            let list = open(node, actor, &command.list).await?;
            show(&list, command.path.as_deref(), output)?;
        }
        Command::Import(command) => {
            let bytes = read_input(&command.file, LARGEST)?;
            let own_name = command.file.file_name().map(|name| name.to_string_lossy().into_owned());
            let columns: BTreeMap<String, String> = command
                .column
                .iter()
                .map(|pair| {
                    pair.split_once('=').map_or((pair.clone(), String::new()), |(n, h)| (n.to_owned(), h.to_owned()))
                })
                .collect();
            let file = ListFile {
                list: command.list,
                edition: command.edition,
                title: localized(command.title_en.as_deref(), command.title_ru.as_deref()),
                authority: domain::localized::Localized::default(),
                state: command.state,
                in_force: command.in_force,
                source: command.source,
                language: command.language,
                format: command.format,
                decimal_sign: command.decimal_sign,
                of_list: command.of_list,
                columns,
                file_name: own_name.unwrap_or_default(),
                bytes,
            };
            let (stored, faults) = import(node, actor, file).await?;
            output.warnings(&faults);
            output.saved(&stored);
        }
        Command::Compare(command) => compared(session, &command, output).await?,
    }
    Ok(())
}

fn show(list: &ListVersion, path: Option<&str>, output: &Output) -> Result<(), CommandError> {
    let Some(written) = path else {
        let rows: Vec<Vec<String>> = list
            .entries()
            .map(|entry| {
                vec![entry.path.to_string(), output.text_of(&entry.text), list.within(&entry.path).count().to_string()]
            })
            .collect();
        if output.json {
            output.data(list);
        } else {
            output.table(&["cli-column-code", "cli-column-title", "cli-column-provisions"], rows);
        }
        return Ok(());
    };
    let unknown = || CommandError::Unknown { noun: "provision", name: written.to_owned() };
    let path: ProvisionPath =
        written.parse().or_else(|_| ProvisionPath::own_numbering(written)).map_err(|_| unknown())?;
    if list.get(&path).is_none() {
        return Err(unknown());
    }
    if output.json {
        let within: Vec<_> = list.within(&path).collect();
        output.data(&within);
        return Ok(());
    }
    for provision in list.above(&path).into_iter().chain(list.within(&path)) {
        let indent = "  ".repeat(provision.path.depth());
        output.line(&format!("{indent}{}  {}", provision.path, output.text_of(&provision.text)));
        for note in &provision.notes {
            let kind = output.t.word("note-kind", note.kind.as_str());
            output.line(&format!("{indent}    [{kind}] {}", output.text_of(&note.text)));
        }
    }
    Ok(())
}

async fn compared(session: &Session, command: &Compare, output: &Output) -> Result<(), CommandError> {
    let (node, actor, language) = (&session.node, &session.actor, output.t.language());
    let keys: Vec<String> = [&command.first, &command.second].into_iter().chain(&command.others).cloned().collect();
    if let Some(path) = &command.out {
        let format = match path.extension().and_then(|extension| extension.to_str()) {
            Some("docx") => ComparisonFormat::Docx,
            Some("pdf") => ComparisonFormat::Pdf,
            _ => ComparisonFormat::Xlsx,
        };
        let file = export(node, actor, &keys, language, format).await?;
        return deliver(session, output, &[file], Some(path));
    }
    if !command.others.is_empty() {
        let aligned = align(node, actor, &keys, language).await?;
        if output.json {
            output.data(&aligned);
            return Ok(());
        }
        let sheet = alignment::sheet(&aligned, language);
        let path =
            |side: Option<&lists::compare::Side>| side.map_or_else(|| "—".to_owned(), |side| side.path.to_string());
        let rows = alignment::differing(&aligned).map(|row| {
            let others = row
                .others
                .iter()
                .map(|beside| format!("{}\n{}", path(beside.side()), alignment::stands(beside, output.t)));
            std::iter::once(path(row.first.as_ref())).chain(others).collect()
        });
        sheet.notes.iter().for_each(|note| output.line(note));
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        output.table_of(&keys, rows.collect());
        return Ok(());
    }
    let compared = compare(node, actor, &command.first, &command.second, language).await?;
    if output.json {
        output.data(&compared);
        return Ok(());
    }
    let rows = comparison::differing(&compared).map(|row| {
        let path =
            |side: &Option<lists::compare::Side>| side.as_ref().map(|side| side.path.to_string()).unwrap_or_default();
        vec![
            path(&row.old),
            path(&row.new),
            comparison::changes(row, output.t),
            comparison::particulars(row, output.t).join("\n"),
        ]
    });
    output.table(
        &["list-compare-first", "list-compare-second", "list-compare-changes", "list-compare-particulars"],
        rows.collect(),
    );
    output.say("list-compare-facts-only", &[]);
    Ok(())
}
