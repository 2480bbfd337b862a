//! Decoding: bytes of unknown encoding to text, or a refusal.

use encoding_rs::{IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251};

/// The encodings a text file may come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16 with a byte order mark.
    Utf16,
    /// windows-1251, recognised by its letters.
    Windows1251,
    /// IBM866, recognised by its letters.
    Ibm866,
    /// KOI8-R, recognised by its letters.
    Koi8R,
}

impl Encoding {
    /// Its usual name.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16 => "UTF-16",
            Self::Windows1251 => "windows-1251",
            Self::Ibm866 => "IBM866",
            Self::Koi8R => "KOI8-R",
        }
    }

    /// Whether the bytes or their mark say so, rather than the statistics of letters: a guess is told to the person.
    #[must_use]
    pub const fn is_certain(self) -> bool {
        matches!(self, Self::Utf8 | Self::Utf16)
    }
}

/// Decoded text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte order mark.
    pub text: String,
    /// What it was decoded from.
    pub encoding: Encoding,
}

/// Why bytes are not text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotText {
    /// There is a NUL character: a program, a picture, or an office file.
    #[error("there is a NUL character at byte {offset}")]
    Nul {
        /// Where, in bytes from the start.
        offset: usize,
    },
    /// It claims to be UTF-16 and is not.
    #[error("the text says it is UTF-16 and is not")]
    BrokenUtf16,
    /// No encoding that is known here makes words of it.
    #[error("the encoding is not recognised; the first byte that is not UTF-8 is at {offset}")]
    Unrecognised {
        /// The first byte that is not UTF-8, in bytes from the start.
        offset: usize,
    },
}

/// Decodes text: UTF-8, UTF-16 with its mark, else the single-byte Cyrillic encoding whose letters fit.
///
/// # Errors
/// When the bytes hold a NUL, or no encoding makes words of them.
pub fn decode(bytes: &[u8]) -> Result<Decoded, NotText> {
    for (mark, encoding) in [(&b"\xff\xfe"[..], UTF_16LE), (&b"\xfe\xff"[..], UTF_16BE)] {
        if let Some(rest) = bytes.strip_prefix(mark) {
            let text =
                encoding.decode_without_bom_handling_and_without_replacement(rest).ok_or(NotText::BrokenUtf16)?;
            return match text.find('\0') {
                Some(offset) => Err(NotText::Nul { offset }),
                None => Ok(Decoded { text: text.into_owned(), encoding: Encoding::Utf16 }),
            };
        }
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(offset) = bytes.iter().position(|byte| *byte == 0) {
        return Err(NotText::Nul { offset });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Decoded { text: text.to_owned(), encoding: Encoding::Utf8 }),
        Err(error) => by_letters(bytes).ok_or(NotText::Unrecognised { offset: error.valid_up_to() }),
    }
}

/// The single-byte Cyrillic encoding whose letters make words, if one does.
fn by_letters(bytes: &[u8]) -> Option<Decoded> {
    [(Encoding::Windows1251, WINDOWS_1251), (Encoding::Ibm866, IBM866), (Encoding::Koi8R, KOI8_R)]
        .into_iter()
        .filter_map(|(encoding, table)| {
            let text = table.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
            Some((likeness(&text)?, Decoded { text, encoding }))
        })
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, decoded)| decoded)
}

/// How much a text looks like Cyrillic writing, as a mean weight of its letters; nothing when it does not at all.
fn likeness(text: &str) -> Option<f64> {
    let mut weight = 0_i64;
    let (mut letters, mut foreign, mut beside_latin) = (0_u32, 0_u32, 0_u32);
    let mut previous = ' ';
    for c in text.chars() {
        if let Some(frequency) = frequency(c) {
            letters += 1;
            weight += frequency;
            // A capital inside a word is what a wrong table makes of small letters.
            weight -= if previous.is_lowercase() && c.is_uppercase() { 60 } else { 0 };
            beside_latin += u32::from(previous.is_ascii_alphabetic());
        } else if c.is_ascii_alphabetic() && frequency(previous).is_some() {
            beside_latin += 1;
        } else if !c.is_ascii() && !"№«»—–„“”‘’…•°§ \u{a0}".contains(c) {
            foreign += 1;
        }
        previous = c;
    }
    // One letter in three beside a Latin one: accents of another language, not Cyrillic words.
    let cyrillic = letters > 0 && foreign * 8 <= letters && beside_latin * 3 <= letters;
    cyrillic.then(|| (weight as f64 - 80.0 * f64::from(foreign)) / f64::from(letters))
}

/// Occurrences of a Cyrillic letter in a thousand letters of Russian; capitals count a little less, so that small
/// letters win where both readings are words of frequent letters.
fn frequency(c: char) -> Option<i64> {
    const RUSSIAN: [(char, i64); 33] = [
        ('о', 110),
        ('е', 85),
        ('а', 80),
        ('и', 74),
        ('н', 67),
        ('т', 63),
        ('с', 55),
        ('р', 47),
        ('в', 45),
        ('л', 44),
        ('к', 35),
        ('м', 32),
        ('д', 30),
        ('п', 28),
        ('у', 26),
        ('я', 20),
        ('ы', 19),
        ('ь', 17),
        ('г', 17),
        ('з', 16),
        ('б', 16),
        ('ч', 14),
        ('й', 12),
        ('х', 10),
        ('ж', 9),
        ('ш', 7),
        ('ю', 6),
        ('ц', 5),
        ('щ', 4),
        ('э', 3),
        ('ф', 3),
        ('ё', 1),
        ('ъ', 1),
    ];
    let lower = c.to_lowercase().next()?;
    if matches!(lower, 'і' | 'ї' | 'ў' | 'є' | 'ґ') {
        return Some(10);
    }
    let (_, frequency) = RUSSIAN.iter().find(|(letter, _)| *letter == lower)?;
    Some(if c == lower { *frequency } else { *frequency - 10 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expect: Result<(&str, Encoding), NotText>) {
        let expect = expect.map(|(text, encoding)| Decoded { text: text.to_owned(), encoding });
        assert_eq!(decode(bytes), expect);
    }

    #[test]
    fn marks_and_utf8_are_certain() {
        check("Срок".as_bytes(), Ok(("Срок", Encoding::Utf8)));
        check(b"\xef\xbb\xbfNo.", Ok(("No.", Encoding::Utf8)));
        check(b"\xff\xfe\x21\x04", Ok(("С", Encoding::Utf16)));
        check(b"\xfe\xff\x04\x21", Ok(("С", Encoding::Utf16)));
        check(b"", Ok(("", Encoding::Utf8)));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        check(b"PK\x03\x04\x00", Err(NotText::Nul { offset: 4 }));
        check(b"\xff\xfe\x00\xd8", Err(NotText::BrokenUtf16));
        check(b"\xff\xfe\x00\x00", Err(NotText::Nul { offset: 0 }));
        check(b"caf\xe9 na\xefve", Err(NotText::Unrecognised { offset: 3 }));
        check(b"\x89PNG\x0d\x0a\x1a\x0a", Err(NotText::Unrecognised { offset: 0 }));
    }

    #[test]
    fn cyrillic_encodings_are_recognised_by_their_letters() {
        for text in [
            "№;Мероприятие;Срок\n1;Принять закон об экспортном контроле;IV квартал 2026 г.\n",
            "МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ",
            "Министерство здравоохранения Республики Орлания; State Customs Committee",
            "Закон аб экспартным кантролі, пункт 3",
            "срок",
        ] {
            for (encoding, table) in
                [(Encoding::Windows1251, WINDOWS_1251), (Encoding::Ibm866, IBM866), (Encoding::Koi8R, KOI8_R)]
            {
                let (bytes, _, unmappable) = table.encode(text);
                if !unmappable {
                    check(&bytes, Ok((text, encoding)));
                }
            }
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(decoded) = decode(&bytes) {
                prop_assert!(!decoded.text.contains('\0'));
            }
        }

        #[test]
        fn utf8_stays_itself(text in "[^\0]{0,80}") {
            let stripped = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
            prop_assert_eq!(decode(text.as_bytes()), Ok(Decoded { text: stripped, encoding: Encoding::Utf8 }));
        }
    }
}
