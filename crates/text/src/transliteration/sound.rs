//! Sound keys: a word reduced to what its spellings in several alphabets and languages share.
//!
//! A key is ASCII: vowels `a e i o u`; consonants `b p d t g k h f v m n l r s z`, `c` (ts), `C` (ch as in church), `S`
//! (sh), `J` (zh, or j as in judge); and two symbols for Latin letters that are read in more than one way: `X` (ch of any
//! language), `j` (j of any language). Glides are `i`; doubled sounds are single. Keys are compared with
//! [`sound_distance`](super::sound_distance), never shown.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::cyrillic::find;
use super::hangul;
use super::script::{Script, script_of, script_of_letter};

/// The sound key of one word. Empty when there is nothing to be read aloud.
#[must_use]
pub fn sound(word: &str) -> String {
    let mut key = Key(String::with_capacity(word.len()));
    match script_of(word) {
        Script::Latin => latin(word, &mut key),
        Script::Cyrillic => cyrillic(word, &mut key),
        Script::Arabic => arabic(word, &mut key),
        Script::Hangul => {
            for [first, vowel, last] in word.chars().filter_map(hangul::syllable) {
                [first.1, vowel.1, last.1].into_iter().for_each(|sound| key.push_all(sound));
            }
        }
        Script::Han | Script::Other => latin(&hanja_and_other_to_latin(word), &mut key),
        Script::None => key.0.extend(word.chars().filter(char::is_ascii_digit)),
    }
    key.0
}

/// The plain Latin letters of a word in any script that has no table of its own here: Chinese in pinyin, Greek, Georgian,
/// Armenian, Devanagari, Thai and others letter by letter.
#[must_use]
pub fn hanja_and_other_to_latin(word: &str) -> String {
    if script_of(word) == Script::Hangul {
        return word
            .chars()
            .filter_map(hangul::syllable)
            .flat_map(|parts| parts.into_iter().map(|(romanised, _)| romanised))
            .collect();
    }
    any_ascii::any_ascii(word).to_ascii_lowercase()
}

/// A key that never repeats a symbol.
struct Key(String);

impl Key {
    fn push(&mut self, symbol: u8) {
        if self.0.as_bytes().last() != Some(&symbol) {
            self.0.push(char::from(symbol));
        }
    }

    fn push_all(&mut self, symbols: &str) {
        symbols.bytes().for_each(|symbol| self.push(symbol));
    }
}

fn cyrillic(word: &str, key: &mut Key) {
    let letters: Vec<char> = word.nfc().flat_map(char::to_lowercase).collect();
    let mut rest = letters.as_slice();
    while let [c, behind @ ..] = rest {
        let next = behind.first();
        let (symbols, taken): (&str, usize) = match (c, next) {
            ('д', Some('ж')) => ("J", 2),
            ('д', Some('з')) => ("z", 2),
            ('т' | 'д', Some('с' | 'ц')) => ("c", 2),
            ('т', Some('ч')) => ("C", 2),
            ('т', Some('ь')) if behind.get(1) == Some(&'с') => ("c", 3),
            _ => (find(*c).map_or("", |letter| letter.sound), 1),
        };
        key.push_all(symbols);
        rest = rest.get(taken..).unwrap_or_default();
    }
}

static ARABIC: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let text = include_str!("../../../../data/transliteration/arabic.csv");
    let line = |line: &'static str| {
        let mut cells = line.split(',');
        Some((cells.next()?.chars().next()?, cells.next()?))
    };
    text.lines().skip(1).filter_map(line).collect()
});

fn arabic(word: &str, key: &mut Key) {
    for c in word.nfkc().filter(|c| !is_combining_mark(*c)) {
        key.push_all(ARABIC.get(&c).copied().unwrap_or_default());
    }
}

/// Groups of Latin letters that are one sound, the longest first. Polish, German, French, English and scholarly
/// spellings are all read: what they cannot agree on has an ambiguous symbol.
const GROUPS: [(&str, &str); 50] = [
    ("schtsch", "SC"),
    ("chtch", "SC"),
    ("shtch", "SC"),
    ("szcz", "SC"),
    ("shch", "SC"),
    ("tsch", "C"),
    ("tch", "C"),
    ("sch", "S"),
    ("eau", "o"),
    ("dzh", "J"),
    ("dsh", "J"),
    ("igh", "ai"),
    ("sh", "S"),
    ("sz", "S"),
    ("cz", "C"),
    ("ch", "X"),
    ("zh", "J"),
    ("kh", "h"),
    ("ph", "f"),
    ("th", "t"),
    ("gh", "g"),
    ("dh", "d"),
    ("dj", "J"),
    ("ts", "c"),
    ("tz", "c"),
    ("dz", "z"),
    ("ck", "k"),
    ("qu", "kv"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("rz", "J"),
    ("ae", "e"),
    ("oe", "o"),
    ("ue", "u"),
    ("aa", "a"),
    ("ei", "ei"),
    ("ey", "ei"),
    ("ay", "ai"),
    ("wh", "v"),
    ("rh", "r"),
    ("eu", "eu"),
    ("ce", "ce"),
    ("ci", "ci"),
    ("cy", "ci"),
    ("yj", "i"),
    ("ij", "i"),
    ("iy", "i"),
    ("jy", "i"),
    ("ji", "ji"),
];

/// The sound of an accented letter that differs from that of its plain letter.
fn accented(c: char) -> Option<&'static str> {
    Some(match c {
        'š' | 'ş' | 'ș' | 'ŝ' => "S",
        'ś' => "s",
        'č' | 'ć' | 'ç' | 'ċ' | 'ĉ' => "C",
        'ž' | 'ż' | 'ĵ' => "J",
        'ź' => "z",
        'ţ' | 'ț' => "c",
        'ą' => "on",
        'ę' => "en",
        'ő' | 'ö' | 'ø' | 'œ' | 'å' => "o",
        'ű' | 'ü' => "iu",
        'ä' | 'æ' => "e",
        'ř' => "rJ",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "t",
        'ß' => "s",
        'ı' => "i",
        'ə' => "a",
        'ñ' | 'ň' => "n",
        'ğ' => "g",
        _ => return None,
    })
}

fn latin(word: &str, key: &mut Key) {
    let letters: String = word.nfc().flat_map(char::to_lowercase).collect();
    let mut rest = letters.as_str();
    while let Some(c) = rest.chars().next() {
        if let Some((group, symbols)) = group_at(rest) {
            key.push_all(symbols);
            rest = rest.get(group.len()..).unwrap_or_default();
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        if let Some(symbols) = accented(c) {
            key.push_all(symbols);
            continue;
        }
        if script_of_letter(c) != Script::Latin {
            // A stray letter of another alphabet is read as its table says.
            key.push_all(find(c).map_or("", |letter| letter.sound));
            continue;
        }
        let plain = if c.is_ascii() { Some(c) } else { c.nfd().find(char::is_ascii_alphabetic) };
        match plain {
            Some('y') => key.push(b'i'),
            Some('w') => key.push(b'v'),
            Some('x') => key.push_all("ks"),
            Some('q' | 'c') => key.push(b'k'),
            Some(letter @ 'a'..='z') => key.push(letter as u8),
            _ => {}
        }
    }
}

fn group_at(rest: &str) -> Option<(&'static str, &'static str)> {
    let bytes = rest.as_bytes();
    let first = *bytes.first()?;
    // Most letters begin no group; looking through all of them for each letter would be most of the time.
    if !bytes.get(1)?.is_ascii() || !first.is_ascii() {
        return None;
    }
    GROUPS.iter().find(|(group, _)| group.as_bytes()[0] == first && bytes.starts_with(group.as_bytes())).copied()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::sound;

    #[track_caller]
    fn check(word: &str, key: &str) {
        assert_eq!(sound(word), key, "{word}");
    }

    #[test]
    fn spellings_of_one_sound_meet() {
        check("Shchukin", "SCukin");
        check("Щукин", "SCukin");
        check("Szczukin", "SCukin");
        check("Xhosa", "ksXosa".replace('X', "h").as_str());
        check("Юсупов", "iusupov");
        check("Yussupow", "iusupov");
        check("김", "kim");
        check("محمد", "mhmd");
        check("李", "li");
        check("42", "42");
        check("\u{200f}", "");
    }

    proptest! {
        #[test]
        fn keys_are_ascii_and_nothing_panics(word in "\\PC{0,40}") {
            prop_assert!(sound(&word).is_ascii());
        }
    }
}
