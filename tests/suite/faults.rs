//! `kill -9` during an import, during saves and during a backup: every acknowledged act is there afterwards, and the
//! record verifies. The moments are drawn from a seed as parts of how long the work takes, so that most kills strike while
//! it is under way. How long that is changes with what else the machine does: a run that was not struck says it anew, and
//! there are runs until enough were struck.

use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::process::Stdio;
use std::sync::mpsc;
use std::time::{Duration, Instant};

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

/// How a command ended that was to be killed.
enum End {
    /// The kill struck while it was at work.
    Killed,
    /// It had ended by itself after so long, and acknowledged what it did.
    Acknowledged(Duration),
}

/// Starts a command and kills it after this long, unless it ends before.
fn run_and_kill(place: &Place, arguments: &[&str], after: Duration) -> End {
    let begun = Instant::now();
    let mut child =
        place.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the program starts");
    let id = child.id();
    let (ended, wait) = mpsc::channel();
    let killer = std::thread::spawn(move || {
        if wait.recv_timeout(after).is_err() {
            kill(id);
        }
    });
    let status = child.wait().expect("the program ends");
    let _ = ended.send(());
    let _ = killer.join();
    if status.success() {
        return End::Acknowledged(begun.elapsed());
    }
    assert_eq!(status.signal(), Some(9), "the command failed by itself: {status}");
    End::Killed
}

fn kill(id: u32) {
    let _ = std::process::Command::new("sh").args(["-c", &format!("kill -9 {id}")]).status();
}

/// How long a command takes that nobody kills.
fn undisturbed(place: &Place, arguments: &[&str]) -> Duration {
    let begun = Instant::now();
    assert_eq!(place.run(arguments).code, 0);
    begun.elapsed()
}

/// A moment within the work: from its start until a little after its end.
fn within(schedule: &mut Schedule, whole: Duration) -> Duration {
    whole * u32::try_from(schedule.next(110)).expect("small") / 100
}

fn acts(place: &Place) -> u64 {
    let said = place.json(&["verify"]);
    assert_eq!(said["holds"], true, "{said}");
    said["acts"].as_u64().expect("a number")
}

/// A copy of a node in a folder of its own.
fn copy_of(fresh: &Place) -> Place {
    let place = Place::new();
    for name in ["node.db", "keys/node.key", "keys/node.pub"] {
        let to = place.path().join(name);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::copy(fresh.path().join(name), to).expect("a copy");
    }
    place
}

#[test]
fn killed_imports_leave_all_or_nothing() {
    let mut schedule = Schedule(1540);
    let round = repository().join("examples/training-round");
    let import = ["round", "import", &round.to_string_lossy()];
    let fresh = Place::with_node();
    let before = acts(&fresh);
    let mut whole_import = undisturbed(&copy_of(&fresh), &import);
    let mut struck = 0;
    let mut n = 0;
    while n < 20 || struck < 10 {
        assert!(n < 100, "only {struck} of {n} kills struck while the import was under way");
        n += 1;
        let place = copy_of(&fresh);
        let moment = within(&mut schedule, whole_import);
        let end = run_and_kill(&place, &import, moment);
        match end {
            End::Killed => struck += 1,
            End::Acknowledged(took) => whole_import = took,
        }
        let after = acts(&place);
        let whole = after > before;
        assert!(whole || after == before, "run {n}, {moment:?}: {after} acts, neither none nor all");
        assert!(whole || matches!(end, End::Killed), "run {n}, {moment:?}: acknowledged, and lost");
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

/// Saves one State after another until the server is gone; tells of each as it is acknowledged. Whether a save was
/// under way when it went.
fn save_until_gone(address: &str, token: &str, run: u8, acknowledged: &mpsc::Sender<String>) -> bool {
    let agent = client();
    for save in 0..=u16::from(u8::MAX) {
        let letter = |n: u16| char::from(b'A' + u8::try_from(n % 26).expect("a letter"));
        let code = format!("{}{}{}", char::from(b'A' - 1 + run), letter(save / 26), letter(save));
        let body = serde_json::json!({
            "code": code, "short": { "en": format!("State {code}") }, "formal": {}, "fictitious": true, "source": ""
        });
        let answer = agent
            .post(format!("{address}/api/v1/states"))
            .header("Authorization", format!("Bearer {token}"))
            .send_json(&body);
        match answer {
            Ok(answer) => {
                assert!(answer.status().is_success(), "{code}: {}", answer.status());
                let _ = acknowledged.send(code);
            }
            Err(_) => return true,
        }
    }
    false
}

#[test]
fn killed_saves_lose_nothing_that_was_acknowledged() {
    let mut schedule = Schedule(2663);
    let place = Place::new();
    let made = place.json(&["init"]);
    let password = made["password"].as_str().expect("a password").to_owned();
    let mut struck = 0;
    let mut run = 0;
    while run < 20 || struck < 10 {
        // The codes of a run begin with its letter.
        assert!(run < 26, "only {struck} of {run} kills struck while a save was under way");
        run += 1;
        let server = place.serve();
        let token = sign_in(&server, &password);
        let address = server.address().to_owned();
        let (tell, told) = mpsc::channel();
        let saving = std::thread::spawn(move || save_until_gone(&address, &token, run, &tell));
        // Some saves go through; then the server is killed a few hundred microseconds into the next.
        let first = 1 + schedule.next(12);
        let mut acknowledged: Vec<String> = told.iter().take(usize::try_from(first).expect("small")).collect();
        acknowledged.extend(told.recv_timeout(Duration::from_micros(schedule.next(3000))));
        drop(server);
        struck += u32::from(saving.join().expect("the saving ends"));
        acknowledged.extend(told.iter());
        acts(&place);
        let states = place.json(&["state", "list"]).to_string();
        for code in acknowledged {
            assert!(states.contains(&format!("\"{code}\"")), "run {run}: {code} was acknowledged, and lost");
        }
    }
}

#[test]
fn killed_backups_leave_no_half_file_and_no_harm() {
    let mut schedule = Schedule(1977);
    let place = Place::with_training();
    let mut whole_backup = undisturbed(&place, &["backup", "undisturbed.tripoint"]);
    let mut struck = 0;
    let mut n = 0;
    while n < 10 || struck < 4 {
        assert!(n < 100, "only {struck} of {n} kills struck while the backup was under way");
        n += 1;
        let name = format!("backup-{n}.tripoint");
        let moment = within(&mut schedule, whole_backup);
        let end = run_and_kill(&place, &["backup", &name], moment);
        match end {
            End::Killed => struck += 1,
            End::Acknowledged(took) => whole_backup = took,
        }
        acts(&place);
        let file = place.path().join(&name);
        assert!(file.exists() || matches!(end, End::Killed), "run {n}, {moment:?}: acknowledged, and no file");
        if file.exists() {
            let folder = format!("restored-{n}");
            let said = place.run(&["restore", &name, &folder]);
            assert_eq!(said.code, 0, "run {n}, {moment:?}: {}", said.stderr);
            assert_eq!(place.run(&["--node", &folder, "verify"]).code, 0);
        }
    }
}
