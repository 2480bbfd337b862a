//! Finding strings in a JSON text without taking it apart, so that they can be replaced where they stand and every
//! later fault still names the right line.

use std::ops::Range;

/// A string that stands in a field of the outermost object, alone or in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reference {
    /// The field.
    pub(super) field: String,
    /// The string.
    pub(super) value: String,
    /// Where it stands in the text, quotes and all.
    pub(super) span: Range<usize>,
}

/// All such strings, in the order of the text. The text is known to be JSON.
pub(super) fn references(text: &str) -> Vec<Reference> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    // The brackets that are open, outermost first.
    let mut open = Vec::new();
    let mut field = String::new();
    let mut position = 0;
    while let Some(&byte) = bytes.get(position) {
        match byte {
            b'{' | b'[' => open.push(byte),
            b'}' | b']' => {
                open.pop();
            }
            b'"' => {
                let end = end_of_string(bytes, position);
                let value: String = serde_json::from_str(&text[position..end]).unwrap_or_default();
                let is_name = text[end..].trim_start().starts_with(':');
                match (open.as_slice(), is_name) {
                    (b"{", true) => field = value,
                    (b"{" | b"{[", false) => {
                        found.push(Reference { field: field.clone(), value, span: position..end });
                    }
                    _ => {}
                }
                position = end;
                continue;
            }
            _ => {}
        }
        position += 1;
    }
    found
}

/// The place after the closing quote of the string that begins here.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut position = start + 1;
    while let Some(&byte) = bytes.get(position) {
        match byte {
            b'\\' => position += 1,
            b'"' => return position + 1,
            _ => {}
        }
        position += 1;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::references;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let shown: Vec<String> = references(text)
            .into_iter()
            .map(|found| format!("{}={} {}", found.field, found.value, &text[found.span]))
            .collect();
        assert_eq!(shown, expect);
    }

    #[test]
    fn strings_are_found_where_they_stand() {
        check("{\n \"round\": \"karsk-2026\" }", &["round=karsk-2026 \"karsk-2026\""]);
        check(r#"{"measures": ["XO:1", "XO:2"], "n": 1}"#, &[r#"measures=XO:1 "XO:1""#, r#"measures=XO:2 "XO:2""#]);
        check(r#"{"text": {"round": "x"}, "list": [{"round": "y"}]}"#, &[]);
        check(r#"{"a": "\"round\": \\", "b": "я"}"#, &[r#"a="round": \ "\"round\": \\""#, r#"b=я "я""#]);
        check("[\"x\"]", &[]);
    }
}
