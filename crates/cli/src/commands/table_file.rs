//! The arguments of every export: the format of the table, its language, and where the file is written.

use std::path::PathBuf;

use app::{Exported, TableFormat};
use clap::Args;
use domain::language::Language;

use super::showing::deliver;
use super::words::{languages, words};
use crate::commands::Session;
use crate::output::{CommandError, Output};

/// How a table leaves the node as a file.
#[derive(Debug, Args)]
pub struct TableFile {
    #[arg(
        long,
        value_name = "FORMAT",
        default_value = "xlsx",
        value_parser = words(TableFormat::ALL, TableFormat::as_str)
    )]
    pub format: TableFormat,
    #[arg(long, value_name = "LANGUAGE", value_parser = languages())]
    pub language: Option<Language>,
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
}

impl TableFile {
    /// The language that was asked for, else the person's own.
    pub(super) fn language(&self, output: &Output) -> Language {
        self.language.unwrap_or(output.t.language())
    }

    /// Writes the file where it was asked for.
    pub(super) fn deliver(&self, session: &Session, output: &Output, file: Exported) -> Result<(), CommandError> {
        deliver(session, output, &[file], self.out.as_deref())
    }
}
