//! Single records, names, audiences and acts.

use domain::act::Verb;
use domain::body::Kind;
use domain::ids::Id;
use domain::marking::{Marking, Sharing};
use domain::owner::Owner;
use domain::revision::Revision;
use store::{ActQuery, Batch, Change, Query};

use crate::world::{World, act, batch, finding, first, id, instant};

on_both! {
    async fn records_come_in_the_order_asked(world: &World) {
        for n in 1..=4_u16 {
            world.add(u128::from(n), finding(id(9), n, "text")).await;
        }
        let many = world.store.get_many(&[id(3), id(77), id(1), id(3)]).await.unwrap();
        let ids: Vec<_> = many.iter().map(|stored| stored.revision.record).collect();
        assert_eq!(ids, [id(3), id(1), id(3)]);
        assert!(world.store.get_many(&[]).await.unwrap().is_empty());
        let all: Vec<_> = (0..1_200).map(id).collect();
        assert_eq!(world.store.get_many(&all).await.unwrap().len(), 4);
    }

    async fn heads_are_told_to_their_audience_only(world: &World) {
        for n in 1..=3_u16 {
            world.add(u128::from(n), finding(id(9), n, "text")).await;
        }
        let changed = world.store.get(id(2)).await.unwrap().unwrap().revision;
        world.write(&[changed.next(finding(id(9), 2, "changed"))]).await.unwrap();
        let audiences = world.store.audiences().await.unwrap();
        let many: Vec<_> = (0..1_200).chain([2]).map(id).collect();
        let mut heads = world.store.heads(&many, &audiences).await.unwrap();
        heads.sort_by(|a, b| (&a.sort, a.version).cmp(&(&b.sort, b.version)));
        heads.dedup();
        let told: Vec<_> = heads.iter().map(|head| (head.record, head.kind, head.name.as_str(), head.version)).collect();
        let finding = Kind::Finding;
        assert_eq!(told, [(id(1), finding, "1", 1), (id(2), finding, "2", 2), (id(3), finding, "3", 1)]);
        assert!(heads.iter().all(|head| head.owner == changed.owner));
        assert_eq!(world.store.heads(&many, &["XX/unclassified/public".to_owned()]).await.unwrap(), []);
        assert_eq!(world.store.heads(&many, &[]).await.unwrap(), []);
    }

    async fn records_under_which_something_stands_can_be_left_out(world: &World) {
        for n in 1..=3_u16 {
            world.add(u128::from(n), finding(id(9), n, "text")).await;
        }
        world.add(11, finding(id(1), 7, "under the first")).await;
        world.add(12, finding(id(2), 8, "under the second")).await;
        let under = |name: &str| Query {
            without_child: Some((Kind::Finding, name.to_owned())),
            ..Query::of(Kind::Finding).under(id(9))
        };
        for (name, expect) in [("7", vec![id(2), id(3)]), ("8", vec![id(1), id(3)]), ("9", vec![id(1), id(2), id(3)])] {
            let page = world.store.list(&under(name)).await.unwrap();
            let found: Vec<_> = page.records.iter().map(|stored| stored.revision.record).collect();
            assert_eq!((found, page.total), (expect.clone(), expect.len() as u64), "without {name}");
        }
    }

    async fn a_record_is_found_by_kind_parent_and_name(world: &World) {
        let one = world.add(11, finding(id(1), 1, "one")).await;
        let found = world.store.find(Kind::Finding, Some(id(1)), "1").await.unwrap();
        assert_eq!(found.map(|stored| stored.revision), Some(one));
        for (kind, parent, name) in [
            (Kind::Finding, Some(id(1)), "2"),
            (Kind::Finding, Some(id(2)), "1"),
            (Kind::Finding, None, "1"),
            (Kind::Recommendation, Some(id(1)), "1"),
        ] {
            assert_eq!(world.store.find(kind, parent, name).await.unwrap(), None);
        }
    }

    async fn only_the_latest_version_is_listed(world: &World) {
        let one = world.add(11, finding(id(1), 1, "старый текст")).await;
        world.write(&[one.next(finding(id(1), 1, "новый текст"))]).await.unwrap();
        let search = |text: &str| Query { text: Some(text.to_owned()), ..Query::of(Kind::Finding) };
        assert_eq!(world.store.count(&search("старый")).await.unwrap(), 0);
        assert_eq!(world.store.count(&search("НОВЫЙ")).await.unwrap(), 1);
        assert_eq!(world.store.list(&Query::of(Kind::Finding)).await.unwrap().total, 1);
    }

    async fn audiences_in_use_are_listed_once(world: &World) {
        assert!(world.store.audiences().await.unwrap().is_empty());
        let owner = || Owner::State("XO".parse().unwrap());
        let round = Marking { sharing: Sharing::Round { round: Id::new(id(1)) }, ..Marking::NATIONAL };
        let markings = [Marking::NATIONAL, Marking::PUBLIC, round, Marking::NATIONAL];
        let revisions: Vec<Revision> = (1..)
            .zip(markings)
            .map(|(n, marking)| Revision::first(id(u128::from(n)), owner(), marking, finding(id(9), n, "text")))
            .collect();
        world.write(&revisions).await.unwrap();
        let round = format!("XO/unclassified/round/{}", id(1));
        assert_eq!(
            world.store.audiences().await.unwrap(),
            ["XO/unclassified/national", "XO/unclassified/public", &round]
        );
    }

    async fn acts_are_filtered(world: &World) {
        let national = |n: u16| {
            let owner = Owner::State("XO".parse().unwrap());
            Revision::first(id(u128::from(n)), owner, Marking::NATIONAL, finding(id(9), n, "text"))
        };
        let one = first(1, finding(id(9), 1, "text"));
        world.write(&[one.clone(), national(2)]).await.unwrap();
        let mut other = act(Verb::Mark);
        other.person.account = id(901);
        let changes = vec![
            Change { act: other, revision: Some(one.next(finding(id(9), 1, "changed"))) },
            Change { act: act(Verb::BackUp), revision: None },
        ];
        world.store.commit(Batch { instant: instant(5), changes, blobs: Vec::new() }, &world.signer).await.unwrap();
        let all = || ActQuery { limit: 10, ..ActQuery::default() };
        let public = "secretariat/unclassified/public".to_owned();
        for (query, expect) in [
            (all(), vec![3, 2, 1, 0]),
            (ActQuery { limit: 2, ..all() }, vec![3, 2]),
            (ActQuery { before: Some(2), ..all() }, vec![1, 0]),
            (ActQuery { record: Some(id(1)), ..all() }, vec![2, 0]),
            (ActQuery { account: Some(id(901)), ..all() }, vec![2]),
            (ActQuery { verb: Some(Verb::SaveFinding), ..all() }, vec![1, 0]),
            (ActQuery { audiences: Some(vec![public]), ..all() }, vec![3, 2, 0]),
            (ActQuery { audiences: Some(vec![]), ..all() }, vec![3]),
        ] {
            let found: Vec<u64> = world.store.acts(&query).await.unwrap().iter().map(|(act, _)| act.sequence).collect();
            assert_eq!(found, expect, "{query:?}");
        }
    }

    async fn a_flipped_bit_is_not_read_as_a_record(world: &World) {
        world.add(11, finding(id(1), 1, "one")).await;
        let mut hand = <sqlx::AnyConnection as sqlx::Connection>::connect(&world.url).await.unwrap();
        let (_, mut bytes) = world.store.revision(id(11), 1).await.unwrap().unwrap();
        let last = bytes.len() - 4;
        bytes[last] ^= 1;
        sqlx::query("UPDATE revision SET bytes = $1").bind(bytes).execute(&mut hand).await.unwrap();
        let read = world.store.get(id(11)).await;
        assert!(matches!(read, Err(store::StoreError::Damaged { .. })), "{read:?}");
    }

    async fn a_reader_sees_one_moment_while_others_write(world: &World) {
        world.write(&(1..=20).map(|n| first(u128::from(n), finding(id(1), n, "text"))).collect::<Vec<_>>()).await.unwrap();
        let (store, signer) = (world.store.clone(), crate::world::signer());
        let writer = tokio::spawn(async move {
            for n in 21..=60_u16 {
                store.commit(batch(&[first(u128::from(n), finding(id(1), n, "text"))]), &signer).await.unwrap();
            }
        });
        while !writer.is_finished() {
            let query = Query { limit: Some(5), ..Query::of(Kind::Finding) };
            let page = world.store.list(&query).await.unwrap();
            assert_eq!(page.records.len(), 5);
            assert!((20..=60).contains(&page.total));
        }
        writer.await.unwrap();
    }
}
