//! Digests of entries: two versions of an entry that say the same have the same digest, whatever their order.

use domain::hash::Hash;

use crate::list::{Address, Birth, Document, Entry, ListedName, Vessel};

impl Entry {
    /// The digest of everything the list says of this party. The order of aliases, documents, addresses and the like does
    /// not change it, for publishers shuffle them; which name is the primary one does. A field that is empty leaves no
    /// trace, so a field this program learns to read later changes only the entries that have it.
    #[must_use]
    pub fn digest(&self) -> Hash {
        let mut fields = self.screened_fields();
        fields.add("programmes", &sorted(self.programmes.iter().map(|text| Value::of(&[text]))));
        fields.add("birth-places", &sorted(self.birth_places.iter().map(|text| Value::of(&[text]))));
        fields.add("addresses", &sorted(self.addresses.iter().map(Value::from)));
        fields.add("vessel", &self.vessel.iter().map(Value::from).collect::<Vec<_>>());
        if !self.remarks.is_empty() {
            fields.add("remarks", &[Value::of(&[&self.remarks])]);
        }
        for (name, date) in [("listed-on", self.listed_on), ("updated-on", self.updated_on)] {
            fields.add(name, &date.iter().map(|date| Value::of(&[&date.to_string()])).collect::<Vec<_>>());
        }
        fields.digest()
    }

    /// The digest of what screening looks at: key, kind, names with their quality, births, countries, gender and documents.
    /// While it stays, the entry makes the same hits, and what a person decided about them still holds.
    #[must_use]
    pub fn screening_digest(&self) -> Hash {
        self.screened_fields().digest()
    }

    fn screened_fields(&self) -> Fields {
        let mut fields = Fields(Vec::with_capacity(512));
        fields.add("key", &[Value::of(&[&self.key])]);
        fields.add("kind", &[Value::of(&[self.kind.as_str()])]);
        fields.add("primary-name", &self.names.first().into_iter().map(Value::from).collect::<Vec<_>>());
        fields.add("names", &sorted(self.names.iter().skip(1).map(Value::from)));
        fields.add("births", &sorted(self.births.iter().map(Value::from)));
        fields.add("countries", &sorted(self.countries.iter().map(|text| Value::of(&[text]))));
        fields.add("gender", &self.gender.iter().map(|gender| Value::of(&[gender.as_str()])).collect::<Vec<_>>());
        fields.add("documents", &sorted(self.documents.iter().map(Value::from)));
        fields
    }
}

/// One value, its parts each behind its length: no two different values are the same bytes.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Value(Vec<u8>);

impl Value {
    fn of(parts: &[&str]) -> Self {
        let mut bytes = Vec::new();
        parts.iter().for_each(|part| append(&mut bytes, part.as_bytes()));
        Self(bytes)
    }
}

fn append(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend_from_slice(&(part.len() as u64).to_le_bytes());
    bytes.extend_from_slice(part);
}

impl From<&ListedName> for Value {
    fn from(name: &ListedName) -> Self {
        Self::of(&[name.quality.as_str(), &name.text])
    }
}

impl From<&Birth> for Value {
    fn from(birth: &Birth) -> Self {
        Self::of(&[&birth.from.to_string(), &birth.to.to_string(), if birth.about { "about" } else { "" }])
    }
}

impl From<&Document> for Value {
    fn from(document: &Document) -> Self {
        Self::of(&[&document.kind, &document.number, document.country.as_deref().unwrap_or_default()])
    }
}

impl From<&Address> for Value {
    fn from(address: &Address) -> Self {
        Self::of(&[&address.text, &address.country])
    }
}

impl From<&Vessel> for Value {
    fn from(vessel: &Vessel) -> Self {
        Self::of(&[&vessel.kind, &vessel.flag, &vessel.owner, &vessel.call_sign, &vessel.tonnage])
    }
}

/// In one order, whatever order they came in.
fn sorted(values: impl Iterator<Item = Value>) -> Vec<Value> {
    let mut values: Vec<Value> = values.collect();
    values.sort_unstable();
    values
}

/// The fields of an entry as bytes, one after the other.
struct Fields(Vec<u8>);

impl Fields {
    fn add(&mut self, name: &str, values: &[Value]) {
        if values.is_empty() {
            return;
        }
        append(&mut self.0, name.as_bytes());
        self.0.extend_from_slice(&(values.len() as u64).to_le_bytes());
        values.iter().for_each(|value| append(&mut self.0, &value.0));
    }

    fn digest(&self) -> Hash {
        Hash::of(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use crate::list::{Address, Birth, Document, Entry, Gender, Quality, Vessel};
    use crate::party::PartyKind;

    fn entry() -> Entry {
        let mut entry = Entry::new("X1", PartyKind::Person);
        entry.add_name("Tavit Brellund", Quality::Primary);
        entry.add_name("Dawit Brelund", Quality::Good);
        entry.add_name("Clockmaker", Quality::Low);
        entry.countries.extend(["KG".to_owned(), "TJ".to_owned()]);
        entry
    }

    #[test]
    fn a_digest_is_the_same_for_ever() {
        // A clearance is bound to it: another value here would lapse every clearance there is.
        assert_eq!(
            entry().screening_digest().to_string(),
            "2a72aa06e9d02bd705e335822c07883dcfba740fd86a12b9af0b81ad25bf2871"
        );
    }

    #[test]
    fn order_is_not_what_an_entry_says() {
        let mut other = entry();
        other.names.swap(1, 2);
        other.countries.reverse();
        assert_eq!(entry().digest(), other.digest());
        other.names.swap(0, 1);
        assert_ne!(entry().digest(), other.digest());
    }

    type Alter = (&'static str, bool, fn(&mut Entry));

    #[test]
    fn every_field_counts() {
        let cases: [Alter; 14] = [
            ("key", true, |entry| entry.key.push('2')),
            ("kind", true, |entry| entry.kind = PartyKind::Unknown),
            ("name", true, |entry| entry.names[1].text.push('e')),
            ("quality", true, |entry| entry.names[1].quality = Quality::Low),
            ("birth", true, |entry| {
                let birth = "1961".parse().unwrap();
                entry.births.push(Birth { from: birth, to: birth, about: false });
            }),
            ("country", true, |entry| entry.countries[0] = "KZ".to_owned()),
            ("gender", true, |entry| entry.gender = Some(Gender::Female)),
            ("document", true, |entry| {
                entry.documents.push(Document { kind: "Passport".to_owned(), number: "Z1".to_owned(), country: None });
            }),
            ("programme", false, |entry| entry.programmes.push("EXA".to_owned())),
            ("birth place", false, |entry| entry.birth_places.push("Miren".to_owned())),
            ("address", false, |entry| {
                entry.addresses.push(Address { text: "1 Quay Street".to_owned(), country: String::new() });
            }),
            ("vessel", false, |entry| entry.vessel = Some(Vessel::default())),
            ("remarks", false, |entry| entry.remarks.push('x')),
            ("updated", false, |entry| entry.updated_on = "2026-01-02".parse().ok()),
        ];
        for (field, screened, alter) in cases {
            let mut other = entry();
            alter(&mut other);
            assert_ne!(entry().digest(), other.digest(), "{field}");
            assert_eq!(entry().screening_digest() != other.screening_digest(), screened, "{field}");
        }
    }
}
