//! The same text in several languages.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::fault::{Fault, check_text};
use crate::language::Language;

/// A text in one or more languages. Empty texts are never kept, so "is there one" has one answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Localized(BTreeMap<Language, String>);

impl Localized {
    /// A text in one language.
    #[must_use]
    pub fn new(language: Language, text: &str) -> Self {
        let mut value = Self::default();
        value.set(language, text);
        value
    }

    /// A text in English and Russian.
    #[must_use]
    pub fn en_ru(en: &str, ru: &str) -> Self {
        let mut value = Self::new(Language::EN, en);
        value.set(Language::RU, ru);
        value
    }

    /// Sets the text of one language; an empty one (after trimming) is taken away.
    pub fn set(&mut self, language: Language, text: &str) {
        let text = text.trim();
        if text.is_empty() {
            self.0.remove(&language);
        } else {
            self.0.insert(language, text.to_owned());
        }
    }

    /// The text in exactly this language.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }

    /// The text in this language, else in English, else in Russian, else in any: with the language it is in, so that
    /// a page can say when a translation is missing. `None` when there is no text at all.
    #[must_use]
    pub fn best(&self, language: Language) -> Option<(Language, &str)> {
        [language, Language::EN, Language::RU]
            .into_iter()
            .find_map(|wanted| self.0.get_key_value(&wanted))
            .or_else(|| self.0.first_key_value())
            .map(|(language, text)| (*language, text.as_str()))
    }

    /// The text of [`Localized::best`], or nothing.
    #[must_use]
    pub fn text(&self, language: Language) -> &str {
        self.best(language).map_or("", |(_, text)| text)
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every language with its text, in the order of the codes.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &str)> {
        self.0.iter().map(|(language, text)| (*language, text.as_str()))
    }

    /// Takes every language of `other` that has a text; what `other` does not say stays.
    pub fn merge(&mut self, other: &Self) {
        for (language, text) in other.iter() {
            self.set(language, text);
        }
    }

    /// Faults of the texts themselves.
    pub fn check(&self, field: &str, faults: &mut Vec<Fault>) {
        for (language, text) in self.iter() {
            check_text(&format!("{field}.{language}"), text, faults);
        }
    }

    /// Faults of the texts, and of there being none.
    pub fn check_required(&self, field: &str, faults: &mut Vec<Fault>) {
        if self.is_empty() {
            faults.push(Fault::error("field-missing").at(field));
        }
        self.check(field, faults);
    }
}
