//! `kill -9` during an import, during saves and during a backup: every acknowledged act is there afterwards, and the
//! record verifies. The moments are drawn from a seed, so a failure can be repeated.

use std::fs;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

use crate::product::{Place, Server, client, repository};

/// A small generator (SplitMix64): the schedule is the same in every run.
struct Schedule(u64);

impl Schedule {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % below
    }
}

/// Starts a command and kills it after so many milliseconds, unless it ended before. Whether it ended by itself.
fn run_and_kill(place: &Place, arguments: &[&str], milliseconds: u64) -> bool {
    let mut child =
        place.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let id = child.id();
    let (ended, wait) = mpsc::channel();
    let killer = std::thread::spawn(move || {
        let late = wait.recv_timeout(Duration::from_millis(milliseconds)).is_err();
        if late {
            let _ = std::process::Command::new("sh").args(["-c", &format!("kill -9 {id}")]).status();
        }
        late
    });
    let status = child.wait().expect("the program ends");
    let _ = ended.send(());
    let _ = killer.join();
    status.success()
}

fn acts(place: &Place) -> u64 {
    let said = place.json(&["verify"]);
    assert_eq!(said["holds"], true, "{said}");
    said["acts"].as_u64().expect("a number")
}

#[test]
fn killed_imports_leave_all_or_nothing() {
    let mut schedule = Schedule(1540);
    let round = repository().join("examples/training-round");
    let fresh = Place::with_node();
    let before = acts(&fresh);
    for n in 0..20 {
        let place = Place::new();
        for name in ["node.db", "keys/node.key", "keys/node.pub"] {
            let to = place.path().join(name);
            fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
            fs::copy(fresh.path().join(name), to).expect("a copy");
        }
        let moment = schedule.next(2500);
        let acknowledged = run_and_kill(&place, &["round", "import", &round.to_string_lossy()], moment);
        let after = acts(&place);
        let whole = after > before;
        assert!(whole || after == before, "run {n}, {moment} ms: {after} acts, neither none nor all");
        assert!(whole || !acknowledged, "run {n}, {moment} ms: acknowledged, and lost");
        if whole {
            assert_eq!(place.run(&["round", "show", "karsk-2026"]).code, 0);
        }
    }
}

/// A session of the operator: its token.
fn sign_in(server: &Server, password: &str) -> String {
    let mut answer = client()
        .post(format!("{}/api/v1/session", server.address()))
        .send_json(serde_json::json!({ "login": "operator", "password": password }))
        .expect("an answer");
    let session: serde_json::Value = answer.body_mut().read_json().expect("JSON");
    session["token"].as_str().expect("a token").to_owned()
}

#[test]
fn killed_saves_lose_nothing_that_was_acknowledged() {
    let mut schedule = Schedule(2663);
    let place = Place::new();
    let made = place.json(&["init"]);
    let password = made["password"].as_str().expect("a password").to_owned();
    for n in 0..20 {
        let server = place.serve();
        let token = sign_in(&server, &password);
        let agent = client();
        let stop_after = 1 + schedule.next(12);
        let mut acknowledged = Vec::new();
        for save in 0..stop_after {
            let code = format!("Z{}{}", char::from(b'A' + n), char::from(b'A' + u8::try_from(save).expect("few")));
            let body = serde_json::json!({
                "code": code, "short": { "en": format!("State {code}") }, "formal": {}, "fictitious": true, "source": ""
            });
            let answer = agent
                .post(format!("{}/api/v1/states", server.address()))
                .header("Authorization", format!("Bearer {token}"))
                .send_json(&body)
                .expect("an answer");
            assert!(answer.status().is_success(), "{}", answer.status());
            acknowledged.push(code);
        }
        // The server is killed, not stopped, while it may be at anything.
        drop(server);
        acts(&place);
        let states = place.json(&["state", "list"]).to_string();
        for code in acknowledged {
            assert!(states.contains(&code), "run {n}: {code} was acknowledged, and lost");
        }
    }
}

#[test]
fn killed_backups_leave_no_half_file_and_no_harm() {
    let mut schedule = Schedule(1977);
    let place = Place::with_training();
    for n in 0..10 {
        let name = format!("backup-{n}.tripoint");
        let moment = schedule.next(1500);
        let acknowledged = run_and_kill(&place, &["backup", &name], moment);
        acts(&place);
        let file = place.path().join(&name);
        assert!(file.exists() || !acknowledged, "run {n}, {moment} ms: acknowledged, and no file");
        if file.exists() {
            let folder = format!("restored-{n}");
            let said = place.run(&["restore", &name, &folder]);
            assert_eq!(said.code, 0, "run {n}, {moment} ms: {}", said.stderr);
            assert_eq!(place.run(&["--node", &folder, "verify"]).code, 0);
        }
    }
}
