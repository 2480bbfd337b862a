//! Lists of parties: entries with all that a list says about them.

use domain::partial_date::PartialDate;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::party::PartyKind;

domain::words! {
    /// The form a list was published in.
    ListFormat {
        /// United Nations Security Council Consolidated List, XML.
        Un = "un",
        /// OFAC Specially Designated Nationals, the set of CSV files.
        Ofac = "ofac",
        /// European Union consolidated list of financial sanctions, XML.
        Eu = "eu",
        /// United Kingdom, the sanctions list or the consolidated list, XML or CSV.
        Uk = "uk",
        /// A list of one's own, a table with its columns named.
        National = "national",
    }
}

domain::words! {
    /// How good a name on a list is.
    Quality {
        /// The name the party is listed under.
        Primary = "primary",
        /// Another name that identifies well.
        Good = "good",
        /// A name that identifies badly: a nickname, a frequent name.
        Low = "low",
        /// A former name.
        Former = "former",
        /// The name in its own script.
        Script = "script",
    }
}

domain::words! {
    /// What is known of a person's gender.
    Gender {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

impl Gender {
    /// The gender under any of its usual names.
    #[must_use]
    pub fn from_any(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "f" | "female" | "woman" | "ж" | "жен" | "женский" | "женщина" => Some(Self::Female),
            "m" | "male" | "man" | "м" | "муж" | "мужской" | "мужчина" => Some(Self::Male),
            _ => None,
        }
    }
}

/// One name of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ListedName {
    /// As the list writes it.
    pub text: String,
    /// How good it is.
    pub quality: Quality,
}

/// A date of birth as a list tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Birth {
    /// The earliest it may be.
    pub from: PartialDate,
    /// The latest; the same as the earliest when one date is told.
    pub to: PartialDate,
    /// Whether the list says "approximately" or "circa".
    pub about: bool,
}

/// A document or a number in a register.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Document {
    /// What it is, in the list's words.
    pub kind: String,
    /// The number, as written.
    pub number: String,
    /// Two-letter code of the country, when it is known.
    pub country: Option<String>,
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Address {
    /// Everything but the country, in the written order.
    pub text: String,
    /// The country, in the list's words.
    pub country: String,
}

/// What is told of a ship or an aircraft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Vessel {
    /// Type.
    pub kind: String,
    /// Flag.
    pub flag: String,
    /// Owner or operator.
    pub owner: String,
    /// Call sign.
    pub call_sign: String,
    /// Tonnages, as written.
    pub tonnage: String,
}

/// One listed party.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Entry {
    /// The key the list gives it: it stays the same from version to version.
    pub key: String,
    /// What it is.
    pub kind: PartyKind,
    /// The programmes or regimes it is listed under.
    pub programmes: Vec<String>,
    /// Its names, the primary one first.
    pub names: Vec<ListedName>,
    /// Dates of birth or foundation.
    pub births: Vec<Birth>,
    /// Places of birth, in the list's words.
    pub birth_places: Vec<String>,
    /// Two-letter codes of its countries: nationality, addresses, flag.
    pub countries: Vec<String>,
    /// Gender, when told.
    pub gender: Option<Gender>,
    /// Documents and registration numbers.
    pub documents: Vec<Document>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// What is told of a vessel.
    pub vessel: Option<Vessel>,
    /// Other remarks.
    pub remarks: String,
    /// When it was listed.
    pub listed_on: Option<PartialDate>,
    /// When it was last changed.
    pub updated_on: Option<PartialDate>,
}

impl Entry {
    /// An entry of which nothing but key and kind is known yet.
    #[must_use]
    pub fn new(key: &str, kind: PartyKind) -> Self {
        Self {
            key: key.trim().to_owned(),
            kind,
            programmes: Vec::new(),
            names: Vec::new(),
            births: Vec::new(),
            birth_places: Vec::new(),
            countries: Vec::new(),
            gender: None,
            documents: Vec::new(),
            addresses: Vec::new(),
            vessel: None,
            remarks: String::new(),
            listed_on: None,
            updated_on: None,
        }
    }

    /// The name it is listed under.
    #[must_use]
    pub fn primary_name(&self) -> &str {
        self.names.first().map_or(self.key.as_str(), |name| name.text.as_str())
    }

    /// The IMO numbers of a ship: seven digits each.
    pub fn imo_numbers(&self) -> impl Iterator<Item = &str> {
        let of_ship = |kind: &str| kind.contains("IMO") || kind == "Vessel Registration Identification";
        let is_imo = |number: &str| number.len() == 7 && number.bytes().all(|b| b.is_ascii_digit());
        let numbers = self.documents.iter().filter(move |document| of_ship(&document.kind));
        numbers.map(|document| document.number.as_str()).filter(move |number| is_imo(number))
    }

    /// Adds a name, unless it is empty or there already.
    pub(crate) fn add_name(&mut self, text: &str, quality: Quality) {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let letters = text.chars().any(char::is_alphanumeric);
        if letters && self.names.len() < MOST_NAMES && !self.names.iter().any(|name| name.text == text) {
            self.names.push(ListedName { text, quality });
        }
    }

    /// Adds the code of a country, when the words name one.
    pub(crate) fn add_country(&mut self, words: &str) {
        if let Some(code) = crate::country::country_code(words)
            && !self.countries.iter().any(|known| *known == code)
        {
            self.countries.push(code.to_owned());
        }
    }

    /// Adds a document, when it has a number.
    pub(crate) fn add_document(&mut self, kind: &str, number: &str, country: &str) {
        let number = number.trim();
        if number.chars().filter(char::is_ascii_digit).count() >= 3 || document_key(number).len() >= 5 {
            let country = crate::country::country_code(country).map(str::to_owned);
            let document = Document { kind: kind.trim().to_owned(), number: number.to_owned(), country };
            if !self.documents.contains(&document) {
                self.documents.push(document);
            }
        }
    }
}

/// Most names kept of one entry: a guard against hostile files, far above any list.
const MOST_NAMES: usize = 2_000;

/// One measure of a version that is shown wherever it is used: how old it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Days since its publication.
    pub days: i64,
    /// Whether that is more than was allowed.
    pub too_old: bool,
}

/// A version of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyList {
    /// The short name it is called by: the format, or the name of a national list.
    pub name: String,
    /// The form it came in.
    pub format: ListFormat,
    /// The day its publisher dated it, when it says one.
    pub published: Option<Date>,
    /// The entries, in the order of the list.
    pub entries: Vec<Entry>,
}

impl PartyList {
    /// How old it is on a day; nothing when it says no date, or one that is still to come: its age is not known then, which
    /// is to be told as loudly as that it is too old. Midnight comes elsewhere first, so tomorrow's date counts as today's.
    #[must_use]
    pub fn age(&self, today: Date, max_age_days: i64) -> Option<Measure> {
        let days = i64::from(today.since(self.published?).ok()?.get_days());
        (days >= -1).then(|| Measure { days: days.max(0), too_old: days > max_age_days })
    }

    /// How many names it has, primary ones and aliases together.
    #[must_use]
    pub fn names(&self) -> usize {
        self.entries.iter().map(|entry| entry.names.len()).sum()
    }
}

/// A number as it is compared: letters and digits only, in capitals.
#[must_use]
pub fn document_key(number: &str) -> String {
    number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}
