//! Samples: items of evidence with an identity of their own. A part that is split off is a sample with a parent.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required, check_text};
use crate::ids::Id;
use crate::laboratory::RawFile;
use crate::localized::Localized;
use crate::partial_date::PartialDate;

crate::words! {
    /// What kind of hazard a sample may be, as far as is known: it decides who may open it, not what it is.
    SampleNature {
        /// Nuclear or other radioactive material.
        Radioactive = "radioactive",
        /// A chemical.
        Chemical = "chemical",
        /// Of biological origin.
        Biological = "biological",
        /// More than one of these.
        Mixed = "mixed",
        /// Not known yet.
        Unknown = "unknown",
    }
}

/// A sample.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sample {
    /// Its code: what stands on it. An analyst may know no more than this.
    pub code: String,
    /// The sample it was split off from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<Id<Sample>>,
    /// What it is to look at.
    pub description: Localized,
    /// What kind of hazard it may be.
    pub nature: SampleNature,
    /// How much there is, with the unit.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub quantity: String,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub found_at: String,
    /// When it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub found_on: Option<PartialDate>,
    /// Who found it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub found_by: String,
    /// Marks and labels on it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub labels: String,
    /// Photographs of it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub photographs: Vec<RawFile>,
}

impl Sample {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("code", &self.code, faults);
        if self.code.chars().count() > 60 {
            faults.push(Fault::error("sample-code-too-long").at("code").with("limit", "60"));
        }
        self.description.check_required("description", faults);
        for (field, text) in [
            ("quantity", &self.quantity),
            ("found_at", &self.found_at),
            ("found_by", &self.found_by),
            ("labels", &self.labels),
        ] {
            check_text(field, text, faults);
        }
    }
}
