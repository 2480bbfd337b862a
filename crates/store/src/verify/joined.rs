//! Many acts in one row. What crosses from the database costs by row and by column, more than everything that is then
//! checked; so the database joins a page of acts to three long values, and they are taken apart here.
//!
//! This way only ever says that a page holds. When anything is unlike what was written, or cannot be taken apart, the
//! page is read again row by row, and that says what does not hold.

use sqlx::AnyConnection;
use sqlx::any::AnyRow;

use super::act_row::{self, Columns};
use super::lookup_row::{BETWEEN, WITHIN};
use crate::register::number;

/// Between the columns of an act. As [`WITHIN`], no value contains it; and no act or revision does, because JSON writes
/// control characters as words.
const COLUMN: &str = "\u{1d}";
/// Between acts. As [`COLUMN`].
const ACT: &str = "\u{1c}";

/// The joined columns of [`act_row::SELECT`]. Two comparisons keep what joining would hide, that a value is of another
/// type than its column: text is never equal to bytes, and less than any.
const SELECT: &str =
    "SELECT count(*), sum(kinds), string_agg(columns, $5), string_agg(act, $6), string_agg(revision, $6)
    FROM (SELECT a.bytes AS act, coalesce(v.bytes, $7) AS revision,
        CASE WHEN a.bytes >= $7 AND coalesce(v.bytes, $7) >= $7 THEN 1 ELSE 0 END AS kinds,
        CAST(a.sequence AS TEXT)
        || $4 || a.account || $1 || a.verb || $1 || coalesce(a.record, '-')
            || $1 || coalesce(CAST(a.version AS TEXT), '-') || $1 || a.leaf
        || $4 || CASE WHEN v.sha256 || '' = v.sha256 THEN v.sha256 ELSE '' END
        || $4 || coalesce(CAST(earlier.sequence AS TEXT), '')
        || $4 || coalesce(CAST(r.sequence AS TEXT), '')
        || $4 || CASE WHEN r.sequence = a.sequence THEN
            CAST(r.version AS TEXT) || $1 || r.sha256 || $1 || r.kind || $1 || r.owner || $1 || r.audience
            || $1 || r.parent || $1 || r.name || $1 || r.sort || $1 || r.folded ELSE '' END
        || $4 || CASE WHEN r.sequence = a.sequence THEN
            (SELECT CAST(count(*) AS TEXT) || $2 || coalesce(string_agg(f.name || $1 || f.value, $2), '')
             FROM facet f WHERE f.record = r.record) ELSE '' END AS columns
    FROM act a
    LEFT JOIN revision v ON v.record = a.record AND v.version = a.version
    LEFT JOIN act earlier ON earlier.record = a.record AND earlier.version = a.version - 1 AND a.version > 1
    LEFT JOIN record r ON r.record = a.record
    WHERE a.sequence > $3 ORDER BY a.sequence LIMIT $8) page";

/// A page of acts, joined.
pub(super) struct Joined {
    row: AnyRow,
    /// How many acts.
    pub(super) acts: u64,
}

/// Reads so many acts from this one on; `None` when the database does not join them, for whatever reason.
pub(super) async fn page(connection: &mut AnyConnection, from: u64, acts: i64) -> Option<Joined> {
    let row = sqlx::query(SELECT)
        .bind(WITHIN)
        .bind(BETWEEN)
        .bind(number(from) - 1)
        .bind(COLUMN)
        .bind(ACT)
        .bind(ACT.as_bytes())
        .bind(Vec::<u8>::new())
        .bind(acts)
        .fetch_one(connection)
        .await
        .ok()?;
    let acts = act_row::number(&row, 0)?.unsigned_abs();
    let sound = acts == 0 || act_row::number(&row, 1) == Some(number(acts));
    sound.then_some(Joined { row, acts })
}

impl Joined {
    /// The columns of each act, in the order in which the database joined them; `None` when they cannot be taken apart.
    pub(super) fn rows(&self) -> Option<Vec<Columns<'_>>> {
        let count = usize::try_from(self.acts).ok()?;
        if count == 0 {
            return Some(Vec::new());
        }
        let columns: Vec<&str> = apart_at(act_row::text(&self.row, 2)?, ACT).collect();
        let (acts, revisions) = (self.pieces(3)?, self.pieces(4)?);
        if [columns.len(), acts.len(), revisions.len()] != [count; 3] {
            return None;
        }
        columns
            .iter()
            .zip(acts)
            .zip(revisions)
            .map(|((columns, act), revision)| apart(columns, act, revision))
            .collect()
    }

    /// Joined bytes. SQLite calls text what it joined, PostgreSQL bytes.
    fn pieces(&self, column: usize) -> Option<Vec<&[u8]>> {
        let all = act_row::bytes(&self.row, column).or_else(|| act_row::text(&self.row, column).map(str::as_bytes))?;
        let end = ACT.as_bytes().first().copied()?;
        Some(all.split(|byte| *byte == end).collect())
    }
}

/// Cuts at a separator, which is one character: looking for a character is several times faster than for a text.
fn apart_at<'t>(text: &'t str, separator: &str) -> impl Iterator<Item = &'t str> {
    let separator = separator.chars().next().unwrap_or_default();
    text.split(separator)
}

fn apart<'r>(columns: &'r str, act: &'r [u8], revision: &'r [u8]) -> Option<Columns<'r>> {
    let mut columns = apart_at(columns, COLUMN).map(|column| Some(column).filter(|column| !column.is_empty()));
    let row = Columns {
        sequence: whole(columns.next()?)?,
        lookup_and_leaf: columns.next()?,
        act: Some(act),
        revision: Some(revision).filter(|bytes| !bytes.is_empty()),
        revision_hash: columns.next()?,
        earlier: whole(columns.next()?)?,
        latest: whole(columns.next()?)?,
        record: columns.next()?,
        facets: columns.next()?,
    };
    columns.next().is_none().then_some(row)
}

/// A number, or none; `None` outside when it is something else.
fn whole(column: Option<&str>) -> Option<Option<i64>> {
    match column {
        None => Some(None),
        Some(text) => text.parse().ok().map(Some),
    }
}
