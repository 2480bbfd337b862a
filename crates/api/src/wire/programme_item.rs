//! Programme items on the wire.

use domain::fault::Fault;
use domain::programme_item::ProgrammeItem;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{DateText, IdText, Reading, TimeText, Written};

/// An item of a round's programme.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeItemBody {
    /// The round.
    pub round: IdText,
    /// The day.
    pub date: DateText,
    /// From when.
    pub start: TimeText,
    /// Until when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<TimeText>,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// What it is called.
    pub title: Texts,
    /// Who speaks.
    #[serde(default)]
    pub speakers: Texts,
}

impl Body for ProgrammeItemBody {
    type Noun = ProgrammeItem;
}

impl From<&ProgrammeItem> for ProgrammeItemBody {
    fn from(item: &ProgrammeItem) -> Self {
        Self {
            round: item.round.into(),
            date: item.date.into(),
            start: item.start.into(),
            end: item.end.map(Written::from),
            theme: item.theme.clone(),
            title: (&item.title).into(),
            speakers: (&item.speakers).into(),
        }
    }
}

impl TryFrom<ProgrammeItemBody> for ProgrammeItem {
    type Error = Vec<Fault>;
    fn try_from(body: ProgrammeItemBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let date = read.one("date", &body.date);
        let start = read.one("start", &body.start);
        let end = read.option("end", &body.end);
        let title = read.texts("title", &body.title);
        let speakers = read.texts("speakers", &body.speakers);
        read.finish(|| {
            Some(Self { round: round?, date: date?, start: start?, end, theme: body.theme, title, speakers })
        })
    }
}
