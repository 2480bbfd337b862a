//! Control lists: the one shipped with the program and the editions that the node has imported.

pub mod compare;
pub mod import;
pub mod open;

use std::sync::{Arc, OnceLock};

use lists::built_in::{self, BuiltInList};

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
