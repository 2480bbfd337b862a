//! Attached files.

use domain::hash::Hash;
use sqlx::Row;

use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::reading::check_hash;

impl Store {
    /// The bytes with this hash.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the stored bytes no longer have the hash.
    pub async fn blob(&self, hash: &Hash) -> Result<Option<Vec<u8>>, StoreError> {
        let refused = refused("read a file");
        let row = sqlx::query("SELECT bytes FROM blob WHERE sha256 = $1")
            .bind(hash.to_string())
            .fetch_optional(self.reader())
            .await
            .map_err(&refused)?;
        let Some(row) = row else { return Ok(None) };
        let bytes: Vec<u8> = row.try_get("bytes").map_err(&refused)?;
        check_hash(&bytes, hash, || format!("file {hash}"))?;
        Ok(Some(bytes))
    }
}
