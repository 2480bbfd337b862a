//! Reading the register: acts, its head, and proofs that an act is in it.

use domain::act::Act;
use domain::hash::Hash;
use domain::register::{Frontier, inclusion_proof, leaf_hash};
use sqlx::any::AnyRow;
use sqlx::{AnyConnection, Row};

use crate::batch::Committed;
use crate::connection::Store;
use crate::error::{StoreError, refused};
use crate::query::{ActQuery, StoredAct};
use crate::statement::Statement;

/// The head of the register as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    pub(crate) frontier: Frontier,
    pub(crate) checkpoint: String,
}

impl Head {
    /// Reads the columns `size`, `roots` and `checkpoint`.
    pub(crate) fn of(row: &AnyRow) -> Result<Self, StoreError> {
        let refused = refused("read the head of the register");
        let size: i64 = row.try_get("size").map_err(&refused)?;
        let roots: &str = row.try_get("roots").map_err(&refused)?;
        let roots = roots
            .split_ascii_whitespace()
            .map(str::parse)
            .collect::<Result<Vec<Hash>, _>>()
            .map_err(|source| StoreError::damaged("head of the register", source))?;
        let frontier = u64::try_from(size)
            .ok()
            .and_then(|size| Frontier::from_parts(size, roots))
            .ok_or_else(|| StoreError::damaged("head of the register", "its size does not fit its roots"))?;
        Ok(Self { frontier, checkpoint: row.try_get("checkpoint").map_err(&refused)? })
    }

    /// Reads it, without holding it.
    pub(crate) async fn read(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let row = sqlx::query("SELECT size, roots, checkpoint FROM register_head WHERE id = 1")
            .fetch_optional(connection)
            .await
            .map_err(refused("read the head of the register"))?;
        row.as_ref().map_or_else(|| Err(StoreError::damaged("head of the register", "it is missing")), Self::of)
    }

    /// Reads and holds it until the end of the transaction: other writers wait, so the register stays dense.
    pub(crate) async fn hold(connection: &mut AnyConnection) -> Result<Self, StoreError> {
        let row = sqlx::query("UPDATE register_head SET size = size WHERE id = 1 RETURNING size, roots, checkpoint")
            .fetch_optional(connection)
            .await
            .map_err(refused("hold the head of the register"))?;
        row.as_ref().map_or_else(|| Err(StoreError::damaged("head of the register", "it is missing")), Self::of)
    }

    /// Writes it.
    pub(crate) async fn write(&self, connection: &mut AnyConnection) -> Result<(), StoreError> {
        sqlx::query("UPDATE register_head SET size = $1, roots = $2, checkpoint = $3 WHERE id = 1")
            .bind(number(self.frontier.size()))
            .bind(roots_text(&self.frontier))
            .bind(self.checkpoint.clone())
            .execute(connection)
            .await
            .map_err(refused("write the head of the register"))?;
        Ok(())
    }

    /// What a batch became.
    pub(crate) fn committed(self) -> Committed {
        Committed { size: self.frontier.size(), root: self.frontier.root(), checkpoint: self.checkpoint }
    }
}

/// The roots as they are stored: hexadecimal, largest tree first, with spaces between.
pub(crate) fn roots_text(frontier: &Frontier) -> String {
    let roots: Vec<String> = frontier.roots().iter().map(Hash::to_string).collect();
    roots.join(" ")
}

/// A place in the register as the databases count. A register never comes near 2⁶³ acts.
pub(crate) fn number(place: u64) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}

fn stored_act(row: &AnyRow) -> Result<StoredAct, StoreError> {
    let bytes: &[u8] = row.try_get("bytes").map_err(refused("read an act"))?;
    let act = Act::from_bytes(bytes).map_err(|source| StoreError::damaged("act", source))?;
    Ok((act, leaf_hash(bytes)))
}

impl Store {
    /// Acts, newest first.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when a stored act cannot be read.
    pub async fn acts(&self, query: &ActQuery) -> Result<Vec<StoredAct>, StoreError> {
        let refused = refused("list acts");
        let statement = acts(query);
        let rows = statement.ready().map_err(&refused)?.fetch_all(self.reader()).await.map_err(&refused)?;
        rows.iter().map(stored_act).collect()
    }

    /// The act at this place.
    ///
    /// # Errors
    /// As [`Store::acts`].
    pub async fn act(&self, sequence: u64) -> Result<Option<StoredAct>, StoreError> {
        let row = sqlx::query("SELECT bytes FROM act WHERE sequence = $1")
            .bind(number(sequence))
            .fetch_optional(self.reader())
            .await
            .map_err(refused("read an act"))?;
        row.as_ref().map(stored_act).transpose()
    }

    /// The head of the register; `None` before its first act.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] when the stored head cannot be read.
    pub async fn head(&self) -> Result<Option<Committed>, StoreError> {
        let mut connection = self.reader().acquire().await.map_err(refused("connect"))?;
        let head = Head::read(&mut connection).await?;
        Ok((head.frontier.size() > 0).then(|| head.committed()))
    }

    /// The path from the act at this place to the root of the head: whoever holds the act and a checkpoint can check
    /// that the one is in the other. `None` when there is no such act.
    ///
    /// # Errors
    /// As [`Store::acts`].
    pub async fn inclusion_proof(&self, sequence: u64) -> Result<Option<Vec<Hash>>, StoreError> {
        const AT_ONCE: i64 = 10_000;
        const HASH: usize = 64;
        let refused = refused("read the register");
        let mut snapshot = self.snapshot().await?;
        let size = Head::read(&mut snapshot).await?.frontier.size();
        let mut leaves: Vec<Hash> = Vec::new();
        while (leaves.len() as u64) < size {
            // Joined by the database: a million rows cost more than a million hashes.
            let row = sqlx::query(
                "SELECT coalesce(string_agg(leaf, '' ORDER BY sequence), '')
                FROM (SELECT sequence, leaf FROM act WHERE sequence >= $1 ORDER BY sequence LIMIT $2) page",
            )
            .bind(number(leaves.len() as u64))
            .bind(AT_ONCE)
            .fetch_one(&mut *snapshot)
            .await
            .map_err(&refused)?;
            let joined: &str = row.try_get(0).map_err(&refused)?;
            if joined.is_empty() {
                return Err(StoreError::damaged("register", "it has fewer acts than its head says"));
            }
            for leaf in joined.as_bytes().chunks(HASH) {
                let leaf = str::from_utf8(leaf).ok().and_then(|leaf| leaf.parse().ok());
                leaves.push(leaf.ok_or_else(|| StoreError::damaged("register", "a leaf is no hash"))?);
            }
        }
        snapshot.commit().await.map_err(&refused)?;
        let Ok(place) = usize::try_from(sequence) else { return Ok(None) };
        Ok(inclusion_proof(place, &leaves))
    }
}

/// The statement for a list of acts.
pub(crate) fn acts(query: &ActQuery) -> Statement {
    let mut statement = Statement::new("SELECT a.bytes FROM act a WHERE a.sequence < ");
    statement.value(query.before.map_or(i64::MAX, number));
    if let Some(record) = query.record {
        statement.text(" AND a.record = ").value(record.to_string());
    }
    if let Some(account) = query.account {
        statement.text(" AND a.account = ").value(account.to_string());
    }
    if let Some(verb) = query.verb {
        statement.text(" AND a.verb = ").value(verb.as_str());
    }
    match query.audiences.as_deref() {
        None => {}
        Some([]) => {
            statement.text(" AND a.record IS NULL");
        }
        Some(audiences) => {
            statement.text(
                " AND (a.record IS NULL OR EXISTS (SELECT 1 FROM record r WHERE r.record = a.record AND r.audience IN ",
            );
            statement.list(audiences.iter().cloned()).text("))");
        }
    }
    statement.text(" ORDER BY a.sequence DESC LIMIT ").value(i64::from(query.limit));
    statement
}
