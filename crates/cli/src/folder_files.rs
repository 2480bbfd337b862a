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

/// The files of one folder, without its subfolders, by name. Files of lists are larger than those of rounds.
pub(crate) fn read_flat_folder(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, CommandError> {
    const LARGEST_LISTS: u64 = 1024 * 1024 * 1024;
    let failed = |source| told("folder-not-read", folder, source);
    let mut files = Vec::new();
    let mut total = 0;
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        // Links may lead to the file of the day; what they lead to is read, folders are not.
        let about = fs::metadata(entry.path()).map_err(failed)?;
        if name.starts_with('.') || !about.is_file() {
            continue;
        }
        total += about.len();
        if total > LARGEST_LISTS || files.len() >= MOST_FILES {
            return Err(CommandError::TooLarge { path: folder.display().to_string(), limit: LARGEST_LISTS });
        }
        files.push((name, fs::read(entry.path()).map_err(failed)?));
    }
    files.sort();
    if files.is_empty() {
        return Err(CommandError::EmptyFolder(folder.display().to_string()));
    }
    Ok(files)
}

/// A file, or standard input for "-".
pub(crate) fn open_input(path: &Path) -> Result<Box<dyn std::io::Read>, CommandError> {
    if path == Path::new("-") {
        return Ok(Box::new(std::io::stdin()));
    }
    Ok(Box::new(fs::File::open(path).map_err(|source| told("file-not-read", path, source))?))
}
