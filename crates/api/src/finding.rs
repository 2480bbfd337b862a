//! Findings.

use std::sync::Arc;

use app::{Node, finding};
use axum::Json;
use axum::extract::State;
use domain::ids::Id;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, Reply, records};
use crate::wire::finding::{FindingBody, SaveFinding};
use crate::wire::record::{Record, Records};
use crate::wire::written::{FindingKindWord, IdText, Reading, StateCodeText};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(list, create)).routes(routes!(change))
}

/// What findings are filtered by.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct FindingsAsked {
    /// The id of the round.
    #[param(value_type = Option<String>)]
    round: Option<IdText>,
    /// What kind.
    #[param(value_type = Option<String>, example = "gap")]
    kind: Option<FindingKindWord>,
    /// The theme: a key of the round.
    theme: Option<String>,
    /// The State concerned.
    #[param(value_type = Option<String>, example = "XO")]
    state: Option<StateCodeText>,
    /// Words of the text, in any language.
    text: Option<String>,
}

impl FindingsAsked {
    fn read(self, paging: Paging) -> Result<finding::FindingFilter, ApiRefusal> {
        let (limit, offset) = paging.bounds()?;
        let mut read = Reading::default();
        let round = read.option("round", &self.round).map(Id::new);
        let kind = read.option("kind", &self.kind);
        let state = read.option("state", &self.state);
        let Self { theme, text, .. } = self;
        Ok(read
            .finish(|| Some(finding::FindingFilter { round, kind, theme, state, text, limit: Some(limit), offset }))?)
    }
}

/// Findings, by number.
#[utoipa::path(get, path = "/findings", tag = "finding", params(FindingsAsked, Paging),
    responses((status = 200, description = "The findings.", body = Records<FindingBody>)))]
async fn list(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<FindingsAsked>,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<FindingBody>>> {
    Ok(records(&finding::list(&node, &actor, &asked.read(paging)?).await?)?)
}

/// Note a finding.
#[utoipa::path(post, path = "/findings", tag = "finding", request_body = SaveFinding,
    responses((status = 201, description = "The finding.", body = Record<FindingBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<SaveFinding>,
) -> Answer<Reply<FindingBody>> {
    Reply::made(&finding::save(&node, &actor, body.finding.try_into()?, None, &body.reason).await?, "records")
}

/// Change a finding.
#[utoipa::path(put, path = "/findings/{id}", tag = "finding", params(RecordPath), request_body = SaveFinding,
    responses((status = 200, description = "The finding.", body = Record<FindingBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<SaveFinding>,
) -> Answer<Reply<FindingBody>> {
    let finding = body.finding.try_into()?;
    Reply::shown(&finding::save(&node, &actor, finding, Some(path.seen(version)?), &body.reason).await?)
}
