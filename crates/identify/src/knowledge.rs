//! What the program itself knows about goods, whatever list is asked: chemicals and organisms by name, structures by
//! key, families, the thesaurus.

use std::collections::HashMap;

use domain::fault::Fault;
use lists::built_in::BuiltInList;

use crate::structure::Structures;
use crate::substances::{Substance, Substances};
use crate::thesaurus::Thesaurus;

/// A chemical that the built-in list names, with all provisions that do.
#[derive(Debug)]
pub(crate) struct KnownChemical {
    /// Its CAS number; empty when it has none.
    pub(crate) cas: String,
    pub(crate) name_en: String,
    pub(crate) paths: Vec<String>,
    /// Keys of all its names, to find it in a list that prints no CAS numbers.
    pub(crate) keys: Vec<String>,
}

/// An organism or toxin that the built-in list names.
#[derive(Debug)]
pub(crate) struct KnownOrganism {
    pub(crate) path: String,
    pub(crate) name: String,
    pub(crate) keys: Vec<String>,
}

/// The knowledge, read once.
#[derive(Debug, Default)]
pub struct Knowledge {
    pub(crate) thesaurus: Thesaurus,
    pub(crate) substances: Substances,
    pub(crate) structures: Structures,
    pub(crate) chemicals: Vec<KnownChemical>,
    pub(crate) by_cas: HashMap<String, usize>,
    pub(crate) organisms: Vec<KnownOrganism>,
    /// Paths by the CAS numbers that only their notes print: what the note takes out, or what goods are made of.
    pub(crate) of_notes: HashMap<String, Vec<String>>,
    /// Every name given to `substances`: the name, and when it was in use.
    pub(crate) names: Vec<(String, Option<String>)>,
}

const GOODS: &str = include_str!("../../../data/thesaurus/goods.tsv");
const EVERYDAY: &str = include_str!("../../../data/thesaurus/everyday.tsv");
const HEADINGS: &str = include_str!("../../../data/thesaurus/everyday-headings.tsv");
const NOTES: &str = include_str!("../../../data/thesaurus/notes.tsv");
const FAMILIES: &str = include_str!("../../../data/thesaurus/families.tsv");

impl Knowledge {
    /// The knowledge shipped with the program, with the substances of the built-in list. Faults are of its own files: a
    /// test says that there are none.
    #[must_use]
    pub fn shipped(list: &BuiltInList) -> (Self, Vec<Fault>) {
        let (thesaurus, mut faults) = Thesaurus::read(GOODS, EVERYDAY, HEADINGS);
        let mut knowledge = Self { thesaurus, ..Self::default() };
        let mut keys: Vec<Option<&str>> = Vec::new();
        for chemical in &list.chemicals {
            let cas = chemical.cas.as_ref().map_or_else(String::new, |cas| cas.as_str().to_owned());
            // A chemical without a number is known by its path.
            let known_by = if cas.is_empty() { chemical.path.as_str().to_owned() } else { cas.clone() };
            let number = *knowledge.by_cas.entry(known_by).or_insert_with(|| {
                keys.push(chemical.inchikey.as_deref());
                knowledge.chemicals.push(KnownChemical {
                    cas,
                    name_en: chemical.names_en.first().cloned().unwrap_or_default(),
                    paths: Vec::new(),
                    keys: Vec::new(),
                });
                knowledge.chemicals.len() - 1
            });
            for name in chemical.names_en.iter().chain(&chemical.names_ru) {
                knowledge.substances.add(Substance::Chemical(number), name, knowledge.names.len());
                knowledge.names.push((name.clone(), None));
                knowledge.chemicals[number].keys.push(crate::chemical_name::key(name));
            }
            knowledge.chemicals[number].paths.push(chemical.path.as_str().to_owned());
        }
        for (number, organism) in list.organisms.iter().enumerate() {
            let mut names = vec![(organism.name.clone(), None)];
            names.extend(organism.synonyms.iter().map(|synonym| (synonym.name.clone(), synonym.time.clone())));
            names.extend(organism.names_ru.iter().map(|name| (name.clone(), None)));
            let mut keys = Vec::new();
            for (name, time) in names {
                keys.push(crate::chemical_name::key(&name));
                knowledge.substances.add(Substance::Organism(number), &name, knowledge.names.len());
                knowledge.names.push((name, time));
            }
            let path = organism.path.as_str().to_owned();
            knowledge.organisms.push(KnownOrganism { path, name: organism.name.clone(), keys });
        }
        for (number, line) in NOTES.lines().enumerate().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [path, cas, "excluded" | "constituent"] = fields.as_slice() else {
                faults.push(Fault::error("thesaurus-line").inside("notes.tsv", Some(number as u64 + 1)));
                continue;
            };
            knowledge.of_notes.entry((*cas).to_owned()).or_default().push((*path).to_owned());
        }
        let (structures, found) = Structures::new(keys.into_iter(), FAMILIES);
        faults.extend(found);
        knowledge.structures = structures;
        (knowledge, faults)
    }

    /// The thesaurus.
    #[must_use]
    pub fn thesaurus(&self) -> &Thesaurus {
        &self.thesaurus
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shipped_is_whole_and_its_paths_stand_in_the_list() {
        let list = lists::built_in::eu_annex_i().unwrap();
        let (knowledge, faults) = Knowledge::shipped(&list);
        assert_eq!(faults, []);
        let stands = |path: &String| path.parse().is_ok_and(|path| list.version.get(&path).is_some());
        let astray: Vec<&String> =
            knowledge.thesaurus.kinds().iter().flat_map(|kind| &kind.paths).filter(|path| !stands(path)).collect();
        assert!(astray.is_empty(), "paths of the thesaurus that the list does not have: {astray:?}");
        assert!(knowledge.thesaurus.kinds().len() > 150);
    }
}
