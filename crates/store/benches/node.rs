//! How fast a node of a given size is written, listed, verified and copied, and how much memory verifying takes.
//!
//! `cargo bench -p store --bench node -- [ACTS] [sqlite|postgres]`; 75,000 acts on SQLite unless told.

#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]
#![expect(clippy::disallowed_methods, reason = "a measurement reads the clock")]
#![expect(clippy::unwrap_used, reason = "a measurement that fails stops")]

use std::time::Instant;

use domain::act::{ActPerson, Face, Verb};
use domain::answer::Answer;
use domain::body::{Body, Kind};
use domain::cell::Mark;
use domain::checkpoint::Signer;
use domain::ids::{Id, RecordId, Uuid, uuid_v7};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::owner::Owner;
use domain::recommendation::{Addressee, Recommendation};
use domain::revision::Revision;
use domain::role::Role;
use jiff::Timestamp;
use store::verify::verify;
use store::{ActDraft, ActQuery, Batch, Change, Options, Order, Query, Store, backup};

const TEXT: &str = "Закон об экспортном контроле № 30, статьи 12 и 14; Положение о порядке лицензирования, пункты 7–19. \
                    Law on Export Control No. 30, articles 12 and 14; Regulation on licensing, paragraphs 7 to 19.";

#[tokio::main]
async fn main() {
    let mut arguments = std::env::args().skip(1).filter(|argument| !argument.starts_with("--"));
    let acts: u64 = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(75_000);
    let postgres = arguments.next().as_deref() == Some("postgres");
    let folder = tempfile::tempdir().unwrap();
    let options = |name: &str| match postgres {
        true => Options::postgres(&testkit::postgres::database().unwrap()),
        false => Options::sqlite(&folder.path().join(name)),
    };
    let signer = Signer::new("node.example", &[7; 32]).unwrap();
    let store = match std::env::var_os("NODE_FILE").map(std::path::PathBuf::from) {
        Some(file) if file.exists() => Store::open(&Options::sqlite(&file)).await.unwrap(),
        file => {
            let options = file.map_or_else(|| options("node.db"), |file| Options::sqlite(&file));
            let store = Store::create(&options).await.unwrap();
            write(&store, acts, &signer).await;
            store
        }
    };
    list(&store).await;

    let mut done = 0;
    let (begun, cpu) = (Instant::now(), processor_seconds());
    let verified =
        verify(&store, &signer.verifier(), None, &mut |progress| done = done.max(progress.done)).await.unwrap();
    assert_eq!((verified.failure, verified.acts), (None, acts + SINGLE));
    println!(
        "verify   {:>8.2} s for {done} acts ({:.2} s of processors), {} MB at most",
        begun.elapsed().as_secs_f64(),
        processor_seconds() - cpu,
        peak_megabytes()
    );

    let begun = Instant::now();
    store.inclusion_proof(acts / 2).await.unwrap().unwrap();
    println!("prove    {:>8.2} ms", begun.elapsed().as_secs_f64() * 1e3);

    let copy = Store::create(&options("copy.db")).await.unwrap();
    let (begun, cpu) = (Instant::now(), processor_seconds());
    backup::copy(&store, &copy, &mut |_| {}).await.unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    println!("copy     {seconds:>8.2} s ({:.2} s of processors)", processor_seconds() - cpu);
}

/// How many single saves are timed.
const SINGLE: u64 = 100;

/// Answers and recommendations, 13 to 2, in batches like those of an import.
async fn write(store: &Store, acts: u64, signer: &Signer) {
    let (begun, cpu) = (Instant::now(), processor_seconds());
    let mut n = 0;
    while n < acts {
        let revisions: Vec<Revision> = (n..acts.min(n + 500)).map(revision).collect();
        n += revisions.len() as u64;
        let changes = revisions.into_iter().map(|r| Change { act: draft(), revision: Some(r) }).collect();
        let instant = Timestamp::from_second(1_800_000_000 + n as i64).unwrap();
        store.commit(Batch { instant, changes, blobs: Vec::new() }, signer).await.unwrap();
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "write    {seconds:>8.2} s ({:.2} s of processors), {:.0} acts/s in batches of 500",
        processor_seconds() - cpu,
        acts as f64 / seconds
    );
    // One person saving one thing at a time.
    let mut current = store.get(record(0)).await.unwrap().unwrap().revision;
    let begun = Instant::now();
    for _ in 0..SINGLE {
        current = current.next(current.body.clone());
        let changes = vec![Change { act: draft(), revision: Some(current.clone()) }];
        let instant = Timestamp::from_second(1_900_000_000).unwrap();
        store.commit(Batch { instant, changes, blobs: Vec::new() }, signer).await.unwrap();
    }
    println!("save     {:>8.2} ms each, one at a time", begun.elapsed().as_secs_f64() * 1e3 / SINGLE as f64);
}

fn draft() -> ActDraft {
    let person =
        ActPerson { account: record(u64::MAX), login: "a.karimova".to_owned(), roles: vec![Role::Secretariat] };
    ActDraft { person, face: Face::Web, verb: Verb::SaveAnswer, reason: "import of the matrix".to_owned() }
}

fn record(n: u64) -> RecordId {
    let random = domain::hash::Hash::of(&n.to_be_bytes()).0;
    let mut ten = [0; 10];
    ten.copy_from_slice(&random[..10]);
    uuid_v7(1_800_000_000_000 + n / 4, ten)
}

fn revision(n: u64) -> Revision {
    let owner = Owner::State(["XO", "XS", "XT", "XA"][(n % 4) as usize].parse().unwrap());
    let parent = Uuid::from_u128(u128::from(n / 1_800) + 1);
    let body: Body = if n % 15 < 13 {
        Answer {
            matrix: Id::new(parent),
            cell: format!(
                "IV.{}:{}:{}",
                n % 300 + 1,
                ["N", "C", "B"][(n / 300 % 3) as usize],
                ["LF", "ENF"][(n / 900 % 2) as usize]
            )
            .parse()
            .unwrap(),
            mark: Mark::X,
            citations: Vec::new(),
            information: Localized::en_ru(&format!("{TEXT} ({n})"), TEXT),
            remarks: Localized::default(),
        }
        .into()
    } else {
        Recommendation {
            round: Id::new(Uuid::from_u128(u128::from(n / 20_000) + 1_000_000)),
            number: (n % 20_000 + 1) as u16,
            addressees: vec![
                Addressee::State(["XO", "XS", "XT"][(n % 3) as usize].parse().unwrap()),
                Addressee::Partners,
            ],
            theme: Some(["lists", "border", "licences", "outreach"][(n / 7 % 4) as usize].to_owned()),
            operative_paragraphs: vec!["3(d)".to_owned()],
            text: Localized::en_ru(&format!("{TEXT} ({n})"), TEXT),
            findings: Vec::new(),
            measures: Vec::new(),
            continues: Vec::new(),
            due: None,
        }
        .into()
    };
    let marking = if n.is_multiple_of(3) { Marking::PUBLIC } else { Marking::NATIONAL };
    Revision::first(record(n), owner, marking, body)
}

async fn list(store: &Store) {
    let audiences = store.audiences().await.unwrap();
    let answers = || Query { limit: Some(50), ..Query::of(Kind::Answer) };
    let recommendations = || Query { limit: Some(50), ..Query::of(Kind::Recommendation) };
    let round = Uuid::from_u128(1_000_000);
    for (name, query) in [
        ("answers", answers()),
        ("answers, last page", Query { offset: 60_000, ..answers() }),
        ("answers of a matrix", answers().under(Uuid::from_u128(3))),
        ("answers of an owner", Query { owner: Some("XO".parse().unwrap()), ..answers() }),
        ("answers of half the audiences", Query { audiences: Some(audiences[..4].to_vec()), ..answers() }),
        ("answers with a row", answers().facet("row", "IV.7")),
        ("answers, recent", Query { order: Order::Recent, ..answers() }),
        ("answers with a common word", Query { text: Some("лицензирования".to_owned()), ..answers() }),
        ("answers with a rare word", Query { text: Some("(4242)".to_owned()), ..answers() }),
        (
            "answers of a matrix with a word",
            Query { text: Some("(4242)".to_owned()), ..answers().under(Uuid::from_u128(3)) },
        ),
        ("recommendations", recommendations()),
        ("recommendations of a round", recommendations().under(round)),
        ("recommendations to a State", recommendations().facet("addressee", "XO")),
        ("recommendations to partners", recommendations().facet("addressee", "partners")),
        (
            "recommendations, everything",
            Query {
                audiences: Some(audiences.clone()),
                text: Some("export licensing".to_owned()),
                without: vec![("addressee".to_owned(), "XS".to_owned())],
                ..recommendations().under(round).facet("theme", "border")
            },
        ),
        ("recommendations with a rare word", Query { text: Some("(4243)".to_owned()), ..recommendations() }),
    ] {
        let (mut best, mut total) = (f64::MAX, 0);
        for _ in 0..3 {
            let begun = Instant::now();
            total = store.list(&query).await.unwrap().total;
            best = best.min(begun.elapsed().as_secs_f64() * 1e3);
        }
        println!("list     {best:>8.2} ms  {name} ({total})");
    }
    let begun = Instant::now();
    let query = ActQuery { audiences: Some(audiences[..1].to_vec()), limit: 50, ..ActQuery::default() };
    let found = store.acts(&query).await.unwrap().len();
    println!("acts     {:>8.2} ms  of one audience ({found})", begun.elapsed().as_secs_f64() * 1e3);
    let begun = Instant::now();
    store.audiences().await.unwrap();
    println!("audience {:>8.2} ms", begun.elapsed().as_secs_f64() * 1e3);
}

/// Processor time of this process so far, of all its threads. On a machine that others use it is steadier than a clock.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit_once(')').map_or("", |(_, rest)| rest).split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

/// The most memory this process ever held.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|n| n.parse::<u64>().ok()).unwrap_or(0) / 1024
}
