//! One edition of a control list: its head and its provisions, checked as a whole.

use std::collections::HashMap;

use domain::fault::Fault;
use domain::hash::Hash;
use domain::localized::Localized;
use domain::owner::StateCode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::nomenclature::Correlation;
use crate::path::ProvisionPath;
use crate::provision::Provision;

domain::words! {
    /// How a text writes its numbers.
    Notation {
        /// "0,1 m": a comma before the decimals.
        DecimalComma = "decimal-comma",
        /// "0.1 m": a point before the decimals, commas between thousands.
        DecimalPoint = "decimal-point",
    }
}

/// What is said of an edition as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListHead {
    /// Which list: lower-case words with dashes, `eu-annex-i`.
    pub list: String,
    /// Which edition of it: usually the day of the consolidation, `2025-11-15`.
    pub edition: String,
    /// Its name.
    pub title: Localized,
    /// Who issued it.
    #[serde(default)]
    pub authority: Localized,
    /// Whose list it is; none for a union's list or one that belongs to no State.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<StateCode>,
    /// When it came into force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// Where the text comes from: CELEX number, address, title of the journal.
    #[serde(default)]
    pub source: String,
    /// SHA-256 of the bytes it was read from; none for the list shipped with the program.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_hash: Option<Hash>,
    /// Whether the texts are the product's own short titles and not the words of the list.
    #[serde(default)]
    pub own_words: bool,
    /// How its text writes numbers.
    pub notation: Notation,
}

/// A term that the list defines, for all its entries or for one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DefinedTerm {
    /// The entry it is defined for; none for all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<ProvisionPath>,
    /// The term.
    pub term: Localized,
    /// What it means.
    pub meaning: Localized,
}

/// One edition of a list. Made by [`ListVersion::new`] only, so that paths are unique and every provision has its parent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ListVersion {
    /// What is said of it as a whole.
    pub head: ListHead,
    provisions: Vec<Provision>,
    /// The terms it defines: those for all entries, then those of single entries in their order.
    pub terms: Vec<DefinedTerm>,
    #[serde(skip)]
    by_path: HashMap<ProvisionPath, usize>,
    #[serde(skip)]
    parents: Vec<Option<usize>>,
}

impl ListVersion {
    /// Puts an edition together: provisions in the order of the list, and the terms defined for all of them. Terms that the
    /// technical notes define are found here.
    ///
    /// Returns nothing, and at least one error, when there is no provision, a path stands twice, or a provision has no
    /// parent. Codes that are out of their order are a warning.
    #[must_use]
    pub fn new(head: ListHead, provisions: Vec<Provision>, terms: Vec<DefinedTerm>) -> (Option<Self>, Vec<Fault>) {
        let mut faults = Vec::new();
        if provisions.is_empty() {
            faults.push(Fault::error("list-empty"));
            return (None, faults);
        }
        let mut by_path: HashMap<ProvisionPath, usize> = HashMap::with_capacity(provisions.len());
        let mut parents = Vec::with_capacity(provisions.len());
        for (index, provision) in provisions.iter().enumerate() {
            let path = provision.path.as_str();
            if by_path.insert(provision.path.clone(), index).is_some() {
                faults.push(Fault::error("list-path-twice").at("path").with("path", path));
            }
            let parent = provision.path.parent();
            let above = parent.as_ref().and_then(|parent| by_path.get(parent).copied());
            if let (Some(parent), None) = (&parent, above) {
                let fault = Fault::error("list-parent-missing").at("path");
                faults.push(fault.with("path", path).with("parent", parent.as_str()));
            }
            parents.push(above);
        }
        for fault in out_of_order(&provisions) {
            faults.push(fault);
        }
        if faults.iter().any(Fault::is_error) {
            return (None, faults);
        }
        let mut terms = terms;
        terms.extend(crate::definitions::of_notes(&provisions));
        (Some(Self { head, provisions, terms, by_path, parents }), faults)
    }

    /// The same edition with the nomenclature codes of a correlation beside its own. Where the correlation names a provision
    /// that the edition does not have, its entry gets the code.
    #[must_use]
    pub fn with_codes_of(&self, correlation: &Correlation) -> Self {
        let mut version = self.clone();
        for (code, paths) in correlation.iter() {
            for path in paths {
                let entry = || path.entry().parse().ok().and_then(|entry| self.position(&entry));
                let place = self.position(path).or_else(entry);
                let Some(provision) = place.and_then(|place| version.provisions.get_mut(place)) else { continue };
                if !provision.nomenclature.iter().any(|known| known == code) {
                    provision.nomenclature.push(code.to_owned());
                }
            }
        }
        version
    }

    /// Every provision, in the order of the list.
    #[must_use]
    pub fn provisions(&self) -> &[Provision] {
        &self.provisions
    }

    /// Where the provision with this path stands in [`ListVersion::provisions`].
    #[must_use]
    pub fn position(&self, path: &ProvisionPath) -> Option<usize> {
        self.by_path.get(path).copied()
    }

    /// The provision with this path.
    #[must_use]
    pub fn get(&self, path: &ProvisionPath) -> Option<&Provision> {
        self.position(path).and_then(|index| self.provisions.get(index))
    }

    /// Where the parent of the provision at this place stands.
    #[must_use]
    pub fn parent(&self, index: usize) -> Option<usize> {
        self.parents.get(index).copied().flatten()
    }

    /// The entries: provisions without a parent.
    pub fn entries(&self) -> impl Iterator<Item = &Provision> {
        self.provisions.iter().zip(&self.parents).filter(|(_, parent)| parent.is_none()).map(|(entry, _)| entry)
    }

    /// The provision and everything below it, in the order of the list.
    pub fn within<'l>(&'l self, path: &'l ProvisionPath) -> impl Iterator<Item = &'l Provision> + 'l {
        let start = self.position(path).unwrap_or(self.provisions.len());
        self.provisions.iter().skip(start).filter(move |provision| provision.path.is_within(path))
    }

    /// The provisions directly below this one.
    pub fn children<'l>(&'l self, path: &ProvisionPath) -> impl Iterator<Item = &'l Provision> + 'l {
        let parent = self.position(path);
        let below = move |(_, above): &(&Provision, &Option<usize>)| parent.is_some() && **above == parent;
        self.provisions.iter().zip(&self.parents).filter(below).map(|(provision, _)| provision)
    }

    /// The provisions above this one, from the entry down, without itself.
    #[must_use]
    pub fn above(&self, path: &ProvisionPath) -> Vec<&Provision> {
        let mut above = Vec::new();
        let mut next = self.position(path).and_then(|index| self.parent(index));
        while let Some(index) = next {
            above.extend(self.provisions.get(index));
            next = self.parent(index);
        }
        above.reverse();
        above
    }
}

/// Entries of codes such as `2B350` that stand behind one with a higher code.
fn out_of_order(provisions: &[Provision]) -> Vec<Fault> {
    let codes = provisions.iter().map(|provision| provision.path.entry()).filter(|entry| crate::path::is_code(entry));
    let mut faults = Vec::new();
    let mut before = "";
    for code in codes {
        if code < before {
            faults.push(Fault::warning("list-out-of-order").at("path").with("path", code).with("after", before));
        }
        before = code;
    }
    faults
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    fn head() -> ListHead {
        ListHead {
            list: "test".to_owned(),
            edition: "1".to_owned(),
            title: Localized::new(Language::EN, "Test"),
            authority: Localized::default(),
            state: None,
            in_force: None,
            source: String::new(),
            source_hash: None,
            own_words: true,
            notation: Notation::DecimalComma,
        }
    }

    fn build(paths: &[&str]) -> (Option<ListVersion>, Vec<String>) {
        let provisions = paths.iter().map(|path| Provision::item(path.parse().unwrap())).collect();
        let (list, faults) = ListVersion::new(head(), provisions, Vec::new());
        (list, faults.into_iter().map(|fault| fault.code).collect())
    }

    #[test]
    fn a_list_is_whole_or_not_at_all() {
        assert_eq!(build(&[]).1, ["list-empty"]);
        assert_eq!(build(&["2B350", "2B350"]).1, ["list-path-twice"]);
        assert_eq!(build(&["2B350.a", "2B350"]).1, ["list-parent-missing"]);
        let (list, faults) = build(&["2B350", "2B350.a", "1C350"]);
        assert!(list.is_some());
        assert_eq!(faults, ["list-out-of-order"]);
    }

    #[test]
    fn the_tree_is_walked_by_paths() {
        let list = build(&["1C350", "1C350.1", "1C350.10", "1C350.10.a", "2B350"]).0.unwrap();
        let path = |text: &str| text.parse::<ProvisionPath>().unwrap();
        let shown = |found: Vec<&Provision>| found.iter().map(|p| p.path.to_string()).collect::<Vec<_>>();
        assert_eq!(shown(list.entries().collect()), ["1C350", "2B350"]);
        assert_eq!(shown(list.children(&path("1C350")).collect()), ["1C350.1", "1C350.10"]);
        assert_eq!(shown(list.within(&path("1C350.10")).collect()), ["1C350.10", "1C350.10.a"]);
        assert_eq!(shown(list.above(&path("1C350.10.a"))), ["1C350", "1C350.10"]);
    }
}
