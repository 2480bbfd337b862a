//! What each role may really change: every operation that changes the record is called as every role with a body that is
//! right and the version that stands, once about the person's own State (Orlania) and once about another.
//!
//! What each answers is a golden file, `tests/suite/golden/changes.snap`. Beside `access.snap`, which shows who is let
//! through to the content, it shows who is let through to the end: 200 and 201 changed the record.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{Method, Request, StatusCode, header};
use domain::body::Kind;
use domain::marking::Sharing;
use domain::owner::Owner;
use serde_json::{Value, json};
use testkit::World;
use tower::ServiceExt as _;

use crate::permissions::people;

/// A change that is made as every role: a name for the golden file, and how it is asked for.
struct Change {
    name: &'static str,
    /// The kind of record it begins from.
    kind: Kind,
    /// Method, path and body, from a record as it stands and a number that no other call has.
    ask: fn(&store::Stored, u32) -> (Method, String, Value),
}

/// The record's document, without the word of its kind around it.
fn document(stored: &store::Stored) -> Value {
    let body = serde_json::to_value(&stored.revision.body).expect("JSON");
    body.as_object().and_then(|whole| whole.values().next().cloned()).expect("a document")
}

/// The document with some fields set.
fn with(stored: &store::Stored, fields: &Value) -> Value {
    let mut document = document(stored);
    for (name, value) in fields.as_object().expect("fields") {
        document[name] = value.clone();
    }
    document
}

fn at(noun: &str, stored: &store::Stored) -> String {
    format!("/api/v1/{noun}/{}", stored.revision.record)
}

/// Two letters that no State of the training round has, from a number.
fn code(number: u32) -> String {
    let letter = |n: u32| char::from(b'A' + u8::try_from(n % 26).expect("a letter"));
    format!("Q{}{}", letter(number / 26), letter(number))
}

const CHANGES: &[Change] = &[
    Change {
        name: "change an account",
        kind: Kind::Account,
        ask: |s, _| (Method::PUT, at("accounts", s), document(s)),
    },
    Change {
        name: "note a finding",
        kind: Kind::Finding,
        ask: |s, n| (Method::POST, "/api/v1/findings".into(), json!({ "finding": with(s, &json!({ "number": n })) })),
    },
    Change {
        name: "change a finding",
        kind: Kind::Finding,
        ask: |s, n| {
            let finding = with(s, &json!({ "text": { "en": format!("Changed {n}") } }));
            (Method::PUT, at("findings", s), json!({ "finding": finding, "reason": "as discussed" }))
        },
    },
    Change {
        name: "answer a cell",
        kind: Kind::Matrix,
        ask: |s, n| {
            let answer =
                json!({ "mark": "X", "information": { "en": format!("Law No. {n}") }, "citations": [], "remarks": {} });
            (Method::PUT, format!("{}/cells/IV.6:N:LF", at("matrices", s)), json!({ "answer": answer }))
        },
    },
    Change {
        name: "add a measure",
        kind: Kind::Measure,
        ask: |s, n| {
            (
                Method::POST,
                "/api/v1/measures".into(),
                json!({ "measure": with(s, &json!({ "number": n.to_string() })) }),
            )
        },
    },
    Change {
        name: "change a measure",
        kind: Kind::Measure,
        ask: |s, n| {
            let measure = with(s, &json!({ "text": { "en": format!("Changed {n}") } }));
            (Method::PUT, at("measures", s), json!({ "measure": measure, "reason": "as agreed" }))
        },
    },
    Change {
        name: "change a participant",
        kind: Kind::Participant,
        ask: |s, _| (Method::PUT, at("participants", s), document(s)),
    },
    Change { name: "change a plan", kind: Kind::Plan, ask: |s, _| (Method::PUT, at("plans", s), document(s)) },
    Change {
        name: "change an item of the programme",
        kind: Kind::ProgrammeItem,
        ask: |s, _| (Method::PUT, at("programme-items", s), document(s)),
    },
    Change {
        name: "report progress of a measure",
        kind: Kind::Measure,
        ask: |s, n| {
            let state = s.revision.owner.to_string();
            let body = json!({
                "about": s.revision.record, "state": state, "date": "2026-03-01", "status": "under-way",
                "text": { "en": format!("Progress {n}") }, "evidence": []
            });
            (Method::POST, "/api/v1/progress".into(), body)
        },
    },
    Change {
        name: "make a recommendation",
        kind: Kind::Recommendation,
        ask: |s, n| {
            let noun = with(s, &json!({ "number": n }));
            (Method::POST, "/api/v1/recommendations".into(), json!({ "recommendation": noun }))
        },
    },
    Change {
        name: "change a recommendation",
        kind: Kind::Recommendation,
        ask: |s, n| {
            let noun = with(s, &json!({ "text": { "en": format!("Changed {n}") } }));
            (Method::PUT, at("recommendations", s), json!({ "recommendation": noun, "reason": "as agreed" }))
        },
    },
    Change {
        name: "mark a record",
        kind: Kind::Measure,
        ask: |s, _| {
            let round = match &s.revision.marking.sharing {
                Sharing::Round { round } => Some(*round),
                _ => None,
            };
            let (handling, level) = (s.revision.marking.handling.as_str(), s.revision.marking.sharing.level().as_str());
            let marking = json!({ "handling": handling, "sharing": level, "round": round });
            (Method::PUT, format!("{}/marking", at("records", s)), json!({ "marking": marking, "reason": "reviewed" }))
        },
    },
    Change {
        name: "release a revision",
        kind: Kind::Measure,
        ask: |s, _| {
            let body = json!({ "version": s.revision.version, "recipient": "the Committee", "purpose": "report" });
            (Method::POST, format!("{}/releases", at("records", s)), body)
        },
    },
    Change {
        name: "make a round",
        kind: Kind::Round,
        ask: |s, n| (Method::POST, "/api/v1/rounds".into(), with(s, &json!({ "key": format!("again-{n}") }))),
    },
    Change { name: "change a round", kind: Kind::Round, ask: |s, _| (Method::PUT, at("rounds", s), document(s)) },
    Change {
        name: "enter a State",
        kind: Kind::State,
        ask: |s, n| (Method::POST, "/api/v1/states".into(), with(s, &json!({ "code": code(n) }))),
    },
    Change { name: "change a State", kind: Kind::State, ask: |s, _| (Method::PUT, at("states", s), document(s)) },
    Change { name: "change a visit", kind: Kind::Visit, ask: |s, _| (Method::PUT, at("visits", s), document(s)) },
];

/// The State of the demo people, and another.
const TARGETS: [(&str, &str); 2] = [("own", "XO"), ("other", "XS")];

/// The first record of a kind that belongs to the State; of what belongs to no State, the first of all.
async fn target(world: &World, kind: Kind, state: &str) -> Option<store::Stored> {
    let page = world.node.store.list(&store::Query::of(kind)).await.expect("a store");
    let belongs = page.records.iter().any(|stored| matches!(stored.revision.owner, Owner::State(_)));
    page.records.into_iter().find(|stored| match &stored.revision.owner {
        Owner::State(owner) => owner.as_str() == state,
        Owner::Secretariat => !belongs && state == TARGETS[0].1,
    })
}

#[tokio::test]
async fn every_change_answers_each_role_as_the_golden_file_says() {
    let world = World::training().await;
    let router = api::router(Arc::clone(&world.node));
    let mut tokens = Vec::new();
    for (role, login) in people(&world).await {
        tokens.push((role, world.session(&login).await));
    }
    let mut text = String::from(
        "# What each change answers each role, with a right body and the version that stands. 200 and 201 changed the\n\
         # record; 401, 403 and 404 did not let the caller through; 409 and 422 are rules of the content. See changes.rs.\n",
    );
    let mut number = 100;
    for change in CHANGES {
        for (whose, state) in TARGETS {
            let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
            for (role, token) in &tokens {
                let Some(stored) = target(&world, change.kind, state).await else { continue };
                number += 1;
                let (method, path, body) = (change.ask)(&stored, number);
                let request = Request::builder()
                    .method(method)
                    .uri(&path)
                    .header(header::AUTHORIZATION, format!("Bearer {token}"))
                    .header(header::CONTENT_TYPE, "application/json")
                    .header(header::IF_MATCH, format!("\"{}\"", version_of(&world, &path, &stored).await))
                    .body(Body::from(body.to_string()))
                    .expect("a request");
                let response = router.clone().oneshot(request).await.expect("an answer");
                let status = response.status();
                let told = String::from_utf8_lossy(
                    &axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body"),
                )
                .into_owned();
                assert!(!status.is_server_error(), "{} as {role}: {status} {told}", change.name);
                assert!(
                    status != StatusCode::UNPROCESSABLE_ENTITY && status != StatusCode::BAD_REQUEST,
                    "{} ({whose}) as {role}: the body is not right: {told}",
                    change.name
                );
                by_status.entry(status.as_u16()).or_default().push(role);
            }
            if !by_status.is_empty() {
                let _ = writeln!(text, "\n{} ({whose})", change.name);
            }
            for (status, roles) in by_status {
                let _ = writeln!(text, "  {status} {}", roles.join(" "));
            }
        }
    }
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("changes", text);
    });
}

/// The version that stands of what the path changes: a cell has one of its own, and 0 while it is blank.
async fn version_of(world: &World, path: &str, stored: &store::Stored) -> u32 {
    let Some((_, cell)) = path.split_once("/cells/") else { return stored.revision.version };
    let query = store::Query { parents: vec![stored.revision.record], ..store::Query::of(Kind::Answer) };
    let answers = world.node.store.list(&query).await.expect("a store").records;
    let held = answers
        .iter()
        .find(|answer| answer.noun::<domain::answer::Answer>().is_some_and(|answer| answer.cell.to_string() == cell));
    held.map_or(0, |answer| answer.revision.version)
}
