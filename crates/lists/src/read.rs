//! Readers of lists made by others. Bytes go in; a version and the faults that were found come out. An edition is read
//! whole or not at all: while one fault is an error there is no version.

mod blocks;
pub mod ccl;
pub mod document;
pub mod eur_lex;
mod grammar;
pub mod line_json;
pub mod paragraphs;
pub mod table;

pub mod limits;

use domain::fault::Fault;

use crate::provision::ProvisionKind;
use crate::version::{ListHead, ListVersion};
use line_json::Gathered;

/// The bytes as text, bounded.
fn text<'t>(file: &str, bytes: &'t [u8], faults: &mut Vec<Fault>) -> Option<&'t str> {
    if bytes.len() > limits::LONGEST_FILE {
        let limit = (limits::LONGEST_FILE / 1_000_000).to_string();
        faults.push(Fault::error("file-too-large").inside(file, None).with("limit_megabytes", limit));
        return None;
    }
    let text = std::str::from_utf8(bytes).ok();
    if text.is_none() {
        faults.push(Fault::error("list-not-utf8").inside(file, None));
    }
    text
}

/// Whether a text with markup ends where it began: the element that is opened first is closed. A page that was cut off is
/// no edition.
fn is_whole(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        let tail = rest.get(at + 1..).unwrap_or_default();
        if tail.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let name: String = tail.chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            let closes =
                |at: &usize| tail.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(&name));
            return tail.match_indices("</").map(|(at, _)| at).any(|at| closes(&at));
        }
        rest = tail;
    }
    false
}

/// Puts faults into a file, at the lines they have.
fn keep_lines(file: &str, found: Vec<Fault>, faults: &mut Vec<Fault>) {
    faults.extend(found.into_iter().map(|fault| {
        let line = fault.place.line;
        fault.inside(file, line)
    }));
}

/// The version of what was gathered; none while a fault is an error.
fn finish(file: &str, gathered: Gathered, head: ListHead, mut faults: Vec<Fault>) -> (Option<ListVersion>, Vec<Fault>) {
    keep_lines(file, gathered.warnings, &mut faults);
    if faults.iter().any(Fault::is_error) {
        return (None, faults);
    }
    let (version, found) = ListVersion::new(head, gathered.provisions, gathered.terms);
    faults.extend(found.into_iter().map(|fault| fault.inside(file, None)));
    (version, faults)
}

/// Whether a text only keeps its path free.
fn item_kind(text: &str) -> ProvisionKind {
    let folded = text::fold(text);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let free = matches!(bare, "not used" | "reserved" | "не используется" | "зарезервировано" | "не применяется");
    if free { ProvisionKind::NotUsed } else { ProvisionKind::Item }
}
