//! Dates as lists write them.

use domain::partial_date::PartialDate;
use jiff::civil::Date;

use crate::list::Birth;

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// One date: `1958`, `1958-03`, `1958-03-21`, `21/03/1958`, `00/03/1958`, `dd/mm/1958`, `21.03.1958`, `21 Mar 1958`,
/// `Mar 1958`; a time of day behind it is left out.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    let text = text.trim().trim_end_matches('.');
    let text = text
        .split_once('T')
        .map_or(text, |(day, rest)| if rest.starts_with(|c: char| c.is_ascii_digit()) { day } else { text });
    if let Ok(date) = text.parse::<PartialDate>() {
        return Some(date);
    }
    // A zone without a time, as XML writes it: «2015-07-01-04:00», «2015-07-01Z».
    let text = match text.get(10..) {
        Some("Z") => text.get(..10).unwrap_or(text),
        Some(zone) if zone.len() == 6 && zone.starts_with(['+', '-']) && zone.get(3..4) == Some(":") => {
            text.get(..10).unwrap_or(text)
        }
        _ => text,
    };
    if let Ok(date) = text.parse::<PartialDate>() {
        return Some(date);
    }
    // A time of day: «29/06/2012 00:00:00».
    let text = text.split_once(' ').filter(|(_, time)| time.contains(':')).map_or(text, |(day, _)| day);
    let parts: Vec<&str> = text
        .split(['/', '.', ' ', '-'])
        .filter(|part| !part.is_empty())
        // The UK writes letters for what is not known: «dd/mm/1958».
        .map(|part| if matches!(part.to_ascii_lowercase().as_str(), "dd" | "mm") { "0" } else { part })
        .collect();
    let year = |part: &str| part.parse::<i16>().ok().filter(|year| part.len() == 4 && (1000..=2999).contains(year));
    let month = |part: &str| -> Option<i8> {
        let number = part.parse::<i8>().ok().filter(|month| (0..=12).contains(month));
        let beginning: String = part.chars().take(3).flat_map(char::to_lowercase).collect();
        number.or_else(|| MONTHS.iter().position(|name| *name == beginning).map(|place| place as i8 + 1))
    };
    match parts.as_slice() {
        [last] => year(last).map(PartialDate::Year),
        [first, last] => {
            let (year, month) = (year(last)?, month(first)?);
            Some(if month == 0 { PartialDate::Year(year) } else { PartialDate::Month(year, month) })
        }
        [day, middle, last] => {
            let (year, month, day) = (year(last)?, month(middle)?, day.parse::<i8>().ok()?);
            match (month, day) {
                (0, _) => Some(PartialDate::Year(year)),
                (month, 0) => Some(PartialDate::Month(year, month)),
                (month, day) => Date::new(year, month, day).ok().map(PartialDate::Day),
            }
        }
        _ => None,
    }
}

/// A birth: one date, or `1958 to 1960`; `circa`, `approximately` and `c.` make it about.
pub(super) fn birth(text: &str) -> Option<Birth> {
    let lower = text.trim().to_lowercase();
    let mut about = false;
    let mut rest = lower.as_str();
    for word in ["circa", "approximately", "approx.", "about", "c."] {
        if let Some(behind) = rest.strip_prefix(word) {
            about = true;
            rest = behind.trim();
        }
    }
    let (from, to) = rest.split_once(" to ").map_or((rest, rest), |(from, to)| (from, to));
    let (from, to) = (date(from)?, date(to)?);
    Some(Birth { from: from.min(to), to: to.max(from), about })
}

#[cfg(test)]
mod tests {
    use super::{birth, date};

    #[test]
    fn dates_of_all_lists_are_read() {
        for (text, expect) in [
            ("1958", Some("1958")),
            ("1978-03-21", Some("1978-03-21")),
            ("21/03/1978", Some("1978-03-21")),
            ("00/00/1978", Some("1978")),
            ("dd/mm/1978", Some("1978")),
            ("2015-07-01-04:00", Some("2015-07-01")),
            ("2015-07-01Z", Some("2015-07-01")),
            ("dd/03/1978", Some("1978-03")),
            ("29/06/2012 00:00:00", Some("2012-06-29")),
            ("14 Jun 1975", Some("1975-06-14")),
            ("Mar 1978.", Some("1978-03")),
            ("2026-02-27T00:00:09.554Z", Some("2026-02-27")),
            ("31/02/1978", None),
            ("soon", None),
            ("", None),
        ] {
            assert_eq!(date(text).map(|date| date.to_string()).as_deref(), expect, "{text}");
        }
        assert!(birth("circa 1960").is_some_and(|birth| birth.about));
        assert!(birth("1958 to 1960").is_some_and(|birth| birth.from < birth.to));
    }
}
