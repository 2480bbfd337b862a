//! Participants: the people of a round. Personal data, so each is a record with a marking of its own.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::round::Round;

crate::words! {
    /// In what capacity a person takes part.
    ParticipantRole {
        /// Leads a delegation.
        HeadOfDelegation = "head-of-delegation",
        /// Expert of a delegation.
        Expert = "expert",
        /// Of a contributing ministry or agency.
        Contributor = "contributor",
        /// Of the secretariat.
        Secretariat = "secretariat",
        /// Resource person, such as an expert of the Committee.
        ResourcePerson = "resource-person",
        /// Observer.
        Observer = "observer",
        /// Donor.
        Donor = "donor",
        /// Interpreter.
        Interpreter = "interpreter",
    }
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// The round.
    pub round: Id<Round>,
    /// The State whose delegation the person belongs to, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCode>,
    /// The person's name.
    pub name: Localized,
    /// Position held.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub position: Localized,
    /// Ministry, agency or organisation.
    pub body: Localized,
    /// In what capacity.
    pub role: ParticipantRole,
}

impl Participant {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.name.check_required("name", faults);
        self.body.check_required("body", faults);
        self.position.check("position", faults);
        if self.role == ParticipantRole::HeadOfDelegation && self.state.is_none() {
            faults.push(Fault::error("head-without-delegation").at("state"));
        }
    }
}
