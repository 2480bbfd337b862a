//! Between the nouns of the record and the values of the screening crate: the same things, each in its own house.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::hash::Hash;
use domain::party_screening::{AskedParty, HitReason, PartyGender, PartyHit, PartyKind};
use parties::{Entry, Gender, Hit, Party, Reason};
use serde_json::Value;

use super::IndexedLists;

/// A party as the record keeps it.
#[must_use]
pub fn asked_party(party: &Party) -> AskedParty {
    AskedParty {
        name: party.name.clone(),
        kind: match party.kind {
            parties::PartyKind::Person => PartyKind::Person,
            parties::PartyKind::Organisation => PartyKind::Organisation,
            parties::PartyKind::Vessel => PartyKind::Vessel,
            parties::PartyKind::Unknown => PartyKind::Unknown,
        },
        birth: party.birth,
        countries: party.countries.clone(),
        gender: party.gender.map(|gender| match gender {
            Gender::Female => PartyGender::Female,
            Gender::Male => PartyGender::Male,
        }),
        identifiers: party.identifiers.clone(),
    }
    .plain()
}

/// A party as a machine, a form or a row of a table tells it: one JSON object with `name`, `kind`, `birth`, `country`,
/// `gender`, `ids`. What cannot be read is a warning, and the party is taken without it.
///
/// # Errors
/// When it is no object or has no name.
pub fn asked_of_line(line: &Value) -> Result<(AskedParty, Vec<Fault>), Fault> {
    let (party, faults) = parties::party_of_line(&line.to_string())?;
    Ok((asked_party(&party), faults))
}

/// A kept party as it is screened.
pub(super) fn party_of(asked: &AskedParty) -> Party {
    Party {
        id: String::new(),
        name: asked.name.clone(),
        kind: match asked.kind {
            PartyKind::Person => parties::PartyKind::Person,
            PartyKind::Organisation => parties::PartyKind::Organisation,
            PartyKind::Vessel => parties::PartyKind::Vessel,
            PartyKind::Unknown => parties::PartyKind::Unknown,
        },
        birth: asked.birth,
        countries: asked.countries.clone(),
        gender: asked.gender.map(|gender| match gender {
            PartyGender::Female => Gender::Female,
            PartyGender::Male => Gender::Male,
        }),
        identifiers: asked.identifiers.clone(),
    }
}

/// The digest of everything an entry says: a clearance lapses when any of it changes, also what screening does not look
/// at, because the person who cleared may have.
pub(super) fn digest(entry: &Entry) -> Hash {
    entry.digest()
}

/// A hit as the record keeps it; nothing when its entry is not on these lists, which no screening answers.
pub(super) fn kept_hit(lists: &IndexedLists, hit: &Hit) -> Option<PartyHit> {
    let (used, entry) = lists.entry(&hit.list, &hit.entry)?;
    Some(PartyHit {
        list: hit.list.clone(),
        version: used.id,
        entry: hit.entry.clone(),
        digest: digest(entry),
        name: hit.name.clone(),
        listed_as: entry.primary_name().to_owned(),
        programmes: entry.programmes.clone(),
        score: (hit.score * 1000.0).round().clamp(0.0, 1000.0) as u16,
        reasons: hit.reasons.iter().map(reason).collect(),
        end: None,
        listed_again: false,
        decisions: Vec::new(),
    })
}

/// A reason by its code and values. Fractions become thousandths: the record holds no number whose digits depend on who
/// writes it.
fn reason(reason: &Reason) -> HitReason {
    let mut values = BTreeMap::new();
    if let Ok(Value::Object(fields)) = serde_json::to_value(reason) {
        for (name, value) in fields {
            let text = match value {
                Value::String(text) => text,
                Value::Number(number) if number.is_f64() => {
                    ((number.as_f64().unwrap_or_default() * 1000.0).round() as i64).to_string()
                }
                other => other.to_string(),
            };
            values.insert(name, text);
        }
    }
    HitReason { code: values.remove("code").unwrap_or_default(), values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use parties::How;

    #[test]
    fn a_reason_keeps_its_code_and_values() {
        let part =
            Reason::Part { asked: "Vesk".to_owned(), listed: "ВЕСК".to_owned(), how: How::Alphabet, alike: 0.97 };
        let kept = reason(&part);
        assert_eq!(kept.code, "part");
        let values: Vec<(&str, &str)> =
            kept.values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(values, [("alike", "970"), ("asked", "Vesk"), ("how", "alphabet"), ("listed", "ВЕСК")]);
        assert_eq!(reason(&Reason::GenderDiffers).code, "gender-differs");
    }

    #[test]
    fn a_party_goes_there_and_back_unchanged() {
        let line = serde_json::json!({"name": "Ilan  Vesk", "kind": "person", "birth": "21.03.1958", "country": "AF",
            "gender": "m", "ids": ["AB 123456"]});
        let (asked, faults) = asked_of_line(&line).unwrap();
        assert!(faults.is_empty());
        assert_eq!(asked.birth.map(|birth| birth.to_string()).as_deref(), Some("1958-03-21"));
        assert_eq!(asked_party(&party_of(&asked)), asked);
    }
}
