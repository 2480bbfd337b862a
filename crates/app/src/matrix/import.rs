//! Taking answers from a file: first a preview of what would change, then all of it or nothing.

use domain::act::Verb;
use domain::answer::Answer;
use domain::cell::CellKey;
use domain::fault::Fault;
use domain::ids::Id;
use domain::matrix::Matrix;

use crate::actor::Actor;
use crate::change::Draft;
use crate::matrix::show::{MatrixView, view};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;

/// A file that somebody offers.
#[derive(Debug, Clone)]
pub struct Offered {
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// One cell that a file would change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellChange {
    /// The cell.
    pub cell: CellKey,
    /// What stands there; `None` when it is blank.
    pub before: Option<Answer>,
    /// What the file says.
    pub after: Answer,
}

/// What a file would do to a matrix.
#[derive(Debug, Clone)]
pub struct MatrixPreview {
    /// The matrix as it stands.
    pub view: MatrixView,
    /// The cells that would change.
    pub changes: Vec<CellChange>,
    /// How many cells of the file say what already stands there.
    pub unchanged: usize,
    /// What is wrong with the file. With an error among them nothing can be taken.
    pub faults: Vec<Fault>,
}

/// Shows what a file would change. Nothing is stored.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`]. Faults of the file are not a refusal but part of the preview.
pub async fn preview(node: &Node, actor: &Actor, id: Id<Matrix>, file: &Offered) -> Result<MatrixPreview, Refusal> {
    let permit = actor.permit(Permission::ImportMatrix)?;
    let view = view(node, &permit, id).await?;
    permit.on(&view.matrix, None)?;
    let (answers, faults) = intake::matrix_table::read(&file.file_name, &file.bytes, &view.template, id);
    let mut unchanged = 0;
    let mut changes = Vec::new();
    for after in answers {
        let before = view.answer(&after.cell).cloned();
        // A file that leaves a cell out says nothing of it; a blank line says that it is blank.
        let same = before.as_ref().map_or_else(|| after.is_blank(), |before| *before == after);
        if same {
            unchanged += 1;
        } else {
            changes.push(CellChange { cell: after.cell.clone(), before, after });
        }
    }
    Ok(MatrixPreview { view, changes, unchanged, faults })
}

/// Takes all answers of a file, each as an act of its own, or none. Returns how many cells changed.
///
/// # Errors
/// [`Refusal::Invalid`] with every fault of the file; [`Refusal::Conflict`] when a cell changed since it was read.
pub async fn import(node: &Node, actor: &Actor, id: Id<Matrix>, file: &Offered) -> Result<usize, Refusal> {
    actor.permit(Permission::ImportMatrix)?;
    let preview = preview(node, actor, id, file).await?;
    if preview.faults.iter().any(Fault::is_error) {
        return Err(Refusal::Invalid(preview.faults));
    }
    let mut draft = Draft::new(node, actor, &file.file_name);
    let head = &preview.view.matrix.revision;
    for change in preview.changes {
        match preview.view.answers.get(&change.cell) {
            Some(current) => draft.change(Verb::SaveAnswer, current, current.revision.version, change.after),
            None => {
                let id = node.surroundings.new_id();
                draft.add(Verb::SaveAnswer, id, head.owner.clone(), head.marking.clone(), change.after);
            }
        }
    }
    let changed = draft.len();
    if changed > 0 {
        draft.commit().await?;
    }
    Ok(changed)
}
