//! Party screenings that are kept: whom it was asked about, against which versions of which lists, what was found, and
//! what a person decided about each hit. A screening is looked at again whenever a list changes.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::fault::{Fault, LONGEST_TEXT, check_required, check_text};
use crate::hash::Hash;
use crate::ids::{Id, RecordId};
use crate::localized::Localized;
use crate::partial_date::PartialDate;
use crate::party_list_version::PartyListVersion;

crate::words! {
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

crate::words! {
    /// What is known of a person's gender.
    PartyGender {
        /// Female.
        Female = "female",
        /// Male.
        Male = "male",
    }
}

crate::words! {
    /// What a person decided about a hit.
    HitVerdict {
        /// The asked party is not the listed one.
        Clear = "clear",
        /// The asked party is the listed one.
        Confirm = "confirm",
    }
}

crate::words! {
    /// Why a hit no longer speaks for the asked party.
    HitEnd {
        /// The entry is gone from the list.
        Removed = "removed",
        /// The entry no longer has a name or number like the asked one.
        Unlike = "unlike",
    }
}

crate::words! {
    /// How a hit stands.
    HitState {
        /// A person has still to look at it, or to look again.
        Open = "open",
        /// A person cleared it, and neither side has changed since.
        Cleared = "cleared",
        /// A person confirmed it.
        Confirmed = "confirmed",
        /// The list has changed so that it is no hit any more.
        Gone = "gone",
    }
}

crate::words! {
    /// Why a hit that was decided is open again.
    HitReturn {
        /// The listed entry says something else than when it was decided.
        EntryChanged = "entry-changed",
        /// The asked party is described differently than when it was decided.
        PartyChanged = "party-changed",
        /// The entry was gone, or unlike, and is a hit again.
        ListedAgain = "listed-again",
    }
}

crate::words! {
    /// How a screening stands as a whole: the gravest of its hits.
    ScreeningState {
        /// At least one hit is open.
        Open = "open",
        /// No hit is open, at least one is confirmed.
        Confirmed = "confirmed",
        /// Every hit was cleared.
        Cleared = "cleared",
        /// No name on these lists is like the asked one.
        None = "none",
        /// The name could not be screened.
        Unscreened = "unscreened",
    }
}

/// The party asked about, as it stands in the papers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedParty {
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: PartyKind,
    /// Born or founded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth: Option<PartialDate>,
    /// Two-letter codes of its countries.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Its gender, when told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<PartyGender>,
    /// Numbers of documents, registers, ships, as written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub identifiers: Vec<String>,
}

impl AskedParty {
    /// The same party without control characters and doubled spaces: what cannot be seen decides nothing.
    #[must_use]
    pub fn plain(mut self) -> Self {
        self.name = plain(&self.name);
        self.countries.sort();
        self.countries.dedup();
        self.identifiers = self.identifiers.iter().map(|number| plain(number)).filter(|n| !n.is_empty()).collect();
        self.identifiers.dedup();
        self
    }

    /// What a decision is bound to: it changes when anything that was asked changes, apart from capitals, spaces and the
    /// order of countries and numbers.
    #[must_use]
    pub fn digest(&self) -> Hash {
        let words = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        let mut countries = self.countries.clone();
        countries.sort();
        let mut identifiers: Vec<String> = self
            .identifiers
            .iter()
            .map(|number| number.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect())
            .collect();
        identifiers.sort();
        let parts = [
            words(&self.name),
            self.kind.to_string(),
            self.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            countries.join(","),
            self.gender.map(|gender| gender.to_string()).unwrap_or_default(),
            identifiers.join(","),
        ];
        Hash::of(parts.join("\n").as_bytes())
    }
}

fn plain(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Where an asked party comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyReference {
    /// Papers or table: "Declaration 17", "shipments.xlsx".
    pub source: String,
    /// The row of the table, when it comes from one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// The check of a table it belongs to: rows of one upload share it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<RecordId>,
}

/// A version of a list that a screening used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenedList {
    /// Which list.
    pub list: String,
    /// The version.
    pub version: Id<PartyListVersion>,
    /// The day it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
}

/// One reason of a hit: its code with what was compared. Fractions are told in thousandths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitReason {
    /// The stable code; its words are `party-reason-<code>`.
    pub code: String,
    /// What was compared, by the names of the program.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

/// What a person decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HitDecision {
    /// What.
    pub verdict: HitVerdict,
    /// Why.
    pub reason: String,
    /// The account of the person.
    pub account: RecordId,
    /// The person's name on that day.
    pub by: Localized,
    /// When.
    pub at: Timestamp,
    /// What the asked party was like then.
    pub party: Hash,
    /// What the entry said then.
    pub entry: Hash,
}

/// A listed party that may be the asked one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyHit {
    /// The list.
    pub list: String,
    /// The version in which the entry was last compared.
    pub version: Id<PartyListVersion>,
    /// The key of the entry.
    pub entry: String,
    /// The SHA-256 of what the entry says.
    pub digest: Hash,
    /// The listed name that fits best.
    pub name: String,
    /// The name the entry is listed under.
    pub listed_as: String,
    /// The programmes or regimes of the entry.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<String>,
    /// How much speaks for it, in thousandths.
    pub score: u16,
    /// Why.
    pub reasons: Vec<HitReason>,
    /// Why it is no hit any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<HitEnd>,
    /// Whether it had ended and came back after the last decision.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed_again: bool,
    /// What was decided, the latest last. Nothing is taken away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<HitDecision>,
}

impl PartyHit {
    /// How it stands for a party of this digest, and why it is open again when it had been decided.
    ///
    /// A clearance holds while neither side has changed. A confirmation holds while the asked party has not: that the
    /// entry says something more of the same party takes nothing back.
    #[must_use]
    pub fn standing(&self, party: &Hash) -> (HitState, Option<HitReturn>) {
        let Some(decision) = self.decisions.last() else {
            return (if self.end.is_some() { HitState::Gone } else { HitState::Open }, None);
        };
        if decision.verdict == HitVerdict::Confirm && decision.party == *party {
            return (HitState::Confirmed, None);
        }
        if self.end.is_some() {
            return (HitState::Gone, None);
        }
        let back = if decision.party != *party {
            HitReturn::PartyChanged
        } else if decision.entry != self.digest {
            HitReturn::EntryChanged
        } else if self.listed_again {
            HitReturn::ListedAgain
        } else {
            return (HitState::Cleared, None);
        };
        (HitState::Open, Some(back))
    }
}

/// A party with what was found and decided about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyScreening {
    /// Whom it was asked about.
    pub party: AskedParty,
    /// Where it comes from, the latest last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<PartyReference>,
    /// The versions it was compared with as a whole, or against their changes.
    pub lists: Vec<ScreenedList>,
    /// The hits, the likeliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hits: Vec<PartyHit>,
    /// The code of a fault, when the name could not be screened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unscreened: Option<String>,
}

/// Most references kept of one party; the history of the record has the earlier ones.
pub const MOST_REFERENCES: usize = 50;

impl PartyScreening {
    /// How it stands as a whole.
    #[must_use]
    pub fn state(&self) -> ScreeningState {
        let party = self.party.digest();
        let has = |wanted: HitState| self.hits.iter().any(|hit| hit.standing(&party).0 == wanted);
        if has(HitState::Open) {
            ScreeningState::Open
        } else if self.unscreened.is_some() {
            ScreeningState::Unscreened
        } else if has(HitState::Confirmed) {
            ScreeningState::Confirmed
        } else if has(HitState::Cleared) {
            ScreeningState::Cleared
        } else {
            ScreeningState::None
        }
    }

    /// The hit on this entry.
    #[must_use]
    pub fn hit(&self, list: &str, entry: &str) -> Option<&PartyHit> {
        self.hits.iter().find(|hit| hit.list == list && hit.entry == entry)
    }

    /// Adds where the party comes from; of many references the latest stay.
    pub fn refer(&mut self, reference: PartyReference) {
        if reference.source.is_empty() || self.references.contains(&reference) {
            return;
        }
        self.references.push(reference);
        let over = self.references.len().saturating_sub(MOST_REFERENCES);
        self.references.drain(..over);
    }

    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("name", &self.party.name, faults);
        for number in &self.party.identifiers {
            check_text("identifiers", number, faults);
        }
        for reference in &self.references {
            check_text("reference", &reference.source, faults);
        }
        for hit in &self.hits {
            if hit.reasons.iter().flat_map(|reason| reason.values.values()).any(|value| value.len() > LONGEST_TEXT) {
                faults.push(Fault::error("text-too-long").at("hits").with("limit", LONGEST_TEXT.to_string()));
            }
            for decision in &hit.decisions {
                check_required("reason", &decision.reason, faults);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Uuid;

    fn party(name: &str) -> AskedParty {
        AskedParty {
            name: name.to_owned(),
            kind: PartyKind::Person,
            birth: None,
            countries: vec!["XO".to_owned()],
            gender: None,
            identifiers: vec!["AB 12-34".to_owned()],
        }
    }

    fn hit(entry: &[u8], decided: Option<(HitVerdict, &str, &[u8])>) -> PartyHit {
        PartyHit {
            list: "karsk".to_owned(),
            version: Id::new(Uuid::nil()),
            entry: "7".to_owned(),
            digest: Hash::of(entry),
            name: "Ilan Vesk".to_owned(),
            listed_as: "Ilan Vesk".to_owned(),
            programmes: Vec::new(),
            score: 900,
            reasons: Vec::new(),
            end: None,
            listed_again: false,
            decisions: decided
                .into_iter()
                .map(|(verdict, name, entry)| HitDecision {
                    verdict,
                    reason: "another person".to_owned(),
                    account: Uuid::nil(),
                    by: Localized::default(),
                    at: Timestamp::UNIX_EPOCH,
                    party: party(name).digest(),
                    entry: Hash::of(entry),
                })
                .collect(),
        }
    }

    #[test]
    fn a_clearance_holds_until_either_side_changes() {
        use HitVerdict::{Clear, Confirm};
        let asked = party("Ilan Vesk").digest();
        for (decided, expect) in [
            (None, "open"),
            (Some((Clear, "Ilan Vesk", b"a".as_slice())), "cleared"),
            (Some((Clear, "Ilan Vesk", b"b".as_slice())), "open entry-changed"),
            (Some((Clear, "Ilan Veskov", b"a".as_slice())), "open party-changed"),
            (Some((Confirm, "Ilan Vesk", b"b".as_slice())), "confirmed"),
            (Some((Confirm, "Ilan Veskov", b"a".as_slice())), "open party-changed"),
        ] {
            let (state, back) = hit(b"a", decided).standing(&asked);
            let told = back.map_or_else(|| state.to_string(), |back| format!("{state} {back}"));
            assert_eq!(told, expect);
        }
        let again = PartyHit { listed_again: true, ..hit(b"a", Some((Clear, "Ilan Vesk", b"a"))) };
        assert_eq!(again.standing(&asked), (HitState::Open, Some(HitReturn::ListedAgain)));
        let gone = PartyHit { end: Some(HitEnd::Removed), ..hit(b"a", Some((Clear, "Ilan Vesk", b"a"))) };
        assert_eq!(gone.standing(&asked).0, HitState::Gone);
    }

    #[test]
    fn capitals_spaces_and_order_make_no_other_party() {
        let same = AskedParty { identifiers: vec!["ab1234".to_owned()], ..party("ILAN  VESK") };
        assert_eq!(same.digest(), party("Ilan Vesk").digest());
        assert_ne!(party("Ilan Vesk").digest(), party("Ilan Veska").digest());
        assert_eq!(party("Ilan\u{0}\n Vesk").plain().name, "Ilan Vesk");
    }
}
