//! Matrix templates of the node.

use std::sync::Arc;

use domain::act::Verb;
use domain::body::Kind;
use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::template::Template;
use store::{Query, Stored};

use crate::actor::Actor;
use crate::change::{Place, save};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

pub mod built_in;

/// All templates, by key and version.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn list(node: &Node, actor: &Actor) -> Result<Vec<Stored>, Refusal> {
    let permit = actor.permit(Permission::SeeTemplates)?;
    Ok(node.read_list(&permit, Query::of(Kind::Template)).await?.records)
}

/// One template.
///
/// # Errors
/// [`Refusal::NotAllowed`], [`Refusal::NotFound`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Template>) -> Result<Arc<Template>, Refusal> {
    let permit = actor.permit(Permission::SeeTemplates)?;
    node.read::<Template>(&permit, id.record()).await?;
    node.template(id).await
}

/// Adds a version of a template. A version is never changed afterwards: corrected content is a new one, with a higher
/// number.
///
/// # Errors
/// [`Refusal::NotAllowed`]; [`Refusal::Invalid`] when the number is not higher than every one before.
pub async fn add(node: &Node, actor: &Actor, template: Template) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::AddTemplate)?;
    permit.on_node()?;
    let existing = node.store.list(&Query::of(Kind::Template)).await?.records;
    let newest = existing
        .iter()
        .filter_map(Stored::noun::<Template>)
        .filter(|other| other.key == template.key)
        .map(|other| other.version)
        .max();
    if let Some(newest) = newest.filter(|newest| *newest >= template.version) {
        let fault = Fault::error("template-version-not-higher").at("version").with("newest", newest.to_string());
        return Err(Refusal::fault(fault));
    }
    let place = Place::New { owner: Owner::Secretariat, marking: Marking::PUBLIC };
    save(node, actor, Verb::AddTemplate, template, place, "").await
}
