//! Definitions that differ. A changed definition changes every entry that uses the term, even where no word of it moved.

use std::collections::BTreeMap;

use domain::language::Language;
use serde::Serialize;

use super::words::plain;
use crate::definitions::{key, used};
use crate::path::ProvisionPath;
use crate::version::{DefinedTerm, ListVersion};

/// A definition that differs, or that one list alone has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermChange {
    /// The term, as the second list prints it where it has it.
    pub term: String,
    /// The entry it is defined for; none for the whole list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<ProvisionPath>,
    /// What the first list says; none where it does not define it.
    pub old: Option<String>,
    /// What the second list says; none where it does not define it.
    pub new: Option<String>,
    /// The entries of the second list that use it.
    pub entries: Vec<String>,
}

type Known<'l> = BTreeMap<(Option<&'l ProvisionPath>, String), &'l DefinedTerm>;

fn known(list: &ListVersion, language: Language) -> Known<'_> {
    let mut known = Known::new();
    for term in &list.terms {
        known.entry((term.scope.as_ref(), key(term.term.text(language)))).or_insert(term);
    }
    known
}

/// Every definition that differs beyond its printing.
pub(super) fn changes(old: &ListVersion, new: &ListVersion, language: Language) -> Vec<TermChange> {
    let (olds, news) = (known(old, language), known(new, language));
    let meaning = |term: &DefinedTerm| term.meaning.text(language).to_owned();
    let in_both =
        |scope: Option<&ProvisionPath>| scope.is_none_or(|scope| old.get(scope).is_some() && new.get(scope).is_some());
    let mut found = Vec::new();
    for (at, of_new) in news.iter().filter(|((scope, _), _)| in_both(*scope)) {
        let of_old = olds.get(at).copied();
        let same = of_old.is_some_and(|of_old| {
            plain(said(of_old, language), old.head.notation) == plain(said(of_new, language), new.head.notation)
        });
        // A term of one entry that only one list defines stands among the notes that differ.
        if !same && (of_old.is_some() || at.0.is_none()) {
            found.push((at, of_old, Some(*of_new)));
        }
    }
    for (at, of_old) in olds.iter().filter(|(at, _)| at.0.is_none() && !news.contains_key(*at)) {
        found.push((at, Some(*of_old), None));
    }
    let users = users(new, language);
    found
        .into_iter()
        .map(|((scope, key), of_old, of_new)| TermChange {
            term: of_new.or(of_old).map(|term| term.term.text(language).to_owned()).unwrap_or_default(),
            scope: (*scope).cloned(),
            old: of_old.map(meaning),
            new: of_new.map(meaning),
            entries: match scope {
                Some(scope) => vec![scope.to_string()],
                None => users.get(key).cloned().unwrap_or_default(),
            },
        })
        .collect()
}

/// What is said of a term, from the term on: "Technical note: For the purposes of 1A004," before it is printing.
fn said(term: &DefinedTerm, language: Language) -> &str {
    let (name, meaning) = (term.term.text(language), term.meaning.text(language));
    let from = meaning.find(name).map_or(0, |at| at + name.len());
    meaning.get(from..).unwrap_or(meaning)
}

/// The entries that use each term of the list.
fn users(list: &ListVersion, language: Language) -> BTreeMap<String, Vec<String>> {
    let mut users: BTreeMap<String, Vec<String>> = BTreeMap::new();
    if list.terms.iter().all(|term| term.scope.is_some()) {
        return users;
    }
    for entry in list.entries() {
        for term in used(list, &entry.path).into_iter().filter(|term| term.scope.is_none()) {
            users.entry(key(term.term.text(language))).or_default().push(entry.path.to_string());
        }
    }
    users
}
