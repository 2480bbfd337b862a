//! The file from which a saving command takes what it saves: a noun as JSON, `-` for standard input. Ids of other
//! records in it may be written as a person names them ([`super::naming`]).

use std::io::Read as _;
use std::path::{Path, PathBuf};

use app::{Refusal, Seen};
use clap::Args;
use domain::body::{Kind, Noun};
use domain::fault::Fault;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::json_text::{Reference, references};
use super::naming::find;
use crate::commands::Session;
use crate::node_folder::read_file;
use crate::output::{CommandError, told};

/// Longest file of one noun, in bytes.
const LARGEST: u64 = 1024 * 1024;

/// Where a noun comes from, and which record it becomes a version of.
#[derive(Debug, Args)]
pub struct NounFile {
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    #[command(flatten)]
    pub place: SavePlace,
}

/// The record that is changed; a new one is made without it.
#[derive(Debug, Args)]
pub struct SavePlace {
    #[arg(long, value_name = "ID", requires = "seen")]
    pub id: Option<String>,
    #[arg(long = "version", value_name = "N", requires = "id")]
    pub seen: Option<u32>,
}

/// A noun file with the reason for the change.
#[derive(Debug, Args)]
pub struct NounFileWithReason {
    #[command(flatten)]
    pub noun: NounFile,
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    pub reason: String,
}

/// The fields that hold ids of other records, and of what kind these are.
const REFERENCES: &[(&str, Kind)] = &[
    ("round", Kind::Round),
    ("template", Kind::Template),
    ("plan", Kind::Plan),
    ("visit", Kind::Visit),
    ("findings", Kind::Finding),
    ("measures", Kind::Measure),
    ("continues", Kind::Recommendation),
    ("sample", Kind::Sample),
    ("parent", Kind::Sample),
    ("measurement", Kind::LaboratoryMeasurement),
];

impl SavePlace {
    /// The record and the version that the person saw, when one is changed.
    pub(super) async fn seen(&self, session: &Session, kind: Kind) -> Result<Option<Seen>, CommandError> {
        match (&self.id, self.seen) {
            (Some(id), Some(version)) => {
                let record = find(session, kind, id).await?.revision.record;
                Ok(Some(Seen { record, version }))
            }
            _ => Ok(None),
        }
    }
}

impl NounFile {
    /// Reads the noun, and which record it becomes a version of.
    pub(super) async fn read<N>(&self, session: &Session) -> Result<(N, Option<Seen>), CommandError>
    where
        N: Noun + DeserializeOwned + Serialize,
    {
        let noun = read_noun(session, &self.file).await?;
        Ok((noun, self.place.seen(session, N::KIND).await?))
    }
}

/// Reads a noun from a file.
pub(super) async fn read_noun<N: DeserializeOwned + Serialize>(
    session: &Session,
    path: &Path,
) -> Result<N, CommandError> {
    let name = path.display().to_string();
    let text = read_text(path, LARGEST)?;
    let given: Value = serde_json::from_str(&text).map_err(|error| refused(&error, &name))?;
    let text = resolve(session, text).await?;
    let noun: N = serde_json::from_str(&text).map_err(|error| refused(&error, &name))?;
    let kept = serde_json::to_value(&noun).unwrap_or_default();
    let mut surplus = Vec::new();
    compare(&given, &kept, "", &mut surplus);
    if surplus.is_empty() {
        return Ok(noun);
    }
    let fault = |field: String| Fault::error("json-field-unknown").at(&field).inside(&name, None);
    Err(Refusal::Invalid(surplus.into_iter().map(fault).collect()).into())
}

/// Reads any other data that a command takes as JSON.
pub(super) fn read_plain<T: DeserializeOwned>(path: &Path) -> Result<T, CommandError> {
    let text = read_text(path, LARGEST)?;
    serde_json::from_str(&text).map_err(|error| refused(&error, &path.display().to_string()))
}

/// Everything that a file or standard input (`-`) holds.
pub(super) fn read_input(path: &Path, largest: u64) -> Result<Vec<u8>, CommandError> {
    if path.as_os_str() != "-" {
        return read_file(path, largest);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(largest + 1).read_to_end(&mut bytes);
    read.map_err(|source| told("file-not-read", path, source))?;
    if bytes.len() as u64 > largest {
        return Err(CommandError::TooLarge { path: path.display().to_string(), limit: largest });
    }
    Ok(bytes)
}

fn read_text(path: &Path, largest: u64) -> Result<String, CommandError> {
    let bytes = read_input(path, largest)?;
    let text =
        String::from_utf8(bytes).map_err(|_| CommandError::NotA { path: path.display().to_string(), what: "utf-8" })?;
    // Some editors begin a file with a byte order mark, which JSON does not know.
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Puts ids where a person wrote names. Only the strings change, so every line stays where it was.
async fn resolve(session: &Session, mut text: String) -> Result<String, CommandError> {
    // From the end, so that the places before stay right.
    for Reference { field, value, span } in references(&text).into_iter().rev() {
        let kind = REFERENCES.iter().find(|(name, _)| *name == field).map(|(_, kind)| *kind);
        if let Some(kind) = kind.filter(|_| value.parse::<domain::ids::Uuid>().is_err()) {
            let id = find(session, kind, &value).await?.revision.record;
            text.replace_range(span, &format!("\"{id}\""));
        }
    }
    Ok(text)
}

/// What JSON says is wrong, as a fault with its line.
fn refused(error: &serde_json::Error, file: &str) -> CommandError {
    let reason = error.to_string();
    let reason = reason.rsplit_once(" at line ").map_or(reason.as_str(), |(reason, _)| reason);
    let missing = reason.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let fault = match missing {
        Some(field) => Fault::error("field-missing").at(field),
        None if error.is_data() => Fault::error("json-value").with("reason", reason),
        None => Fault::error("json-syntax").with("column", error.column().to_string()),
    };
    Refusal::fault(fault.inside(file, Some(error.line() as u64))).into()
}

/// Fields that say something but were not taken: a misspelt name must not be passed over in silence.
fn compare(given: &Value, kept: &Value, path: &str, surplus: &mut Vec<String>) {
    match (given, kept) {
        (Value::Object(given), Value::Object(kept)) => {
            for (name, value) in given.iter().filter(|(_, value)| !says_nothing(value)) {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                match kept.get(name) {
                    Some(kept) => compare(value, kept, &path, surplus),
                    None => surplus.push(path),
                }
            }
        }
        (Value::Array(given), Value::Array(kept)) => {
            for (n, (given, kept)) in given.iter().zip(kept).enumerate() {
                compare(given, kept, &format!("{path}.{}", n + 1), surplus);
            }
        }
        _ => {}
    }
}

fn says_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.values().all(says_nothing),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(given: &Value, kept: &Value, expect: &[&str]) {
        let mut surplus = Vec::new();
        compare(given, kept, "", &mut surplus);
        assert_eq!(surplus, expect);
    }

    #[test]
    fn misspelt_fields_are_found() {
        check(&json!({"a": 1}), &json!({"a": 1}), &[]);
        check(&json!({"a": 1, "tilte": {"en": "x"}}), &json!({"a": 1}), &["tilte"]);
        check(&json!({"a": [{"b": 1}, {"c": 2}]}), &json!({"a": [{"b": 1}, {"b": 2}]}), &["a.2.c"]);
        check(&json!({"note": "", "rows": [], "next": null, "text": {"en": " "}}), &json!({}), &[]);
    }

    #[track_caller]
    fn check_refused(text: &str, expect: &str) {
        let error = serde_json::from_str::<domain::state::State>(text).unwrap_err();
        let CommandError::Refused(Refusal::Invalid(faults)) = refused(&error, "s.json") else { panic!("{error}") };
        let fault = &faults[0];
        let line = fault.place.line.unwrap();
        let shown = format!("{line} {} {}", fault.code, fault.place.field.as_deref().unwrap_or("-"));
        assert_eq!(shown, expect);
    }

    #[test]
    fn faults_name_the_line() {
        check_refused("{\n \"code\": \"XO\",\n}", "3 json-syntax -");
        check_refused("{\n \"code\": \"xo\",\n \"short\": {}\n}", "2 json-value -");
        check_refused("{ \"code\": \"XO\"\n}", "2 field-missing short");
    }
}
