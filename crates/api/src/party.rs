//! Party screening: asking, keeping, deciding.

use std::sync::Arc;

use app::Node;
use app::party::decide::{Decide, decide};
use app::party::export::export;
use app::party::keep::{ToKeep, change, keep};
use app::party::list::{ScreeningFilter, list as kept, show as show_kept};
use app::party::screen::screen;
use app::party::{asked_of_line, list};
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use domain::fault::Fault;
use domain::party_screening::{AskedParty, PartyReference, ScreeningState};
use serde::Deserialize;
use serde_json::Value;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Body, Paging, Reads, RecordPath, Version};
use crate::caller::Caller;
use crate::refusal::ApiRefusal;
use crate::reply::{Answer, File, Reply, records};
use crate::table::TableAsked;
use crate::wire::party::{DecideHit, DescribeParty, KeepParties, PartiesAnswered, PartiesAsked, PartyScreeningBody};
use crate::wire::record::{Record, Records};

/// Most parties of one request.
const MOST: usize = 1_000;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new()
        .routes(routes!(ask))
        .routes(routes!(listed, add))
        .routes(routes!(table))
        .routes(routes!(show, describe))
        .routes(routes!(decided))
}

/// A party, and the fields of it that could not be read.
type Read = (AskedParty, Vec<String>);

fn read(parties: &[Value]) -> Result<Vec<Read>, ApiRefusal> {
    if parties.len() > MOST {
        return Err(Fault::error("too-many").at("parties").with("limit", MOST.to_string()).into());
    }
    let mut faults = Vec::new();
    let mut read = Vec::with_capacity(parties.len());
    for (place, party) in parties.iter().enumerate() {
        match asked_of_line(party) {
            Ok((party, unread)) => {
                read.push((party, unread.into_iter().filter_map(|fault| fault.place.field).collect()));
            }
            Err(fault) => faults.push(fault.at(&format!("parties.{}", place + 1))),
        }
    }
    if faults.is_empty() { Ok(read) } else { Err(faults.into()) }
}

fn reference(source: &str) -> Option<PartyReference> {
    let source = source.trim().to_owned();
    Some(PartyReference { source, row: None, check: None }).filter(|reference| !reference.source.is_empty())
}

/// Whether parties may be listed, with reasons. Nothing is kept.
#[utoipa::path(post, path = "/parties/screen", tag = "party", request_body = PartiesAsked,
    responses((status = 200, description = "The answers, in the order asked.", body = PartiesAnswered)))]
async fn ask(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Reads(t): Reads,
    Body(asked): Body<PartiesAsked>,
) -> Answer<Json<PartiesAnswered>> {
    let (parties, unread): (Vec<AskedParty>, Vec<Vec<String>>) = read(&asked.parties)?.into_iter().unzip();
    let screened = screen(&node, &actor, &parties).await?;
    let ids = asked.parties.iter().map(|party| party.get("id").cloned().unwrap_or_default());
    let asked = ids.zip(unread).collect();
    Ok(Json(PartiesAnswered::of(t, &screened, asked, node.surroundings.today())))
}

/// What kept screenings are filtered by.
#[derive(Debug, Clone, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ScreeningsAsked {
    /// How they stand: `open`, `confirmed`, `cleared`, `none`, `unscreened`.
    #[serde(default)]
    state: Option<String>,
    /// Words of the name or the papers.
    #[serde(default)]
    text: Option<String>,
}

impl ScreeningsAsked {
    fn filter(self) -> Result<ScreeningFilter, ApiRefusal> {
        let unreadable = |_| Fault::error("value-unreadable").at("state");
        let state: Option<ScreeningState> =
            self.state.map(|written| written.parse().map_err(unreadable)).transpose()?;
        Ok(ScreeningFilter { state, text: self.text, ..ScreeningFilter::default() })
    }
}

/// Kept screenings that reach the caller, by name.
#[utoipa::path(get, path = "/party-screenings", tag = "party", params(ScreeningsAsked, Paging),
    responses((status = 200, description = "The screenings.", body = Records<PartyScreeningBody>)))]
async fn listed(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ScreeningsAsked>,
    Asked(paging): Asked<Paging>,
) -> Answer<Json<Records<PartyScreeningBody>>> {
    let (limit, offset) = paging.bounds()?;
    let filter = ScreeningFilter { limit: Some(limit), offset, ..asked.filter()? };
    Ok(records(&kept(&node, &actor, &filter).await?)?)
}

/// Screen parties and keep what was found. A party that is kept already is found again with what was decided about it.
#[utoipa::path(post, path = "/party-screenings", tag = "party", request_body = KeepParties,
    responses((status = 201, description = "The screenings, in the order asked.",
        body = Records<PartyScreeningBody>)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Body(body): Body<KeepParties>,
) -> Answer<(StatusCode, Json<Records<PartyScreeningBody>>)> {
    let parties = read(&body.parties)?.into_iter();
    let to_keep = parties.map(|(party, _)| ToKeep { party, reference: reference(&body.reference) }).collect();
    let stored = keep(&node, &actor, to_keep, &|_, _| {}).await?;
    let total = stored.len() as u64;
    Ok((StatusCode::CREATED, Json(Records { records: Record::all(&stored)?, total })))
}

/// Kept screenings as a table: a line for each hit, and one for each party without any.
#[utoipa::path(get, path = "/party-screenings/export", tag = "party", params(ScreeningsAsked, TableAsked),
    responses((status = 200, description = "The table.", body = Vec<u8>, content_type = "application/octet-stream")))]
async fn table(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ScreeningsAsked>,
    Asked(format): Asked<TableAsked>,
) -> Answer<File> {
    Ok(File(export(&node, &actor, &asked.filter()?, format.read()?).await?))
}

/// A kept screening with its hits and what was decided about them.
#[utoipa::path(get, path = "/party-screenings/{id}", tag = "party", params(RecordPath),
    responses((status = 200, description = "The screening.", body = Record<PartyScreeningBody>)))]
async fn show(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
) -> Answer<Reply<PartyScreeningBody>> {
    let list::KeptScreening { stored, .. } = show_kept(&node, &actor, path.id("party-screening")?).await?;
    Reply::shown(&stored)
}

/// Describe a kept party anew, and screen it again. What was decided is open again.
#[utoipa::path(put, path = "/party-screenings/{id}", tag = "party", params(RecordPath), request_body = DescribeParty,
    responses((status = 200, description = "The screening.", body = Record<PartyScreeningBody>)))]
async fn describe(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    version: Version,
    Body(body): Body<DescribeParty>,
) -> Answer<Reply<PartyScreeningBody>> {
    let (party, _) = asked_of_line(&body.party)?;
    Reply::shown(&change(&node, &actor, path.seen(version)?, party, reference(&body.reference)).await?)
}

/// Clear or confirm a hit, with the reason.
#[utoipa::path(post, path = "/party-screenings/{id}/decisions", tag = "party", params(RecordPath),
    request_body = DecideHit,
    responses((status = 200, description = "The screening.", body = Record<PartyScreeningBody>)))]
async fn decided(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<RecordPath>,
    Version(version): Version,
    Body(body): Body<DecideHit>,
) -> Answer<Reply<PartyScreeningBody>> {
    let verdict = body.verdict.parse().map_err(|_| Fault::error("value-unreadable").at("verdict"))?;
    let what = Decide { list: body.list, entry: body.entry, verdict, reason: body.reason };
    Reply::shown(&decide(&node, &actor, path.id("party-screening")?, version, what).await?)
}
