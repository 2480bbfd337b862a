//! Dates as exact as the source gives them: a day, a month, a quarter or a year.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A date with its precision. Written `2017-08-02`, `2017-08`, `2017-Q3` or `2017`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// A calendar day.
    Day(Date),
    /// A month: year, month 1–12.
    Month(i16, i8),
    /// A quarter: year, quarter 1–4.
    Quarter(i16, i8),
    /// A year.
    Year(i16),
}

impl PartialDate {
    /// The first day it can mean.
    #[must_use]
    pub fn first_day(self) -> Date {
        let first_of = |year, month| Date::new(year, month, 1).unwrap_or(Date::ZERO);
        match self {
            Self::Day(date) => date,
            Self::Month(year, month) => first_of(year, month),
            Self::Quarter(year, quarter) => first_of(year, quarter * 3 - 2),
            Self::Year(year) => first_of(year, 1),
        }
    }

    /// The last day it can mean: what "by the third quarter" is measured against.
    #[must_use]
    pub fn last_day(self) -> Date {
        let first = self.first_day();
        let next = match self {
            Self::Day(date) => return date,
            Self::Month(..) => first.checked_add(1.month()),
            Self::Quarter(..) => first.checked_add(3.months()),
            Self::Year(_) => first.checked_add(1.year()),
        };
        next.and_then(|date| date.yesterday()).unwrap_or(Date::MAX)
    }
}

/// By first day, and among equals the more exact one first.
impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.first_day(), self.last_day()).cmp(&(other.first_day(), other.last_day()))
    }
}
impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(date) => write!(f, "{date}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year:04}"),
        }
    }
}

/// Text that is no date, or a date that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: {0:?}; write 2017-08-02, 2017-08, 2017-Q3 or 2017")]
pub struct NotADate(pub String);

impl FromStr for PartialDate {
    type Err = NotADate;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let wrong = || NotADate(text.to_owned());
        let digits = |part: &str, length: usize| -> Option<i16> {
            (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok()).flatten()
        };
        let parts: Vec<&str> = text.split('-').collect();
        let year = parts.first().and_then(|year| digits(year, 4)).filter(|year| *year >= 1).ok_or_else(wrong)?;
        match parts.as_slice() {
            [_] => Ok(Self::Year(year)),
            [_, part] => {
                if let Some(quarter) = part.strip_prefix('Q') {
                    let quarter = digits(quarter, 1).filter(|q| (1..=4).contains(q)).ok_or_else(wrong)?;
                    Ok(Self::Quarter(year, quarter as i8))
                } else {
                    let month = digits(part, 2).filter(|m| (1..=12).contains(m)).ok_or_else(wrong)?;
                    Ok(Self::Month(year, month as i8))
                }
            }
            [_, month, day] => {
                let (Some(month), Some(day)) = (digits(month, 2), digits(day, 2)) else { return Err(wrong()) };
                Date::new(year, month as i8, day as i8).map(Self::Day).map_err(|_| wrong())
            }
            _ => Err(wrong()),
        }
    }
}
impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str) {
        let shown = match text.parse::<PartialDate>() {
            Ok(date) => format!("{date}: {} to {}", date.first_day(), date.last_day()),
            Err(_) => "refused".to_owned(),
        };
        assert_eq!(shown, expect);
    }

    #[test]
    fn dates_span_what_they_can_mean() {
        check("2017-08-02", "2017-08-02: 2017-08-02 to 2017-08-02");
        check("2016-02", "2016-02: 2016-02-01 to 2016-02-29");
        check("2017-Q4", "2017-Q4: 2017-10-01 to 2017-12-31");
        check("2017", "2017: 2017-01-01 to 2017-12-31");
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in
            ["2017-02-29", "2017-13", "2017-Q5", "2017-Q0", "17", "2017-8-2", "", "0000", "2017-08-02-01", "٢٠١٧"]
        {
            check(text, "refused");
        }
    }
}
