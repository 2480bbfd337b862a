//! Text as instruments write it: the encoding, lines, numbers.

use std::borrow::Cow;

/// Decodes bytes into text. UTF-16 is told by its mark or its zeros, UTF-8 by being valid; anything else is read as
/// Windows-1252, in which every byte has a letter, so that nothing is lost and numbers survive.
pub(crate) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let utf16 = match bytes {
        [0xff, 0xfe, ..] | [b'<', 0, ..] => Some(encoding_rs::UTF_16LE),
        [0xfe, 0xff, ..] | [0, b'<', ..] => Some(encoding_rs::UTF_16BE),
        _ => None,
    };
    if let Some(encoding) = utf16 {
        return encoding.decode(bytes).0;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0,
    }
}

/// Whether the first bytes are those of a text: no zero, hardly a control character.
pub(crate) fn looks_like_text(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(2048)).unwrap_or(bytes);
    if matches!(head, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'<', 0, ..]) {
        return true;
    }
    let controls = head.iter().filter(|byte| **byte < 9 || (**byte > 13 && **byte < 32 && **byte != 26)).count();
    !head.is_empty() && controls * 50 <= head.len()
}

/// A finite number, also with a decimal comma or a Fortran exponent (`1.5D+02`).
pub(crate) fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    if let Ok(number) = text.parse::<f64>() {
        return number.is_finite().then_some(number);
    }
    if text.is_empty() || text.len() > 40 || text.starts_with(|c: char| c.is_alphabetic()) {
        return None;
    }
    let repaired: String = text
        .chars()
        .map(|c| match c {
            ',' => '.',
            'd' | 'D' => 'e',
            other => other,
        })
        .collect();
    repaired.parse::<f64>().ok().filter(|number| number.is_finite())
}

/// The number that a text begins with, such as `12.5` of `12.5 s`.
pub(crate) fn leading_number(text: &str) -> Option<f64> {
    let text = text.trim();
    let end =
        text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | 'e' | 'E'))).unwrap_or(text.len());
    let head = text.get(..end)?;
    number(head).or_else(|| number(head.trim_end_matches(['e', 'E', '+', '-'])))
}

/// All numbers of a text, separated by blanks, commas, semicolons or line ends. What is no number is counted, not kept.
/// Reading stops beyond `limit` numbers.
pub(crate) fn numbers(text: &str, limit: usize) -> (Vec<f64>, usize) {
    let mut found = Vec::new();
    let mut others = 0;
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '\0')) {
        if word.is_empty() {
            continue;
        }
        match number(word) {
            Some(number) => found.push(number),
            None => others += 1,
        }
        if found.len() > limit {
            break;
        }
    }
    (found, others)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for (text, expect) in [
            ("1", Some(1.0)),
            (" -2.5e3 ", Some(-2500.0)),
            ("1,5", Some(1.5)),
            ("1.5D+02", Some(150.0)),
            ("nan", None),
            ("inf", None),
            ("", None),
            ("x", None),
        ] {
            assert_eq!(number(text), expect, "{text:?}");
        }
        assert_eq!(leading_number("12.5 s"), Some(12.5));
        assert_eq!(leading_number("3e"), Some(3.0));
        assert_eq!(leading_number("about 3"), None);
        assert_eq!(numbers("1 2,3;4\n5 x", 10), (vec![1.0, 2.0, 3.0, 4.0, 5.0], 1));
    }

    #[test]
    fn every_encoding_becomes_text() {
        assert_eq!(decode(b"\xef\xbb\xbfabc"), "abc");
        assert_eq!(decode(b"\xff\xfea\0b\0"), "ab");
        assert_eq!(decode(b"\xe9t\xe9"), "été");
    }
}
