//! Attached files: each has the hash it is stored under, and none that is referred to is missing.

use std::collections::{HashMap, HashSet};

use domain::hash::Hash;
use sqlx::{AnyConnection, Row};

use super::Verified;
use super::act_row::{is_hash, text};
use super::failure::Failure;
use crate::error::{StoreError, refused};
use crate::progress::{Part, Progress};
use crate::reading::IDS_AT_ONCE;
use crate::statement::Statement;

/// The first of these files that is not stored.
pub(super) async fn missing(
    connection: &mut AnyConnection,
    files: &HashMap<Hash, u64>,
) -> Result<Option<Failure>, StoreError> {
    let refused = refused("look up files");
    let mut asked: Vec<Hash> = files.keys().copied().collect();
    asked.sort_unstable_by_key(|hash| (files.get(hash), *hash));
    for some in asked.chunks(IDS_AT_ONCE) {
        let mut statement = Statement::new("SELECT sha256 FROM blob WHERE sha256 IN ");
        statement.hashes(some);
        let rows = statement.ready().map_err(&refused)?.fetch_all(&mut *connection).await.map_err(&refused)?;
        let found: HashSet<&str> = rows.iter().filter_map(|row| text(row, 0)).collect();
        if let Some(hash) = some.iter().find(|hash| !found.contains(hash.to_string().as_str())) {
            return Ok(Some(Failure::file("verify-file-missing", hash)));
        }
    }
    Ok(None)
}

/// Every stored file against its hash, one in memory at a time.
pub(super) async fn check(
    connection: &mut AnyConnection,
    verified: &mut Verified,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Option<Failure>, StoreError> {
    let refused = refused("read files");
    let total: i64 =
        sqlx::query_scalar("SELECT count(*) FROM blob").fetch_one(&mut *connection).await.map_err(&refused)?;
    let total = total.unsigned_abs();
    let mut last = String::new();
    loop {
        let row = sqlx::query("SELECT sha256, bytes FROM blob WHERE sha256 > $1 ORDER BY sha256 LIMIT 1")
            .bind(last.clone())
            .fetch_optional(&mut *connection)
            .await
            .map_err(&refused);
        let row = match row {
            Ok(row) => row,
            // Its name is no text: it can only be named by the one before it.
            Err(StoreError::Damaged { .. }) => {
                return Ok(Some(Failure::file("verify-file-bytes", &format!("> {last}"))));
            }
            Err(other) => return Err(other),
        };
        let Some(row) = row else { break };
        let Some(name) = text(&row, 0) else { return Ok(Some(Failure::file("verify-file-bytes", &last))) };
        let held = row.try_get(1).is_ok_and(|bytes: &[u8]| is_hash(Some(name), &Hash::of(bytes)));
        if !held {
            return Ok(Some(Failure::file("verify-file-bytes", &name)));
        }
        name.clone_into(&mut last);
        verified.files += 1;
        progress(Progress { part: Part::Files, done: verified.files, total });
    }
    // A name below every text would never be reached.
    Ok((verified.files != total).then(|| Failure::file("verify-file-bytes", &"")))
}
