//! How long the server takes for each page, and how large it is: on the training round, and on a node with 200 States'
//! matrices (about 65,000 answers) and 10,000 recommendations.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a benchmark measures with the clock and prints"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::http::{Request, header};
use domain::act::{ActPerson, Face, Verb};
use domain::answer::Answer;
use domain::body::{Body as Noun, Kind};
use domain::cell::Mark;
use domain::ids::{Id, RecordId};
use domain::localized::Localized;
use domain::marking::Marking;
use domain::matrix::{Matrix, MatrixStatus};
use domain::owner::Owner;
use domain::recommendation::{Addressee, Recommendation};
use domain::revision::Revision;
use domain::role::Role;
use domain::template::Template;
use http_body_util::BodyExt as _;
use store::{ActDraft, Batch, Change};
use testkit::World;
use tower::ServiceExt as _;

const TIMES: usize = 21;

async fn measure(router: &axum::Router, token: &str, path: &str) -> (Duration, usize, u16) {
    let mut times = Vec::with_capacity(TIMES);
    let (mut size, mut status) = (0, 0);
    for _ in 0..TIMES {
        let request = Request::builder()
            .uri(path)
            .header(header::COOKIE, format!("tripoint={token}"))
            .body(Body::empty())
            .expect("a request");
        let start = Instant::now();
        let response = router.clone().oneshot(request).await.expect("an answer");
        status = response.status().as_u16();
        size = response.into_body().collect().await.expect("a body").to_bytes().len();
        times.push(start.elapsed());
    }
    times.sort();
    (times[TIMES / 2], size, status)
}

async fn table(world: &World, login: &str, paths: &[String]) {
    let router = web::router(Arc::new(web::Site::new(Arc::clone(&world.node), false)));
    let token = world.session(login).await;
    for path in paths {
        let (median, size, status) = measure(&router, &token, path).await;
        println!("{:>8.2} ms {:>8.1} kB {status} {path}", median.as_secs_f64() * 1e3, size as f64 / 1024.0);
    }
}

async fn first(world: &World, kind: Kind) -> String {
    world.ids(kind).await.first().map(ToString::to_string).unwrap_or_default()
}

/// Writes 200 States' matrices and 10,000 recommendations, in batches of a thousand.
async fn fill(world: &World) {
    let template_id: RecordId = world.ids(Kind::Template).await[0];
    let stored = world.node.store.get(template_id).await.expect("a store").expect("a template");
    let template: Template = stored.noun::<Template>().expect("a template").clone();
    let round = *world.ids(Kind::Round).await.last().expect("a round");
    let person = ActPerson { account: round, login: "bench".to_owned(), roles: vec![Role::Secretariat] };
    let mut changes: Vec<Change> = Vec::new();
    let push = |changes: &mut Vec<Change>, verb, id, owner: Owner, noun: Noun| {
        let act = ActDraft { person: person.clone(), face: Face::CommandLine, verb, reason: String::new() };
        changes.push(Change { act, revision: Some(Revision::first(id, owner, Marking::PUBLIC, noun)) });
    };
    let surroundings = &world.node.surroundings;
    for n in 0..200_u32 {
        let letters = [b'A' + (n / 26) as u8, b'A' + (n % 26) as u8];
        let code = format!("Z{}", String::from_utf8_lossy(&letters));
        let owner = Owner::State(code.parse().expect("a code"));
        let id = surroundings.new_id();
        let matrix = Matrix {
            state: code.parse().expect("a code"),
            template: Id::new(template_id),
            status: MatrixStatus::Draft,
            reports: Vec::new(),
            note: Localized::default(),
        };
        push(&mut changes, Verb::SaveMatrix, id, owner.clone(), matrix.into());
        for cell in template.cells().filter(|cell| cell.part.is_some()) {
            let information =
                Localized::en_ru("Article 12 of the law on export control", "Статья 12 закона об экспортном контроле");
            let answer = Answer { mark: Mark::X, information, ..Answer::blank(Id::new(id), cell) };
            push(&mut changes, Verb::SaveAnswer, surroundings.new_id(), owner.clone(), answer.into());
        }
    }
    for number in 100..10_100_u16 {
        let recommendation = Recommendation {
            round: Id::new(round),
            number,
            addressees: vec![Addressee::All],
            theme: None,
            operative_paragraphs: vec!["3(d)".to_owned()],
            text: Localized::en_ru("Consider a catch-all clause", "Рассмотреть всеобъемлющую норму"),
            findings: Vec::new(),
            measures: Vec::new(),
            continues: Vec::new(),
            due: None,
        };
        push(&mut changes, Verb::SaveRecommendation, surroundings.new_id(), Owner::Secretariat, recommendation.into());
    }
    let total = changes.len();
    let start = Instant::now();
    let mut changes = changes.into_iter();
    loop {
        let some: Vec<Change> = changes.by_ref().take(1000).collect();
        if some.is_empty() {
            break;
        }
        let batch = Batch { instant: surroundings.now(), changes: some, blobs: Vec::new() };
        world.node.store.commit(batch, &world.node.signer).await.expect("a commit");
    }
    println!("wrote {total} acts, {:.0} acts/s", total as f64 / start.elapsed().as_secs_f64());
}

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let world = World::training().await;
        let matrix = format!("/matrices/{}", first(&world, Kind::Matrix).await);
        let mut paths: Vec<String> = [
            "/",
            "/rounds",
            "/rounds/karsk-2026",
            "/matrices",
            "/plans",
            "/plans/overdue",
            "/findings",
            "/recommendations",
            "/reports",
            "/register",
            "/states",
            "/templates",
        ]
        .map(str::to_owned)
        .to_vec();
        paths.push(matrix.clone());
        paths.push(format!("{matrix}/cells/IV.18:N:LF"));
        paths.push(format!("/plans/{}", first(&world, Kind::Plan).await));
        paths.push(format!("/measures/{}", first(&world, Kind::Measure).await));
        paths.push(format!("/recommendations/{}", first(&world, Kind::Recommendation).await));
        paths.push(format!("/templates/{}", first(&world, Kind::Template).await));
        println!("training round, median of {TIMES}");
        table(&world, "coordinator-xo", &paths).await;
        fill(&world).await;
        println!("with 200 States and 10,000 recommendations more, median of {TIMES}");
        let lists: Vec<String> = [
            "/",
            "/matrices",
            "/recommendations",
            "/recommendations?text=catch",
            "/findings",
            "/plans",
            "/register",
            "/rounds",
        ]
        .map(str::to_owned)
        .to_vec();
        table(&world, "coordinator-xo", &lists).await;
    });
}
