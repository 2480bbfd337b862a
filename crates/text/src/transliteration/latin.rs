//! Latin letters without their accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A Latin word in small plain letters a to z: accents are taken off, letters that have none are written out. What is
/// not a Latin letter or a digit is dropped.
#[must_use]
pub fn plain_latin(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    if word.is_ascii() {
        plain.extend(word.bytes().filter(u8::is_ascii_alphanumeric).map(|b| char::from(b.to_ascii_lowercase())));
        return plain;
    }
    for c in word.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => plain.push(c),
            'ß' => plain.push_str("ss"),
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ł' => plain.push('l'),
            'đ' | 'ð' => plain.push('d'),
            'þ' => plain.push_str("th"),
            'ı' => plain.push('i'),
            'ŋ' => plain.push_str("ng"),
            'ə' => plain.push('a'),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::plain_latin;

    #[test]
    fn accents_are_taken_off() {
        for (word, plain) in [
            ("Erdoğan", "erdogan"),
            ("ŁOŚ", "los"),
            ("Usāma", "usama"),
            ("Groß", "gross"),
            ("Øyvind", "oyvind"),
            ("д", ""),
        ] {
            assert_eq!(plain_latin(word), plain);
        }
    }
}
