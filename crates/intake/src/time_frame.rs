//! Time frames as plans write them, in English and Russian: dates, months, quarters, half-years, years, two of them,
//! an end only, a beginning only, or continuous.

mod words;

use domain::measure::TimeFrame;
use domain::partial_date::PartialDate;
use jiff::civil::Date;

use words::Word;

/// When a measure is carried out, as its plan says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// From and until when; at least one is known.
    Frame(TimeFrame),
    /// All the time, without any year: it begins with the plan and has no end.
    Continuous,
}

impl When {
    /// The time frame, in a plan that begins then.
    #[must_use]
    pub fn in_plan(self, plan_start: PartialDate) -> TimeFrame {
        match self {
            Self::Frame(frame) => frame,
            Self::Continuous => TimeFrame { start: Some(plan_start), end: None },
        }
    }
}

/// Reads a time frame; nothing when it is not one of the forms known. A time frame is never kept as free text.
#[must_use]
pub fn read(text: &str) -> Option<When> {
    let mut words = words::read(text)?;
    let before = words.len();
    words.retain(|word| *word != Word::Continuous);
    let continuous = words.len() < before;
    if continuous && words.is_empty() {
        return Some(When::Continuous);
    }
    let from = words.first() == Some(&Word::From);
    if from {
        words.remove(0);
    }
    // Whatever joins two points, the first of them may be left out: "until 2026".
    let mut points = words.split(|word| matches!(word, Word::Until | Word::Dash | Word::And));
    let (first, second) = (points.next()?, points.next());
    if points.next().is_some() {
        return None;
    }
    let until = words.contains(&Word::Until);
    let adjacent = words.contains(&Word::And);
    let Some(second) = second else {
        let point = Point::read(first)?;
        return match point.span(None) {
            Some((start, end)) => Some(When::Frame(TimeFrame {
                start: (!point.at_end).then_some(start),
                end: (point.at_end || !(from || continuous)).then_some(end),
            })),
            // "Each year, in December": a month without a year says only that it is continuous.
            None => continuous.then_some(When::Continuous),
        };
    };
    let second = Point::read(second)?;
    if first.is_empty() {
        return match second.span(None) {
            Some((_, end)) if until && !from => Some(When::Frame(TimeFrame { start: None, end: Some(end) })),
            None if continuous && until => Some(When::Continuous),
            _ => None,
        };
    }
    let first = Point::read(first)?;
    let (Some((start, last)), Some((next, end))) = (first.span(Some(&second)), second.span(Some(&first))) else {
        return continuous.then_some(When::Continuous);
    };
    // "2025 and 2026" is a span; "2025 and 2028" is two, which no time frame can hold.
    if adjacent && !from && last.last_day().tomorrow().ok()? != next.first_day() {
        return None;
    }
    Some(When::Frame(TimeFrame { start: Some(start), end: Some(end) }))
}

/// One end of a time frame, as far as it is written.
#[derive(Debug, Default)]
struct Point {
    exact: Option<PartialDate>,
    year: Option<i16>,
    half: Option<i8>,
    quarter: Option<i8>,
    month: Option<i8>,
    day: Option<i8>,
    /// A number whose unit stands at the other end: "I–III кварталы".
    bare: Option<i8>,
    /// "The end of": only the end is meant.
    at_end: bool,
}

impl Point {
    fn read(words: &[Word]) -> Option<Self> {
        let mut point = Self::default();
        let mut number = None;
        let (mut quarter, mut half) = (false, false);
        for word in words {
            let repeated = match word {
                Word::Exact(date) => point.exact.replace(*date).is_some(),
                Word::Year(year) => point.year.replace(*year).is_some(),
                Word::Month(month) => point.month.replace(*month).is_some(),
                Word::Number(value) => number.replace(*value).is_some(),
                Word::Quarter => std::mem::replace(&mut quarter, true),
                Word::Half => std::mem::replace(&mut half, true),
                Word::End => std::mem::replace(&mut point.at_end, true),
                Word::From | Word::Until | Word::Dash | Word::And | Word::Continuous => true,
            };
            if repeated {
                return None;
            }
        }
        let units = [quarter, half, point.month.is_some()].iter().filter(|given| **given).count();
        let alone = point.exact.is_some() && (point.year.is_some() || number.is_some() || units > 0);
        if units > 1 || alone || words.is_empty() {
            return None;
        }
        match number {
            Some(number) if quarter => point.quarter = Some(number),
            Some(number) if half => point.half = Some(number),
            Some(number) if point.month.is_some() => point.day = Some(number),
            number => point.bare = number,
        }
        // A unit without a number is no quarter of any year.
        if quarter && number.is_none() {
            point.quarter = Some(0);
        }
        if half && number.is_none() {
            point.half = Some(0);
        }
        Some(point)
    }

    /// The first and the last date it means; what it leaves unsaid is taken from the other end.
    fn span(&self, other: Option<&Self>) -> Option<(PartialDate, PartialDate)> {
        if let Some(exact) = self.exact {
            return Some((exact, exact));
        }
        let year = self.year.or_else(|| {
            let other = other?;
            other.year.or(other.exact.map(|date| date.first_day().year()))
        })?;
        let one = |date: PartialDate| Some((date, date));
        let with_unit_of = |own: Option<i8>, other: Option<i8>| match (own, self.bare, other) {
            (Some(own), _, _) => Some(own),
            (None, Some(bare), Some(_)) => Some(bare),
            _ => None,
        };
        let quarter = with_unit_of(self.quarter, other.and_then(|other| other.quarter));
        let half = with_unit_of(self.half, other.and_then(|other| other.half));
        match (quarter, half, self.month) {
            (Some(quarter), None, None) => {
                (1..=4).contains(&quarter).then(|| one(PartialDate::Quarter(year, quarter)))?
            }
            (None, Some(half), None) => (1..=2)
                .contains(&half)
                .then_some((PartialDate::Quarter(year, half * 2 - 1), PartialDate::Quarter(year, half * 2))),
            (None, None, Some(month)) => match self.day {
                Some(day) => one(PartialDate::Day(Date::new(year, month, day).ok()?)),
                None => one(PartialDate::Month(year, month)),
            },
            (None, None, None) => match (self.bare, other.and_then(|other| other.day.and(other.month))) {
                (None, _) => one(PartialDate::Year(year)),
                (Some(day), Some(month)) => one(PartialDate::Day(Date::new(year, month, day).ok()?)),
                (Some(_), None) => None,
            },
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
