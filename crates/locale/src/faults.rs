//! Faults in words: what is wrong, where, what to do.

use domain::fault::{Fault, Place};

use crate::translator::Translator;
use crate::value::Value;

/// A fault as it is told to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FaultText {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Where: `XO.csv, line 12, mark`. Empty when it is nowhere in particular.
    pub place: String,
}

impl Translator {
    /// The words of a fault. The message may use every value of the fault, and `$field`.
    #[must_use]
    pub fn fault(&self, fault: &Fault) -> FaultText {
        let key = format!("fault-{}", fault.code);
        let mut values: Vec<(&str, Value)> =
            fault.values.iter().map(|(name, value)| (name.as_str(), count_or_text(value))).collect();
        if !fault.values.contains_key("field") {
            values.push(("field", fault.place.field.as_deref().unwrap_or_default().into()));
        }
        FaultText {
            message: self.with(&key, &values),
            hint: self.attribute_with(&key, "hint", &values),
            place: self.place(&fault.place),
        }
    }

    /// A place in words, from the outside in.
    #[must_use]
    pub fn place(&self, place: &Place) -> String {
        let file = place.file.as_ref().map(|file| self.with("place-file", &[("file", file.into())]));
        // A line is a name, not a count.
        let line = place.line.map(|line| self.with("place-line", &[("line", line.to_string().into())]));
        let field = place.field.as_ref().map(|field| self.with("place-field", &[("field", field.into())]));
        [file, line, field].into_iter().flatten().collect::<Vec<_>>().join(&self.text("list-separator"))
    }
}

/// The values of a fault travel as text. One that is a whole number and nothing else may choose a plural form.
fn count_or_text(value: &str) -> Value {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => Value::Number(number),
        _ => Value::Text(value.to_owned()),
    }
}
