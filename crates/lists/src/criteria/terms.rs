//! `terms/*.toml`: the words of questions and answers.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::fault::Fault;
use domain::localized::Localized;
use serde::Deserialize;

use crate::units::{NamedDimension, dimension_named};

domain::words! {
    /// Where an answer is usually found; in the order in which it costs more to find out.
    FoundOn {
        /// On the plate or the packaging.
        Plate = "plate",
        /// In the maker's data sheet.
        DataSheet = "data-sheet",
        /// In the papers of the consignment.
        Documents = "documents",
        /// By asking a person who knows.
        Person = "person",
        /// By measuring.
        Measurement = "measurement",
    }
}

/// A closed question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// The question.
    pub question: Localized,
    /// Where the answer is found.
    pub found_on: FoundOn,
    /// The answers, in the order of the keys.
    pub values: BTreeMap<String, Localized>,
}

/// A measured quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuantityTerm {
    /// The question.
    pub question: Localized,
    /// Where the answer is found.
    pub found_on: FoundOn,
    /// The name of its dimension.
    pub dimension_name: String,
    /// Its dimension.
    pub dimension: NamedDimension,
}

/// A kind of part, of which every one is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartTerm {
    /// The question for all of them.
    pub question: Localized,
    /// What one of them is called.
    pub one: Localized,
}

/// The words of a list's criteria.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Terms {
    /// Kinds of product.
    pub kinds: BTreeMap<String, Localized>,
    /// Closed questions.
    pub attributes: BTreeMap<String, Attribute>,
    /// Measured quantities.
    pub quantities: BTreeMap<String, QuantityTerm>,
    /// Kinds of part.
    pub parts: BTreeMap<String, PartTerm>,
    /// What quantities are measured on.
    pub scopes: BTreeMap<String, Localized>,
}

/// The attribute whose values are the kinds of product.
pub(crate) const PRODUCT_KIND: &str = "product_kind";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    en: String,
    ru: String,
}

impl Words {
    fn localized(&self) -> Localized {
        Localized::en_ru(&self.en, &self.ru)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttributeFile {
    question: Words,
    found_on: FoundOn,
    values: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct QuantityFile {
    question: Words,
    found_on: FoundOn,
    dimension: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PartFile {
    question: Words,
    one: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    kind: BTreeMap<String, Words>,
    #[serde(default)]
    attribute: BTreeMap<String, AttributeFile>,
    #[serde(default)]
    quantity: BTreeMap<String, QuantityFile>,
    #[serde(default)]
    part: BTreeMap<String, PartFile>,
    #[serde(default)]
    scope: BTreeMap<String, Words>,
}

/// Reads every file of terms. A key that two files have is a fault.
pub(super) fn read(files: &BTreeMap<String, Vec<u8>>, faults: &mut Vec<Fault>) -> Terms {
    let mut terms = Terms::default();
    for (name, bytes) in files.iter().filter(|(name, _)| name.starts_with("terms/")) {
        let text = String::from_utf8_lossy(bytes);
        match toml::from_str::<File>(&text) {
            Ok(file) => merge(name, file, &mut terms, faults),
            Err(wrong) => {
                let line = wrong.span().map(|span| text.get(..span.start).unwrap_or_default().lines().count() as u64);
                faults.push(Fault::error("terms-unreadable").with("text", wrong.message()).inside(name, line));
            }
        }
    }
    terms
}

fn merge(name: &str, file: File, terms: &mut Terms, faults: &mut Vec<Fault>) {
    let mut twice = Vec::new();
    for (key, words) in file.kind {
        put(&mut terms.kinds, key, words.localized(), &mut twice);
    }
    for (key, words) in file.scope {
        put(&mut terms.scopes, key, words.localized(), &mut twice);
    }
    for (key, part) in file.part {
        let term = PartTerm { question: part.question.localized(), one: part.one.localized() };
        put(&mut terms.parts, key, term, &mut twice);
    }
    for (key, attribute) in file.attribute {
        let values = attribute.values.iter().map(|(value, words)| (value.clone(), words.localized())).collect();
        let question = attribute.question.localized();
        put(&mut terms.attributes, key, Attribute { question, found_on: attribute.found_on, values }, &mut twice);
    }
    for (key, quantity) in file.quantity {
        let Some(dimension) = dimension_named(&quantity.dimension).cloned() else {
            let fault = Fault::error("terms-dimension-unknown").at(&key).with("text", &quantity.dimension);
            faults.push(fault.inside(name, None));
            continue;
        };
        let question = quantity.question.localized();
        let dimension_name = quantity.dimension;
        let term = QuantityTerm { question, found_on: quantity.found_on, dimension_name, dimension };
        put(&mut terms.quantities, key, term, &mut twice);
    }
    faults.extend(twice.into_iter().map(|key| Fault::error("terms-twice").at(&key).inside(name, None)));
}

/// Puts a term where it belongs, and notes its key when it was there before.
fn put<T>(terms: &mut BTreeMap<String, T>, key: String, term: T, twice: &mut Vec<String>) {
    match terms.entry(key) {
        Entry::Occupied(held) => twice.push(held.key().clone()),
        Entry::Vacant(place) => {
            place.insert(term);
        }
    }
}
