//! Determinations of goods.

pub mod answer;
pub mod begin;
pub mod conclude;
pub mod open;
pub mod print;

use std::sync::Arc;

use domain::determination::{Determination, DeterminationOutcome};
use domain::fault::Fault;
use domain::ids::Id;
use lists::built_in::BuiltInList;
use lists::determine::{self, Facts, Outcome};
use lists::path::ProvisionPath;
use store::Stored;

use crate::actor::Permit;
use crate::node::Node;
use crate::refusal::Refusal;

/// A determination with what it rests on, ready to be evaluated.
#[derive(Debug, Clone)]
pub struct OpenDetermination {
    /// The record; none for one that was only tried out.
    pub stored: Option<Stored>,
    /// What it says.
    pub determination: Determination,
    /// The provision.
    pub path: ProvisionPath,
    /// What is known of the good.
    pub facts: Facts,
    /// The list.
    pub list: Arc<BuiltInList>,
}

impl OpenDetermination {
    pub(crate) fn new(stored: Option<Stored>, determination: Determination) -> Result<Self, Refusal> {
        let list = crate::list::built_in()?;
        let path = path(&determination.provision)?;
        let unreadable = |_| Refusal::fault(Fault::error("determination-facts-unreadable").at("facts"));
        let facts = serde_json::from_value(determination.facts.clone()).map_err(unreadable)?;
        Ok(Self { stored, determination, path, facts, list })
    }

    /// The determination, for somebody who may change it, and the record that it stands in.
    pub(crate) async fn to_change(
        node: &Node,
        permit: &Permit<'_>,
        id: Id<Determination>,
    ) -> Result<(Stored, Self), Refusal> {
        let current = node.read::<Determination>(permit, id.record()).await?;
        permit.on(&current, None)?;
        let determination = current.noun::<Determination>().ok_or(Refusal::NotFound("determination"))?.clone();
        let open = Self::new(Some(current.clone()), determination)?;
        Ok((current, open))
    }

    /// As [`Self::to_change`], and refused where it is concluded.
    pub(crate) async fn to_continue(
        node: &Node,
        permit: &Permit<'_>,
        id: Id<Determination>,
    ) -> Result<(Stored, Self), Refusal> {
        let (current, open) = Self::to_change(node, permit, id).await?;
        if open.determination.concluded {
            return Err(Refusal::fault(Fault::error("determination-concluded")));
        }
        Ok((current, open))
    }

    /// What comes out by the facts as they stand.
    ///
    /// # Errors
    /// When the list has no such provision any more.
    pub fn evaluate(&self) -> Result<determine::Determination<'_>, Refusal> {
        determine::determine(&self.list, &self.facts, &self.path).ok_or(Refusal::NotFound("provision"))
    }

    /// Whether the provision says something else now than when this was determined: then it is to be read again.
    #[must_use]
    pub fn is_outdated(&self) -> bool {
        self.list.version.get(&self.path).is_none_or(|provision| provision.hash() != self.determination.provision_hash)
    }

    /// The noun with these facts and what comes out of them.
    pub(crate) fn renewed(&self) -> Result<Determination, Refusal> {
        let found = determine::outcome(&self.list, &self.facts, &self.path).ok_or(Refusal::NotFound("provision"))?;
        let outcome = outcome(found);
        let facts = serde_json::to_value(&self.facts)
            .map_err(|_| Refusal::fault(Fault::error("determination-facts-unreadable").at("facts")))?;
        Ok(Determination { facts, outcome, ..self.determination.clone() })
    }
}

/// A path as a person writes it.
pub(crate) fn path(text: &str) -> Result<ProvisionPath, Refusal> {
    text.parse().map_err(|_| Refusal::fault(Fault::error("list-path-unreadable").at("provision").with("path", text)))
}

/// What came out, in the word of the record.
#[must_use]
pub fn outcome(outcome: Outcome) -> DeterminationOutcome {
    match outcome {
        Outcome::Met => DeterminationOutcome::Met,
        Outcome::NotMet => DeterminationOutcome::NotMet,
        Outcome::Undetermined => DeterminationOutcome::Undetermined,
        Outcome::TextOnly => DeterminationOutcome::TextOnly,
    }
}
