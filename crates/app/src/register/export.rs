//! The acts of the register as a table file.

use domain::body::Kind;
use domain::language::Language;
use domain::marking::Marking;
use domain::state::State;
use locale::Catalogue;
use report::sheets::Heading;
use store::{ActQuery, Query, Stored};

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Exports the acts of a question that the person may read, newest first.
///
/// # Errors
/// [`Refusal::NotAllowed`].
pub async fn export(
    node: &Node,
    actor: &Actor,
    query: ActQuery,
    format: TableFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    actor.permit(Permission::SeeRegister)?;
    let acts: Vec<_> = super::acts(node, actor, query).await?.into_iter().map(|(act, _)| act).collect();
    let states = node.store.list(&Query::of(Kind::State)).await?.records;
    let states: Vec<State> = states.iter().filter_map(Stored::noun).cloned().collect();
    let heading = Heading {
        translator: Catalogue::embedded().translator(language),
        training: states.iter().any(|state| state.fictitious),
        marking: &Marking::NATIONAL,
        states: &states,
    };
    sheet_file(node, &report::sheets::acts(&acts, &heading), "register", format)
}
