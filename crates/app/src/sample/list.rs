//! The samples that reach a person.

use domain::body::Kind;
use domain::sample::SampleNature;
use store::{Page, Query};

use crate::actor::Actor;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// What a list of samples is filtered by; an empty field asks nothing.
#[derive(Debug, Clone, Default)]
pub struct SampleFilter {
    /// What kind of hazard.
    pub nature: Option<SampleNature>,
    /// Words of the description.
    pub text: Option<String>,
    /// How many at most.
    pub limit: Option<u32>,
    /// How many to pass over.
    pub offset: u32,
}

/// Samples that reach the person, by code.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor, filter: &SampleFilter) -> Result<Page, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let mut query =
        Query { text: filter.text.clone(), limit: filter.limit, offset: filter.offset, ..Query::of(Kind::Sample) };
    query.facets.extend(filter.nature.map(|nature| ("nature".to_owned(), nature.to_string())));
    node.read_list(&permit, query).await
}
