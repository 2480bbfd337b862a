//! One plan with its measures and their progress.

use std::collections::BTreeMap;

use domain::body::Kind;
use domain::ids::{Id, RecordId};
use domain::measure::Measure;
use domain::plan::Plan;
use domain::progress::Progress;
use store::{Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A plan as a page or a file needs it.
#[derive(Debug, Clone)]
pub struct PlanView {
    /// The head.
    pub plan: Stored,
    /// The measures, by number.
    pub measures: Vec<Stored>,
    /// The progress of each measure, oldest first.
    pub progress: BTreeMap<RecordId, Vec<Stored>>,
}

impl PlanView {
    /// The measures with their ids, as a timeline and a table take them.
    #[must_use]
    pub fn numbered(&self) -> Vec<(RecordId, Measure)> {
        let measures = self.measures.iter();
        measures.filter_map(|stored| stored.noun::<Measure>().map(|m| (stored.revision.record, m.clone()))).collect()
    }
}

/// One plan.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Plan>) -> Result<PlanView, Refusal> {
    let permit = actor.permit(Permission::SeePlan)?;
    view(node, &permit, id).await
}

pub(crate) async fn view(node: &Node, permit: &Permit<'_>, id: Id<Plan>) -> Result<PlanView, Refusal> {
    let plan = node.read::<Plan>(permit, id.record()).await?;
    let measures = node.children(permit, Kind::Measure, id.record()).await?;
    let about: Vec<RecordId> = measures.iter().map(|measure| measure.revision.record).collect();
    let progress = progress_of(node, permit, about).await?;
    Ok(PlanView { plan, measures, progress })
}

/// The progress entries about these records, oldest first.
pub(crate) async fn progress_of(
    node: &Node,
    permit: &Permit<'_>,
    about: Vec<RecordId>,
) -> Result<BTreeMap<RecordId, Vec<Stored>>, Refusal> {
    let mut progress: BTreeMap<RecordId, Vec<Stored>> = BTreeMap::new();
    if !about.is_empty() {
        let query = Query { parents: about, ..Query::of(Kind::Progress) };
        for stored in node.read_list(permit, query).await?.records {
            if let Some(about) = stored.noun::<Progress>().map(|entry| entry.about) {
                progress.entry(about).or_default().push(stored);
            }
        }
    }
    Ok(progress)
}
