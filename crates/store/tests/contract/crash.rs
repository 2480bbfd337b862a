//! What was acknowledged survives the death of the process.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use store::verify::verify;
use store::{Options, Store};

use crate::world::{batch, finding, first, id, signer};

/// Names the file for the process that is killed.
const FILE: &str = "TRIPOINT_CRASH_TEST_FILE";

#[tokio::test]
async fn a_killed_writer_loses_nothing_it_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("node.db");
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::writer", "--ignored", "--nocapture"])
        .env(FILE, &path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let acknowledged = BufReader::new(writer.stdout.take().unwrap())
        .lines()
        .filter_map(|line| line.unwrap().strip_prefix("acknowledged ")?.parse::<u64>().ok())
        .nth(24)
        .unwrap();
    writer.kill().unwrap();
    writer.wait().unwrap();

    let store = Store::open(&Options::sqlite(&path)).await.unwrap();
    let size = store.head().await.unwrap().unwrap().size;
    assert!(size >= acknowledged, "{size} acts, {acknowledged} acknowledged");
    let verified = verify(&store, &signer().verifier(), None, &mut |_| {}).await.unwrap();
    assert_eq!((verified.failure, verified.size), (None, size));
}

#[tokio::test]
#[ignore = "run by the test above, in a process that is killed"]
async fn writer() {
    let Some(path) = std::env::var_os(FILE) else { return };
    let store = Store::create(&Options::sqlite(Path::new(&path))).await.unwrap();
    for n in 1..=u16::MAX {
        let changes = batch(&[first(u128::from(n), finding(id(1), n, "until the end"))]);
        println!("acknowledged {}", store.commit(changes, &signer()).await.unwrap().size);
    }
}
