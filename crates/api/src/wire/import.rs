//! Previews and results of imports on the wire.

use app::matrix::import::{CellChange, MatrixPreview};
use app::plan::import::{MeasureChange, PlanPreview};
use app::round::import::RoundImported;
use locale::Translator;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::matrix::AnswerContent;
use crate::wire::plan::MeasureBody;
use crate::wire::problem::FaultBody;
use crate::wire::written::{CellText, IdText, KindWord};

/// What a file would do to a matrix. Nothing has been stored.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatrixImportPreview {
    /// The cells that would change.
    pub changes: Vec<CellChangeBody>,
    /// How many cells of the file say what already stands there.
    pub unchanged: u64,
    /// What is wrong with the file. With an error among them nothing can be taken.
    pub faults: Vec<FaultBody>,
}

/// One cell that a file would change.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CellChangeBody {
    /// The cell.
    pub cell: CellText,
    /// What stands there; absent when it is blank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<AnswerContent>,
    /// What the file says.
    pub after: AnswerContent,
}

/// What a file would do to a plan. Nothing has been stored.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanImportPreview {
    /// The measures that would be made or changed.
    pub changes: Vec<MeasureChangeBody>,
    /// How many measures of the file say what already stands there.
    pub unchanged: u64,
    /// What is wrong with the file. With an error among them nothing can be taken.
    pub faults: Vec<FaultBody>,
}

/// One measure that a file would make or change.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureChangeBody {
    /// What stands there; absent for a new number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<MeasureBody>,
    /// What would stand there.
    pub after: MeasureBody,
}

/// How much an import changed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Changed {
    /// How many records were made or changed.
    pub changed: u64,
}

/// What an import of a round brought, or would bring.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RoundImport {
    /// Whether it was only checked: nothing has been stored.
    pub checked_only: bool,
    /// The rounds, earlier ones first.
    pub rounds: Vec<ImportedRound>,
    /// How many records of each kind.
    pub counts: Vec<ImportedCount>,
    /// What a person should look at.
    pub warnings: Vec<FaultBody>,
}

/// A round that was imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportedRound {
    /// Its id. After a check only, an id that was not used.
    pub id: IdText,
    /// Its key.
    pub key: String,
}

/// How many records of a kind were imported.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ImportedCount {
    /// The kind.
    pub kind: KindWord,
    /// How many.
    pub count: u64,
}

impl MatrixImportPreview {
    /// The preview, its faults in a language.
    pub(crate) fn of(preview: &MatrixPreview, translator: Translator) -> Self {
        let change = |change: &CellChange| CellChangeBody {
            cell: change.cell.clone().into(),
            before: change.before.as_ref().map(AnswerContent::from),
            after: (&change.after).into(),
        };
        Self {
            changes: preview.changes.iter().map(change).collect(),
            unchanged: preview.unchanged as u64,
            faults: FaultBody::all(&preview.faults, translator),
        }
    }
}

impl PlanImportPreview {
    /// The preview, its faults in a language.
    pub(crate) fn of(preview: &PlanPreview, translator: Translator) -> Self {
        let change = |change: &MeasureChange| MeasureChangeBody {
            before: change.before.as_ref().map(MeasureBody::from),
            after: (&change.after).into(),
        };
        Self {
            changes: preview.changes.iter().map(change).collect(),
            unchanged: preview.unchanged as u64,
            faults: FaultBody::all(&preview.faults, translator),
        }
    }
}

impl RoundImport {
    /// The result, its warnings in a language.
    pub(crate) fn of(imported: &RoundImported, checked_only: bool, translator: Translator) -> Self {
        let round = |(id, key): &(domain::ids::RecordId, String)| ImportedRound { id: (*id).into(), key: key.clone() };
        Self {
            checked_only,
            rounds: imported.rounds.iter().map(round).collect(),
            counts: imported
                .counts
                .iter()
                .map(|(kind, count)| ImportedCount { kind: (*kind).into(), count: *count as u64 })
                .collect(),
            warnings: FaultBody::all(&imported.warnings, translator),
        }
    }
}
