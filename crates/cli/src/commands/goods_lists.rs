//! The lists that `tripoint goods` asks: those of files that are named, else those of the node, else the built-in one.
#![expect(clippy::disallowed_methods, reason = "this file reads the lists that the person names")]

use std::path::{Path, PathBuf};
use std::sync::Arc;

use app::Refusal;
use app::goods::{AskedLists, NotReady};
use domain::language::Language;
use domain::localized::Localized;
use lists::version::{ListHead, ListVersion, Notation};

use crate::Rim;
use crate::arguments::Global;
use crate::output::{CommandError, Output, told};

/// Largest file that is read, in bytes.
const LARGEST_FILE: u64 = 200 * 1024 * 1024;

/// Opens the lists to ask: files, or keys of editions of the node.
pub(super) async fn open(
    global: &Global,
    rim: &Rim,
    named: &[PathBuf],
    output: &Output,
) -> Result<Arc<AskedLists>, CommandError> {
    let (keys, files): (Vec<&PathBuf>, Vec<&PathBuf>) = named.iter().partition(|path| is_key(path));
    let ready = |lists: Result<AskedLists, NotReady>| match lists {
        Ok(lists) => Ok(Arc::new(lists)),
        Err(not_ready) => Err(CommandError::Refused(Refusal::Invalid(not_ready.0))),
    };
    if let (Some(file), Some(key)) = (files.first(), keys.first()) {
        // Files are asked without the node, whose lists are not opened then.
        let (path, what) = (format!("{} {}", file.display(), key.display()), "files-or-lists");
        return Err(CommandError::NotA { path, what });
    }
    if !files.is_empty() {
        let lists = files.iter().map(|file| read_list(file, output)).collect::<Result<Vec<_>, _>>()?;
        return ready(AskedLists::only(&lists));
    }
    // A folder that is named must hold a node; the current one may.
    if !keys.is_empty() || global.node.is_some() || global.folder().holds_node() {
        let session = global.open(rim).await?;
        let keys: Vec<String> = keys.iter().map(|key| key.display().to_string()).collect();
        let lists = app::goods::identify::lists(&session.node, &session.actor, &keys).await?;
        session.node.store.close().await;
        return Ok(lists);
    }
    ready(AskedLists::shipped())
}

/// Whether this is the key of an edition and no file: `eu-annex-i`, `orlania@2026`.
fn is_key(path: &Path) -> bool {
    let written = path.to_string_lossy();
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_' | '@');
    !written.is_empty() && written.chars().all(fits) && !path.exists()
}

/// What an official text is written as.
enum Kind {
    /// Lines of JSON, one provision each.
    Lines,
    /// The Commerce Control List of the United States: XML, or lines of JSON with a whole entry each.
    Commerce,
    /// A page of EUR-Lex.
    Page,
}

/// Tells by the beginning of the bytes, and for markup by the name of the file.
fn kind_of(bytes: &[u8], path: &Path) -> Kind {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]).into_owned();
    let is_xml = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xml"));
    if beginning.trim_start().starts_with('{') {
        if beginning.contains("\"eccn\"") { Kind::Commerce } else { Kind::Lines }
    } else if is_xml {
        Kind::Commerce
    } else {
        Kind::Page
    }
}

/// Reads an official text: a page of EUR-Lex, the Commerce Control List, or lines of JSON.
fn read_list(path: &Path, output: &Output) -> Result<ListVersion, CommandError> {
    let bytes = read_file(path)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let (id, edition) = named_by(&bytes, path);
    let head = ListHead {
        list: id,
        edition,
        title: Localized::default(),
        authority: Localized::default(),
        state: None,
        in_force: None,
        source: name.clone(),
        source_hash: Some(domain::hash::Hash::of(&bytes)),
        own_words: false,
        notation: Notation::DecimalComma,
    };
    let (version, faults) = match kind_of(&bytes, path) {
        Kind::Lines => lists::read::line_json::read(&name, &bytes, head, Language::EN),
        Kind::Commerce => lists::read::ccl::read(&name, &bytes, ListHead { notation: Notation::DecimalPoint, ..head }),
        Kind::Page => lists::read::eur_lex::read(&name, &bytes, head, Language::EN),
    };
    match version {
        Some(version) => {
            output.warnings(&faults);
            Ok(version)
        }
        None => Err(CommandError::Refused(Refusal::Invalid(faults))),
    }
}

/// What the first line says of itself, else the name of the file.
fn named_by(bytes: &[u8], path: &Path) -> (String, String) {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let value: serde_json::Value = serde_json::from_slice(first).unwrap_or_default();
    let field = |name: &str| value.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
    let stem = || path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    (field("list").unwrap_or_else(stem), field("version").unwrap_or_default())
}

/// Reads a file that the person names.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, CommandError> {
    let failed = |source| told("file-not-read", path, source);
    if std::fs::metadata(path).map_err(failed)?.len() > LARGEST_FILE {
        return Err(CommandError::TooLarge { path: path.display().to_string(), limit: LARGEST_FILE });
    }
    std::fs::read(path).map_err(failed)
}
