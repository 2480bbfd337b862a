//! Parameters in the text of a provision: numbers with a unit, and which side of them is meant. For comparing texts; a
//! determination rests on criteria, never on these.

use serde::Serialize;

use crate::criteria::Comparison;
use crate::exact::Exact;
use crate::quantity::find_number;
use crate::units::Unit;
use crate::version::Notation;

/// A number with its unit, found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Parameter {
    /// Which side of it is meant, where the words around it say so.
    pub comparison: Option<Comparison>,
    /// The number.
    pub value: Exact,
    /// Its unit.
    pub unit: Unit,
    /// The same in another unit, in brackets behind it, sometimes rounded: "223 K (-50 °C)".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gloss: Option<(Exact, Unit)>,
    /// Whether its power of ten had lost its raised position and no sign, so that a person should confirm it.
    pub to_confirm: bool,
}

impl Parameter {
    /// Whether it says the same: the same side of the same value, in whichever unit.
    #[must_use]
    pub fn says_as(&self, other: &Self) -> bool {
        self.comparison == other.comparison && self.is_value_of(other)
    }

    /// Whether it is the same value, in whichever unit. What one list prints as a gloss another may print alone.
    #[must_use]
    pub fn is_value_of(&self, other: &Self) -> bool {
        let own = |parameter: &'_ Self| (parameter.value.clone(), parameter.unit.clone());
        let same = |(value, unit): &(Exact, Unit), (other, of): &(Exact, Unit)| {
            unit.measures_as(of) && unit.to_base(value) == of.to_base(other)
        };
        let glossed = |gloss: &Option<(Exact, Unit)>, value: &(Exact, Unit)| {
            gloss.as_ref().is_some_and(|gloss| same(gloss, value))
        };
        let (one, another) = (own(self), own(other));
        same(&one, &another) || glossed(&self.gloss, &another) || glossed(&other.gloss, &one)
    }
}

/// Words before a number, the longer ones first.
const BEFORE: [(&str, Comparison); 41] = [
    ("equal to or greater (better) than", Comparison::GreaterOrEqual),
    ("equal to or less (better) than", Comparison::LessOrEqual),
    ("equal to or greater than", Comparison::GreaterOrEqual),
    ("greater than or equal to", Comparison::GreaterOrEqual),
    ("equal to or more than", Comparison::GreaterOrEqual),
    ("equal to or better than", Comparison::LessOrEqual),
    ("less than or equal to", Comparison::LessOrEqual),
    ("equal to or less than", Comparison::LessOrEqual),
    ("equal to or exceeding", Comparison::GreaterOrEqual),
    ("less (better) than", Comparison::Less),
    ("better (less) than", Comparison::Less),
    ("equal to or better (less) than", Comparison::LessOrEqual),
    ("not greater than", Comparison::LessOrEqual),
    ("no greater than", Comparison::LessOrEqual),
    ("no less than", Comparison::GreaterOrEqual),
    ("not above", Comparison::LessOrEqual),
    ("not below", Comparison::GreaterOrEqual),
    ("at most", Comparison::LessOrEqual),
    ("not more than", Comparison::LessOrEqual),
    ("no more than", Comparison::LessOrEqual),
    ("not less than", Comparison::GreaterOrEqual),
    ("not exceeding", Comparison::LessOrEqual),
    ("greater than", Comparison::Greater),
    ("in excess of", Comparison::Greater),
    ("exceeding", Comparison::Greater),
    ("more than", Comparison::Greater),
    ("less than", Comparison::Less),
    ("at least", Comparison::GreaterOrEqual),
    ("exceeds", Comparison::Greater),
    ("better than", Comparison::Less),
    ("not exceed", Comparison::LessOrEqual),
    ("above", Comparison::Greater),
    ("below", Comparison::Less),
    ("over", Comparison::Greater),
    ("up to", Comparison::LessOrEqual),
    ("не превышающ", Comparison::LessOrEqual),
    ("не более", Comparison::LessOrEqual),
    ("не менее", Comparison::GreaterOrEqual),
    ("более", Comparison::Greater),
    ("менее", Comparison::Less),
    ("свыше", Comparison::Greater),
];

/// Words behind a number and its unit.
const BEHIND: [(&str, Comparison); 9] = [
    ("or greater", Comparison::GreaterOrEqual),
    ("or higher", Comparison::GreaterOrEqual),
    ("or more", Comparison::GreaterOrEqual),
    ("or less", Comparison::LessOrEqual),
    ("or lower", Comparison::LessOrEqual),
    ("или более", Comparison::GreaterOrEqual),
    ("и более", Comparison::GreaterOrEqual),
    ("или менее", Comparison::LessOrEqual),
    ("и менее", Comparison::LessOrEqual),
];

/// How far before a number its words may begin, in bytes.
const REACH: usize = 48;

/// Most parameters of one text.
const MOST_PARAMETERS: usize = 200;

/// The parameters of a text written in this notation. A second value in brackets right behind the first is a gloss of
/// it, sometimes rounded, and is left out.
#[must_use]
pub fn find_parameters(text: &str, notation: Notation) -> Vec<Parameter> {
    let mut found: Vec<(Parameter, usize)> = Vec::new();
    let mut from = 0;
    while let Some(number) = find_number(text, from, notation) {
        from = number.end;
        let before = text.get(..number.start).unwrap_or_default();
        let rest = text.get(number.end..).unwrap_or_default();
        let Some((unit, length)) = unit_at(rest) else {
            if let Some(unit) = unit_of_range(text, number.end, before, notation) {
                let value = number.value;
                let lower = Parameter { comparison: None, value, unit, gloss: None, to_confirm: number.assumed_power };
                found.push((lower, number.end));
            }
            continue;
        };
        // A dash right before a number is a minus where no letter or digit stands before the dash.
        let minus = before.ends_with(['-', '\u{2212}', '\u{2013}'])
            && !before.trim_end_matches(['-', '\u{2212}', '\u{2013}']).ends_with(char::is_alphanumeric);
        let value = if minus { -&number.value } else { number.value };
        let unsigned = before.trim_end_matches(['-', '\u{2212}', '\u{2013}']).trim_end();
        let gloss = unsigned.ends_with('(')
            && found.last().is_some_and(|(last, end)| {
                last.unit.measures_as(&unit)
                    && text.get(*end..unsigned.len()).is_some_and(|between| between.trim() == "(")
            });
        let end = number.end + length;
        if gloss {
            if let Some((last, _)) = found.last_mut() {
                last.gloss = last.gloss.take().or(Some((value, unit)));
                // "less than 223 K (-50 °C) or more": words behind the bracket belong to the first value.
                let behind = text.get(end..).unwrap_or_default().trim_start_matches([' ', ')']);
                last.comparison = last.comparison.or_else(|| side("", behind));
            }
        } else {
            let comparison = side(if minus { unsigned } else { before }, text.get(end..).unwrap_or_default());
            let (gloss, to_confirm) = (None, number.assumed_power);
            found.push((Parameter { comparison, value, unit, gloss, to_confirm }, end));
        }
        from = end;
        if found.len() >= MOST_PARAMETERS {
            break;
        }
    }
    found.into_iter().map(|(parameter, _)| parameter).collect()
}

/// The unit of the first number of a range, which only the second prints: "between 100 and 300 mm", "0,5 to 5 MPa".
fn unit_of_range(text: &str, end: usize, before: &str, notation: Notation) -> Option<Unit> {
    let rest = text.get(end..)?;
    let bare = rest.trim_start();
    let joins = ["to ", "– ", "до "].iter().find(|word| bare.starts_with(**word)).or_else(|| {
        let between = before.trim_end().to_lowercase();
        let between = between.ends_with("between") || between.ends_with("между");
        ["and ", "и "].iter().find(|word| between && bare.starts_with(**word))
    })?;
    let from = end + (rest.len() - bare.len()) + joins.len();
    let second = find_number(text, from, notation)?;
    let between = text.get(from..second.start)?;
    let unit = between.trim().is_empty().then(|| unit_at(text.get(second.end..)?)).flatten()?;
    Some(unit.0)
}

/// Which side is meant, by the words before or behind.
fn side(before: &str, behind: &str) -> Option<Comparison> {
    let mut start = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let near = before.get(start..).unwrap_or_default().to_lowercase();
    let near = near.trim_end();
    let near = near.strip_suffix("a total of").unwrap_or(near).trim_end();
    let said = BEFORE.iter().find(|(words, _)| near.ends_with(words)).map(|(_, side)| *side);
    let behind = behind.trim_start_matches([' ', ',', '\u{a0}']);
    said.or_else(|| {
        let head: String = behind.chars().take(20).collect::<String>().to_lowercase();
        BEHIND.iter().find(|(words, _)| head.starts_with(words)).map(|(_, side)| *side)
    })
}

/// The unit at the beginning of a text, and its length in bytes: the longest run of up to three words that is one.
fn unit_at(text: &str) -> Option<(Unit, usize)> {
    let spaces = text.len() - text.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    let tail = text.get(spaces..)?;
    // A bracket, a bar or a stop ends a unit; "m3/h" and "W·h" go on.
    let end = tail.find([',', ';', ':', '(', ')', '|', '\n', '"', '\'']).unwrap_or(tail.len()).min(40);
    let mut end = (0..=end).rev().find(|end| tail.is_char_boundary(*end)).unwrap_or(0);
    while end > 0 {
        let candidate = tail.get(..end)?.trim_end_matches([' ', '.', '\u{a0}']);
        // "a", "in" and "C" are words and names more often than years, inches and coulombs.
        let word = matches!(candidate, "a" | "in" | "C" | "A" | "d" | "t" | "n" | "mm-wave")
            && !text.starts_with(candidate)
            && spaces > 0
            && candidate != "A"
            && candidate != "t"
            && candidate != "C";
        // "1000 °C in which", "systems of 9A", "the 3rd edition": words behind a unit, codes, ordinals.
        let last = candidate.rsplit([' ', '\u{a0}']).next().unwrap_or_default();
        let trails = last.len() < candidate.len() && matches!(last, "a" | "in" | "d" | "t" | "n" | "A" | "C" | "at");
        let attached = spaces == 0 && matches!(candidate, "A" | "C" | "d" | "rd" | "n" | "a");
        if !word
            && !trails
            && !attached
            && !candidate.is_empty()
            && let Ok(unit) = Unit::read(candidate)
        {
            return (unit.symbol() != "1").then_some((unit, spaces + candidate.len()));
        }
        end = candidate.rfind([' ', '\u{a0}']).unwrap_or(0);
    }
    None
}

/// A text whose raised figures behind units stand there again: "W/cm 2" and "0.1 m\n3" as "W/cm2" and "0.1 m3".
#[must_use]
pub fn join_raised(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let characters: Vec<char> = text.chars().collect();
    for (index, c) in characters.iter().enumerate() {
        let at = |offset: usize| index.checked_add(offset).and_then(|place| characters.get(place));
        let unit_before = joined.ends_with('m')
            && joined.chars().rev().nth(1).is_none_or(|before| {
                matches!(before, ' ' | '/' | 'c' | 'm' | 'k' | '\u{a0}') || before.is_ascii_digit()
            });
        let figure = matches!(at(1), Some('2' | '3'))
            && !at(2).is_some_and(|after| {
                after.is_alphanumeric() || matches!(after, ',' | '.') && at(3).is_some_and(char::is_ascii_digit)
            });
        if c.is_whitespace() && unit_before && figure {
            continue;
        }
        joined.push(*c);
    }
    joined
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case(
        "total internal (geometric) volume greater than 0,1 m3 (100 litres) and less than 20 m3 (20000 litres);",
        "gt 0.1 m3; lt 20 m3"
    )]
    #[case("measuring ions of 230 u or greater and having a resolution", "ge 230 u")]
    #[case("'positioning accuracy' equal to or less (better) than 6 μm along", "le 6 um")]
    #[case("cooled to a temperature of 193 K (-80 °C);", "? 193 K")]
    #[case("at a temperature of -80 °C", "? -80 degC")]
    #[case("with more than 25 % nickel and 20 % chromium by weight;", "gt 25 %; ? 20 %")]
    #[case("an average output power exceeding 40 W at 532 nm", "gt 40 W; ? 532 nm")]
    #[case("Total Dose | 5× 103 Gy (silicon);", "? 5000 Gy")]
    #[case("specified in 2B350.a. or 1C350.10, ISO 230-2:1988 (2), in 3 axes", "")]
    #[case("flow-rate greater than 0,6 m3/hour, or", "gt 0.6 m3/h")]
    #[case("1,4-butanediol at 5 ppm", "? 5 ppm")]
    #[case("a width no greater than 15 mm", "le 15 mm")]
    #[case("an average combustion temperature greater than 1273 K (1000 °C) in which", "gt 1273 K")]
    #[case("more than 1000 °C in which", "gt 1000 degC")]
    #[case("for systems specified in 9A or in the 3rd edition", "")]
    #[case("a diameter between 100 and 300 mm; 0,5 to 5 MPa", "? 100 mm; ? 300 mm; ? 0.5 MPa; ? 5 MPa")]
    #[case("a size of 10 micrometers, a capacity of 1 cubic meter or greater", "? 10 um; ge 1 m3")]
    #[case("less than 200 parts per million by weight", "lt 200 ppm")]
    #[case("unbalance of 10 g-mm/kg or less", "le 10 g.mm/kg")]
    fn finds(#[case] text: &str, #[case] expect: &str) {
        let found = find_parameters(text, Notation::DecimalComma);
        let shown =
            found.iter().map(|p| format!("{} {} {}", p.comparison.map_or("?", Comparison::as_str), p.value, p.unit));
        assert_eq!(shown.collect::<Vec<_>>().join("; "), expect);
    }

    #[test]
    fn a_gloss_is_the_same_value_printed_otherwise() {
        let one = find_parameters("below 223 K (-50 °C)", Notation::DecimalComma);
        let other = find_parameters("below -50 °C", Notation::DecimalComma);
        assert!(one[0].says_as(&other[0]) && other[0].says_as(&one[0]));
        assert!(!find_parameters("below -51 °C", Notation::DecimalComma)[0].says_as(&one[0]));
    }

    #[rstest]
    #[case("of 1 m 3/min or more", "of 1 m3/min or more")]
    #[case("0.1 m\n3 (100 liters)", "0.1 m3 (100 liters)")]
    #[case("than 50 W/cm 2; b. A", "than 50 W/cm2; b. A")]
    #[case("item 2 of 3 mm 4", "item 2 of 3 mm 4")]
    #[case("from 2 to 3", "from 2 to 3")]
    fn raised_figures_are_joined(#[case] text: &str, #[case] expect: &str) {
        assert_eq!(join_raised(text), expect);
    }

    proptest::proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "[-0-9., a-zмкг°%×()/≤]{0,80}|\\PC{0,60}") {
            let _ = find_parameters(&text, Notation::DecimalComma);
            let _ = find_parameters(&text, Notation::DecimalPoint);
        }
    }
}
