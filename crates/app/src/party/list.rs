//! Reading kept screenings.

use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::party_screening::{PartyScreening, ScreeningState};
use store::{Page, Query, Stored};

use super::UsedList;
use super::indexed::{all_versions, current};
use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What a list of screenings is filtered by; an empty field asks nothing.
#[derive(Debug, Clone, Default)]
pub struct ScreeningFilter {
    /// How they stand.
    pub state: Option<ScreeningState>,
    /// The check of a table they belong to.
    pub check: Option<RecordId>,
    /// Words of the name or the papers.
    pub text: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
    /// How many to pass over.
    pub offset: u32,
}

impl ScreeningFilter {
    pub(super) fn query(&self) -> Query {
        let mut query = Query {
            text: self.text.clone().filter(|text| !text.trim().is_empty()),
            limit: self.limit,
            offset: self.offset,
            ..Query::of(Kind::PartyScreening)
        };
        query.facets.extend(self.state.map(|state| ("state".to_owned(), state.to_string())));
        query.facets.extend(self.check.map(|check| ("check".to_owned(), check.to_string())));
        query
    }
}

/// Kept screenings that reach the person, by name.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, filter: &ScreeningFilter) -> Result<Page, Refusal> {
    let permit = actor.permit(Permission::SeeScreenings)?;
    node.read_list(&permit, filter.query()).await
}

/// How many kept screenings that reach the person stand in each way, in the order of the states.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn counts(
    node: &Node,
    actor: &Actor,
    filter: &ScreeningFilter,
) -> Result<Vec<(ScreeningState, u64)>, Refusal> {
    let permit = actor.permit(Permission::SeeScreenings)?;
    let audiences = permit.audiences(&node.store).await?;
    let mut counts = Vec::new();
    for state in ScreeningState::ALL {
        let of_state = ScreeningFilter { state: Some(*state), ..filter.clone() };
        let query = Query { audiences: Some(audiences.clone()), ..of_state.query() };
        counts.push((*state, node.store.count(&query).await?));
    }
    Ok(counts)
}

/// A kept screening with the lists it holds for today: those it was compared with, or looked at again when they changed.
#[derive(Debug, Clone)]
pub struct KeptScreening {
    /// The record.
    pub stored: Stored,
    /// What it says.
    pub screening: PartyScreening,
    /// The lists. Whenever one is imported, every screening is looked at again, so these are the newest.
    pub lists: Vec<UsedList>,
}

/// One kept screening.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<PartyScreening>) -> Result<KeptScreening, Refusal> {
    let permit = actor.permit(Permission::SeeScreenings)?;
    let stored = node.read::<PartyScreening>(&permit, id.record()).await?;
    let screening = stored.noun::<PartyScreening>().ok_or(Refusal::NotFound("party-screening"))?.clone();
    let versions = all_versions(node).await?;
    let lists = current(&versions, &stored.revision.owner).into_iter().filter_map(|version| {
        let noun = version.noun::<domain::party_list_version::PartyListVersion>()?.clone();
        Some(UsedList { id: Id::new(version.revision.record), version: noun })
    });
    let lists = lists.collect();
    Ok(KeptScreening { stored, screening, lists })
}
