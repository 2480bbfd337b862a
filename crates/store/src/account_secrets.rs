//! What is kept of people outside the register, because it must be changed and forgotten: password hashes, sessions,
//! and counts of failed log-ins.

use domain::hash::Hash;
use domain::ids::RecordId;
use jiff::Timestamp;
use sqlx::Row;
use sqlx::any::AnyRow;

use crate::connection::Store;
use crate::error::{StoreError, refused};

/// The password of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    /// The account.
    pub account: RecordId,
    /// Its argon2id hash in PHC form.
    pub password_hash: String,
}

/// A session. Only the SHA-256 of the cookie's token is stored: a stolen database opens no session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The SHA-256 of the token.
    pub token: Hash,
    /// The account.
    pub account: RecordId,
    /// When it began.
    pub created: Timestamp,
    /// When it was last used.
    pub seen: Timestamp,
}

/// Failed log-ins under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Throttle {
    /// What was typed as the login, folded; or the address it came from.
    pub name: String,
    /// How many failures in a row.
    pub failures: u32,
    /// The last of them.
    pub last: Timestamp,
}

/// An instant as it is stored: nine decimals always, so that texts sort as instants do.
pub(crate) fn instant_text(instant: Timestamp) -> String {
    format!("{instant:.9}")
}

/// Reads a column as the value its text stands for.
pub(crate) fn parsed<T>(row: &AnyRow, column: &'static str) -> Result<T, StoreError>
where
    T: std::str::FromStr<Err: std::error::Error + Send + Sync + 'static>,
{
    let text: &str = row.try_get(column).map_err(refused("read a row"))?;
    text.parse().map_err(|source: T::Err| StoreError::damaged(column, source))
}

impl Store {
    /// The password of this account.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn credential(&self, account: RecordId) -> Result<Option<Credential>, StoreError> {
        let refused = refused("read a password");
        let row = sqlx::query("SELECT password_hash FROM credential WHERE account = $1")
            .bind(account.to_string())
            .fetch_optional(self.reader())
            .await
            .map_err(&refused)?;
        row.map(|row| Ok(Credential { account, password_hash: row.try_get("password_hash").map_err(&refused)? }))
            .transpose()
    }

    /// Sets the password of an account, over the earlier one.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_credential(&self, credential: &Credential) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO credential (account, password_hash) VALUES ($1, $2)
             ON CONFLICT (account) DO UPDATE SET password_hash = excluded.password_hash",
        )
        .bind(credential.account.to_string())
        .bind(credential.password_hash.clone())
        .execute(self.writer())
        .await
        .map_err(refused("write a password"))?;
        Ok(())
    }

    /// The session of this token.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn session(&self, token: &Hash) -> Result<Option<Session>, StoreError> {
        let row = sqlx::query("SELECT account, created, seen FROM session WHERE token = $1")
            .bind(token.to_string())
            .fetch_optional(self.reader())
            .await
            .map_err(refused("read a session"))?;
        row.map(|row| {
            Ok(Session {
                token: *token,
                account: parsed(&row, "account")?,
                created: parsed(&row, "created")?,
                seen: parsed(&row, "seen")?,
            })
        })
        .transpose()
    }

    /// Keeps a session.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn put_session(&self, session: &Session) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO session (token, account, created, seen) VALUES ($1, $2, $3, $4)
             ON CONFLICT (token) DO UPDATE
             SET account = excluded.account, created = excluded.created, seen = excluded.seen",
        )
        .bind(session.token.to_string())
        .bind(session.account.to_string())
        .bind(instant_text(session.created))
        .bind(instant_text(session.seen))
        .execute(self.writer())
        .await
        .map_err(refused("write a session"))?;
        Ok(())
    }

    /// Notes that a session was used. One that has ended stays ended.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn touch_session(&self, token: &Hash, seen: Timestamp) -> Result<(), StoreError> {
        sqlx::query("UPDATE session SET seen = $2 WHERE token = $1")
            .bind(token.to_string())
            .bind(instant_text(seen))
            .execute(self.writer())
            .await
            .map_err(refused("write a session"))?;
        Ok(())
    }

    /// Ends a session.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_session(&self, token: &Hash) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE token = $1")
            .bind(token.to_string())
            .execute(self.writer())
            .await
            .map_err(refused("end a session"))?;
        Ok(())
    }

    /// Ends every session of an account: its password was changed, or it may no longer sign in.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end_sessions_of(&self, account: RecordId) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE account = $1")
            .bind(account.to_string())
            .execute(self.writer())
            .await
            .map_err(refused("end sessions"))?;
        Ok(())
    }

    /// Forgets the sessions that began before one instant, and those last used before the other.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn purge_sessions(&self, created_before: Timestamp, seen_before: Timestamp) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM session WHERE created < $1 OR seen < $2")
            .bind(instant_text(created_before))
            .bind(instant_text(seen_before))
            .execute(self.writer())
            .await
            .map_err(refused("forget sessions"))?;
        Ok(())
    }

    /// The failed log-ins under this name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn throttle(&self, name: &str) -> Result<Option<Throttle>, StoreError> {
        let refused = refused("read failed log-ins");
        let row = sqlx::query("SELECT failures, last FROM throttle WHERE name = $1")
            .bind(name)
            .fetch_optional(self.reader())
            .await
            .map_err(&refused)?;
        row.map(|row| {
            let failures: i64 = row.try_get("failures").map_err(&refused)?;
            let failures = u32::try_from(failures).map_err(|source| StoreError::damaged("failures", source))?;
            Ok(Throttle { name: name.to_owned(), failures, last: parsed(&row, "last")? })
        })
        .transpose()
    }

    /// Keeps the failed log-ins under a name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn set_throttle(&self, throttle: &Throttle) -> Result<(), StoreError> {
        sqlx::query(
            "INSERT INTO throttle (name, failures, last) VALUES ($1, $2, $3)
             ON CONFLICT (name) DO UPDATE SET failures = excluded.failures, last = excluded.last",
        )
        .bind(throttle.name.clone())
        .bind(i64::from(throttle.failures))
        .bind(instant_text(throttle.last))
        .execute(self.writer())
        .await
        .map_err(refused("write failed log-ins"))?;
        Ok(())
    }

    /// Forgets the failed log-ins under a name.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn clear_throttle(&self, name: &str) -> Result<(), StoreError> {
        sqlx::query("DELETE FROM throttle WHERE name = $1")
            .bind(name)
            .execute(self.writer())
            .await
            .map_err(refused("forget failed log-ins"))?;
        Ok(())
    }
}
