//! Tampering by hand: one changed byte in the database file, and `verify` names what does not hold.

use std::fs;

use crate::product::Place;

/// Changes the first occurrence of `from` in the database file to `to`, of the same length.
fn tamper(place: &Place, from: &str, to: &str) {
    assert_eq!(from.len(), to.len());
    let path = place.path().join("node.db");
    let mut bytes = fs::read(&path).expect("a database");
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{from:?} does not stand in the database"));
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    fs::write(&path, bytes).expect("a database");
}

#[track_caller]
fn check(from: &str, to: &str) {
    let place = Place::with_training();
    let before = place.run(&["verify"]);
    assert_eq!(before.code, 0, "{}", before.stderr);
    tamper(&place, from, to);
    let after = place.run(&["verify"]);
    assert_eq!(after.code, 1, "a change of {from:?} was not found: {}", after.stdout);
    assert!(after.stderr.contains("error"), "{}", after.stderr);
    assert!(after.stderr.contains("hint"), "{}", after.stderr);
}

#[test]
fn a_changed_revision_is_found() {
    check("\"mark\":\"X\"", "\"mark\":\"?\"");
}

#[test]
fn a_changed_act_is_found() {
    check("\"verb\":\"answer-save\"", "\"verb\":\"answer-sane\"");
}

#[test]
fn a_node_with_another_key_does_not_verify() {
    let place = Place::with_node();
    let other = Place::with_node();
    fs::copy(other.path().join("keys/node.key"), place.path().join("keys/node.key")).expect("a key");
    let said = place.run(&["verify"]);
    assert_eq!(said.code, 1, "{}", said.stdout);
}

#[test]
fn a_register_cut_back_is_found_against_a_kept_checkpoint() {
    let place = Place::with_node();
    let database = place.path().join("node.db");
    let early = fs::read(&database).expect("a database");
    let round = crate::product::repository().join("examples/dushanbe-2017");
    assert_eq!(place.run(&["round", "import", &round.to_string_lossy()]).code, 0);
    let head = place.run(&["register", "head"]);
    assert_eq!(head.code, 0, "{}", head.stderr);
    fs::write(place.path().join("kept.txt"), &head.stdout).expect("a file");
    assert_eq!(place.run(&["verify", "--checkpoint", "kept.txt"]).code, 0);
    // Somebody puts the database of yesterday back. On its own it holds; against the kept checkpoint it does not.
    fs::write(&database, early).expect("a database");
    assert_eq!(place.run(&["verify"]).code, 0);
    let said = place.run(&["verify", "--checkpoint", "kept.txt"]);
    assert_eq!(said.code, 1, "{}", said.stdout);
}
