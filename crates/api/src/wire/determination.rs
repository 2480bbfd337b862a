//! Determinations as they stand on the wire.

use domain::determination::Determination;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record;

/// A determination of a good under a provision of a control list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DeterminationBody {
    /// What the good is, in the words of the papers.
    pub good: String,
    /// The number of the papers.
    pub reference: String,
    /// The list.
    pub list: String,
    /// Its edition.
    pub edition: String,
    /// The provision.
    pub provision: String,
    /// The hash of what the provision said when this was determined.
    pub provision_hash: String,
    /// What is known of the good.
    #[schema(value_type = Object)]
    pub facts: serde_json::Value,
    /// What came out: `met`, `not-met`, `undetermined`, `text-only`.
    pub outcome: String,
    /// Whether a person concluded it.
    pub concluded: bool,
    /// What that person wrote.
    pub conclusion: String,
}

impl From<&Determination> for DeterminationBody {
    fn from(determination: &Determination) -> Self {
        Self {
            good: determination.good.clone(),
            reference: determination.reference.clone(),
            list: determination.list.clone(),
            edition: determination.edition.clone(),
            provision: determination.provision.clone(),
            provision_hash: determination.provision_hash.to_string(),
            facts: determination.facts.clone(),
            outcome: determination.outcome.to_string(),
            concluded: determination.concluded,
            conclusion: determination.conclusion.clone(),
        }
    }
}

impl record::Body for DeterminationBody {
    type Noun = Determination;
}

/// What is to be determined.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginDetermination {
    /// What the good is, in the words of the papers.
    pub good: String,
    /// The number of the papers.
    #[serde(default)]
    pub reference: String,
    /// The provision, `2B350.a`.
    pub provision: String,
    /// What is known already.
    #[serde(default)]
    pub answers: Vec<GiveAnswer>,
}

/// An answer to one question.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GiveAnswer {
    /// The key of the question, as the determination tells it.
    pub question: String,
    /// The kind of part that is meant, for a question about a part.
    #[serde(default)]
    pub part: Option<String>,
    /// Its place among its kind, from 0.
    #[serde(default)]
    pub place: Option<usize>,
    /// The answer: a value, several with semicolons between them, a quantity with its unit, `yes` or `no`.
    #[serde(default)]
    pub value: String,
    /// The method of measurement.
    #[serde(default)]
    pub method: Option<String>,
    /// Where the answer comes from.
    #[serde(default)]
    pub source: String,
    /// The reasons of a judgement.
    #[serde(default)]
    pub reason: String,
    /// Whether the parts named are all there are.
    #[serde(default)]
    pub complete: bool,
    /// Whether nobody can tell.
    #[serde(default)]
    pub cannot_tell: bool,
    /// Whether what was answered before is taken back.
    #[serde(default)]
    pub take_back: bool,
}

/// A conclusion, or the reason to reopen.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConclusionBody {
    /// The words.
    pub text: String,
}

/// What comes out: every provision, every step, every open question.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvaluatedBody {
    /// The record.
    pub id: String,
    /// Its version. `If-Match` names it.
    pub version: u32,
    /// What it says.
    pub body: DeterminationBody,
    /// Whether the provision says something else now.
    pub outdated: bool,
    /// What comes out, with every step and the open questions, the one that settles most first.
    #[schema(value_type = Object)]
    pub evaluated: serde_json::Value,
}
