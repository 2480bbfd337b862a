//! A plan as a table file in the layout of a language, and its timeline as a picture.

use domain::ids::Id;
use domain::language::Language;
use domain::plan::Plan;

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::view;
use crate::refusal::Refusal;

/// Exports a plan in the column layout of the language.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn export(
    node: &Node,
    actor: &Actor,
    id: Id<Plan>,
    format: TableFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    let view = view(node, &permit, id).await?;
    let record = crate::report::gather::plan_record(&view)?;
    let band = crate::export::band(node, &view.plan).await?;
    let sheet = report::sheets::plan(&record, &band.heading(language));
    let name = format!("plan-{}-{language}", record.plan.state);
    sheet_file(node, &sheet, &name, format)
}

/// The timeline of a plan as SVG, with today as a hairline.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn timeline(node: &Node, actor: &Actor, id: Id<Plan>, language: Language) -> Result<String, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    let view = view(node, &permit, id).await?;
    let plan = view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?;
    let translator = locale::Catalogue::embedded().translator(language);
    Ok(report::timeline_svg(plan.title.text(language), &view.numbered(), node.surroundings.today(), translator))
}
