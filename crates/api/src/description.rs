//! The OpenAPI document: what every operation has in common is added here, once. The permission of each is taken from
//! the verb it belongs to, its refusals follow from what it takes.

use std::sync::Arc;

use app::Node;
use app::verbs::{VerbInfo, of_operation};
use axum::http::header::CONTENT_TYPE;
use serde_json::json;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{HttpMethod, Operation, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, Ref, RefOr, Required, ResponseBuilder, Type,
};
use utoipa::{PartialSchema, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::wire::problem::Problem;

/// The document as it is checked in. A test holds it against the operations.
const CHECKED_IN: &str = include_str!("../../../openapi/tripoint.json");
/// The name of the way to sign in.
const BEARER: &str = "session";

pub(crate) fn routes() -> OpenApiRouter<Arc<Node>> {
    OpenApiRouter::new().routes(routes!(show))
}

/// This description.
#[utoipa::path(get, path = "/openapi.json", tag = "node",
    responses((status = 200, description = "The OpenAPI document.", body = Object, content_type = "application/json")))]
async fn show() -> ([(axum::http::HeaderName, &'static str); 1], &'static str) {
    ([(CONTENT_TYPE, "application/json")], CHECKED_IN)
}

/// The document with what all operations have in common.
pub(crate) fn finished(mut document: OpenApi) -> OpenApi {
    document.info = InfoBuilder::new()
        .title("Tripoint")
        .version("1")
        .description(Some(INTRODUCTION))
        .license(Some(LicenseBuilder::new().name("MIT OR Apache-2.0").build()))
        .build();
    let components = document.components.get_or_insert_default();
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some("The token of `POST /api/v1/session`. Cookies are not looked at."));
    components.security_schemes.insert(BEARER.to_owned(), SecurityScheme::Http(bearer.build()).into());
    let mut schemas = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut schemas);
    components.schemas.extend(schemas);
    for (path, item) in &mut document.paths.paths {
        let path = path.strip_prefix("/api/v1").unwrap_or(path).to_owned();
        for (method, operation) in operations_of(item) {
            finish(operation, &method, &path);
        }
    }
    document
}

const INTRODUCTION: &str = "The interface for machines of a Tripoint node: with it States review, together, how they \
implement UN Security Council resolution 1540 (2004).\n\n\
Sign in with `POST /api/v1/session` and send the token as `Authorization: Bearer <token>`. A record is changed with the \
version that was seen, as `If-Match: \"3\"`; when somebody else changed it in the meantime the answer is 409 with both \
versions. Everything that is refused is told in one shape, `application/problem+json`, in the language of \
`Accept-Language` (`en`, `ru`), with a stable code. What is kept from a person is answered as if it were not there. \
Lists take `limit` (at most 500) and `offset`.\n\n\
Making a node, serving, backup and restore act on the node's folder and are on the command line only.";

fn operations_of(item: &mut PathItem) -> Vec<(HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Delete, &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| operation.as_mut().map(|operation| (method, operation)))
    .collect()
}

fn word(method: &HttpMethod) -> &'static str {
    match method {
        HttpMethod::Get => "GET",
        HttpMethod::Put => "PUT",
        HttpMethod::Post => "POST",
        HttpMethod::Delete => "DELETE",
        _ => "OTHER",
    }
}

fn finish(operation: &mut Operation, method: &HttpMethod, path: &str) {
    let name = format!("{} {path}", word(method));
    let verb = of_operation(&name);
    let open = matches!(name.as_str(), "POST /session" | "GET /openapi.json");
    let changes_version = takes_version(&name);
    operation.operation_id = Some(operation_id(verb, &name));
    if !open {
        operation.security = Some(vec![SecurityRequirement::new::<_, _, String>(BEARER, [])]);
    }
    if changes_version {
        operation.parameters.get_or_insert_default().push(if_match().into());
    }
    if let Some(permission) = verb.and_then(|verb| verb.permission) {
        let extension = Extensions::builder().add("x-permission", permission.as_str()).build();
        operation.extensions.get_or_insert_default().merge(extension);
        let sentence = format!("**Permission**: `{permission}`");
        let description = operation.description.take().filter(|text| !text.is_empty());
        operation.description =
            Some(description.map_or_else(|| sentence.clone(), |text| format!("{text}\n\n{sentence}")));
    }
    let writes = *method != HttpMethod::Get && !open && name != "DELETE /session" && !name.ends_with("/preview");
    let takes_body = operation.request_body.is_some();
    let takes_anything = takes_body || operation.parameters.as_ref().is_some_and(|all| !all.is_empty());
    let permitted = verb.is_some_and(|verb| verb.permission.is_some())
        || path.contains("/password")
        || path.starts_with("/records");
    let names_something =
        path.contains('{') || takes_body && !open || matches!(path, "/rounds/find" | "/recommendations/export");
    let problems = [
        (400, takes_anything, "The request cannot be read."),
        (401, name != "GET /openapi.json", "Nobody is signed in, or the session is over."),
        (403, permitted, "The role does not allow it."),
        (404, names_something, "There is no such thing, or it does not reach the person."),
        (409, writes, "Somebody else changed it in the meantime: `yours` and `theirs` are both there."),
        (413, takes_body, "The body is too large."),
        (415, takes_body, "The body is of a type that is not taken."),
        (422, takes_anything, "What was sent is wrong: `faults` says where and why."),
        (428, changes_version, "`If-Match` does not name the version that was seen."),
        (429, name == "POST /session", "Too many failed attempts: wait as long as `Retry-After` says."),
        (500, true, "The node failed."),
        (503, true, "The database is busy: try again."),
        (507, writes, "The disk of the node is full."),
    ];
    for (status, applies, description) in problems {
        if applies {
            operation.responses.responses.insert(status.to_string(), problem(description));
        }
    }
    for status in ["200", "201"] {
        if let Some(RefOr::T(response)) = operation.responses.responses.get_mut(status)
            && answers_record(response)
        {
            let schema = ObjectBuilder::new().schema_type(Type::String).examples(["\"3\""]);
            let tag = HeaderBuilder::new()
                .schema(Some(schema))
                .description(Some("The version, as `If-Match` takes it."))
                .build();
            response.headers.insert("ETag".to_owned(), tag.into());
        }
    }
}

/// The operations that change what the caller saw.
fn takes_version(operation: &str) -> bool {
    operation.starts_with("PUT ")
        || operation == "POST /matrices/{id}/status"
        || operation == "POST /determinations/{id}/answers"
        || operation == "POST /custody-events/{id}/acknowledgement"
        || operation == "POST /laboratory-results/{id}/verification"
        || operation.ends_with(" /determinations/{id}/conclusion")
        || operation == "POST /party-screenings/{id}/decisions"
}

fn answers_record(response: &utoipa::openapi::Response) -> bool {
    response.content.values().any(|content| match content {
        RefOr::T(content) => match &content.schema {
            Some(RefOr::Ref(reference)) => reference.ref_location.contains("/Record_"),
            _ => false,
        },
        RefOr::Ref(_) => false,
    })
}

/// `matrix-answer-cell`: the noun and the verb.
fn operation_id(verb: Option<&VerbInfo>, name: &str) -> String {
    let id = verb.map_or_else(|| name.to_lowercase(), |verb| format!("{} {}", verb.noun, verb.verb));
    id.replace(' ', "-")
}

fn if_match() -> utoipa::openapi::path::Parameter {
    ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("The version that was seen, in quotation marks; `\"0\"` where nothing stands yet."))
        .schema(Some(ObjectBuilder::new().schema_type(Type::String)))
        .example(Some(json!("\"3\"")))
        .build()
}

fn problem(description: &str) -> RefOr<utoipa::openapi::Response> {
    let schema = Ref::from_schema_name(Problem::name());
    let content = ContentBuilder::new().schema(Some(schema)).build();
    ResponseBuilder::new().description(description).content("application/problem+json", content).build().into()
}
