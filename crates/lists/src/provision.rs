//! A provision: one line of a list with a path of its own, and the notes that stand with it.

use domain::hash::Hash;
use domain::localized::Localized;
use serde::{Deserialize, Serialize};

use crate::cas::CasNumber;
use crate::path::ProvisionPath;

domain::words! {
    /// What a provision is.
    ProvisionKind {
        /// It controls something, alone or together with what stands below it.
        Item = "item",
        /// The path is kept free, so that the others keep theirs.
        NotUsed = "not-used",
    }
}

domain::words! {
    /// What a note does.
    NoteKind {
        /// It takes something out: "does not control".
        Exclusion = "exclusion",
        /// It explains or extends the control.
        Note = "note",
        /// It defines terms or methods of the entry.
        TechnicalNote = "technical-note",
        /// It points elsewhere (N.B., see also, related controls).
        NotaBene = "nota-bene",
    }
}

impl NoteKind {
    /// Tells an exclusion from another note by its words, in English or Russian.
    #[must_use]
    pub fn of_note(text: &str) -> Self {
        const EXCLUDES: [&str; 12] = [
            "does not control",
            "do not control",
            "does not apply",
            "do not apply",
            "is not controlled",
            "are not controlled",
            "does not include",
            "не контролиру",
            "не применя",
            "не распространя",
            "не подлежит контролю",
            "не подлежат контролю",
        ];
        let folded = text::fold(text);
        if EXCLUDES.iter().any(|words| folded.contains(words)) { Self::Exclusion } else { Self::Note }
    }
}

/// A note of a list, in the kind it has there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// What it does.
    pub kind: NoteKind,
    /// Its words, by language.
    pub text: Localized,
}

/// One provision of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    /// Its path; unique in the version.
    pub path: ProvisionPath,
    /// How it is printed in the list, where that differs from the path (Cyrillic letters, brackets).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub printed: Option<String>,
    /// What it is.
    pub kind: ProvisionKind,
    /// Its words, by language. For the built-in list: its short title in the product's own words.
    pub text: Localized,
    /// The notes that stand with it, in the order of the list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// The CAS numbers it prints, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cas: Vec<CasNumber>,
    /// Regimes or reasons for control, where the list itself says them. They are never read from the code.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regimes: Vec<String>,
    /// Codes of a nomenclature (HS, TN VED) that the list or a correlation gives, digits only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nomenclature: Vec<String>,
}

impl Provision {
    /// An item with a path and nothing else yet.
    #[must_use]
    pub fn item(path: ProvisionPath) -> Self {
        Self {
            path,
            printed: None,
            kind: ProvisionKind::Item,
            text: Localized::default(),
            notes: Vec::new(),
            cas: Vec::new(),
            regimes: Vec::new(),
            nomenclature: Vec::new(),
        }
    }

    /// The hash of what the provision says: kind, words and notes in every language. A determination cites it, so that
    /// a provision whose words move is noticed. The path is not part of it: the same words elsewhere have the same hash.
    #[must_use]
    pub fn hash(&self) -> Hash {
        let mut parts: Vec<&[u8]> = vec![self.kind.as_str().as_bytes()];
        let languages: Vec<(String, &str)> =
            self.text.iter().map(|(language, text)| (language.to_string(), text)).collect();
        for (language, text) in &languages {
            parts.extend([b"\0", language.as_bytes(), b"\0", text.as_bytes()]);
        }
        let notes: Vec<(&str, String, &str)> = self
            .notes
            .iter()
            .flat_map(|note| note.text.iter().map(|(language, text)| (note.kind.as_str(), language.to_string(), text)))
            .collect();
        for (kind, language, text) in &notes {
            parts.extend([b"\x01", kind.as_bytes(), b"\0", language.as_bytes(), b"\0", text.as_bytes()]);
        }
        Hash::of_parts(&parts)
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn the_hash_moves_with_the_words_and_not_with_the_path() {
        let mut one = Provision::item("2B350.a".parse().unwrap());
        one.text.set(Language::EN, "Reaction vessels");
        let mut moved = one.clone();
        moved.path = "2B350.b".parse().unwrap();
        assert_eq!(one.hash(), moved.hash());
        moved.notes.push(Note { kind: NoteKind::Note, text: Localized::new(Language::EN, "Reaction vessels") });
        assert_ne!(one.hash(), moved.hash());
        let with_note = moved.hash();
        moved.notes[0].kind = NoteKind::Exclusion;
        assert_ne!(moved.hash(), with_note);
    }

    #[test]
    fn an_exclusion_is_known_by_its_words() {
        assert_eq!(NoteKind::of_note("Note: 0A001.i. does not control heat exchangers."), NoteKind::Exclusion);
        assert_eq!(NoteKind::of_note("Примечание: по пункту 1С350 не контролируются смеси."), NoteKind::Exclusion);
        assert_eq!(NoteKind::of_note("Note: For the purposes of 2B350, gaskets do not determine …"), NoteKind::Note);
    }
}
