//! Reading what was filled in onto what stood there before: texts in languages that no form shows are kept, lists are
//! taken apart, and what cannot be read is a fault at its field.

use std::str::FromStr;

use app::{Refusal, Seen};
use domain::fault::Fault;
use domain::ids::RecordId;
use domain::localized::Localized;
use jiff::civil::Date;
use locale::Catalogue;

use crate::form::Form;

/// The text under this name, in the languages of the site; its other languages stay as they were.
#[must_use]
pub fn localized(form: &Form, name: &str, before: Option<&Localized>) -> Localized {
    let mut text = before.cloned().unwrap_or_default();
    for language in Catalogue::embedded().languages() {
        text.set(*language, form.value(format!("{name}.{language}")));
    }
    text
}

/// A value that must be there.
pub fn required<T: FromStr>(form: &Form, name: &str, code: &str, faults: &mut Vec<Fault>) -> Option<T> {
    if form.filled(name).is_none() {
        faults.push(Fault::error("field-missing").at(name));
    }
    form.read(name, code, faults)
}

/// A day that must be there.
pub fn day(form: &Form, name: &str, faults: &mut Vec<Fault>) -> Option<Date> {
    required(form, name, "date-not-read", faults)
}

/// A list whose items stand on lines of their own or between semicolons.
pub fn list<T: FromStr>(form: &Form, name: &str, code: &str, faults: &mut Vec<Fault>) -> Vec<T> {
    let mut items = Vec::new();
    for part in form.value(name).split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match part.parse() {
            Ok(item) => items.push(item),
            Err(_) => faults.push(Fault::error(code).at(name).with("value", part)),
        }
    }
    items
}

/// Every box that is ticked under this name.
pub fn ticked<T: FromStr>(form: &Form, name: &str, faults: &mut Vec<Fault>) -> Vec<T> {
    let mut items = Vec::new();
    for value in form.all(name) {
        match value.parse() {
            Ok(item) => items.push(item),
            Err(_) => faults.push(Fault::error("choice-not-read").at(name).with("value", value)),
        }
    }
    items
}

/// Items as a form shows a list of them.
#[must_use]
pub fn joined<T: ToString>(items: &[T], separator: &str) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(separator)
}

/// The version that the person saw of this record. A form that does not say it saw none, and will be refused.
#[must_use]
pub fn seen(form: &Form, record: RecordId) -> Seen {
    Seen { record, version: form.seen().unwrap_or(0) }
}

/// The faults with which a form is shown again. For something new, `taken` is the field and value that must be free: a
/// conflict then means that they are not.
///
/// # Errors
/// Every other refusal.
pub fn again(refusal: Refusal, taken: Option<(&str, &str)>) -> Result<Vec<Fault>, Refusal> {
    match (refusal, taken) {
        (Refusal::Invalid(faults), _) => Ok(faults),
        (Refusal::Conflict { .. }, Some((field, value))) => {
            Ok(vec![Fault::error("name-taken").at(field).with("name", value)])
        }
        (refusal, _) => Err(refusal),
    }
}

#[cfg(test)]
mod tests {
    use domain::cell::RowKey;
    use domain::localized::Localized;

    use super::{list, localized};
    use crate::form::Form;

    #[test]
    fn a_language_that_no_form_shows_is_kept() {
        let mut before = Localized::en_ru("law", "закон");
        before.set("tg".parse().unwrap(), "қонун");
        let form = Form::new().with("text.en", "act").with("text.ru", "");
        let after = localized(&form, "text", Some(&before));
        let said: Vec<String> = after.iter().map(|(language, text)| format!("{language} {text}")).collect();
        assert_eq!(said, ["en act", "tg қонун"]);
    }

    #[test]
    fn lists_are_taken_apart_and_faults_name_the_part() {
        for (written, items, wrong) in [
            ("II.10; IV.6", vec!["II.10", "IV.6"], vec![]),
            ("II.10\nIV.6;\n", vec!["II.10", "IV.6"], vec![]),
            ("", vec![], vec![]),
            ("II.10; six", vec!["II.10"], vec!["six"]),
        ] {
            let mut faults = Vec::new();
            let rows: Vec<RowKey> = list(&Form::new().with("rows", written), "rows", "row-not-read", &mut faults);
            let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
            let faulty: Vec<&str> = faults.iter().filter_map(|f| f.values.get("value")).map(String::as_str).collect();
            assert_eq!((rows, faulty), (items.iter().map(ToString::to_string).collect(), wrong), "{written:?}");
        }
    }
}
