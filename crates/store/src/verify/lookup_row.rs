//! The lookup of a record and what it is filtered by, against its latest revision.

use domain::hash::Hash;
use domain::revision::Revision;

use super::act_row::Columns;
use super::failure::Failure;
use crate::entry::Lookup;
use crate::reading::parent_text;

/// Between the values of a row, and between the name and the value of a facet. No value contains it: the gate of
/// [`crate::Store::commit`] refuses control characters in a lookup. So two joined texts are equal only when every value
/// is.
pub(super) const WITHIN: &str = "\u{1f}";
/// Between facets. As [`WITHIN`].
pub(super) const BETWEEN: &str = "\u{1e}";

/// The columns of a lookup in the order in which they are joined.
const COLUMNS: [&str; 9] = ["version", "sha256", "kind", "owner", "audience", "parent", "name", "sort", "folded"];

/// Checks the lookup when this act wrote the latest revision; gives whether it did.
pub(super) fn check(row: Columns<'_>, revision: &Revision, hash: &Hash, sequence: u64) -> Result<bool, Failure> {
    let fails = |code, column| Failure::record(code, revision.record, column);
    let Some(latest) = row.latest else { return Err(fails("verify-record-missing", "record")) };
    let sequence = crate::register::number(sequence);
    if latest < sequence {
        return Err(fails("verify-record-stale", "sequence"));
    }
    if latest > sequence {
        return Ok(false);
    }
    let lookup = Lookup::of(revision);
    let expected = [
        &revision.version.to_string(),
        &hash.to_string(),
        lookup.index.kind.as_str(),
        &lookup.owner,
        &lookup.audience,
        &parent_text(lookup.index.parent),
        &lookup.index.name,
        &lookup.index.sort,
        &lookup.folded,
    ]
    .join(WITHIN);
    let found = row.record.unwrap_or_default();
    if found != expected {
        let differs = found.split(WITHIN).zip(expected.split(WITHIN)).position(|(found, expected)| found != expected);
        let column = differs.and_then(|place| COLUMNS.get(place)).unwrap_or(&"folded");
        return Err(fails("verify-record-lookup", column));
    }
    if !facets_agree(row.facets, &lookup.index.facets) {
        return Err(Failure::facets(revision.record));
    }
    Ok(true)
}

/// Whether exactly these facets are stored. Neither engine promises an order, so both sides are sorted.
fn facets_agree(found: Option<&str>, facets: &[(&'static str, String)]) -> bool {
    let Some((count, all)) = found.and_then(|found| found.split_once(BETWEEN)) else { return false };
    if count.parse() != Ok(facets.len()) {
        return false;
    }
    let mut expected: Vec<String> = facets.iter().map(|(name, value)| format!("{name}{WITHIN}{value}")).collect();
    expected.sort_unstable();
    let mut found: Vec<&str> = if facets.is_empty() { Vec::new() } else { all.split(BETWEEN).collect() };
    found.sort_unstable();
    expected == found
}
