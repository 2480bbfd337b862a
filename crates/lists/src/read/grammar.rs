//! The grammar of control lists: entries by their code, labels below them, notes. Labels say where they belong by
//! following on one another: `b.` comes after `a.`, `1.` begins below what stands before it.

use domain::fault::Fault;
use domain::language::Language;

use super::limits;
use super::line_json::Gathered;
use crate::path::{ProvisionPath, is_code};
use crate::provision::{NoteKind, Provision, ProvisionKind};

/// Reads lines of a list into provisions.
pub(super) struct Grammar {
    pub(super) gathered: Gathered,
    /// The labels of the provision that was met last, with the depth in the document at which each stood.
    stack: Vec<(String, usize)>,
    entry: Option<ProvisionPath>,
    /// The note that is being read, and the depth at which it stood.
    note: Option<(ProvisionPath, usize)>,
    /// The label of the note's own list that was met last, and whether that list is not at its end.
    note_label: Option<String>,
    note_is_open: bool,
    /// The line that is being read, where the source has lines.
    pub(super) line: Option<u64>,
    pub(super) faults: Vec<Fault>,
}

impl Grammar {
    pub(super) fn new(language: Language) -> Self {
        Self {
            gathered: Gathered::new(language),
            stack: Vec::new(),
            entry: None,
            note: None,
            note_label: None,
            note_is_open: false,
            line: None,
            faults: Vec::new(),
        }
    }

    /// Whether anything has been met yet.
    pub(super) fn is_in_entry(&self) -> bool {
        self.entry.is_some()
    }

    /// Leaves the entry: what follows belongs to no entry until the next code.
    pub(super) fn leave(&mut self) {
        self.entry = None;
        self.note = None;
        self.stack.clear();
    }

    /// The provision that was met last.
    fn current(&self) -> Option<ProvisionPath> {
        let entry = self.entry.as_ref()?;
        Some(self.stack.iter().fold(entry.clone(), |path, (label, _)| path.child(label)))
    }

    fn keep(&mut self, result: Result<(), Fault>) {
        if let Err(mut fault) = result
            && self.faults.len() < limits::MOST_FAULTS
        {
            fault.place.line = fault.place.line.or(self.line);
            self.faults.push(fault);
        }
    }

    /// An entry. One that stands a second time is a fault.
    pub(super) fn entry(&mut self, path: &ProvisionPath, text: &str) {
        if self.gathered.provisions.iter().any(|provision| provision.path == *path) {
            self.keep(Err(Fault::error("list-path-twice").at("path").with("path", path.as_str())));
        }
        self.leave();
        self.entry = Some(path.clone());
        let kind = super::item_kind(text);
        let taken = self.gathered.item(path, kind, text);
        self.keep(taken);
    }

    /// A labelled text: a provision, or a point of the note that is being read.
    pub(super) fn labelled(&mut self, label: &str, depth: usize, text: &str) {
        let Some(entry) = self.entry.clone() else { return };
        if self.belongs_to_note(label, depth) {
            self.go_on(&format!("{label}. {text}"));
            return;
        }
        self.note = None;
        let Some(level) = self.level(label, depth) else {
            // A label that follows on nothing: kept below what stands before it, and told.
            let mut warning = Fault::warning("list-label-out-of-order").at("label").with("label", label);
            warning.place.line = self.line;
            let at = self.current().map_or_else(String::new, |path| path.to_string());
            self.gathered.warnings.push(warning.with("path", at));
            self.stack.push((label.to_owned(), depth));
            self.put(&entry, text);
            return;
        };
        self.stack.truncate(level);
        self.stack.push((label.to_owned(), depth));
        self.put(&entry, text);
    }

    /// A text with the whole path of its labels: `a.1.b`. Parents that the list does not print are made.
    pub(super) fn with_path(&mut self, labels: &[&str], text: &str) {
        let Some(entry) = self.entry.clone() else { return };
        let whole = labels.iter().fold(entry.clone(), |path, label| path.child(label));
        // A list inside a note or a definition has labels of its own; they repeat those of the entry, or count where the
        // entry has letters.
        // A list in a note that is not at its end goes on, even where the entry has no such label yet.
        let goes_on = self.note.is_some()
            && labels.len() == 1
            && self.note_is_open
            && self.note_label.as_deref().zip(labels.first()).is_some_and(|(before, label)| follows_on(before, label));
        let counts = labels.len() == 1 && labels.iter().all(|label| label.parse::<u32>().is_ok());
        let lettered = self.gathered.has(&entry.child("a"));
        if goes_on || self.gathered.has(&whole) || (counts && lettered) {
            let written = format!("{}. {text}", labels.join("."));
            if self.note.is_some() {
                self.go_on(&written);
                self.note_label = labels.first().map(|label| (*label).to_owned());
                self.note_is_open = text.trim_end().ends_with([';', ',', ':'])
                    || ["or", "and", "или", "и"].iter().any(|word| text.trim_end().ends_with(&format!(" {word}")));
            } else if let Some(current) = self.current() {
                let taken = self.gathered.item(&current, ProvisionKind::Item, &written);
                self.keep(taken);
            }
            return;
        }
        self.note = None;
        self.stack = labels.iter().map(|label| ((*label).to_owned(), 0)).collect();
        let mut path = entry.clone();
        for label in labels.iter().take(labels.len().saturating_sub(1)) {
            path = path.child(label);
            if !self.gathered.has(&path) {
                self.gathered.push(Provision::item(path.clone()));
            }
        }
        self.put(&entry, text);
    }

    fn put(&mut self, entry: &ProvisionPath, text: &str) {
        let path = self.stack.iter().fold(entry.clone(), |path, (label, _)| path.child(label));
        if self.gathered.has(&path) {
            self.keep(Err(Fault::error("list-path-twice").at("path").with("path", path.as_str())));
            return;
        }
        let kind = super::item_kind(text);
        let taken = self.gathered.item(&path, kind, text);
        self.keep(taken);
    }

    /// A text without a label: a note, or more of what stands before it.
    pub(super) fn plain(&mut self, depth: usize, text: &str) {
        let Some(current) = self.current() else { return };
        if let Some(kind) = note_kind(text) {
            // A note at the margin belongs to the entry or to the provision that it names.
            let named = crate::path::find_paths(text).into_iter().find(|path| self.gathered.has(path));
            let level = self.stack.iter().take_while(|(_, stood)| *stood <= depth && depth > 0).count();
            let by_place = self
                .stack
                .iter()
                .take(level)
                .fold(self.entry.clone(), |path, (label, _)| path.map(|path| path.child(label)));
            let of = named.or(by_place).filter(|path| self.gathered.has(path)).unwrap_or(current);
            let taken = self.gathered.note(&of, kind, text);
            self.keep(taken);
            self.note = Some((of, depth));
            (self.note_label, self.note_is_open) = (None, true);
        } else if self.note.is_some() {
            self.go_on(text);
        } else {
            let taken = self.gathered.item(&current, ProvisionKind::Item, text);
            self.keep(taken);
        }
    }

    fn go_on(&mut self, text: &str) {
        if let Some((path, _)) = self.note.clone() {
            let taken = self.gathered.go_on_with_note(&path, text);
            self.keep(taken);
        }
    }

    /// Whether a label goes on with the note: it stands deeper than the note, or follows on no provision.
    fn belongs_to_note(&self, label: &str, depth: usize) -> bool {
        let Some((_, note_depth)) = &self.note else { return false };
        if depth > 0 && depth > *note_depth {
            return true;
        }
        let follows =
            self.stack.iter().any(|(before, stood)| follows_on(before, label) && (depth == 0 || *stood == depth));
        !follows
    }

    /// The level of the stack at which a label stands: where it follows on the one before, or one below for the first.
    fn level(&self, label: &str, depth: usize) -> Option<usize> {
        let fits = |(_, (before, stood)): &(usize, &(String, usize))| {
            follows_on(before, label) && (depth == 0 || *stood == 0 || *stood == depth)
        };
        let following = self.stack.iter().enumerate().rev().find(fits).map(|(level, _)| level);
        let any = || {
            let follows = |(_, (before, _)): &(usize, &(String, usize))| follows_on(before, label);
            self.stack.iter().enumerate().rev().find(follows).map(|(level, _)| level)
        };
        let first = matches!(label, "a" | "1").then_some(self.stack.len());
        following.or(first).or_else(any)
    }
}

/// Whether a label comes right after another: `b` after `a`, `10` after `9`, `aa` after `z`.
fn follows_on(before: &str, label: &str) -> bool {
    if let (Ok(before), Ok(label)) = (before.parse::<u32>(), label.parse::<u32>()) {
        return before.checked_add(1) == Some(label);
    }
    match (before.as_bytes(), label.as_bytes()) {
        ([b'z'], [b'a', b'a']) => true,
        ([one], [next]) => one.is_ascii_lowercase() && next.is_ascii_lowercase() && *next == one + 1,
        ([head, one], [other, next]) => head == other && next.is_ascii_lowercase() && *next == one.saturating_add(1),
        _ => false,
    }
}

/// The kind of note a text begins with.
pub(super) fn note_kind(text: &str) -> Option<NoteKind> {
    let head: String = text.chars().take(24).collect::<String>().to_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| head.starts_with(word));
    if begins(&["n.b", "nb:", "nb.", "особое примечание", "н.б."]) {
        Some(NoteKind::NotaBene)
    } else if begins(&["technical note", "техническое примечание", "технические примечания"])
    {
        Some(NoteKind::TechnicalNote)
    } else if begins(&[
        "note:",
        "notes:",
        "note 1",
        "note 2",
        "note 3",
        "note 4",
        "note 5",
        "note 6",
        "note to",
        "примечани",
    ]) {
        Some(NoteKind::of_note(text))
    } else {
        None
    }
}

/// The code at the beginning of a text and what stands behind it: `2B350 Chemical manufacturing …`.
pub(super) fn code_at_start(text: &str) -> Option<(ProvisionPath, &str)> {
    let word_end = text.find(|c: char| c.is_whitespace()).unwrap_or(text.len());
    let (word, rest) = text.split_at(word_end);
    let bare = word.trim_end_matches(['.', ':', '*', '#']);
    let path: ProvisionPath = bare.parse().ok()?;
    (path.depth() == 0 && is_code(path.as_str()) && bare.chars().count() == 5).then(|| (path, rest.trim()))
}

/// The label at the beginning of a text and what stands behind it: `a. Vessels`, `(1) Alloys`, `10.`.
pub(super) fn label_at_start(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (label, rest) = inner.split_at(end);
    let is_label = (label.len() <= 2 && label.bytes().all(|byte| byte.is_ascii_lowercase())
        || label.len() <= 3 && label.bytes().all(|byte| byte.is_ascii_digit()))
        && !label.is_empty();
    let closed = rest.strip_prefix(['.', ')'])?;
    let ends = closed.is_empty() || closed.starts_with(char::is_whitespace);
    (is_label && ends).then(|| (label, closed.trim()))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("a. Vessels", Some(("a", "Vessels")))]
    #[case("10.", Some(("10", "")))]
    #[case("(a) Vessels", Some(("a", "Vessels")))]
    #[case("e.g. this", None)]
    #[case("1.5 mm", None)]
    #[case("Vessels", None)]
    fn labels(#[case] text: &str, #[case] expect: Option<(&str, &str)>) {
        assert_eq!(label_at_start(text), expect);
    }

    #[test]
    fn labels_find_their_place() {
        let mut grammar = Grammar::new(Language::EN);
        grammar.entry(&"9C901".parse().unwrap(), "Widgets:");
        for text in ["a. Blue:", "1. Long:", "a. Thin;", "b. Thick;", "2. Short:", "a. Thin;", "b. Red.", "c. Green."] {
            let (label, rest) = label_at_start(text).unwrap();
            grammar.labelled(label, 0, rest);
        }
        let paths: Vec<&str> = grammar.gathered.provisions.iter().map(|p| p.path.as_str()).collect();
        // "b. Red" follows on 2.a as well as on a: the deepest wins where the document has no depth.
        assert_eq!(
            paths,
            [
                "9C901",
                "9C901.a",
                "9C901.a.1",
                "9C901.a.1.a",
                "9C901.a.1.b",
                "9C901.a.2",
                "9C901.a.2.a",
                "9C901.a.2.b",
                "9C901.a.2.c"
            ]
        );
    }
}
