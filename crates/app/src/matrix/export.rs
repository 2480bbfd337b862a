//! A matrix as a table file, in the columns that an import takes.

use domain::ids::Id;
use domain::language::Language;
use domain::matrix::Matrix;

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::matrix::show::view;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// Exports a matrix. What does not reach the person is not in it.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn export(
    node: &Node,
    actor: &Actor,
    id: Id<Matrix>,
    format: TableFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeMatrix)?;
    let view = view(node, &permit, id).await?;
    let record = crate::report::gather::matrix_record(&view);
    let band = crate::export::band(node, &view.matrix).await?;
    let sheet = report::sheets::matrix(&record, Some(&view.template), &band.heading(language));
    let name = format!("matrix-{}", view.head().state);
    sheet_file(node, &sheet, &name, format)
}
