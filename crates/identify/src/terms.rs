//! The terms by which words are found: stems, codes, pairs of neighbouring stems, and amounts with their unit.
//!
//! Lists and descriptions are read by the same rules, in this one place: what an index holds under another key than the
//! one a description asks for is never found, and nobody notices.

use std::collections::HashMap;
use std::sync::LazyLock;

use text::{Token, TokenKind};

use crate::stop_words::is_grammar;

/// What one step of reading gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    /// A word of grammar: no term.
    Grammar,
    /// A letter alone, the label of a paragraph: no term.
    Letter,
    /// A word, by its stem.
    Word(&'a str),
    /// A number.
    Number(&'a str),
    /// The code of a list entry.
    Code(&'a str),
}

/// Stems that were made already: lists and declarations say the same words again and again.
#[derive(Debug, Default)]
pub(crate) struct Stems(HashMap<Box<str>, Box<str>>);

/// Stems that are kept at most, so that a long run of odd words stays small.
const MOST_STEMS: usize = 60_000;

impl Stems {
    /// The stem of a folded word.
    pub(crate) fn of(&mut self, word: &str) -> &str {
        if !self.0.contains_key(word) {
            if self.0.len() >= MOST_STEMS {
                self.0.clear();
            }
            self.0.insert(word.into(), text::stem(word).into_boxed_str());
        }
        self.0.get(word).map_or("", |stem| stem)
    }
}

/// What a token is for finding.
pub(crate) fn step<'a>(token: &'a Token, stems: &'a mut Stems) -> Step<'a> {
    match token.kind {
        TokenKind::Number => Step::Number(&token.text),
        TokenKind::Code => Step::Code(&token.text),
        TokenKind::Word if is_grammar(&token.text) => Step::Grammar,
        TokenKind::Word if token.text.chars().nth(1).is_none() => Step::Letter,
        TokenKind::Word => Step::Word(stems.of(&token.text)),
    }
}

/// The terms of a text.
pub(crate) fn terms_of(written: &str, most: usize, stems: &mut Stems) -> Vec<String> {
    let mut terms = Vec::new();
    let mut before: Option<String> = None;
    let mut number: Option<String> = None;
    let mut code: Option<String> = None;
    for token in text::tokens(written, most) {
        if let Some(number) = number.take()
            && token.kind == TokenKind::Word
            && let Some(amount) = amount(&number, &token.text)
        {
            terms.push(amount);
        }
        let range = is_range(&token.text);
        match step(&token, stems) {
            Step::Grammar => {
                if !range {
                    code = None;
                }
                continue;
            }
            Step::Letter => before = None,
            Step::Number(digits) => {
                number = Some(digits.to_owned());
                before = None;
            }
            Step::Code(found) => {
                if let Some(first) = code.take() {
                    terms.extend(codes_between(&first, found));
                }
                code = Some(found.to_owned());
                terms.push(found.to_owned());
                before = None;
                continue;
            }
            Step::Word(stem) => {
                let stem = stem.to_owned();
                if let Some(before) = before {
                    terms.push(format!("{before} {stem}"));
                }
                terms.push(stem.clone());
                before = Some(stem);
            }
        }
        code = None;
    }
    terms
}

/// Whether a word stands between the first and the last code of a range: "3A225 to 3A234".
pub(crate) fn is_range(word: &str) -> bool {
    matches!(word, "to" | "through" | "до" | "по")
}

/// Codes that a range may hold at most; a longer one is a slip of the pen.
const LONGEST_RANGE: u32 = 40;

/// The codes between two of one group, without these two.
pub(crate) fn codes_between(first: &str, last: &str) -> Vec<String> {
    let parts = |code: &str| Some((code.get(..2)?.to_owned(), code.get(2..)?.parse::<u32>().ok()?));
    match (parts(first), parts(last)) {
        (Some((group, from)), Some((other, to))) if group == other && from < to && to - from <= LONGEST_RANGE => {
            (from + 1..to).map(|number| format!("{group}{number:03}")).collect()
        }
        _ => Vec::new(),
    }
}

/// The term of an amount with its unit, `=0.1 m3`, when the word is a unit of measure. Both sides of a comparison are
/// written the same way: no zeros at the end, one symbol for each unit.
pub(crate) fn amount(number: &str, unit: &str) -> Option<String> {
    let unit = symbol(unit)?;
    let number = if number.contains('.') { number.trim_end_matches('0').trim_end_matches('.') } else { number };
    Some(format!("={number} {unit}"))
}

/// One symbol for the ways of writing a unit. No conversion: lists and declarations mostly use the same unit.
fn symbol(word: &str) -> Option<&'static str> {
    static SYMBOLS: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
        UNITS.iter().flat_map(|(symbol, written)| written.split(' ').map(move |one| (one, *symbol))).collect()
    });
    SYMBOLS.get(word).copied()
}

/// All ways of writing units, but for those that are words of goods as well.
pub(crate) fn unit_words() -> impl Iterator<Item = &'static str> {
    let words = UNITS.iter().flat_map(|(_, written)| written.split(' '));
    words.filter(|word| !matches!(*word, "bar" | "second" | "seconds" | "bit" | "bits"))
}

/// Symbols, and folded ways of writing them in English and Russian.
const UNITS: &[(&str, &str)] = &[
    ("mm", "mm millimeter millimeters millimetre millimetres мм миллиметр миллиметров"),
    ("cm", "cm centimeter centimeters centimetre centimetres см"),
    ("m", "m meter meters metre metres м метр метров"),
    ("km", "km kilometer kilometers kilometre kilometres км километр километров"),
    ("um", "μm µm um micron microns micrometer micrometers micrometre micrometres мкм микрон микрометр"),
    ("nm", "nm nanometer nanometers nanometre nanometres нм нанометр нанометров"),
    ("m3", "m3 m³ м3 м³"),
    ("l", "l liter liters litre litres л литр литров литра"),
    ("kg", "kg kilogram kilograms кг килограмм"),
    ("g", "g gram grams г грамм"),
    ("t", "t ton tons tonne tonnes т тонн тонна"),
    ("hz", "hz гц"),
    ("khz", "khz кгц"),
    ("mhz", "mhz мгц"),
    ("ghz", "ghz ггц"),
    ("w", "w watt watts вт"),
    ("kw", "kw квт"),
    ("mw", "mw мвт"),
    ("v", "v volt volts в вольт"),
    ("kv", "kv кв"),
    ("a", "a amp amps ampere amperes а"),
    ("k", "k к"),
    ("pa", "pa па"),
    ("kpa", "kpa кпа"),
    ("mpa", "mpa мпа"),
    ("gpa", "gpa гпа"),
    ("bar", "bar бар"),
    ("s", "s second seconds с сек"),
    ("ms", "ms мс"),
    ("ns", "ns нс"),
    ("j", "j joule joules дж"),
    ("n", "n newton newtons н"),
    ("kn", "kn кн"),
    ("mev", "mev мэв"),
    ("kev", "kev кэв"),
    ("nf", "nf нф"),
    ("nh", "nh нгн"),
    ("rpm", "rpm"),
    ("db", "db дб"),
    ("gy", "gy гр"),
    ("bit", "bit bits бит"),
];

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Vessels of 0,1 m3 (100 litres)", "vessel;=0.1 m3;m3;=100 l;liter")]
    #[case("equipment controlled by 3A225 to 3A228", "equip;equip control;control;3a226;3a227;3a225;3a228")]
    #[case("3A225 or 3A228", "3a225;3a228")]
    #[case("Ёмкость 5000 л и 20,50 мм", "емкост;=5000 l;=20.5 mm;мм")]
    #[case("pump 3 pieces", "pump")]
    fn terms(#[case] written: &str, #[case] expect: &str) {
        let mut found = terms_of(written, 100, &mut Stems::default());
        let mut expect: Vec<&str> = expect.split(';').collect();
        found.sort_unstable();
        expect.sort_unstable();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_range_is_of_one_group_and_short() {
        assert_eq!(codes_between("7a001", "7a004"), ["7a002", "7a003"]);
        assert!(codes_between("7a001", "7b004").is_empty());
        assert!(codes_between("7a001", "7a994").is_empty());
        assert!(codes_between("7a004", "7a001").is_empty());
    }
}
