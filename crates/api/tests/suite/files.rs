//! Files: tables out and in again, whole rounds, documents, reports.

use serde_json::json;
use testkit::World;
use testkit::world::{folder_files, repository};

use crate::caller::Caller;

#[tokio::test]
async fn tables_come_back_as_they_went_out() {
    let world = World::training().await;
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    for (noun, format, language) in
        [("matrices", "csv", "en"), ("matrices", "xlsx", "ru"), ("plans", "csv", "ru"), ("plans", "xlsx", "en")]
    {
        let records = coordinator.read(&format!("/{noun}")).await;
        let own = records["records"].as_array().unwrap().iter().find(|record| record["body"]["state"] == "XO").unwrap();
        let path = format!("/{noun}/{}", own["id"].as_str().unwrap());
        let file =
            coordinator.get(&format!("{path}/export?format={format}&language={language}")).send().await.expect(200);
        assert!(file.header("content-disposition").starts_with("attachment; filename="));
        let name = format!("table.{format}");
        let raw = coordinator.post(&format!("{path}/import/preview?file_name={name}")).bytes(file.bytes.clone());
        let raw = raw.send().await.expect(200).json();
        let parts = [("file", Some(name.as_str()), file.bytes.as_slice())];
        let multipart =
            coordinator.post(&format!("{path}/import/preview")).multipart(&parts).send().await.expect(200).json();
        assert_eq!(raw, multipart, "{noun} {format}");
        assert_eq!(raw["faults"], json!([]), "{noun} {format}");
        assert_eq!(raw["changes"], json!([]), "{noun} {format}");
        assert!(raw["unchanged"].as_u64().unwrap() > 10, "{noun} {format}");
        let taken = coordinator.post(&format!("{path}/import")).multipart(&parts).send().await.expect(200).json();
        assert_eq!(taken["changed"], 0);
    }
    let answer = coordinator.get("/recommendations/export?format=csv").send().await.expect(200);
    assert_eq!(answer.header("content-type"), "text/csv; charset=utf-8");
    let plans = coordinator.read("/plans").await;
    let plan = plans["records"][0]["id"].as_str().unwrap();
    let picture = coordinator.get(&format!("/plans/{plan}/timeline?language=ru")).send().await.expect(200);
    assert_eq!(picture.header("content-type"), "image/svg+xml");
    assert!(picture.text().contains("<svg"));
    coordinator.get(&format!("/plans/{plan}/export?format=pdf")).send().await.expect(422);
}

#[tokio::test]
async fn a_round_is_imported_from_a_folder() {
    let world = World::empty().await;
    let operator = Caller::signed_in(&world, "operator").await;
    let files = folder_files(&repository().join("examples/training-round"));
    let parts: Vec<(&str, Option<&str>, &[u8])> =
        files.iter().map(|(path, bytes)| ("file", Some(path.as_str()), bytes.as_slice())).collect();
    let checked = operator.post("/rounds/import?check_only=true").multipart(&parts).send().await.expect(200).json();
    assert_eq!(checked["checked_only"], true);
    assert_eq!(operator.read("/rounds").await["total"], 0, "a check stores nothing");
    let imported = operator.post("/rounds/import").multipart(&parts).send().await.expect(200).json();
    assert_eq!(imported["counts"], checked["counts"]);
    assert_eq!(
        operator.read("/rounds").await["total"].as_u64(),
        imported["rounds"].as_array().map(|all| all.len() as u64)
    );
    let again = operator.post("/rounds/import").multipart(&parts).send().await.expect(422).json();
    assert_eq!(again["faults"][0]["code"], "round-exists");
    let outside = [("file", Some("../round.toml"), b"key = 1".as_slice())];
    let outside = operator.post("/rounds/import").multipart(&outside).send().await.expect(422).json();
    assert!(
        outside["faults"].as_array().unwrap().iter().any(|fault| fault["code"] == "file-path-outside"),
        "{outside}"
    );
    operator.post("/rounds/import").multipart(&[]).send().await.expect(422);
    let round = imported["rounds"][0]["id"].as_str().unwrap();
    for table in ["programme", "participants", "findings"] {
        operator.get(&format!("/rounds/{round}/export/{table}?format=csv&language=ru")).send().await.expect(200);
    }
    operator.get(&format!("/rounds/{round}/export/grades")).send().await.expect(422);
}

#[tokio::test]
async fn documents_are_attached_and_opened() {
    let world = World::training().await;
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    let plans = coordinator.read("/plans").await;
    let plan = plans["records"].as_array().unwrap().iter().find(|plan| plan["body"]["state"] == "XO").unwrap();
    let known = json!({ "about": plan["id"], "title": { "ru": "Указ" }, "translation": "original", "language": "ru" });
    let known = known.to_string();
    let parts = |name| [("document", None, known.as_bytes()), ("file", Some(name), "Текст указа.".as_bytes())];
    let made = coordinator.post("/documents").multipart(&parts("указ.txt")).send().await.expect(201).json();
    assert_eq!(made["body"]["media_type"], "text/plain; charset=utf-8");
    assert_eq!((&made["owner"], &made["marking"]), (&plan["owner"], &plan["marking"]));
    let list = coordinator.read(&format!("/documents?about={}", plan["id"].as_str().unwrap())).await;
    assert_eq!(list["records"], json!([made]));
    let path = format!("/documents/{}/file", made["id"].as_str().unwrap());
    let file = coordinator.get(&path).send().await.expect(200);
    assert_eq!(file.text(), "Текст указа.");
    assert!(file.header("content-disposition").contains("filename*=UTF-8''%D1%83"));
    assert_eq!(file.header("x-content-type-options"), "nosniff");
    coordinator.post("/documents").multipart(&parts("folder/decree.txt")).send().await.expect(422);
    let markup = [("document", None, known.as_bytes()), ("file", Some("a.html"), b"<html>".as_slice())];
    let problem = coordinator.post("/documents").multipart(&markup).send().await.expect(422).json();
    assert_eq!(problem["faults"][0]["code"], "file-type-not-taken");
    let large = vec![b'a'; 27 * 1024 * 1024];
    let parts = [("document", None, known.as_bytes()), ("file", Some("a.txt"), large.as_slice())];
    coordinator.post("/documents").multipart(&parts).send().await.expect(413);
    let parts = [("file", Some("a.txt"), b"a".as_slice())];
    let problem = coordinator.post("/documents").multipart(&parts).send().await.expect(422).json();
    assert_eq!(problem["faults"][0]["code"], "upload-without-document");
}

#[tokio::test]
async fn a_report_is_built_and_opened() {
    let world = World::training().await;
    let secretariat = Caller::signed_in(&world, "secretariat").await;
    let round = secretariat.read("/rounds/find").await;
    let input = json!({ "round": round["id"], "languages": ["en", "ru"] });
    let report = secretariat.post("/reports").json(&input).send().await.expect(201).json();
    let files = report["body"]["files"].as_array().unwrap();
    assert_eq!(files.len(), 2);
    for file in files {
        let name = file["name"].as_str().unwrap();
        let path = format!("/reports/{}/files/{name}", report["id"].as_str().unwrap());
        let opened = secretariat.get(&path).send().await.expect(200);
        assert_eq!(opened.header("content-type"), file["media_type"].as_str().unwrap());
        assert_eq!(opened.bytes.len() as u64, file["length"].as_u64().unwrap());
        assert_eq!(domain::hash::Hash::of(&opened.bytes).to_string(), file["sha256"].as_str().unwrap());
    }
    assert_eq!(secretariat.read("/reports").await["records"], json!([report]));
    let coordinator = Caller::signed_in(&world, "coordinator-xo").await;
    coordinator.post("/reports").json(&input).send().await.expect(403);
}
