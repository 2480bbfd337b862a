//! Copying a whole node: from one database into another, of the same engine or not, while the first is in use.

use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::progress::{Part, Progress};
use crate::register::Head;
use crate::rows::{Rows, Value};
use crate::statement::Statement;

/// What was copied. The register of the copy is that of the original at one moment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Copied {
    /// Acts.
    pub acts: u64,
    /// Records.
    pub records: u64,
    /// Versions of records.
    pub revisions: u64,
    /// Attached files.
    pub files: u64,
}

/// Copies everything one node is into a new, empty one: the record, the register with its signed head, settings and
/// password hashes. Sessions, counts of failed log-ins and uploads that wait for acceptance stay behind: they belong to
/// a running server. The copy is one transaction on either side: it is whole, or it is not there.
///
/// # Errors
/// [`StoreError::AlreadyANode`] when the other node is not empty; [`StoreError::DiskFull`].
pub async fn copy(from: &Store, to: &Store, progress: &mut (dyn FnMut(Progress) + Send)) -> Result<Copied, StoreError> {
    let mut reading = from.snapshot().await?;
    let mut writing = to.writing().await?;
    match copy_tables(&mut reading, &mut writing, to.place(), progress).await {
        Ok(copied) => {
            writing.commit().await.map_err(refused("commit the copy"))?;
            Ok(copied)
        }
        Err(failure) => {
            let _ = writing.rollback().await;
            Err(failure)
        }
    }
}

/// A table, as it is copied: page by page in the order of its key.
struct Table {
    part: Part,
    count: &'static str,
    select: &'static str,
    /// The first columns of `select` are the key.
    key: &'static str,
    order: &'static str,
    keys: usize,
    columns: &'static [Column],
    insert: &'static str,
    /// How many rows are in memory at once: files may be large.
    page: i64,
}

#[derive(Clone, Copy)]
enum Column {
    Text,
    Number,
    Bytes,
    TextOrNull,
    NumberOrNull,
}
use Column::{Bytes, Number, NumberOrNull, Text, TextOrNull};

/// In an order that every foreign key agrees with.
const TABLES: [Table; 7] = [
    Table {
        part: Part::Settings,
        count: "SELECT count(*) FROM setting",
        select: "SELECT name, value FROM setting",
        key: "(name)",
        order: "name",
        keys: 1,
        columns: &[Text, Text],
        insert: "INSERT INTO setting (name, value) VALUES ",
        page: 500,
    },
    Table {
        part: Part::Credentials,
        count: "SELECT count(*) FROM credential",
        select: "SELECT account, password_hash FROM credential",
        key: "(account)",
        order: "account",
        keys: 1,
        columns: &[Text, Text],
        insert: "INSERT INTO credential (account, password_hash) VALUES ",
        page: 500,
    },
    Table {
        part: Part::Files,
        count: "SELECT count(*) FROM blob",
        select: "SELECT sha256, bytes FROM blob",
        key: "(sha256)",
        order: "sha256",
        keys: 1,
        columns: &[Text, Bytes],
        insert: "INSERT INTO blob (sha256, bytes) VALUES ",
        page: 1,
    },
    Table {
        part: Part::Revisions,
        count: "SELECT count(*) FROM revision",
        select: "SELECT record, version, sha256, bytes FROM revision",
        key: "(record, version)",
        order: "record, version",
        keys: 2,
        columns: &[Text, Number, Text, Bytes],
        insert: "INSERT INTO revision (record, version, sha256, bytes) VALUES ",
        page: 512,
    },
    Table {
        part: Part::Records,
        count: "SELECT count(*) FROM record",
        select: "SELECT record, kind, owner, audience, parent, name, sort, folded, version, sha256, sequence FROM record",
        key: "(record)",
        order: "record",
        keys: 1,
        columns: &[Text, Text, Text, Text, Text, Text, Text, Text, Number, Text, Number],
        insert: "INSERT INTO record \
                 (record, kind, owner, audience, parent, name, sort, folded, version, sha256, sequence) VALUES ",
        page: 512,
    },
    Table {
        part: Part::Records,
        count: "SELECT count(*) FROM facet",
        select: "SELECT name, value, record FROM facet",
        key: "(name, value, record)",
        order: "name, value, record",
        keys: 3,
        columns: &[Text, Text, Text],
        insert: "INSERT INTO facet (name, value, record) VALUES ",
        page: 1024,
    },
    Table {
        part: Part::Acts,
        count: "SELECT count(*) FROM act",
        select: "SELECT sequence, account, verb, record, version, leaf, bytes FROM act",
        key: "(sequence)",
        order: "sequence",
        keys: 1,
        columns: &[Number, Text, Text, TextOrNull, NumberOrNull, Text, Bytes],
        insert: "INSERT INTO act (sequence, account, verb, record, version, leaf, bytes) VALUES ",
        page: 512,
    },
];

async fn copy_tables(
    reading: &mut AnyConnection,
    writing: &mut AnyConnection,
    place: &str,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Copied, StoreError> {
    Head::hold(writing).await?;
    for table in &TABLES {
        if count(writing, table.count).await? > 0 {
            return Err(StoreError::AlreadyANode(place.to_owned()));
        }
    }
    let mut counts = [0; TABLES.len()];
    for (table, count) in TABLES.iter().zip(&mut counts) {
        *count = copy_table(reading, writing, table, progress).await?;
    }
    Head::read(reading).await?.write(writing).await?;
    let [_, _, files, revisions, records, _, acts] = counts;
    Ok(Copied { acts, records, revisions, files })
}

async fn copy_table(
    reading: &mut AnyConnection,
    writing: &mut AnyConnection,
    table: &Table,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<u64, StoreError> {
    let refused = refused("read a page to copy");
    let total = count(reading, table.count).await?;
    let (mut done, mut last) = (0, Vec::new());
    progress(Progress { part: table.part, done, total });
    while done < total {
        let rows = page(table, &last).ready().map_err(&refused)?;
        let rows = rows.fetch_all(&mut *reading).await.map_err(&refused)?;
        let mut copies = Rows::new(table.insert);
        for row in &rows {
            let values = values(row, table.columns).map_err(&refused)?;
            last = values[..table.keys].to_vec();
            copies.push(values);
        }
        if rows.is_empty() {
            return Err(StoreError::damaged("table", "it has fewer rows than it counts"));
        }
        copies.write(writing).await?;
        done += rows.len() as u64;
        progress(Progress { part: table.part, done, total });
    }
    Ok(done)
}

/// The page after the row with this key; the first page when there is none.
fn page(table: &Table, last: &[Value]) -> Statement {
    let mut statement = Statement::new(table.select);
    for (n, value) in last.iter().enumerate() {
        if n == 0 {
            statement.text(" WHERE ").text(table.key).text(" > (");
        } else {
            statement.text(", ");
        }
        statement.any(value.clone());
    }
    statement.text(if last.is_empty() { " ORDER BY " } else { ") ORDER BY " });
    statement.text(table.order).text(" LIMIT ").value(table.page);
    statement
}

fn values(row: &AnyRow, columns: &[Column]) -> Result<Vec<Value>, sqlx::Error> {
    let value = |(place, column): (usize, &Column)| {
        Ok(match column {
            Column::Text => Value::Text(row.try_get(place)?),
            Column::Number => Value::Number(row.try_get(place)?),
            Column::Bytes => Value::Bytes(row.try_get(place)?),
            Column::TextOrNull => row.try_get::<Option<String>, _>(place)?.map_or(Value::NoText, Value::Text),
            Column::NumberOrNull => row.try_get::<Option<i64>, _>(place)?.map_or(Value::NoNumber, Value::Number),
        })
    };
    columns.iter().enumerate().map(value).collect()
}

async fn count(connection: &mut AnyConnection, statement: &'static str) -> Result<u64, StoreError> {
    let counted: i64 = sqlx::query_scalar(statement).fetch_one(connection).await.map_err(refused("count rows"))?;
    Ok(counted.unsigned_abs())
}
