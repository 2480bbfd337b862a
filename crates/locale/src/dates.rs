//! Dates and times in words: through messages, so that a further language is a further file.

use domain::partial_date::PartialDate;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

use crate::translator::Translator;
use crate::value::Value;

impl Translator {
    /// `2 August 2017`, `2 августа 2017 г.`
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.day("date-of-day", date)
    }

    /// `2 August 2017`, `2 августа 2017 года`: as official documents write it.
    #[must_use]
    pub fn date_in_full(&self, date: Date) -> String {
        self.day("date-of-day-in-full", date)
    }

    /// `2 August`, `2 августа`
    #[must_use]
    pub fn day_month(&self, date: Date) -> String {
        self.day("date-of-day-without-year", date)
    }

    /// `Wednesday, 2 August 2017`
    #[must_use]
    pub fn weekday_date(&self, date: Date) -> String {
        let weekday = self.word("weekday", &date.weekday().to_monday_one_offset().to_string());
        self.with("date-of-weekday", &[("weekday", weekday.into()), ("date", self.date(date).into())])
    }

    /// `2–4 August 2017`: each part is written once where both days share it.
    #[must_use]
    pub fn dates(&self, start: Date, end: Date) -> String {
        self.span("", start, end)
    }

    /// The same as official documents write it: `2–4 августа 2017 года`.
    #[must_use]
    pub fn dates_in_full(&self, start: Date, end: Date) -> String {
        self.span("-in-full", start, end)
    }

    /// A date as exact as it is: `third quarter of 2017`, `III квартал 2017 г.`
    #[must_use]
    pub fn partial_date(&self, date: PartialDate) -> String {
        match date {
            PartialDate::Day(date) => self.date(date),
            PartialDate::Month(year, month) => self.with(
                "date-of-month",
                &[("month", self.word("month-alone", &month.to_string()).into()), ("year", text(year))],
            ),
            PartialDate::Quarter(year, quarter) => self.with(
                "date-of-quarter",
                &[("quarter", self.word("quarter", &quarter.to_string()).into()), ("year", text(year))],
            ),
            PartialDate::Year(year) => self.with("date-of-year", &[("year", text(year))]),
        }
    }

    /// `09:30`
    #[must_use]
    pub fn time(&self, time: Time) -> String {
        let two = |number: i8| Value::Text(format!("{number:02}"));
        self.with("time-of-day", &[("hour", two(time.hour())), ("minute", two(time.minute()))])
    }

    /// An instant in UTC, and says so: `2 August 2017, 09:30 UTC`.
    #[must_use]
    pub fn instant(&self, instant: Timestamp) -> String {
        let civil = TimeZone::UTC.to_datetime(instant);
        self.with(
            "instant-in-utc",
            &[("date", self.date(civil.date()).into()), ("time", self.time(civil.time()).into())],
        )
    }

    fn day(&self, key: &str, date: Date) -> String {
        self.with(key, &[("day", text(date.day())), ("month", self.month_in(date).into()), ("year", text(date.year()))])
    }

    fn span(&self, form: &str, start: Date, end: Date) -> String {
        let day = |date| if form.is_empty() { self.date(date) } else { self.date_in_full(date) };
        if start == end {
            return day(start);
        }
        if start.year() != end.year() {
            return self.with("dates-across-years", &[("first", day(start).into()), ("last", day(end).into())]);
        }
        let key = if start.month() == end.month() { "dates-within-month" } else { "dates-within-year" };
        self.with(
            &format!("{key}{form}"),
            &[
                ("first", text(start.day())),
                ("first-month", self.month_in(start).into()),
                ("last", text(end.day())),
                ("month", self.month_in(end).into()),
                ("year", text(end.year())),
            ],
        )
    }

    fn month_in(&self, date: Date) -> String {
        self.word("month-in-date", &date.month().to_string())
    }
}

/// Years and days are names, not counts: they take no part in plural rules and have no group separators.
fn text(number: impl std::fmt::Display) -> Value {
    Value::Text(number.to_string())
}
