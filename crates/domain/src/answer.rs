//! Answers: what a State says in one cell of its matrix.

use serde::{Deserialize, Serialize};

use crate::cell::{CellKey, Mark};
use crate::citation::Citation;
use crate::fault::Fault;
use crate::ids::Id;
use crate::localized::Localized;
use crate::matrix::Matrix;

/// Most citations of one cell.
pub const MOST_CITATIONS: usize = 50;

/// What stands in one cell. Its history is the history of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The matrix it belongs to.
    pub matrix: Id<Matrix>,
    /// The cell.
    pub cell: CellKey,
    /// The mark.
    pub mark: Mark,
    /// The relevant information in words.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub information: Localized,
    /// Pinpoint citations.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub citations: Vec<Citation>,
    /// Remarks; of the whole row when the cell has neither weapon type nor facet.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub remarks: Localized,
}

impl Answer {
    /// An empty answer.
    #[must_use]
    pub fn blank(matrix: Id<Matrix>, cell: CellKey) -> Self {
        Self {
            matrix,
            cell,
            mark: Mark::Blank,
            information: Localized::default(),
            citations: Vec::new(),
            remarks: Localized::default(),
        }
    }

    /// Whether it says anything at all.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.mark == Mark::Blank && self.information.is_empty() && self.citations.is_empty() && self.remarks.is_empty()
    }

    /// Everything wrong with it, except what only its template can know ([`crate::template::Template::refuses`]).
    pub fn check(&self, faults: &mut Vec<Fault>) {
        self.information.check("information", faults);
        self.remarks.check("remarks", faults);
        if self.citations.len() > MOST_CITATIONS {
            faults.push(Fault::error("too-many").at("citations").with("limit", MOST_CITATIONS.to_string()));
        }
        for (n, citation) in self.citations.iter().enumerate() {
            citation.check(&format!("citations.{}", n + 1), faults);
        }
    }
}
