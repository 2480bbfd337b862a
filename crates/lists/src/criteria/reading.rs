//! `criteria/<entry>.json` read key by key, so that every unknown or missing key is told with its place.

use domain::fault::Fault;
use domain::localized::Localized;
use serde_json::{Map, Value};

use super::{Comparison, Condition, Criterion, Exclusion, Mixture, Threshold};
use crate::path::ProvisionPath;
use crate::units::Unit;

/// How deep conditions may stand in one another.
const DEEPEST: usize = 16;

/// Reads the criteria of one entry.
pub(super) fn read(file: &str, bytes: &[u8], faults: &mut Vec<Fault>) -> Vec<Criterion> {
    let mut reader = Reader { file, at: String::new(), faults };
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(wrong) => {
            let line = wrong.line() as u64;
            reader
                .faults
                .push(Fault::error("criteria-not-json").with("text", wrong.to_string()).inside(file, Some(line)));
            return Vec::new();
        }
    };
    let Some(root) = reader.object(&value, &["entry", "provisions"]) else { return Vec::new() };
    let entry = root.get("entry").and_then(Value::as_str).unwrap_or_default();
    let named = file.trim_start_matches("criteria/").trim_end_matches(".json");
    if entry != named {
        reader.fault("criteria-other-entry", entry);
    }
    let provisions = root.get("provisions").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    if provisions.is_empty() {
        reader.fault("criteria-empty", entry);
    }
    let criteria: Vec<Criterion> = provisions.iter().filter_map(|value| reader.criterion(value)).collect();
    for criterion in &criteria {
        if criterion.path.entry() != entry {
            reader.fault("criteria-other-entry", criterion.path.as_str());
        }
    }
    criteria
}

struct Reader<'r> {
    file: &'r str,
    /// The path of the provision that is being read.
    at: String,
    faults: &'r mut Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, code: &str, text: &str) {
        self.faults.push(Fault::error(code).at(&self.at).with("text", text).inside(self.file, None));
    }

    /// An object with no other keys than these.
    fn object<'v>(&mut self, value: &'v Value, known: &[&str]) -> Option<&'v Map<String, Value>> {
        let Some(object) = value.as_object() else {
            self.fault("criteria-not-an-object", &value.to_string());
            return None;
        };
        for key in object.keys().filter(|key| !known.contains(&key.as_str())) {
            self.fault("criteria-key-unknown", key);
        }
        Some(object)
    }

    fn criterion(&mut self, value: &Value) -> Option<Criterion> {
        const KNOWN: [&str; 8] = ["path", "head", "applies", "children", "also", "unless", "mixture", "see"];
        let object = self.object(value, &KNOWN)?;
        let written = object.get("path").and_then(Value::as_str).unwrap_or_default();
        written.clone_into(&mut self.at);
        let path = self.path(written)?;
        let mut branch = |key: &str| object.get(key).and_then(|value| self.condition(value, 0));
        let (head, applies, also) = (branch("head"), branch("applies"), branch("also"));
        let any_child = match object.get("children").map(Value::as_str) {
            None => false,
            Some(Some("any")) => true,
            Some(other) => {
                self.fault("criteria-children", other.unwrap_or("?"));
                false
            }
        };
        let each = |key: &str| object.get(key).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let unless = each("unless").iter().filter_map(|value| self.exclusion(value)).collect();
        let mixtures = each("mixture").iter().filter_map(|value| self.mixture(value)).collect();
        let see = each("see").iter().filter_map(|value| self.path(value.as_str().unwrap_or_default())).collect();
        if applies.is_none() && !any_child && also.is_none() {
            self.fault("criteria-says-nothing", written);
        }
        Some(Criterion { path, head, applies, any_child, also, unless, mixtures, see })
    }

    fn path(&mut self, text: &str) -> Option<ProvisionPath> {
        let path = text.parse().ok();
        if path.is_none() {
            self.fault("list-path-unreadable", text);
        }
        path
    }

    fn exclusion(&mut self, value: &Value) -> Option<Exclusion> {
        let object = value.as_object()?;
        let note = object.get("note").and_then(Value::as_str).map(str::to_owned);
        let mut rest = object.clone();
        rest.remove("note");
        let condition = self.condition(&Value::Object(rest), 0)?;
        Some(Exclusion { note, condition })
    }

    fn mixture(&mut self, value: &Value) -> Option<Mixture> {
        let object = self.object(value, &["note", "when", "each_listed_max", "u"])?;
        let note = object.get("note").and_then(Value::as_str).unwrap_or_default().to_owned();
        let when = object.get("when").and_then(|value| self.condition(value, 0));
        let most = self.threshold(object, "each_listed_max")?;
        Some(Mixture { note, when, most })
    }

    fn threshold(&mut self, object: &Map<String, Value>, key: &str) -> Option<Threshold> {
        let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
        let (value, unit) = (text(key).parse(), Unit::read(text("u")));
        if value.is_err() {
            self.fault("criteria-number", text(key));
        }
        if unit.is_err() {
            self.fault("quantity-unit-unknown", text("u"));
        }
        Some(Threshold { value: value.ok()?, unit: unit.ok()? })
    }

    fn condition(&mut self, value: &Value, depth: usize) -> Option<Condition> {
        let object = value.as_object();
        let Some(object) = object.filter(|_| depth < DEEPEST) else {
            self.fault("criteria-not-an-object", &value.to_string());
            return None;
        };
        let has = |key: &str| object.contains_key(key);
        if has("each") {
            return self.each(value, depth);
        }
        if has("all") || has("any") {
            return self.parts(value, depth);
        }
        if has("is") {
            return self.closed(value);
        }
        if has("q") {
            return self.quantity(value);
        }
        match object.iter().next() {
            Some((key, value)) if object.len() == 1 => match key.as_str() {
                "cas" => self.cas(value),
                "organism" => Some(Condition::Organism(self.words(value))),
                "ref" => Some(Condition::Reference(self.path(value.as_str().unwrap_or_default())?)),
                "judge" => self.judge(value),
                other => {
                    self.fault("criteria-key-unknown", other);
                    None
                }
            },
            _ => {
                self.fault("criteria-condition-unknown", &value.to_string());
                None
            }
        }
    }

    /// `all` or `any`, and whichever of them a quantifier holds.
    fn parts(&mut self, value: &Value, depth: usize) -> Option<Condition> {
        let object = self.object(value, &["all", "any"])?;
        let (Some((key, list)), 1) = (object.iter().next(), object.len()) else {
            self.fault("criteria-condition-unknown", &value.to_string());
            return None;
        };
        let values = list.as_array().filter(|list| !list.is_empty());
        let Some(values) = values else {
            self.fault("criteria-empty", key);
            return None;
        };
        // One part that cannot be read makes the whole unreadable: leaving it out would change what is asked.
        let parts: Option<Vec<Condition>> = values.iter().map(|value| self.condition(value, depth + 1)).collect();
        parts.map(|parts| if key == "all" { Condition::All(parts) } else { Condition::Any(parts) })
    }

    fn each(&mut self, value: &Value, depth: usize) -> Option<Condition> {
        let object = self.object(value, &["each", "except", "any", "all"])?;
        let part = object.get("each").and_then(Value::as_str).unwrap_or_default().to_owned();
        let except = match object.get("except") {
            Some(value) => Some(Box::new(self.exclusion(value)?)),
            None => None,
        };
        let mut rest = object.clone();
        rest.remove("each");
        rest.remove("except");
        let condition = Box::new(self.parts(&Value::Object(rest), depth)?);
        Some(Condition::Each { part, except, condition })
    }

    fn closed(&mut self, value: &Value) -> Option<Condition> {
        let object = self.object(value, &["is", "in"])?;
        let attribute = object.get("is").and_then(Value::as_str).unwrap_or_default().to_owned();
        let values = object.get("in").map_or_else(Vec::new, |value| self.words(value));
        if values.is_empty() {
            self.fault("criteria-empty", "in");
            return None;
        }
        Some(Condition::Is { attribute, values })
    }

    fn quantity(&mut self, value: &Value) -> Option<Condition> {
        let object = self.object(value, &["q", "op", "v", "u", "method", "scope"])?;
        let text = |key: &str| object.get(key).and_then(Value::as_str);
        let comparison = text("op").unwrap_or_default().parse::<Comparison>();
        if comparison.is_err() {
            self.fault("criteria-comparison", text("op").unwrap_or_default());
        }
        let threshold = self.threshold(object, "v")?;
        Some(Condition::Quantity {
            quantity: text("q").unwrap_or_default().to_owned(),
            comparison: comparison.ok()?,
            threshold,
            method: text("method").map(str::to_owned),
            scope: text("scope").map(str::to_owned),
        })
    }

    fn cas(&mut self, value: &Value) -> Option<Condition> {
        let written = self.words(value);
        let mut numbers = Vec::new();
        for text in &written {
            match text.parse() {
                Ok(number) => numbers.push(number),
                Err(_) => self.fault("cas-check-digit", text),
            }
        }
        (numbers.len() == written.len() && !numbers.is_empty()).then_some(Condition::Cas(numbers))
    }

    fn judge(&mut self, value: &Value) -> Option<Condition> {
        let object = self.object(value, &["en", "ru"])?;
        let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
        if text("en").is_empty() || text("ru").is_empty() {
            self.fault("criteria-words-missing", "judge");
        }
        Some(Condition::Judge(Localized::en_ru(text("en"), text("ru"))))
    }

    /// A list of words.
    fn words(&mut self, value: &Value) -> Vec<String> {
        let words = value.as_array().map_or(&[][..], Vec::as_slice);
        let read: Vec<String> = words.iter().filter_map(Value::as_str).map(str::to_owned).collect();
        if read.len() != words.len() || read.is_empty() {
            self.fault("criteria-empty", &value.to_string());
        }
        read
    }
}
