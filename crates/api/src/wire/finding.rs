//! Findings on the wire.

use domain::fault::Fault;
use domain::finding::Finding;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{BasisText, FindingKindWord, IdText, Reading, StateCodeText, Written};

/// What a round noted, with its basis.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingBody {
    /// The round.
    pub round: IdText,
    /// Its number within the round.
    pub number: u16,
    /// What it says.
    pub kind: FindingKindWord,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The States it concerns; none means all States of the round.
    #[serde(default)]
    pub states: Vec<StateCodeText>,
    /// A short title.
    #[serde(default)]
    pub title: Texts,
    /// What was noted.
    pub text: Texts,
    /// What it rests on.
    #[serde(default)]
    pub basis: Vec<BasisText>,
}

/// Notes a finding, or changes one.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveFinding {
    /// The finding.
    pub finding: FindingBody,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

impl Body for FindingBody {
    type Noun = Finding;
}

impl From<&Finding> for FindingBody {
    fn from(finding: &Finding) -> Self {
        Self {
            round: finding.round.into(),
            number: finding.number,
            kind: finding.kind.into(),
            theme: finding.theme.clone(),
            states: finding.states.iter().cloned().map(Written::from).collect(),
            title: (&finding.title).into(),
            text: (&finding.text).into(),
            basis: finding.basis.iter().cloned().map(Written::from).collect(),
        }
    }
}

impl TryFrom<FindingBody> for Finding {
    type Error = Vec<Fault>;
    fn try_from(body: FindingBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let kind = read.one("kind", &body.kind);
        let states = read.all("states", &body.states);
        let title = read.texts("title", &body.title);
        let text = read.texts("text", &body.text);
        let basis = read.all("basis", &body.basis);
        let FindingBody { number, theme, .. } = body;
        read.finish(|| Some(Self { round: round?, number, kind: kind?, theme, states, title, text, basis }))
    }
}
