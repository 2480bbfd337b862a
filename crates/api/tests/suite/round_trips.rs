//! Every noun goes out and comes back the same: what was read is saved unchanged, and what is stored then says the same.

use axum::http::Method;
use serde_json::{Value, json};
use testkit::World;

use crate::caller::Caller;

/// Saves a record unchanged at its own version, wrapped as its operation takes it.
async fn save_again(caller: &Caller, path: &str, record: &Value, wrapped: impl Fn(&Value) -> Value) {
    let path = path.replace("{id}", record["id"].as_str().unwrap());
    let answer = caller.put(&path, &record["version"]).json(&wrapped(&record["body"])).send().await.expect(200);
    let saved = answer.json();
    assert_eq!(saved["body"], record["body"], "{path}");
    assert_eq!(saved["version"].as_u64(), record["version"].as_u64().map(|version| version + 1), "{path}");
    assert_eq!(answer.header("etag"), format!("\"{}\"", saved["version"]));
    assert_eq!((&saved["owner"], &saved["marking"]), (&record["owner"], &record["marking"]), "{path}");
    let read = caller.read(&format!("/records/{}", record["id"].as_str().unwrap())).await;
    assert_eq!(read, saved, "{path}");
}

async fn save_all_again(caller: &Caller, path: &str, records: &Value, wrapped: impl Fn(&Value) -> Value + Copy) {
    let records = records.as_array().unwrap();
    assert!(!records.is_empty(), "there is nothing for {path}");
    for record in records {
        save_again(caller, path, record, wrapped).await;
    }
}

/// Makes a record from a body and reads it under the address it was given.
async fn make(caller: &Caller, path: &str, body: &Value) -> Value {
    let answer = caller.post(path).json(body).send().await.expect(201);
    let made = answer.json();
    assert_eq!(made["version"], 1, "{path}");
    let address = answer.header("location").strip_prefix("/api/v1").unwrap().to_owned();
    let read = caller.read(&address).await;
    let whole = read.as_object().unwrap();
    let inside = whole.values().any(|part| *part == made) || read == made || read == made["body"];
    assert!(inside, "{address} does not say what was made");
    made
}

fn bare(body: &Value) -> Value {
    body.clone()
}

#[tokio::test]
async fn people_states_and_templates() {
    let world = World::training().await;
    let administrator = Caller::signed_in(&world, "administrator").await;
    let states = administrator.read("/states").await;
    assert_eq!(states["total"], 3);
    save_all_again(&administrator, "/states/{id}", &states["records"], bare).await;
    make(
        &administrator,
        "/states",
        &json!({
            "code": "XZ", "short": { "en": "Zembla", "ru": "Зембла" }, "formal": {}, "fictitious": true, "source": "",
        }),
    )
    .await;
    let accounts = administrator.read("/accounts?limit=500").await;
    for account in accounts["records"].as_array().unwrap() {
        if account["body"]["login"] != "administrator" {
            save_again(&administrator, "/accounts/{id}", account, bare).await;
        }
    }
    let made = make(
        &administrator,
        "/accounts",
        &json!({
            "login": "new.person", "name": { "en": "New Person" }, "roles": ["auditor"], "active": true, "demo": false,
        }),
    )
    .await;
    let password = json!({ "password": "a long enough password" });
    let path = format!("/accounts/{}/password", made["id"].as_str().unwrap());
    administrator.post(&path).json(&json!({ "password": "short" })).send().await.expect(422);
    administrator.post(&path).json(&password).send().await.expect(204);
    let login = json!({ "login": "new.person", "password": "a long enough password" });
    Caller::stranger(&world).post("/session").json(&login).send().await.expect(201);
    let templates = administrator.read("/templates").await;
    let template = &templates["records"][0];
    let read = administrator.read(&format!("/templates/{}", template["id"].as_str().unwrap())).await;
    assert_eq!(read, template["body"]);
    administrator.post("/templates").json(&read).send().await.expect(422);
    let mut next = read;
    next["version"] = json!(99);
    let added = make(&administrator, "/templates", &next).await;
    assert_eq!(added["body"], next);
}

#[tokio::test]
async fn matrices_and_plans() {
    let world = World::training().await;
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    let matrices = coordinator.read("/matrices").await;
    let matrix = matrices["records"].as_array().unwrap().iter().find(|matrix| matrix["body"]["state"] == "XO").unwrap();
    let id = matrix["id"].as_str().unwrap();
    let whole = coordinator.read(&format!("/matrices/{id}")).await;
    assert_eq!(whole["matrix"], *matrix);
    let answers = whole["answers"].as_array().unwrap();
    assert!(answers.len() > 100);
    for answer in answers.iter().filter(|answer| answer["body"]["citations"] != json!([])).take(5) {
        let cell = answer["body"]["cell"].as_str().unwrap();
        let mut content = answer["body"].clone();
        let members = content.as_object_mut().unwrap();
        members.remove("matrix");
        members.remove("cell");
        let path = format!("/matrices/{id}/cells/{cell}");
        let input = json!({ "answer": content, "reason": "read again" });
        let saved = coordinator.put(&path, &answer["version"]).json(&input).send().await.expect(200).json();
        assert_eq!(saved["body"], answer["body"]);
        let history = coordinator.read(&format!("{path}/history")).await;
        assert_eq!(history["versions"].as_array().unwrap().len(), 2);
        assert_eq!(history["versions"][0]["record"], saved);
        assert_eq!(history["versions"][0]["act"]["reason"], "read again");
        assert_eq!(history["versions"][0]["act"]["face"], "api");
    }
    let step = json!({ "to": "approved" });
    let path = format!("/matrices/{id}/status");
    let post =
        |to: &Value, version: &Value| coordinator.post(&path).header("if-match", &format!("\"{version}\"")).json(to);
    post(&step, &matrix["version"]).send().await.expect(422);
    let next = if matrix["body"]["status"] == "draft" { "state-comment" } else { "draft" };
    post(&json!({ "to": next }), &matrix["version"]).send().await.expect(200);
    let row = answers[0]["body"]["cell"].as_str().unwrap().split(':').next().unwrap().to_owned();
    let template = matrix["body"]["template"].as_str().unwrap();
    let comparison = coordinator.read(&format!("/templates/{template}/rows/{row}/answers")).await;
    assert_eq!(comparison["matrices"].as_array().unwrap().len(), matrices["records"].as_array().unwrap().len());

    let plans = coordinator.read("/plans").await;
    let plan = plans["records"].as_array().unwrap().iter().find(|plan| plan["body"]["state"] == "XO").unwrap();
    save_again(&coordinator, "/plans/{id}", plan, bare).await;
    let whole = coordinator.read(&format!("/plans/{}", plan["id"].as_str().unwrap())).await;
    save_all_again(&coordinator, "/measures/{id}", &whole["measures"], |body| json!({ "measure": body })).await;
    let measure = &whole["measures"][0];
    let entry = json!({
        "about": measure["id"], "state": "XO", "date": "2026-11-20", "status": "under-way",
        "text": { "en": "A draft was sent to the ministries." }, "evidence": [],
    });
    let added = make(&coordinator, "/progress", &entry).await;
    assert_eq!(added["body"], entry);
    let shown = coordinator.read(&format!("/measures/{}", measure["id"].as_str().unwrap())).await;
    assert!(shown["progress"].as_array().unwrap().contains(&added));
    let overdue = coordinator.read("/measures/overdue?limit=1").await;
    assert!(overdue["records"].as_array().unwrap().len() <= 1);
    coordinator.read("/home").await;
}

#[tokio::test]
async fn rounds_and_what_came_of_them() {
    let world = World::training().await;
    let secretariat = Caller::signed_in(&world, "secretariat").await;
    let latest = secretariat.read("/rounds/find").await;
    let key = latest["body"]["key"].as_str().unwrap();
    assert_eq!(secretariat.read(&format!("/rounds/find?key={key}")).await, latest);
    save_again(&secretariat, "/rounds/{id}", &latest, bare).await;
    let whole = secretariat.read(&format!("/rounds/{}", latest["id"].as_str().unwrap())).await;
    save_all_again(&secretariat, "/programme-items/{id}", &whole["programme"], bare).await;
    save_all_again(&secretariat, "/visits/{id}", &whole["visits"], bare).await;
    save_all_again(&secretariat, "/visit-accounts/{id}", &whole["visit_accounts"], bare).await;
    save_all_again(&secretariat, "/findings/{id}", &whole["findings"], |body| json!({ "finding": body })).await;
    let recommendations = &whole["recommendations"];
    save_all_again(&secretariat, "/recommendations/{id}", recommendations, |body| json!({ "recommendation": body }))
        .await;
    let own = whole["participants"].as_array().unwrap();
    let own = own.iter().find(|participant| participant["owner"] == "secretariat").unwrap();
    save_again(&secretariat, "/participants/{id}", own, bare).await;
    let filtered = secretariat.read("/findings?kind=gap&limit=2").await;
    assert!(filtered["records"].as_array().unwrap().iter().all(|finding| finding["body"]["kind"] == "gap"));

    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    let register = coordinator.read("/recommendations?addressee=XO").await;
    let recommendation = &register["records"][0];
    let id = recommendation["id"].as_str().unwrap();
    let shown = coordinator.read(&format!("/recommendations/{id}")).await;
    assert_eq!(shown["recommendation"]["id"], recommendation["id"]);
    let responses = shown["responses"].as_array().unwrap();
    let seen = responses
        .iter()
        .find(|response| response["body"]["state"] == "XO")
        .map_or(json!(0), |response| response["version"].clone());
    let input = json!({ "position": "supported-in-part", "reasons": { "en": "As far as the law allows." }, "date": "2026-11-20" });
    let path = format!("/recommendations/{id}/responses/XO");
    let status = if seen == json!(0) { 201 } else { 200 };
    let saved = coordinator.put(&path, &seen).json(&input).send().await.expect(status).json();
    assert_eq!(saved["body"]["reasons"], input["reasons"]);
    coordinator.put(&path.replace("XO", "XS"), &json!(0)).json(&input).send().await.expect(403);
}

#[tokio::test]
async fn marking_releasing_and_the_register() {
    let world = World::training().await;
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    let plans = coordinator.read("/plans").await;
    let plan = plans["records"].as_array().unwrap().iter().find(|plan| plan["body"]["state"] == "XO").unwrap();
    let path = format!("/records/{}", plan["id"].as_str().unwrap());
    let marking = json!({ "marking": { "handling": "unclassified", "sharing": "public" }, "reason": "agreed" });
    let without = json!({ "marking": { "handling": "unclassified", "sharing": "round" }, "reason": "agreed" });
    coordinator.put(&format!("{path}/marking"), &plan["version"]).json(&without).send().await.expect(422);
    let changed = coordinator.put(&format!("{path}/marking"), &plan["version"]).json(&marking).send().await.expect(200);
    assert!(changed.json()["changed"].as_u64().unwrap() > 1, "the measures follow their plan");
    let marked = coordinator.read(&path).await;
    assert_eq!(marked["marking"], marking["marking"]);
    let release = json!({ "version": marked["version"], "recipient": "The Committee", "purpose": "Annual report" });
    coordinator.post(&format!("{path}/releases")).json(&release).send().await.expect(403);
    let officer = Caller::signed_in(&world, "releasing-xo").await;
    let released = make(&officer, &format!("{path}/releases"), &release).await;
    assert_eq!(released["body"]["revision"], marked["revision"]);

    let auditor = Caller::signed_in(&world, "auditor").await;
    let acts = auditor.read("/register/acts?verb=record-release").await;
    assert_eq!(acts["acts"][0]["act"]["record"]["id"], released["id"]);
    let sequence = &acts["acts"][0]["act"]["sequence"];
    let proof = auditor.read(&format!("/register/acts/{sequence}/proof")).await;
    let head = auditor.read("/register/head").await;
    assert_eq!(proof["checkpoint"], head["checkpoint"]);
    check_proof(&proof, head["size"].as_u64().unwrap(), head["root"].as_str().unwrap());
    let verified =
        auditor.post("/register/verify").json(&json!({ "checkpoint": head["checkpoint"] })).send().await.expect(200);
    assert_eq!(verified.json()["holds"], true, "{}", verified.text());
    auditor.get("/register/acts/18446744073709551615/proof").send().await.expect(404);
    auditor.call(Method::GET, &path).send().await.expect(404);
}

/// A person outside needs nothing but the answer to be sure that the act is in the register.
fn check_proof(proof: &Value, size: u64, root: &str) {
    use base64::Engine as _;
    let bytes = base64::engine::general_purpose::STANDARD.decode(proof["bytes"].as_str().unwrap()).unwrap();
    let leaf = domain::register::leaf_hash(&bytes);
    assert_eq!(leaf.to_string(), proof["leaf"].as_str().unwrap());
    let path: Vec<domain::hash::Hash> =
        proof["path"].as_array().unwrap().iter().map(|hash| hash.as_str().unwrap().parse().unwrap()).collect();
    let sequence = proof["act"]["sequence"].as_u64().unwrap();
    let reached = domain::register::root_from_proof(leaf, sequence, size, &path).unwrap();
    assert_eq!(reached.to_string(), root);
}
