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
