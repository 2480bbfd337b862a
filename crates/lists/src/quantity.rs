//! Quantities as people and lists write them: numbers in both notations, ranges, "up to", "about", with their unit.

mod number;
mod words;

use serde::{Deserialize, Serialize};

use crate::exact::Exact;
use crate::units::Unit;
use crate::version::Notation;

pub use number::{NumberFound, find_number};

/// An end of an interval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// Where it ends.
    pub value: Exact,
    /// Whether the end itself belongs to it.
    pub inclusive: bool,
}

/// What is known of a value: it lies between these ends. An end that is not there is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    /// The lower end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub low: Option<Bound>,
    /// The upper end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Bound>,
}

impl Interval {
    /// Exactly this value.
    #[must_use]
    pub fn exactly(value: Exact) -> Self {
        let bound = Bound { value, inclusive: true };
        Self { low: Some(bound.clone()), high: Some(bound) }
    }

    /// From one value to another, both included, whichever is the greater.
    #[must_use]
    pub fn between(one: Exact, other: Exact) -> Self {
        let (low, high) = if one <= other { (one, other) } else { (other, one) };
        Self { low: Some(Bound { value: low, inclusive: true }), high: Some(Bound { value: high, inclusive: true }) }
    }

    /// The same interval with its ends moved; the order of ends must stay.
    #[must_use]
    pub fn map(&self, with: impl Fn(&Exact) -> Exact) -> Self {
        let end = |bound: &Option<Bound>| {
            bound.as_ref().map(|bound| Bound { value: with(&bound.value), inclusive: bound.inclusive })
        };
        Self { low: end(&self.low), high: end(&self.high) }
    }

    /// The one value it can be, if it is one.
    #[must_use]
    pub fn single(&self) -> Option<&Exact> {
        match (&self.low, &self.high) {
            (Some(low), Some(high)) if low.value == high.value => Some(&low.value),
            _ => None,
        }
    }
}

/// A quantity that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Its value in the unit.
    pub interval: Interval,
    /// Its unit.
    pub unit: Unit,
    /// Whether the text says "about": the interval is then the tenth below and above.
    #[serde(default)]
    pub approximate: bool,
    /// As it was written.
    pub written: String,
}

/// Why a text is no quantity.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAQuantity {
    /// There is no number in it.
    #[error("there is no number in {0:?}")]
    NoNumber(String),
    /// The comma or point may stand before decimals or between thousands.
    #[error("{0:?} may be read in two ways; write the number without a sign between thousands")]
    Ambiguous(String),
    /// There is no unit behind the number.
    #[error("there is no unit in {0:?}")]
    NoUnit(String),
    /// The unit is not known.
    #[error("not a known unit: {0:?}")]
    UnknownUnit(String),
    /// There is something behind it that was not understood.
    #[error("{0:?} is not understood")]
    NotUnderstood(String),
}

impl NotAQuantity {
    /// The stable code; the translation key is `fault-<code>`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoNumber(_) => "quantity-no-number",
            Self::Ambiguous(_) => "quantity-ambiguous",
            Self::NoUnit(_) => "quantity-no-unit",
            Self::UnknownUnit(_) => "quantity-unit-unknown",
            Self::NotUnderstood(_) => "quantity-not-understood",
        }
    }

    /// The text that was wrong.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::NoNumber(text)
            | Self::Ambiguous(text)
            | Self::NoUnit(text)
            | Self::UnknownUnit(text)
            | Self::NotUnderstood(text) => text,
        }
    }
}

/// Longest text of one quantity, in bytes.
const LONGEST_QUANTITY: usize = 200;

/// How much "about" may mean, as a share of the value.
const ABOUT: (i64, i64) = (1, 10);

/// Reads a quantity in English or Russian: `200 L`, `0,5 м`, `up to 6 µm`, `от 3 до 5 мм`, `20 ± 2 °C`, `около 20 л`.
///
/// Without a unit the text is taken in `usual`, where there is one: the question named it.
///
/// # Errors
/// When it cannot be read in exactly one way.
pub fn read_quantity(text: &str, notation: Option<Notation>, usual: Option<&Unit>) -> Result<Quantity, NotAQuantity> {
    let shown: String = text.trim().chars().take(60).collect();
    if text.len() > LONGEST_QUANTITY {
        return Err(NotAQuantity::NotUnderstood(shown));
    }
    let (sense, rest) = words::before(text.trim());
    let first = one(rest, notation, &shown)?;
    let (unit_text, more) = words::split_unit(first.rest);
    let mut unit_text = unit_text;
    let mut interval = sense.interval(first.value.clone());
    let mut approximate = sense == words::Sense::About;
    if approximate {
        interval = spread(&first.value, &scaled(&first.value.abs()));
    }
    if let Some(more) = more {
        let second = one(more.rest, notation, &shown)?;
        let (second_unit, third) = words::split_unit(second.rest);
        if third.is_some() {
            return Err(NotAQuantity::NotUnderstood(shown));
        }
        unit_text = if unit_text.is_empty() { second_unit } else { unit_text };
        if !second_unit.is_empty() && unit_text != second_unit {
            return Err(NotAQuantity::NotUnderstood(shown));
        }
        match more.joint {
            words::Joint::PlusMinus => interval = spread(&first.value, &second.value.abs()),
            words::Joint::To => {
                let open = matches!(sense, words::Sense::Exactly | words::Sense::AtLeast | words::Sense::About);
                if !open {
                    return Err(NotAQuantity::NotUnderstood(shown));
                }
                interval = Interval::between(first.value.clone(), second.value);
                approximate = false;
            }
        }
    }
    let (unit_text, after) = words::after(unit_text);
    if let Some(after) = after {
        if sense != words::Sense::Exactly {
            return Err(NotAQuantity::NotUnderstood(shown));
        }
        interval = after.interval(first.value.clone());
    }
    let unit = match (unit_text.is_empty(), usual) {
        (true, Some(usual)) => usual.clone(),
        (true, None) => return Err(NotAQuantity::NoUnit(shown)),
        (false, _) => Unit::read(unit_text).map_err(|wrong| NotAQuantity::UnknownUnit(wrong.0))?,
    };
    Ok(Quantity { interval, unit, approximate, written: shown })
}

fn one<'t>(text: &'t str, notation: Option<Notation>, shown: &str) -> Result<number::Read<'t>, NotAQuantity> {
    match number::read(text.trim_start(), notation) {
        Some(read) if read.ambiguous => Err(NotAQuantity::Ambiguous(shown.to_owned())),
        Some(read) => Ok(read),
        None => Err(NotAQuantity::NoNumber(shown.to_owned())),
    }
}

fn scaled(value: &Exact) -> Exact {
    &(value * &Exact::whole(ABOUT.0)) / ABOUT.1
}

fn spread(value: &Exact, by: &Exact) -> Interval {
    Interval::between(value - by, value + by)
}

#[cfg(test)]
mod tests;
