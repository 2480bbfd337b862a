//! What is around every noun: the record it is kept in.

use app::{Refusal, Stored};
use domain::body::Noun;
use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::{Marking, Sharing};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::written::{
    HandlingWord, HashText, IdText, KindWord, OwnerText, Reading, SharingLevelWord, StateCodeText, Written,
};

/// A record: who owns it, how it is marked, which version this is, and what it says.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Record<B> {
    /// Its id. It never changes.
    pub id: IdText,
    /// Its kind.
    pub kind: KindWord,
    /// Its version, from 1. `If-Match` names it.
    pub version: u32,
    /// The SHA-256 of the exact bytes of this version.
    pub revision: HashText,
    /// The act of the register that wrote this version.
    pub sequence: u64,
    /// Whose record it is.
    pub owner: OwnerText,
    /// How it is marked.
    pub marking: MarkingBody,
    /// What it says.
    pub body: B,
}

/// Part of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Records<B> {
    /// The records of this part.
    pub records: Vec<Record<B>>,
    /// How many there are in all.
    pub total: u64,
}

/// A noun as it stands on the wire.
pub trait Body: Sized + for<'a> From<&'a Self::Noun> {
    /// The noun.
    type Noun: Noun;
}

impl<B: Body> Record<B> {
    /// The record as stored.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] when it is of another kind, which no verb of `app` answers.
    pub fn of(stored: &Stored) -> Result<Self, Refusal> {
        let noun = stored.noun::<B::Noun>().ok_or(Refusal::NotFound(B::Noun::KIND.as_str()))?;
        Ok(Self::around(stored, B::from(noun)))
    }

    /// Several records.
    ///
    /// # Errors
    /// As [`Record::of`].
    pub fn all(stored: &[Stored]) -> Result<Vec<Self>, Refusal> {
        stored.iter().map(Self::of).collect()
    }
}

impl<B> Record<B> {
    /// The record of a version around a body.
    pub(crate) fn around(stored: &Stored, body: B) -> Self {
        let revision = &stored.revision;
        Self {
            id: revision.record.into(),
            kind: revision.body.kind().into(),
            version: revision.version,
            revision: stored.hash.into(),
            sequence: stored.sequence,
            owner: revision.owner.clone().into(),
            marking: (&revision.marking).into(),
            body,
        }
    }
}

/// How carefully a record is handled, and with whom it is shared.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkingBody {
    /// How carefully.
    pub handling: HandlingWord,
    /// With whom: the step of the ladder.
    pub sharing: SharingLevelWord,
    /// The States of a `group`; none means nobody but the owner.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<StateCodeText>,
    /// The round, for `round`; for `committee` the round whose participants read it too, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub round: Option<IdText>,
}

impl From<&Marking> for MarkingBody {
    fn from(marking: &Marking) -> Self {
        let (states, round) = match &marking.sharing {
            Sharing::Group { states } => (states.iter().cloned().map(Written::from).collect(), None),
            Sharing::Round { round } => (Vec::new(), Some((*round).into())),
            Sharing::Committee { round } => (Vec::new(), round.map(Written::from)),
            Sharing::National | Sharing::Public => (Vec::new(), None),
        };
        Self { handling: marking.handling.into(), sharing: marking.sharing.level().into(), states, round }
    }
}

impl MarkingBody {
    /// The marking, at this field of its body.
    pub(crate) fn read(&self, field: &str, read: &mut Reading) -> Option<Marking> {
        use domain::marking::SharingLevel as Level;
        let handling = read.one(&format!("{field}handling"), &self.handling);
        let level = read.one(&format!("{field}sharing"), &self.sharing);
        let round = read.option(&format!("{field}round"), &self.round).map(Id::new);
        let states = read.all(&format!("{field}states"), &self.states);
        let sharing = match level? {
            Level::National => Sharing::National,
            Level::Group => Sharing::Group { states },
            Level::Round if round.is_none() => {
                read.fault(Fault::error("field-missing").at(&format!("{field}round")));
                return None;
            }
            Level::Round => Sharing::Round { round: round? },
            Level::Committee => Sharing::Committee { round },
            Level::Public => Sharing::Public,
        };
        Some(Marking { handling: handling?, sharing })
    }
}

impl TryFrom<MarkingBody> for Marking {
    type Error = Vec<Fault>;
    fn try_from(body: MarkingBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let marking = body.read("", &mut read);
        read.finish(|| marking)
    }
}
