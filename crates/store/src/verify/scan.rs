//! The pass over the register: pages are read in order while earlier ones are checked on other threads.

use std::collections::{HashMap, VecDeque};

use domain::hash::Hash;
use sqlx::AnyConnection;
use sqlx::any::AnyRow;
use tokio::task::JoinHandle;

use super::act_row::{self, Columns, Held};
use super::failure::Failure;
use super::head::Tree;
use super::lookup_row::{BETWEEN, WITHIN};
use super::{Verified, files, joined};
use crate::error::{StoreError, refused};
use crate::progress::{Part, Progress};
use crate::register::number;

/// Acts in a page. A page and what hangs on it is about a megabyte.
const PAGE: i64 = 500;
/// Pages being checked while the next is read.
const AHEAD: usize = 4;

/// What a page gave.
struct Page {
    leaves: Vec<Hash>,
    revisions: u64,
    lookups: u64,
    /// Files referred to, and the first act that does.
    files: HashMap<Hash, u64>,
    failure: Option<Failure>,
}

impl Page {
    fn holds(&self) -> bool {
        self.failure.is_none()
    }
}

/// Checks every act and what hangs on it, and builds the tree.
pub(super) async fn acts(
    connection: &mut AnyConnection,
    tree: &mut Tree<'_>,
    verified: &mut Verified,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Option<Failure>, StoreError> {
    let total: i64 = sqlx::query_scalar("SELECT count(*) FROM act")
        .fetch_one(&mut *connection)
        .await
        .map_err(refused("count the acts"))?;
    let total = total.unsigned_abs();
    let mut under_way: VecDeque<(u64, JoinHandle<Option<Page>>)> = VecDeque::new();
    let mut next = 0;
    let mut ended = false;
    loop {
        if !ended {
            let first = next;
            match joined::page(connection, first, PAGE).await {
                Some(page) if page.acts == 0 => ended = true,
                Some(page) => {
                    next += page.acts;
                    let check = move || page.rows().map(|rows| check(rows.into_iter(), first)).filter(Page::holds);
                    under_way.push_back((first, tokio::task::spawn_blocking(check)));
                }
                // What comes before it is checked first, then what is wrong here is found.
                None => {
                    ended = true;
                    under_way.push_back((first, tokio::task::spawn_blocking(|| None)));
                }
            }
        }
        while under_way.len() > if ended { 0 } else { AHEAD } {
            let Some((first, page)) = under_way.pop_front() else { break };
            match page.await.map_err(|stopped| StoreError::damaged("register", stopped))? {
                Some(page) => {
                    if let Some(failure) = take(connection, page, tree, verified).await? {
                        return Ok(Some(failure));
                    }
                }
                None => return row_by_row(connection, first, total, tree, verified, progress).await,
            }
            progress(Progress { part: Part::Acts, done: verified.acts, total });
        }
        if ended {
            return Ok(None);
        }
    }
}

/// Checks the acts from this one on as single rows, which tells what of them does not hold.
async fn row_by_row(
    connection: &mut AnyConnection,
    mut next: u64,
    total: u64,
    tree: &mut Tree<'_>,
    verified: &mut Verified,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Option<Failure>, StoreError> {
    loop {
        let rows = match page(connection, next, PAGE).await {
            Ok(rows) if rows.is_empty() => return Ok(None),
            Ok(rows) => rows,
            // A row that cannot even be read.
            Err(damage @ StoreError::Damaged { .. }) => return one_by_one(connection, next, damage).await,
            Err(other) => return Err(other),
        };
        let page = check(rows.iter().map(Columns::of), next);
        next += rows.len() as u64;
        if let Some(failure) = take(connection, page, tree, verified).await? {
            return Ok(Some(failure));
        }
        progress(Progress { part: Part::Acts, done: verified.acts, total });
    }
}

/// Takes the result of a page into the tree and the counts.
async fn take(
    connection: &mut AnyConnection,
    page: Page,
    tree: &mut Tree<'_>,
    verified: &mut Verified,
) -> Result<Option<Failure>, StoreError> {
    for leaf in &page.leaves {
        if let Some(failure) = tree.append(*leaf) {
            return Ok(Some(failure));
        }
    }
    verified.acts += page.leaves.len() as u64;
    verified.revisions += page.revisions;
    verified.records += page.lookups;
    if let Some(failure) = files::missing(connection, &page.files).await? {
        return Ok(Some(failure));
    }
    Ok(page.failure)
}

fn check<'r>(rows: impl ExactSizeIterator<Item = Columns<'r>>, first: u64) -> Page {
    let mut page =
        Page { leaves: Vec::with_capacity(rows.len()), revisions: 0, lookups: 0, files: HashMap::new(), failure: None };
    for (row, sequence) in rows.zip(first..) {
        match act_row::check(row, sequence) {
            Ok((leaf, Held { revision, lookup, files })) => {
                page.leaves.push(leaf);
                page.revisions += u64::from(revision);
                page.lookups += u64::from(lookup);
                for file in files {
                    page.files.entry(file).or_insert(sequence);
                }
            }
            Err(failure) => {
                page.failure = Some(failure);
                break;
            }
        }
    }
    page
}

async fn page(connection: &mut AnyConnection, from: u64, acts: i64) -> Result<Vec<AnyRow>, StoreError> {
    sqlx::query(act_row::SELECT)
        .bind(WITHIN)
        .bind(BETWEEN)
        .bind(number(from) - 1)
        .bind(acts)
        .fetch_all(connection)
        .await
        .map_err(refused("read the register"))
}

/// Finds the row that cannot be read, and which part of it.
async fn one_by_one(
    connection: &mut AnyConnection,
    from: u64,
    damage: StoreError,
) -> Result<Option<Failure>, StoreError> {
    let mut sequence = from;
    loop {
        match page(connection, sequence, 1).await {
            Ok(rows) if rows.is_empty() => return Err(damage),
            Ok(rows) => {
                if let Some(failure) = check(rows.iter().map(Columns::of), sequence).failure {
                    return Ok(Some(failure));
                }
                sequence += 1;
            }
            Err(StoreError::Damaged { .. }) => return unreadable(connection, sequence).await.map(Some),
            Err(other) => return Err(other),
        }
    }
}

/// Names the part of a row that cannot be read: each is asked for alone.
async fn unreadable(connection: &mut AnyConnection, sequence: u64) -> Result<Failure, StoreError> {
    let refused = refused("read the register");
    let readable = async |connection: &mut AnyConnection, statement: &'static str| match sqlx::query(statement)
        .bind(number(sequence))
        .fetch_all(connection)
        .await
        .map_err(&refused)
    {
        Ok(_) => Ok(true),
        Err(StoreError::Damaged { .. }) => Ok(false),
        Err(other) => Err(other),
    };
    // Its own columns cannot be read, or the record it names, which is one of them.
    if !readable(connection, "SELECT account, verb, record, version, leaf, bytes FROM act WHERE sequence = $1").await? {
        return Ok(Failure::act("verify-act-columns", sequence));
    }
    let act =
        sqlx::query("SELECT bytes FROM act WHERE sequence = $1").bind(number(sequence)).fetch_one(&mut *connection);
    let bytes: Vec<u8> = act.await.and_then(|row| sqlx::Row::try_get(&row, 0)).map_err(&refused)?;
    let Some(written) = domain::act::Act::from_bytes(&bytes).ok().and_then(|act| act.record) else {
        return Ok(Failure::act("verify-act-bytes", sequence));
    };
    let revision =
        "SELECT v.sha256, v.bytes FROM revision v JOIN act a ON a.record = v.record AND a.version = v.version
        WHERE a.sequence = $1";
    if !readable(connection, revision).await? {
        return Ok(Failure::revision("verify-revision-hash", written.id, written.version));
    }
    let facets = "SELECT f.name, f.value FROM facet f JOIN act a ON a.record = f.record WHERE a.sequence = $1";
    if !readable(connection, facets).await? {
        return Ok(Failure::facets(written.id));
    }
    Ok(Failure::record("verify-record-lookup", written.id, "text"))
}
