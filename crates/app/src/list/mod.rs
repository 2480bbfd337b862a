//! Control lists: the one shipped with the program and the editions that the node has imported.

pub mod compare;
pub mod import;
pub mod open;
pub(crate) mod shelf;

use std::sync::{Arc, OnceLock};

use lists::built_in::{self, BuiltInList};
use lists::version::ListVersion;

use crate::refusal::Refusal;

/// The list shipped with the program, read once.
///
/// # Errors
/// Never with the files of this tree: a test reads them.
pub fn built_in() -> Result<Arc<BuiltInList>, Refusal> {
    static READ: OnceLock<Arc<BuiltInList>> = OnceLock::new();
    if let Some(list) = READ.get() {
        return Ok(Arc::clone(list));
    }
    let list = Arc::new(built_in::eu_annex_i().map_err(Refusal::Invalid)?);
    Ok(Arc::clone(READ.get_or_init(|| list)))
}

/// The edition shipped with the program, shared like those that were imported.
pub(crate) fn built_in_version() -> Result<Arc<ListVersion>, Refusal> {
    static READ: OnceLock<Arc<ListVersion>> = OnceLock::new();
    if let Some(version) = READ.get() {
        return Ok(Arc::clone(version));
    }
    let version = Arc::new(built_in()?.version.clone());
    Ok(Arc::clone(READ.get_or_init(|| version)))
}

/// The key of an edition: `list@edition`.
#[must_use]
pub fn key(list: &str, edition: &str) -> String {
    format!("{list}@{edition}")
}
