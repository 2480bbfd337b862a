//! The register: acts, checkpoint, proofs, verifying.

use std::sync::Arc;

use app::{ActQuery, Node, Refusal, register};
use axum::Json;
use axum::extract::State;
use domain::fault::Fault;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, Reads};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, File};
use crate::table::TableAsked;
use crate::wire::problem::FaultBody;
use crate::wire::register::{Acts, ProofBody, RegisterHead, VerifiedBody, VerifyRegister};
use crate::wire::written::{IdText, Reading, VerbWord};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new()
        .routes(routes!(acts))
        .routes(routes!(give))
        .routes(routes!(proof))
        .routes(routes!(head))
        .routes(routes!(verify))
}

/// Which acts.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ActsAsked {
    /// Only acts on this record.
    #[param(value_type = Option<String>)]
    record: Option<IdText>,
    /// Only acts by this account.
    #[param(value_type = Option<String>)]
    account: Option<IdText>,
    /// Only these.
    #[param(value_type = Option<String>, example = "recommendation-respond")]
    verb: Option<VerbWord>,
    /// Only acts before this sequence.
    before: Option<u64>,
    /// How many at most.
    #[param(minimum = 0, maximum = 500, default = 50)]
    limit: Option<u32>,
}

impl ActsAsked {
    fn read(self) -> Result<ActQuery, ApiRefusal> {
        let (limit, _) = Paging::limited(self.limit).bounds()?;
        let mut read = Reading::default();
        let record = read.option("record", &self.record);
        let account = read.option("account", &self.account);
        let verb = read.option("verb", &self.verb);
        let before = self.before;
        Ok(read.finish(|| Some(ActQuery { record, account, verb, before, limit, ..ActQuery::default() }))?)
    }
}

/// An act of the register.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ActPath {
    /// Its place in the register, from 0.
    #[param(value_type = u64)]
    sequence: String,
}

/// The acts of the register, newest first.
#[utoipa::path(get, path = "/register/acts", tag = "register", params(ActsAsked),
    responses((status = 200, description = "The acts.", body = Acts)))]
async fn acts(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ActsAsked>,
) -> Answer<Json<Acts>> {
    Ok(Json(Acts::of(&register::acts(&node, &actor, asked.read()?).await?)))
}

/// The acts of the register as a table file, newest first.
#[utoipa::path(get, path = "/register/export", tag = "register", params(ActsAsked, TableAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ActsAsked>,
    Asked(table): Asked<TableAsked>,
) -> Answer<File> {
    let (format, language) = table.read()?;
    Ok(File(register::export(&node, &actor, asked.read()?, format, language).await?))
}

/// The proof that an act is in the register.
#[utoipa::path(get, path = "/register/acts/{sequence}/proof", tag = "register", params(ActPath),
    responses((status = 200, description = "The proof.", body = ProofBody)))]
async fn proof(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<ActPath>,
) -> Answer<Json<ProofBody>> {
    // The verb counts on from the sequence, so the largest number there is names no act.
    let sequence = path.sequence.parse().ok().filter(|sequence| *sequence < u64::MAX);
    let sequence = sequence.ok_or(Refusal::NotFound("act"))?;
    let proof = register::prove(&node, &actor, sequence).await?;
    Ok(Json(ProofBody::of(&proof, node.verifier().to_text())))
}

/// The head of the register: its signed checkpoint. Keep it: later it shows whether anything before it was changed.
#[utoipa::path(get, path = "/register/head", tag = "register",
    responses((status = 200, description = "The head.", body = RegisterHead)))]
async fn head(State(node): State<Arc<Node>>, Caller(actor): Caller) -> Answer<Json<RegisterHead>> {
    let head = register::head(&node, &actor).await?.ok_or(Refusal::NotFound("act"))?;
    Ok(Json(RegisterHead::of(head, node.verifier().to_text())))
}

/// Derive everything again and compare: acts, tree, checkpoint, revisions, lookups, files.
#[utoipa::path(post, path = "/register/verify", tag = "register", request_body = VerifyRegister,
    responses((status = 200, description = "What holds, and the first thing that does not.", body = VerifiedBody)))]
async fn verify(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Reads(translator): Reads,
    Body(body): Body<VerifyRegister>,
) -> Answer<Json<VerifiedBody>> {
    let unreadable = |_| Fault::error("checkpoint-unreadable").at("checkpoint");
    let kept = body.checkpoint.map(|note| node.verifier().open(&note)).transpose().map_err(unreadable)?;
    let verified = register::verify(&node, &actor, kept.as_ref(), &mut |_| {}).await?;
    Ok(Json(VerifiedBody {
        holds: verified.failure.is_none(),
        acts: verified.acts,
        records: verified.records,
        revisions: verified.revisions,
        files: verified.files,
        size: verified.size,
        root: verified.root.into(),
        failure: verified.failure.map(|failure| FaultBody::of(&failure.fault(), translator)),
    }))
}
