//! The folder of a round: everything a round consists of, in files people can write. Its format is
//! `docs/reference/round-folder.md`.

mod accounts;
mod context;
mod findings;
mod folder;
mod matrices;
mod part;
mod people;
mod plans;
mod recommendations;
mod round;
mod states;
mod visits;

use std::collections::{BTreeMap, BTreeSet};

use domain::account::Account;
use domain::answer::Answer;
use domain::fault::Fault;
use domain::finding::Finding;
use domain::ids::{Id, RecordId};
use domain::marking::{Handling, SharingLevel};
use domain::matrix::Matrix;
use domain::measure::Measure;
use domain::owner::{Owner, StateCode};
use domain::participant::Participant;
use domain::plan::Plan;
use domain::programme_item::ProgrammeItem;
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use domain::response::Response;
use domain::round::Round;
use domain::state::State;
use domain::template::Template;
use domain::visit::{Visit, VisitAccount};

use context::Context;
use folder::Folder;

use crate::limits;

/// Files by their path relative to the folder, with `/` between the names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the node already has, so that a folder may refer to it.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The matrix templates. Of several versions of one key the highest is taken.
    pub templates: Vec<(Id<Template>, Template)>,
    /// The States.
    pub states: BTreeSet<StateCode>,
    /// The recommendations, by the key of their round and their number.
    pub recommendations: BTreeMap<(String, u16), Id<Recommendation>>,
}

/// A noun with what its record needs besides: id, marking and owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<N> {
    /// The id of the record to be.
    pub id: RecordId,
    /// The noun.
    pub noun: N,
    /// How far it is shared; the round it is shared with is that of the part.
    pub level: SharingLevel,
    /// How carefully it is handled.
    pub handling: Handling,
    /// Whose it is.
    pub owner: Owner,
}

/// A matrix with its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixPart {
    /// The head.
    pub matrix: Entry<Matrix>,
    /// The cells that say something; each is owned and shared like the head.
    pub answers: Vec<Answer>,
}

/// An action plan with its measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanPart {
    /// The head.
    pub plan: Entry<Plan>,
    /// The measures, in the order of the file; each is owned and shared like the head.
    pub measures: Vec<(Id<Measure>, Measure)>,
    /// Progress on its measures.
    pub progress: Vec<Entry<Progress>>,
}

/// One round of the folder. Every id inside points to an entry of the folder, or to what was [`Known`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundPart {
    /// The round itself.
    pub round: Entry<Round>,
    /// Its programme.
    pub programme: Vec<Entry<ProgrammeItem>>,
    /// Its participants.
    pub participants: Vec<Entry<Participant>>,
    /// Its visits, each with the account of it where one was written.
    pub visits: Vec<(Entry<Visit>, Option<Entry<VisitAccount>>)>,
    /// Its findings.
    pub findings: Vec<Entry<Finding>>,
    /// Its recommendations.
    pub recommendations: Vec<Entry<Recommendation>>,
    /// What States said to them.
    pub responses: Vec<Entry<Response>>,
    /// Progress on them.
    pub progress: Vec<Entry<Progress>>,
    /// The matrices handed in to it.
    pub matrices: Vec<MatrixPart>,
    /// The action plans handed in to it.
    pub plans: Vec<PlanPart>,
}

/// Everything a folder holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundFolder {
    /// The rounds; an earlier one stands before those that may refer to it, the folder's own is the last.
    pub rounds: Vec<RoundPart>,
    /// The States it names.
    pub states: Vec<State>,
    /// People who may sign in: for `tripoint demo` only.
    pub accounts: Vec<Account>,
}

/// Reads the folder of a round. There is a value exactly when no fault is an error: an import is all or nothing.
pub fn read(files: &Files, known: &Known, new_id: &mut dyn FnMut() -> RecordId) -> (Option<RoundFolder>, Vec<Fault>) {
    let mut faults = Vec::new();
    let value = Folder::new(files, &mut faults).map(|folder| {
        let mut context = Context::new(known, new_id);
        let read = part::read_all(folder, &mut context);
        faults.append(&mut context.faults);
        read
    });
    // In the order a person goes through the files.
    faults.sort_by(|a, b| (&a.place.file, a.place.line).cmp(&(&b.place.file, b.place.line)));
    let faults = first_of_each_file(&faults);
    (value.filter(|_| !faults.iter().any(Fault::is_error)), faults)
}

/// At most [`limits::MOST_FAULTS`] faults of each file, with a last one that says so.
fn first_of_each_file(faults: &[Fault]) -> Vec<Fault> {
    let mut kept: Vec<Fault> = Vec::new();
    for faults in faults.chunk_by(|a, b| a.place.file == b.place.file) {
        // Errors first: a warning must never push out of sight what keeps the whole from being stored.
        let (errors, warnings): (Vec<&Fault>, Vec<&Fault>) = faults.iter().partition(|fault| fault.is_error());
        if faults.len() <= limits::MOST_FAULTS {
            kept.extend_from_slice(faults);
            continue;
        }
        kept.extend(errors.into_iter().chain(warnings).take(limits::MOST_FAULTS).cloned());
        let more = (faults.len() - limits::MOST_FAULTS).to_string();
        let file = faults.first().and_then(|fault| fault.place.file.clone()).unwrap_or_default();
        kept.push(Fault::warning("too-many-faults").with("more", more).inside(&file, None));
    }
    kept
}

/// Only the people of a folder, who may sign in to a demonstration. Nothing else of the folder is looked at but the States
/// they belong to.
pub fn accounts(files: &Files) -> (Vec<Account>, Vec<Fault>) {
    let mut faults = Vec::new();
    let known = Known::default();
    let mut no_id = RecordId::nil;
    let accounts = Folder::new(files, &mut faults).map(|mut folder| {
        let mut context = Context::new(&known, &mut no_id);
        states::read(&mut folder, &mut context);
        let accounts = accounts::read(&mut folder, &mut context);
        faults.append(&mut context.faults);
        accounts
    });
    (accounts.unwrap_or_default(), faults)
}

#[cfg(test)]
mod tests;
