//! `matrices/CODE.csv`: the matrices of the States.

use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::SharingLevel;
use domain::matrix::{Matrix, MatrixStatus};
use domain::owner::StateCode;
use domain::round::Round;

use super::context::{Context, owned_by};
use super::folder::{File, Folder};
use super::{Entry, MatrixPart};
use crate::matrix_table;

/// Reads the matrices handed in to a round: shared with its participants, never further.
pub(super) fn read(folder: &mut Folder<'_>, round: &Entry<Round>, context: &mut Context<'_>) -> Vec<MatrixPart> {
    let mut matrices = Vec::new();
    for stem in folder.stems("matrices/") {
        let Some(file) = folder.table(&format!("matrices/{stem}"), &mut context.faults) else { continue };
        let Some(state) = state_of_file(stem, file, round, context) else { continue };
        let Some(template) = round.noun.template else {
            context.faults.push(Fault::error("matrix-without-template").inside(file.path, None));
            continue;
        };
        if let Some(other) = context.matrices.insert((state.clone(), template), file.path.to_owned()) {
            context.faults.push(Fault::error("matrix-twice").with("other", other).inside(file.path, None));
        }
        let level = round.level.min(SharingLevel::Round);
        let head = Matrix {
            state: state.clone(),
            template,
            status: MatrixStatus::Draft,
            reports: Vec::new(),
            note: domain::localized::Localized::default(),
        };
        let matrix = context.entry(head, level, owned_by(&state));
        let Some(template) = context.template_of(&round.noun) else { continue };
        let (answers, faults) = matrix_table::read(file.path, file.bytes, template, Id::new(matrix.id));
        context.faults.extend(faults);
        matrices.push(MatrixPart { matrix, answers });
    }
    matrices
}

/// The State a file is named after; a fault when it is none of the round.
pub(super) fn state_of_file(
    stem: &str,
    file: File<'_>,
    round: &Entry<Round>,
    context: &mut Context<'_>,
) -> Option<StateCode> {
    let Ok(state) = stem.parse::<StateCode>() else {
        let fault = Fault::error("state-code-wrong").with("text", stem);
        context.faults.push(fault.inside(file.path, None));
        return None;
    };
    let fault = context.state_fault(&round.noun, &state);
    context.faults.extend(fault.map(|fault| fault.inside(file.path, None)));
    Some(state)
}
