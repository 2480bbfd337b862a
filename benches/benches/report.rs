//! How long the report of the training round takes: gathering, PDF and DOCX, and the commit that keeps them.
#![allow(
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods,
    missing_docs,
    reason = "a benchmark measures with the clock and prints"
)]

use std::time::Instant;

use app::report::build::{BuildReport, build};
use domain::body::Kind;
use domain::ids::Id;
use domain::language::Language;
use testkit::World;

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let world = World::training().await;
        let operator = world.operator().await;
        let round = *world.ids(Kind::Round).await.last().expect("a round");
        let input = BuildReport { round: Id::new(round), scope: None, languages: vec![Language::EN, Language::RU] };
        for n in 1..=5 {
            let start = Instant::now();
            let built = build(&world.node, &operator, &input).await.expect("a report");
            let sizes: Vec<String> =
                built.files.iter().map(|f| format!("{} {} kB", f.file_name, f.bytes.len() / 1024)).collect();
            println!("run {n}: {:.2} s, {}", start.elapsed().as_secs_f64(), sizes.join(", "));
        }
    });
}
