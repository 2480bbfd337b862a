//! Matrices and their answers on the wire.

use domain::answer::Answer;
use domain::cell::CellKey;
use domain::fault::Fault;
use domain::ids::Id;
use domain::matrix::Matrix;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::citation::CitationBody;
use crate::wire::record::{Body, Record};
use crate::wire::texts::Texts;
use crate::wire::written::{
    CellText, IdText, MarkWord, MatrixStatusWord, PartialDateText, Reading, RowText, StateCodeText, Written,
};

/// The head of a State's matrix.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatrixBody {
    /// Whose implementation it describes.
    pub state: StateCodeText,
    /// The form it is made under.
    pub template: IdText,
    /// How far it has come.
    pub status: MatrixStatusWord,
    /// Date of the first report, and of additional ones.
    pub reports: Vec<PartialDateText>,
    /// A note about the whole.
    pub note: Texts,
}

/// What stands in one cell.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnswerBody {
    /// The matrix it belongs to.
    pub matrix: IdText,
    /// The cell.
    pub cell: CellText,
    /// The mark: an indicator of fact, never of the degree of compliance. Empty for a blank cell.
    pub mark: MarkWord,
    /// The relevant information in words.
    pub information: Texts,
    /// Pinpoint citations.
    pub citations: Vec<CitationBody>,
    /// Remarks; of the whole row when the cell has neither weapon type nor facet.
    pub remarks: Texts,
}

/// What a State says in a cell.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerContent {
    /// The mark: an indicator of fact, never of the degree of compliance. Empty for a blank cell.
    pub mark: MarkWord,
    /// The relevant information in words.
    #[serde(default)]
    pub information: Texts,
    /// Pinpoint citations.
    #[serde(default)]
    pub citations: Vec<CitationBody>,
    /// Remarks; of the whole row when the cell has neither weapon type nor facet.
    #[serde(default)]
    pub remarks: Texts,
}

/// Begins the matrix of a State under a template.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BeginMatrix {
    /// Whose implementation it describes.
    pub state: StateCodeText,
    /// The form it is made under.
    pub template: IdText,
}

/// Answers a cell.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerCell {
    /// What the State says.
    pub answer: AnswerContent,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

/// Moves a matrix a step.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdvanceMatrix {
    /// Where it shall stand: one step forward, or back to draft.
    pub to: MatrixStatusWord,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

/// A matrix with its answers.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MatrixWhole {
    /// The head.
    pub matrix: Record<MatrixBody>,
    /// The answers that reach the person, in the order of the cells. A cell that is not here is blank, or is kept
    /// from the person.
    pub answers: Vec<Record<AnswerBody>>,
    /// The cells changed since the matrix was last agreed or approved.
    pub changed: Vec<CellText>,
}

/// One row of all matrices under a template, side by side.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RowComparison {
    /// The row.
    pub row: RowText,
    /// The matrices that reach the person, by the codes of the States.
    pub matrices: Vec<ComparedMatrix>,
}

/// A matrix in a comparison.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComparedMatrix {
    /// The head.
    pub matrix: Record<MatrixBody>,
    /// The answers of the row.
    pub answers: Vec<Record<AnswerBody>>,
}

impl Body for MatrixBody {
    type Noun = Matrix;
}

impl Body for AnswerBody {
    type Noun = Answer;
}

impl From<&Matrix> for MatrixBody {
    fn from(matrix: &Matrix) -> Self {
        Self {
            state: matrix.state.clone().into(),
            template: matrix.template.into(),
            status: matrix.status.into(),
            reports: matrix.reports.iter().copied().map(Written::from).collect(),
            note: (&matrix.note).into(),
        }
    }
}

impl From<&Answer> for AnswerBody {
    fn from(answer: &Answer) -> Self {
        let AnswerContent { mark, information, citations, remarks } = answer.into();
        let (matrix, cell) = (answer.matrix.into(), answer.cell.clone().into());
        Self { matrix, cell, mark, information, citations, remarks }
    }
}

impl From<&Answer> for AnswerContent {
    fn from(answer: &Answer) -> Self {
        Self {
            mark: answer.mark.into(),
            information: (&answer.information).into(),
            citations: answer.citations.iter().map(CitationBody::from).collect(),
            remarks: (&answer.remarks).into(),
        }
    }
}

impl AnswerContent {
    /// The answer in this cell.
    ///
    /// # Errors
    /// Everything that cannot be read.
    pub fn read(&self, matrix: Id<Matrix>, cell: CellKey) -> Result<Answer, Vec<Fault>> {
        let mut read = Reading::default();
        let mark = read.one("answer.mark", &self.mark);
        let information = read.texts("answer.information", &self.information);
        let remarks = read.texts("answer.remarks", &self.remarks);
        let citations = read.parts("answer.citations", &self.citations, CitationBody::read);
        read.finish(|| Some(Answer { matrix, cell, mark: mark?, information, citations: citations?, remarks }))
    }
}
