//! Settings of the node: a name and a text each.

use sqlx::Row;

use crate::connection::Store;
use crate::error::{StoreError, refused};

impl Store {
    /// The setting with this name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn setting(&self, name: &str) -> Result<Option<String>, StoreError> {
        let refused = refused("read a setting");
        let row = sqlx::query("SELECT value FROM setting WHERE name = $1")
            .bind(name)
            .fetch_optional(self.reader())
            .await
            .map_err(&refused)?;
        row.map(|row| row.try_get("value")).transpose().map_err(&refused)
    }

    /// Writes a setting, over the earlier one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_setting(&self, name: &str, value: &str) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        )
        .bind(name)
        .bind(value)
        .execute(self.writer())
        .await
        .map_err(refused("write a setting"))?;
        Ok(())
    }
}
