//! Scripts: which alphabet a letter or a word is of.

/// The scripts that names here come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin letters, accents included.
    Latin,
    /// Cyrillic letters of any language.
    Cyrillic,
    /// Arabic, Persian, Urdu and Pashto letters.
    Arabic,
    /// Korean syllables.
    Hangul,
    /// Chinese characters.
    Han,
    /// Any other letters.
    Other,
    /// No letters: digits and signs.
    None,
}

/// The script of a character; [`Script::None`] when it is not a letter.
#[must_use]
pub(super) fn script_of_letter(c: char) -> Script {
    match u32::from(c) {
        0x41..=0x5a | 0x61..=0x7a | 0xaa | 0xba | 0xc0..=0xd6 | 0xd8..=0xf6 | 0xf8..=0x24f | 0x250..=0x2af => {
            Script::Latin
        }
        0x1e00..=0x1eff => Script::Latin,
        0x400..=0x52f | 0x1c80..=0x1c8f | 0x2de0..=0x2dff | 0xa640..=0xa69f => Script::Cyrillic,
        0x600..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0xfb50..=0xfdff | 0xfe70..=0xfefc => Script::Arabic,
        0xac00..=0xd7a3 => Script::Hangul,
        0x4e00..=0x9fff | 0x3400..=0x4dbf | 0x20000..=0x2ffff | 0xf900..=0xfaff => Script::Han,
        _ if c.is_alphabetic() => Script::Other,
        _ => Script::None,
    }
}

/// The script of most letters of a word; the first of two that are even.
#[must_use]
pub fn script_of(word: &str) -> Script {
    if word.is_ascii() {
        return if word.bytes().any(|b| b.is_ascii_alphabetic()) { Script::Latin } else { Script::None };
    }
    let mut counts: [(Script, u32); 6] = [
        (Script::Latin, 0),
        (Script::Cyrillic, 0),
        (Script::Arabic, 0),
        (Script::Hangul, 0),
        (Script::Han, 0),
        (Script::Other, 0),
    ];
    for c in word.chars() {
        let script = script_of_letter(c);
        if let Some(count) = counts.iter_mut().find(|(known, _)| *known == script) {
            count.1 += 1;
        }
    }
    let best = counts.iter().rev().max_by_key(|(_, count)| *count);
    best.filter(|(_, count)| *count > 0).map_or(Script::None, |(script, _)| *script)
}
