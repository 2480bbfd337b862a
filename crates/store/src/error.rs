//! What can go wrong with a store.

use domain::fault::Fault;
use domain::ids::RecordId;

use crate::query::Stored;

/// Somebody else wrote the same record in the meantime, or a record of the same name exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The record that was to be written.
    pub record: RecordId,
    /// The version the writer had seen (0 for a new record).
    pub seen: u32,
    /// What is stored now: the other version of the record, or the other record of the same name.
    pub current: Box<Stored>,
}

/// Why a store cannot do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// Optimistic locking: nothing of the batch was stored.
    #[error("record {} was changed in the meantime", .0.record)]
    Conflict(Conflict),
    /// A revision that its own rules refuse. `app` checks first; this is the last gate.
    #[error("the revision has {} faults", .0.len())]
    Invalid(Vec<Fault>),
    /// There is no node in this folder.
    #[error("there is no node at {0}")]
    NoNode(String),
    /// There is a node already, and none is ever written over.
    #[error("there is a node already at {0}")]
    AlreadyANode(String),
    /// The database was written by a newer program.
    #[error("the database has schema {found}, this program knows {known}")]
    NewerSchema {
        /// The version in the database.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// The database sorts names by the rules of a language. Lists, days and keys are compared by their bytes, so a
    /// PostgreSQL database must be made with the locale `C.UTF-8`.
    #[error("the database does not compare text by its bytes; make it with the locale C.UTF-8")]
    ForeignOrder,
    /// The disk is full. Nothing of the batch was stored; what was acknowledged before is safe.
    #[error("the disk is full")]
    DiskFull,
    /// Somebody else holds the database for too long.
    #[error("the database is busy")]
    Busy,
    /// Stored bytes that cannot be read: `tripoint verify` says which.
    #[error("stored {what} cannot be read")]
    Damaged {
        /// What was being read.
        what: String,
        /// Why it cannot be read.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Any other refusal of the database.
    #[error("the database refuses to {action}")]
    Database {
        /// What was being done.
        action: &'static str,
        /// What the database said.
        #[source]
        source: sqlx::Error,
    },
    /// A file beside the database cannot be read or written.
    #[error("cannot {action} {path}")]
    File {
        /// What was being done.
        action: &'static str,
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
}

impl StoreError {
    /// Stored bytes that cannot be read.
    pub(crate) fn damaged(
        what: impl Into<String>,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        Self::Damaged { what: what.into(), source: source.into() }
    }

    /// What the database said, sorted by what a person can do about it.
    fn from_database(action: &'static str, source: sqlx::Error) -> Self {
        match &source {
            sqlx::Error::PoolTimedOut => Self::Busy,
            sqlx::Error::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Self::DiskFull,
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                Self::Damaged { what: action.to_owned(), source: Box::new(source) }
            }
            sqlx::Error::Database(error) => match trouble(&error.code().unwrap_or_default()) {
                Trouble::DiskFull => Self::DiskFull,
                Trouble::Busy => Self::Busy,
                Trouble::Damaged => Self::Damaged { what: action.to_owned(), source: Box::new(source) },
                Trouble::Other => Self::Database { action, source },
            },
            _ => Self::Database { action, source },
        }
    }
}

/// For `map_err`: what was being done when the database refused.
pub(crate) fn refused(action: &'static str) -> impl Fn(sqlx::Error) -> StoreError {
    move |source| StoreError::from_database(action, source)
}

#[derive(Debug, PartialEq, Eq)]
enum Trouble {
    DiskFull,
    Busy,
    Damaged,
    Other,
}

/// What a code means: five characters are a SQLSTATE of PostgreSQL; the extended result codes of SQLite have at most
/// four digits, and their low byte is the primary code.
fn trouble(code: &str) -> Trouble {
    if code.len() == 5 {
        return match code {
            "53100" => Trouble::DiskFull,
            "55P03" | "40P01" | "40001" | "53300" | "57P03" => Trouble::Busy,
            "XX001" | "XX002" => Trouble::Damaged,
            _ => Trouble::Other,
        };
    }
    match code.parse::<i32>().map(|extended| extended & 0xff) {
        Ok(13) => Trouble::DiskFull,
        Ok(5 | 6) => Trouble::Busy,
        Ok(11 | 26) => Trouble::Damaged,
        _ => Trouble::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::{Trouble, trouble};

    #[test]
    fn codes_are_sorted_by_what_to_do_about_them() {
        for (code, expect) in [
            ("13", Trouble::DiskFull),
            ("53100", Trouble::DiskFull),
            ("5", Trouble::Busy),
            ("517", Trouble::Busy),
            ("55P03", Trouble::Busy),
            ("40001", Trouble::Busy),
            ("11", Trouble::Damaged),
            ("267", Trouble::Damaged),
            ("26", Trouble::Damaged),
            ("XX001", Trouble::Damaged),
            ("2067", Trouble::Other),
            ("23505", Trouble::Other),
            ("42501", Trouble::Other),
            ("", Trouble::Other),
        ] {
            assert_eq!(trouble(code), expect, "{code}");
        }
    }
}
