//! Every list a question can ask for, against the same question asked of a plain vector.

use std::collections::BTreeMap;

use domain::body::Kind;
use domain::ids::RecordId;
use domain::index::Index;
use domain::marking::{Handling, Marking};
use domain::owner::Owner;
use domain::revision::Revision;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::{Order, Query};

use crate::world::{World, finding, id};

const TEXTS: [&str; 6] =
    ["Контроль экспорта", "border 50% of posts", "a_b and a\\b", "Ёлка у границы", "CONTROL list", "контроль границы"];

/// Sixty findings of three rounds and two owners, some changed since.
fn population() -> Vec<Vec<Revision>> {
    (1..=60_u16)
        .map(|n| {
            let round = id(1 + u128::from(n % 3));
            let mut body = finding(round, n, TEXTS[usize::from(n) % TEXTS.len()]);
            body.theme = (n % 4 != 0).then(|| ["lists", "border", "licences"][usize::from(n) % 3].to_owned());
            if n % 5 == 0 {
                body.states = ["XS".parse().unwrap(), "XT".parse().unwrap()].into();
            }
            let owner = if n % 2 == 0 { Owner::Secretariat } else { Owner::State("XO".parse().unwrap()) };
            let marking = match n % 3 {
                0 => Marking::PUBLIC,
                1 => Marking::NATIONAL,
                _ => Marking { handling: Handling::Confidential, ..Marking::PUBLIC },
            };
            let one = Revision::first(id(1_000 + u128::from(n * 7 % 61)), owner, marking, body.clone());
            let mut versions = vec![one.clone()];
            if n % 7 == 0 {
                body.theme = Some("assistance".to_owned());
                versions.push(one.next(body));
            }
            versions
        })
        .collect()
}

fn questions() -> impl Strategy<Value = Query> {
    let facet = || {
        prop::sample::select(vec![
            ("theme", "lists"),
            ("theme", "border"),
            ("theme", "assistance"),
            ("state", "XO"),
            ("state", "XS"),
            ("state", "XT"),
            ("kind", "gap"),
        ])
        .prop_map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    let audiences = prop::sample::subsequence(
        vec![
            "secretariat/unclassified/public".to_owned(),
            "XO/unclassified/national".to_owned(),
            "XO/confidential/public".to_owned(),
            "nobody".to_owned(),
        ],
        0..=4,
    );
    let text = prop::sample::select(vec!["контроль", "50%", "a_b", "a\\b", "ЕЛКА", "list control", "%", "_", ""]);
    let owner = prop::sample::select(vec![Owner::Secretariat, Owner::State("XO".parse().unwrap())]);
    (
        (
            prop::option::of(Just(Kind::Finding)),
            prop::option::of(audiences),
            prop::option::weighted(0.3, owner),
            prop::collection::vec((1..5_u128).prop_map(id), 0..3),
            prop::option::weighted(0.1, (1..61_u16).prop_map(|n| n.to_string())),
        ),
        (
            prop::collection::vec(facet(), 0..3),
            prop::option::weighted(0.2, facet()),
            prop::collection::vec(facet(), 0..2),
            prop::option::weighted(0.4, text.prop_map(str::to_owned)),
        ),
        prop::bool::ANY,
        prop::option::of(0..20_u32),
        prop_oneof![Just(0), 0..70_u32],
    )
        .prop_map(
            |((kind, audiences, owner, parents, name), (facets, facet_below, without, text), recent, limit, offset)| {
                let order = if recent { Order::Recent } else { Order::Natural };
                Query {
                    kind,
                    audiences,
                    owner,
                    parents,
                    name,
                    facets,
                    facet_below,
                    without,
                    without_child: None,
                    text,
                    order,
                    limit,
                    offset,
                }
            },
        )
}

/// The question as it reads, without any index.
fn holds(query: &Query, revision: &Revision) -> bool {
    let index = Index::of(revision);
    let has = |(name, value): &(String, String)| index.facets.iter().any(|(n, v)| n == name && v == value);
    let folded = text::fold(&index.text);
    query.kind.is_none_or(|kind| kind == index.kind)
        && query.audiences.as_ref().is_none_or(|all| all.contains(&revision.audience().to_string()))
        && query.owner.as_ref().is_none_or(|owner| *owner == revision.owner)
        && (query.parents.is_empty() || index.parent.is_some_and(|parent| query.parents.contains(&parent)))
        && query.name.as_ref().is_none_or(|name| *name == index.name)
        && query.facets.iter().all(has)
        && query.facet_below.as_ref().is_none_or(|(name, below)| {
            index.facets.iter().any(|(n, value)| n == name && value.as_str() < below.as_str())
        })
        && !query.without.iter().any(has)
        && query.text.as_ref().is_none_or(|text| text::fold(text).split_whitespace().all(|word| folded.contains(word)))
}

fn check(world: &World, runtime: &tokio::runtime::Runtime) {
    let mut current: Vec<(u64, Revision)> = Vec::new();
    runtime.block_on(async {
        for versions in population() {
            let size = world.write(&versions).await.unwrap().size;
            current.push((size, versions.into_iter().next_back().unwrap()));
        }
    });
    let config = Config { cases: 300, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let result = runner.run(&questions(), |query| {
        let mut expected: Vec<&(u64, Revision)> = current.iter().filter(|(_, r)| holds(&query, r)).collect();
        match query.order {
            Order::Recent => expected.sort_by_key(|(size, _)| std::cmp::Reverse(*size)),
            Order::Natural => expected.sort_by_key(|(_, revision)| {
                let index = Index::of(revision);
                (index.sort, index.name, revision.record)
            }),
        }
        let total = expected.len() as u64;
        let mut by_parent: BTreeMap<RecordId, u64> = BTreeMap::new();
        for parent in expected.iter().filter_map(|(_, revision)| Index::of(revision).parent) {
            *by_parent.entry(parent).or_default() += 1;
        }
        let limit = query.limit.map_or(usize::MAX, |limit| limit as usize);
        let expected: Vec<_> =
            expected.into_iter().skip(query.offset as usize).take(limit).map(|(_, r)| r.record).collect();
        let page = runtime.block_on(world.store.list(&query)).unwrap();
        let found: Vec<_> = page.records.iter().map(|stored| stored.revision.record).collect();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(page.total, total);
        prop_assert_eq!(runtime.block_on(world.store.count(&query)).unwrap(), total);
        let counted = runtime.block_on(world.store.count_by_parent(&query)).unwrap();
        prop_assert_eq!(counted.into_iter().collect::<BTreeMap<_, _>>(), by_parent);
        Ok(())
    });
    result.unwrap();
}

#[test]
fn every_list_is_what_its_question_says_on_sqlite() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let world = runtime.block_on(World::sqlite());
    check(&world, &runtime);
}

#[test]
fn every_list_is_what_its_question_says_on_postgresql() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if let Some(world) = runtime.block_on(World::postgres()) {
        check(&world, &runtime);
    }
}
