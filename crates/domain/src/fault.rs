//! What is wrong with something that came from outside, told for the person who must put it right.
//!
//! A fault names its place, and carries a stable code that is also its translation key (`fault-<code>`, and
//! `fault-<code>.hint` for what to do). The words live in `locales/`, never here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

crate::words! {
    /// How grave a fault is.
    Severity {
        /// Nothing is stored while one of these stands.
        Error = "error",
        /// Stored, but a person should look.
        Warning = "warning",
    }
}

/// Where a fault is. Everything is optional because not every source has lines or columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Name of the file, relative to what was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Line (or row of a sheet), counted from 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// Heading of the column, or dotted path of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Place {
    /// A place that is only a field, as in a form.
    #[must_use]
    pub fn field(field: &str) -> Self {
        Self { file: None, line: None, field: Some(field.to_owned()) }
    }
}

/// One thing that is wrong, at one place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Fault {
    /// How grave.
    pub severity: Severity,
    /// Stable code; the translation key is `fault-<code>`.
    pub code: String,
    /// Where.
    pub place: Place,
    /// Values for the message: what was found, what was expected.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl Fault {
    /// An error with this code, nowhere in particular yet.
    #[must_use]
    pub fn error(code: &str) -> Self {
        Self { severity: Severity::Error, code: code.to_owned(), place: Place::default(), values: BTreeMap::new() }
    }

    /// A warning with this code, nowhere in particular yet.
    #[must_use]
    pub fn warning(code: &str) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code) }
    }

    /// The same fault at this field.
    #[must_use]
    pub fn at(mut self, field: &str) -> Self {
        self.place.field = Some(field.to_owned());
        self
    }

    /// The same fault in this file, at this line where one is known.
    #[must_use]
    pub fn inside(mut self, file: &str, line: Option<u64>) -> Self {
        self.place.file = Some(file.to_owned());
        self.place.line = line;
        self
    }

    /// The same fault with a value for its message. Long values are cut: a message is read by a person.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        const LONGEST_SHOWN: usize = 120;
        let mut value: String = value.into();
        if value.chars().count() > LONGEST_SHOWN {
            value = value.chars().take(LONGEST_SHOWN).chain(std::iter::once('…')).collect();
        }
        self.values.insert(name.to_owned(), value);
        self
    }

    /// Whether this fault keeps the whole from being stored.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Longest text of one field, in characters. Longer texts belong in an attached document.
pub const LONGEST_TEXT: usize = 20_000;

/// Faults of one text: a NUL (PostgreSQL refuses it), another control character, or too long.
pub fn check_text(field: &str, text: &str, faults: &mut Vec<Fault>) {
    if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        faults.push(Fault::error("text-control-character").at(field));
    }
    let length = text.chars().count();
    if length > LONGEST_TEXT {
        faults.push(
            Fault::error("text-too-long")
                .at(field)
                .with("length", length.to_string())
                .with("limit", LONGEST_TEXT.to_string()),
        );
    }
}

/// Faults of one required short text.
pub fn check_required(field: &str, text: &str, faults: &mut Vec<Fault>) {
    if text.trim().is_empty() {
        faults.push(Fault::error("field-missing").at(field));
    }
    check_text(field, text, faults);
}
