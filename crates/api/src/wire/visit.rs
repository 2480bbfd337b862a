//! Visits and their accounts on the wire.

use domain::fault::Fault;
use domain::visit::{Visit, VisitAccount};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::{Body, MarkingBody};
use crate::wire::texts::Texts;
use crate::wire::written::{DateText, IdText, Reading, Written};

/// A visit made during a round.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitBody {
    /// The round.
    pub round: IdText,
    /// Its number within the round.
    pub number: u16,
    /// The day, when it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<DateText>,
    /// What was visited.
    pub title: Texts,
    /// The body that received the delegations.
    #[serde(default)]
    pub host: Texts,
    /// What a report may say of it.
    #[serde(default)]
    pub summary: Texts,
}

/// The account of a visit: what was seen. It never feeds a report.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VisitAccountBody {
    /// The visit.
    pub visit: IdText,
    /// What was seen.
    pub text: Texts,
}

/// Writes the account of a visit.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WriteVisitAccount {
    /// The account.
    pub account: VisitAccountBody,
    /// Its marking: its own, not the visit's.
    pub marking: MarkingBody,
}

impl Body for VisitBody {
    type Noun = Visit;
}

impl Body for VisitAccountBody {
    type Noun = VisitAccount;
}

impl From<&Visit> for VisitBody {
    fn from(visit: &Visit) -> Self {
        Self {
            round: visit.round.into(),
            number: visit.number,
            date: visit.date.map(Written::from),
            title: (&visit.title).into(),
            host: (&visit.host).into(),
            summary: (&visit.summary).into(),
        }
    }
}

impl TryFrom<VisitBody> for Visit {
    type Error = Vec<Fault>;
    fn try_from(body: VisitBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let date = read.option("date", &body.date);
        let title = read.texts("title", &body.title);
        let host = read.texts("host", &body.host);
        let summary = read.texts("summary", &body.summary);
        read.finish(|| Some(Self { round: round?, number: body.number, date, title, host, summary }))
    }
}

impl From<&VisitAccount> for VisitAccountBody {
    fn from(account: &VisitAccount) -> Self {
        Self { visit: account.visit.into(), text: (&account.text).into() }
    }
}

impl TryFrom<VisitAccountBody> for VisitAccount {
    type Error = Vec<Fault>;
    fn try_from(body: VisitAccountBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let visit = read.id("visit", &body.visit);
        let text = read.texts("text", &body.text);
        read.finish(|| Some(Self { visit: visit?, text }))
    }
}
