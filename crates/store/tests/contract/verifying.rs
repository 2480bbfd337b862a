//! Verifying: what is whole holds, and one flipped bit anywhere is found and named.

use domain::checkpoint::Checkpoint;
use domain::hash::Hash;
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, AssertSqlSafe, Connection, Row};
use store::verify::{Failure, FailurePlace, Verified, verify};
use store::{Engine, Progress};

use crate::world::{World, finding, id};

async fn verified(world: &World, kept: Option<&Checkpoint>) -> Verified {
    verify(&world.store, &world.signer.verifier(), kept, &mut |_| {}).await.unwrap()
}

fn code(verified: &Verified) -> &'static str {
    verified.failure.as_ref().map_or("", |failure| failure.code)
}

on_both! {
    async fn a_new_node_holds(world: &World) {
        let verified = verified(world, None).await;
        assert_eq!((verified.acts, verified.size, verified.failure), (0, 0, None));
    }

    async fn a_node_in_use_holds(world: &World) {
        world.furnish().await;
        let mut last: Option<Progress> = None;
        let verifier = world.signer.verifier();
        let verified = verify(&world.store, &verifier, None, &mut |progress| last = Some(progress)).await.unwrap();
        let head = world.store.head().await.unwrap().unwrap();
        assert_eq!(verified.failure, None);
        assert_eq!((verified.acts, verified.revisions, verified.records, verified.files), (5, 4, 3, 1));
        assert_eq!((verified.size, verified.root), (head.size, head.root));
        assert_eq!(last.map(|progress| (progress.done, progress.total)), Some((1, 1)));
    }

    async fn another_key_is_not_accepted(world: &World) {
        world.furnish().await;
        let stranger = domain::checkpoint::Signer::new("node.example/register", &[8; 32]).unwrap().verifier();
        let verified = verify(&world.store, &stranger, None, &mut |_| {}).await.unwrap();
        assert_eq!(code(&verified), "verify-checkpoint");
    }

    async fn a_kept_checkpoint_must_be_a_beginning(world: &World) {
        let mut kept = Vec::new();
        world.furnish().await;
        for n in 3..9_u16 {
            let committed = world.write(&[crate::world::first(100 + u128::from(n), finding(id(1), n, "more"))]).await;
            kept.push(world.signer.verifier().open(&committed.unwrap().checkpoint).unwrap());
        }
        for kept in &kept {
            assert_eq!(verified(world, Some(kept)).await.failure, None);
            let other = Checkpoint { root: Hash::of(b"another history"), ..kept.clone() };
            assert_eq!(code(&verified(world, Some(&other)).await), "verify-kept-differs");
        }
        let longer = Checkpoint { size: 1_000, ..kept[0].clone() };
        assert_eq!(code(&verified(world, Some(&longer)).await), "verify-kept-longer");
        let foreign = Checkpoint { origin: "other.example".to_owned(), ..kept[0].clone() };
        assert_eq!(code(&verified(world, Some(&foreign)).await), "verify-kept-origin");
    }

    async fn one_flipped_bit_is_found_and_named(world: &World) {
        world.furnish().await;
        let mut hand = Hand::reach_into(world).await;
        let mut flips = 0;
        for (table, keys, columns) in TABLES {
            for row in 0..hand.rows(table).await {
                for column in *columns {
                    flips += hand.flip_each(world, table, keys, row, column).await;
                }
            }
        }
        // So that the test cannot come to flip nothing.
        assert!(flips > 200, "{flips} flips");
        assert_eq!(verified(world, None).await.failure, None, "everything was put back");
    }

    async fn what_no_act_accounts_for_is_found(world: &World) {
        world.furnish().await;
        let hand = &mut Hand::reach_into(world).await;
        for (add, take_away, expect) in [
            (
                "INSERT INTO revision (record, version, sha256, bytes) SELECT record, 99, sha256, bytes FROM revision
                 WHERE version = 2",
                "DELETE FROM revision WHERE version = 99",
                "verify-revision-unrecorded",
            ),
            (
                "INSERT INTO record (record, kind, owner, audience, parent, name, sort, folded, version, sha256, sequence)
                 SELECT 'x', kind, owner, audience, parent, 'x', sort, folded, version, sha256, sequence FROM record
                 WHERE version = 2",
                "DELETE FROM record WHERE record = 'x'",
                "verify-record-unrecorded",
            ),
            (
                "INSERT INTO facet (name, value, record) VALUES ('kind', 'gap', 'x')",
                "DELETE FROM facet WHERE record = 'x'",
                "verify-facet-unrecorded",
            ),
            (
                "INSERT INTO blob (sha256, bytes) SELECT 'x', bytes FROM blob",
                "DELETE FROM blob WHERE sha256 = 'x'",
                "verify-file-bytes",
            ),
        ] {
            hand.run(add).await;
            assert_eq!(code(&verified(world, None).await), expect);
            hand.run(take_away).await;
        }
        assert_eq!(verified(world, None).await.failure, None);
    }

    async fn a_history_cut_off_or_gone_back_is_found(world: &World) {
        world.furnish().await;
        let hand = &mut Hand::reach_into(world).await;
        hand.run("DELETE FROM act WHERE sequence = 4").await;
        assert_eq!(code(&verified(world, None).await), "verify-root");
        hand.run("DELETE FROM act WHERE sequence = 1").await;
        let failure = verified(world, None).await.failure;
        assert_eq!(failure, Some(Failure { code: "verify-act-missing", place: FailurePlace::Act { sequence: 1 } }));
    }

    async fn a_lookup_of_an_older_version_is_found(world: &World) {
        // Two versions whose lookups differ in nothing but the version.
        let one = world.add(11, finding(id(1), 1, "text")).await;
        let mut changed = finding(id(1), 1, "text");
        changed.basis.push("visit 1".parse().unwrap());
        world.write(&[one.next(changed)]).await.unwrap();
        let hand = &mut Hand::reach_into(world).await;
        let old = world.store.revision(id(11), 1).await.unwrap().unwrap().0;
        let text = format!("UPDATE record SET version = 1, sequence = 0, sha256 = '{}' WHERE version = 2", old.hash);
        sqlx::query(AssertSqlSafe(text)).execute(&mut hand.connection).await.unwrap();
        assert_eq!(code(&verified(world, None).await), "verify-record-stale");
    }
}

#[test]
fn every_failure_has_words_in_both_languages() {
    let sources = concat!(
        include_str!("../../src/verify/act_row.rs"),
        include_str!("../../src/verify/failure.rs"),
        include_str!("../../src/verify/files.rs"),
        include_str!("../../src/verify/head.rs"),
        include_str!("../../src/verify/lookup_row.rs"),
        include_str!("../../src/verify/scan.rs"),
        include_str!("../../src/verify/unrecorded.rs"),
    );
    let used: std::collections::BTreeSet<&str> =
        sources.match_indices("\"verify-").filter_map(|(place, _)| sources[place + 1..].split('"').next()).collect();
    assert_eq!(used.into_iter().collect::<Vec<_>>(), Failure::CODES, "the list is complete and sorted");
    for words in [include_str!("../../../../locales/en/verify.ftl"), include_str!("../../../../locales/ru/verify.ftl")]
    {
        for code in Failure::CODES {
            let (_, after) = words.split_once(&format!("\nfault-{code} = ")).unwrap_or_else(|| panic!("{code}"));
            assert!(after.lines().nth(1).is_some_and(|line| line.starts_with("    .hint = ")), "{code}");
        }
        for part in store::Part::ALL {
            assert!(words.contains(&format!("\npart-{part} = ")), "{part}");
        }
    }
}

/// Tables, their keys, and their columns.
const TABLES: &[(&str, &[&str], &[&str])] = &[
    ("act", &["sequence"], &["sequence", "account", "verb", "record", "version", "leaf", "bytes"]),
    ("revision", &["record", "version"], &["record", "version", "sha256", "bytes"]),
    (
        "record",
        &["record"],
        &["record", "kind", "owner", "audience", "parent", "name", "sort", "folded", "version", "sha256", "sequence"],
    ),
    ("facet", &["name", "value", "record"], &["name", "value", "record"]),
    ("blob", &["sha256"], &["sha256", "bytes"]),
    ("register_head", &["id"], &["id", "size", "roots", "checkpoint"]),
];

#[derive(Debug, Clone, PartialEq)]
enum Value {
    Text(String),
    /// Bytes that are stored as text although they are none; only SQLite does.
    BrokenText(Vec<u8>),
    Number(i64),
    Bytes(Vec<u8>),
    Null,
}

fn value(row: &AnyRow, column: &str) -> Value {
    if let Ok(Some(text)) = row.try_get::<Option<String>, _>(column) {
        return Value::Text(text);
    }
    if let Ok(Some(number)) = row.try_get::<Option<i64>, _>(column) {
        return Value::Number(number);
    }
    row.try_get::<Option<Vec<u8>>, _>(column).ok().flatten().map_or(Value::Null, Value::Bytes)
}

/// The same value with one bit flipped: at the beginning, in the middle, at the end.
fn flipped(value: &Value, engine: Engine) -> Vec<Value> {
    let places = |length: usize| if length == 0 { vec![] } else { vec![0, length / 2, length - 1] };
    let with = |bytes: &[u8], place: usize, bit: u8| {
        let mut bytes = bytes.to_vec();
        bytes[place] ^= 1 << bit;
        bytes
    };
    match value {
        Value::Text(text) if text.is_empty() => vec![Value::Text("x".to_owned())],
        Value::Text(text) => {
            let bytes = text.as_bytes();
            let mut flips: Vec<Value> = places(bytes.len())
                .into_iter()
                .filter_map(|place| String::from_utf8(with(bytes, place, 0)).ok())
                .map(Value::Text)
                .collect();
            if engine == Engine::Sqlite {
                flips.extend(places(bytes.len()).into_iter().map(|place| Value::BrokenText(with(bytes, place, 7))));
            }
            flips
        }
        Value::Bytes(bytes) => {
            places(bytes.len()).into_iter().map(|place| Value::Bytes(with(bytes, place, 3))).collect()
        }
        Value::Number(number) => [0, 1, 40].into_iter().map(|bit| Value::Number(number ^ (1 << bit))).collect(),
        Value::BrokenText(_) | Value::Null => vec![],
    }
}

/// Somebody who reaches into the database past the program.
struct Hand {
    connection: AnyConnection,
    engine: Engine,
}

impl Hand {
    async fn reach_into(world: &World) -> Self {
        let engine = world.store.engine();
        let mut connection = AnyConnection::connect(&world.url).await.unwrap();
        let past_the_rules = match engine {
            Engine::Sqlite => "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON",
            Engine::Postgres => "SET session_replication_role = replica",
        };
        sqlx::raw_sql(past_the_rules).execute(&mut connection).await.unwrap();
        Self { connection, engine }
    }

    async fn run(&mut self, statement: &'static str) {
        sqlx::query(statement).execute(&mut self.connection).await.unwrap();
    }

    async fn rows(&mut self, table: &str) -> i64 {
        let statement = AssertSqlSafe(format!("SELECT count(*) FROM {table}"));
        sqlx::query_scalar(statement).fetch_one(&mut self.connection).await.unwrap()
    }

    /// Flips bits of one column of one row, one at a time, and puts them back. Gives how many the database let through.
    async fn flip_each(&mut self, world: &World, table: &str, keys: &[&str], row: i64, column: &str) -> usize {
        let mut columns = keys.to_vec();
        columns
            .extend(["record", "version", "sequence", "sha256"].iter().filter(|c| has(table, c) && !keys.contains(c)));
        if !columns.contains(&column) {
            columns.push(column);
        }
        let text =
            format!("SELECT {} FROM {table} ORDER BY {} LIMIT 1 OFFSET {row}", columns.join(", "), keys.join(", "));
        let found = sqlx::query(AssertSqlSafe(text)).fetch_one(&mut self.connection).await.unwrap();
        let original = value(&found, column);
        let mut flips = 0;
        for flip in flipped(&original, self.engine) {
            let before: Vec<(&str, Value)> = keys.iter().map(|key| (*key, value(&found, key))).collect();
            let after: Vec<(&str, Value)> = before
                .iter()
                .map(|(key, old)| (*key, if *key == column { flip.clone() } else { old.clone() }))
                .collect();
            if !self.set(table, column, &flip, &before).await {
                continue; // The database itself refused: a key taken, a number out of range.
            }
            flips += 1;
            let verified = verified(world, None).await;
            let shown = format!("{table}.{column} of row {row}: {original:?} → {flip:?}: {verified:?}");
            let failure = verified.failure.as_ref().unwrap_or_else(|| panic!("not found: {shown}"));
            assert!(names(failure, table, &found, &flip), "{shown}");
            assert!(Failure::CODES.contains(&failure.code), "{shown}");
            assert!(self.set(table, column, &original, &after).await, "put back: {shown}");
        }
        flips
    }

    async fn set(&mut self, table: &str, column: &str, value: &Value, keys: &[(&str, Value)]) -> bool {
        // SQLite takes text that is none only as bytes.
        let place = |value: &Value, n: usize| match value {
            Value::BrokenText(_) => format!("CAST(${n} AS TEXT)"),
            _ => format!("${n}"),
        };
        let conditions: Vec<String> =
            keys.iter().zip(2..).map(|((key, value), n)| format!("{key} = {}", place(value, n))).collect();
        let text = format!("UPDATE {table} SET {column} = {} WHERE {}", place(value, 1), conditions.join(" AND "));
        let mut query = sqlx::query(AssertSqlSafe(text));
        for value in std::iter::once(value).chain(keys.iter().map(|(_, value)| value)) {
            query = match value.clone() {
                Value::Text(text) => query.bind(text),
                Value::Number(number) => query.bind(number),
                Value::Bytes(bytes) | Value::BrokenText(bytes) => query.bind(bytes),
                Value::Null => query.bind(None::<String>),
            };
        }
        query.execute(&mut self.connection).await.is_ok_and(|done| done.rows_affected() == 1)
    }
}

fn has(table: &str, column: &str) -> bool {
    TABLES.iter().any(|(name, _, columns)| *name == table && columns.contains(&column))
}

/// Whether a failure names the row that was touched.
fn names(failure: &Failure, table: &str, row: &AnyRow, flip: &Value) -> bool {
    let is = |column: &str, text: &str| value(row, column) == Value::Text(text.to_owned());
    let flipped_to = |text: &str| *flip == Value::Text(text.to_owned());
    match &failure.place {
        FailurePlace::Act { sequence } => table == "act" && value(row, "sequence") == Value::Number(*sequence as i64),
        FailurePlace::Revision { record, version } => {
            table == "revision" && is("record", record) && value(row, "version") == Value::Number(*version)
        }
        FailurePlace::Record { record, .. } => table == "record" && (is("record", record) || flipped_to(record)),
        FailurePlace::Facet { record } => table == "facet" && (is("record", record) || flipped_to(record)),
        FailurePlace::File { sha256 } => table == "blob" && (is("sha256", sha256) || flipped_to(sha256)),
        FailurePlace::Head { .. } => table == "register_head",
        FailurePlace::Kept { .. } => false,
    }
}
