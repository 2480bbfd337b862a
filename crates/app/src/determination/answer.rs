//! Answering a question of a determination.

use domain::act::Verb;
use domain::determination::Determination;
use domain::fault::Fault;
use domain::ids::Id;
use lists::determine::Answer;
use store::Stored;

use super::OpenDetermination;
use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// An answer with the question it answers.
#[derive(Debug, Clone)]
pub struct GivenAnswer {
    /// The key of the question.
    pub question: String,
    /// The part it is about: its kind and its place from 0.
    pub part: Option<(String, usize)>,
    /// The answer; none takes back what was answered before.
    pub answer: Option<Answer>,
}

/// Takes an answer and records it. `seen` is the version that the person saw.
///
/// # Errors
/// [`Refusal::Invalid`] when the answer does not fit the question, or the determination is concluded;
/// [`Refusal::Conflict`], [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn answer(
    node: &Node,
    actor: &Actor,
    id: Id<Determination>,
    seen: u32,
    given: &GivenAnswer,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveDetermination)?;
    let (current, mut open) = OpenDetermination::to_continue(node, &permit, id).await?;
    take(&mut open, given, node, actor)?;
    let place = Place::Next { current: &current, seen };
    save(node, actor, Verb::SaveDetermination, open.renewed()?, place, "").await
}

/// Puts an answer into the facts.
pub(super) fn take(
    open: &mut OpenDetermination,
    given: &GivenAnswer,
    node: &Node,
    actor: &Actor,
) -> Result<(), Refusal> {
    let unknown = |_| Fault::error("answer-no-such-question").at("question").with("text", &given.question);
    let key = given.question.parse().map_err(unknown).map_err(Refusal::fault)?;
    let Some(answer) = &given.answer else {
        open.facts.forget(&key);
        return Ok(());
    };
    let by = actor.name.text(domain::language::Language::EN).to_owned();
    let at = node.surroundings.now().to_string();
    let part = given.part.as_ref().map(|(kind, place)| (kind.as_str(), *place));
    open.facts
        .take(&open.list, &key, part, answer, &by, &at)
        .map_err(|wrong| Refusal::fault(wrong.fault().at(&given.question)))
}
