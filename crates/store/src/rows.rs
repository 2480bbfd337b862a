//! Writing many rows of one table with few statements.

use sqlx::AnyConnection;

use crate::error::{StoreError, refused};
use crate::statement::Statement;

/// A value of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Value {
    /// TEXT.
    Text(String),
    /// BIGINT.
    Number(i64),
    /// BYTEA.
    Bytes(Vec<u8>),
    /// NULL in a TEXT column.
    NoText,
    /// NULL in a BIGINT column.
    NoNumber,
}

/// Rows of one table.
pub(crate) struct Rows {
    /// `INSERT INTO table (columns) VALUES `.
    insert: &'static str,
    rows: Vec<Vec<Value>>,
}

/// Sizes of the statements, so that every number of rows is made of the same few texts and these stay prepared. Not
/// larger, because SQLite looks up the name of every placeholder among all of its statement.
const SIZES: [usize; 5] = [16, 8, 4, 2, 1];

impl Rows {
    /// No rows yet of the table that this text begins to insert into.
    pub(crate) fn new(insert: &'static str) -> Self {
        Self { insert, rows: Vec::new() }
    }

    /// Adds a row.
    pub(crate) fn push(&mut self, row: Vec<Value>) {
        self.rows.push(row);
    }

    /// Inserts them all.
    pub(crate) async fn write(self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        let refused = refused("insert rows");
        let mut left = self.rows.into_iter();
        for size in SIZES {
            while left.len() >= size {
                let statement = statement(self.insert, left.by_ref().take(size));
                statement.ready().map_err(&refused)?.execute(&mut *connection).await.map_err(&refused)?;
            }
        }
        Ok(())
    }
}

fn statement(insert: &'static str, rows: impl Iterator<Item = Vec<Value>>) -> Statement {
    let mut statement = Statement::new(insert);
    for (n, row) in rows.enumerate() {
        statement.text(if n == 0 { "(" } else { ", (" });
        for (n, value) in row.into_iter().enumerate() {
            if n > 0 {
                statement.text(", ");
            }
            statement.any(value);
        }
        statement.text(")");
    }
    statement
}
