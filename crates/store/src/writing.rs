//! Writing: the one way anything enters the register.

use std::collections::{HashMap, HashSet};

use domain::act::{Act, ActRecord};
use domain::body::Kind;
use domain::checkpoint::Signer;
use domain::fault::Fault;
use domain::hash::Hash;
use domain::ids::RecordId;
use domain::register::leaf_hash;
use sqlx::{AnyConnection, Row};

use crate::account_secrets::parsed;
use crate::batch::{Batch, BlobDraft, Change, Committed};
use crate::connection::Store;
use crate::entry::{Entry, files_of};
use crate::error::{Conflict, StoreError, refused};
use crate::query::Stored;
use crate::reading::{CURRENT, IDS_AT_ONCE, stored};
use crate::register::{Head, number};
use crate::rows::{Rows, Value};
use crate::statement::Statement;

impl Store {
    /// Writes a batch: every revision, its act, its lookup, the files, and the new signed head, in one transaction.
    /// When this returns, the batch survives the loss of power.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when somebody else was faster, [`StoreError::Invalid`] when a revision breaks its own
    /// rules, [`StoreError::DiskFull`], [`StoreError::Busy`]. After any error nothing of the batch is stored.
    pub async fn commit(&self, batch: Batch, signer: &Signer) -> Result<Committed, StoreError> {
        // Everything that needs no database is done before the register is held.
        let entries: Vec<Option<Entry<'_>>> = batch
            .changes
            .iter()
            .map(|change| change.revision.as_ref().map(Entry::of).transpose())
            .collect::<Result<_, _>>()?;
        let files: Vec<(Hash, &BlobDraft)> = batch.blobs.iter().map(|file| (Hash::of(&file.bytes), file)).collect();

        let mut transaction = self.writing().await?;
        match write(&mut transaction, &batch, &entries, &files, signer).await {
            Ok(committed) => {
                transaction.commit().await.map_err(refused("commit"))?;
                Ok(committed)
            }
            Err(failure) => {
                // When rolling back fails too, the connection is thrown away; what went wrong first is what matters.
                let _ = transaction.rollback().await;
                Err(failure)
            }
        }
    }
}

async fn write(
    connection: &mut AnyConnection,
    batch: &Batch,
    entries: &[Option<Entry<'_>>],
    files: &[(Hash, &BlobDraft)],
    signer: &Signer,
) -> Result<Committed, StoreError> {
    let mut head = Head::hold(connection).await?;
    let first = head.frontier.size();
    let before = current_versions(connection, entries).await?;
    let last = check_versions(connection, entries, &before, first).await?;
    check_names(connection, entries, &last, first).await?;
    check_files(connection, entries, files).await?;

    for (hash, file) in files {
        sqlx::query("INSERT INTO blob (sha256, bytes) VALUES ($1, $2) ON CONFLICT (sha256) DO NOTHING")
            .bind(hash.to_string())
            .bind(file.bytes.as_slice())
            .execute(&mut *connection)
            .await
            .map_err(refused("write a file"))?;
    }
    let mut revisions = Rows::new("INSERT INTO revision (record, version, sha256, bytes) VALUES ");
    let mut acts = Rows::new("INSERT INTO act (sequence, account, verb, record, version, leaf, bytes) VALUES ");
    for (sequence, (change, entry)) in (first..).zip(batch.changes.iter().zip(entries)) {
        let bytes = act(batch, change, entry.as_ref(), sequence).to_bytes();
        let leaf = leaf_hash(&bytes);
        head.frontier.append(leaf);
        let (record, version) = match entry {
            None => (Value::NoText, Value::NoNumber),
            Some(entry) => {
                revisions.push(entry.revision_row());
                (Value::Text(entry.revision.record.to_string()), Value::Number(i64::from(entry.revision.version)))
            }
        };
        acts.push(vec![
            Value::Number(number(sequence)),
            Value::Text(change.act.person.account.to_string()),
            Value::Text(change.act.verb.to_string()),
            record,
            version,
            Value::Text(leaf.to_string()),
            Value::Bytes(bytes),
        ]);
    }
    revisions.write(connection).await?;
    acts.write(connection).await?;
    write_lookups(connection, entries, &before, &last, first).await?;
    if !batch.changes.is_empty() {
        head.checkpoint = signer.sign(head.frontier.size(), head.frontier.root());
        head.write(connection).await?;
    }
    Ok(head.committed())
}

fn act(batch: &Batch, change: &Change, entry: Option<&Entry<'_>>, sequence: u64) -> Act {
    Act {
        sequence,
        instant: batch.instant,
        person: change.act.person.clone(),
        face: change.act.face,
        verb: change.act.verb,
        record: entry.map(|entry| ActRecord {
            id: entry.revision.record,
            kind: entry.revision.body.kind(),
            version: entry.revision.version,
            revision: entry.hash,
        }),
        reason: change.act.reason.clone(),
    }
}

/// What is stored of the records of a batch.
type Before = HashMap<RecordId, (u32, Kind)>;
/// The last change of each record in a batch: its place there.
type Last = HashMap<RecordId, usize>;

async fn current_versions(connection: &mut AnyConnection, entries: &[Option<Entry<'_>>]) -> Result<Before, StoreError> {
    let refused = refused("read versions");
    let ids: HashSet<RecordId> = entries.iter().flatten().map(|entry| entry.revision.record).collect();
    let ids: Vec<RecordId> = ids.into_iter().collect();
    let mut before = Before::with_capacity(ids.len());
    for some in ids.chunks(IDS_AT_ONCE) {
        let mut statement = Statement::new("SELECT record, version, kind FROM record WHERE record IN ");
        statement.ids(some);
        let rows = statement.ready().map_err(&refused)?.fetch_all(&mut *connection).await.map_err(&refused)?;
        for row in rows {
            let version: i64 = row.try_get("version").map_err(&refused)?;
            let version = u32::try_from(version).map_err(|source| StoreError::damaged("version", source))?;
            before.insert(parsed(&row, "record")?, (version, parsed(&row, "kind")?));
        }
    }
    Ok(before)
}

/// Every version must build on the one before it, stored or earlier in the batch.
async fn check_versions(
    connection: &mut AnyConnection,
    entries: &[Option<Entry<'_>>],
    before: &Before,
    first: u64,
) -> Result<Last, StoreError> {
    let mut last = Last::with_capacity(before.len());
    for (place, entry) in entries.iter().enumerate() {
        let Some(entry) = entry else { continue };
        let record = entry.revision.record;
        let earlier = last.get(&record).and_then(|place| entries[*place].as_ref().map(|entry| (*place, entry)));
        let (version, kind) = match (earlier, before.get(&record)) {
            (Some((_, earlier)), _) => (earlier.revision.version, Some(earlier.lookup.index.kind)),
            (None, Some((version, kind))) => (*version, Some(*kind)),
            (None, None) => (0, None),
        };
        if entry.revision.version != version.saturating_add(1) {
            let current = match earlier {
                Some((place, earlier)) => Some(earlier.stored(first + place as u64)),
                None => current(connection, record).await?,
            };
            return Err(conflict(entry, current));
        }
        if kind.is_some_and(|kind| kind != entry.lookup.index.kind) {
            return Err(StoreError::Invalid(vec![
                Fault::error("revision-of-another-kind").with("kind", entry.lookup.index.kind.as_str()),
            ]));
        }
        last.insert(record, place);
    }
    Ok(last)
}

/// No two records of one kind, owner and parent have the same name when the batch is written.
async fn check_names(
    connection: &mut AnyConnection,
    entries: &[Option<Entry<'_>>],
    last: &Last,
    first: u64,
) -> Result<(), StoreError> {
    let refused = refused("look up names");
    let mut places: Vec<usize> = last.values().copied().collect();
    places.sort_unstable();
    let mut keys: HashMap<[String; 4], usize> = HashMap::with_capacity(places.len());
    for place in places {
        let Some(entry) = &entries[place] else { continue };
        // Kinds without names of their own are named by their id, which nobody else has.
        if entry.lookup.index.name == entry.revision.record.to_string() {
            continue;
        }
        if let Some(other) = keys.insert(entry.lookup.key(), place) {
            let other = entries[other].as_ref().map(|entry| entry.stored(first + other as u64));
            return Err(conflict(entry, other));
        }
    }
    let wanted: Vec<(&[String; 4], &usize)> = keys.iter().collect();
    for some in wanted.chunks(IDS_AT_ONCE / 4) {
        let mut statement = Statement::new("WITH wanted (kind, owner, parent, name) AS (VALUES ");
        for (n, (key, _)) in some.iter().enumerate() {
            statement.text(if n == 0 { "" } else { ", " }).list(key.iter().cloned());
        }
        statement.text(
            ") SELECT r.record, r.kind, r.owner, r.parent, r.name FROM wanted w JOIN record r
             ON r.kind = w.kind AND r.owner = w.owner AND r.parent = w.parent AND r.name = w.name",
        );
        let rows = statement.ready().map_err(&refused)?.fetch_all(&mut *connection).await.map_err(&refused)?;
        for row in rows {
            let holder: RecordId = parsed(&row, "record")?;
            if last.contains_key(&holder) {
                continue; // It is renamed by this batch, or keeps its name.
            }
            let mut key: [String; 4] = Default::default();
            for (part, column) in key.iter_mut().zip(["kind", "owner", "parent", "name"]) {
                *part = row.try_get(column).map_err(&refused)?;
            }
            if let Some(entry) = keys.get(&key).and_then(|place| entries[*place].as_ref()) {
                return Err(conflict(entry, current(connection, holder).await?));
            }
        }
    }
    Ok(())
}

/// Every file a revision refers to is stored, or comes with the batch.
async fn check_files(
    connection: &mut AnyConnection,
    entries: &[Option<Entry<'_>>],
    files: &[(Hash, &BlobDraft)],
) -> Result<(), StoreError> {
    let refused = refused("look up files");
    let mut missing: HashSet<Hash> =
        entries.iter().flatten().flat_map(|entry| files_of(&entry.revision.body)).collect();
    for (hash, _) in files {
        missing.remove(hash);
    }
    let asked: Vec<Hash> = missing.iter().copied().collect();
    for some in asked.chunks(IDS_AT_ONCE) {
        let mut statement = Statement::new("SELECT sha256 FROM blob WHERE sha256 IN ");
        statement.hashes(some);
        let rows = statement.ready().map_err(&refused)?.fetch_all(&mut *connection).await.map_err(&refused)?;
        for row in rows {
            missing.remove(&parsed(&row, "sha256")?);
        }
    }
    match missing.into_iter().min() {
        None => Ok(()),
        Some(hash) => Err(StoreError::Invalid(vec![Fault::error("file-not-stored").with("sha256", hash.to_string())])),
    }
}

/// Takes away the old lookups, then writes the new ones: two records that exchange their names never meet.
async fn write_lookups(
    connection: &mut AnyConnection,
    entries: &[Option<Entry<'_>>],
    before: &Before,
    last: &Last,
    first: u64,
) -> Result<(), StoreError> {
    let refused = refused("take away old lookups");
    let old: Vec<RecordId> = before.keys().copied().collect();
    for some in old.chunks(IDS_AT_ONCE) {
        for table in ["DELETE FROM facet WHERE record IN ", "DELETE FROM record WHERE record IN "] {
            let mut statement = Statement::new(table);
            statement.ids(some);
            statement.ready().map_err(&refused)?.execute(&mut *connection).await.map_err(&refused)?;
        }
    }
    let mut records = Rows::new(
        "INSERT INTO record (record, kind, owner, audience, parent, name, sort, folded, version, sha256, sequence) VALUES ",
    );
    let mut facets = Rows::new("INSERT INTO facet (name, value, record) VALUES ");
    let mut places: Vec<usize> = last.values().copied().collect();
    places.sort_unstable();
    for place in places {
        let Some(entry) = &entries[place] else { continue };
        records.push(entry.record_row(first + place as u64));
        for row in entry.facet_rows() {
            facets.push(row);
        }
    }
    records.write(connection).await?;
    facets.write(connection).await
}

/// What is stored of this record now.
async fn current(connection: &mut AnyConnection, record: RecordId) -> Result<Option<Stored>, StoreError> {
    let refused = refused("read a record");
    let mut statement = Statement::new(CURRENT);
    statement.text("WHERE r.record = ").value(record.to_string());
    let row = statement.ready().map_err(&refused)?.fetch_optional(connection).await.map_err(&refused)?;
    row.as_ref().map(stored).transpose()
}

/// A conflict with what is there; when nothing is, the writer skipped a version, which no other writer explains.
fn conflict(entry: &Entry<'_>, current: Option<Stored>) -> StoreError {
    match current {
        Some(current) => StoreError::Conflict(Conflict {
            record: entry.revision.record,
            seen: entry.revision.version.saturating_sub(1),
            current: Box::new(current),
        }),
        None => StoreError::Invalid(vec![
            Fault::error("revision-out-of-order").with("version", entry.revision.version.to_string()),
        ]),
    }
}
