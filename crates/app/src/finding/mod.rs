//! Findings of a round.

use domain::act::Verb;
use domain::body::Kind;
use domain::fault::Fault;
use domain::finding::{Finding, FindingKind};
use domain::ids::Id;
use domain::owner::{Owner, StateCode};
use domain::round::Round;
use store::{Page, Query, Stored};

use crate::actor::Actor;
use crate::change::Seen;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::round::parts::{SavePart, save_part};

/// What a list of findings is filtered by; an empty field asks nothing.
#[derive(Debug, Clone, Default)]
pub struct FindingFilter {
    /// The round.
    pub round: Option<Id<Round>>,
    /// What kind.
    pub kind: Option<FindingKind>,
    /// The theme.
    pub theme: Option<String>,
    /// The State concerned.
    pub state: Option<StateCode>,
    /// Words of the text.
    pub text: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
    /// How many to pass over.
    pub offset: u32,
}

/// Findings that reach the person.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, filter: &FindingFilter) -> Result<Page, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let mut query = Query {
        parents: filter.round.iter().map(|round| round.record()).collect(),
        text: filter.text.clone(),
        limit: filter.limit,
        offset: filter.offset,
        ..Query::of(Kind::Finding)
    };
    for (name, value) in [
        ("kind", filter.kind.map(|kind| kind.to_string())),
        ("theme", filter.theme.clone()),
        ("state", filter.state.as_ref().map(ToString::to_string)),
    ] {
        query.facets.extend(value.map(|value| (name.to_owned(), value)));
    }
    node.read_list(&permit, query).await
}

/// Notes a finding (`seen` is `None`) or changes one.
///
/// # Errors
/// [`Refusal::Invalid`], [`Refusal::Conflict`] (also for a number that is taken), [`Refusal::NotFound`],
/// [`Refusal::NotAllowed`].
pub async fn save(
    node: &Node,
    actor: &Actor,
    finding: Finding,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::SaveFinding)?;
    let round = node.read::<Round>(&permit, finding.round.record()).await?;
    check_theme(&round, finding.theme.as_deref())?;
    let how = SavePart { verb: Verb::SaveFinding, round: finding.round, owner: Owner::Secretariat, seen, reason };
    save_part(node, &permit, finding, how).await
}

/// Refuses a theme that the round does not have.
pub(crate) fn check_theme(round: &Stored, theme: Option<&str>) -> Result<(), Refusal> {
    let known = round.noun::<Round>().is_some_and(|round| theme.is_none_or(|key| round.theme(key).is_some()));
    if known {
        Ok(())
    } else {
        Err(Refusal::fault(Fault::error("theme-unknown").at("theme").with("theme", theme.unwrap_or_default())))
    }
}
