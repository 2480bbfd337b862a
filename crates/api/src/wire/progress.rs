//! Progress on the wire.

use domain::fault::Fault;
use domain::progress::Progress;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{DateText, IdText, ProgressStatusWord, Reading, StateCodeText, Written};

/// One dated entry about a measure or a recommendation. Entries are added, never rewritten.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgressBody {
    /// The measure or recommendation it is about.
    pub about: IdText,
    /// The State that reports.
    pub state: StateCodeText,
    /// The day it speaks of.
    pub date: DateText,
    /// How far it has come: a fact reported by its owner, not a grade.
    pub status: ProgressStatusWord,
    /// What was done.
    pub text: Texts,
    /// The documents that show it.
    #[serde(default)]
    pub evidence: Vec<IdText>,
}

impl Body for ProgressBody {
    type Noun = Progress;
}

impl From<&Progress> for ProgressBody {
    fn from(progress: &Progress) -> Self {
        Self {
            about: progress.about.into(),
            state: progress.state.clone().into(),
            date: progress.date.into(),
            status: progress.status.into(),
            text: (&progress.text).into(),
            evidence: progress.evidence.iter().copied().map(Written::from).collect(),
        }
    }
}

impl TryFrom<ProgressBody> for Progress {
    type Error = Vec<Fault>;
    fn try_from(body: ProgressBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let about = read.one("about", &body.about);
        let state = read.one("state", &body.state);
        let date = read.one("date", &body.date);
        let status = read.one("status", &body.status);
        let text = read.texts("text", &body.text);
        let evidence = read.ids("evidence", &body.evidence);
        read.finish(|| Some(Self { about: about?, state: state?, date: date?, status: status?, text, evidence }))
    }
}
