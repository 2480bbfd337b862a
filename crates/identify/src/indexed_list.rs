//! One list with everything that leads into it: the index of its words, its CAS numbers, the places of substances.

use std::collections::HashMap;

use domain::language::Language;
use lists::cas::find_cas;
use lists::provision::ProvisionKind as Kind;
use lists::version::ListVersion;

use crate::chemical_name::{key, readings};
use crate::index::Index;
use crate::knowledge::{Knowledge, KnownChemical};
use crate::listing::{Listing, Provision, ProvisionKind};

/// A list, ready to be asked.
#[derive(Debug)]
pub struct IndexedList {
    pub(crate) index: Index,
    /// Provisions by the CAS numbers that they print.
    pub(crate) by_cas: HashMap<String, Vec<u32>>,
    /// Provisions by the CAS numbers that only their notes print.
    pub(crate) by_cas_of_notes: HashMap<String, u32>,
    /// Chemicals (in the order of the knowledge) with the provision whose note alone names them.
    pub(crate) chemicals_of_notes: HashMap<usize, u32>,
    /// Provisions of each known chemical and organism, in the order of the knowledge.
    pub(crate) chemicals: Vec<Vec<u32>>,
    pub(crate) organisms: Vec<Vec<u32>>,
    /// Provisions by nomenclature codes that the list or a correlation gives.
    pub(crate) by_nomenclature: Vec<(String, u32)>,
}

impl IndexedList {
    /// Indexes an edition. `titles` is the built-in list, whose short titles help to find provisions of lists with the same
    /// codes.
    #[must_use]
    pub fn of(version: &ListVersion, titles: &ListVersion, knowledge: &Knowledge) -> Self {
        let other = !(version.head.list == titles.head.list && version.head.own_words);
        Self::new(version, other.then_some(titles), knowledge)
    }

    /// Indexes an edition. Short titles of the built-in list are added to the words of another edition where they fit.
    pub(crate) fn new(version: &ListVersion, titles: Option<&ListVersion>, knowledge: &Knowledge) -> Self {
        let mut listing = listing(version);
        if let Some(titles) = titles {
            listing = listing.with_titles_of(&self::listing(titles));
        }
        let index = Index::new(&listing);
        let mut by_cas: HashMap<String, Vec<u32>> = HashMap::new();
        let mut by_nomenclature = Vec::new();
        let mut by_cas_of_notes = HashMap::new();
        for provision in version.provisions() {
            let Some(place) = index.by_path.get(provision.path.as_str()) else { continue };
            for cas in &provision.cas {
                by_cas.entry(cas.as_str().to_owned()).or_default().push(*place);
            }
            for (_, text) in provision.notes.iter().flat_map(|note| note.text.iter()) {
                for cas in find_cas(text).into_iter().flatten() {
                    by_cas_of_notes.entry(cas.as_str().to_owned()).or_insert(*place);
                }
            }
            by_nomenclature.extend(provision.nomenclature.iter().map(|code| (code.clone(), *place)));
        }
        for (cas, paths) in &knowledge.of_notes {
            let place = paths.iter().find_map(|path| index.by_path.get(path.as_str()));
            // Short titles have no notes: what these would print stands in a table.
            if let Some(place) = place.filter(|_| version.head.own_words)
                && let Some(places) = by_cas.get_mut(cas)
            {
                places.retain(|other| other != place);
                if places.is_empty() {
                    by_cas.remove(cas);
                }
                by_cas_of_notes.entry(cas.clone()).or_insert(*place);
            }
        }
        let mut indexed = Self {
            index,
            by_cas,
            by_cas_of_notes,
            chemicals_of_notes: HashMap::new(),
            chemicals: Vec::new(),
            organisms: Vec::new(),
            by_nomenclature,
        };
        let by_name = indexed.names();
        let places = |keys: &[String], paths: &[String]| -> Vec<u32> {
            let mut found: Vec<u32> =
                keys.iter().filter_map(|key| by_name.get(key.as_str())).flatten().copied().collect();
            if found.is_empty() {
                // The path is the last resort, and only where the words of the provision hold a name.
                let same = paths.iter().filter_map(|path| indexed.index.by_path.get(path.as_str()).copied());
                found = same.filter(|place| version.head.own_words || indexed.holds_one(*place, keys)).collect();
            }
            found.sort_unstable();
            found.dedup();
            found
        };
        let only_in_a_note = |chemical: &KnownChemical| {
            let place = indexed.by_cas_of_notes.get(&chemical.cas).copied();
            place.filter(|_| !indexed.by_cas.contains_key(&chemical.cas))
        };
        let chemicals = knowledge
            .chemicals
            .iter()
            .map(|chemical| match (indexed.by_cas.get(&chemical.cas), only_in_a_note(chemical)) {
                (Some(places), _) => places.clone(),
                (None, Some(_)) => Vec::new(),
                (None, None) => places(&chemical.keys, &chemical.paths),
            })
            .collect();
        let of_notes = knowledge.chemicals.iter().enumerate();
        let chemicals_of_notes =
            of_notes.filter_map(|(number, chemical)| Some((number, only_in_a_note(chemical)?))).collect();
        let organisms = knowledge
            .organisms
            .iter()
            .map(|organism| {
                let mut found = places(&organism.keys, std::slice::from_ref(&organism.path));
                // A name that several entries print (a virus, and the genes of it) means the path that is known.
                if let Some(known) = indexed.index.by_path.get(&organism.path)
                    && found.contains(known)
                {
                    found = vec![*known];
                }
                found
            })
            .collect();
        indexed.chemicals = chemicals;
        indexed.chemicals_of_notes = chemicals_of_notes;
        indexed.organisms = organisms;
        indexed
    }

    /// Provisions by the names that they consist of: "Lassa virus;".
    fn names(&self) -> HashMap<String, Vec<u32>> {
        let mut names: HashMap<String, Vec<u32>> = HashMap::new();
        for (place, provision) in self.index.provisions.iter().enumerate() {
            let bare = provision.text.split("(CAS").next().unwrap_or_default();
            if provision.depth == 0 || bare.is_empty() || bare.len() > 160 {
                continue;
            }
            for reading in readings(bare) {
                let known = names.entry(key(&reading)).or_default();
                if !known.contains(&(place as u32)) {
                    known.push(place as u32);
                }
            }
        }
        names
    }

    fn holds_one(&self, place: u32, keys: &[String]) -> bool {
        let words = key(&self.index.provisions[place as usize].text);
        keys.iter().any(|key| key.len() > 3 && words.contains(key.as_str()))
    }
}

/// An edition as the search sees it.
fn listing(version: &ListVersion) -> Listing {
    let mut listing =
        Listing { id: version.head.list.clone(), version: version.head.edition.clone(), ..Listing::default() };
    for provision in version.provisions() {
        let entry = provision.path.entry().to_owned();
        let path = provision.path.as_str().to_owned();
        let english = provision.text.get(Language::EN).unwrap_or_default();
        let russian = provision.text.get(Language::RU).unwrap_or_default();
        let kind = match provision.kind {
            Kind::Item => ProvisionKind::Item,
            Kind::NotUsed => ProvisionKind::NotUsed,
        };
        let (text, title_en, title_ru) = if version.head.own_words {
            (String::new(), english.to_owned(), russian.to_owned())
        } else {
            let other = provision.text.iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
            (other, String::new(), String::new())
        };
        listing.provisions.push(Provision { entry: entry.clone(), path: path.clone(), kind, text, title_en, title_ru });
        for note in &provision.notes {
            let text = note.text.iter().map(|(_, text)| text).collect::<Vec<_>>().join(" ");
            listing.provisions.push(Provision {
                entry: entry.clone(),
                path: path.clone(),
                kind: ProvisionKind::Note,
                text,
                title_en: String::new(),
                title_ru: String::new(),
            });
        }
    }
    listing
}
