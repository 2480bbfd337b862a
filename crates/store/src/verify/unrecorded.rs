//! What no act accounts for. Every act was found to have its revision, and every latest revision its lookup; so when
//! the numbers are equal too, there is nothing else.

use sqlx::AnyConnection;

use super::Verified;
use super::act_row::{number, text};
use super::failure::{Failure, FailurePlace};
use crate::error::{StoreError, refused};

/// Compares the numbers, and finds the first row too many.
pub(super) async fn check(connection: &mut AnyConnection, verified: &Verified) -> Result<Option<Failure>, StoreError> {
    if count(connection, "SELECT count(*) FROM revision").await? != verified.revisions {
        let found = first(
            connection,
            "SELECT v.record, v.version FROM revision v
             LEFT JOIN act a ON a.record = v.record AND a.version = v.version
             WHERE a.sequence IS NULL ORDER BY v.record, v.version LIMIT 1",
        );
        let (record, version) = found.await?.unwrap_or_default();
        let place = FailurePlace::Revision { record, version };
        return Ok(Some(Failure { code: "verify-revision-unrecorded", place }));
    }
    if count(connection, "SELECT count(*) FROM record").await? != verified.records {
        let found = first(
            connection,
            "SELECT r.record, r.version FROM record r
             LEFT JOIN act a ON a.sequence = r.sequence AND a.record = r.record
             WHERE a.sequence IS NULL ORDER BY r.record LIMIT 1",
        );
        let (record, _) = found.await?.unwrap_or_default();
        let place = FailurePlace::Record { record, column: "sequence" };
        return Ok(Some(Failure { code: "verify-record-unrecorded", place }));
    }
    // The facets of every record were compared with its revision: only those of no record are left.
    let found = first(
        connection,
        "SELECT f.record, 0 FROM facet f LEFT JOIN record r ON r.record = f.record WHERE r.record IS NULL LIMIT 1",
    );
    Ok(found
        .await?
        .map(|(record, _)| Failure { code: "verify-facet-unrecorded", place: FailurePlace::Facet { record } }))
}

async fn count(connection: &mut AnyConnection, statement: &'static str) -> Result<u64, StoreError> {
    let counted: i64 = sqlx::query_scalar(statement).fetch_one(connection).await.map_err(refused("count rows"))?;
    Ok(counted.unsigned_abs())
}

/// The record and version of the first row of an answer. A row whose record is no text has none to give: it is empty.
async fn first(connection: &mut AnyConnection, statement: &'static str) -> Result<Option<(String, i64)>, StoreError> {
    let refused = refused("look for what no act accounts for");
    match sqlx::query(statement).fetch_optional(connection).await.map_err(&refused) {
        Ok(row) => {
            Ok(row.map(|row| (text(&row, 0).unwrap_or_default().to_owned(), number(&row, 1).unwrap_or_default())))
        }
        Err(StoreError::Damaged { .. }) => Ok(Some((String::new(), 0))),
        Err(other) => Err(other),
    }
}
