//! Any record as fields with labels: for histories, conflicts, and faults that name a field.

use domain::body::Body;
use domain::language::Language;
use locale::Translator;
use serde_json::Value;

use crate::layout::Chrome;

/// The most fields that are shown of one record. A template has thousands, and has a page of its own.
const MOST: usize = 400;

/// A field of a record, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The dotted path: `citations.1.article`.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// The language of the value, when the field holds a text in several.
    pub language: Option<Language>,
    /// What it says.
    pub value: String,
}

/// A field that two versions say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The dotted path.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// The language of both values.
    pub language: Option<Language>,
    /// What the earlier or the stored version says; empty when nothing.
    pub before: String,
    /// What the later or the person's version says; empty when nothing.
    pub after: String,
}

/// Sets of words: field, and the translation keys of its values. Which `kind` or `status` it is, the record's kind says.
const WORDS: &[(&str, &str, &str)] = &[
    ("", "translation", "translation"),
    ("", "handling", "handling"),
    ("account", "roles", "role"),
    ("matrix", "status", "matrix-status"),
    ("measure", "status", "progress-status"),
    ("progress", "status", "progress-status"),
    ("measure", "funding", "funding"),
    ("measure", "form", "form-of-completion"),
    ("round", "kind", "round-kind"),
    ("finding", "kind", "finding-kind"),
    ("response", "position", "position"),
    ("participant", "role", "participant-role"),
    ("report", "scope", "report-scope"),
];

/// Fields that hold the codes of States.
const STATES: &[&str] = &["state", "states", "host_state", "addressees"];

/// Every field of a record, in the order of the document.
#[must_use]
pub fn fields(c: &Chrome, body: &Body) -> Vec<Field> {
    let mut fields = Vec::new();
    let kind = body.kind().as_str();
    if let Ok(Value::Object(whole)) = serde_json::to_value(body)
        && let Some(document) = whole.get(kind)
    {
        collect(c, kind, document, &mut Vec::new(), &mut fields);
    }
    fields.truncate(MOST);
    fields
}

fn collect(c: &Chrome, kind: &str, value: &Value, path: &mut Vec<String>, fields: &mut Vec<Field>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                path.push(name.clone());
                collect(c, kind, value, path, fields);
                path.pop();
            }
        }
        // A list of plain values is one line, a list of groups is numbered.
        Value::Array(items) if items.iter().all(|item| !item.is_object() && !item.is_array()) => {
            let items: Vec<String> = items.iter().map(|item| plain(c, kind, path, item)).collect();
            push(c, path, items.join("\n"), fields);
        }
        Value::Array(items) => {
            for (n, item) in items.iter().enumerate() {
                path.push((n + 1).to_string());
                collect(c, kind, item, path, fields);
                path.pop();
            }
        }
        plain_value => push(c, path, plain(c, kind, path, plain_value), fields),
    }
}

fn push(c: &Chrome, path: &[String], value: String, fields: &mut Vec<Field>) {
    if value.is_empty() {
        return;
    }
    let language = path.last().and_then(|last| crate::language::known(last));
    let path = path.join(".");
    fields.push(Field { label: label(c.t, &path), path, language, value });
}

fn plain(c: &Chrome, kind: &str, path: &[String], value: &Value) -> String {
    let text = match value {
        Value::Null => return String::new(),
        Value::Bool(true) => return c.t("web-yes"),
        Value::Bool(false) => return c.t("web-no"),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let field = path.last().map_or("", String::as_str);
    let set = WORDS.iter().find(|(of, name, _)| *name == field && (of.is_empty() || *of == kind));
    if let Some((.., set)) = set {
        let key = format!("{set}-{text}");
        return if c.t.has(&key) { c.t(&key) } else { text };
    }
    if STATES.contains(&path.iter().rev().find(|part| part.parse::<usize>().is_err()).map_or("", String::as_str))
        && let Ok(code) = text.parse()
        && c.states.get(&code).is_some()
    {
        return c.state(&code);
    }
    if let Ok(date) = text.parse()
        && text.len() >= 7
    {
        return c.partial_date(&date);
    }
    text
}

/// What a field is called: `citations.2.instrument.ru` is "Citation 2, instrument (Russian)".
#[must_use]
pub fn label(t: Translator, path: &str) -> String {
    let mut label = String::new();
    for part in path.split('.') {
        let key = format!("web-field-{}", part.replace('_', "-"));
        if let Some(language) = crate::language::known(part) {
            let name = t.text(&format!("web-in-language-{language}"));
            label.push_str(&format!(" ({name})"));
        } else if part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty() {
            label.push(' ');
            label.push_str(part);
        } else {
            if !label.is_empty() {
                label.push_str(&t.text("list-separator"));
            }
            let name = if t.has(&key) { t.text(&key) } else { part.replace(['_', '-'], " ") };
            if label.is_empty() { label.push_str(&name) } else { label.push_str(&name.to_lowercase()) }
        }
    }
    label
}

/// The fields in which two versions differ. Without an earlier version every field is new.
#[must_use]
pub fn differences(c: &Chrome, before: Option<&Body>, after: &Body) -> Vec<Difference> {
    let old = before.map(|before| fields(c, before)).unwrap_or_default();
    let new = fields(c, after);
    compare(&old, &new)
}

fn compare(old: &[Field], new: &[Field]) -> Vec<Difference> {
    let find = |fields: &[Field], path: &str| {
        fields.iter().find(|field| field.path == path).map(|field| field.value.clone()).unwrap_or_default()
    };
    let mut differences: Vec<Difference> = Vec::new();
    let gone = old.iter().filter(|field| !new.iter().any(|other| other.path == field.path));
    for field in new.iter().chain(gone) {
        let (before, after) = (find(old, &field.path), find(new, &field.path));
        if before != after {
            let (path, label) = (field.path.clone(), field.label.clone());
            differences.push(Difference { path, label, language: field.language, before, after });
        }
    }
    differences
}

#[cfg(test)]
mod tests {
    use super::{Field, compare};

    fn field(path: &str, value: &str) -> Field {
        Field { path: path.to_owned(), label: path.to_owned(), language: None, value: value.to_owned() }
    }

    #[test]
    fn only_what_differs_is_shown() {
        let old = [field("mark", "X"), field("article", "12"), field("link", "https://a.example")];
        let new = [field("mark", "X"), field("article", "13"), field("date", "2017")];
        let shown: Vec<String> =
            compare(&old, &new).into_iter().map(|d| format!("{}: {} → {}", d.label, d.before, d.after)).collect();
        assert_eq!(shown, ["article: 12 → 13", "date:  → 2017", "link: https://a.example → "]);
    }
}
