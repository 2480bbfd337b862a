//! What an officer knows about goods.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// One item to identify: anything that is known of it. Everything but the identifier may be missing.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Item {
    /// The asker's own identifier, given back with the answer.
    #[serde(deserialize_with = "text_or_number")]
    pub id: String,
    /// The description as it stands on the declaration or invoice, English or Russian.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The language of the description, where it is known. Both are always read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    /// The nomenclature code (HS, CN, TN VED), with as many digits as are known.
    #[serde(deserialize_with = "optional_text_or_number", skip_serializing_if = "Option::is_none")]
    pub hs: Option<String>,
    /// CAS numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cas: Option<OneOrMany>,
    /// A structure: SMILES, InChI or InChIKey.
    #[serde(alias = "structure", alias = "inchi", skip_serializing_if = "Option::is_none")]
    pub smiles: Option<String>,
    /// The name of a chemical or an organism.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Who made it.
    #[serde(alias = "manufacturer", skip_serializing_if = "Option::is_none")]
    pub maker: Option<String>,
    /// Its model.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Parameters, by name: a number, or a text with its unit such as `0,1 m3` or `up to 6 µm`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<Parameters>,
}

/// One text, or several.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum OneOrMany {
    /// One.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::Many(many) => many.as_slice(),
        }
        .iter()
        .map(String::as_str)
    }
}

/// Parameters, as an object or as a list of name, value and unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Parameters {
    /// `{"internal volume": "500 L"}`
    Named(BTreeMap<String, serde_json::Value>),
    /// `[{"name": "internal volume", "value": 500, "unit": "L"}]`
    Listed(Vec<Parameter>),
}

/// One parameter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Parameter {
    /// What is measured.
    pub name: String,
    /// Its value, a number or a text.
    pub value: serde_json::Value,
    /// Its unit, where the value does not hold it.
    #[serde(default)]
    pub unit: Option<String>,
}

impl Parameters {
    /// Every parameter as a name and a text with the unit in it.
    #[must_use]
    pub fn written(&self) -> Vec<(String, String)> {
        let plain = |value: &serde_json::Value| match value {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Null => String::new(),
            other => other.to_string(),
        };
        match self {
            Self::Named(named) => named.iter().map(|(name, value)| (name.clone(), plain(value))).collect(),
            Self::Listed(listed) => listed
                .iter()
                .map(|one| {
                    let unit = one.unit.as_deref().unwrap_or_default();
                    (one.name.clone(), format!("{} {unit}", plain(&one.value)).trim().to_owned())
                })
                .collect(),
        }
    }
}

impl Item {
    /// Reads an item from a JSON object.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(json: &[u8]) -> Result<Self, serde_json::Error> {
        // A list of values would be taken for the members in their order, which nobody means.
        if !json.trim_ascii_start().starts_with(b"{") {
            return Err(serde::de::Error::custom("an object {…} is expected"));
        }
        serde_json::from_slice(json)
    }

    /// Whether there is anything to go by.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let blank = |text: &Option<String>| text.as_deref().is_none_or(|text| text.trim().is_empty());
        [&self.description, &self.hs, &self.smiles, &self.name, &self.model].into_iter().all(blank)
            && self.cas.is_none()
    }

    /// Everything that is written in words: description, name, model and the names of parameters. The maker's name is
    /// not among them, as it says nothing about goods.
    #[must_use]
    pub fn words(&self) -> String {
        let mut words = String::new();
        for part in [&self.description, &self.name, &self.model].into_iter().flatten() {
            if !words.is_empty() {
                words.push_str(". ");
            }
            words.push_str(part);
        }
        for (name, value) in self.parameters.as_ref().map(Parameters::written).unwrap_or_default() {
            words.push_str(". ");
            words.push_str(&name.replace('_', " "));
            words.push(' ');
            words.push_str(&value);
        }
        words
    }
}

/// Identifiers come as numbers too.
fn text_or_number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    optional_text_or_number(deserializer).map(Option::unwrap_or_default)
}

fn optional_text_or_number<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(deserializer)? {
        serde_json::Value::Null => None,
        serde_json::Value::String(text) => Some(text),
        other => Some(other.to_string()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_is_read_in_every_shape() {
        let item: Item = serde_json::from_str(
            r#"{"id": 7, "hs": 8413500000, "cas": ["7664-39-3"], "parameters": {"volume": "0,1 m3", "axes": 5}}"#,
        )
        .unwrap();
        assert_eq!((item.id.as_str(), item.hs.as_deref()), ("7", Some("8413500000")));
        assert_eq!(item.words(), ". axes 5. volume 0,1 m3");
        let listed: Item = serde_json::from_str(
            r#"{"id":"a","cas":"50-00-0","parameters":[{"name":"flow","value":2,"unit":"m3/h"}]}"#,
        )
        .unwrap();
        assert_eq!(listed.cas.unwrap().iter().collect::<Vec<_>>(), ["50-00-0"]);
        assert_eq!(listed.parameters.unwrap().written(), [("flow".to_owned(), "2 m3/h".to_owned())]);
        assert!(serde_json::from_str::<Item>("{}").unwrap().is_empty());
        assert!(Item::read(b" [1]").is_err());
        assert!(Item::read(b" {\"id\": \"x\"}").is_ok());
    }
}
