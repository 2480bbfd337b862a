//! Languages by their two-letter code (ISO 639-1).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language. Any two lower-case letters: which languages have translations is data, not a type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language([u8; 2]);

impl Language {
    /// English.
    pub const EN: Self = Self(*b"en");
    /// Russian.
    pub const RU: Self = Self(*b"ru");

    /// The two letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        // Both bytes were checked to be ASCII letters when the value was made.
        std::str::from_utf8(&self.0).unwrap_or("en")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Text that is not a two-letter language code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a two-letter language code: {0:?}")]
pub struct NotALanguage(pub String);

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.as_bytes() {
            &[a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Ok(Self([a, b])),
            _ => Err(NotALanguage(text.to_owned())),
        }
    }
}
impl Serialize for Language {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
