//! What a command says: data to stdout, messages to stderr, errors with their place and a hint.

use std::io::Write as _;
use std::path::Path;

use app::Refusal;
use comfy_table::{LineStyle, TableStyle};
use domain::fault::{Fault, Severity};
use locale::{Translator, Value};
use serde::Serialize;
use store::StoreError;

/// Why a command was not carried out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// The verb was refused.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is no node in the folder.
    #[error("there is no node in {0}")]
    NoNode(String),
    /// There is one already.
    #[error("there is a node in {0} already")]
    NodeExists(String),
    /// A name that cannot stand in a checkpoint.
    #[error("{0:?} cannot name a node")]
    NodeName(String),
    /// A key file that holds no key.
    #[error("{0} holds no key")]
    Key(String),
    /// A file with nothing usable in it.
    #[error("{path} is not {what}")]
    NotA {
        /// The file.
        path: String,
        /// What it should be: a code with a translation.
        what: &'static str,
    },
    /// A folder without files.
    #[error("{0} is empty")]
    EmptyFolder(String),
    /// Beyond a limit.
    #[error("{path} is larger than {limit} bytes")]
    TooLarge {
        /// The file or folder.
        path: String,
        /// The limit in bytes.
        limit: u64,
    },
    /// What was typed names nothing that exists.
    #[error("there is no {noun} {name:?}")]
    Unknown {
        /// What kind of thing.
        noun: &'static str,
        /// What was typed.
        name: String,
    },
    /// What was typed names several things.
    #[error("{name:?} names more than one {noun}")]
    SeveralOf {
        /// What kind of thing.
        noun: &'static str,
        /// What was typed.
        name: String,
    },
    /// The record does not verify.
    #[error("the record does not hold")]
    DoesNotHold(Fault),
    /// A file without a spectrum in it.
    #[error("{path} is not read as a spectrum")]
    NotASpectrum {
        /// The file.
        path: String,
        /// Why.
        source: spectra::format::NotASpectrum,
    },
    /// Of several files some were not read; each was told where it stood.
    #[error("{failed} of {of} files were not read")]
    FilesNotRead {
        /// How many were not.
        failed: usize,
        /// Of how many.
        of: usize,
    },
    /// A file or folder cannot be read or written.
    #[error("{code}: {path}")]
    File {
        /// Which.
        code: &'static str,
        /// The path.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
}

/// A table: a line under the headings and nothing else, so that much fits on a screen.
const LINES: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));

/// A file error with its path.
pub(crate) fn told(code: &'static str, path: &Path, source: std::io::Error) -> CommandError {
    CommandError::File { code, path: path.display().to_string(), source }
}

/// Where a command speaks.
pub(crate) struct Output {
    /// The person's language.
    pub(crate) t: Translator,
    /// Whether data is wanted for machines.
    pub(crate) json: bool,
}

impl Output {
    pub(crate) fn new(t: Translator, json: bool) -> Self {
        Self { t, json }
    }

    /// Prints data for machines. A closed pipe is the reader's right.
    pub(crate) fn data(&self, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string_pretty(value) {
            let _ = writeln!(std::io::stdout(), "{text}");
        }
    }

    /// Prints data for machines on one line.
    pub(crate) fn data_line(&self, value: &impl Serialize) {
        if let Ok(text) = serde_json::to_string(value) {
            let _ = writeln!(std::io::stdout(), "{text}");
        }
    }

    /// A message beside the data, in words that are made already.
    pub(crate) fn message(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{}", printable(text));
    }

    /// Prints a line of data for people.
    pub(crate) fn line(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{}", printable(text));
    }

    /// Prints bytes as they are.
    pub(crate) fn bytes(&self, bytes: &[u8]) {
        let _ = std::io::stdout().write_all(bytes);
    }

    /// A message beside the data.
    pub(crate) fn say(&self, key: &str, values: &[(&str, Value)]) {
        let _ = writeln!(std::io::stderr(), "{}", self.t.with(key, values));
    }

    /// A table for people. Without rows it says so instead.
    pub(crate) fn table(&self, headings: &[&str], rows: Vec<Vec<String>>) {
        let headings: Vec<String> = headings.iter().map(|key| self.t.text(key)).collect();
        self.table_of(&headings.iter().map(String::as_str).collect::<Vec<_>>(), rows);
    }

    /// A table whose headings are names and no words.
    pub(crate) fn table_of(&self, headings: &[&str], rows: Vec<Vec<String>>) {
        if rows.is_empty() {
            self.say("cli-nothing", &[]);
            return;
        }
        // A column that says nothing about any row only takes room.
        let kept: Vec<usize> = (0..headings.len())
            .filter(|n| rows.iter().any(|row| row.get(*n).is_some_and(|cell| !cell.is_empty())))
            .collect();
        let mut table = comfy_table::Table::new();
        table.load_style(LINES);
        // Into a file or another program every row stays a line.
        if let Some((width, _)) = terminal_size::terminal_size_of(std::io::stdout()) {
            table.set_width(width.0);
        }
        table.set_content_arrangement(comfy_table::ContentArrangement::Dynamic);
        table.set_header(kept.iter().filter_map(|n| headings.get(*n)));
        for row in rows {
            table.add_row(kept.iter().filter_map(|n| row.get(*n)).map(|cell| printable(cell)));
        }
        self.line(&table.trim_fmt());
    }

    /// A fault as lines: place, what, hint.
    fn fault(&self, fault: &Fault) -> String {
        let text = self.t.fault(fault);
        let label = match fault.severity {
            Severity::Error => self.t.text("cli-error"),
            Severity::Warning => self.t.text("cli-warning"),
        };
        let mut lines = if text.place.is_empty() {
            format!("{label}: {}", text.message)
        } else {
            format!("{label}: {}: {}", text.place, text.message)
        };
        if let Some(hint) = text.hint {
            lines.push_str(&format!("\n  {}: {hint}", self.t.text("cli-hint")));
        }
        printable(&lines)
    }

    /// Warnings beside the data.
    pub(crate) fn warnings(&self, faults: &[Fault]) {
        for fault in faults {
            let _ = writeln!(std::io::stderr(), "{}", self.fault(fault));
        }
    }

    /// An error, its causes and what to do.
    pub(crate) fn error(&self, error: &CommandError) {
        let _ = writeln!(std::io::stderr(), "{}", self.told(error));
    }

    /// An error in words, as [`Self::error`] shows it.
    pub(crate) fn told(&self, error: &CommandError) -> String {
        match error {
            CommandError::Refused(Refusal::Invalid(faults)) => {
                faults.iter().map(|fault| self.fault(fault)).collect::<Vec<_>>().join("\n")
            }
            CommandError::DoesNotHold(fault) => self.fault(fault),
            CommandError::Refused(refusal) => {
                let key = format!("refusal-{}", refusal.code());
                let text = self.keyed(&key, error, &refusal_values(self.t, refusal));
                match refusal {
                    Refusal::Conflict { theirs: Some(theirs), .. } => {
                        let version = [("version", theirs.revision.version.to_string().into())];
                        format!("{text}\n  {}", self.t.with("cli-conflict-version", &version))
                    }
                    _ => text,
                }
            }
            CommandError::Store(store) => self.keyed(key_of(store), error, &[]),
            CommandError::NoNode(path) => self.keyed("cli-no-node", error, &[("path", path.as_str().into())]),
            CommandError::NodeExists(path) => self.keyed("cli-node-exists", error, &[("path", path.as_str().into())]),
            CommandError::NodeName(name) => self.keyed("cli-node-name", error, &[("name", name.as_str().into())]),
            CommandError::Key(path) => self.keyed("cli-no-key", error, &[("path", path.as_str().into())]),
            CommandError::NotA { path, what } => {
                let what = self.t.text(&format!("cli-what-{what}"));
                self.keyed("cli-not-a", error, &[("path", path.as_str().into()), ("what", what.as_str().into())])
            }
            CommandError::NotASpectrum { path, source } => {
                let key = format!("spectrum-refusal-{}", source.code());
                let limit = self.t.bytes(spectra::format::FILE_LIMIT as u64);
                self.keyed_alone(&key, &[("path", path.as_str().into()), ("limit", limit.as_str().into())])
            }
            CommandError::FilesNotRead { failed, of } => {
                let number = |count: &usize| Value::Number((*count).try_into().unwrap_or(i64::MAX));
                self.keyed("cli-files-not-read", error, &[("failed", number(failed)), ("of", number(of))])
            }
            CommandError::EmptyFolder(path) => self.keyed("cli-empty-folder", error, &[("path", path.as_str().into())]),
            CommandError::TooLarge { path, limit } => {
                let limit = self.t.bytes(*limit);
                self.keyed("cli-too-large", error, &[("path", path.as_str().into()), ("limit", limit.as_str().into())])
            }
            CommandError::Unknown { noun, name } => {
                let noun = self.t.word("kind", noun);
                self.keyed("cli-unknown", error, &[("noun", noun.as_str().into()), ("name", name.as_str().into())])
            }
            CommandError::SeveralOf { noun, name } => {
                let noun = self.t.word("kind", noun);
                self.keyed("cli-several", error, &[("noun", noun.as_str().into()), ("name", name.as_str().into())])
            }
            CommandError::File { code, path, .. } => {
                self.keyed(&format!("cli-{code}"), error, &[("path", path.as_str().into())])
            }
        }
    }

    /// An error whose cause its own message tells.
    fn keyed_alone(&self, key: &str, values: &[(&str, Value)]) -> String {
        let mut text = format!("{}: {}", self.t.text("cli-error"), self.t.with(key, values));
        if let Some(hint) = self.t.attribute_with(key, "hint", values) {
            text.push_str(&format!("\n  {}: {hint}", self.t.text("cli-hint")));
        }
        printable(&text)
    }

    fn keyed(&self, key: &str, error: &CommandError, values: &[(&str, Value)]) -> String {
        let mut text = format!("{}: {}", self.t.text("cli-error"), self.t.with(key, values));
        if let CommandError::Store(store) = error {
            text.push_str(&format!("\n  {store}"));
        }
        let mut cause = std::error::Error::source(error);
        // A transparent error is its own first cause; what it stands for was just told by key.
        while let Some(source) = cause {
            text.push_str(&format!("\n  {source}"));
            cause = source.source();
        }
        if let Some(hint) = self.t.attribute_with(key, "hint", values) {
            text.push_str(&format!("\n  {}: {hint}", self.t.text("cli-hint")));
        }
        printable(&text)
    }
}

/// The message of what a store cannot do.
fn key_of(error: &StoreError) -> &'static str {
    match error {
        StoreError::DiskFull => "refusal-disk-full",
        StoreError::Busy => "refusal-busy",
        StoreError::Damaged { .. } => "refusal-damaged",
        StoreError::NewerSchema { .. } => "cli-newer-schema",
        StoreError::ForeignOrder => "cli-foreign-order",
        _ => "refusal-store",
    }
}

/// The values that a refusal's message takes.
fn refusal_values(t: Translator, refusal: &Refusal) -> Vec<(&'static str, Value)> {
    match refusal {
        Refusal::NotAllowed(permission) => vec![("what", t.word("permission", permission.as_str()).into())],
        Refusal::TooManyAttempts { seconds } => {
            vec![("seconds", Value::Number((*seconds).try_into().unwrap_or(i64::MAX)))]
        }
        Refusal::NotFound(noun) => vec![("what", t.word("kind", noun).into())],
        _ => Vec::new(),
    }
}

/// Text safe for a terminal: control characters (which could move the cursor or change colours) become visible marks.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && c != '\n' { '\u{fffd}' } else { c }).collect()
}
