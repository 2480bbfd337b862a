//! Every operation of the interface and every page, without signing in and as every role.
//!
//! What each answers is a golden file, `tests/suite/golden/access.txt`: a change of who reaches what is a readable diff.
//! The requests are harmless: bodies are empty and versions wrong, so what is allowed is refused for its content (409, 422,
//! 428), what is not allowed for its caller (401, 403, 404). No answer may be a failure of the server.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::body::Kind;
use testkit::World;
use tower::ServiceExt as _;

use crate::product::repository;

/// One operation of the interface.
struct Operation {
    method: Method,
    path: String,
}

fn operations() -> Vec<Operation> {
    let text = fs::read_to_string(repository().join("openapi/tripoint.json")).expect("the description");
    let description: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let mut operations = Vec::new();
    for (path, methods) in description["paths"].as_object().expect("paths") {
        for method in methods.as_object().expect("methods").keys().filter(|key| key.as_str() != "parameters") {
            let method = method.to_uppercase().parse().expect("a method");
            operations.push(Operation { method, path: path.clone() });
        }
    }
    assert!(operations.len() > 50, "only {} operations", operations.len());
    operations
}

/// The path with real ids in it: those of the first record of the noun that the path names.
async fn fill(path: &str, ids: &BTreeMap<&str, String>) -> String {
    let noun = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    let mut filled = path.to_owned();
    for (name, value) in [
        ("{id}", ids.get(noun).cloned().unwrap_or_else(|| ids["rounds"].clone())),
        ("{list}", "eu-annex-i@2025-11-15".to_owned()),
        ("{other}", "eu-annex-i@2025-11-15".to_owned()),
        ("{path}", "0A001".to_owned()),
        ("{cell}", "IV.6:N:LF".to_owned()),
        ("{row}", "IV.6".to_owned()),
        ("{state}", "XO".to_owned()),
        ("{version}", "1".to_owned()),
        ("{round}", "karsk-2026".to_owned()),
        ("{sequence}", "0".to_owned()),
        ("{file}", "karsk-2026-participants.pdf".to_owned()),
        ("{file_name}", "karsk-2026-participants.pdf".to_owned()),
        ("{name}", "karsk-2026-participants.pdf".to_owned()),
        ("{table}", "findings".to_owned()),
        ("{format}", "csv".to_owned()),
        ("{sha256}", "0".repeat(64)),
    ] {
        filled = filled.replace(name, &value);
    }
    assert!(!filled.contains('{'), "{path} has a part that this test does not know");
    filled
}

async fn ids(world: &World) -> BTreeMap<&'static str, String> {
    let nouns = [
        ("accounts", Kind::Account),
        ("documents", Kind::Document),
        ("findings", Kind::Finding),
        ("matrices", Kind::Matrix),
        ("measures", Kind::Measure),
        ("participants", Kind::Participant),
        ("party-lists", Kind::PartyListVersion),
        ("party-screenings", Kind::PartyScreening),
        ("plans", Kind::Plan),
        ("programme-items", Kind::ProgrammeItem),
        ("recommendations", Kind::Recommendation),
        ("records", Kind::Matrix),
        ("reports", Kind::Report),
        ("rounds", Kind::Round),
        ("states", Kind::State),
        ("templates", Kind::Template),
        ("visits", Kind::Visit),
        ("visit-accounts", Kind::VisitAccount),
    ];
    let mut ids = BTreeMap::new();
    for (noun, kind) in nouns {
        // The first of each in their order: of a State's records those of Orlania.
        let id = world.ids(kind).await.first().map(ToString::to_string);
        ids.insert(noun, id.unwrap_or_else(|| "00000000-0000-7000-8000-000000000000".to_owned()));
    }
    ids
}

async fn status(router: &axum::Router, method: &Method, path: &str, token: Option<&str>) -> StatusCode {
    let mut request = Request::builder().method(method.clone()).uri(path);
    if let Some(token) = token {
        request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
    }
    if method != Method::GET {
        request = request.header(header::CONTENT_TYPE, "application/json").header(header::IF_MATCH, "\"999\"");
    }
    let body = if method == Method::GET { Body::empty() } else { Body::from("{}") };
    let response = router.clone().oneshot(request.body(body).expect("a request")).await.expect("an answer");
    response.status()
}

const ROLES: [(&str, &str); 13] = [
    ("coordinator", "national-coordinator"),
    ("contributor", "contributor"),
    ("delegate", "delegate"),
    ("secretariat", "secretariat"),
    ("licensing", "licensing-officer"),
    ("border", "border-officer"),
    ("analyst", "analyst"),
    ("trainer", "trainer"),
    ("trainee", "trainee"),
    ("auditor", "auditor"),
    ("expert", "committee-expert"),
    ("releasing", "releasing-officer"),
    ("administrator", "administrator"),
];

/// For each role the login of a demo person who has it, and no other where there is one.
pub(crate) async fn people(world: &World) -> Vec<(&'static str, String)> {
    let operator = world.operator().await;
    let accounts = app::account::list::list(&world.node, &operator).await.expect("accounts");
    ROLES
        .iter()
        .map(|(_, role)| {
            let login = accounts
                .iter()
                .filter_map(|stored| stored.noun::<domain::account::Account>())
                .filter(|account| account.demo && account.roles.iter().any(|held| held.as_str() == *role))
                .min_by_key(|account| (account.roles.len(), account.login.clone()))
                .map(|account| account.login.clone());
            (*role, login.unwrap_or_else(|| panic!("nobody is {role}")))
        })
        .collect()
}

#[tokio::test]
async fn every_operation_answers_each_role_as_the_golden_file_says() {
    let world = World::training().await;
    let router = api::router(Arc::clone(&world.node));
    let ids = ids(&world).await;
    let people = people(&world).await;
    let mut tokens = Vec::new();
    for (role, login) in &people {
        tokens.push((*role, world.session(login).await));
    }
    let mut text = String::from(
        "# What each operation answers each role. Bodies are empty and versions wrong: 409, 412, 415, 422 and 428 mean that\n\
         # the caller was let through to the content; 401, 403 and 404 that the caller was not. See permissions.rs.\n",
    );
    for operation in operations() {
        let path = fill(&operation.path, &ids).await;
        let nobody = status(&router, &operation.method, &path, None).await;
        let open = ["/api/v1/openapi.json", "/api/v1/session"].contains(&operation.path.as_str());
        assert!(
            open || nobody == StatusCode::UNAUTHORIZED,
            "{} {} without a session: {nobody}",
            operation.method,
            path
        );
        let _ = writeln!(text, "\n{} {}\n  nobody {}", operation.method, operation.path, nobody.as_u16());
        if operation.path.ends_with("/session") || operation.path.ends_with("/register/verification") {
            continue;
        }
        let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
        for (role, token) in &tokens {
            let status = status(&router, &operation.method, &path, Some(token)).await;
            assert!(status.as_u16() < 500, "{} {path} as {role}: {status}", operation.method);
            by_status.entry(status.as_u16()).or_default().push(role);
        }
        for (status, roles) in by_status {
            let _ = writeln!(text, "  {status} {}", roles.join(" "));
        }
    }
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("access", text);
    });
}

/// The paths of all pages, read from where they are registered.
fn pages() -> Vec<String> {
    let mut pages = Vec::new();
    for path in crate::house::files(&repository().join("crates/web/src"), "rs") {
        let text = fs::read_to_string(path).expect("a file");
        pages.extend(text.split(".route(").skip(1).filter_map(|rest| Some(rest.split('"').nth(1)?.to_owned())));
    }
    pages.sort();
    pages.dedup();
    assert!(pages.len() > 40, "only {} pages were found: {pages:?}", pages.len());
    pages
}

/// The path of a page with something in every part of it.
fn filled(page: &str, id: &str, template: &str) -> String {
    let parts = [
        ("{id}", id),
        ("{template}", template),
        ("{round}", "karsk-2026"),
        ("{sample}", id),
        ("{measurement}", id),
        ("{sha256}", "0000000000000000000000000000000000000000000000000000000000000000"),
        ("{list}", "eu-annex-i@2025-11-15"),
        ("{other}", "eu-annex-i@2025-11-15"),
        ("{path}", "0A001"),
        ("{cell}", "IV.6:N:LF"),
        ("{row}", "IV.6"),
        ("{sequence}", "0"),
        ("{table}", "findings"),
        ("{code}", "en"),
        ("{name}", "none.pdf"),
        ("{*name}", "tripoint.css"),
    ];
    let path = parts.iter().fold(page.to_owned(), |path, (name, value)| path.replace(name, value));
    assert!(!path.contains('{'), "{page} has a part that this test does not know");
    path
}

#[tokio::test]
async fn no_page_opens_without_signing_in() {
    let world = World::training().await;
    let site = web::Site::new(Arc::clone(&world.node), false);
    let router = web::router(Arc::new(site));
    for page in pages() {
        let path = filled(&page, "00000000-0000-7000-8000-000000000000", "00000000-0000-7000-8000-000000000000");
        let request = Request::builder().uri(&path).body(Body::empty()).expect("a request");
        let response = router.clone().oneshot(request).await.expect("an answer");
        let open = ["/sign-in", "/lang", "/assets"].iter().any(|open| path.starts_with(open));
        // Some paths only take what is sent to them.
        let nothing_here = matches!(response.status(), StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED);
        let refused = response.status() == StatusCode::SEE_OTHER
            && response.headers()[header::LOCATION].to_str().is_ok_and(|to| to.starts_with("/sign-in"));
        assert!(open || refused || nothing_here, "{path}: {}", response.status());
    }
}

#[tokio::test]
async fn no_page_fails_for_any_role() {
    let world = World::training().await;
    let site = web::Site::new(Arc::clone(&world.node), false);
    let router = web::router(Arc::new(site));
    let people = people(&world).await;
    let ids = ids(&world).await;
    for (role, login) in &people {
        let token = world.session(login).await;
        for page in pages() {
            let noun = page.trim_start_matches('/').split('/').next().unwrap_or_default();
            let id = ids.get(noun).cloned().unwrap_or_else(|| ids["rounds"].clone());
            let path = filled(&page, &id, &ids["templates"]);
            let request = Request::builder().uri(&path).header(header::COOKIE, format!("tripoint={token}"));
            let response =
                router.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
            assert!(!response.status().is_server_error(), "{path} as {role}: {}", response.status());
        }
    }
}
