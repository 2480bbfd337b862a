//! Control lists.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::Node;
use app::list::import::ListFile;
use app::list::{compare, import, open};
use axum::Json;
use axum::extract::State;
use domain::fault::Fault;
use domain::language::Language;
use domain::list_edition::ListFormat;
use domain::localized::Localized;
use lists::path::ProvisionPath;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::asked::{Asked, AtPath, Reads};
use crate::caller::Caller;
use crate::reply::{Answer, Reply};
use crate::upload::{FileName, Upload, larger};
use crate::wire::list::{EditionBody, ListEditionBody};
use crate::wire::record::Record;

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    larger(OpenApiRouter::new().routes(routes!(list, add)))
        .merge(OpenApiRouter::new().routes(routes!(show)).routes(routes!(entry)).routes(routes!(compared)))
}

/// One edition.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ListPath {
    /// `list@edition`, or the list alone for its newest edition.
    list: String,
}

/// One provision.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ProvisionAt {
    /// `list@edition`, or the list alone for its newest edition.
    list: String,
    /// The code, `2B350.a`.
    path: String,
}

/// Two editions.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct TwoLists {
    /// The first.
    list: String,
    /// The second.
    other: String,
}

/// What is said of the file that is imported.
#[derive(Debug, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ImportAsked {
    /// The key of the list.
    list: String,
    /// The edition.
    edition: String,
    /// How the file is written: `line-json`, `paragraphs`, `eur-lex`, `us-ccl`, `table`, `document`, `nomenclature`,
    /// `tn-ved`, `correlation`.
    format: String,
    /// The language of the text, as two letters; English without it.
    #[serde(default)]
    language: Option<String>,
    /// Its title.
    #[serde(default)]
    title: Option<String>,
    /// Where the text comes from.
    #[serde(default)]
    source: Option<String>,
    /// Which heading of a table holds what, `code=Heading` separated by semicolons.
    #[serde(default)]
    columns: Option<String>,
    /// For a correlation: the list it leads to.
    #[serde(default)]
    of_list: Option<String>,
}

/// The editions that can be opened.
#[utoipa::path(get, path = "/lists", tag = "list",
    responses((status = 200, description = "The editions.", body = Vec<EditionBody>)))]
async fn list(State(node): State<Arc<Node>>, Caller(actor): Caller) -> Answer<Json<Vec<EditionBody>>> {
    let editions = open::editions(&node, &actor).await?;
    let body = |edition: &open::Edition| EditionBody {
        key: edition.key.clone(),
        title: (&edition.head.title).into(),
        own_words: edition.head.own_words,
        entries: edition.entries,
        provisions: edition.provisions,
    };
    Ok(Json(editions.iter().map(body).collect()))
}

/// An edition with every provision.
#[utoipa::path(get, path = "/lists/{list}", tag = "list", params(ListPath),
    responses((status = 200, description = "The edition.", body = Object)))]
async fn show(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(path): AtPath<ListPath>,
) -> Answer<Json<serde_json::Value>> {
    let version = open::open(&node, &actor, &path.list).await?;
    Ok(Json(serde_json::to_value(&*version).unwrap_or_default()))
}

/// A provision with everything below it.
#[utoipa::path(get, path = "/lists/{list}/{path}", tag = "list", params(ProvisionAt),
    responses((status = 200, description = "The provisions.", body = Vec<Object>)))]
async fn entry(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    AtPath(at): AtPath<ProvisionAt>,
) -> Answer<Json<Vec<serde_json::Value>>> {
    let version = open::open(&node, &actor, &at.list).await?;
    let missing = || app::Refusal::NotFound("provision");
    let path: ProvisionPath =
        at.path.parse().or_else(|_| ProvisionPath::own_numbering(&at.path)).map_err(|_| missing())?;
    version.get(&path).ok_or_else(missing)?;
    Ok(Json(version.within(&path).map(|p| serde_json::to_value(p).unwrap_or_default()).collect()))
}

/// Import an edition, whole or not at all. The file is kept as it came.
#[utoipa::path(post, path = "/lists", tag = "list", params(ImportAsked, FileName),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, description = "The edition.", body = Record<ListEditionBody>)))]
async fn add(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Asked(asked): Asked<ImportAsked>,
    upload: Upload,
) -> Answer<Reply<ListEditionBody>> {
    let unreadable = |field: &str| Fault::error("value-unreadable").at(field);
    let format: ListFormat = asked.format.parse().map_err(|_| unreadable("format"))?;
    let written = asked.language.as_deref().unwrap_or("en");
    let language: Language = written.parse().map_err(|_| unreadable("language"))?;
    let offered = upload.file()?;
    let file = ListFile {
        title: Localized::new(language, asked.title.as_deref().unwrap_or_default()),
        list: asked.list,
        edition: asked.edition,
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: asked.source.unwrap_or_default(),
        language,
        format,
        decimal_sign: None,
        of_list: asked.of_list,
        columns: mapped(asked.columns.as_deref().unwrap_or_default()),
        file_name: offered.file_name,
        bytes: offered.bytes,
    };
    let (stored, _) = import::import(&node, &actor, file).await?;
    Reply::made(&stored, "records")
}

/// `code=Heading; text=Other heading`.
fn mapped(written: &str) -> BTreeMap<String, String> {
    let pairs = written.split(';').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, heading)| (name.trim().to_owned(), heading.trim().to_owned())).collect()
}

/// Compare two editions, or the lists of two States: every difference of the texts.
#[utoipa::path(get, path = "/lists/{list}/compare/{other}", tag = "list", params(TwoLists),
    responses((status = 200, description = "The comparison.", body = Object)))]
async fn compared(
    State(node): State<Arc<Node>>,
    Caller(actor): Caller,
    Reads(t): Reads,
    AtPath(two): AtPath<TwoLists>,
) -> Answer<Json<serde_json::Value>> {
    let compared = compare::compare(&node, &actor, &two.list, &two.other, t.language()).await?;
    Ok(Json(serde_json::to_value(&compared).unwrap_or_default()))
}
