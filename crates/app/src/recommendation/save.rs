//! Making and changing recommendations.

use domain::act::Verb;
use domain::owner::Owner;
use domain::recommendation::Recommendation;
use domain::round::Round;
use store::Stored;

use crate::actor::Actor;
use crate::change::Seen;
use crate::finding::check_theme;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::round::parts::{SavePart, save_part};

/// Makes a recommendation (`seen` is `None`) or changes one.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also for a number that is taken), [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn save(
    node: &Node,
    actor: &Actor,
    recommendation: Recommendation,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveRecommendation)?;
    let round = node.read::<Round>(&permit, recommendation.round.record()).await?;
    check_theme(&round, recommendation.theme.as_deref())?;
    let owner = Owner::Secretariat;
    let how = SavePart { verb: Verb::SaveRecommendation, round: recommendation.round, owner, seen, reason };
    save_part(node, &permit, recommendation, how).await
}
