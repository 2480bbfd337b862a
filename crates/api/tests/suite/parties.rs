//! Party screening as a machine uses it: import, preview, ask, keep, decide, compare.

use serde_json::{Value, json};
use testkit::World;

use crate::caller::Caller;

const FIRST: &str = "key,name,kind,aliases\n1,Ilan Vesk,person,\n2,Sorvane Oltrek,person,\n";
const SECOND: &str = "key,name,kind,aliases\n1,Ilan Vesk,person,Hasan Lormuk\n3,Pelagiya Strome,person,\n";

async fn import(caller: &Caller, path: &str, published: &str, table: &str) -> Value {
    let path = format!("{path}?list=training&title=Fictitious&published={published}&file_name=training.csv");
    let answer = caller.post(&path).header("content-type", "application/octet-stream").bytes(table.into()).send().await;
    assert!(answer.status.is_success(), "{path}: {}", answer.text());
    answer.json()
}

#[tokio::test]
async fn a_list_is_imported_and_parties_are_screened_kept_and_decided() {
    let world = World::training().await;
    let officer = Caller::signed_in(&world, "licensing-xo").await;
    import(&officer, "/party-lists", "2026-11-01", FIRST).await;
    let asked = json!({ "parties": [
        { "id": 7, "name": "Веск Илан", "kind": "person" },
        { "id": "b", "name": "Hasan Lormuk", "birth": "soon" },
        { "id": "c", "name": "X" },
    ] });
    let answer = officer.post("/parties/screen").json(&asked).send().await.expect(200).json();
    assert_eq!(answer["answers"][0]["hits"][0]["entry"], "1", "{answer}");
    assert_eq!(answer["answers"][1]["hits"], json!([]));
    assert_eq!(answer["answers"][1]["unread"], json!(["birth"]));
    assert_eq!(answer["answers"][2]["unscreened"], "party-name-too-short");
    assert_eq!((&answer["answers"][0]["id"], &answer["lists"][0]["age"]), (&json!(7), &json!(22)));

    let parties =
        json!({ "parties": [{ "name": "Ilan Vesk" }, { "name": "Hasan Lormuk" }], "reference": "Declaration 17" });
    let kept = officer.post("/party-screenings").json(&parties).send().await.expect(201).json();
    let vesk = format!("/party-screenings/{}", kept["records"][0]["id"].as_str().unwrap());
    let decision = json!({ "list": "training", "entry": "1", "verdict": "clear", "reason": "Another passport" });
    let path = format!("{vesk}/decisions");
    officer.post(&path).json(&decision).send().await.expect(428);
    let decided = officer.post(&path).header("if-match", "\"1\"").json(&decision).send().await.expect(200).json();
    assert_eq!(decided["body"]["state"], "cleared");
    officer.post(&path).header("if-match", "\"1\"").json(&decision).send().await.expect(409);

    let shown = import(&officer, "/party-lists/preview", "2026-11-20", SECOND).await;
    assert_eq!(shown["id"], Value::Null);
    let done = import(&officer, "/party-lists", "2026-11-20", SECOND).await;
    assert_eq!(shown["screenings"], done["screenings"]);
    assert_eq!(done["version"]["looked_again"]["with_new_hits"], 1, "{done}");
    let read = officer.read(&vesk).await;
    assert_eq!(read["body"]["state"], "open");
    assert_eq!(read["body"]["hits"][0]["open_again"], "entry-changed");
    let id = done["id"].as_str().unwrap();
    let changes = officer.read(&format!("/party-lists/{id}/changes")).await;
    assert_eq!(changes["changes"].as_array().map(Vec::len), Some(3), "{changes}");
    assert_eq!(officer.read(&format!("/party-lists/{id}")).await["entries"].as_array().map(Vec::len), Some(2));
    assert_eq!(officer.read("/party-screenings?state=open").await["total"], 2);
    // Another State's officer finds none of it.
    let other = Caller::signed_in(&world, "trainee-xs").await;
    assert_eq!(other.read("/party-screenings").await["total"], 0);
    assert_eq!(other.read("/party-lists").await["total"], 0);
}
