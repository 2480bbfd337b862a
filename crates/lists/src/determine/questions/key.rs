//! Keys of questions: how an answer names what it answers.

use std::fmt;
use std::str::FromStr;

use domain::hash::Hash;
use domain::language::Language;
use domain::localized::Localized;
use serde::{Serialize, Serializer};

use crate::cas::CasNumber;
use crate::path::ProvisionPath;

/// What a question asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuestionKey {
    /// A closed question: `is:colour`.
    Is(String),
    /// A quantity, on a scope where the list says one: `q:accuracy@any_linear_axis`.
    Quantity {
        /// The key of the quantity.
        quantity: String,
        /// The scope.
        scope: Option<String>,
    },
    /// The share of a chemical in a mixture: `share:7664-39-3`.
    Share(CasNumber),
    /// Which chemicals the good is or holds: `cas`.
    Cas,
    /// Which organisms or toxins it is or holds: `organism`.
    Organism,
    /// A legal judgement: `judge:2B350.k:0f3a…`.
    Judge(String),
    /// A provision without criteria, to be read and decided: `text:2B350.k`.
    Text(ProvisionPath),
    /// Which parts of a kind it has: `parts:surfaces_in_contact`.
    Parts(String),
}

/// The key of a legal judgement: the provision that asks it, and a short hash of the English question, so that another
/// question of the same provision has another key and a reworded one is asked again.
pub(in crate::determine) fn judge_key(path: &ProvisionPath, question: &Localized) -> String {
    let hash = Hash::of(question.text(Language::EN).as_bytes()).to_string();
    format!("judge:{path}:{}", hash.get(..8).unwrap_or_default())
}

impl fmt::Display for QuestionKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Is(attribute) => write!(f, "is:{attribute}"),
            Self::Quantity { quantity, scope: None } => write!(f, "q:{quantity}"),
            Self::Quantity { quantity, scope: Some(scope) } => write!(f, "q:{quantity}@{scope}"),
            Self::Share(cas) => write!(f, "share:{cas}"),
            Self::Cas => f.write_str("cas"),
            Self::Organism => f.write_str("organism"),
            Self::Judge(key) => f.write_str(key),
            Self::Text(path) => write!(f, "text:{path}"),
            Self::Parts(kind) => write!(f, "parts:{kind}"),
        }
    }
}

/// A text that is no key of a question.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the key of a question: {0:?}")]
pub struct NotAKey(pub String);

impl FromStr for QuestionKey {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotAKey(text.chars().take(60).collect());
        match text {
            "cas" => return Ok(Self::Cas),
            "organism" => return Ok(Self::Organism),
            _ => {}
        }
        let (kind, rest) = text.split_once(':').filter(|(_, rest)| !rest.is_empty()).ok_or_else(wrong)?;
        match kind {
            "is" => Ok(Self::Is(rest.to_owned())),
            "q" => {
                let (quantity, scope) = rest.split_once('@').map_or((rest, None), |(q, s)| (q, Some(s.to_owned())));
                Ok(Self::Quantity { quantity: quantity.to_owned(), scope })
            }
            "share" => rest.parse().map(Self::Share).map_err(|_| wrong()),
            "judge" => Ok(Self::Judge(text.to_owned())),
            "text" => rest.parse().map(Self::Text).map_err(|_| wrong()),
            "parts" => Ok(Self::Parts(rest.to_owned())),
            _ => Err(wrong()),
        }
    }
}

impl Serialize for QuestionKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("is:colour")]
    #[case("q:size")]
    #[case("q:size@any_axis")]
    #[case("share:7664-39-3")]
    #[case("cas")]
    #[case("organism")]
    #[case("judge:2B350.k:0123abcd")]
    #[case("text:2B350.k")]
    #[case("parts:surfaces")]
    fn is_read_as_it_is_written(#[case] key: &str) {
        assert_eq!(key.parse::<QuestionKey>().unwrap().to_string(), key);
    }

    #[rstest]
    #[case("")]
    #[case("is:")]
    #[case("share:1-2-3")]
    #[case("poem:x")]
    fn is_no_key(#[case] key: &str) {
        assert!(key.parse::<QuestionKey>().is_err());
    }
}
