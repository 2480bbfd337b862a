//! How SQLite answers the questions that are asked most, as it is written down in `plans.txt`: an index that is lost,
//! or a table that comes to be read whole, is seen here and not by the person who waits.

use domain::act::Verb;
use domain::body::Kind;
use domain::ids::Uuid;
use sqlx::Row;

use crate::connection::{Options, Store};
use crate::listing::{by_parent, counting, page};
use crate::query::{ActQuery, Order, Query};
use crate::register::acts;
use crate::statement::Statement;

async fn plan(store: &Store, name: &str, statement: Statement) -> String {
    let rows = statement.explained().ready().unwrap().fetch_all(store.reader()).await.unwrap();
    let steps: Vec<String> = rows.iter().map(|row| format!("    {}\n", row.get::<String, _>("detail"))).collect();
    format!("{name}\n{}", steps.concat())
}

#[tokio::test]
async fn lists_are_answered_by_indexes() {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&Options::sqlite(&folder.path().join("node.db"))).await.unwrap();
    let answers = || Query { limit: Some(50), ..Query::of(Kind::Answer) };
    let matrix = || answers().under(Uuid::from_u128(1));
    let audiences = || Some(vec!["XO/unclassified/national".to_owned(), "XO/unclassified/public".to_owned()]);
    let mut plans = String::new();
    for (name, query) in [
        ("all of a kind", answers()),
        ("of a parent", matrix()),
        ("of a parent, of some audiences", Query { audiences: audiences(), ..matrix() }),
        ("of several parents", matrix().under(Uuid::from_u128(2))),
        ("of an owner", Query { owner: Some("XO".parse().unwrap()), ..answers() }),
        ("by name", matrix().named("IV.6:N:LF")),
        ("recent", Query { order: Order::Recent, ..answers() }),
        ("with a facet", answers().facet("row", "IV.6")),
        ("of a parent, with a facet", matrix().facet("row", "IV.6")),
        ("of a parent, without a facet", Query { without: vec![("row".to_owned(), "IV.6".to_owned())], ..matrix() }),
        ("below a day", Query { facet_below: Some(("due".to_owned(), "2027-01-01".to_owned())), ..answers() }),
        ("without a child", Query { without_child: Some((Kind::Response, "XO".to_owned())), ..matrix() }),
        ("with a word", Query { text: Some("licence".to_owned()), ..answers() }),
    ] {
        plans.push_str(&plan(&store, &format!("page: {name}"), page(&query)).await);
        plans.push_str(&plan(&store, &format!("count: {name}"), counting(&query)).await);
    }
    let of_audience = Query { audiences: audiences(), ..answers() };
    plans.push_str(&plan(&store, "count by parent: all of a kind", by_parent(&answers())).await);
    plans.push_str(&plan(&store, "count by parent: of some audiences", by_parent(&of_audience)).await);
    let newest = || ActQuery { limit: 50, ..ActQuery::default() };
    for (name, query) in [
        ("newest", newest()),
        ("on a record", ActQuery { record: Some(Uuid::from_u128(1)), ..newest() }),
        ("by an account", ActQuery { account: Some(Uuid::from_u128(1)), ..newest() }),
        ("of a verb", ActQuery { verb: Some(Verb::Release), ..newest() }),
        ("of some audiences", ActQuery { audiences: audiences(), ..newest() }),
    ] {
        plans.push_str(&plan(&store, &format!("acts: {name}"), acts(&query)).await);
    }
    assert_eq!(plans, include_str!("plans.txt"), "\n{plans}");
}
