//! One act, the revision it wrote, and the lookup of its record: everything that can be checked without looking further.

use domain::act::Act;
use domain::hash::Hash;
use domain::register::leaf_hash;
use domain::revision::Revision;
use sqlx::Row;
use sqlx::any::AnyRow;

use super::failure::Failure;
use super::lookup_row::{self, WITHIN};
use crate::entry::files_of;

/// The columns of a row, in this order: one ordered pass over the acts, each with all that hangs on it. What is short is
/// joined to one text with [`WITHIN`], because every value that crosses from the database costs about the same.
pub(super) const SELECT: &str = "SELECT a.sequence,
        a.account || $1 || a.verb || $1 || coalesce(a.record, '-') || $1 || coalesce(CAST(a.version AS TEXT), '-')
            || $1 || a.leaf,
        a.bytes, v.bytes, v.sha256, earlier.sequence, r.sequence,
        CASE WHEN r.sequence = a.sequence THEN
            CAST(r.version AS TEXT) || $1 || r.sha256 || $1 || r.kind || $1 || r.owner || $1 || r.audience
            || $1 || r.parent || $1 || r.name || $1 || r.sort || $1 || r.folded END,
        CASE WHEN r.sequence = a.sequence THEN
            (SELECT CAST(count(*) AS TEXT) || $2 || coalesce(string_agg(f.name || $1 || f.value, $2), '')
             FROM facet f WHERE f.record = r.record) END
    FROM act a
    LEFT JOIN revision v ON v.record = a.record AND v.version = a.version
    LEFT JOIN act earlier ON earlier.record = a.record AND earlier.version = a.version - 1 AND a.version > 1
    LEFT JOIN record r ON r.record = a.record
    WHERE a.sequence > $3 ORDER BY a.sequence LIMIT $4";

/// The columns of one row of [`SELECT`], or what [`super::joined`] took apart. A column that cannot be read as what it
/// should be is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns<'r> {
    /// Its number.
    pub(super) sequence: Option<i64>,
    /// What an act is looked up by and its leaf, joined.
    pub(super) lookup_and_leaf: Option<&'r str>,
    /// The act.
    pub(super) act: Option<&'r [u8]>,
    /// The revision it wrote.
    pub(super) revision: Option<&'r [u8]>,
    /// The hash which that revision is stored with.
    pub(super) revision_hash: Option<&'r str>,
    /// The act that wrote the version before.
    pub(super) earlier: Option<i64>,
    /// The act that wrote the latest version.
    pub(super) latest: Option<i64>,
    /// The lookup of the record, joined, when this is the latest version.
    pub(super) record: Option<&'r str>,
    /// The facets of the record, joined, when this is the latest version.
    pub(super) facets: Option<&'r str>,
}

impl<'r> Columns<'r> {
    /// The columns of a row.
    pub(super) fn of(row: &'r AnyRow) -> Self {
        Self {
            sequence: number(row, 0),
            lookup_and_leaf: text(row, 1),
            act: bytes(row, 2),
            revision: bytes(row, 3),
            revision_hash: text(row, 4),
            earlier: number(row, 5),
            latest: number(row, 6),
            record: text(row, 7),
            facets: text(row, 8),
        }
    }
}

/// What a row gave, when it holds.
#[derive(Debug, Default)]
pub(super) struct Held {
    /// Whether the act wrote a revision.
    pub(super) revision: bool,
    /// Whether that revision is the latest of its record, whose lookup holds.
    pub(super) lookup: bool,
    /// The files it refers to.
    pub(super) files: Vec<Hash>,
}

/// The text in a column; `None` when there is none, or something else.
pub(super) fn text(row: &AnyRow, column: usize) -> Option<&str> {
    row.try_get(column).ok()
}

/// The number in a column; `None` when there is none, or something else.
pub(super) fn number(row: &AnyRow, column: usize) -> Option<i64> {
    row.try_get(column).ok()
}

/// The bytes in a column; `None` when there are none, or something else.
pub(super) fn bytes(row: &AnyRow, column: usize) -> Option<&[u8]> {
    row.try_get(column).ok()
}

/// Checks a row. Gives the leaf of the act, and what else it held.
pub(super) fn check(row: Columns<'_>, sequence: u64) -> Result<(Hash, Held), Failure> {
    if row.sequence != Some(crate::register::number(sequence)) {
        return Err(Failure::act("verify-act-missing", sequence));
    }
    let Some(act_bytes) = row.act else { return Err(Failure::act("verify-act-bytes", sequence)) };
    let leaf = leaf_hash(act_bytes);
    let Some((columns, stored_leaf)) = row.lookup_and_leaf.and_then(|all| all.rsplit_once(WITHIN)) else {
        return Err(Failure::act("verify-act-columns", sequence));
    };
    if !is_hash(Some(stored_leaf), &leaf) {
        return Err(Failure::act("verify-act-leaf", sequence));
    }
    let Ok(act) = Act::from_bytes(act_bytes) else { return Err(Failure::act("verify-act-bytes", sequence)) };
    if act.sequence != sequence || columns != columns_of(&act) {
        return Err(Failure::act("verify-act-columns", sequence));
    }
    let Some(written) = &act.record else { return Ok((leaf, Held::default())) };

    let fails = |code| Failure::revision(code, written.id, written.version);
    let Some(revision_bytes) = row.revision else { return Err(fails("verify-revision-missing")) };
    if Hash::of(revision_bytes) != written.revision {
        return Err(fails("verify-revision-bytes"));
    }
    if !is_hash(row.revision_hash, &written.revision) {
        return Err(fails("verify-revision-hash"));
    }
    let Ok(revision) = Revision::from_bytes(revision_bytes) else { return Err(fails("verify-revision-unreadable")) };
    if (revision.record, revision.version, revision.body.kind()) != (written.id, written.version, written.kind) {
        return Err(fails("verify-revision-envelope"));
    }
    // The version before it must have been written before it, by an act of this register.
    let in_order = match row.earlier {
        Some(earlier) => (0..crate::register::number(sequence)).contains(&earlier),
        None => written.version == 1,
    };
    if !in_order {
        return Err(fails("verify-revision-order"));
    }
    let lookup = lookup_row::check(row, &revision, &written.revision, sequence)?;
    Ok((leaf, Held { revision: true, lookup, files: files_of(&revision.body) }))
}

/// What an act is looked up by, as the row gives it.
fn columns_of(act: &Act) -> String {
    let (account, verb) = (act.person.account, act.verb);
    match &act.record {
        Some(record) => format!("{account}{WITHIN}{verb}{WITHIN}{}{WITHIN}{}", record.id, record.version),
        None => format!("{account}{WITHIN}{verb}{WITHIN}-{WITHIN}-"),
    }
}

/// Whether the text is that of this hash.
pub(super) fn is_hash(text: Option<&str>, hash: &Hash) -> bool {
    text.is_some_and(|text| text.parse().is_ok_and(|read: Hash| read == *hash))
}
