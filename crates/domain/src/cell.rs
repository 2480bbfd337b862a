//! Cells of the matrix: where a mark stands.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

crate::words! {
    /// What kind of weapon a cell is about. The word is the letter printed in the form.
    Weapon {
        /// Nuclear.
        Nuclear = "N",
        /// Chemical.
        Chemical = "C",
        /// Biological.
        Biological = "B",
    }
}

crate::words! {
    /// The two sides of every obligation.
    Facet {
        /// The national legal framework.
        LegalFramework = "LF",
        /// Enforcement: civil or criminal penalties, and others.
        Enforcement = "ENF",
    }
}

crate::words! {
    /// The mark of a cell: an indicator of fact, never of the degree of compliance. Blank is a value.
    Mark {
        /// Nothing is marked. Its meaning is the template's legend.
        Blank = "",
        /// `X`.
        X = "X",
        /// `?`.
        Question = "?",
        /// `NA`: the field does not apply to the State.
        NotApplicable = "NA",
        /// Yes, in the rows that ask it.
        Yes = "YES",
        /// No, in the rows that ask it.
        No = "NO",
    }
}

impl Mark {
    /// A name for translation keys and style classes, where "" and "?" cannot stand.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::X => "x",
            Self::Question => "question",
            Self::NotApplicable => "na",
            Self::Yes => "yes",
            Self::No => "no",
        }
    }
}

/// A row of a template: its section and its number within it. Written `IV.6`, `III-NW.14`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowKey {
    /// The section: `I`, `III-NW`.
    pub section: String,
    /// The number, from 1, within the section.
    pub row: u16,
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.section, self.row)
    }
}

/// Text that names no row or cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a row or cell of a matrix: {0:?}; write IV.6 or IV.6:N:LF")]
pub struct NotACell(pub String);

impl FromStr for RowKey {
    type Err = NotACell;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotACell(text.to_owned());
        let (section, row) = text.rsplit_once('.').ok_or_else(wrong)?;
        let named = !section.is_empty()
            && section.len() <= 16
            && section.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
        let row = row.parse().ok().filter(|row| *row > 0).ok_or_else(wrong)?;
        if named { Ok(Self { section: section.to_owned(), row }) } else { Err(wrong()) }
    }
}

/// A cell: a row, and for a marked row the weapon type and the facet. Written `IV.6:N:LF`; the row's own information
/// and remarks stand in the cell without either, written `IV.6`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellKey {
    /// The row.
    pub row: RowKey,
    /// The weapon type and facet, or neither.
    pub part: Option<(Weapon, Facet)>,
}

impl fmt::Display for CellKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.row.fmt(f)?;
        match self.part {
            Some((weapon, facet)) => write!(f, ":{weapon}:{facet}"),
            None => Ok(()),
        }
    }
}

impl FromStr for CellKey {
    type Err = NotACell;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotACell(text.to_owned());
        let parts: Vec<&str> = text.split(':').collect();
        match parts.as_slice() {
            [row] => Ok(Self { row: row.parse()?, part: None }),
            [row, weapon, facet] => Ok(Self {
                row: row.parse()?,
                part: Some((weapon.parse().map_err(|_| wrong())?, facet.parse().map_err(|_| wrong())?)),
            }),
            _ => Err(wrong()),
        }
    }
}

// Both keys travel as their text.
macro_rules! as_text {
    ($($name:ident)+) => { $(
        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    )+ };
}
as_text!(RowKey CellKey);

#[cfg(test)]
mod tests {
    use super::CellKey;

    #[track_caller]
    fn check(text: &str, expect: Result<&str, ()>) {
        assert_eq!(text.parse::<CellKey>().map(|cell| cell.to_string()).map_err(|_| ()), expect.map(str::to_owned));
    }

    #[test]
    fn cells_read_as_they_are_written() {
        check("IV.6:N:LF", Ok("IV.6:N:LF"));
        check("III-NW.14", Ok("III-NW.14"));
        for wrong in ["IV", "IV.0", "IV.6:N", "IV.6:X:LF", "IV.6:N:LF:1", "../IV.6", "iv.6", ""] {
            check(wrong, Err(()));
        }
    }
}
