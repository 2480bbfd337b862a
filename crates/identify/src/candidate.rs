//! What identification answers: candidates with their reasons, or that none was found.

use std::ops::Range;

use domain::fault::Fault;
use serde::Serialize;

domain::words! {
    /// By which way a candidate was found.
    Channel {
        /// A CAS number that the list prints.
        Cas = "cas",
        /// A structure: the same substance, or a family in the words of the list.
        Structure = "structure",
        /// The name of a chemical or organism.
        Name = "name",
        /// The item itself names the entry.
        Code = "code",
        /// Words of the description.
        Text = "text",
        /// The nomenclature code alone.
        Nomenclature = "nomenclature",
    }
}

/// Why a candidate is one. The words are made by the faces, in the reader's language.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// The list prints this CAS number here.
    Cas {
        /// The number.
        cas: String,
        /// The usual name of the chemical, where it is known.
        name: Option<String>,
    },
    /// Only a note of the list prints this CAS number, mostly one that takes the chemical out.
    CasOfNote {
        /// The number.
        cas: String,
    },
    /// The structure is this chemical.
    SameStructure {
        /// Its InChIKey.
        key: String,
        /// The usual name.
        name: String,
        /// The CAS number.
        cas: String,
    },
    /// The structure has the same bonds as this chemical, apart from isotopes, charge or arrangement in space.
    SameSkeleton {
        /// The usual name.
        name: String,
        /// The CAS number.
        cas: String,
    },
    /// The largest part of the structure is this chemical: a salt, hydrate or isotopologue.
    SameParent {
        /// The usual name.
        name: String,
        /// The CAS number.
        cas: String,
    },
    /// The structure belongs to a family that the list describes.
    Family {
        /// The family's identifier; its words are the provision's.
        family: String,
    },
    /// A name of a chemical.
    ChemicalName {
        /// As it was given.
        written: String,
        /// The usual name.
        name: String,
        /// The CAS number.
        cas: String,
        /// Whether the name is the same apart from spelling; otherwise its parts stand in another order.
        exact: bool,
    },
    /// A name of an organism or toxin.
    OrganismName {
        /// As it was given.
        written: String,
        /// The scientific name.
        name: String,
        /// When the name was in use, if it is an old one: `to 2019`.
        time: Option<String>,
    },
    /// The item names the entry itself, as on a declaration.
    Code {
        /// As it was given.
        written: String,
    },
    /// Words that the description and the list share.
    Words {
        /// The words as they stand in the description.
        words: Vec<String>,
        /// Their places in the text that was read ([`crate::Item::words`]), in bytes.
        #[serde(skip)]
        places: Vec<Range<usize>>,
    },
    /// A kind of goods that the thesaurus leads here from trade words.
    Kind {
        /// The trade words as they stand in the description.
        written: String,
        /// The kind's identifier in the thesaurus.
        kind: String,
        /// Whether figures decide, as most goods of this name are free.
        figures_decide: bool,
    },
    /// The nomenclature code is one under which such goods are declared.
    Nomenclature {
        /// The code as given.
        code: String,
        /// The heading of the thesaurus or correlation that it falls under.
        heading: String,
    },
    /// The nomenclature code is of everyday goods or another trade: less likely, never impossible.
    NomenclatureElsewhere {
        /// The code as given.
        code: String,
    },
    /// Words that say an everyday thing.
    Everyday {
        /// The words.
        words: Vec<String>,
    },
}

/// An entry that may cover the item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Candidate {
    /// The entry's code.
    pub code: String,
    /// The provision that is nearest.
    pub path: String,
    /// The list.
    pub list: String,
    /// Its version.
    pub version: String,
    /// The strongest way by which it was found.
    pub channel: Channel,
    /// How often an answer like this one is right, 0 to 1, as measured (`benches/README.md`).
    pub confidence: f32,
    /// Whether this should stop a consignment for a person to look at.
    pub strong: bool,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The provision's short title or its words, in English and Russian where there are both.
    #[serde(skip)]
    pub title_en: String,
    /// The same in Russian.
    #[serde(skip)]
    pub title_ru: String,
}

/// The answer for one item. There is no value "not controlled": an empty list of candidates says that none was found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Identification {
    /// The item's identifier.
    pub id: String,
    /// Candidates, the likeliest first. Exact identifiers stand before words.
    pub candidates: Vec<Candidate>,
    /// What could not be read: a wrong check digit, a structure that does not parse, a description cut short.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub faults: Vec<Fault>,
}
