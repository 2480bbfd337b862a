//! One matrix with its answers; one row of all matrices side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::act::Verb;
use domain::answer::Answer;
use domain::body::Kind;
use domain::cell::{CellKey, RowKey};
use domain::ids::{Id, RecordId};
use domain::matrix::Matrix;
use domain::template::Template;
use store::{ActQuery, Query, Stored};

use crate::actor::{Actor, Permit};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A matrix as a page or a file needs it.
#[derive(Debug, Clone)]
pub struct MatrixView {
    /// The head.
    pub matrix: Stored,
    /// The form it is made under.
    pub template: Arc<Template>,
    /// The answers that reach the person. A cell that is not here is blank, or is kept from the person.
    pub answers: BTreeMap<CellKey, Stored>,
    /// The cells changed since the matrix was last agreed or approved; all none when it never was.
    pub changed: BTreeSet<CellKey>,
}

impl MatrixView {
    /// The head itself.
    ///
    /// # Panics
    /// Never: a view is only made of a matrix.
    #[must_use]
    pub fn head(&self) -> &Matrix {
        #[expect(clippy::expect_used, reason = "a view is only made from a record that was read as a matrix")]
        self.matrix.noun::<Matrix>().expect("a matrix")
    }

    /// The answer in a cell, if there is one.
    #[must_use]
    pub fn answer(&self, cell: &CellKey) -> Option<&Answer> {
        self.answers.get(cell).and_then(Stored::noun::<Answer>)
    }
}

/// One matrix.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn show(node: &Node, actor: &Actor, id: Id<Matrix>) -> Result<MatrixView, Refusal> {
    let permit = actor.permit(Permission::SeeMatrix)?;
    view(node, &permit, id).await
}

pub(crate) async fn view(node: &Node, permit: &Permit<'_>, id: Id<Matrix>) -> Result<MatrixView, Refusal> {
    let matrix = node.read::<Matrix>(permit, id.record()).await?;
    let head = matrix.noun::<Matrix>().ok_or(Refusal::NotFound("matrix"))?;
    let template = node.template(head.template).await?;
    let records = node.children(permit, Kind::Answer, id.record()).await?;
    let answers: BTreeMap<CellKey, Stored> = records
        .into_iter()
        .filter_map(|stored| stored.noun::<Answer>().map(|answer| answer.cell.clone()).map(|cell| (cell, stored)))
        .collect();
    let agreed = agreed_at(node, &matrix).await?;
    let changed = changed_since(node, agreed, &answers).await?;
    Ok(MatrixView { matrix, template, answers, changed })
}

/// The cells answered since this act. Another marking is another version of an answer too, but says nothing new, so the
/// acts are asked what they did.
async fn changed_since(
    node: &Node,
    agreed: Option<u64>,
    answers: &BTreeMap<CellKey, Stored>,
) -> Result<BTreeSet<CellKey>, Refusal> {
    const AT_ONCE: u32 = 500;
    let Some(agreed) = agreed else { return Ok(BTreeSet::new()) };
    let mut later: BTreeMap<RecordId, &CellKey> = answers
        .iter()
        .filter(|(_, stored)| stored.sequence > agreed)
        .map(|(cell, stored)| (stored.revision.record, cell))
        .collect();
    let mut changed = BTreeSet::new();
    let mut before = None;
    while !later.is_empty() {
        let query = ActQuery { verb: Some(Verb::SaveAnswer), before, limit: AT_ONCE, ..ActQuery::default() };
        let acts = node.store.acts(&query).await?;
        for (act, _) in acts.iter().filter(|(act, _)| act.sequence > agreed) {
            changed.extend(act.record.as_ref().and_then(|record| later.remove(&record.id)).cloned());
        }
        match acts.last() {
            Some((last, _)) if last.sequence > agreed => before = Some(last.sequence),
            _ => break,
        }
    }
    Ok(changed)
}

/// The act at which the matrix was last agreed or approved.
async fn agreed_at(node: &Node, matrix: &Stored) -> Result<Option<u64>, Refusal> {
    use domain::matrix::MatrixStatus::{Agreed, Approved};
    if matrix.revision.version == 1 {
        return Ok(None);
    }
    let history = node.store.history(matrix.revision.record).await?;
    let status = |stored: &Stored| stored.noun::<Matrix>().map(|head| head.status);
    let mut versions = history
        .iter()
        .map(|(stored, _)| stored)
        .skip_while(|stored| !matches!(status(stored), Some(Agreed | Approved)));
    let Some(latest) = versions.next() else { return Ok(None) };
    // A later version may only have changed the marking: what counts is when the matrix came to stand there.
    let first = versions.take_while(|stored| status(stored) == status(latest)).last().unwrap_or(latest);
    Ok(Some(first.sequence))
}

/// One row, State by State.
#[derive(Debug, Clone)]
pub struct RowComparison {
    /// The form.
    pub template: Arc<Template>,
    /// The row.
    pub row: RowKey,
    /// For each matrix that reaches the person, in the order of the codes: the head, and the answers of this row.
    pub states: Vec<(Stored, BTreeMap<CellKey, Stored>)>,
}

/// One row of every matrix under a template, side by side.
///
/// # Errors
/// [`Refusal::NotFound`] when the template has no such row, [`Refusal::NotAllowed`].
pub async fn compare(
    node: &Node,
    actor: &Actor,
    template: Id<Template>,
    row: RowKey,
) -> Result<RowComparison, Refusal> {
    let permit = actor.permit(Permission::SeeMatrix)?;
    let form = node.template(template).await?;
    form.row(&row).ok_or(Refusal::NotFound("row"))?;
    let matrices = node.read_list(&permit, Query::of(Kind::Matrix).under(template.record())).await?.records;
    let parents: Vec<_> = matrices.iter().map(|matrix| matrix.revision.record).collect();
    let mut states: Vec<(Stored, BTreeMap<CellKey, Stored>)> =
        matrices.into_iter().map(|matrix| (matrix, BTreeMap::new())).collect();
    if !parents.is_empty() {
        let query = Query { parents, ..Query::of(Kind::Answer).facet("row", &row.to_string()) };
        for stored in node.read_list(&permit, query).await?.records {
            let Some(answer) = stored.noun::<Answer>() else { continue };
            let (matrix, cell) = (answer.matrix.record(), answer.cell.clone());
            if let Some((_, answers)) = states.iter_mut().find(|(head, _)| head.revision.record == matrix) {
                answers.insert(cell, stored);
            }
        }
    }
    Ok(RowComparison { template: form, row, states })
}
