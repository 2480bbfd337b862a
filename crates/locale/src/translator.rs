//! The translator: the messages of one language.

use std::fmt;

use domain::act::Verb;
use domain::language::Language;
use fluent_bundle::{FluentArgs, FluentMessage};

use crate::catalogue::{Bundle, Catalogue};
use crate::value::{Value, arguments};

/// Writes in one language. Cheap to copy.
#[derive(Clone, Copy)]
pub struct Translator {
    catalogue: &'static Catalogue,
    language: Language,
}

impl Translator {
    pub(crate) fn new(catalogue: &'static Catalogue, language: Language) -> Self {
        Self { catalogue, language }
    }

    /// The language it writes.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The message with this key.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The message with this key, filled with these values.
    #[must_use]
    pub fn with(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.find(key)
            .and_then(|(bundle, message)| format(bundle, &message, None, values))
            .unwrap_or_else(|| key.to_owned())
    }

    /// An attribute of the message with this key: `hint` of a fault.
    #[must_use]
    pub fn attribute(&self, key: &str, attribute: &str) -> Option<String> {
        self.attribute_with(key, attribute, &[])
    }

    /// The same, filled with these values.
    #[must_use]
    pub fn attribute_with(&self, key: &str, attribute: &str, values: &[(&str, Value)]) -> Option<String> {
        let (bundle, message) = self.find(key)?;
        format(bundle, &message, Some(attribute), values)
    }

    /// Whether there is such a message, in this language or in English.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.find(key).is_some()
    }

    /// A word of a closed set: the key is `<kind>-<value>`, as `role-delegate` or `finding-kind-gap`. For a mark the
    /// value is [`domain::cell::Mark::name`].
    #[must_use]
    pub fn word(&self, kind: &str, value: &str) -> String {
        self.text(&format!("{kind}-{value}"))
    }

    /// What an act did.
    #[must_use]
    pub fn verb(&self, verb: Verb) -> String {
        self.word("act", verb.as_str())
    }

    fn find(&self, key: &str) -> Option<(&'static Bundle, FluentMessage<'static>)> {
        [self.language, Language::EN].into_iter().find_map(|language| {
            let bundle = self.catalogue.bundle(language)?;
            Some((bundle, bundle.get_message(key)?))
        })
    }
}

impl fmt::Debug for Translator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Translator({})", self.language)
    }
}

/// The value of a message, or one of its attributes. A value that is missing shows as `{$name}` in the text: visible, and
/// no reason to stop.
fn format(
    bundle: &Bundle,
    message: &FluentMessage<'static>,
    attribute: Option<&str>,
    values: &[(&str, Value)],
) -> Option<String> {
    let pattern = match attribute {
        None => message.value()?,
        Some(name) => message.get_attribute(name)?.value(),
    };
    let mut problems = Vec::new();
    let arguments: FluentArgs<'_> = arguments(values);
    Some(bundle.format_pattern(pattern, Some(&arguments), &mut problems).into_owned())
}
