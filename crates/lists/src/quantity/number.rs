//! Numbers in text: decimal commas and points, thousands, powers of ten, also such as lost their raised position.

use crate::exact::Exact;
use crate::version::Notation;

/// A number at the beginning of a text.
pub(super) struct Read<'t> {
    pub(super) value: Exact,
    /// Whether the one comma in it may stand before decimals or between thousands.
    pub(super) ambiguous: bool,
    /// Whether its power of ten had lost its raised position and no sign: `106` for 10⁶.
    pub(super) assumed_power: bool,
    pub(super) rest: &'t str,
}

/// Digits that are read; more are no number of a list.
const MOST_DIGITS: usize = 30;

/// Reads the number at the beginning of the text.
pub(super) fn read(text: &str, notation: Option<Notation>) -> Option<Read<'_>> {
    let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    // "10-4" and "10⁻⁴" without anything before them.
    if let Some((power, rest)) = unsigned.strip_prefix("10").and_then(signed_power) {
        let value = Exact::power_of_ten(power);
        return Some(Read { value: signed(value, negative), ambiguous: false, assumed_power: false, rest });
    }
    let (mantissa, ambiguous, rest) = mantissa(unsigned, notation)?;
    let (power, assumed_power, rest) = power_of_ten(rest);
    let value = &mantissa * &Exact::power_of_ten(power);
    Some(Read { value: signed(value, negative), ambiguous, assumed_power, rest })
}

fn signed(value: Exact, negative: bool) -> Exact {
    if negative { -&value } else { value }
}

/// The digits with their separators.
fn mantissa(text: &str, notation: Option<Notation>) -> Option<(Exact, bool, &str)> {
    let digits_at = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits_at(text);
    if first == 0 || first > MOST_DIGITS {
        return None;
    }
    let mut groups = vec![text.get(..first)?];
    let mut separators: Vec<char> = Vec::new();
    let mut rest = text.get(first..)?;
    while let Some(separator) = rest.chars().next() {
        let after = rest.get(separator.len_utf8()..)?;
        let count = digits_at(after);
        let is_space = matches!(separator, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '’');
        let thousands = count == 3
            && groups.iter().skip(1).all(|group| group.len() == 3)
            && groups.first().is_some_and(|g| g.len() <= 3);
        let fits = match separator {
            '.' | ',' => count > 0,
            _ => is_space && thousands && separators.iter().all(|s| !matches!(s, '.' | ',')),
        };
        if !fits || separators.len() > 8 || count > MOST_DIGITS {
            break;
        }
        groups.push(after.get(..count)?);
        separators.push(separator);
        rest = after.get(count..)?;
    }
    decide(&groups, &separators, notation, text, rest)
}

/// Which of the separators stands before the decimals.
fn decide<'t>(
    groups: &[&str],
    separators: &[char],
    notation: Option<Notation>,
    text: &'t str,
    rest: &'t str,
) -> Option<(Exact, bool, &'t str)> {
    let commas = separators.iter().filter(|c| **c == ',').count();
    let points = separators.iter().filter(|c| **c == '.').count();
    let last_group = groups.last().map_or(0, |group| group.len());
    let first_group = groups.first().copied().unwrap_or_default();
    let grouped = last_group == 3 && first_group.len() <= 3 && !first_group.starts_with('0');
    let mut ambiguous = false;
    let decimals = match (commas, points) {
        (0, 0) => false,
        // "1,234.5" and "1.234,5": the sign that stands once and last is the decimal one.
        (1, _) | (_, 1) if commas > 0 && points > 0 => {
            matches!(separators.last(), Some(c) if (*c == ',' && commas == 1) || (*c == '.' && points == 1))
        }
        (0, 1) => true,
        (1, 0) => match notation {
            Some(Notation::DecimalComma) => true,
            Some(Notation::DecimalPoint) => !grouped,
            None => {
                ambiguous = grouped;
                true
            }
        },
        // Several of one kind stand between thousands, or it is no number: the tail of a path, a date.
        _ if groups.iter().skip(1).all(|group| group.len() == 3) && grouped => false,
        _ => {
            let whole = first_group.parse().ok()?;
            return Some((whole, false, text.get(first_group.len()..)?));
        }
    };
    let whole_groups = if decimals { groups.len() - 1 } else { groups.len() };
    let mut number: String = groups.iter().take(whole_groups).copied().collect();
    if let (true, Some(last)) = (decimals, groups.last()) {
        number.push('.');
        number.push_str(last);
    }
    Some((number.parse().ok()?, ambiguous, rest))
}

/// A power of ten behind a number: `× 10⁻⁴`, `x 10^6`, `·10-9`, `e-9`, and `× 106` that lost its raised position.
fn power_of_ten(text: &str) -> (i32, bool, &str) {
    if let Some((power, rest)) = text.strip_prefix(['e', 'E']).and_then(plain_power) {
        return (power, false, rest);
    }
    let after = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let sign = after.strip_prefix(['×', 'x', 'X', 'х', 'Х', '·', '*', '⋅']);
    let ten =
        sign.map(|rest| rest.trim_start_matches([' ', '\u{a0}', '\u{202f}'])).and_then(|rest| rest.strip_prefix("10"));
    let Some(behind) = ten else { return (0, false, text) };
    if let Some((power, rest)) = signed_power(behind).or_else(|| behind.strip_prefix('^').and_then(plain_power)) {
        return (power, false, rest);
    }
    // "× 10 13 n/cm2" has lost the raised position to a space; "× 10 mm" has not.
    let spaced = behind.strip_prefix(' ').filter(|rest| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&digits)
            && rest.get(digits..).is_some_and(|more| more.starts_with(' ') || more.starts_with(char::is_alphabetic))
    });
    match plain_power(spaced.unwrap_or(behind)).filter(|(power, _)| (1..=30).contains(power)) {
        // A decimal behind it would be a number of its own: "5 × 10.5".
        Some((power, rest)) if !rest.starts_with(['.', ',']) => (power, true, rest),
        Some(_) => (0, false, text),
        None => (1, false, behind),
    }
}

/// A power with a sign or raised digits: `-4`, `⁻⁴`, `⁶`, `^-4`.
fn signed_power(text: &str) -> Option<(i32, &str)> {
    if let Some(rest) = text.strip_prefix(['-', '\u{2212}', '\u{2013}', '+']) {
        let (power, rest) = plain_power(rest).filter(|(power, _)| (1..10).contains(power) || *power <= 30)?;
        // "10-20" is a range and "10-4" is not: a range goes up.
        let negative = !text.starts_with('+');
        return (power < 10 || !negative).then_some((if negative { -power } else { power }, rest));
    }
    let marked = text.strip_prefix('^').unwrap_or(text);
    let (negative, digits) = match marked.strip_prefix('⁻') {
        Some(rest) => (true, rest),
        None => (false, marked),
    };
    let mut power = 0_i32;
    let mut rest = digits;
    while let Some(digit) = rest.chars().next().and_then(|c| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|raised| raised == c))
    {
        power = power.checked_mul(10)?.checked_add(i32::try_from(digit).ok()?).filter(|power| *power <= 60)?;
        rest = rest.get(rest.chars().next()?.len_utf8()..)?;
    }
    if rest.len() < digits.len() {
        return Some((if negative { -power } else { power }, rest));
    }
    text.strip_prefix('^').and_then(plain_power)
}

/// A power in plain digits, with or without a sign.
fn plain_power(text: &str) -> Option<(i32, &str)> {
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let power: i32 = digits.get(..count)?.parse().ok().filter(|power| *power <= 60)?;
    Some((if negative { -power } else { power }, digits.get(count..)?))
}

/// A number found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberFound {
    /// Its value.
    pub value: Exact,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it ends, in bytes.
    pub end: usize,
    /// Whether its power of ten had lost its raised position and had no sign, so that a person should confirm it.
    pub assumed_power: bool,
}

/// The next number of a text at or behind `from`, read in this notation. Digits inside words and codes (`2B350`, `m3`,
/// `1C350.a.1`) and numbers that a letter follows without a space and a dash (`1,4-butanediol`) are none.
#[must_use]
pub fn find_number(text: &str, from: usize, notation: Notation) -> Option<NumberFound> {
    let mut start = from;
    loop {
        let tail = text.get(start..)?;
        start += tail.find(|c: char| c.is_ascii_digit())?;
        let before = text.get(..start)?.chars().next_back();
        let tail = text.get(start..)?;
        let read = read(tail, Some(notation)).filter(|_| !before.is_some_and(|c| c.is_alphanumeric() || c == '_'));
        if let Some(read) = read {
            let end = text.len() - read.rest.len();
            let mut next = read.rest.chars();
            let (first, second) = (next.next(), next.next());
            let locant = first == Some('-') && second.is_some_and(char::is_alphabetic);
            let of_a_code = first == Some('.') && second.is_some_and(char::is_alphanumeric);
            let of_a_number_before = matches!(before, Some('.' | ',' | '-' | '/'))
                && text.get(..start)?.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
            if !locant && !of_a_code && !of_a_number_before && !begins_code(tail) {
                return Some(NumberFound { value: read.value, start, end, assumed_power: read.assumed_power });
            }
        }
        start +=
            tail.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '-'))).unwrap_or(tail.len()).max(1);
        // A step past the word may have cut a character of several bytes: go on to the next whole one.
        while !text.is_char_boundary(start) {
            start += 1;
        }
    }
}

/// Whether the code of an entry begins here: `2B350`.
fn begins_code(text: &str) -> bool {
    text.get(..5).is_some_and(crate::path::is_code)
}
