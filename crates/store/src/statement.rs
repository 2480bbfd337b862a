//! A statement whose length depends on the question. Only constant text and placeholders go into it; values are always
//! bound, so nothing a person typed ever becomes SQL.

use domain::hash::Hash;
use domain::ids::RecordId;
use sqlx::any::{Any, AnyArguments};
use sqlx::{Arguments, AssertSqlSafe, Encode, Type};

use crate::rows::Value;

/// Text and values that grow together.
#[derive(Default)]
pub(crate) struct Statement {
    text: String,
    arguments: AnyArguments,
    failure: Option<sqlx::Error>,
    /// Whether its text depends on the length of a list: such a statement is not kept prepared, because it would push
    /// out of the connection's memory the ones that come again.
    varied: bool,
}

/// A statement that is ready to run.
pub(crate) type Ready = sqlx::query::Query<'static, Any, AnyArguments>;

impl Statement {
    /// Begins with this text.
    pub(crate) fn new(text: &'static str) -> Self {
        Self { text: text.to_owned(), ..Self::default() }
    }

    /// Adds text.
    pub(crate) fn text(&mut self, text: &'static str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a placeholder and its value.
    pub(crate) fn value<'t, T>(&mut self, value: T) -> &mut Self
    where
        T: Encode<'t, Any> + Type<Any>,
    {
        if let Err(source) = self.arguments.add(value) {
            self.failure.get_or_insert(sqlx::Error::Encode(source));
        }
        self.text.push('$');
        self.text.push_str(&self.arguments.len().to_string());
        self
    }

    /// Adds a placeholder and its value, of a type known only when running.
    pub(crate) fn any(&mut self, value: Value) -> &mut Self {
        match value {
            Value::Text(text) => self.value(text),
            Value::Number(number) => self.value(number),
            Value::Bytes(bytes) => self.value(bytes),
            Value::NoText => self.value(None::<String>),
            Value::NoNumber => self.value(None::<i64>),
        }
    }

    /// Adds `($1, $2, …)`. An empty list would be refused by PostgreSQL: callers never ask with one.
    pub(crate) fn list<I>(&mut self, values: I) -> &mut Self
    where
        I: IntoIterator<Item = String>,
    {
        self.text.push('(');
        for (n, value) in values.into_iter().enumerate() {
            if n > 0 {
                self.text.push_str(", ");
                self.varied = true;
            }
            self.value(value);
        }
        self.text.push(')');
        self
    }

    /// Adds a list of ids.
    pub(crate) fn ids(&mut self, ids: &[RecordId]) -> &mut Self {
        self.list(ids.iter().map(RecordId::to_string))
    }

    /// Adds a list of hashes.
    pub(crate) fn hashes(&mut self, hashes: &[Hash]) -> &mut Self {
        self.list(hashes.iter().map(Hash::to_string))
    }

    /// The statement that tells how SQLite would answer this one.
    #[cfg(test)]
    pub(crate) fn explained(mut self) -> Self {
        self.text.insert_str(0, "EXPLAIN QUERY PLAN ");
        self
    }

    /// The statement, ready to run.
    pub(crate) fn ready(self) -> Result<Ready, sqlx::Error> {
        match self.failure {
            None => Ok(sqlx::query_with(AssertSqlSafe(self.text), self.arguments).persistent(!self.varied)),
            Some(failure) => Err(failure),
        }
    }
}
