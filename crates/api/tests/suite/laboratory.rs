//! Samples and spectra as a laboratory's own system would work with them: bytes in, answers out; custody by both sides; a
//! measurement kept with its analysis; a second person; a report.

use serde_json::json;
use testkit::World;

use crate::caller::Caller;

/// Simulated; see `examples/training-laboratory/README.md`.
const GAUGE: &[u8] = include_bytes!("../../../../examples/training-laboratory/drum-gauge.n42");

#[tokio::test]
async fn a_file_goes_in_and_what_it_shows_comes_out() {
    let world = World::training().await;
    let analyst = Caller::signed_in(&world, "analyst-xo").await;
    let raw =
        analyst.post("/spectra/identify?file_name=drum.n42").bytes(GAUGE.to_vec()).send().await.expect(200).json();
    assert_eq!(raw["file"], "drum.n42");
    assert_eq!(raw["nuclides"][0]["nuclide"], "Cs-137");
    assert_eq!((&raw["unidentified"], &raw["background_only"]), (&json!(false), &json!(false)));
    assert_eq!(raw["nuclides"][0]["lines"][0]["verdict"], "seen");
    // The second record is the surroundings: looked at alone, nothing but nature is in it.
    let background = analyst.post("/spectra/identify?file_name=drum.n42&record=2").bytes(GAUGE.to_vec());
    assert_eq!(background.send().await.expect(200).json()["background_only"], true);
    // With a second file the background is the one that was given.
    let parts = [("file", Some("drum.n42"), GAUGE), ("background", Some("drum.n42"), GAUGE)];
    let against_itself = analyst.post("/spectra/identify").multipart(&parts).send().await.expect(200).json();
    assert_eq!(against_itself["outcome"], "nothing-above-background", "{against_itself}");

    let said = analyst.post("/spectra/read?file_name=drum.n42").bytes(GAUGE.to_vec()).send().await.expect(200).json();
    assert_eq!(said["spectra"].as_array().unwrap().len(), 2);
    assert_eq!(said["spectra"][0]["channel_edges_kev"].as_array().unwrap().len(), 1025);
    let table =
        analyst.post("/spectra/convert?file_name=drum.n42&to=csv").bytes(GAUGE.to_vec()).send().await.expect(200);
    assert_eq!(table.header("content-type"), "text/csv; charset=utf-8");
    let report = analyst.post("/spectra/report?file_name=drum.n42&language=ru").bytes(GAUGE.to_vec());
    assert!(report.send().await.expect(200).bytes.starts_with(b"%PDF"));

    let broken = analyst.post("/spectra/identify?file_name=x.n42").bytes(vec![0; 40]).send().await.expect(422).json();
    assert_eq!(broken["faults"][0]["code"], "spectrum-unknown-format");
    let none = analyst.post("/spectra/identify?file_name=drum.n42&record=7").bytes(GAUGE.to_vec());
    assert_eq!(none.send().await.expect(422).json()["faults"][0]["code"], "spectrum-no-such-record");
}

#[tokio::test]
async fn a_sample_is_handed_over_measured_verified_and_reported() {
    let world = World::training().await;
    let (border, ana, second) = (
        Caller::signed_in(&world, "border-xo").await,
        Caller::signed_in(&world, "analyst-xo").await,
        Caller::signed_in(&world, "second-analyst-xo").await,
    );
    let sample = json!({ "code": "A-1", "nature": "radioactive", "description": { "en": "Fictitious: a drum" } });
    let sample = border.post("/samples").json(&sample).send().await.expect(201).json()["id"].clone();
    let event = json!({
        "sample": sample, "action": "transfer", "at": "2017-08-01T08:00:00Z", "place": "Gate 3", "purpose": "analysis",
        "released_by": { "name": "Otto Meshkan" }, "received_by": { "name": "Sanna Orvel" },
        "seal_state": "none", "seal": "11", "condition": "closed", "side": "released",
    });
    let event = border.post("/custody-events").json(&event).send().await.expect(201).json();
    assert_eq!(event["body"]["released_by"]["acknowledged"]["login"], "border-xo");
    let path = format!("/custody-events/{}/acknowledgement", event["id"].as_str().unwrap());
    let side = json!({ "side": "received" });
    border.post(&path).header("if-match", "\"1\"").json(&side).send().await.expect(422);
    ana.post(&path).header("if-match", "\"1\"").json(&side).send().await.expect(200);

    let described = json!({ "sample": sample, "technique": "gamma-spectrum", "geometry": "25 cm" }).to_string();
    let parts = [("measurement", None, described.as_bytes()), ("file", Some("drum.n42"), GAUGE)];
    let kept = ana.post("/laboratory-measurements").multipart(&parts).send().await.expect(201).json();
    let measurement = kept["id"].as_str().unwrap().to_owned();
    let hash = kept["body"]["file"]["sha256"].as_str().unwrap();
    let bytes = second.get(&format!("/samples/{measurement}/files/{hash}")).send().await.expect(200).bytes;
    assert_eq!(bytes, GAUGE, "byte for byte");

    let whole = second.read(&format!("/samples/{}", sample.as_str().unwrap())).await;
    let result = &whole["measurements"][0]["results"][0];
    assert_eq!(result["body"]["analysis"]["nuclides"][0]["nuclide"], "Cs-137");
    let verification = format!("/laboratory-results/{}/verification", result["id"].as_str().unwrap());
    let decision = json!({ "checked": "the line at 662 keV", "decision": "verified" });
    ana.post(&verification).header("if-match", "\"1\"").json(&decision).send().await.expect(403);
    let verified = second.post(&verification).header("if-match", "\"1\"").json(&decision).send().await.expect(200);
    assert_eq!(verified.json()["body"]["verification"]["by"]["login"], "second-analyst-xo");

    let again = json!({ "measurement": measurement, "record": 1, "reason": "the item alone" });
    let path = format!("/laboratory-results/{}/analysis", result["id"].as_str().unwrap());
    let again = ana.put(&path, &json!(2)).json(&again).send().await.expect(200);
    assert_eq!(again.json()["version"], 3);
    let report = second.get(&format!("/laboratory-measurements/{measurement}/report?format=docx")).send().await;
    assert!(report.expect(200).bytes.starts_with(b"PK"));
    let shows = second.read(&format!("/laboratory-measurements/{measurement}/analysis")).await;
    assert_eq!(shows["nuclides"][0]["nuclide"], "Cs-137");
}
