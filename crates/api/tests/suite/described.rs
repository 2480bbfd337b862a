//! What the OpenAPI document says, held against what the interface does.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::Value;
use testkit::World;

use crate::caller::Caller;

/// Every operation of the document: method, path, description.
fn operations(document: &Value) -> Vec<(Method, String, Value)> {
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let method = method.to_uppercase().parse::<Method>().unwrap();
            all.push((method, path.strip_prefix("/api/v1").unwrap().to_owned(), operation.clone()));
        }
    }
    assert!(all.len() > 60, "the operations were found");
    all
}

fn document() -> Value {
    serde_json::to_value(api::openapi()).unwrap()
}

/// The path with something in every place of a name.
fn filled(path: &str) -> String {
    let id = "0199a8c2-7c3e-7d10-8a53-0d1f6d2a4b90";
    [
        ("{id}", id),
        ("{cell}", "IV.6:N:LF"),
        ("{row}", "IV.6"),
        ("{state}", "XO"),
        ("{name}", "a.pdf"),
        ("{sequence}", "0"),
        ("{table}", "programme"),
    ]
    .iter()
    .fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
}

#[tokio::test]
async fn nobody_gets_anything_without_a_session() {
    let world = World::empty().await;
    let stranger = Caller::stranger(&world);
    for (method, path, operation) in operations(&document()) {
        let open = [(Method::POST, "/session"), (Method::GET, "/openapi.json")];
        let is_open = open.iter().any(|(open_method, open_path)| *open_method == method && *open_path == path);
        assert_eq!(operation.get("security").is_none(), is_open, "{method} {path}");
        if is_open {
            continue;
        }
        for authorization in [None, Some("Bearer "), Some("Bearer 00"), Some("Basic b3BlcmF0b3I6eA==")] {
            let call = stranger.call(method.clone(), &filled(&path)).json(&serde_json::json!({}));
            let call = match authorization {
                None => call,
                Some(value) => call.header("authorization", value),
            };
            let answer = call.send().await;
            assert_eq!(answer.status, 401, "{method} {path} with {authorization:?}: {}", answer.text());
            assert_eq!(answer.json()["code"], "sign-in-needed", "{method} {path}");
        }
        // A cookie is never a session here.
        let token = world.session("operator").await;
        let answer =
            stranger.call(method.clone(), &filled(&path)).header("cookie", &format!("tripoint={token}")).send().await;
        assert_eq!(answer.status, 401, "{method} {path} with a cookie");
    }
}

#[tokio::test]
async fn every_operation_answers_only_what_it_documents() {
    let world = World::empty().await;
    let operator = Caller::signed_in(&world, "operator").await;
    for (method, path, operation) in operations(&document()) {
        if path == "/session" && method == Method::DELETE {
            continue;
        }
        for body in ["{}", "not json"] {
            for version in [None, Some("\"1\"")] {
                let call = operator.call(method.clone(), &filled(&path));
                let call = call.header("content-type", "application/json").bytes(body.as_bytes().to_vec());
                let call = match version {
                    None => call,
                    Some(version) => call.header("if-match", version),
                };
                let answer = call.send().await;
                let documented = operation["responses"].as_object().unwrap();
                let status = answer.status.as_u16();
                assert!(documented.contains_key(&status.to_string()), "{method} {path}: {status} {}", answer.text());
                assert!(status < 500, "{method} {path}: {}", answer.text());
                assert_eq!(answer.header("cache-control"), "no-store", "{method} {path}");
                assert_eq!(answer.header("x-content-type-options"), "nosniff", "{method} {path}");
            }
        }
    }
}

#[test]
fn every_operation_is_a_verb_and_every_verb_an_operation() {
    let described: BTreeSet<String> =
        operations(&document()).iter().map(|(method, path, _)| format!("{method} {path}")).collect();
    let listed: BTreeSet<String> =
        app::verbs::VERBS.iter().filter_map(|verb| verb.operation.ok()).map(str::to_owned).collect();
    assert_eq!(described, listed);
}

#[test]
fn every_operation_names_its_permission_and_a_summary() {
    let mut ids = BTreeSet::new();
    for (method, path, operation) in operations(&document()) {
        let verb = app::verbs::of_operation(&format!("{method} {path}")).unwrap();
        let permission = verb.permission.map(|permission| permission.as_str());
        assert_eq!(operation.get("x-permission").and_then(Value::as_str), permission, "{method} {path}");
        assert!(operation["summary"].as_str().is_some_and(|summary| !summary.is_empty()), "{method} {path}");
        assert!(ids.insert(operation["operationId"].as_str().unwrap().to_owned()), "{method} {path}");
    }
}

/// Every `$ref` leads somewhere: generators stop at one that does not.
#[test]
fn every_reference_leads_to_a_schema() {
    fn references<'a>(value: &'a Value, into: &mut BTreeSet<&'a str>) {
        match value {
            Value::Object(members) => {
                into.extend(members.get("$ref").and_then(Value::as_str));
                members.values().for_each(|member| references(member, into));
            }
            Value::Array(items) => items.iter().for_each(|item| references(item, into)),
            _ => {}
        }
    }
    let document = document();
    let mut all = BTreeSet::new();
    references(&document, &mut all);
    assert!(all.len() > 50, "the references were found");
    for reference in all {
        assert!(document.pointer(&reference[1..]).is_some(), "{reference}");
    }
}

#[tokio::test]
async fn the_document_that_is_served_is_the_one_checked_in() {
    let world = World::empty().await;
    let answer = Caller::stranger(&world).get("/openapi.json").send().await.expect(200);
    assert!(answer.json() == document(), "openapi/tripoint.json is stale: run `cargo run -p xtask -- gen`");
}
