//! Batches: all or nothing, versions that chain, names that are unique.

use domain::act::Verb;
use domain::body::Kind;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::register::{leaf_hash, root_from_proof};
use domain::revision::Revision;
use store::{ActQuery, BlobDraft, Change, Conflict, Engine, Options, Query, Store, StoreError};

use crate::world::{World, act, batch, document, finding, first, id, instant, signer};

fn conflict(result: Result<store::Committed, StoreError>) -> Conflict {
    match result {
        Err(StoreError::Conflict(conflict)) => conflict,
        other => panic!("expected a conflict, got {other:?}"),
    }
}

fn fault(result: Result<store::Committed, StoreError>) -> String {
    match result {
        Err(StoreError::Invalid(faults)) => faults[0].code.clone(),
        other => panic!("expected a fault, got {other:?}"),
    }
}

on_both! {
    async fn what_is_written_is_read_back(world: &World) {
        let revision = first(11, finding(id(1), 1, "Контроль"));
        let committed = world.write(std::slice::from_ref(&revision)).await.unwrap();
        assert_eq!(committed.size, 1);
        let checkpoint = world.signer.verifier().open(&committed.checkpoint).unwrap();
        assert_eq!((checkpoint.size, checkpoint.root), (1, committed.root));

        let stored = world.store.get(id(11)).await.unwrap().unwrap();
        assert_eq!(stored.revision, revision);
        assert_eq!(stored.hash, revision.to_bytes().1);
        assert_eq!(stored.sequence, 0);
        let (again, bytes) = world.store.revision(id(11), 1).await.unwrap().unwrap();
        assert_eq!((again, bytes), (stored, revision.to_bytes().0));
        assert_eq!(world.store.head().await.unwrap().unwrap(), committed);
    }

    async fn an_empty_node_has_no_head(world: &World) {
        assert_eq!(world.store.head().await.unwrap(), None);
        assert_eq!(world.store.inclusion_proof(0).await.unwrap(), None);
        assert_eq!(world.store.get(id(11)).await.unwrap(), None);
        assert!(world.store.acts(&ActQuery { limit: 10, ..ActQuery::default() }).await.unwrap().is_empty());
    }

    async fn the_second_writer_of_a_version_is_told(world: &World) {
        let one = world.add(11, finding(id(1), 1, "first")).await;
        let mine = one.next(finding(id(1), 1, "mine"));
        let theirs = one.next(finding(id(1), 1, "theirs"));
        world.write(std::slice::from_ref(&theirs)).await.unwrap();
        let other = first(12, finding(id(1), 2, "in the same batch"));
        let conflict = conflict(world.write(&[other, mine.clone()]).await);
        assert_eq!((conflict.record, conflict.seen), (id(11), 1));
        assert_eq!(conflict.current.revision, theirs);
        assert_eq!(world.store.get(id(12)).await.unwrap(), None, "nothing of the batch is stored");
        assert_eq!(world.store.head().await.unwrap().unwrap().size, 2);
        // A new record whose id is taken is told the same.
        assert_eq!(self::conflict(world.write(&[first(11, finding(id(1), 9, "again"))]).await).seen, 0);
    }

    async fn a_skipped_version_is_no_conflict(world: &World) {
        let one = first(11, finding(id(1), 1, "never stored"));
        assert_eq!(fault(world.write(&[one.next(finding(id(1), 1, "second"))]).await), "revision-out-of-order");
    }

    async fn versions_chain_inside_a_batch(world: &World) {
        let one = first(11, finding(id(1), 1, "one"));
        let two = one.next(finding(id(1), 1, "two"));
        let three = two.next(finding(id(1), 1, "three"));
        let committed = world.write(&[one.clone(), two.clone(), three.clone()]).await.unwrap();
        assert_eq!(committed.size, 3);
        let history = world.store.history(id(11)).await.unwrap();
        let versions: Vec<u32> = history.iter().map(|(stored, _)| stored.revision.version).collect();
        assert_eq!(versions, [3, 2, 1]);
        assert!(history.iter().all(|(stored, act)| act.sequence == stored.sequence));
        assert_eq!(world.store.get(id(11)).await.unwrap().unwrap().revision, three);
        // The chain broken inside the batch.
        let four = three.next(finding(id(1), 1, "four"));
        let conflict = conflict(world.write(&[four.clone(), four.clone()]).await);
        assert_eq!(conflict.current.revision, four);
        assert_eq!(world.store.head().await.unwrap().unwrap().size, 3);
    }

    async fn a_name_is_taken_once(world: &World) {
        let one = world.add(11, finding(id(1), 1, "one")).await;
        let conflict = conflict(world.write(&[first(12, finding(id(1), 1, "also one"))]).await);
        assert_eq!((conflict.record, conflict.current.revision), (id(12), one.clone()));
        // In another round, or of another owner, it is another name.
        world.add(13, finding(id(2), 1, "other round")).await;
        let owner = Owner::State("XO".parse().unwrap());
        let other = Revision::first(id(14), owner, Marking::NATIONAL, finding(id(1), 1, "other owner"));
        world.write(&[other]).await.unwrap();
        // Twice in one batch.
        let twice = [first(15, finding(id(3), 1, "a")), first(16, finding(id(3), 1, "b"))];
        assert_eq!(self::conflict(world.write(&twice).await).record, id(16));
    }

    async fn two_records_may_exchange_their_names(world: &World) {
        let one = world.add(11, finding(id(1), 1, "one")).await;
        let two = world.add(12, finding(id(1), 2, "two")).await;
        world.write(&[one.next(finding(id(1), 2, "one")), two.next(finding(id(1), 1, "two"))]).await.unwrap();
        let found = world.store.find(Kind::Finding, Some(id(1)), "1").await.unwrap().unwrap();
        assert_eq!(found.revision.record, id(12));
    }

    async fn a_record_keeps_its_kind(world: &World) {
        let file = b"text";
        let one = world.add(11, finding(id(1), 1, "one")).await;
        let mut changed = batch(&[one.next(document(id(1), file))]);
        changed.blobs.push(BlobDraft { bytes: file.to_vec() });
        assert_eq!(fault(world.store.commit(changed, &world.signer).await), "revision-of-another-kind");
    }

    async fn a_revision_that_breaks_its_rules_is_refused(world: &World) {
        assert_eq!(fault(world.write(&[first(11, finding(id(1), 0, "zero"))]).await), "number-from-one");
        assert_eq!(world.store.head().await.unwrap(), None);
    }

    async fn a_file_comes_with_or_before_what_refers_to_it(world: &World) {
        let bytes = b"Law on Export Control".to_vec();
        let hash = domain::hash::Hash::of(&bytes);
        let revision = first(11, document(id(1), &bytes));
        assert_eq!(fault(world.write(std::slice::from_ref(&revision)).await), "file-not-stored");
        assert_eq!(world.store.blob(&hash).await.unwrap(), None);
        let mut with_file = batch(&[revision]);
        with_file.blobs = vec![BlobDraft { bytes: bytes.clone() }, BlobDraft { bytes: bytes.clone() }];
        world.store.commit(with_file, &world.signer).await.unwrap();
        assert_eq!(world.store.blob(&hash).await.unwrap().as_deref(), Some(bytes.as_slice()));
        world.add(12, document(id(2), &bytes)).await;
    }

    async fn acts_are_dense_and_can_be_proved(world: &World) {
        let mut changes = batch(&[first(11, finding(id(1), 1, "one")), first(12, finding(id(1), 2, "two"))]);
        changes.changes.push(Change { act: act(Verb::BackUp), revision: None });
        world.store.commit(changes, &world.signer).await.unwrap();
        for n in 3..12_u16 {
            world.add(10 + u128::from(n), finding(id(1), n, "more")).await;
        }
        let head = world.store.head().await.unwrap().unwrap();
        assert_eq!(head.size, 12);
        for sequence in 0..12 {
            let (act, leaf) = world.store.act(sequence).await.unwrap().unwrap();
            assert_eq!((act.sequence, leaf), (sequence, leaf_hash(&act.to_bytes())));
            let path = world.store.inclusion_proof(sequence).await.unwrap().unwrap();
            assert_eq!(root_from_proof(leaf, sequence, head.size, &path), Some(head.root));
        }
        assert_eq!(world.store.act(12).await.unwrap(), None);
        assert_eq!(world.store.inclusion_proof(12).await.unwrap(), None);
    }

    async fn a_batch_without_changes_leaves_the_register_alone(world: &World) {
        world.add(11, finding(id(1), 1, "one")).await;
        let before = world.store.head().await.unwrap().unwrap();
        let mut files = batch(&[]);
        files.blobs.push(BlobDraft { bytes: vec![1, 2, 3] });
        assert_eq!(world.store.commit(files, &world.signer).await.unwrap(), before);
    }

    async fn of_two_writers_of_one_record_one_is_told(world: &World) {
        let one = world.add(11, finding(id(1), 1, "one")).await;
        let race = |text: &'static str| {
            let (store, revision) = (world.store.clone(), one.next(finding(id(1), 1, text)));
            tokio::spawn(async move { store.commit(batch(&[revision]), &signer()).await })
        };
        let (left, right) = (race("left"), race("right"));
        let results = [left.await.unwrap(), right.await.unwrap()];
        assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
        assert_eq!(results.iter().filter(|r| matches!(r, Err(StoreError::Conflict(_)))).count(), 1, "{results:?}");
    }

    async fn many_writers_leave_a_dense_register(world: &World) {
        let writers: Vec<_> = (1..=40_u16)
            .map(|n| {
                let (store, revision) = (world.store.clone(), first(100 + u128::from(n), finding(id(1), n, "many")));
                tokio::spawn(async move { store.commit(batch(&[revision]), &signer()).await.unwrap() })
            })
            .collect();
        let mut sizes = Vec::new();
        for writer in writers {
            sizes.push(writer.await.unwrap().size);
        }
        sizes.sort_unstable();
        assert_eq!(sizes, (1..=40).collect::<Vec<u64>>());
        assert_eq!(world.store.count(&Query::of(Kind::Finding)).await.unwrap(), 40);
        let acts = world.store.acts(&ActQuery { limit: 100, ..ActQuery::default() }).await.unwrap();
        assert_eq!(acts.iter().map(|(act, _)| act.sequence).collect::<Vec<_>>(), (0..40).rev().collect::<Vec<_>>());
    }

    async fn what_is_acknowledged_is_there_after_opening_again(world: &World) {
        let revision = world.add(11, finding(id(1), 1, "one")).await;
        // Opened beside the first, as after a crash: nothing was closed.
        let again = Store::open(&world.options).await.unwrap();
        assert_eq!(again.get(id(11)).await.unwrap().unwrap().revision, revision);
        again.close().await;
        let refused = Store::create(&world.options).await;
        assert!(matches!(refused, Err(StoreError::AlreadyANode(_))), "{refused:?}");
        assert_eq!(world.store.get(id(11)).await.unwrap().unwrap().revision, revision);
    }
}

on_both! {
    async fn a_writer_does_not_wait_forever(world: &World) {
        let patience = std::time::Duration::from_millis(50);
        let store = Store::open(&world.options.clone().with_patience(patience)).await.unwrap();
        let mut other = <sqlx::AnyConnection as sqlx::Connection>::connect(&world.url).await.unwrap();
        sqlx::raw_sql("BEGIN; UPDATE register_head SET size = size").execute(&mut other).await.unwrap();
        let revision = first(11, finding(id(1), 1, "waits"));
        let busy = store.commit(batch(std::slice::from_ref(&revision)), &world.signer).await;
        assert!(matches!(busy, Err(StoreError::Busy)), "{busy:?}");
        // Readers do not wait, and when the other has done the writer writes.
        assert_eq!(store.get(id(11)).await.unwrap(), None);
        sqlx::raw_sql("ROLLBACK").execute(&mut other).await.unwrap();
        store.commit(batch(&[revision]), &world.signer).await.unwrap();
    }
}

#[tokio::test]
async fn where_there_is_no_node_none_is_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("node.db");
    let opened = Store::open(&Options::sqlite(&path)).await;
    assert!(matches!(&opened, Err(StoreError::NoNode(place)) if place.ends_with("node.db")), "{opened:?}");
    assert!(!path.exists(), "looking makes nothing");
    if let Some(url) = testkit::postgres::database() {
        let opened = Store::open(&Options::postgres(&url)).await;
        assert!(matches!(opened, Err(StoreError::NoNode(_))), "{opened:?}");
    }
}

#[tokio::test]
async fn a_full_disk_loses_only_the_batch() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options::sqlite(&folder.path().join("node.db")).limited_to(120);
    let store = Store::create(&options).await.unwrap();
    assert_eq!(store.engine(), Engine::Sqlite);
    let revision = first(1, finding(id(1), 1, "before"));
    store.commit(batch(std::slice::from_ref(&revision)), &signer()).await.unwrap();
    let large = store::Batch {
        instant: instant(1),
        changes: vec![Change { act: act(Verb::SaveFinding), revision: Some(first(2, finding(id(1), 2, "after"))) }],
        blobs: vec![BlobDraft { bytes: vec![7; 2_000_000] }],
    };
    for _ in 0..3 {
        let full = store.commit(large.clone(), &signer()).await;
        assert!(matches!(full, Err(StoreError::DiskFull)), "{full:?}");
    }
    assert_eq!(store.get(id(2)).await.unwrap(), None);
    assert_eq!(store.get(id(1)).await.unwrap().unwrap().revision, revision);
    // Small things still fit, through the same connection.
    let next = revision.next(finding(id(1), 1, "still works"));
    assert_eq!(store.commit(batch(&[next]), &signer()).await.unwrap().size, 2);
}
