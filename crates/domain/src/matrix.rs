//! A State's matrix: the head. What it says stands in its [`crate::answer::Answer`]s.

use serde::{Deserialize, Serialize};

use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::owner::StateCode;
use crate::partial_date::PartialDate;
use crate::template::Template;

crate::words! {
    /// How far a matrix has come. Each step is an act; experts, the State and the Committee each have theirs.
    MatrixStatus {
        /// Being written.
        Draft = "draft",
        /// With the State for comment.
        StateComment = "state-comment",
        /// The State agrees.
        Agreed = "agreed",
        /// Approved for publication.
        Approved = "approved",
    }
}

impl MatrixStatus {
    /// The steps that may follow: one forward, or back to draft when something has to change.
    #[must_use]
    pub fn next(self) -> &'static [Self] {
        match self {
            Self::Draft => &[Self::StateComment],
            Self::StateComment => &[Self::Agreed, Self::Draft],
            Self::Agreed => &[Self::Approved, Self::Draft],
            Self::Approved => &[Self::Draft],
        }
    }
}

/// The head of a matrix: one per State and template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Matrix {
    /// Whose implementation it describes.
    pub state: StateCode,
    /// The form it is made under.
    pub template: Id<Template>,
    /// How far it has come.
    pub status: MatrixStatus,
    /// Date of the first report, and of additional ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<PartialDate>,
    /// A note about the whole.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub note: Localized,
}

impl Matrix {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.note.check("note", faults);
    }
}
