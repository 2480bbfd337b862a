//! Instants and durations as files write them.

use jiff::civil::{Date, DateTime, Time};

use crate::format::lines;

/// When, in the clock of the file, and how far east of UTC that clock is, in minutes, where the file says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Moment {
    /// Date and time of day.
    pub(crate) civil: DateTime,
    /// Minutes east of UTC.
    pub(crate) offset: Option<i32>,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The number of a month from its English name or first letters.
pub(crate) fn month(name: &str) -> Option<i8> {
    let name = name.to_ascii_lowercase();
    let found = MONTHS.iter().position(|month| name.starts_with(month))?;
    i8::try_from(found + 1).ok()
}

/// A year of two digits as instruments mean it: 70 to 99 are of the last century.
pub(crate) fn full_year(year: i16) -> i16 {
    match year {
        0..=69 => 2000 + year,
        70..=99 => 1900 + year,
        other => other,
    }
}

/// Reads `2023-06-15T10:25:27.5Z`, `06/15/2023 10:25:27` (month first, unless that is no month), `15.06.2023 10:25:27`
/// (day first), `15-Jun-2023 10:25:27`, `Jun 15 2023 10:25:27`, and the like, with or without time, `AM` or `PM`.
pub(crate) fn read(text: &str) -> Option<Moment> {
    let text = text.trim();
    if text.is_empty() || text.len() > 80 {
        return None;
    }
    let (date_words, rest) = split(text)?;
    let date = date(&date_words)?;
    let (time, offset) = time(rest).unwrap_or((Time::midnight(), None));
    Some(Moment { civil: DateTime::from_parts(date, time), offset })
}

/// A word or number of a date, and what stood after it.
type Word<'t> = (&'t str, char);

/// The first three words of a date, and the text behind them.
fn split(text: &str) -> Option<(Vec<Word<'_>>, &str)> {
    let mut words = Vec::new();
    let mut rest = text;
    // A day of the week is passed over.
    while words.len() < 3 {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let letters = rest.starts_with(|c: char| c.is_ascii_alphabetic());
        let end = rest
            .find(|c: char| if letters { !c.is_ascii_alphabetic() } else { !c.is_ascii_digit() })
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end).filter(|(word, _)| !word.is_empty())?;
        rest = after;
        if letters && month(word).is_none() {
            continue;
        }
        // Compact ISO: 20230615T102527.
        if words.is_empty() && word.len() == 8 && !letters {
            let (year, tail) = word.split_at_checked(4)?;
            let (month, day) = tail.split_at_checked(2)?;
            return Some((vec![(year, '-'), (month, '-'), (day, '-')], rest));
        }
        words.push((word, after.chars().next().unwrap_or(' ')));
    }
    Some((words, rest))
}

fn date(words: &[Word<'_>]) -> Option<Date> {
    let [first, second, third] = words else { return None };
    let number = |word: &Word<'_>| word.0.parse::<i16>().ok();
    let small = |word: &Word<'_>| word.0.parse::<i8>().ok();
    if let Some(month) = month(second.0) {
        return Date::new(full_year(number(third)?), month, small(first)?).ok();
    }
    if let Some(month) = month(first.0) {
        return Date::new(full_year(number(third)?), month, small(second)?).ok();
    }
    if first.0.len() == 4 {
        return Date::new(number(first)?, small(second)?, small(third)?).ok();
    }
    let year = full_year(number(third)?);
    let (one, two) = (small(first)?, small(second)?);
    let day_first = first.1 == '.';
    let (day, month) = if day_first { (one, two) } else { (two, one) };
    Date::new(year, month, day).or_else(|_| Date::new(year, day, month)).ok()
}

fn time(text: &str) -> Option<(Time, Option<i32>)> {
    let text = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == ':' || c == '.' || c == ',')).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(end)?;
    let mut parts: Vec<&str> = clock.split(':').collect();
    if parts.len() == 1 && clock.len() >= 6 && clock.is_ascii() {
        parts = vec![clock.get(..2)?, clock.get(2..4)?, clock.get(4..)?];
    }
    let mut hour: i8 = parts.first()?.parse().ok()?;
    let minute: i8 = parts.get(1)?.parse().ok()?;
    let seconds = parts.get(2).and_then(|part| lines::number(part)).unwrap_or(0.0);
    let zone = zone.trim();
    let letters = zone.get(..2).unwrap_or_default();
    if letters.eq_ignore_ascii_case("pm") && hour < 12 {
        hour += 12;
    } else if letters.eq_ignore_ascii_case("am") && hour == 12 {
        hour = 0;
    }
    if !(0.0..60.0).contains(&seconds) {
        return None;
    }
    let nanoseconds = ((seconds.fract() * 1e9).round() as i32).min(999_999_999);
    let time = Time::new(hour, minute, seconds as i8, nanoseconds).ok()?;
    Some((time, offset(zone)))
}

fn offset(zone: &str) -> Option<i32> {
    if zone.starts_with(['Z', 'z']) {
        return Some(0);
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = zone.chars().filter(char::is_ascii_digit).collect();
    let (hours, minutes) = digits.split_at_checked(2)?;
    let minutes: i32 = minutes.get(..2).unwrap_or("0").parse().ok()?;
    let hours: i32 = hours.parse().ok()?;
    (hours <= 18 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// Seconds from an ISO 8601 duration (`PT1H2M3.5S`, `P1DT0.5S`), from `hh:mm:ss`, or from a bare number of seconds.
/// Negative and endless durations are none.
pub(crate) fn seconds(text: &str) -> Option<f64> {
    let text = text.trim();
    let found = if let Some(rest) = text.strip_prefix(['P', 'p']) {
        iso_duration(rest)?
    } else if text.contains(':') {
        let mut sum = 0.0;
        for part in text.split(':') {
            sum = sum * 60.0 + lines::number(part)?;
        }
        sum
    } else {
        lines::number(text).or_else(|| lines::leading_number(text))?
    };
    (found.is_finite() && found >= 0.0).then_some(found)
}

fn iso_duration(text: &str) -> Option<f64> {
    let mut sum = 0.0;
    let mut timed = false;
    let mut digits = String::new();
    let mut any = false;
    for letter in text.chars() {
        let unit = match letter {
            '0'..='9' | '.' | '-' | '+' | 'e' | 'E' => {
                digits.push(letter);
                continue;
            }
            ',' => {
                digits.push('.');
                continue;
            }
            'T' | 't' => {
                timed = true;
                continue;
            }
            'D' | 'd' => 86_400.0,
            'H' | 'h' => 3600.0,
            'M' | 'm' if timed => 60.0,
            'S' | 's' => 1.0,
            ' ' => continue,
            _ => return None,
        };
        sum += lines::number(&digits)? * unit;
        digits.clear();
        any = true;
    }
    // A duration whose unit was left out is in seconds.
    if !digits.is_empty() {
        sum += lines::number(&digits)?;
        any = true;
    }
    any.then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &str, offset: Option<i32>) {
        let moment = read(text).unwrap_or_else(|| panic!("{text:?} is a moment"));
        assert_eq!(moment.civil.to_string(), expect, "{text:?}");
        assert_eq!(moment.offset, offset, "{text:?}");
    }

    #[test]
    fn moments_in_every_layout() {
        check("2023-06-15T10:25:27Z", "2023-06-15T10:25:27", Some(0));
        check("2023-06-15T10:25:27.25+03:00", "2023-06-15T10:25:27.25", Some(180));
        check("2010-01-23T17:08:57.328-07:00", "2010-01-23T17:08:57.328", Some(-420));
        check("06/15/2023 10:25:27", "2023-06-15T10:25:27", None);
        check("25/12/2023 10:25:27", "2023-12-25T10:25:27", None);
        check("05.06.2023 10:25:27", "2023-06-05T10:25:27", None);
        check("15-Jun-2023 10:25:27.50", "2023-06-15T10:25:27.5", None);
        check("Jun 15 2023 01:05:06 PM", "2023-06-15T13:05:06", None);
        check("Thu Jun 15 2023", "2023-06-15T00:00:00", None);
        check("20230615T102527", "2023-06-15T10:25:27", None);
        check("2023/06/15 10:25", "2023-06-15T10:25:00", None);
        check("06/15/99 10:25:27", "1999-06-15T10:25:27", None);
        for text in ["", "yesterday", "2023", "99/99/2023", "2023-13-01T00:00:00"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn durations_in_every_layout() {
        for (text, expect) in [
            ("PT60.48S", Some(60.48)),
            ("PT1H2M3.5S", Some(3723.5)),
            ("P1DT1S", Some(86_401.0)),
            ("300", Some(300.0)),
            ("300.5 s", Some(300.5)),
            ("0:05:01.5", Some(301.5)),
            ("PT", None),
            ("-3", None),
            ("PT-1S", None),
            ("P1Y", None),
            ("", None),
        ] {
            assert_eq!(seconds(text), expect, "{text:?}");
        }
    }
}
