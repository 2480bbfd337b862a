//! Matrices: reading them, answering cells, the steps to approval. Files are in `matrix_table`.

use std::sync::Arc;

use app::matrix::{advance, answer, list, save, show};
use app::record::history;
use app::{Node, Refusal};
use axum::Json;
use axum::extract::State;
use domain::cell::{CellKey, RowKey};
use domain::ids::Id;
use domain::matrix::Matrix;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version, record_id};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, Reply, page};
use crate::wire::any::History;
use crate::wire::matrix::{
    AdvanceMatrix, AnswerBody, AnswerCell, BeginMatrix, ComparedMatrix, MatrixBody, MatrixWhole, RowComparison,
};
use crate::wire::record::{Record, Records};
use crate::wire::written::Reading;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new()
        .routes(routes!(all, begin))
        .routes(routes!(one))
        .routes(routes!(answer_cell))
        .routes(routes!(cell_history))
        .routes(routes!(step))
        .routes(routes!(compare))
}

/// A cell of a matrix.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct CellPath {
    /// The id of the matrix.
    #[param(format = "uuid")]
    id: String,
    /// The cell.
    #[param(example = "IV.6:N:LF")]
    cell: String,
}

/// A row of a template.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct RowPath {
    /// The id of the template.
    #[param(format = "uuid")]
    id: String,
    /// The row.
    #[param(example = "IV.6")]
    row: String,
}

impl CellPath {
    fn read(&self) -> Result<(Id<Matrix>, CellKey), ApiRefusal> {
        let matrix = Id::new(record_id(&self.id, "matrix")?);
        Ok((matrix, self.cell.parse().map_err(|_| Refusal::NotFound("answer"))?))
    }
}

/// The matrices, by State.
#[utoipa::path(get, path = "/matrices", tag = "matrix", params(Paging),
    responses((status = 200, description = "The heads of the matrices.", body = Records<MatrixBody>)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<MatrixBody>>> {
    page(&list::list(&node, &actor).await?, paging)
}

/// Begin the matrix of a State under a template: a draft, kept to the State.
#[utoipa::path(post, path = "/matrices", tag = "matrix", request_body = BeginMatrix,
    responses((status = 201, description = "The head of the matrix.", body = Record<MatrixBody>)))]
async fn begin(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<BeginMatrix>,
) -> Answer<Reply<MatrixBody>> {
    let mut read = Reading::default();
    let (state, template) = (read.one("state", &body.state), read.id("template", &body.template));
    let (state, template) = read.finish(|| Some((state?, template?)))?;
    Reply::made(&save::begin(&node, &actor, state, template).await?, "matrices")
}

/// A matrix with its answers.
#[utoipa::path(get, path = "/matrices/{id}", tag = "matrix", params(RecordPath),
    responses((status = 200, description = "The matrix.", body = MatrixWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<MatrixWhole>> {
    let view = show::show(&node, &actor, path.id("matrix")?).await?;
    Ok(Json(MatrixWhole {
        matrix: Record::of(&view.matrix)?,
        answers: view.answers.values().map(Record::of).collect::<Result<_, _>>()?,
        changed: view.changed.into_iter().map(Into::into).collect(),
    }))
}

/// Answer a cell. `If-Match: "0"` when nothing stands in it yet.
#[utoipa::path(put, path = "/matrices/{id}/cells/{cell}", tag = "matrix", params(CellPath), request_body = AnswerCell,
    responses(
        (status = 200, description = "The changed answer.", body = Record<AnswerBody>),
        (status = 201, description = "The first answer.", body = Record<AnswerBody>)))]
async fn answer_cell(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<CellPath>,
    Version(seen): Version,
    Body(body): Body<AnswerCell>,
) -> Answer<Reply<AnswerBody>> {
    let (matrix, cell) = path.read()?;
    let input = body.answer.read(matrix, cell)?;
    Reply::written(&answer::answer(&node, &actor, input, seen, &body.reason).await?)
}

/// The history of a cell, newest version first. A cell that was never answered has none.
#[utoipa::path(get, path = "/matrices/{id}/cells/{cell}/history", tag = "matrix", params(CellPath),
    responses((status = 200, description = "The versions of the answer.", body = History)))]
async fn cell_history(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<CellPath>,
) -> Answer<Json<History>> {
    let (matrix, cell) = path.read()?;
    let view = show::show(&node, &actor, matrix).await?;
    let record = view.answers.get(&cell).map(|stored| stored.revision.record).ok_or(Refusal::NotFound("answer"))?;
    Ok(Json(History::of(&history::history(&node, &actor, record).await?)))
}

/// Move a matrix a step: draft, State comment, agreed, approved; or back to draft.
#[utoipa::path(post, path = "/matrices/{id}/status", tag = "matrix", params(RecordPath), request_body = AdvanceMatrix,
    responses((status = 200, description = "The head of the matrix.", body = Record<MatrixBody>)))]
async fn step(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<AdvanceMatrix>,
) -> Answer<Reply<MatrixBody>> {
    let mut read = Reading::default();
    let to = read.one("to", &body.to);
    let to = read.finish(|| to)?;
    Reply::shown(&advance::advance(&node, &actor, path.seen(version)?, to, &body.reason).await?)
}

/// One row of every matrix under a template, side by side.
#[utoipa::path(get, path = "/templates/{id}/rows/{row}/answers", tag = "matrix", params(RowPath),
    responses((status = 200, description = "The row, State by State.", body = RowComparison)))]
async fn compare(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RowPath>,
) -> Answer<Json<RowComparison>> {
    let template = Id::new(record_id(&path.id, "template")?);
    let row: RowKey = path.row.parse().map_err(|_| Refusal::NotFound("row"))?;
    let comparison = show::compare(&node, &actor, template, row).await?;
    let mut matrices = Vec::new();
    for (matrix, answers) in &comparison.states {
        let answers = answers.values().map(Record::of).collect::<Result<_, _>>()?;
        matrices.push(ComparedMatrix { matrix: Record::of(matrix)?, answers });
    }
    Ok(Json(RowComparison { row: comparison.row.into(), matrices }))
}
