//! What a reader noticed beside the data: wrong, missing or doubtful parts. Only "this is not that format" is an error.

use serde::{Deserialize, Serialize};

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Good to know.
    Note,
    /// A person should look.
    Warning,
    /// A part could not be read.
    Error,
}

/// One thing that was noticed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How grave.
    pub severity: Severity,
    /// Stable code, which is also its translation key: `spectrum-finding-<code>`.
    pub code: String,
    /// Where: `byte 512`, `line 7`, `record 3`, or a path of elements; empty when it is the whole file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Values for the message.
    #[serde(default, skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub values: std::collections::BTreeMap<String, String>,
}

impl Finding {
    /// A finding at a place, without values yet.
    #[must_use]
    pub fn new(severity: Severity, code: &str, place: &str) -> Self {
        Self { severity, code: code.to_owned(), place: place.to_owned(), values: std::collections::BTreeMap::new() }
    }

    /// Good to know.
    #[must_use]
    pub fn note(code: &str, place: &str) -> Self {
        Self::new(Severity::Note, code, place)
    }

    /// A person should look.
    #[must_use]
    pub fn warning(code: &str, place: &str) -> Self {
        Self::new(Severity::Warning, code, place)
    }

    /// A part could not be read.
    #[must_use]
    pub fn error(code: &str, place: &str) -> Self {
        Self::new(Severity::Error, code, place)
    }

    /// The same with a value for the message. Long values are cut, for they come from foreign files.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl std::fmt::Display) -> Self {
        let value: String = value.to_string().chars().take(200).collect();
        self.values.insert(name.to_owned(), value);
        self
    }
}
