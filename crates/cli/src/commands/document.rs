//! `tripoint document`: files attached to records.
#![expect(missing_docs, reason = "the arguments are explained by their help texts in locales/*/cli.ftl")]

use std::path::PathBuf;

use app::document::attach::{Attachment, attach};
use app::document::media_type::LARGEST;
use clap::{Args, Subcommand};
use domain::body::Kind;
use domain::citation::Translation;
use domain::document::Document;
use domain::ids::Id;
use domain::language::Language;
use domain::partial_date::PartialDate;

use super::naming::{find, find_any};
use super::noun_file::read_input;
use super::showing::{deliver, localized};
use super::words::words;
use crate::commands::Session;
use crate::output::{CommandError, Output};

#[derive(Debug, Subcommand)]
pub enum Command {
    List(List),
    Attach(Attach),
    Open(Open),
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(value_name = "RECORD")]
    pub about: String,
}

#[derive(Debug, Args)]
pub struct Attach {
    #[arg(value_name = "RECORD")]
    pub about: String,
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[arg(long, value_name = "TEXT", required_unless_present = "title_ru")]
    pub title_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub title_ru: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub file_name: Option<String>,
    #[arg(long, value_name = "LANGUAGE")]
    pub language: Option<Language>,
    #[arg(
        long,
        value_name = "WORD",
        default_value = "original",
        value_parser = words(Translation::ALL, Translation::as_str)
    )]
    pub translation: Translation,
    #[arg(long, value_name = "YYYY[-MM[-DD]]")]
    pub date: Option<PartialDate>,
}

#[derive(Debug, Args)]
pub struct Open {
    #[arg(value_name = "ID")]
    pub document: String,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

pub(super) async fn run(session: &Session, command: Command, output: &Output) -> Result<(), CommandError> {
    let (node, actor) = (&session.node, &session.actor);
    match command {
        Command::List(command) => {
            let about = find_any(session, &command.about).await?.revision.record;
            let documents = app::document::open::list(node, actor, about).await?;
            let headings =
                ["cli-column-title", "cli-column-file", "cli-column-length", "cli-column-date", "cli-column-id"];
            output.listed(&documents, documents.len() as u64, &headings, |document: &Document, stored| {
                vec![
                    output.text_of(&document.title),
                    document.file_name.clone(),
                    output.t.bytes(document.length),
                    document.date.map(|date| output.t.partial_date(date)).unwrap_or_default(),
                    stored.revision.record.to_string(),
                ]
            });
        }
        Command::Attach(command) => {
            let about = find_any(session, &command.about).await?.revision.record;
            let bytes = read_input(&command.file, LARGEST as u64)?;
            let own_name = || command.file.file_name().map(|name| name.to_string_lossy().into_owned());
            let attachment = Attachment {
                about,
                title: localized(command.title_en.as_deref(), command.title_ru.as_deref()),
                file_name: command.file_name.clone().or_else(own_name).unwrap_or_default(),
                language: command.language,
                translation: command.translation,
                date: command.date,
                bytes,
            };
            output.saved(&attach(node, actor, attachment).await?);
        }
        Command::Open(command) => {
            let id = find(session, Kind::Document, &command.document).await?.revision.record;
            let file = app::document::open::open(node, actor, Id::new(id)).await?;
            deliver(session, output, &[file], command.out.as_deref())?;
        }
    }
    Ok(())
}
