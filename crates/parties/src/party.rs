//! Parties: whom a screening asks about.

use domain::partial_date::PartialDate;
use serde::{Deserialize, Serialize};

use crate::list::Gender;
use crate::name::Name;

domain::words! {
    /// What a party is.
    PartyKind {
        /// A human being.
        Person = "person",
        /// A company, body or group.
        Organisation = "organisation",
        /// A ship or an aircraft.
        Vessel = "vessel",
        /// Not told.
        Unknown = "unknown",
    }
}

impl PartyKind {
    /// The kind under any of its usual names; unknown for all others.
    #[must_use]
    pub fn from_any(word: &str) -> Self {
        match word.trim().to_lowercase().as_str() {
            "person" | "individual" | "p" | "physical" | "лицо" | "физлицо" | "физическое лицо" | "человек" => {
                Self::Person
            }
            "organisation"
            | "organization"
            | "company"
            | "entity"
            | "legalentity"
            | "legal entity"
            | "enterprise"
            | "e"
            | "организация"
            | "компания"
            | "юрлицо"
            | "юридическое лицо" => Self::Organisation,
            "vessel" | "ship" | "aircraft" | "судно" | "корабль" | "воздушное судно" => {
                Self::Vessel
            }
            _ => Self::Unknown,
        }
    }

    /// Whether one may be the other.
    #[must_use]
    pub fn may_be(self, other: Self) -> bool {
        self == other || self == Self::Unknown || other == Self::Unknown
    }
}

/// A party that is to be screened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// The caller's own name for it.
    pub id: String,
    /// Its name, as written.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Born or founded.
    pub birth: Option<PartialDate>,
    /// Two-letter codes of the countries it is said to belong to.
    pub countries: Vec<String>,
    /// Its gender, when told.
    pub gender: Option<Gender>,
    /// Numbers of documents, registers, ships; as written.
    pub identifiers: Vec<String>,
}

impl Party {
    /// A party of which only the name is known.
    #[must_use]
    pub fn named(name: &str, kind: PartyKind) -> Self {
        Self {
            id: String::new(),
            name: name.to_owned(),
            kind,
            birth: None,
            countries: Vec::new(),
            gender: None,
            identifiers: Vec::new(),
        }
    }
}

/// Longest name that is screened, in characters. The longest on the lists known has 350.
pub(crate) const LONGEST_NAME: usize = 1_000;

/// Why a name cannot be screened at all: the code of a fault. Such a name is told, never passed over as if nothing was found.
#[must_use]
pub fn unreadable(name: &str) -> Option<&'static str> {
    if name.chars().take(LONGEST_NAME + 1).count() > LONGEST_NAME {
        return Some("party-name-too-long");
    }
    if name.contains(char::REPLACEMENT_CHARACTER) {
        return Some("party-name-damaged");
    }
    match name.chars().filter(|c| c.is_alphanumeric()).take(2).count() {
        0 => Some("party-name-empty"),
        // One Chinese character is a name; one letter is not.
        1 if !name.chars().any(|c| {
            matches!(text::script_of(c.encode_utf8(&mut [0; 4])), text::Script::Han | text::Script::Hangul)
        }) =>
        {
            Some("party-name-too-short")
        }
        _ => None,
    }
}

/// Why finding nothing for a name of such a party would say nothing: what [`unreadable`] tells, or that the name is only a
/// title, initials, a legal form or digits (`party-name-too-little`), or that it has more parts than are compared
/// (`party-name-too-many-parts`). Where the kind is not told, one reading that says too little is enough.
#[must_use]
pub fn unscreenable(name: &str, kind: PartyKind) -> Option<&'static str> {
    unreadable(name).or_else(|| {
        let kinds: &[PartyKind] = match kind {
            PartyKind::Unknown => &[PartyKind::Person, PartyKind::Organisation],
            _ => &[kind],
        };
        kinds.iter().find_map(|kind| too_little(&Name::new(name, *kind)))
    })
}

/// The code of a fault for a name that says too little, or more than is compared.
pub(crate) const fn too_little(name: &Name) -> Option<&'static str> {
    match (name.slight, name.cut) {
        (true, _) => Some("party-name-too-little"),
        (_, true) => Some("party-name-too-many-parts"),
        _ => None,
    }
}
