//! Reading records: one, several, by name, and their history.

use std::collections::HashMap;

use domain::act::Act;
use domain::body::Kind;
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::revision::Revision;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::account_secrets::parsed;
use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::query::{Head, Stored};
use crate::statement::Statement;

/// How many ids are asked for in one statement. Far below what either engine allows.
pub(crate) const IDS_AT_ONCE: usize = 500;

/// Bytes that are not the ones that were stored.
#[derive(Debug, thiserror::Error)]
#[error("the bytes do not have the hash {0}")]
pub(crate) struct WrongHash(Hash);

/// Checks that bytes still have the hash they were stored under.
pub(crate) fn check_hash(bytes: &[u8], hash: &Hash, what: impl FnOnce() -> String) -> Result<(), StoreError> {
    if Hash::of(bytes) == *hash { Ok(()) } else { Err(StoreError::damaged(what(), WrongHash(*hash))) }
}

/// Reads the columns `bytes`, `sha256` and `sequence`.
pub(crate) fn stored(row: &AnyRow) -> Result<Stored, StoreError> {
    let refused = refused("read a revision");
    let bytes: &[u8] = row.try_get("bytes").map_err(&refused)?;
    let hash: Hash = parsed(row, "sha256")?;
    let sequence: i64 = row.try_get("sequence").map_err(&refused)?;
    let what = || format!("revision {hash}");
    check_hash(bytes, &hash, what)?;
    Ok(Stored {
        revision: Revision::from_bytes(bytes).map_err(|source| StoreError::damaged(what(), source))?,
        hash,
        sequence: sequence.unsigned_abs(),
    })
}

/// Adds to the rest of a statement that gives the latest revisions, ready for [`stored`].
pub(crate) const CURRENT: &str = "SELECT r.record, r.sequence, v.sha256, v.bytes FROM record r
    JOIN revision v ON v.record = r.record AND v.version = r.version ";

impl Store {
    /// The latest version of a record.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the stored bytes are not the ones that were written.
    pub async fn get(&self, id: RecordId) -> Result<Option<Stored>, StoreError> {
        let mut statement = Statement::new(CURRENT);
        statement.text("WHERE r.record = ").value(id.to_string());
        self.one(statement).await
    }

    /// The latest versions of these records, in the order asked; those that do not exist are left out.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn get_many(&self, ids: &[RecordId]) -> Result<Vec<Stored>, StoreError> {
        let mut found = HashMap::with_capacity(ids.len());
        for some in ids.chunks(IDS_AT_ONCE) {
            let mut statement = Statement::new(CURRENT);
            statement.text("WHERE r.record IN ").ids(some);
            for record in self.all(statement).await? {
                found.insert(record.revision.record, record);
            }
        }
        Ok(ids.iter().filter_map(|id| found.get(id).cloned()).collect())
    }

    /// What the lookup says of these records, in no order: only of those whose audience has one of these keys.
    /// Nothing of what they say is read.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the lookup cannot be read.
    pub async fn heads(&self, ids: &[RecordId], audiences: &[String]) -> Result<Vec<Head>, StoreError> {
        let mut heads = Vec::with_capacity(ids.len());
        for some in ids.chunks(IDS_AT_ONCE) {
            if audiences.is_empty() {
                break;
            }
            let mut statement =
                Statement::new("SELECT record, kind, owner, name, sort, version FROM record WHERE record IN ");
            statement.ids(some).text(" AND audience IN ").list(audiences.iter().cloned());
            let refused = refused("read the lookup");
            let rows = statement.ready().map_err(&refused)?.fetch_all(self.reader()).await.map_err(&refused)?;
            for row in &rows {
                let version: i64 = row.try_get("version").map_err(&refused)?;
                heads.push(Head {
                    record: parsed(row, "record")?,
                    kind: parsed(row, "kind")?,
                    owner: parsed(row, "owner")?,
                    name: row.try_get("name").map_err(&refused)?,
                    sort: row.try_get("sort").map_err(&refused)?,
                    version: u32::try_from(version)
                        .map_err(|source| StoreError::damaged("a version".to_owned(), source))?,
                });
            }
        }
        Ok(heads)
    }

    /// The record of this kind and name under this parent. When several owners have one, the oldest.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn find(&self, kind: Kind, parent: Option<RecordId>, name: &str) -> Result<Option<Stored>, StoreError> {
        let mut statement = Statement::new(CURRENT);
        statement.text("WHERE r.kind = ").value(kind.as_str());
        statement.text(" AND r.parent = ").value(parent_text(parent));
        statement.text(" AND r.name = ").value(name).text(" ORDER BY r.record LIMIT 1");
        self.one(statement).await
    }

    /// Every version of a record with the act that wrote it, newest first.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn history(&self, id: RecordId) -> Result<Vec<(Stored, Act)>, StoreError> {
        let rows = sqlx::query(
            "SELECT a.sequence, v.sha256, v.bytes, a.bytes AS act FROM revision v
             JOIN act a ON a.record = v.record AND a.version = v.version
             WHERE v.record = $1 ORDER BY v.version DESC",
        )
        .bind(id.to_string())
        .fetch_all(self.reader())
        .await
        .map_err(refused("read the history of a record"))?;
        rows.iter().map(|row| Ok((stored(row)?, act_of(row)?))).collect()
    }

    /// One version of a record, with its exact bytes.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub async fn revision(&self, id: RecordId, version: u32) -> Result<Option<(Stored, Vec<u8>)>, StoreError> {
        let refused = refused("read a revision");
        let row = sqlx::query(
            "SELECT a.sequence, v.sha256, v.bytes FROM revision v
             JOIN act a ON a.record = v.record AND a.version = v.version
             WHERE v.record = $1 AND v.version = $2",
        )
        .bind(id.to_string())
        .bind(i64::from(version))
        .fetch_optional(self.reader())
        .await
        .map_err(&refused)?;
        row.map(|row| Ok((stored(&row)?, row.try_get("bytes").map_err(&refused)?))).transpose()
    }

    /// The keys of all audiences in use, sorted. Their number is small whatever the number of records, and each costs
    /// one step in an index.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn audiences(&self) -> Result<Vec<String>, StoreError> {
        sqlx::query_scalar(
            "WITH RECURSIVE step (audience) AS (
                 SELECT min(audience) FROM record
                 UNION ALL
                 SELECT (SELECT min(r.audience) FROM record r WHERE r.audience > step.audience)
                 FROM step WHERE step.audience IS NOT NULL
             )
             SELECT audience FROM step WHERE audience IS NOT NULL ORDER BY audience",
        )
        .fetch_all(self.reader())
        .await
        .map_err(refused("list audiences"))
    }

    async fn one(&self, statement: Statement) -> Result<Option<Stored>, StoreError> {
        let refused = refused("read a record");
        let row = statement.ready().map_err(&refused)?.fetch_optional(self.reader()).await.map_err(&refused)?;
        row.as_ref().map(stored).transpose()
    }

    async fn all(&self, statement: Statement) -> Result<Vec<Stored>, StoreError> {
        let refused = refused("read records");
        let rows = statement.ready().map_err(&refused)?.fetch_all(self.reader()).await.map_err(&refused)?;
        rows.iter().map(stored).collect()
    }
}

/// The parent as it is stored: the empty text for none.
pub(crate) fn parent_text(parent: Option<RecordId>) -> String {
    parent.map(|id| id.to_string()).unwrap_or_default()
}

/// Reads the column `act`.
pub(crate) fn act_of(row: &AnyRow) -> Result<Act, StoreError> {
    let bytes: &[u8] = row.try_get("act").map_err(refused("read an act"))?;
    Act::from_bytes(bytes).map_err(|source| StoreError::damaged("act", source))
}
