//! The files of a folder, looked up by name; what nobody asked for is told.

use std::collections::{BTreeMap, BTreeSet};

use domain::fault::Fault;

use super::Files;
use crate::limits;
use crate::nearest::nearest;

/// The files of one round: the outermost folder, or one of `earlier/`.
pub(super) struct Folder<'f> {
    /// Path of the folder, with a slash at its end unless it is the outermost.
    path: String,
    files: BTreeMap<&'f str, &'f [u8]>,
    asked: BTreeSet<String>,
}

/// A file of the folder.
#[derive(Clone, Copy)]
pub(super) struct File<'f> {
    /// Its path in the outermost folder, as faults name it.
    pub(super) path: &'f str,
    /// What is in it.
    pub(super) bytes: &'f [u8],
}

/// The kinds of file a table may come in.
const TABLE: [&str; 3] = ["csv", "xlsx", "tsv"];

impl<'f> Folder<'f> {
    /// The outermost folder; nothing when there is too much of it or a path leads out of it.
    pub(super) fn new(files: &'f Files, faults: &mut Vec<Fault>) -> Option<Self> {
        let length: usize = files.values().map(Vec::len).sum();
        if files.len() > limits::MOST_FILES || length > limits::LONGEST_FOLDER {
            faults.push(
                Fault::error("folder-too-large")
                    .with("files", limits::MOST_FILES.to_string())
                    .with("limit_megabytes", limits::megabytes(limits::LONGEST_FOLDER as u64)),
            );
            return None;
        }
        let outside = files.keys().filter(|path| !is_inside(path));
        faults.extend(outside.map(|path| Fault::error("file-path-outside").inside(path, None)));
        let files = files.iter().filter(|(path, _)| is_inside(path) && !is_leftover(path));
        let files = files.map(|(path, bytes)| (path.as_str(), bytes.as_slice())).collect();
        Some(Self { path: String::new(), files, asked: BTreeSet::new() })
    }

    /// The path of a file in this folder, as faults name it.
    pub(super) fn path(&self, name: &str) -> String {
        format!("{}{name}", self.path)
    }

    /// A file by its name.
    pub(super) fn file(&mut self, name: &str) -> Option<File<'f>> {
        let wanted = self.path(name);
        let found = self.files.get_key_value(wanted.as_str()).map(|(path, bytes)| File { path, bytes });
        self.asked.insert(wanted);
        found
    }

    /// A table by its name without the ending; a fault when there are two.
    pub(super) fn table(&mut self, name: &str, faults: &mut Vec<Fault>) -> Option<File<'f>> {
        let found: Vec<File<'f>> = TABLE.iter().filter_map(|ending| self.file(&format!("{name}.{ending}"))).collect();
        if let [first, second, ..] = found.as_slice() {
            faults.push(Fault::error("file-given-twice").with("other", first.path).inside(second.path, None));
        }
        found.first().copied()
    }

    /// The beginnings of the names of the files in this folder below `below`, up to the first dot: the codes of
    /// States in `plans/XO.en.csv`.
    pub(super) fn stems(&self, below: &str) -> BTreeSet<&'f str> {
        let prefix = self.path(below);
        let names = self.files.keys().filter_map(|path| path.strip_prefix(prefix.as_str()));
        names.filter(|name| !name.contains('/')).filter_map(|name| name.split('.').next()).collect()
    }

    /// The folders in `earlier/`, each with its own files, which this folder then no longer has.
    pub(super) fn earlier(&mut self) -> Vec<Self> {
        let prefix = self.path("earlier/");
        let mut folders: BTreeMap<String, BTreeMap<&'f str, &'f [u8]>> = BTreeMap::new();
        self.files.retain(|path, bytes| {
            let name = path.strip_prefix(prefix.as_str()).and_then(|rest| rest.split_once('/'));
            if let Some((name, _)) = name {
                folders.entry(format!("{prefix}{name}/")).or_default().insert(path, bytes);
            }
            name.is_none()
        });
        folders.into_iter().map(|(path, files)| Self { path, files, asked: BTreeSet::new() }).collect()
    }

    /// Says of every file that nobody asked for that it is not read.
    pub(super) fn finish(self, faults: &mut Vec<Fault>) {
        for path in self.files.keys().filter(|path| !self.asked.contains(**path) && !is_reading_matter(path)) {
            let nearest = nearest(path, self.asked.iter().map(String::as_str)).unwrap_or("—");
            faults.push(Fault::warning("file-unknown").with("nearest", nearest).inside(path, None));
        }
    }
}

/// Whether a path stays inside its folder, on every system.
fn is_inside(path: &str) -> bool {
    let plain = |name: &str| !name.is_empty() && name != "." && name != ".." && !name.contains(['\\', ':', '\0']);
    path.len() <= 500 && path.split('/').all(plain)
}

/// Files that editors and systems leave behind.
fn is_leftover(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with('.') || name.starts_with("~$") || matches!(name, "Thumbs.db" | "desktop.ini")
}

/// Notes beside the data, for people.
fn is_reading_matter(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    matches!(ending.as_str(), "md" | "txt")
}
