//! Taking measures from a table in the English or the Russian column layout: first a preview, then all of it or nothing.
//! A second file in the other language joins the first by number.

use std::collections::BTreeMap;

use domain::act::Verb;
use domain::fault::Fault;
use domain::ids::Id;
use domain::localized::Localized;
use domain::measure::Measure;
use domain::partial_date::PartialDate;
use domain::plan::Plan;
use intake::plan_table::MeasureDraft;
use store::Stored;

use crate::actor::Actor;
use crate::change::Draft;
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::plan::show::{PlanView, view};
use crate::refusal::Refusal;

/// One measure that a file would make or change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureChange {
    /// What stands there; `None` for a new number.
    pub before: Option<Measure>,
    /// What would stand there.
    pub after: Measure,
}

/// What a file would do to a plan.
#[derive(Debug, Clone)]
pub struct PlanPreview {
    /// The plan as it stands.
    pub view: PlanView,
    /// The measures that would change.
    pub changes: Vec<MeasureChange>,
    /// How many measures of the file say what already stands there.
    pub unchanged: usize,
    /// What is wrong with the file.
    pub faults: Vec<Fault>,
}

/// Shows what a file would change. Nothing is stored.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn preview(node: &Node, actor: &Actor, id: Id<Plan>, file: &Offered) -> Result<PlanPreview, Refusal> {
    let permit = actor.permit(Permission::ImportPlan)?;
    let view = view(node, &permit, id).await?;
    permit.on(&view.plan, None)?;
    let head = (id, view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?.start);
    let existing: BTreeMap<&str, &Measure> = view
        .measures
        .iter()
        .filter_map(Stored::noun::<Measure>)
        .map(|measure| (measure.number.as_str(), measure))
        .collect();
    let (table, faults) = intake::plan_table::read(&file.file_name, &file.bytes);
    let mut changes = Vec::new();
    let mut unchanged = 0;
    for offered in table.into_iter().flat_map(|table| table.measures) {
        let before = existing.get(offered.number.as_str()).map(|measure| (*measure).clone());
        let after = onto(before.as_ref(), offered, head);
        if before.as_ref() == Some(&after) {
            unchanged += 1;
        } else {
            changes.push(MeasureChange { before, after });
        }
    }
    Ok(PlanPreview { view, changes, unchanged, faults })
}

/// What a measure becomes when a file says this of it. The file speaks one language: texts of others stay, and so does a
/// status that the file does not tell.
fn onto(before: Option<&Measure>, offered: MeasureDraft, (plan, start): (Id<Plan>, PartialDate)) -> Measure {
    let status = offered.status;
    let mut after = offered.into_measure(plan, start);
    let Some(before) = before else { return after };
    after.status = status.unwrap_or(before.status);
    for (after, before) in [
        (&mut after.text, &before.text),
        (&mut after.expected_result, &before.expected_result),
        (&mut after.lead, &before.lead),
        (&mut after.partners, &before.partners),
        (&mut after.indicator, &before.indicator),
        (&mut after.assistance_needed, &before.assistance_needed),
    ] {
        joined(after, before);
    }
    // Supporting bodies are told in the same order in both layouts; a different number of them is another list.
    if after.supporting.len() == before.supporting.len() {
        for (after, before) in after.supporting.iter_mut().zip(&before.supporting) {
            joined(after, before);
        }
    }
    after
}

/// Adds to a new text the languages that only the old one has.
fn joined(after: &mut Localized, before: &Localized) {
    let mut whole = before.clone();
    whole.merge(after);
    *after = whole;
}

/// Takes all measures of a file, each as an act of its own, or none. Returns how many changed.
///
/// # Errors
/// [`Refusal::Invalid`] with every fault of the file; [`Refusal::Conflict`].
pub async fn import(node: &Node, actor: &Actor, id: Id<Plan>, file: &Offered) -> Result<usize, Refusal> {
    actor.permit(Permission::ImportPlan)?;
    let preview = preview(node, actor, id, file).await?;
    if preview.faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(preview.faults));
    }
    let mut draft = Draft::new(node, actor, &file.file_name);
    let head = &preview.view.plan.revision;
    for change in preview.changes {
        let number = change.after.number.as_str();
        let current = preview
            .view
            .measures
            .iter()
            .find(|stored| stored.noun::<Measure>().is_some_and(|measure| measure.number == number));
        match current {
            Some(current) => draft.change(Verb::SaveMeasure, current, current.revision.version, change.after),
            None => {
                let id = node.surroundings.new_id();
                draft.add(Verb::SaveMeasure, id, head.owner.clone(), head.marking.clone(), change.after);
            }
        }
    }
    let changed = draft.len();
    if changed > 0 {
        draft.commit().await?;
    }
    Ok(changed)
}
