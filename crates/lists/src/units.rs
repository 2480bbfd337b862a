//! Units of measurement: what a unit measures, and exactly how much of the base unit it is.
//!
//! The table is data (`data/units`). Units are put together as they are written: `kg/m3`, `g.mm/kg`, `n/cm2.s`, `кг/м³`;
//! everything behind the stroke is below it.

mod dimension;
mod reading;

use std::collections::HashMap;
use std::fmt;
use std::sync::OnceLock;

use serde::{Serialize, Serializer};

pub use dimension::Dimension;

use crate::exact::Exact;

/// A unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    symbol: String,
    dimension: Dimension,
    factor: Exact,
    offset: Option<Exact>,
}

/// Why a text is no unit.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a known unit: {0:?}")]
pub struct NotAUnit(pub String);

impl Unit {
    /// The unit of plain numbers.
    #[must_use]
    pub fn one() -> Self {
        Self { symbol: "1".to_owned(), dimension: Dimension::NONE, factor: Exact::whole(1), offset: None }
    }

    /// Reads a unit: a symbol of the table with or without a prefix, a word for it, or several put together.
    ///
    /// # Errors
    /// When a part of it is unknown.
    pub fn read(text: &str) -> Result<Self, NotAUnit> {
        reading::read(text).ok_or_else(|| NotAUnit(text.chars().take(40).collect()))
    }

    /// How it is written.
    #[must_use]
    pub fn symbol(&self) -> &str {
        &self.symbol
    }

    /// What it measures.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// A value in this unit, in the base unit. A temperature on a scale of its own is moved to kelvin; a difference of
    /// temperatures is not, see [`Unit::difference_to_base`].
    #[must_use]
    pub fn to_base(&self, value: &Exact) -> Exact {
        let scaled = value * &self.factor;
        self.offset.as_ref().map_or_else(|| scaled.clone(), |offset| &scaled + offset)
    }

    /// A difference in this unit, in the base unit.
    #[must_use]
    pub fn difference_to_base(&self, value: &Exact) -> Exact {
        value * &self.factor
    }

    /// A value in the base unit, in this one.
    #[must_use]
    pub fn of_base(&self, value: &Exact) -> Exact {
        let moved = self.offset.as_ref().map_or_else(|| value.clone(), |offset| value - offset);
        moved.divided_by(&self.factor).unwrap_or(moved)
    }

    /// Whether it measures what the other does.
    #[must_use]
    pub fn measures_as(&self, other: &Self) -> bool {
        self.dimension == other.dimension
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.symbol)
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.symbol)
    }
}

impl<'de> serde::Deserialize<'de> for Unit {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::read(&text).map_err(serde::de::Error::custom)
    }
}

/// What the criteria call by a name, such as `pressure`: its dimension and the unit one usually answers in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedDimension {
    /// Its dimension.
    pub dimension: Dimension,
    /// The usual unit.
    pub unit: Unit,
    /// Whether values are differences, so that no scale's zero is added.
    pub is_difference: bool,
}

/// The dimension of this name.
#[must_use]
pub fn dimension_named(name: &str) -> Option<&'static NamedDimension> {
    static NAMED: OnceLock<HashMap<String, NamedDimension>> = OnceLock::new();
    NAMED.get_or_init(read_dimensions).get(name)
}

fn read_dimensions() -> HashMap<String, NamedDimension> {
    let rows = include_str!("../../../data/units/dimensions.tsv").lines().skip(1);
    let read = |line: &str| {
        let mut cells = line.split('\t');
        let (name, dimension, unit) = (cells.next()?, cells.next()?, cells.next()?);
        let dimension = Dimension::read(dimension)?;
        let is_difference = name == "temperature-difference";
        Some((name.to_owned(), NamedDimension { dimension, unit: Unit::read(unit).ok()?, is_difference }))
    };
    rows.filter_map(read).collect()
}

#[cfg(test)]
mod tests;
