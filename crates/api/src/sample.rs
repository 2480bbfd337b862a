//! Samples with their custody, measurements and results.

use std::sync::Arc;

use app::Node;
use app::sample::list::SampleFilter;
use app::sample::{list, save, show};
use axum::Json;
use axum::extract::State;
use domain::sample::SampleNature;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, RecordPath, Version};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, Reply, records};
use crate::wire::record::{Record, Records};
use crate::wire::sample::{SampleBody, SampleWhole, SaveSample};
use crate::wire::written::{Reading, SampleNatureWord};

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(all, create)).routes(routes!(one, change))
}

/// What the list of samples is filtered by.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SamplesAsked {
    /// What kind of hazard it may be.
    #[param(value_type = Option<String>, example = "radioactive")]
    nature: Option<SampleNatureWord>,
    /// Words of the description, in any language.
    text: Option<String>,
}

impl SamplesAsked {
    fn read(self, paging: Paging) -> Result<SampleFilter, ApiRefusal> {
        let (limit, offset) = paging.bounds()?;
        let mut read = Reading::default();
        let nature: Option<SampleNature> = read.option("nature", &self.nature);
        let text = self.text;
        Ok(read.finish(|| Some(SampleFilter { nature, text, limit: Some(limit), offset }))?)
    }
}

/// The samples that reach the person, by code.
#[utoipa::path(get, path = "/samples", tag = "sample", params(SamplesAsked, Paging),
    responses((status = 200, description = "The samples.", body = Records<SampleBody>)))]
async fn all(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<SamplesAsked>,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<SampleBody>>> {
    Ok(records(&list::list(&node, &actor, &asked.read(paging)?).await?)?)
}

/// A sample with its custody, what does not fit in it, its parts, measurements and results.
#[utoipa::path(get, path = "/samples/{id}", tag = "sample", params(RecordPath),
    responses((status = 200, description = "The sample.", body = SampleWhole)))]
async fn one(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Json<SampleWhole>> {
    Ok(Json(SampleWhole::of(&show::show(&node, &actor, path.id("sample")?).await?)?))
}

/// Enter a sample.
#[utoipa::path(post, path = "/samples", tag = "sample", request_body = SaveSample,
    responses((status = 201, description = "The sample.", body = Record<SampleBody>)))]
async fn create(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<SaveSample>,
) -> Answer<Reply<SampleBody>> {
    let reason = body.reason.clone();
    let sample = body.try_into()?;
    Reply::made(&save::save(&node, &actor, sample, Vec::new(), None, &reason).await?, "samples")
}

/// Change what is known of a sample. Its photographs stay.
#[utoipa::path(put, path = "/samples/{id}", tag = "sample", params(RecordPath), request_body = SaveSample,
    responses((status = 200, description = "The sample.", body = Record<SampleBody>)))]
async fn change(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<SaveSample>,
) -> Answer<Reply<SampleBody>> {
    let reason = body.reason.clone();
    let sample = body.try_into()?;
    Reply::shown(&save::save(&node, &actor, sample, Vec::new(), Some(path.seen(version)?), &reason).await?)
}
