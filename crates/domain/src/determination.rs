//! Determinations: whether a good meets a provision of a control list, by the facts that were given.

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_required, check_text};
use crate::hash::Hash;

crate::words! {
    /// What came out. There is no word for "not controlled".
    DeterminationOutcome {
        /// The facts given meet the provision.
        Met = "met",
        /// The facts given do not meet it.
        NotMet = "not-met",
        /// Something that decides is not known.
        Undetermined = "undetermined",
        /// The provision has no criteria: its text is to be read, and a person decides.
        TextOnly = "text-only",
    }
}

/// A determination of one good under one provision. Reopening it is a further version: nothing that was determined is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Determination {
    /// What the good is, in the words of the papers.
    pub good: String,
    /// The number of the declaration, application or file it belongs to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// The list.
    pub list: String,
    /// Its edition.
    pub edition: String,
    /// The provision.
    pub provision: String,
    /// The hash of what the provision said when this was determined: when it differs now, read again.
    pub provision_hash: Hash,
    /// What is known of the good, as the lists read it.
    pub facts: serde_json::Value,
    /// What came out.
    pub outcome: DeterminationOutcome,
    /// Whether a person has concluded it. One that is reopened is not.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub concluded: bool,
    /// What the person who concluded it wrote.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub conclusion: String,
}

impl Determination {
    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        const LONGEST_FACTS: usize = 500_000;
        check_required("good", &self.good, faults);
        check_text("reference", &self.reference, faults);
        check_required("list", &self.list, faults);
        check_required("provision", &self.provision, faults);
        check_text("conclusion", &self.conclusion, faults);
        if self.facts.to_string().len() > LONGEST_FACTS {
            faults.push(Fault::error("determination-facts-too-long").at("facts"));
        }
    }
}
