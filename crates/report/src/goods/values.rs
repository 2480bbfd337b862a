//! Numbers, units, ranges and answers in words.

use lists::built_in::BuiltInList;
use lists::criteria::{Comparison, Terms, Threshold};
use lists::exact::Exact;
use lists::parameters::Parameter;
use lists::quantity::{Bound, Interval, Quantity};
use lists::units::Unit;
use locale::Translator;

/// A number as the language writes it: `0,1`, `5 × 10¹²`.
#[must_use]
pub fn number(value: &Exact, t: Translator) -> String {
    let written = value.to_string();
    let (mantissa, power) = written.split_once('e').map_or((written.as_str(), None), |(m, p)| (m, Some(p)));
    let mantissa = if t.language().as_str() == "ru" { mantissa.replace('.', ",") } else { mantissa.to_owned() };
    match power {
        None => mantissa,
        Some(power) if mantissa == "1" => format!("10{}", raised(power)),
        Some(power) => format!("{mantissa} × 10{}", raised(power)),
    }
}

fn raised(digits: &str) -> String {
    let up = |c: char| match c {
        '-' => '⁻',
        c => c.to_digit(10).and_then(|digit| "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().nth(digit as usize)).unwrap_or(c),
    };
    digits.chars().map(up).collect()
}

/// A unit as it is printed: `m³`, `µm`, `°C`, `% by weight`.
#[must_use]
pub fn unit(unit: &Unit, t: Translator) -> String {
    let symbol = unit.symbol();
    match symbol {
        "1" => return String::new(),
        "%wt" | "%vol" => return t.text(if symbol == "%wt" { "unit-percent-weight" } else { "unit-percent-volume" }),
        "degC" => return "°C".to_owned(),
        "deg" => return "°".to_owned(),
        "arcsec" => return "″".to_owned(),
        "ohm" => return "Ω".to_owned(),
        _ => {}
    }
    let mut printed = String::with_capacity(symbol.len());
    let mut after_letter = false;
    let mut start = true;
    let characters: Vec<char> = symbol.chars().collect();
    for (place, c) in characters.iter().enumerate() {
        let next_is_letter = characters.get(place + 1).is_some_and(char::is_ascii_alphabetic);
        match c {
            'u' if start && next_is_letter => printed.push('µ'),
            '.' => printed.push('·'),
            digit if digit.is_ascii_digit() && after_letter => printed.push_str(&raised(&digit.to_string())),
            c => printed.push(*c),
        }
        start = matches!(c, '.' | '/');
        after_letter = c.is_alphabetic() || (after_letter && c.is_ascii_digit());
    }
    printed
}

/// A number with its unit.
#[must_use]
pub fn amount(value: &Exact, of: &Unit, t: Translator) -> String {
    let printed = unit(of, t);
    let number = number(value, t);
    match printed.as_str() {
        "" => number,
        "°" | "″" => format!("{number}{printed}"),
        _ => format!("{number}\u{a0}{printed}"),
    }
}

/// A threshold with how it is compared: "greater than 0.1 m³".
#[must_use]
pub fn asked(comparison: Comparison, threshold: &Threshold, t: Translator) -> String {
    let amount = amount(&threshold.value, &threshold.unit, t);
    t.with(&format!("comparison-{}", comparison.as_str()), &[("amount", amount.into())])
}

/// A parameter of a list's text.
#[must_use]
pub fn parameter(parameter: &Parameter, t: Translator) -> String {
    let amount = amount(&parameter.value, &parameter.unit, t);
    match parameter.comparison {
        None => amount,
        Some(side) => t.with(&format!("comparison-{}", side.as_str()), &[("amount", amount.into())]),
    }
}

/// A range: `0.2`, `18–22`, `≤ 6`, with its unit.
#[must_use]
pub fn interval(interval: &Interval, of: &Unit, t: Translator) -> String {
    if let Some(value) = interval.single() {
        return amount(value, of, t);
    }
    let end = |bound: &Bound, open: &str, closed: &str| {
        format!("{}\u{a0}{}", if bound.inclusive { closed } else { open }, amount(&bound.value, of, t))
    };
    match (&interval.low, &interval.high) {
        (Some(low), Some(high)) if low.inclusive && high.inclusive => {
            format!("{}–{}", number(&low.value, t), amount(&high.value, of, t))
        }
        (Some(low), Some(high)) => format!("{}, {}", end(low, ">", "≥"), end(high, "<", "≤")),
        (Some(low), None) => end(low, ">", "≥"),
        (None, Some(high)) => end(high, "<", "≤"),
        (None, None) => "?".to_owned(),
    }
}

/// What was observed, as it was read.
#[must_use]
pub fn quantity(quantity: &Quantity, t: Translator) -> String {
    let shown = interval(&quantity.interval, &quantity.unit, t);
    if quantity.approximate { format!("{shown} ({})", t.text("determination-about")) } else { shown }
}

/// The words of a value of a closed question.
#[must_use]
pub fn value_words(terms: &Terms, attribute: &str, value: &str, t: Translator) -> String {
    let kinds = (attribute == "product_kind").then(|| terms.kinds.get(value)).flatten();
    let words = kinds.or_else(|| terms.attributes.get(attribute).and_then(|attribute| attribute.values.get(value)));
    words.map_or_else(|| value.to_owned(), |words| words.text(t.language()).to_owned())
}

/// The words of several values: "valve or pump"; "none of these" for no value.
#[must_use]
pub fn values_words(terms: &Terms, attribute: &str, values: &[String], t: Translator) -> String {
    if values.is_empty() {
        return t.text("determination-none-of-these");
    }
    values.iter().map(|value| value_words(terms, attribute, value, t)).collect::<Vec<_>>().join("; ")
}

/// A CAS number with the usual name of the chemical, where the list names it.
#[must_use]
pub fn chemical(list: &BuiltInList, cas: &str, t: Translator) -> String {
    let known = list.chemicals.iter().find(|chemical| chemical.cas.as_ref().is_some_and(|known| known.as_str() == cas));
    let names = known.map(|chemical| match t.language() {
        domain::language::Language::RU => &chemical.names_ru,
        _ => &chemical.names_en,
    });
    match names.and_then(|names| names.first()) {
        Some(name) => format!("{cas} {name}"),
        None => cas.to_owned(),
    }
}

/// The question of an attribute.
#[must_use]
pub fn attribute_question(list: &BuiltInList, attribute: &str, t: Translator) -> String {
    let term = list.criteria.terms.attributes.get(attribute);
    term.map_or_else(
        || t.text("determination-question-product-kind"),
        |term| term.question.text(t.language()).to_owned(),
    )
}

/// The question of a quantity, with what it is measured on.
#[must_use]
pub fn quantity_question(list: &BuiltInList, quantity: &str, scope: Option<&str>, t: Translator) -> String {
    let terms = &list.criteria.terms;
    let question = terms.quantities.get(quantity).map_or(quantity, |term| term.question.text(t.language()));
    match scope.and_then(|scope| terms.scopes.get(scope)) {
        Some(scope) => format!("{question} ({})", scope.text(t.language())),
        None => question.to_owned(),
    }
}

/// The title of a provision.
#[must_use]
pub fn title(list: &BuiltInList, path: &lists::path::ProvisionPath, t: Translator) -> String {
    list.version.get(path).map_or_else(String::new, |provision| provision.text.text(t.language()).to_owned())
}

#[cfg(test)]
mod tests {
    use domain::language::Language;
    use locale::Catalogue;
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("0.1", "m3", "0.1\u{a0}m³", "0,1\u{a0}m³")]
    #[case("6", "um", "6\u{a0}µm", "6\u{a0}µm")]
    #[case("5e12", "n/cm2", "5 × 10¹²\u{a0}n/cm²", "5 × 10¹²\u{a0}n/cm²")]
    #[case("10", "deg", "10°", "10°")]
    #[case("3", "1", "3", "3")]
    #[case("40", "g.mm/kg", "40\u{a0}g·mm/kg", "40\u{a0}g·mm/kg")]
    fn amounts(#[case] value: &str, #[case] unit: &str, #[case] en: &str, #[case] ru: &str) {
        let said = |language| {
            let t = Catalogue::embedded().translator(language);
            amount(&value.parse().unwrap(), &Unit::read(unit).unwrap(), t)
        };
        assert_eq!((said(Language::EN).as_str(), said(Language::RU).as_str()), (en, ru));
    }
}
