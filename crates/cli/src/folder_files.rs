//! Reading a folder into memory, within bounds, for an import.
#![expect(clippy::disallowed_methods, reason = "this file is where a folder that a person named is read")]

use std::fs;
use std::path::Path;

use app::round::import::Files;

use crate::output::{CommandError, told};

/// Most bytes of one folder.
const LARGEST: u64 = 100 * 1024 * 1024;
/// Most files of one folder.
const MOST_FILES: usize = 500;

/// Every file of a folder and its subfolders. Hidden files and links are passed over: a link could lead anywhere.
pub(crate) fn read_folder(folder: &Path) -> Result<Files, CommandError> {
    let mut files = Files::new();
    let mut total = 0;
    collect(folder, "", &mut files, &mut total)?;
    if files.is_empty() {
        return Err(CommandError::EmptyFolder(folder.display().to_string()));
    }
    Ok(files)
}

fn collect(folder: &Path, prefix: &str, files: &mut Files, total: &mut u64) -> Result<(), CommandError> {
    let failed = |source| told("folder-not-read", folder, source);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        if name.starts_with('.') {
            continue;
        }
        let kind = entry.file_type().map_err(failed)?;
        let path = format!("{prefix}{name}");
        if kind.is_dir() && path.matches('/').count() < 8 {
            collect(&entry.path(), &format!("{path}/"), files, total)?;
        } else if kind.is_file() {
            *total += entry.metadata().map_err(failed)?.len();
            if *total > LARGEST || files.len() >= MOST_FILES {
                return Err(CommandError::TooLarge { path: folder.display().to_string(), limit: LARGEST });
            }
            files.insert(path, fs::read(entry.path()).map_err(failed)?);
        }
    }
    Ok(())
}
