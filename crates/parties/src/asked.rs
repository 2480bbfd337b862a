//! Parties as machines ask about them: one JSON object a line.

use domain::fault::Fault;
use domain::partial_date::PartialDate;
use serde_json::Value;

use crate::country::country_code;
use crate::list::Gender;
use crate::party::{Party, PartyKind};

/// Longest line, in bytes.
pub const LONGEST_LINE: usize = 1_000_000;

/// Reads a party: `{"id", "name", "kind", "birth", "country", "gender", "ids"}`. Only the name is required. `birth` is a
/// date or a year; `country` a code, a name, or several; `ids` texts, or objects with a `number` or `value`, or an object
/// of them. What cannot be read of these is a fault, and the party is screened without it.
///
/// # Errors
/// When the line is no JSON object or has no name.
pub fn party_of_line(line: &str) -> Result<(Party, Vec<Fault>), Fault> {
    identified_party_of_line(line).map(|(_, party, faults)| (party, faults))
}

/// The same with the caller's own name for the party, as it was written: a text, a number, anything.
///
/// # Errors
/// As [`party_of_line`].
pub fn identified_party_of_line(line: &str) -> Result<(Value, Party, Vec<Fault>), Fault> {
    let mut value = object(line)?;
    let name = text(value.get("name")).ok_or_else(|| Fault::error("party-line-without-name"))?;
    let mut party = Party::named(&name, kind(value.get("kind")));
    party.id = id_of(&value);
    let mut faults = Vec::new();
    let mut unread = |field: &str, value: &Value| {
        faults.push(Fault::warning("party-field-unreadable").at(field).with("text", value.to_string()));
    };
    if let Some(birth) = value.get("birth").filter(|birth| is_given(birth)) {
        party.birth = text(Some(birth)).and_then(|text| date(&text));
        if party.birth.is_none() {
            unread("birth", birth);
        }
    }
    for country in several(value.get("country")) {
        match text(Some(country)).as_deref().and_then(country_code) {
            Some(code) => party.countries.push(code.to_owned()),
            None => unread("country", country),
        }
    }
    if let Some(gender) = value.get("gender").filter(|gender| is_given(gender)) {
        party.gender = text(Some(gender)).and_then(|word| Gender::from_any(&word));
        if party.gender.is_none() {
            unread("gender", gender);
        }
    }
    identifiers(value.get("ids"), &mut party.identifiers);
    let id = value.get_mut("id").map_or(Value::Null, Value::take);
    Ok((id, party, faults))
}

/// Two names to compare: `{"id", "kind", "a", "b"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The caller's own name for the pair.
    pub id: Value,
    /// What both are.
    pub kind: PartyKind,
    /// One name.
    pub one: String,
    /// The other.
    pub other: String,
}

/// Reads a pair of names.
///
/// # Errors
/// When the line is no JSON object, or lacks a name.
pub fn pair_of_line(line: &str) -> Result<Pair, Fault> {
    let value = object(line)?;
    let name = |key: &str| text(value.get(key)).ok_or_else(|| Fault::error("party-line-without-name").at(key));
    let (one, other) = (name("a")?, name("b")?);
    Ok(Pair { id: value.get("id").cloned().unwrap_or(Value::Null), kind: kind(value.get("kind")), one, other })
}

/// The id of a line, as a text; empty when there is none or the line cannot be read.
#[must_use]
pub fn id_of_line(line: &str) -> Value {
    object(line).ok().and_then(|value| value.get("id").cloned()).unwrap_or(Value::Null)
}

fn object(line: &str) -> Result<Value, Fault> {
    if line.len() > LONGEST_LINE {
        return Err(Fault::error("party-line-too-long"));
    }
    let value: Value = serde_json::from_str(line).map_err(|_| Fault::error("party-line-unreadable"))?;
    if value.is_object() { Ok(value) } else { Err(Fault::error("party-line-unreadable")) }
}

fn id_of(value: &Value) -> String {
    text(value.get("id")).unwrap_or_default()
}

fn kind(value: Option<&Value>) -> PartyKind {
    text(value).map_or(PartyKind::Unknown, |word| PartyKind::from_any(&word))
}

fn is_given(value: &Value) -> bool {
    !value.is_null() && value.as_str() != Some("")
}

/// A text or a number as a text.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn several(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(values)) => values.iter().filter(|value| is_given(value)).collect(),
        Some(value) if is_given(value) => vec![value],
        _ => Vec::new(),
    }
}

fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    text.parse().ok().or_else(|| crate::read::date(text))
}

fn identifiers(value: Option<&Value>, into: &mut Vec<String>) {
    const MOST: usize = 200;
    match value {
        Some(Value::Array(values)) => values.iter().for_each(|value| identifiers(Some(value), into)),
        Some(Value::Object(fields)) => {
            // An object of one number, or of several by their kinds.
            let single = fields.get("number").or_else(|| fields.get("value")).or_else(|| fields.get("id"));
            match single {
                Some(number) => identifiers(Some(number), into),
                None => fields.values().for_each(|value| identifiers(Some(value), into)),
            }
        }
        Some(value) if into.len() < MOST => into.extend(text(Some(value)).filter(|text| !text.trim().is_empty())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{pair_of_line, party_of_line};

    #[track_caller]
    fn check(line: &str, expect: &str) {
        let shown = match party_of_line(line) {
            Ok((party, faults)) => format!(
                "{} {} {:?} {:?} {:?} {}",
                party.name,
                party.kind,
                party.birth.map(|birth| birth.to_string()),
                party.countries,
                party.identifiers,
                faults.len()
            ),
            Err(fault) => fault.code,
        };
        assert_eq!(shown, expect, "{line}");
    }

    #[test]
    fn lines_are_read_in_the_forms_that_occur() {
        check(
            r#"{"id":"1","name":"A B","kind":"person","birth":"1958","country":"af","ids":["X1"]}"#,
            r#"A B person Some("1958") ["AF"] ["X1"] 0"#,
        );
        check(
            r#"{"id":1,"name":"A","birth":1958,"country":["Iran","KG"],"ids":{"passport":"P1","tax":{"number":7}}}"#,
            r#"A unknown Some("1958") ["IR", "KG"] ["P1", "7"] 0"#,
        );
        check(r#"{"name":"A","birth":"soon","country":"Nowhere","birth_place":1}"#, r#"A unknown None [] [] 2"#);
        check(r#"{"name":null}"#, "party-line-without-name");
        check("[1]", "party-line-unreadable");
        check("{", "party-line-unreadable");
    }

    proptest! {
        #[test]
        fn no_line_makes_it_panic(line in "\\PC{0,80}|\\{\"name\":\\PC{0,40}\\}") {
            let _ = party_of_line(&line);
            let _ = pair_of_line(&line);
        }
    }
}
