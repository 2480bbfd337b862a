//! What is known while a folder is read: the node, the States, the rounds read so far.

use std::collections::{BTreeMap, BTreeSet};

use domain::body::Body;
use domain::cell::RowKey;
use domain::fault::Fault;
use domain::ids::{Id, RecordId};
use domain::marking::{Handling, SharingLevel};
use domain::measure::Measure;
use domain::owner::{Owner, StateCode};
use domain::recommendation::Recommendation;
use domain::round::Round;
use domain::template::Template;

use super::{Entry, Known};
use crate::toml_file::Fields;

/// What is known while a folder is read.
pub(super) struct Context<'k> {
    known: &'k Known,
    new_id: &'k mut dyn FnMut() -> RecordId,
    /// What was found wrong so far.
    pub(super) faults: Vec<Fault>,
    /// The States of the node and of the folder; whether one is fictitious is known of those of the folder.
    pub(super) states: BTreeMap<StateCode, Option<bool>>,
    /// The recommendations of the node and of the rounds read so far.
    pub(super) recommendations: BTreeMap<(String, u16), Id<Recommendation>>,
    /// The measures of all plans of the folder, by the round they were handed in to, their State and number.
    pub(super) measures: BTreeMap<(Id<Round>, StateCode, String), Id<Measure>>,
    /// The matrices of the folder: State and template may be together only once.
    pub(super) matrices: BTreeMap<(StateCode, Id<Template>), String>,
}

impl<'k> Context<'k> {
    pub(super) fn new(known: &'k Known, new_id: &'k mut dyn FnMut() -> RecordId) -> Self {
        Self {
            known,
            new_id,
            faults: Vec::new(),
            states: known.states.iter().map(|code| (code.clone(), None)).collect(),
            recommendations: known.recommendations.clone(),
            measures: BTreeMap::new(),
            matrices: BTreeMap::new(),
        }
    }

    /// A new id.
    pub(super) fn id(&mut self) -> RecordId {
        (self.new_id)()
    }

    /// An unclassified entry with a new id.
    pub(super) fn entry<N>(&mut self, noun: N, level: SharingLevel, owner: Owner) -> Entry<N> {
        Entry { id: self.id(), noun, level, handling: Handling::Unclassified, owner }
    }

    /// The template with this key, in its highest version.
    pub(super) fn template(&self, key: &str) -> Option<&'k (Id<Template>, Template)> {
        self.known.templates.iter().filter(|(_, known)| known.key == key).max_by_key(|(_, known)| known.version)
    }

    /// The template with this id.
    pub(super) fn template_of(&self, round: &Round) -> Option<&'k Template> {
        let id = round.template?;
        self.known.templates.iter().find(|(known, _)| *known == id).map(|(_, template)| template)
    }

    /// The keys of the templates there are.
    pub(super) fn template_keys(&self) -> String {
        let keys: BTreeSet<&str> = self.known.templates.iter().map(|(_, template)| template.key.as_str()).collect();
        keys.into_iter().collect::<Vec<_>>().join(", ")
    }

    /// The measure with this number in a plan of this State: one handed in to this round, else to another.
    pub(super) fn measure(&self, round: Id<Round>, state: &StateCode, number: &str) -> Option<Id<Measure>> {
        let own = self.measures.get(&(round, state.clone(), number.to_owned()));
        let other = || {
            let mut found =
                self.measures.iter().rev().filter(|((_, owner, given), _)| owner == state && given == number);
            found.next().map(|(_, id)| id)
        };
        own.or_else(other).copied()
    }

    /// What is wrong with naming this State in this round.
    pub(super) fn state_fault(&self, round: &Round, state: &StateCode) -> Option<Fault> {
        let code = if !self.states.contains_key(state) {
            "state-unknown"
        } else if !round.states.iter().any(|known| known.code == *state) {
            "state-not-in-round"
        } else {
            return None;
        };
        Some(Fault::error(code).with("state", state.as_str()))
    }

    /// What is wrong with naming this row of the round's template.
    pub(super) fn row_fault(&self, round: &Round, row: &RowKey) -> Option<Fault> {
        let template = self.template_of(round)?;
        template.row(row).is_none().then(|| Fault::error("matrix-row-unknown").with("row", row.to_string()))
    }

    /// The faults the noun finds in itself, placed at the fields it was read from.
    pub(super) fn check(&mut self, noun: impl Into<Body>, fields: &Fields<'_>) {
        fields.place(noun.into().check(), &mut self.faults);
    }
}

/// The owner of what belongs to a State.
pub(super) fn owned_by(state: &StateCode) -> Owner {
    Owner::State(state.clone())
}

/// The `sharing` of a table: one of the steps a folder can name, else this default.
pub(super) fn sharing(fields: &mut Fields<'_>, default: SharingLevel, faults: &mut Vec<Fault>) -> SharingLevel {
    match fields.word("sharing", faults) {
        None => default,
        Some(SharingLevel::Group) => {
            // A group is a list of States, for which a folder has no field.
            let allowed = SharingLevel::ALL.iter().filter(|level| **level != SharingLevel::Group);
            let allowed: Vec<&str> = allowed.map(|level| level.as_str()).collect();
            let fault = Fault::error("word-unknown").with("word", SharingLevel::Group.as_str());
            faults.push(fields.fault("sharing", fault.with("allowed", allowed.join(", "))));
            default
        }
        Some(level) => level,
    }
}
