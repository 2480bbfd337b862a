//! Tokens: the words, numbers and list codes of a text, in order, each with its place.

use std::ops::Range;

use crate::fold::fold;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// A word of letters, perhaps with digits in it: `valve`, `al2o3`.
    Word,
    /// A number, its decimal sign made a point: `0.1`, `9000`.
    Number,
    /// The code of a control list, its look-alike letters made Latin: `2b350`.
    Code,
}

/// A word, number or code of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Folded: lower case, ё as е, look-alikes of the other alphabet inside one word mended.
    pub text: String,
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands in the text it was read from, in bytes.
    pub place: Range<usize>,
}

/// Longest word that is kept, in characters. What is longer is no word and is cut.
const LONGEST: usize = 64;

/// Reads at most `most` tokens. A hyphen parts two words; a point or comma between digits is a decimal sign, except
/// where three digits follow a comma and the number has another group of three.
#[must_use]
pub fn tokens(text: &str, most: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut characters = text.char_indices().peekable();
    while let Some((start, first)) = characters.next() {
        if found.len() >= most {
            break;
        }
        if !first.is_alphanumeric() {
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut previous = first;
        let mut numeric = first.is_ascii_digit();
        while let Some(&(at, c)) = characters.peek() {
            let continues = if c.is_alphanumeric() || is_mark(c) {
                true
            } else if matches!(c, '.' | ',') && numeric && previous.is_ascii_digit() {
                text[at + 1..].starts_with(|next: char| next.is_ascii_digit())
            } else {
                false
            };
            if !continues {
                break;
            }
            numeric = numeric && (c.is_ascii_digit() || matches!(c, '.' | ','));
            characters.next();
            previous = c;
            end = at + c.len_utf8();
        }
        push(&mut found, text, start..end);
    }
    found.truncate(most);
    found
}

/// Marks that stand over the letter before them, and the soft hyphen: inside a word they do not end it.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// Adds the token at a place; a number with its unit written close (`150mm`) becomes two.
fn push(found: &mut Vec<Token>, text: &str, place: Range<usize>) {
    let written = &text[place.clone()];
    if written.is_ascii() && written.bytes().all(|b| b.is_ascii_lowercase()) && written.len() <= LONGEST {
        // Nearly every word of nearly every text: nothing to fold.
        found.push(Token { text: written.to_owned(), kind: TokenKind::Word, place });
        return;
    }
    let digits = written.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(written.len());
    if digits == written.len() {
        found.push(Token { text: number(written), kind: TokenKind::Number, place });
        return;
    }
    if let Some(code) = list_code(written) {
        found.push(Token { text: code, kind: TokenKind::Code, place });
        return;
    }
    let rest = &written[digits..];
    // "2B" is a group of a list, not two of a unit.
    let is_group = written.len() == 2 && rest.starts_with(['A', 'B', 'C', 'D', 'E']);
    if digits > 0 && !is_group && rest.chars().all(|c| c.is_alphabetic() || matches!(c, '²' | '³')) {
        let middle = place.start + digits;
        found.push(Token { text: number(&written[..digits]), kind: TokenKind::Number, place: place.start..middle });
        found.push(Token { text: mend(rest), kind: TokenKind::Word, place: middle..place.end });
        return;
    }
    found.push(Token { text: mend(written), kind: TokenKind::Word, place });
}

/// A number with a decimal point: `0,1` → `0.1`, `10,000` → `10000`, `1,234,567` → `1234567`.
fn number(written: &str) -> String {
    let commas = written.matches(',').count();
    let points = written.matches('.').count();
    let groups = |sign: char| written.split(sign).skip(1).all(|group| group.len() == 3);
    if commas > 1 && points == 0 && groups(',') || commas == 1 && points == 1 && written.find(',') < written.find('.') {
        written.replace(',', "")
    } else if commas == 1 && points == 0 {
        let (whole, after) = written.split_once(',').unwrap_or((written, ""));
        // "10,000" is ten thousand in English and an unlikely exactness in Russian; "0,125" can only be a fraction.
        if after.len() == 3 && whole.len() <= 3 && !whole.starts_with('0') {
            format!("{whole}{after}")
        } else {
            format!("{whole}.{after}")
        }
    } else {
        written.to_owned()
    }
}

/// The code of a list such as `2B350`, in whichever letters it was written.
fn list_code(written: &str) -> Option<String> {
    let mut characters = written.chars();
    let (category, group) = (characters.next()?, characters.next()?);
    let digits = characters.as_str();
    let letter = match group.to_lowercase().next()? {
        'a' | 'а' | 'α' => 'a',
        'b' | 'в' | 'β' => 'b',
        'c' | 'с' => 'c',
        'd' => 'd',
        'e' | 'е' | 'ε' => 'e',
        _ => return None,
    };
    (category.is_ascii_digit() && digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()))
        .then(|| format!("{category}{letter}{digits}"))
}

/// Folds a word, and writes the few letters of the other alphabet in it with their twins: a Latin `c` in «сталь».
fn mend(written: &str) -> String {
    let mut folded = fold(written);
    if folded.chars().count() > LONGEST {
        folded = folded.chars().take(LONGEST).collect();
    }
    let cyrillic = folded.chars().filter(|c| matches!(c, '\u{400}'..='\u{4ff}')).count();
    let latin = folded.chars().filter(char::is_ascii_lowercase).count();
    if cyrillic == 0 || latin == 0 {
        return folded;
    }
    let table: &[(char, char)] = &[
        ('a', 'а'),
        ('b', 'в'),
        ('c', 'с'),
        ('e', 'е'),
        ('h', 'н'),
        ('k', 'к'),
        ('m', 'м'),
        ('o', 'о'),
        ('p', 'р'),
        ('t', 'т'),
        ('x', 'х'),
        ('y', 'у'),
    ];
    folded
        .chars()
        .map(|c| {
            let twin = |(one, other): &&(char, char)| if cyrillic >= latin { *one == c } else { *other == c };
            table.iter().find(twin).map_or(c, |(one, other)| if cyrillic >= latin { *other } else { *one })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TokenKind, tokens};

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let read = tokens(text, 100).into_iter().map(|token| match token.kind {
            TokenKind::Word => token.text,
            TokenKind::Number => format!("#{}", token.text),
            TokenKind::Code => format!("@{}", token.text),
        });
        assert_eq!(read.collect::<Vec<_>>().join(" "), expect);
    }

    #[test]
    fn words_numbers_and_codes() {
        check("Freeze-drying equipment, 5-axis", "freeze drying equipment #5 axis");
        check("Ёмкость 0,1 m3 (100 litres)", "емкость #0.1 m3 #100 litres");
        check("Pump 150mm, 10,000 rpm; 1,234,567 pcs; 1,234.5 kg", "pump #150 mm #10000 rpm #1234567 pcs #1234.5 kg");
        check("по п. 2В350 и 1С111.а", "по п @2b350 и @1c111 а");
        check("cталь и steеl", "сталь и steel");
        check("equipment of 2B, 2 B or 2b", "equipment of 2b #2 b or #2 b");
        check("CAS 7664-39-3, Al2O3", "cas #7664 #39 #3 al2o3");
        check("", "");
        check("…—!", "");
    }

    #[test]
    fn a_flood_is_cut() {
        assert_eq!(tokens(&"word ".repeat(500_000), 1000).len(), 1000);
        assert_eq!(tokens(&"й".repeat(1_000_000), 1000)[0].text.chars().count(), 64);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_places_fit(text in "\\PC{0,60}") {
            for token in tokens(&text, 100) {
                prop_assert!(text.get(token.place.clone()).is_some());
            }
        }
    }
}
