//! Refusals: one shape, a stable code, words in the caller's language.

use serde_json::{Value, json};
use testkit::World;

use crate::caller::Caller;

const SECRETARIAT: &str = "operator";

#[track_caller]
fn check_problem(problem: &Value, status: u16, code: &str) {
    assert_eq!((&problem["status"], &problem["code"]), (&json!(status), &json!(code)), "{problem}");
    let message = problem["message"].as_str().unwrap();
    assert!(!message.is_empty() && !message.starts_with("refusal-") && !message.contains("{$"), "{message}");
    let hint = problem["hint"].as_str().unwrap();
    assert!(!hint.is_empty(), "{problem}");
    for fault in problem["faults"].as_array().unwrap() {
        let message = fault["message"].as_str().unwrap();
        assert!(!message.starts_with("fault-"), "no words for {fault}");
    }
}

#[tokio::test]
async fn every_way_to_be_refused_has_its_status_and_its_code() {
    let world = World::empty().await;
    let caller = Caller::signed_in(&world, SECRETARIAT).await;
    let state = json!({ "code": "XO", "short": { "en": "Ostravia" }, "fictitious": true });
    let missing = "0199a8c2-7c3e-7d10-8a53-0d1f6d2a4b90";
    let put = format!("/states/{missing}");
    for (call, status, code) in [
        (caller.get("/nothing"), 404, "no-such-operation"),
        (caller.get("/states/not-an-id"), 405, "method-not-allowed"),
        (caller.get("/records/not-an-id"), 404, "not-found"),
        (caller.get(&format!("/records/{missing}")), 404, "not-found"),
        (caller.get("/rounds/%ff"), 400, "request-unreadable"),
        (caller.get("/states?limit=501"), 422, "invalid"),
        (caller.get("/states?limit=many"), 422, "invalid"),
        (caller.get("/findings?kind=grade"), 422, "invalid"),
        (caller.post("/states").json(&json!({ "code": "XO" })), 422, "invalid"),
        (caller.post("/states").json(&json!({ "code": "xo", "short": {}, "fictitious": true })), 422, "invalid"),
        (caller.post("/states").bytes(b"{}".to_vec()), 415, "media-type-not-taken"),
        (
            caller.post("/states").header("content-type", "application/json").bytes(vec![b' '; 1_100_000]),
            413,
            "body-too-large",
        ),
        (caller.call(axum::http::Method::PUT, &put).json(&state), 428, "version-needed"),
        (caller.put(&put, &json!(1)).json(&state), 404, "not-found"),
        (caller.post("/progress").json(&json!({})), 403, "not-allowed"),
        (caller.post("/findings").json(&json!({})), 422, "invalid"),
        (caller.post("/matrices").json(&json!({ "state": "XO", "template": missing })), 403, "not-allowed"),
        (caller.post("/rounds/import").bytes(b"x".to_vec()), 415, "media-type-not-taken"),
        (caller.post("/register/verify").json(&json!({ "checkpoint": "x" })), 422, "invalid"),
    ] {
        let answer = call.send().await.expect(status);
        assert_eq!(answer.header("content-type"), "application/problem+json");
        check_problem(&answer.json(), status, code);
    }
}

#[tokio::test]
async fn faults_name_their_fields_all_at_once() {
    let world = World::empty().await;
    let caller = Caller::signed_in(&world, SECRETARIAT).await;
    let body = json!({ "finding": {
        "round": "here", "number": 1, "kind": "grade", "states": ["XO", "nowhere"], "text": { "english": "x" },
        "basis": ["XO:IV.6", "hearsay"],
    } });
    let problem = caller.post("/findings").json(&body).send().await.expect(422).json();
    let places: Vec<(&str, &str)> = problem["faults"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| (fault["field"].as_str().unwrap(), fault["code"].as_str().unwrap()))
        .collect();
    assert_eq!(
        places,
        [
            ("round", "value-unreadable"),
            ("kind", "word-unknown"),
            ("states.2", "value-unreadable"),
            ("text.english", "value-unreadable"),
            ("basis.2", "value-unreadable"),
        ]
    );
}

#[tokio::test]
async fn words_come_in_the_language_of_the_caller() {
    let world = World::empty().await;
    let stranger = Caller::stranger(&world);
    for (language, expect) in [("en", "Sign in"), ("ru-KG,en;q=0.5", "войдите"), ("de", "Sign in")] {
        let answer = stranger.get("/session").header("accept-language", language).send().await.expect(401);
        assert!(answer.json()["message"].as_str().unwrap().contains(expect), "{}", answer.text());
        assert_eq!(answer.header("www-authenticate"), "Bearer");
    }
}

#[tokio::test]
async fn failed_attempts_must_wait() {
    let world = World::empty().await;
    let stranger = Caller::stranger(&world);
    let wrong = json!({ "login": "operator", "password": "not this one" });
    for _ in 0..5 {
        let problem = stranger.post("/session").json(&wrong).send().await.expect(401).json();
        check_problem(&problem, 401, "wrong-password");
    }
    let right = json!({ "login": "operator", "password": world.passwords["operator"] });
    let answer = stranger.post("/session").json(&right).send().await.expect(429);
    check_problem(&answer.json(), 429, "too-many-attempts");
    assert_eq!(answer.header("retry-after"), "1");
    world.clock.pass(2);
    stranger.post("/session").json(&right).send().await.expect(201);
}

#[tokio::test]
async fn a_session_ends() {
    let world = World::empty().await;
    let caller = Caller::signed_in(&world, SECRETARIAT).await;
    let person = caller.read("/session").await;
    assert_eq!(person["login"], "operator");
    assert!(person["permissions"].as_array().unwrap().iter().any(|may| may["permission"] == "round-save"));
    caller.call(axum::http::Method::DELETE, "/session").send().await.expect(204);
    caller.get("/session").send().await.expect(401);
    let caller = Caller::signed_in(&world, SECRETARIAT).await;
    world.clock.pass(9 * 3600);
    caller.get("/session").send().await.expect(401);
}

/// Every code of a refusal and every permission has words in every language.
#[test]
fn every_code_has_words() {
    let catalogue = locale::Catalogue::embedded();
    let codes = [
        "sign-in-needed",
        "wrong-password",
        "too-many-attempts",
        "not-allowed",
        "own-revision",
        "not-found",
        "invalid",
        "conflict",
        "disk-full",
        "busy",
        "damaged",
        "store",
        "report",
        "version-needed",
        "body-too-large",
        "no-such-operation",
        "method-not-allowed",
        "media-type-not-taken",
        "request-unreadable",
        "failed",
    ];
    for language in catalogue.languages() {
        let t = catalogue.translator(*language);
        for code in codes {
            let key = format!("refusal-{code}");
            assert!(t.has(&key) && t.attribute(&key, "hint").is_some(), "{language} {key}");
        }
        for permission in app::Permission::ALL {
            assert!(t.has(&format!("permission-{permission}")), "{language} permission-{permission}");
        }
    }
}
