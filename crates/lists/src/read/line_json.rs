//! Lists as lines of JSON: one provision or note a line, with its path and kind.
//!
//! `{"entry":"2B350","path":"2B350.a","kind":"item","text":"…"}`. Kinds are `item`, `not_used`, `note`,
//! `technical_note`, `nb` and `definition` (of a term for the whole list; its path is not read). A second item line with the same path goes on with the first.

use std::collections::HashMap;

use domain::fault::Fault;
use domain::language::Language;
use serde::Deserialize;

use super::limits;
use crate::cas::{NotACasNumber, find_cas};
use crate::definitions;
use crate::path::ProvisionPath;
use crate::provision::{Note, NoteKind, Provision, ProvisionKind};
use crate::version::{DefinedTerm, ListHead, ListVersion};

#[derive(Deserialize)]
struct Line {
    #[serde(default)]
    path: String,
    kind: String,
    text: String,
}

/// Reads a list in this language from lines of JSON.
#[must_use]
pub fn read(file: &str, bytes: &[u8], head: ListHead, language: Language) -> (Option<ListVersion>, Vec<Fault>) {
    let mut faults = Vec::new();
    let Some(text) = super::text(file, bytes, &mut faults) else { return (None, faults) };
    let mut gathered = Gathered::new(language);
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        if faults.len() >= limits::MOST_FAULTS || gathered.provisions.len() >= limits::MOST_PROVISIONS {
            faults.push(Fault::error("list-too-many-faults").inside(file, Some(number)));
            break;
        }
        match serde_json::from_str::<Line>(line) {
            Ok(line) => gathered.take(&line.path, &line.kind, &line.text).unwrap_or_else(|fault| {
                faults.push(fault.inside(file, Some(number)));
            }),
            Err(wrong) => faults
                .push(Fault::error("list-line-unreadable").inside(file, Some(number)).with("text", wrong.to_string())),
        }
    }
    super::finish(file, gathered, head, faults)
}

/// Provisions as they are met, with notes put to the provision they stand with.
pub(crate) struct Gathered {
    language: Language,
    pub(crate) provisions: Vec<Provision>,
    places: HashMap<ProvisionPath, usize>,
    pub(crate) warnings: Vec<Fault>,
    pub(crate) terms: Vec<DefinedTerm>,
}

impl Gathered {
    pub(crate) fn new(language: Language) -> Self {
        Self { language, provisions: Vec::new(), places: HashMap::new(), warnings: Vec::new(), terms: Vec::new() }
    }

    /// Takes one line: a provision, a note to one that was met before, or the definition of a term.
    pub(crate) fn take(&mut self, path: &str, kind: &str, text: &str) -> Result<(), Fault> {
        if kind == "definition" {
            return self.definition(text);
        }
        let path: ProvisionPath = path
            .parse()
            .or_else(|_| ProvisionPath::own_numbering(path))
            .map_err(|_| Fault::error("list-path-unreadable").at("path").with("path", path))?;
        if text.len() > limits::LONGEST_TEXT {
            return Err(Fault::error("list-text-too-long").at("text").with("path", path.as_str()));
        }
        let item = |gathered: &mut Self, kind: ProvisionKind| gathered.item(&path, kind, text);
        let note = match kind {
            "item" => return item(self, ProvisionKind::Item),
            "not_used" => return item(self, ProvisionKind::NotUsed),
            "note" => NoteKind::of_note(text),
            "technical_note" => NoteKind::TechnicalNote,
            "nb" => NoteKind::NotaBene,
            other => return Err(Fault::error("list-kind-unknown").at("kind").with("kind", other)),
        };
        self.note(&path, note, text)
    }

    /// The definition of a term for the whole list. A text that defines nothing is told, not dropped.
    pub(crate) fn definition(&mut self, text: &str) -> Result<(), Fault> {
        if text.len() > limits::LONGEST_TEXT || self.terms.len() >= limits::MOST_PROVISIONS {
            return Err(Fault::error("list-text-too-long")
                .at("text")
                .with("path", text.chars().take(40).collect::<String>()));
        }
        let found = definitions::find(text);
        if found.is_empty() {
            let shown: String = text.chars().take(60).collect();
            self.warnings.push(Fault::warning("list-definition-unreadable").at("text").with("text", shown));
        }
        self.terms.extend(found.into_iter().map(|one| definitions::term(&one, self.language, None)));
        Ok(())
    }

    /// More words of the definition that was met last: a point of it, or a note to it.
    pub(crate) fn go_on_with_definition(&mut self, text: &str) {
        let language = self.language;
        if let Some(term) = self.terms.last_mut() {
            let whole = format!("{}\n{}", term.meaning.text(language), text.trim());
            if whole.len() <= limits::LONGEST_TEXT {
                term.meaning.set(language, &whole);
            }
        }
    }

    /// A provision, or the continuation of one.
    pub(crate) fn item(&mut self, path: &ProvisionPath, kind: ProvisionKind, text: &str) -> Result<(), Fault> {
        let mut cas = Vec::new();
        for found in find_cas(text) {
            match found {
                Ok(number) => cas.push(number),
                Err(wrong @ NotACasNumber::CheckDigit { .. }) => {
                    let fault = Fault::warning(wrong.code()).at("text").with("path", path.as_str());
                    self.warnings.push(fault.with("text", wrong.to_string()));
                }
                Err(NotACasNumber::Form(_)) => {}
            }
        }
        // A text goes on in a second line only inside its own entry; elsewhere the code stands twice.
        let inside = self.provisions.last().is_some_and(|last| last.path.entry() == path.entry());
        if self.places.contains_key(path) && !inside {
            return Err(Fault::error("list-path-twice").at("path").with("path", path.as_str()));
        }
        match self.places.get(path).and_then(|index| self.provisions.get_mut(*index)) {
            Some(before) => {
                let whole = format!("{}\n{}", before.text.text(self.language), text.trim());
                before.text.set(self.language, &whole);
                before.cas.extend(cas);
            }
            None => {
                let mut provision = Provision::item(path.clone());
                provision.kind = kind;
                provision.text.set(self.language, text);
                provision.cas = cas;
                self.places.insert(path.clone(), self.provisions.len());
                self.provisions.push(provision);
            }
        }
        Ok(())
    }

    /// Whether this path was met.
    pub(crate) fn has(&self, path: &ProvisionPath) -> bool {
        self.places.contains_key(path)
    }

    /// A provision that is ready, whose path was not met before.
    pub(crate) fn push(&mut self, provision: Provision) {
        self.places.insert(provision.path.clone(), self.provisions.len());
        self.provisions.push(provision);
    }

    /// Regimes or reasons for control of the entry that was met last.
    pub(crate) fn add_regimes<'t>(&mut self, regimes: impl Iterator<Item = &'t str>) {
        if let Some(entry) = self.provisions.iter_mut().rev().find(|provision| provision.path.depth() == 0) {
            for regime in regimes.filter(|regime| !regime.is_empty()) {
                if !entry.regimes.iter().any(|known| known == regime) {
                    entry.regimes.push(regime.to_owned());
                }
            }
        }
    }

    /// A note to the entry that was met last.
    pub(crate) fn note_to_last_entry(&mut self, kind: NoteKind, text: &str) {
        let text = domain::localized::Localized::new(self.language, text);
        if let Some(entry) = self.provisions.iter_mut().rev().find(|provision| provision.path.depth() == 0) {
            entry.notes.push(Note { kind, text });
        }
    }

    /// More words of the last note of a provision.
    pub(crate) fn go_on_with_note(&mut self, path: &ProvisionPath, text: &str) -> Result<(), Fault> {
        let index = self.places.get(path).copied();
        let note = index.and_then(|index| self.provisions.get_mut(index)).and_then(|p| p.notes.last_mut());
        let missing = || Fault::error("list-note-without-provision").at("path").with("path", path.as_str());
        let note = note.ok_or_else(missing)?;
        let whole = format!("{}\n{}", note.text.text(self.language), text.trim());
        if whole.len() > limits::LONGEST_TEXT {
            return Err(Fault::error("list-text-too-long").at("text").with("path", path.as_str()));
        }
        note.text.set(self.language, &whole);
        Ok(())
    }

    /// A note to a provision that was met before.
    pub(crate) fn note(&mut self, path: &ProvisionPath, kind: NoteKind, text: &str) -> Result<(), Fault> {
        let index = self.places.get(path).copied();
        let provision = index.and_then(|index| self.provisions.get_mut(index));
        let provision = provision
            .ok_or_else(|| Fault::error("list-note-without-provision").at("path").with("path", path.as_str()))?;
        let text = domain::localized::Localized::new(self.language, text);
        provision.notes.push(Note { kind, text });
        Ok(())
    }
}

#[cfg(test)]
mod tests;
