//! Reading units as people and lists write them.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{Dimension, Unit};
use crate::exact::Exact;

/// Longest unit, in bytes.
const LONGEST_UNIT: usize = 40;

/// A row of the table.
struct Row {
    unit: Unit,
    prefixes: bool,
}

struct Table {
    rows: Vec<Row>,
    by_name: HashMap<String, usize>,
}

const PREFIXES: [(&str, i32); 14] = [
    ("da", 1),
    ("h", 2),
    ("k", 3),
    ("M", 6),
    ("G", 9),
    ("T", 12),
    ("P", 15),
    ("d", -1),
    ("c", -2),
    ("m", -3),
    ("u", -6),
    ("n", -9),
    ("p", -12),
    ("f", -15),
];

const RUSSIAN_PREFIXES: [(&str, &str); 12] = [
    ("мк", "u"),
    ("к", "k"),
    ("М", "M"),
    ("Г", "G"),
    ("Т", "T"),
    ("г", "h"),
    ("д", "d"),
    ("с", "c"),
    ("м", "m"),
    ("н", "n"),
    ("п", "p"),
    ("ф", "f"),
];

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { rows: Vec::new(), by_name: HashMap::new() };
        for line in include_str!("../../../../data/units/units.tsv").lines().skip(1) {
            let Some((row, names)) = read_row(line) else { continue };
            for name in names {
                table.by_name.insert(name, table.rows.len());
            }
            table.rows.push(row);
        }
        table
    })
}

fn read_row(line: &str) -> Option<(Row, Vec<String>)> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [symbol, dimension, factor, offset, prefixes, also] = cells.as_slice() else { return None };
    let factor = match factor.split_once('/') {
        Some((above, below)) => above.parse::<Exact>().ok()?.divided_by(&below.parse().ok()?)?,
        None => factor.parse().ok()?,
    };
    let offset = if offset.is_empty() { None } else { Some(offset.parse().ok()?) };
    let unit = Unit { symbol: (*symbol).to_owned(), dimension: Dimension::read(dimension)?, factor, offset };
    let names = std::iter::once(*symbol).chain(also.split('|')).filter(|name| !name.is_empty()).map(tidy).collect();
    Some((Row { unit, prefixes: *prefixes == "p" }, names))
}

/// The same signs for what is written in several ways.
fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            'µ' | 'μ' => tidied.push('u'),
            '²' => tidied.push('2'),
            '³' => tidied.push('3'),
            '¹' => tidied.push('1'),
            '⁻' | '−' | '–' => tidied.push('-'),
            '⁄' | '∕' => tidied.push('/'),
            '·' | '⋅' | '×' | '*' | '∙' => tidied.push('.'),
            '\u{a0}' | '\u{202f}' | '\u{2009}' => tidied.push(' '),
            'º' | '˚' => tidied.push('°'),
            other => tidied.push(other),
        }
    }
    tidied
}

/// `sqrt_Hz` and `√Гц` as `Hz1/2`.
fn roots(text: &str) -> String {
    let mut written = text.replace('√', "sqrt_");
    while let Some(at) = written.find("sqrt_") {
        let symbol = at + "sqrt_".len();
        let rest = written.get(symbol..).unwrap_or_default();
        let end = symbol + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        written.insert_str(end, "1/2");
        written.replace_range(at..symbol, "");
    }
    written
}

pub(super) fn read(text: &str) -> Option<Unit> {
    if text.len() > LONGEST_UNIT {
        return None;
    }
    let tidied = joined_words(&roots(&tidy(text)));
    if let Some(unit) = atom(&tidied) {
        return Some(unit);
    }
    product(&tidied)
}

/// "cubic meter" as `meter3`, "g-mm" as `g.mm`.
fn joined_words(text: &str) -> String {
    let mut written = text.to_owned();
    for (word, power) in [("cubic ", "3"), ("square ", "2"), ("кубический ", "3"), ("квадратный ", "2")]
    {
        while let Some(at) = written.find(word) {
            written.replace_range(at..at + word.len(), "");
            let rest = written.get(at..).unwrap_or_default();
            let end = at + rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            written.insert_str(end, power);
        }
    }
    let letters: Vec<char> = written.chars().collect();
    let between = |place: usize| {
        let letter = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| c.is_alphabetic());
        letter(place.checked_sub(1)) && letter(place.checked_add(1))
    };
    letters.iter().enumerate().map(|(place, c)| if *c == '-' && between(place) { '.' } else { *c }).collect()
}

/// Prefixes that are written out before the name of a unit.
const WORD_PREFIXES: [(&str, &str, i32); 8] = [
    ("micro", "u", -6),
    ("milli", "m", -3),
    ("centi", "c", -2),
    ("nano", "n", -9),
    ("kilo", "k", 3),
    ("mega", "M", 6),
    ("giga", "G", 9),
    ("микро", "u", -6),
];

/// A unit by its symbol or name, with or without a prefix.
fn atom(text: &str) -> Option<Unit> {
    let table = table();
    let named = |name: &str| table.by_name.get(name).and_then(|index| table.rows.get(*index));
    if let Some(row) = named(text) {
        return Some(row.unit.clone());
    }
    let prefixed = |prefix: &str, symbol: &str, power: i32| {
        let row = text.strip_prefix(prefix).and_then(named).filter(|row| row.prefixes)?;
        let factor = &row.unit.factor * &Exact::power_of_ten(power);
        Some(Unit { symbol: format!("{symbol}{}", row.unit.symbol), factor, ..row.unit.clone() })
    };
    let latin = PREFIXES.iter().find_map(|(prefix, power)| prefixed(prefix, prefix, *power));
    let cyrillic = || {
        RUSSIAN_PREFIXES.iter().find_map(|(prefix, symbol)| {
            let (_, power) = PREFIXES.iter().find(|(latin, _)| latin == symbol)?;
            prefixed(prefix, symbol, *power)
        })
    };
    // Only before a name: "micron" is no "micro" of newtons.
    let words = || {
        let long = |prefix: &str| text.strip_prefix(prefix).is_some_and(|name| name.chars().count() >= 4);
        let mut fitting = WORD_PREFIXES.iter().filter(|(prefix, _, _)| long(prefix));
        fitting.find_map(|(prefix, symbol, power)| prefixed(prefix, symbol, *power))
    };
    latin.or_else(cyrillic).or_else(words).or_else(|| {
        // Whole words are known in any capitals; symbols are not, because m and M differ.
        let lower = text.to_lowercase();
        (text.chars().count() >= 4 && lower != text).then(|| atom(&lower)).flatten()
    })
}

/// Units put together with points and strokes.
fn product(text: &str) -> Option<Unit> {
    let mut product = Unit { symbol: String::new(), ..Unit::one() };
    let mut below = false;
    let mut rest = text;
    let mut parts = 0;
    while !rest.is_empty() {
        parts += 1;
        if parts > 6 {
            return None;
        }
        let (unit, written, halves, after) = factor(rest)?;
        // On its own, a temperature has a zero; as part of something else it is a difference.
        let signed = if below { halves.checked_neg()? } else { halves };
        product.dimension = product.dimension.times(unit.dimension, signed)?;
        product.factor = &product.factor * &power(&unit.factor, signed)?;
        product.symbol += &written;
        rest = after.trim_start_matches(' ');
        let mut signs = rest.chars();
        match signs.next() {
            None => break,
            Some('/') if !below => {
                below = true;
                product.symbol.push('/');
            }
            Some('.' | '/') => product.symbol.push('.'),
            // A space between two units is a point.
            Some(_) if after.starts_with(' ') => {
                product.symbol.push('.');
                continue;
            }
            Some(_) => return None,
        }
        rest = signs.as_str().trim_start_matches(' ');
        if rest.is_empty() {
            return None;
        }
    }
    (parts > 0).then_some(product)
}

/// A symbol with its power at the beginning of the text: the unit, how it is written, the power in halves, the rest.
fn factor(text: &str) -> Option<(Unit, String, i8, &str)> {
    if let Some(rest) = text.strip_prefix('1').filter(|rest| rest.starts_with('/')) {
        return Some((Unit::one(), "1".to_owned(), 2, rest));
    }
    let end = text.find(|c: char| c.is_ascii_digit() || matches!(c, '^' | '-' | '.' | '/' | ' ')).unwrap_or(text.len());
    let (symbol, rest) = text.split_at(end);
    let unit = atom(symbol)?;
    let after_sign = rest.strip_prefix('^').unwrap_or(rest);
    let digits = after_sign
        .char_indices()
        .find(|(index, c)| !(c.is_ascii_digit() || (*index == 0 && *c == '-')))
        .map_or(after_sign.len(), |(index, _)| index);
    let (power, after) = after_sign.split_at(digits);
    if power.is_empty() {
        return Some((unit.clone(), unit.symbol, 2, rest));
    }
    let number: i8 = power.parse().ok().filter(|number| (-9..=9).contains(number))?;
    let halves = |after: &str| {
        after.strip_prefix("/2").filter(|more| !more.starts_with(|c: char| c.is_alphanumeric())).map(str::len)
    };
    match halves(after) {
        Some(length) => {
            let after = after.get(after.len() - length..)?;
            Some((unit.clone(), format!("{}{number}/2", unit.symbol), number, after))
        }
        None if after.starts_with(".5") && number == 0 => {
            Some((unit.clone(), format!("{}1/2", unit.symbol), 1, after.get(2..)?))
        }
        None => Some((unit.clone(), format!("{}{number}", unit.symbol), number.checked_mul(2)?, after)),
    }
}

/// A factor to a power given in halves; nothing for the root of what is no square.
fn power(factor: &Exact, halves: i8) -> Option<Exact> {
    if halves % 2 == 0 {
        return Some(factor.powi(i32::from(halves / 2)));
    }
    factor.root().map(|root| root.powi(i32::from(halves)))
}

/// Keeps the reading of shipped rows honest: a row that cannot be read is left out, and a test counts them.
#[cfg(test)]
pub(super) fn rows_read() -> (usize, usize) {
    let written = include_str!("../../../../data/units/units.tsv").lines().skip(1).count();
    (table().rows.iter().filter(|row| !row.unit.factor.is_zero()).count(), written)
}
