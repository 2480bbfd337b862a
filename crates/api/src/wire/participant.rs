//! Participants on the wire.

use domain::fault::Fault;
use domain::participant::Participant;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::texts::Texts;
use crate::wire::written::{IdText, ParticipantRoleWord, Reading, StateCodeText, Written};

/// A person who takes part in a round. Personal data, with a marking of its own.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipantBody {
    /// The round.
    pub round: IdText,
    /// The State whose delegation the person belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCodeText>,
    /// The person's name.
    pub name: Texts,
    /// Position held.
    #[serde(default)]
    pub position: Texts,
    /// Ministry, agency or organisation.
    pub body: Texts,
    /// In what capacity.
    pub role: ParticipantRoleWord,
}

impl Body for ParticipantBody {
    type Noun = Participant;
}

impl From<&Participant> for ParticipantBody {
    fn from(participant: &Participant) -> Self {
        Self {
            round: participant.round.into(),
            state: participant.state.clone().map(Written::from),
            name: (&participant.name).into(),
            position: (&participant.position).into(),
            body: (&participant.body).into(),
            role: participant.role.into(),
        }
    }
}

impl TryFrom<ParticipantBody> for Participant {
    type Error = Vec<Fault>;
    fn try_from(body: ParticipantBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let state = read.option("state", &body.state);
        let name = read.texts("name", &body.name);
        let position = read.texts("position", &body.position);
        let organisation = read.texts("body", &body.body);
        let role = read.one("role", &body.role);
        read.finish(|| Some(Self { round: round?, state, name, position, body: organisation, role: role? }))
    }
}
