//! What besides the name speaks for a hit, and against it.

use domain::partial_date::PartialDate;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::align::How;
use crate::list::{Entry, Quality, document_key};
use crate::party::{Party, PartyKind};

/// One reason of a hit: what was compared, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "kebab-case")]
pub enum Reason {
    /// A document or registration number is the same.
    Identifier {
        /// As the list writes it.
        number: String,
        /// What the list calls it.
        kind: String,
    },
    /// Parts of the names are the same.
    Part {
        /// As asked.
        asked: String,
        /// As listed.
        listed: String,
        /// By what they are the same.
        how: How,
        /// How alike, 0 to 1.
        alike: f32,
    },
    /// The listed name lacks these parts.
    OnlyAsked {
        /// The parts, as asked.
        parts: String,
    },
    /// The asked name lacks these parts.
    OnlyListed {
        /// The parts, as listed.
        parts: String,
    },
    /// Only names that many people have are the same, and one of the two names has more: no hit by itself.
    FrequentNames,
    /// The name found is not the one the party is listed under.
    Alias {
        /// How good a name it is.
        quality: Quality,
    },
    /// Born on the same day, or in the same year where no more is known.
    BirthAgrees {
        /// As listed.
        listed: String,
    },
    /// Born at another time.
    BirthDiffers {
        /// The nearest listed.
        listed: String,
    },
    /// A country is the same.
    CountryAgrees {
        /// Its code.
        country: String,
    },
    /// No country is the same.
    CountryDiffers {
        /// The listed ones.
        listed: String,
    },
    /// The gender is another.
    GenderDiffers,
    /// The name has more parts than are compared.
    NameCut,
}

/// Weighs everything but names: the change of the score in thousandths, with the reasons.
pub(crate) fn weigh(party: &Party, entry: &Entry, reasons: &mut Vec<Reason>) -> i32 {
    let mut change = 0;
    if let Some(birth) = party.birth.filter(|_| !entry.births.is_empty()) {
        change += weigh_birth(birth, entry, reasons);
    }
    if !party.countries.is_empty() && !entry.countries.is_empty() {
        match party.countries.iter().find(|country| entry.countries.contains(country)) {
            Some(country) => {
                change += 15;
                reasons.push(Reason::CountryAgrees { country: country.clone() });
            }
            None => {
                change -= 40;
                reasons.push(Reason::CountryDiffers { listed: entry.countries.join(", ") });
            }
        }
    }
    if let (Some(asked), Some(listed)) = (party.gender, entry.gender)
        && asked != listed
        && entry.kind == PartyKind::Person
    {
        change -= 120;
        reasons.push(Reason::GenderDiffers);
    }
    change
}

fn weigh_birth(birth: PartialDate, entry: &Entry, reasons: &mut Vec<Reason>) -> i32 {
    let (first, last) = (birth.first_day(), birth.last_day());
    let shown = |listed: &crate::list::Birth| {
        if listed.from == listed.to { listed.from.to_string() } else { format!("{}/{}", listed.from, listed.to) }
    };
    // Years between the asked and a listed date; 0 when they can be the same.
    let apart = |listed: &crate::list::Birth| -> i32 {
        let (from, to) = (listed.from.first_day(), listed.to.last_day());
        if first <= to && from <= last { 0 } else { years(first, to).min(years(last, from)).max(0) * 4 + 1 }
    };
    let Some(nearest) = entry.births.iter().min_by_key(|listed| apart(listed)) else { return 0 };
    let distance = apart(nearest);
    let years_apart = distance / 4;
    if distance == 0 {
        reasons.push(Reason::BirthAgrees { listed: shown(nearest) });
        return if matches!(birth, PartialDate::Day(_)) && matches!(nearest.from, PartialDate::Day(_)) {
            60
        } else {
            30
        };
    }
    // Day and month are written in either order, and "about" means a year or two.
    let turned = match (birth, nearest.from) {
        (PartialDate::Day(asked), PartialDate::Day(listed)) => {
            asked.year() == listed.year() && asked.month() == listed.day() && asked.day() == listed.month()
        }
        _ => false,
    };
    if turned || (nearest.about && years_apart <= 2) {
        return 0;
    }
    reasons.push(Reason::BirthDiffers { listed: shown(nearest) });
    match years_apart {
        0 => -40,
        1 => -80,
        2..=5 => -130,
        _ => -200,
    }
}

fn years(one: Date, other: Date) -> i32 {
    i32::from(one.year() - other.year()).abs()
}

/// The first of the party's numbers that the entry has too.
pub(crate) fn same_identifier(party: &Party, entry: &Entry) -> Option<Reason> {
    let asked: Vec<String> = party.identifiers.iter().map(|number| identifier_key(number)).collect();
    entry.documents.iter().find_map(|document| {
        let key = identifier_key(&document.number);
        let same = key.len() >= SHORTEST_IDENTIFIER && asked.contains(&key);
        same.then(|| Reason::Identifier { number: document.number.clone(), kind: document.kind.clone() })
    })
}

/// Shortest number that identifies by itself.
pub(crate) const SHORTEST_IDENTIFIER: usize = 5;

/// A number as it is compared. "IMO 9074729" and "9074729" are one number.
pub(crate) fn identifier_key(number: &str) -> String {
    let key = document_key(number);
    match key.strip_prefix("IMO") {
        Some(digits) if digits.bytes().all(|b| b.is_ascii_digit()) && !digits.is_empty() => digits.to_owned(),
        _ => key,
    }
}
