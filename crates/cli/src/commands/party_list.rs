//! `tripoint party import`, `versions`, `show`, `diff`: lists of parties that the node keeps.

use std::collections::BTreeMap;
use std::path::PathBuf;

use app::party::UsedList;
use app::party::export::list_in_words;
use app::party::import::{ListImport, OfferedList, import as take, preview};
use app::party::versions::{OpenVersion, open, versions as all};
use app::{Offered, Stored};
use clap::Args;
use domain::ids::Id;
use domain::localized::Localized;
use domain::party_list_version::PartyListVersion;
use jiff::civil::Date;
use parties::{Change, Entry};
use serde_json::{Value, json};

use super::noun_file::read_input;
use super::showing::localized;
use crate::commands::Session;
use crate::folder_files::read_flat_folder;
use crate::output::{CommandError, Output};

/// Longest file of a list, in bytes.
const LARGEST: u64 = parties::read::LONGEST_FILE as u64;

#[derive(Debug, Args)]
pub struct Import {
    #[arg(value_name = "FILE|DIR", required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    pub list: String,
    #[arg(long, value_name = "TEXT")]
    pub title_en: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub title_ru: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub publisher: Option<String>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub published: Option<Date>,
    #[arg(long, value_name = "DAYS")]
    pub max_age: Option<u16>,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub source: String,
    #[arg(long, value_name = "NAME=HEADING")]
    pub column: Vec<String>,
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(Debug, Args)]
pub struct Diff {
    #[arg(value_name = "LIST[@DAY]")]
    pub after: String,
    #[arg(long, value_name = "LIST@DAY")]
    pub before: Option<String>,
}

/// Pairs written `name=heading`.
pub(super) fn pairs(written: &[String]) -> BTreeMap<String, String> {
    let pair = |text: &String| {
        text.split_once('=').map_or((text.clone(), String::new()), |(a, b)| (a.trim().to_owned(), b.trim().to_owned()))
    };
    written.iter().map(pair).collect()
}

pub(super) async fn import(session: &Session, command: Import, output: &Output) -> Result<(), CommandError> {
    let mut files = Vec::new();
    for path in &command.files {
        if path.is_dir() {
            let found = read_flat_folder(path)?.into_iter();
            files.extend(found.map(|(file_name, bytes)| Offered { file_name, bytes }));
        } else {
            let file_name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            files.push(Offered { file_name, bytes: read_input(path, LARGEST)? });
        }
    }
    let offered = OfferedList {
        list: command.list,
        title: localized(command.title_en.as_deref(), command.title_ru.as_deref()),
        publisher: command
            .publisher
            .map(|publisher| Localized::new(output.t.language(), &publisher))
            .unwrap_or_default(),
        published: command.published,
        max_age_days: command.max_age,
        source: command.source,
        columns: pairs(&command.column),
        files,
    };
    let done = if command.dry_run {
        preview(&session.node, &session.actor, &offered).await?
    } else {
        take(&session.node, &session.actor, offered).await?
    };
    tell_import(session, &done, output);
    Ok(())
}

fn tell_import(session: &Session, done: &ListImport, output: &Output) {
    output.warnings(&done.faults);
    let changed: Vec<Value> = done
        .changed
        .iter()
        .map(|one| {
            json!({ "id": one.id, "name": one.name, "new": one.renewed.new, "changed": one.renewed.changed,
                "removed": one.renewed.removed })
        })
        .collect();
    if output.json {
        output.data(&json!({
            "id": done.stored.as_ref().map(|stored| stored.revision.record),
            "version": done.version, "before": done.before.as_ref().map(PartyListVersion::key),
            "changes": done.changes, "screenings": changed,
        }));
        return;
    }
    let version = &done.version;
    let today = session.node.surroundings.today();
    let used = UsedList { id: Id::new(domain::ids::Uuid::nil()), version: version.clone() };
    output.line(&list_in_words(output.t, &used, today));
    if let (Some(before), Some(difference)) = (&done.before, version.difference) {
        let values = [
            ("before", before.key().into()),
            ("added", i64::from(difference.added).into()),
            ("altered", i64::from(difference.altered).into()),
            ("removed", i64::from(difference.removed).into()),
        ];
        output.line(&output.t.with("cli-party-import-changes", &values));
    }
    let looked = version.looked_again;
    let values = [
        ("screenings", i64::from(looked.screenings).into()),
        ("new", i64::from(looked.with_new_hits).into()),
        ("changed", i64::from(looked.with_changed_hits).into()),
        ("removed", i64::from(looked.with_removed_hits).into()),
    ];
    output.line(&output.t.with("cli-party-import-looked", &values));
    for one in &done.changed {
        output.line(&format!("{}  {}", one.id, one.name));
    }
    output.say(if done.stored.is_some() { "cli-party-imported" } else { "cli-party-not-imported" }, &[]);
}

/// Says of every list in use how old it is; loudly, when it is too old.
pub(super) fn tell_ages<'u>(session: &Session, used: impl IntoIterator<Item = &'u UsedList>, output: &Output) {
    let today = session.node.surroundings.today();
    for list in used {
        output.message(&list_in_words(output.t, list, today));
    }
}

pub(super) async fn versions(session: &Session, output: &Output) -> Result<(), CommandError> {
    let versions = all(&session.node, &session.actor).await?;
    let today = session.node.surroundings.today();
    let noun = |stored: &Stored| stored.noun::<PartyListVersion>().cloned();
    if output.json {
        let data: Vec<Value> = versions
            .iter()
            .filter_map(|stored| {
                let version = noun(stored)?;
                Some(json!({ "id": stored.revision.record, "key": version.key(), "age": version.age(today),
                    "version": version }))
            })
            .collect();
        output.data(&data);
        return Ok(());
    }
    let rows = versions.iter().filter_map(noun).map(|version| {
        vec![
            version.key(),
            output.text_of(&version.title),
            version.published.map(|date| date.to_string()).unwrap_or_default(),
            version.age(today).map(|days| days.to_string()).unwrap_or_default(),
            version.entries.to_string(),
            version.names.to_string(),
        ]
    });
    let headings = [
        "cli-column-key",
        "cli-column-title",
        "cli-column-date",
        "cli-column-age",
        "cli-column-entries",
        "cli-column-names",
    ];
    output.table(&headings, rows.collect());
    let in_use = app::party::screen::lists_in_use(&session.node, &session.actor).await?;
    tell_ages(session, in_use.iter().filter(|used| used.is_too_old(today)), output);
    Ok(())
}

pub(super) async fn show(
    session: &Session,
    key: &str,
    entry: Option<&str>,
    output: &Output,
) -> Result<(), CommandError> {
    let unknown = |noun, name: &str| CommandError::Unknown { noun, name: name.to_owned() };
    let opened = open(&session.node, &session.actor, key).await.map_err(|refusal| match refusal {
        app::Refusal::NotFound("party-list-version") => unknown("party-list-version", key),
        refusal => refusal.into(),
    })?;
    if let Some(entry) = entry {
        let found = opened.entry(entry).ok_or_else(|| unknown("provision", entry))?;
        show_entry(found, output);
        return Ok(());
    }
    if output.json {
        output.data(&json!({ "id": opened.stored.revision.record, "version": opened.version,
            "entries": opened.list.entries }));
        return Ok(());
    }
    let used = UsedList { id: Id::new(opened.stored.revision.record), version: opened.version.clone() };
    tell_ages(session, [&used], output);
    let rows = opened.list.entries.iter().map(|entry| {
        vec![
            entry.key.clone(),
            output.t.word("party-kind", entry.kind.as_str()),
            entry.primary_name().to_owned(),
            entry.names.len().to_string(),
        ]
    });
    output.table(&["cli-column-key", "cli-column-kind", "cli-column-name", "cli-column-names"], rows.collect());
    Ok(())
}

fn show_entry(entry: &Entry, output: &Output) {
    if output.json {
        output.data(&json!({ "entry": entry, "digest": OpenVersion::digest(entry) }));
        return;
    }
    let births: Vec<String> = entry.births.iter().map(|birth| birth.from.to_string()).collect();
    let documents: Vec<&str> = entry.documents.iter().map(|document| document.number.as_str()).collect();
    let mut pairs = vec![
        ("cli-column-key", entry.key.clone()),
        ("cli-column-kind", output.t.word("party-kind", entry.kind.as_str())),
    ];
    for name in &entry.names {
        let quality = output.t.word("party-quality", name.quality.as_str());
        pairs.push(("cli-column-name", format!("{} ({quality})", name.text)));
    }
    for (key, value) in [
        ("party-table-birth", births.join(", ")),
        ("party-table-countries", entry.countries.join(", ")),
        ("party-table-identifiers", documents.join(", ")),
        ("cli-column-programme", entry.programmes.join(", ")),
        ("cli-column-remarks", entry.remarks.clone()),
    ] {
        if !value.is_empty() {
            pairs.push((key, value));
        }
    }
    output.pairs(&pairs);
}

pub(super) async fn diff(session: &Session, command: &Diff, output: &Output) -> Result<(), CommandError> {
    let before = command.before.as_deref();
    let found = app::party::diff::diff(&session.node, &session.actor, before, &command.after).await?;
    if output.json {
        output.data(&json!({ "before": found.before.version.key(), "after": found.after.version.key(),
            "changes": found.changes }));
        return Ok(());
    }
    let rows = found.changes.iter().map(|change| {
        let (word, name, what) = match change {
            Change::Added { name, .. } => ("added", name, String::new()),
            Change::Removed { name, .. } => ("removed", name, String::new()),
            Change::Altered { name, fields, names_added, names_removed, .. } => {
                let fields = fields.iter().map(|field| output.t.word("party-field", field));
                let added = names_added.iter().map(|name| format!("+ {name}"));
                let removed = names_removed.iter().map(|name| format!("− {name}"));
                ("altered", name, fields.chain(added).chain(removed).collect::<Vec<_>>().join("\n"))
            }
        };
        vec![output.t.word("party-change", word), change.key().to_owned(), name.clone(), what]
    });
    let headings = ["cli-column-change", "cli-column-key", "cli-column-name", "cli-column-says"];
    output.table(&headings, rows.collect());
    Ok(())
}
