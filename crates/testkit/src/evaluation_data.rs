//! Data made by others, against which matching and identification are measured. It is not part of the repository: tests
//! that use it run where it is present, and say plainly where it is not.

use std::path::{Path, PathBuf};

/// The path of a file or folder of the evaluation data: below `TRIPOINT_EVALUATION_DATA`, else below `../shared/data`
/// beside the checkout. Where it is missing, one loud line says that the test did not run.
#[must_use]
pub fn evaluation_data(relative: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data");
    let root = std::env::var_os("TRIPOINT_EVALUATION_DATA").map_or_else(beside, PathBuf::from);
    let path = root.join(relative);
    if path.exists() {
        return Some(path);
    }
    #[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
    {
        eprintln!("NOT RUN: the evaluation data {relative} is not here; name its folder in TRIPOINT_EVALUATION_DATA");
    }
    None
}
