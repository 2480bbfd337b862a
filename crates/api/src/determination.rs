//! Determinations of goods.

use std::sync::Arc;

use app::Node;
use app::determination::answer::{GivenAnswer, answer};
use app::determination::begin::{Begin, begin};
use app::determination::conclude::{conclude, reopen};
use app::determination::open;
use app::determination::print::{SheetFormat, print};
use axum::Json;
use axum::extract::State;
use domain::determination::Determination;
use domain::fault::Fault;
use domain::ids::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, Reads, RecordPath, Version};
use crate::caller::Caller;
use crate::reply::{Answer, File, Reply, page};
use crate::wire::determination::{BeginDetermination, ConclusionBody, DeterminationBody, EvaluatedBody, GiveAnswer};
use crate::wire::record::{Record, Records};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new()
        .routes(routes!(list, add))
        .routes(routes!(show))
        .routes(routes!(give))
        .routes(routes!(end, again))
        .routes(routes!(sheet))
}

/// Determinations that reach the caller.
#[utoipa::path(get, path = "/determinations", tag = "determination", params(Paging),
    responses((status = 200, description = "The determinations.", body = Records<DeterminationBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<DeterminationBody>>> {
    page(&open::list(&node, &actor, None).await?.records, paging)
}

/// Begin a determination.
#[utoipa::path(post, path = "/determinations", tag = "determination", request_body = BeginDetermination,
    responses((status = 201, description = "The determination.", body = Record<DeterminationBody>)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<BeginDetermination>,
) -> Answer<Reply<DeterminationBody>> {
    let what = Begin {
        good: body.good,
        reference: body.reference,
        provision: body.provision,
        answers: body.answers.into_iter().map(given).collect(),
    };
    Reply::made(&begin(&node, &actor, what).await?, "determinations")
}

/// A determination with what comes out of it: every step, every open question.
#[utoipa::path(get, path = "/determinations/{id}", tag = "determination", params(RecordPath),
    responses((status = 200, description = "The determination.", body = EvaluatedBody)))]
async fn show(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<EvaluatedBody>> {
    evaluated(&node, &actor, path.id("determination")?).await.map(Json)
}

async fn evaluated(node: &Node, actor: &app::Actor, id: Id<Determination>) -> Answer<EvaluatedBody> {
    let opened = open::open(node, actor, id).await?;
    let stored = opened.stored.as_ref().ok_or(app::Refusal::NotFound("determination"))?;
    Ok(EvaluatedBody {
        id: stored.revision.record.to_string(),
        version: stored.revision.version,
        body: (&opened.determination).into(),
        outdated: opened.is_outdated(),
        evaluated: serde_json::to_value(opened.evaluate()?).unwrap_or_default(),
    })
}

/// Answer a question, or take an answer back.
#[utoipa::path(post, path = "/determinations/{id}/answers", tag = "determination", params(RecordPath),
    request_body = GiveAnswer,
    responses((status = 200, description = "What comes out now.", body = EvaluatedBody)))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Version(version): Version,
    Body(body): Body<GiveAnswer>,
) -> Answer<Json<EvaluatedBody>> {
    let id = path.id("determination")?;
    answer(&node, &actor, id, version, &given(body)).await?;
    evaluated(&node, &actor, id).await.map(Json)
}

fn given(body: GiveAnswer) -> GivenAnswer {
    let whole = lists::determine::Answer {
        value: body.value,
        method: body.method,
        source: body.source,
        reason: body.reason,
        complete: body.complete,
        cannot_tell: body.cannot_tell,
    };
    GivenAnswer { question: body.question, part: body.part.zip(body.place), answer: (!body.take_back).then_some(whole) }
}

/// Conclude a determination as it stands.
#[utoipa::path(post, path = "/determinations/{id}/conclusion", tag = "determination", params(RecordPath),
    request_body = ConclusionBody,
    responses((status = 200, description = "The determination.", body = Record<DeterminationBody>)))]
async fn end(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Version(version): Version,
    Body(body): Body<ConclusionBody>,
) -> Answer<Reply<DeterminationBody>> {
    Reply::shown(&conclude(&node, &actor, path.id("determination")?, version, &body.text).await?)
}

/// Take a concluded determination up again, with the reason.
#[utoipa::path(delete, path = "/determinations/{id}/conclusion", tag = "determination", params(RecordPath),
    request_body = ConclusionBody,
    responses((status = 200, description = "The determination.", body = Record<DeterminationBody>)))]
async fn again(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Version(version): Version,
    Body(body): Body<ConclusionBody>,
) -> Answer<Reply<DeterminationBody>> {
    Reply::shown(&reopen(&node, &actor, path.id("determination")?, version, &body.text).await?)
}

/// The format of a sheet.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SheetAsked {
    /// `pdf` or `docx`; without it PDF.
    #[serde(default)]
    format: Option<String>,
}

/// The parameter sheet of a determination, to be signed.
#[utoipa::path(get, path = "/determinations/{id}/sheet", tag = "determination", params(RecordPath, SheetAsked),
    responses((status = 200, description = "The sheet.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn sheet(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Reads(t): Reads,
    AtPath(path): AtPath<RecordPath>,
    Asked(asked): Asked<SheetAsked>,
) -> Answer<File> {
    let written = asked.format.as_deref().unwrap_or("pdf");
    let format: SheetFormat = written.parse().map_err(|_| Fault::error("value-unreadable").at("format"))?;
    Ok(File(print(&node, &actor, path.id("determination")?, t.language(), format).await?))
}
