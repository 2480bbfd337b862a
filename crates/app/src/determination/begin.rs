//! Beginning a determination, or trying one out without recording it.

use domain::act::Verb;
use domain::determination::{Determination, DeterminationOutcome};
use domain::marking::Marking;
use lists::determine::{Answer, Facts};
use store::Stored;

use super::OpenDetermination;
use super::answer::{GivenAnswer, take};
use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What is to be determined.
#[derive(Debug, Clone)]
pub struct Begin {
    /// What the good is, in the words of the papers.
    pub good: String,
    /// The number of the papers.
    pub reference: String,
    /// The provision of the list shipped with the program.
    pub provision: String,
    /// What is known already.
    pub answers: Vec<GivenAnswer>,
}

/// Begins a determination and records it.
///
/// # Errors
/// [`Refusal::NotFound`] when the list has no such provision; [`Refusal::Invalid`] for an answer that does not fit;
/// [`Refusal::NotAllowed`].
pub async fn begin(node: &Node, actor: &Actor, begin: Begin) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveDetermination)?;
    let owner = actor.owner();
    permit.on_new(&owner, None)?;
    let open = opened(node, actor, begin)?;
    let place = Place::New { owner, marking: Marking::NATIONAL };
    save(node, actor, Verb::SaveDetermination, open.renewed()?, place, "").await
}

/// Determines by these answers and records nothing.
///
/// # Errors
/// As [`begin`].
pub async fn try_out(node: &Node, actor: &Actor, begin: Begin) -> Result<OpenDetermination, Refusal> {
    let _permit = actor.permit(Permission::SaveDetermination)?;
    opened(node, actor, begin)
}

fn opened(node: &Node, actor: &Actor, begin: Begin) -> Result<OpenDetermination, Refusal> {
    let list = crate::list::built_in()?;
    let path = super::path(&begin.provision)?;
    let provision = list.version.get(&path).ok_or(Refusal::NotFound("provision"))?;
    let determination = Determination {
        good: begin.good,
        reference: begin.reference,
        list: list.version.head.list.clone(),
        edition: list.version.head.edition.clone(),
        provision: path.to_string(),
        provision_hash: provision.hash(),
        facts: serde_json::Value::Object(serde_json::Map::new()),
        outcome: DeterminationOutcome::Undetermined,
        concluded: false,
        conclusion: String::new(),
    };
    let mut open = OpenDetermination::new(None, determination)?;
    debug_assert_eq!(open.facts, Facts::default());
    // The parts of a good must be named before anything is said of one of them, whatever the order of the answers.
    let (named, others): (Vec<GivenAnswer>, Vec<GivenAnswer>) =
        begin.answers.into_iter().partition(|given| given.part.is_none());
    for given in named.iter().chain(&others) {
        take(&mut open, given, node, actor)?;
    }
    Ok(open)
}

/// An answer that is only a value.
#[must_use]
pub fn plain(value: &str) -> Answer {
    Answer { value: value.to_owned(), ..Answer::default() }
}
