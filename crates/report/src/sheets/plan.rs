//! A plan in the columns of `plans/CODE.en.csv` or `plans/CODE.ru.csv`, by the language of the table.

use domain::localized::Localized;
use domain::measure::{Measure, TimeFrame};
use domain::partial_date::PartialDate;
use domain::sort_key::sort_key;
use locale::Translator;

use super::Heading;
use crate::round_record::PlanRecord;
use crate::table::{CellValue, Sheet};

/// The measures of a plan.
#[must_use]
pub fn plan(record: &PlanRecord, heading: &Heading<'_>) -> Sheet {
    let t = heading.translator;
    let mut notes = heading.notes();
    notes.push(record.plan.title.text(t.language()).to_owned());
    let mut measures: Vec<&Measure> = record.measures.iter().map(|(_, measure)| measure).collect();
    measures.sort_by_key(|measure| sort_key(&measure.number));
    let columns = [
        ("number", 6),
        ("paragraphs", 20),
        ("measure", 50),
        ("result", 40),
        ("form", 16),
        ("time", 22),
        ("bodies", 40),
        ("funding", 26),
        ("indicator", 30),
        ("assistance", 30),
        ("status", 14),
    ];
    Sheet {
        name: t.with("table-name-plan", &[("state", record.plan.state.to_string().into())]),
        notes,
        columns: columns.iter().map(|(key, width)| heading.column("plan", key, *width)).collect(),
        rows: measures.into_iter().map(|measure| row(measure, t)).collect(),
    }
}

fn row(measure: &Measure, t: Translator) -> Vec<CellValue> {
    let text = |text: &Localized| CellValue::from(text.text(t.language()));
    let paragraphs: Vec<String> = measure
        .operative_paragraphs
        .iter()
        .map(|paragraph| format!("OP {paragraph}"))
        .chain(measure.rows.iter().map(ToString::to_string))
        .collect();
    let bodies: Vec<&str> =
        std::iter::once(&measure.lead).chain(&measure.supporting).map(|body| body.text(t.language())).collect();
    let partners = measure.partners.text(t.language());
    let funding = measure.funding.map_or(String::new(), |funding| t.word("funding", funding.as_str()));
    vec![
        measure.number.as_str().into(),
        paragraphs.join("; ").into(),
        text(&measure.text),
        text(&measure.expected_result),
        measure.form.map_or(CellValue::Empty, |form| t.word("form-of-completion", form.as_str()).into()),
        time_frame(measure.time_frame, t).into(),
        bodies.join("; ").into(),
        if partners.is_empty() { funding.into() } else { format!("{funding} ({partners})").into() },
        text(&measure.indicator),
        text(&measure.assistance_needed),
        t.word("progress-status", measure.status.as_str()).into(),
    ]
}

/// A time frame as the files of a round write it.
fn time_frame(frame: TimeFrame, t: Translator) -> String {
    let date = |date| date_in_file(date, t);
    match (frame.start, frame.end) {
        (Some(start), Some(end)) if start == end => date(start),
        (Some(start), Some(end)) => {
            t.with("table-plan-span", &[("start", date(start).into()), ("end", date(end).into())])
        }
        (None, Some(end)) => t.with("table-plan-by", &[("end", date(end).into())]),
        (Some(start), None) => t.with("table-plan-from", &[("start", date(start).into())]),
        (None, None) => String::new(),
    }
}

/// Quarters and months in words, as plans write them; days and years in digits.
fn date_in_file(date: PartialDate, t: Translator) -> String {
    match date {
        PartialDate::Day(_) | PartialDate::Year(_) => date.to_string(),
        PartialDate::Month(year, month) => t.with(
            "table-plan-month",
            &[("month", t.word("month-alone", &month.to_string()).into()), ("year", year.to_string().into())],
        ),
        PartialDate::Quarter(year, quarter) => {
            t.with("table-plan-quarter", &[("quarter", i64::from(quarter).into()), ("year", year.to_string().into())])
        }
    }
}
