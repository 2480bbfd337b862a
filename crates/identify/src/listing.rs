//! A control list as the search sees it: provisions with their words, whatever list they come from.

use std::collections::HashMap;

use crate::terms::Stems;

/// What a provision is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ProvisionKind {
    /// Goods, software or technology that the list names.
    Item,
    /// A note, technical note or cross-reference: it helps to find, and is never a candidate itself.
    Note,
    /// "Not used": never a candidate.
    NotUsed,
}

/// One provision of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Provision {
    /// The entry's code: `2B350`.
    pub(crate) entry: String,
    /// The full path: `2B350.a.1`.
    pub(crate) path: String,
    /// What it is.
    pub(crate) kind: ProvisionKind,
    /// The list's text, in whatever language the list is in. Empty where only titles are known.
    pub(crate) text: String,
    /// A short title in English, if there is one.
    pub(crate) title_en: String,
    /// A short title in Russian, if there is one.
    pub(crate) title_ru: String,
}

/// One version of a list, ready to be indexed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Listing {
    /// The list's identifier.
    pub(crate) id: String,
    /// The version or edition.
    pub(crate) version: String,
    /// Its provisions in the order of the list; parents before children.
    pub(crate) provisions: Vec<Provision>,
}

impl Listing {
    /// Adds short titles from another listing (the one built in) to the provisions of the same path, where the words
    /// show that the path still means the same: a re-lettered paragraph must not take over its neighbour's title.
    #[must_use]
    pub(crate) fn with_titles_of(mut self, titles: &Self) -> Self {
        let mut stems = Stems::default();
        let by_path: HashMap<&str, &Provision> = titles.provisions.iter().map(|p| (p.path.as_str(), p)).collect();
        for provision in &mut self.provisions {
            if provision.kind != ProvisionKind::Item {
                continue;
            }
            let Some(known) = by_path.get(provision.path.as_str()) else { continue };
            if known.kind == ProvisionKind::Item && speaks_of_the_same(&provision.text, &known.title_en, &mut stems) {
                if provision.title_en.is_empty() {
                    provision.title_en.clone_from(&known.title_en);
                }
                if provision.title_ru.is_empty() {
                    provision.title_ru.clone_from(&known.title_ru);
                }
            }
        }
        self
    }
}

/// Whether a text and a short title share a word that is not one of every provision's, or a number.
fn speaks_of_the_same(text: &str, title: &str, stems: &mut Stems) -> bool {
    let mut words = |from: &str| -> Vec<String> {
        text::tokens(from, 400)
            .into_iter()
            .filter(|token| token.text.chars().count() > 3 || token.kind == text::TokenKind::Number)
            .map(|token| stems.of(&token.text).to_owned())
            .filter(|stem| !crate::stop_words::is_list_jargon(stem))
            .collect()
    };
    let of_title = words(title);
    !of_title.is_empty() && words(text).iter().any(|word| of_title.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(path: &str, text: &str, title: &str) -> Provision {
        Provision {
            entry: path.split('.').next().unwrap_or_default().to_owned(),
            path: path.to_owned(),
            kind: ProvisionKind::Item,
            text: text.to_owned(),
            title_en: title.to_owned(),
            title_ru: String::new(),
        }
    }

    #[test]
    fn a_title_goes_only_where_its_words_are() {
        let titles = Listing {
            provisions: vec![item("2B350.g", "", "Valves of resistant material"), item("2B350.h", "", "Filling gear")],
            ..Listing::default()
        };
        let official = Listing {
            provisions: vec![
                item("2B350.g", "Valves and components, as follows:", ""),
                item("2B350.h", "Multi-walled piping", ""),
            ],
            ..Listing::default()
        };
        let joined = official.with_titles_of(&titles);
        assert_eq!(joined.provisions[0].title_en, "Valves of resistant material");
        assert_eq!(joined.provisions[1].title_en, "");
    }
}
