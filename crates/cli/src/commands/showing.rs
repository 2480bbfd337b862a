//! How records are shown: to machines whole, to people the few things that tell them apart.

use std::path::{Path, PathBuf};

use app::Exported;
use domain::body::Noun;
use domain::localized::Localized;
use domain::marking::{Marking, Sharing};
use locale::Value as Word;
use serde_json::{Value, json};
use store::Stored;

use crate::commands::Session;
use crate::node_folder::write_file;
use crate::output::{CommandError, Output};

/// A record as data.
pub(super) fn record(stored: &Stored) -> Value {
    let revision = &stored.revision;
    let body = match serde_json::to_value(&revision.body) {
        // A body names its kind around what it says; the kind has a field of its own here.
        Ok(Value::Object(body)) => body.into_iter().next().map(|(_, body)| body).unwrap_or_default(),
        _ => Value::Null,
    };
    json!({
        "id": revision.record,
        "kind": revision.body.kind(),
        "version": revision.version,
        "revision": stored.hash,
        "sequence": stored.sequence,
        "owner": revision.owner,
        "marking": revision.marking,
        "body": body,
    })
}

/// Several records as data.
pub(super) fn records(stored: &[Stored]) -> Vec<Value> {
    stored.iter().map(record).collect()
}

/// A list as data, with how many there are in all.
pub(super) fn list(stored: &[Stored], total: u64) -> Value {
    json!({ "records": records(stored), "total": total })
}

/// A count for a message.
pub(super) fn count(number: usize) -> Word {
    Word::from(number)
}

/// A text in English and Russian from two arguments.
pub(super) fn localized(en: Option<&str>, ru: Option<&str>) -> Localized {
    Localized::en_ru(en.unwrap_or_default(), ru.unwrap_or_default())
}

impl Output {
    /// The text in the person's language, else in any.
    pub(super) fn text_of(&self, text: &Localized) -> String {
        text.text(self.t.language()).to_owned()
    }

    /// A marking in words.
    pub(super) fn marking(&self, marking: &Marking) -> String {
        let mut words = format!(
            "{} · {}",
            self.t.word("handling", marking.handling.as_str()),
            self.t.word("sharing-level", marking.sharing.level().as_str())
        );
        if let Sharing::Group { states } = &marking.sharing {
            let states: Vec<&str> = states.iter().map(domain::owner::StateCode::as_str).collect();
            words.push_str(&format!(" ({})", states.join(", ")));
        }
        words
    }

    /// A list: to machines every record, to people a row for each.
    pub(super) fn listed<N: Noun>(
        &self,
        stored: &[Stored],
        total: u64,
        headings: &[&str],
        row: impl Fn(&N, &Stored) -> Vec<String>,
    ) {
        if self.json {
            self.data(&list(stored, total));
            return;
        }
        let rows = stored.iter().filter_map(|record| record.noun::<N>().map(|noun| row(noun, record))).collect();
        self.table(headings, rows);
        let shown = stored.len() as u64;
        if shown < total {
            self.say("cli-part-shown", &[("shown", shown.into()), ("total", total.into())]);
        }
    }

    /// What was just stored: its id and version.
    pub(super) fn saved(&self, stored: &Stored) {
        if self.json {
            self.data(&record(stored));
        } else {
            self.line(&format!("{}  {}", stored.revision.record, stored.revision.version));
        }
    }

    /// Labels and values, aligned. Empty values are left out.
    pub(super) fn pairs(&self, pairs: &[(&str, String)]) {
        let told: Vec<(String, &String)> =
            pairs.iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (self.t.text(key), value)).collect();
        let width = told.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
        for (label, value) in told {
            let indented = value.replace('\n', &format!("\n{}", " ".repeat(width + 2)));
            self.line(&format!("{label:width$}  {indented}"));
        }
    }

    /// A heading between parts.
    pub(super) fn heading(&self, key: &str) {
        self.line("");
        self.line(&self.t.text(key));
    }

    /// The head of a record: what tells it apart, then where it stands, for the next command.
    pub(super) fn head(&self, pairs: &[(&str, String)], stored: &Stored) {
        let revision = &stored.revision;
        let owner = match &revision.owner {
            domain::owner::Owner::State(code) => code.to_string(),
            domain::owner::Owner::Secretariat => self.t.text("cli-owner-secretariat"),
        };
        let mut pairs = pairs.to_vec();
        pairs.extend([
            ("cli-column-id", revision.record.to_string()),
            ("cli-column-version", revision.version.to_string()),
            ("cli-column-owner", owner),
            ("cli-column-marking", self.marking(&revision.marking)),
        ]);
        self.pairs(&pairs);
    }
}

/// Hands a file to the person: into the folder or file that they named, into the node's `out/`, or to stdout for `-`.
pub(super) fn deliver(
    session: &Session,
    output: &Output,
    files: &[Exported],
    out: Option<&Path>,
) -> Result<(), CommandError> {
    if out.is_some_and(|out| out.as_os_str() == "-") {
        for file in files {
            output.bytes(&file.bytes);
        }
        return Ok(());
    }
    let mut written = Vec::new();
    for file in files {
        let path = destination(session, &file.file_name, out, files.len() > 1);
        write_file(&path, &file.bytes)?;
        written.push(json!({
            "file": path.display().to_string(),
            "media_type": file.media_type,
            "length": file.bytes.len(),
        }));
        if !output.json {
            output.line(&path.display().to_string());
        }
    }
    if output.json {
        output.data(&json!({ "files": written }));
    }
    Ok(())
}

fn destination(session: &Session, name: &str, out: Option<&Path>, several: bool) -> PathBuf {
    match out {
        None => session.folder.out().join(name),
        // Several files need a folder; so does one when a folder is there.
        Some(out) if several || out.is_dir() => out.join(name),
        Some(out) => out.to_owned(),
    }
}
