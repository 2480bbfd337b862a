//! The schema: the same on both engines after all migrations, and as it is written down in `schema.txt`.

use std::collections::BTreeMap;

use sqlx::{AnyConnection, Connection, Row};
use store::{Engine, Options, Store, StoreError};

use crate::world::World;

/// A table in words that are the same on both engines.
#[derive(Default)]
struct Table {
    columns: Vec<String>,
    rest: Vec<String>,
}

/// `(table, place, column, type, whether it may be null)`.
const COLUMNS: [&str; 2] = [
    "SELECT m.name, c.cid, c.name, lower(c.type), CASE c.\"notnull\" WHEN 1 THEN 0 ELSE 1 END
     FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY 1, 2",
    "SELECT CAST(table_name AS TEXT), CAST(ordinal_position AS BIGINT), CAST(column_name AS TEXT),
         CAST(data_type AS TEXT), CAST(CASE is_nullable WHEN 'YES' THEN 1 ELSE 0 END AS BIGINT)
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2",
];

/// `(table, name when it has one of its own, unique 1, primary 2, place, column)`.
const INDEXES: [&str; 2] = [
    "SELECT m.name, CASE i.origin WHEN 'c' THEN i.name ELSE '' END,
         CASE i.origin WHEN 'pk' THEN 2 ELSE i.\"unique\" END, c.seqno, c.name, i.name
     FROM sqlite_master m JOIN pragma_index_list(m.name) i JOIN pragma_index_info(i.name) c
     WHERE m.type = 'table' ORDER BY 1, 6, 4",
    "SELECT CAST(t.relname AS TEXT), CASE WHEN k.oid IS NULL THEN CAST(n.relname AS TEXT) ELSE '' END,
         CAST(CASE WHEN i.indisprimary THEN 2 WHEN i.indisunique THEN 1 ELSE 0 END AS BIGINT),
         CAST(p.place AS BIGINT), CAST(a.attname AS TEXT), CAST(n.relname AS TEXT)
     FROM pg_index i JOIN pg_class t ON t.oid = i.indrelid JOIN pg_class n ON n.oid = i.indexrelid
     JOIN pg_namespace s ON s.oid = t.relnamespace AND s.nspname = 'public'
     LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.contype IN ('p', 'u')
     CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS p (attnum, place)
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = p.attnum
     ORDER BY 1, 6, 4",
];

/// `(table, id, place, column, other table, other column)`.
const FOREIGN_KEYS: [&str; 2] = [
    "SELECT m.name, CAST(f.id AS TEXT), f.seq, f.\"from\", f.\"table\", f.\"to\"
     FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' ORDER BY 1, 2, 3",
    "SELECT CAST(t.relname AS TEXT), CAST(k.conname AS TEXT), CAST(p.place AS BIGINT), CAST(a.attname AS TEXT),
         CAST(o.relname AS TEXT), CAST(b.attname AS TEXT)
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid JOIN pg_class o ON o.oid = k.confrelid
     CROSS JOIN LATERAL unnest(k.conkey, k.confkey) WITH ORDINALITY AS p (mine, theirs, place)
     JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = p.mine
     JOIN pg_attribute b ON b.attrelid = o.oid AND b.attnum = p.theirs
     WHERE k.contype = 'f' ORDER BY 1, 2, 3",
];

async fn described(world: &World) -> String {
    let engine = match world.store.engine() {
        Engine::Sqlite => 0,
        Engine::Postgres => 1,
    };
    let mut connection = AnyConnection::connect(&world.url).await.unwrap();
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for row in sqlx::query(COLUMNS[engine]).fetch_all(&mut connection).await.unwrap() {
        let null = if row.get::<i64, _>(4) == 1 { "" } else { " not null" };
        let column = format!("  {} {}{null}", row.get::<String, _>(2), row.get::<String, _>(3));
        tables.entry(row.get(0)).or_default().columns.push(column);
    }
    let mut indexes: BTreeMap<(String, String), (String, Vec<String>)> = BTreeMap::new();
    for row in sqlx::query(INDEXES[engine]).fetch_all(&mut connection).await.unwrap() {
        let head = match row.get::<i64, _>(2) {
            2 => "primary key".to_owned(),
            1 => "unique".to_owned(),
            _ => format!("index {}", row.get::<String, _>(1)),
        };
        let index = indexes.entry((row.get(0), row.get(5))).or_insert((head, Vec::new()));
        index.1.push(row.get(4));
    }
    for ((table, _), (head, columns)) in indexes {
        tables.entry(table).or_default().rest.push(format!("  {head} ({})", columns.join(", ")));
    }
    type Keys = BTreeMap<(String, String), (String, Vec<String>, Vec<String>)>;
    let mut keys: Keys = BTreeMap::new();
    for row in sqlx::query(FOREIGN_KEYS[engine]).fetch_all(&mut connection).await.unwrap() {
        let key = keys.entry((row.get(0), row.get(1))).or_insert((row.get(4), Vec::new(), Vec::new()));
        key.1.push(row.get(3));
        key.2.push(row.get(5));
    }
    for ((table, _), (other, mine, theirs)) in keys {
        let text = format!("  foreign key ({}) to {other} ({})", mine.join(", "), theirs.join(", "));
        tables.entry(table).or_default().rest.push(text);
    }
    let mut text = String::new();
    for (name, mut table) in tables {
        // The table of the migrations themselves belongs to the library.
        if name.starts_with("_sqlx") || name.starts_with("sqlite_") {
            continue;
        }
        table.rest.sort();
        text.push_str(&format!("{name}\n{}\n{}\n\n", table.columns.join("\n"), table.rest.join("\n")));
    }
    text
}

on_both! {
    async fn all_migrations_give_the_schema_that_is_written_down(world: &World) {
        let described = described(world).await;
        assert_eq!(described, include_str!("schema.txt"), "\n{described}");
    }

    async fn a_database_of_a_newer_program_is_not_touched(world: &World) {
        let mut connection = AnyConnection::connect(&world.url).await.unwrap();
        sqlx::raw_sql(
            "INSERT INTO _sqlx_migrations (version, description, installed_on, success, checksum, execution_time)
             SELECT 999, 'from the future', installed_on, success, checksum, 0 FROM _sqlx_migrations WHERE version = 1",
        )
        .execute(&mut connection)
        .await
        .unwrap();
        let opened = Store::open(&world.options).await;
        assert!(matches!(opened, Err(StoreError::NewerSchema { found: 999, known: 1 })), "{opened:?}");
    }

    async fn a_migration_that_was_changed_is_noticed(world: &World) {
        let mut connection = AnyConnection::connect(&world.url).await.unwrap();
        let other = vec![0_u8; 48];
        sqlx::query("UPDATE _sqlx_migrations SET checksum = $1").bind(other).execute(&mut connection).await.unwrap();
        let opened = Store::open(&world.options).await;
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{opened:?}");
    }
}

#[tokio::test]
async fn a_database_that_sorts_by_language_is_refused() {
    let Some(url) = testkit::postgres::database() else { return };
    let mut connection = AnyConnection::connect(&url).await.unwrap();
    let made = sqlx::raw_sql(
        "CREATE DATABASE by_language TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'ru' LOCALE 'C.UTF-8'",
    );
    made.execute(&mut connection).await.unwrap();
    let (start, end) = (url.find(":///").unwrap() + 4, url.find('?').unwrap());
    let other = format!("{}by_language{}", &url[..start], &url[end..]);
    let refused = Store::create(&Options::postgres(&other)).await;
    assert!(matches!(refused, Err(StoreError::ForeignOrder)), "{refused:?}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("node.db");
    std::fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"), &path).unwrap();
    for opened in [Store::open(&Options::sqlite(&path)).await, Store::create(&Options::sqlite(&path)).await] {
        assert!(matches!(opened, Err(StoreError::Damaged { .. })), "{opened:?}");
    }
}
