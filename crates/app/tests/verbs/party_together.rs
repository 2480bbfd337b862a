//! Two processes on one node: one keeps a screening while the other imports a version of a list. Whatever the order, the
//! screening ends as it would after the import.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use app::party::import::import;
use app::party::keep::{ToKeep, keep};
use app::party::list::{ScreeningFilter, list};
use app::{Actor, Node, Surroundings};
use domain::checkpoint::Signer;
use domain::party_screening::PartyScreening;
use domain::role::Role;
use jiff::Timestamp;
use store::{Options, Store};
use testkit::{FixedSurroundings, World};

use crate::party::{asked, person, training};

/// Something to do.
type Interruption = Box<dyn FnOnce() + Send>;

/// Surroundings in which something else happens when the clock is read for the n-th time.
struct Interrupted {
    fixed: FixedSurroundings,
    readings: AtomicUsize,
    at: usize,
    interruption: Mutex<Option<Interruption>>,
}

impl Surroundings for Interrupted {
    fn now(&self) -> Timestamp {
        if self.readings.fetch_add(1, Ordering::SeqCst) + 1 == self.at {
            let interruption = self.interruption.lock().expect("nobody failed").take();
            // As another process would: with a runtime of its own.
            let other = std::thread::spawn(|| interruption.into_iter().for_each(|interruption| interruption()));
            other.join().expect("the other process does its work");
        }
        self.fixed.now()
    }

    fn random(&self, bytes: &mut [u8]) {
        // Other ids than the first process draws.
        self.fixed.random(bytes);
        bytes.iter_mut().for_each(|byte| *byte ^= 0x5a);
    }
}

/// What one of the processes does.
#[derive(Clone, Copy)]
enum Work {
    Keep,
    Import,
}

async fn work(node: &Node, actor: &Actor, what: Work) {
    match what {
        Work::Keep => {
            let to_keep = vec![ToKeep { party: asked("Hasan Lormuk", "person"), reference: None }];
            keep(node, actor, to_keep, &|_, _| {}).await.expect("a screening");
        }
        Work::Import => {
            import(node, actor, training("2026-11")).await.expect("a version");
        }
    }
}

/// Does one while the other is interrupted at this reading of the clock; the hits of the screening afterwards, and whether
/// the interruption took place.
async fn both(interrupted: Work, between: Work, at: usize) -> (Vec<String>, bool) {
    let world = World::empty().await;
    let officer = person(&world, "officer", "XO", Role::LicensingOfficer).await;
    import(&world.node, &officer, training("2026-09")).await.expect("a version");
    let store = Store::open(&Options::sqlite(&world.folder().join("node.db"))).await.expect("the same database");
    let signer = Signer::new("test.example", &[1; 32]).expect("a signer");
    let (node, actor) = (Arc::clone(&world.node), officer.clone());
    let surroundings = Arc::new(Interrupted {
        fixed: FixedSurroundings::default(),
        readings: AtomicUsize::new(0),
        at,
        interruption: Mutex::new(Some(Box::new(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
            runtime.block_on(work(&node, &actor, between));
        }))),
    });
    let second = Node::new(store, signer, Arc::clone(&surroundings) as Arc<dyn Surroundings>, true);
    work(&second, &officer, interrupted).await;
    let took_place = surroundings.interruption.lock().expect("nobody failed").is_none();
    if !took_place {
        work(&world.node, &officer, between).await;
    }
    let found = list(&world.node, &officer, &ScreeningFilter::default()).await.expect("a list");
    let screening = found.records.iter().find_map(|stored| stored.noun::<PartyScreening>()).expect("it was kept");
    (screening.hits.iter().map(|hit| format!("{}@{:?}", hit.entry, hit.end)).collect(), took_place)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn neither_of_two_processes_misses_what_the_other_does() {
    for (interrupted, between) in [(Work::Keep, Work::Import), (Work::Import, Work::Keep)] {
        let mut at = 1;
        loop {
            let (hits, took_place) = both(interrupted, between, at).await;
            assert_eq!(hits, ["T-001@None"], "at reading {at}");
            if !took_place {
                break;
            }
            at += 1;
        }
        assert!(at > 2, "the clock was read {at} times: nothing came in between");
    }
}
