//! Building the report of the training round.

use app::report::build::{BuildReport, build};
use domain::body::Kind;
use domain::ids::Id;
use domain::language::Language;
use testkit::World;

#[tokio::test]
async fn the_same_record_gives_the_same_report() {
    let world = World::training().await;
    let operator = world.operator().await;
    let round = *world.ids(Kind::Round).await.last().expect("a round");
    let input = BuildReport { round: Id::new(round), scope: None, languages: vec![Language::EN, Language::RU] };
    let first = build(&world.node, &operator, &input).await.expect("a report");
    // A day later, and with the first report in the register: nothing that the report rests on has changed.
    world.clock.pass(86_400);
    let second = build(&world.node, &operator, &input).await.expect("a report");
    assert_eq!(first.files, second.files);
    assert_eq!(first.files.len(), 2);
    for file in &first.files {
        assert!(file.bytes.len() > 20_000, "{} is almost empty", file.file_name);
    }
}
