//! Files that were uploaded and previewed, and wait for a person to accept them. They are not part of the record.

use domain::ids::RecordId;
use jiff::Timestamp;
use sqlx::Row;

use crate::account_secrets::{instant_text, parsed};
use crate::connection::Store;
use crate::error::{StoreError, refused};

/// A file between preview and acceptance. At most one per account: a new one replaces it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PendingImport {
    /// Who uploaded it.
    pub account: RecordId,
    /// What it is for: `matrix <id>`, `plan <id>`.
    pub purpose: String,
    /// Its name.
    pub file_name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// When it was uploaded.
    pub created: Timestamp,
}

impl Store {
    /// Keeps a file for its account, over the earlier one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_pending_import(&self, import: &PendingImport) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO pending_import (account, purpose, file_name, bytes, created) VALUES ($1, $2, $3, $4, $5)
             ON CONFLICT (account) DO UPDATE
             SET purpose = excluded.purpose, file_name = excluded.file_name, bytes = excluded.bytes,
                 created = excluded.created",
        )
        .bind(import.account.to_string())
        .bind(import.purpose.clone())
        .bind(import.file_name.clone())
        .bind(import.bytes.clone())
        .bind(instant_text(import.created))
        .execute(self.writer())
        .await
        .map_err(refused("keep an uploaded file"))?;
        Ok(())
    }

    /// The file that waits for this account.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn pending_import(&self, account: RecordId) -> Result<Option<PendingImport>, StoreError> {
        let refused = refused("read an uploaded file");
        let row = sqlx::query("SELECT purpose, file_name, bytes, created FROM pending_import WHERE account = $1")
            .bind(account.to_string())
            .fetch_optional(self.reader())
            .await
            .map_err(&refused)?;
        row.map(|row| {
            Ok(PendingImport {
                account,
                purpose: row.try_get("purpose").map_err(&refused)?,
                file_name: row.try_get("file_name").map_err(&refused)?,
                bytes: row.try_get("bytes").map_err(&refused)?,
                created: parsed(&row, "created")?,
            })
        })
        .transpose()
    }

    /// Forgets the file that waits for this account: it was accepted or refused.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn drop_pending_import(&self, account: RecordId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM pending_import WHERE account = $1")
            .bind(account.to_string())
            .execute(self.writer())
            .await
            .map_err(refused("forget an uploaded file"))?;
        Ok(())
    }
}
