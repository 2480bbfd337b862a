//! Two people at once: the second is told both versions.

use serde_json::json;
use testkit::World;

use crate::caller::Caller;

#[tokio::test]
async fn the_second_is_told_both_versions() {
    let world = World::empty().await;
    let one = Caller::signed_in(&world, "operator").await;
    let body =
        |name: &str| json!({ "code": "XO", "short": { "en": name }, "formal": {}, "fictitious": true, "source": "" });
    let made = one.post("/states").json(&body("Ostravia")).send().await.expect(201).json();
    let path = format!("/states/{}", made["id"].as_str().unwrap());
    one.put(&path, &made["version"]).json(&body("Ostravia first")).send().await.expect(200);
    let problem = one.put(&path, &made["version"]).json(&body("Ostravia second")).send().await.expect(409).json();
    assert_eq!(problem["code"], "conflict");
    assert_eq!(problem["yours"]["short"]["en"], "Ostravia second");
    assert_eq!(problem["theirs"]["body"]["short"]["en"], "Ostravia first");
    assert_eq!(problem["theirs"]["version"], 2);
    // On top of the newer one it goes through.
    one.put(&path, &problem["theirs"]["version"]).json(&problem["yours"]).send().await.expect(200);
    // The same code again is a conflict with the State that has it.
    let problem = one.post("/states").json(&body("Another")).send().await.expect(409).json();
    assert_eq!(problem["theirs"]["id"], made["id"]);
}

#[tokio::test]
async fn a_cell_answered_by_two_is_a_conflict() {
    let world = World::training().await;
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    let contributor = Caller::signed_in(&world, "contributor-xo").await;
    let matrices = coordinator.read("/matrices").await;
    let matrix = matrices["records"].as_array().unwrap().iter().find(|matrix| matrix["body"]["state"] == "XO").unwrap();
    let id = matrix["id"].as_str().unwrap();
    let answers = coordinator.read(&format!("/matrices/{id}")).await;
    let answer = answers["answers"].as_array().unwrap().iter().find(|answer| answer["body"]["mark"] == "X").unwrap();
    let path = format!("/matrices/{id}/cells/{}", answer["body"]["cell"].as_str().unwrap());
    let input = |text: &str| json!({ "answer": { "mark": "X", "information": { "en": text } } });
    coordinator.put(&path, &answer["version"]).json(&input("first")).send().await.expect(200);
    for seen in [json!(0), answer["version"].clone()] {
        let problem = contributor.put(&path, &seen).json(&input("second")).send().await.expect(409).json();
        assert_eq!(problem["yours"]["information"]["en"], "second");
        assert_eq!(problem["theirs"]["body"]["information"]["en"], "first");
    }
    // A peer cannot write it at all.
    let peer = Caller::signed_in(&world, "coordinator-xs").await;
    let answer = peer.put(&path, &json!(1)).json(&input("third")).send().await;
    assert!(matches!(answer.status.as_u16(), 403 | 404), "{}", answer.text());
}
