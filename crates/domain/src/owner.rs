//! Who owns a record: a State, or the secretariat of the round.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The code of a State: two or three capital letters. ISO 3166-1 for real States, `XA`–`XZ` for fictitious ones.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StateCode(String);

impl StateCode {
    /// The letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl fmt::Display for StateCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Text that is not a State's code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the code of a State: {0:?}; two or three capital letters")]
pub struct NotAStateCode(pub String);

impl FromStr for StateCode {
    type Err = NotAStateCode;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if matches!(text.len(), 2 | 3) && text.bytes().all(|b| b.is_ascii_uppercase()) {
            Ok(Self(text.to_owned()))
        } else {
            Err(NotAStateCode(text.to_owned()))
        }
    }
}
impl Serialize for StateCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for StateCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// The owner of a record. Written as the State's code, or `secretariat`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A State owns its data.
    State(StateCode),
    /// What belongs to the round itself is kept by its secretariat.
    Secretariat,
}

impl Owner {
    /// The State, if it is one.
    #[must_use]
    pub fn state(&self) -> Option<&StateCode> {
        match self {
            Self::State(code) => Some(code),
            Self::Secretariat => None,
        }
    }
}
impl fmt::Display for Owner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::State(code) => code.fmt(f),
            Self::Secretariat => f.write_str("secretariat"),
        }
    }
}
impl FromStr for Owner {
    type Err = NotAStateCode;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "secretariat" { Ok(Self::Secretariat) } else { text.parse().map(Self::State) }
    }
}
impl Serialize for Owner {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Owner {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}
