//! CAS Registry Numbers, with their check digit.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A CAS Registry Number whose check digit is right: `7664-39-3`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct CasNumber(String);

impl CasNumber {
    /// The number as it is printed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CasNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Why a text is no CAS number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACasNumber {
    /// It has not the form of one: two to seven digits, two digits, one digit.
    #[error("not a CAS number: {0:?}; write it as 7664-39-3")]
    Form(String),
    /// It has the form, but its last digit is not the check digit of the others.
    #[error("the check digit of {number} is wrong: it should be {expected}")]
    CheckDigit {
        /// The number as given.
        number: String,
        /// The digit that the others call for.
        expected: u32,
    },
}

impl NotACasNumber {
    /// The stable code; the translation key is `fault-<code>`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Form(_) => "cas-form",
            Self::CheckDigit { .. } => "cas-check-digit",
        }
    }
}

/// The dashes that word processors put into numbers.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ad}')
}

impl FromStr for CasNumber {
    type Err = NotACasNumber;

    /// Reads a number with any kind of dash and spaces around it, and an optional `CAS` or `CAS No` before it.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let form = || NotACasNumber::Form(text.chars().take(40).collect());
        if text.len() > 80 {
            return Err(form());
        }
        let bare: String =
            text.chars().filter(|c| !c.is_whitespace()).map(|c| if is_dash(c) { '-' } else { c }).collect();
        let bare = bare.trim_start_matches(|c: char| !c.is_ascii_digit());
        let mut parts = bare.split('-');
        let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
        else {
            return Err(form());
        };
        let digits = [first, second, third].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        if !digits || !(2..=7).contains(&first.len()) || second.len() != 2 || third.len() != 1 {
            return Err(form());
        }
        // The last digit is the sum of the others, each times its place counted from the right, modulo ten.
        let others = first.bytes().chain(second.bytes()).rev().zip(1_u32..);
        let expected = others.map(|(digit, place)| u32::from(digit - b'0') * place).sum::<u32>() % 10;
        if third.bytes().next().map(|digit| u32::from(digit - b'0')) != Some(expected) {
            return Err(NotACasNumber::CheckDigit { number: bare.to_owned(), expected });
        }
        Ok(Self(bare.to_owned()))
    }
}

impl<'de> Deserialize<'de> for CasNumber {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Every run of characters in a text that has the form of a CAS number, in order: the number, or what is wrong with its
/// check digit. Dates (`2023-06-09`) and standards do not have the form; longer runs of digits and dashes are left alone.
#[must_use]
pub fn find_cas(text: &str) -> Vec<Result<CasNumber, NotACasNumber>> {
    let mut found = Vec::new();
    let belongs = |c: char| c.is_ascii_digit() || is_dash(c);
    for run in text.split(|c: char| !belongs(c)) {
        // "7664-39-3-" at the end of a line keeps its number.
        let run = run.trim_matches(is_dash);
        if run.len() < 7 || run.len() > 40 {
            continue;
        }
        match run.parse::<CasNumber>() {
            Err(NotACasNumber::Form(_)) => {}
            other => found.push(other),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("7664-39-3", Ok("7664-39-3"))]
    #[case(" CAS No 7664–39–3 ", Ok("7664-39-3"))]
    #[case("1339586-99-0", Ok("1339586-99-0"))]
    #[case("7664-39-4", Err("cas-check-digit"))]
    #[case("2023-06-09", Err("cas-form"))]
    #[case("7664393", Err("cas-form"))]
    #[case("7-39-3", Err("cas-form"))]
    #[case("", Err("cas-form"))]
    fn reads(#[case] text: &str, #[case] expect: Result<&str, &str>) {
        let read = text.parse::<CasNumber>();
        assert_eq!(read.as_ref().map(CasNumber::as_str).map_err(NotACasNumber::code), expect);
    }

    #[test]
    fn finds_all_in_a_text() {
        let text = "Dibromotetrafluoroethane (CAS 25497-30-7, 124-73-2); dated 2023-06-09; wrong 124-73-3.";
        let found: Vec<String> = find_cas(text)
            .into_iter()
            .map(|one| one.map_or_else(|wrong| wrong.to_string(), |cas| cas.to_string()))
            .collect();
        assert_eq!(found, ["25497-30-7", "124-73-2", "the check digit of 124-73-3 is wrong: it should be 2"]);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_noticed(first in 10_u32..9_999_999, second in 0_u32..100, off in 1_u32..10) {
            let right = (0..10).filter_map(|check| format!("{first}-{second:02}-{check}").parse::<CasNumber>().ok()).collect::<Vec<_>>();
            prop_assert_eq!(right.len(), 1);
            let check = right[0].as_str().bytes().last().map_or(0, |digit| u32::from(digit - b'0'));
            let wrong = format!("{first}-{second:02}-{}", (check + off) % 10).parse::<CasNumber>();
            let noticed = matches!(wrong, Err(NotACasNumber::CheckDigit { .. }));
            prop_assert!(noticed);
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,80}") {
            let _ = text.parse::<CasNumber>();
            let _ = find_cas(&text);
        }
    }
}
