//! A measure as a line of a list: with its State, whether its time is over, and what was last reported.

use app::Stored;
use domain::cell::RowKey;
use domain::ids::RecordId;
use domain::measure::{Measure, TimeFrame};
use domain::owner::Owner;
use domain::partial_date::PartialDate;
use domain::progress::{Progress, ProgressStatus};
use domain::response::Position;
use domain::sort_key::sort_key;
use jiff::civil::Date;
use locale::{Translator, Value};

use crate::place::Place;

/// A line.
#[derive(Debug, Clone)]
pub struct MeasureLine {
    /// The record.
    pub record: RecordId,
    /// Whose it is.
    pub owner: Owner,
    /// The measure.
    pub measure: Measure,
    /// Its time frame in words.
    pub time: String,
    /// Whether its time is over and it is not done.
    pub overdue: bool,
    /// What was last reported.
    pub last: Option<Progress>,
}

impl MeasureLine {
    /// The line of a record; `None` when the record is no measure.
    #[must_use]
    pub fn of(stored: &Stored, progress: &[Stored], today: Date, t: Translator) -> Option<Self> {
        let measure = stored.noun::<Measure>()?.clone();
        Some(Self {
            record: stored.revision.record,
            owner: stored.revision.owner.clone(),
            time: time_frame(measure.time_frame, t),
            overdue: measure.is_overdue(today),
            last: progress.last().and_then(Stored::noun::<Progress>).cloned(),
            measure,
        })
    }

    /// The shape of its status.
    #[must_use]
    pub fn shape(&self) -> &'static str {
        progress_shape(&self.measure.status)
    }

    /// The last day it was to be done by, as a date.
    #[must_use]
    pub fn due(&self) -> Option<Date> {
        self.measure.time_frame.end.map(PartialDate::last_day)
    }
}

/// A time frame in words, short enough for a column: `Q3 2025 – Q2 2026`, `by 30 June 2026`.
#[must_use]
pub fn time_frame(frame: TimeFrame, t: Translator) -> String {
    match (frame.start, frame.end) {
        (Some(start), Some(end)) if start == end => date(start, t),
        (Some(start), Some(end)) => {
            t.with("web-plan-time-span", &[("start", date(start, t).into()), ("end", date(end, t).into())])
        }
        (Some(start), None) => one_end("web-plan-time-from", start, t),
        (None, Some(end)) => one_end("web-plan-time-until", end, t),
        (None, None) => String::new(),
    }
}

fn date(date: PartialDate, t: Translator) -> String {
    match date {
        PartialDate::Quarter(year, quarter) => {
            t.with("web-plan-time-quarter", &[("quarter", quarter_value(quarter)), ("year", year.to_string().into())])
        }
        other => t.partial_date(other),
    }
}

fn quarter_value(quarter: i8) -> Value {
    Value::Number(i64::from(quarter))
}

/// A message for each precision: languages inflect what follows "by" and "from".
fn one_end(key: &str, date: PartialDate, t: Translator) -> String {
    let year = |year: i16| ("year", Value::Text(year.to_string()));
    match date {
        PartialDate::Day(day) => t.with(&format!("{key}-day"), &[("date", t.date(day).into())]),
        PartialDate::Month(of, month) => {
            let month = t.word("month-in-date", &month.to_string());
            t.with(&format!("{key}-month"), &[("month", month.into()), year(of)])
        }
        PartialDate::Quarter(of, quarter) => {
            t.with(&format!("{key}-quarter"), &[("quarter", quarter_value(quarter)), year(of)])
        }
        PartialDate::Year(of) => t.with(&format!("{key}-year"), &[year(of)]),
    }
}

/// The shape beside the word of how far something has come.
#[must_use]
pub fn progress_shape(status: &ProgressStatus) -> &'static str {
    match status {
        ProgressStatus::NotStarted => "empty",
        ProgressStatus::UnderWay => "half",
        ProgressStatus::Done => "full",
        ProgressStatus::Delayed => "triangle",
    }
}

/// The shape beside the word of a position.
#[must_use]
pub fn position_shape(position: &Position) -> &'static str {
    match position {
        Position::Supported => "full",
        Position::SupportedInPart => "half",
        Position::Noted => "empty",
    }
}

/// What the measures of a plan are filtered and sorted by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MeasureFilter {
    status: Option<ProgressStatus>,
    overdue: bool,
    row: Option<RowKey>,
    text: Option<String>,
}

impl MeasureFilter {
    /// What the address asks for.
    #[must_use]
    pub fn of(place: &Place) -> Self {
        Self {
            status: place.asked_as("status"),
            overdue: place.asked("status") == Some("overdue"),
            row: place.asked_as("row"),
            text: place.asked("text").map(text::fold),
        }
    }

    /// Whether a line fits. The words are looked for in everything the line says, in every language.
    #[must_use]
    pub fn fits(&self, line: &MeasureLine) -> bool {
        let measure = &line.measure;
        let texts = [&measure.text, &measure.lead, &measure.expected_result, &measure.indicator, &measure.partners];
        self.status.is_none_or(|status| measure.status == status)
            && (!self.overdue || line.overdue)
            && self.row.as_ref().is_none_or(|row| measure.rows.contains(row))
            && self.text.as_ref().is_none_or(|words| {
                measure.number == *words
                    || texts
                        .into_iter()
                        .chain(&measure.supporting)
                        .flat_map(|text| text.iter())
                        .any(|(_, said)| text::fold(said).contains(words))
            })
    }
}

/// Sorts lines as the address asks: by number, by due day (continuous ones last) or by status.
pub fn sort(lines: &mut [MeasureLine], by: Option<&str>) {
    lines.sort_by_key(|line| sort_key(&line.measure.number));
    match by {
        Some("due") => lines.sort_by_key(|line| line.due().unwrap_or(Date::MAX)),
        Some("status") => lines.sort_by_key(|line| (!line.overdue, line.measure.status)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use domain::ids::{Id, uuid_v7};
    use domain::localized::Localized;
    use domain::measure::{Measure, TimeFrame};
    use domain::owner::Owner;
    use domain::progress::ProgressStatus;

    use domain::language::Language;
    use locale::Catalogue;

    use super::{MeasureFilter, MeasureLine, sort, time_frame};
    use crate::place::Place;

    fn line(number: &str, text: &str, status: ProgressStatus, end: Option<&str>, overdue: bool) -> MeasureLine {
        let id = uuid_v7(1, [0; 10]);
        MeasureLine {
            record: id,
            owner: Owner::Secretariat,
            measure: Measure {
                plan: Id::new(id),
                number: number.to_owned(),
                operative_paragraphs: Vec::new(),
                rows: vec!["IV.6".parse().unwrap()],
                text: Localized::en_ru(text, "Обучённые сотрудники"),
                expected_result: Localized::default(),
                form: None,
                time_frame: TimeFrame { start: None, end: end.map(|end| end.parse().unwrap()) },
                lead: Localized::en_ru("Customs", "Таможня"),
                supporting: Vec::new(),
                funding: None,
                partners: Localized::default(),
                indicator: Localized::default(),
                assistance_needed: Localized::default(),
                status,
            },
            time: String::new(),
            overdue,
            last: None,
        }
    }

    fn lines() -> Vec<MeasureLine> {
        vec![
            line("10", "Draft a law", ProgressStatus::Done, Some("2025"), false),
            line("2", "Train officers", ProgressStatus::UnderWay, Some("2026-Q1"), true),
            line("1", "Buy monitors", ProgressStatus::NotStarted, None, false),
        ]
    }

    #[test]
    fn the_address_filters() {
        for (query, expect) in [
            ("", vec!["10", "2", "1"]),
            ("status=done", vec!["10"]),
            ("status=overdue", vec!["2"]),
            ("row=IV.6&text=LAW", vec!["10"]),
            ("text=%D0%BE%D0%B1%D1%83%D1%87%D0%B5%D0%BD%D0%BD%D1%8B%D0%B5", vec!["10", "2", "1"]),
            ("row=IV.7", vec![]),
            ("status=nonsense", vec!["10", "2", "1"]),
        ] {
            let filter = MeasureFilter::of(&Place::of(&format!("/plans/1?{query}").parse().unwrap()));
            let lines = lines();
            let shown: Vec<&str> =
                lines.iter().filter(|line| filter.fits(line)).map(|line| line.measure.number.as_str()).collect();
            assert_eq!(shown, expect, "{query}");
        }
    }

    #[test]
    fn time_frames_are_words() {
        for (start, end, en, ru) in [
            (Some("2025-Q3"), Some("2026-Q2"), "Q3 2025 – Q2 2026", "III кв. 2025 г. – II кв. 2026 г."),
            (Some("2027"), Some("2027"), "2027", "2027 г."),
            (None, Some("2026-06-30"), "by 30 June 2026", "до 30 июня 2026 г."),
            (None, Some("2026-03"), "by the end of March 2026", "до конца марта 2026 г."),
            (None, Some("2026-Q1"), "by the end of Q1 2026", "до конца I кв. 2026 г."),
            (None, Some("2028"), "by the end of 2028", "до конца 2028 г."),
            (Some("2026"), None, "from 2026", "с 2026 г."),
            (Some("2026-Q4"), None, "from Q4 2026", "с IV кв. 2026 г."),
        ] {
            let date = |text: Option<&str>| text.map(|text| text.parse().unwrap());
            let frame = TimeFrame { start: date(start), end: date(end) };
            for (language, expect) in [(Language::EN, en), (Language::RU, ru)] {
                assert_eq!(time_frame(frame, Catalogue::embedded().translator(language)), expect);
            }
        }
    }

    #[test]
    fn numbers_sort_as_people_count() {
        for (by, expect) in
            [(None, ["1", "2", "10"]), (Some("due"), ["10", "2", "1"]), (Some("status"), ["2", "1", "10"])]
        {
            let mut lines = lines();
            sort(&mut lines, by);
            let shown: Vec<&str> = lines.iter().map(|line| line.measure.number.as_str()).collect();
            assert_eq!(shown, expect, "{by:?}");
        }
    }
}
