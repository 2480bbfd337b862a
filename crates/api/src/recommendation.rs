//! Recommendations, and the responses of States to them.

use std::sync::Arc;

use app::recommendation::list::RecommendationFilter;
use app::recommendation::{export, list, respond, save, show};
use app::{Node, Refusal};
use axum::Json;
use axum::extract::State;
use domain::ids::Id;
use domain::owner::StateCode;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version, record_id};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, File, Reply};
use crate::table::TableAsked;
use crate::wire::recommendation::{
    RecommendationBody, RecommendationRecords, RecommendationWhole, ResponseBody, ResponseContent, SaveRecommendation,
};
use crate::wire::record::Record;
use crate::wire::written::{AddresseeText, IdText, Reading};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new()
        .routes(routes!(all, create))
        .routes(routes!(give))
        .routes(routes!(one, change))
        .routes(routes!(answer))
}

/// What the register of recommendations is filtered by.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RecommendationsAsked {
    /// The id of the round that made it.
    #[param(value_type = Option<String>)]
    round: Option<IdText>,
    /// Whom it is for: the code of a State, `all` or `partners`.
    #[param(value_type = Option<String>, example = "XO")]
    addressee: Option<AddresseeText>,
    /// The theme: a key of the round.
    theme: Option<String>,
    /// Words of the text, in any language.
    text: Option<String>,
}

impl RecommendationsAsked {
    fn read(self, paging: Paging) -> Result<RecommendationFilter, ApiRefusal> {
        let (limit, offset) = paging.bounds()?;
        let mut read = Reading::default();
        let round = read.option("round", &self.round).map(Id::new);
        let addressee = read.option("addressee", &self.addressee);
        let Self { theme, text, .. } = self;
        Ok(read.finish(|| Some(RecommendationFilter { round, addressee, theme, text, limit: Some(limit), offset }))?)
    }
}

/// The response of a State to a recommendation.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ResponsePath {
    /// The id of the recommendation.
    #[param(format = "uuid")]
    id: String,
    /// The State that responds.
    #[param(example = "XO")]
    state: String,
}

/// The register of recommendations across all rounds, with the positions that States took.
#[utoipa::path(get, path = "/recommendations", tag = "recommendation", params(RecommendationsAsked, Paging),
    responses((status = 200, description = "The recommendations.", body = RecommendationRecords)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<RecommendationsAsked>,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<RecommendationRecords>> {
    let page = list::list(&node, &actor, &asked.read(paging)?).await?;
    Ok(Json(RecommendationRecords::of(&page)?))
}

/// The register of recommendations as a table file: all that fit the filter.
#[utoipa::path(get, path = "/recommendations/export", tag = "recommendation",
    params(RecommendationsAsked, TableAsked),
    responses((status = 200, description = "The file.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn give(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<RecommendationsAsked>,
    Asked(table): Asked<TableAsked>,
) -> Answer<File> {
    let (format, language) = table.read()?;
    let filter = asked.read(Paging::default())?;
    Ok(File(export::export(&node, &actor, &filter, format, language).await?))
}

/// A recommendation with everything that followed from it and reaches the person.
#[utoipa::path(get, path = "/recommendations/{id}", tag = "recommendation", params(RecordPath),
    responses((status = 200, description = "The recommendation.", body = RecommendationWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<RecommendationWhole>> {
    let view = show::show(&node, &actor, path.id("recommendation")?).await?;
    Ok(Json(RecommendationWhole::of(&view)?))
}

/// Make a recommendation.
#[utoipa::path(post, path = "/recommendations", tag = "recommendation", request_body = SaveRecommendation,
    responses((status = 201, description = "The recommendation.", body = Record<RecommendationBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<SaveRecommendation>,
) -> Answer<Reply<RecommendationBody>> {
    let recommendation = body.recommendation.try_into()?;
    Reply::made(&save::save(&node, &actor, recommendation, None, &body.reason).await?, "recommendations")
}

/// Change a recommendation. It is never dropped.
#[utoipa::path(put, path = "/recommendations/{id}", tag = "recommendation", params(RecordPath),
    request_body = SaveRecommendation,
    responses((status = 200, description = "The recommendation.", body = Record<RecommendationBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<SaveRecommendation>,
) -> Answer<Reply<RecommendationBody>> {
    let recommendation = body.recommendation.try_into()?;
    Reply::shown(&save::save(&node, &actor, recommendation, Some(path.seen(version)?), &body.reason).await?)
}

/// Respond to a recommendation for a State, or revise its response. `If-Match: "0"` for the first one.
#[utoipa::path(put, path = "/recommendations/{id}/responses/{state}", tag = "recommendation", params(ResponsePath),
    request_body = ResponseContent,
    responses(
        (status = 200, description = "The revised response.", body = Record<ResponseBody>),
        (status = 201, description = "The first response.", body = Record<ResponseBody>)))]
async fn answer(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<ResponsePath>,
    Version(seen): Version,
    Body(body): Body<ResponseContent>,
) -> Answer<Reply<ResponseBody>> {
    let recommendation = Id::new(record_id(&path.id, "recommendation")?);
    let state: StateCode = path.state.parse().map_err(|_| Refusal::NotFound("state"))?;
    Reply::written(&respond::respond(&node, &actor, body.read(recommendation, state)?, seen).await?)
}
