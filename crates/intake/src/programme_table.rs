//! `programme.csv`: the items of a programme by day.

use domain::body::Body;
use domain::fault::Fault;
use domain::ids::Id;
use domain::programme_item::ProgrammeItem;
use domain::round::Round;
use jiff::civil::Time;

use crate::table::{Column, Layout, Row, Table};

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("date"),
        Column::required("start"),
        Column::optional("end"),
        Column::optional("theme"),
        Column::required("title").per_language(),
        Column::optional("speakers").per_language(),
    ],
    by_beginning: false,
};

/// Reads the items, each with its line. An item that cannot be read at all is left out, with its faults.
#[must_use]
pub fn read(file: &str, bytes: &[u8], round: Id<Round>) -> (Vec<(u64, ProgrammeItem)>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&LAYOUT]);
    let mut items = Vec::new();
    for row in table.iter().flat_map(|(table, _)| table.iter()) {
        row.require("date", &mut faults);
        row.require("start", &mut faults);
        let date = row.date("date", &mut faults);
        let start = time(&row, "start", &mut faults);
        let end = time(&row, "end", &mut faults);
        let (Some(date), Some(start)) = (date, start) else { continue };
        let theme = row.text("theme");
        let item = ProgrammeItem {
            round,
            date,
            start,
            end,
            theme: (!theme.is_empty()).then(|| theme.to_owned()),
            title: row.localized("title"),
            speakers: row.localized("speakers"),
        };
        row.place(Body::from(item.clone()).check(), &mut faults);
        items.push((row.line(), item));
    }
    (items, faults)
}

/// A time written `09:30` or `9:30`.
fn time(row: &Row<'_>, name: &'static str, faults: &mut Vec<Fault>) -> Option<Time> {
    let text = row.text(name);
    if text.is_empty() {
        return None;
    }
    let number =
        |digits: &str| (digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok());
    let time = text.split_once(':').and_then(|(hour, minute)| {
        let (hour, minute) = (number(hour)??, number(minute).filter(|_| minute.len() == 2)??);
        Time::new(hour, minute, 0, 0).ok()
    });
    if time.is_none() {
        faults.push(row.fault(name, Fault::error("time-unreadable").with("text", text)));
    }
    time
}

#[cfg(test)]
mod tests {
    use domain::ids::{Id, Uuid};

    use super::read;
    use crate::faults_shown;

    #[track_caller]
    fn check(rows: &str, items: &[&str], faults: &[&str]) {
        let table = format!("date,start,end,theme,title_en,title_ru,speakers_en\n{rows}");
        let (read, found) = read("programme.csv", table.as_bytes(), Id::new(Uuid::nil()));
        let shown: Vec<String> = read
            .iter()
            .map(|(line, item)| format!("{line} {} {} {:?} {:?}", item.date, item.start, item.end, item.title))
            .collect();
        assert_eq!(shown, items);
        assert_eq!(faults_shown(&found), faults);
    }

    #[test]
    fn items_are_read_with_their_lines() {
        check(
            "2026-09-14,9:30,10:00,,Opening,Открытие,\n",
            &[r#"2 2026-09-14 09:30:00 Some(10:00:00) Localized({en: "Opening", ru: "Открытие"})"#],
            &[],
        );
    }

    #[test]
    fn what_is_wrong_is_told() {
        check("14.09.2026,9:30,,,Opening,,\n", &[], &["programme.csv:2 date date-unreadable text=14.09.2026"]);
        check("2026-09-14,25:00,,,Opening,,\n", &[], &["programme.csv:2 start time-unreadable text=25:00"]);
        check(",,,,Opening,,\n", &[], &["programme.csv:2 date field-missing", "programme.csv:2 start field-missing"]);
        check(
            "2026-09-14,10:00,09:00,,,,\n",
            &["2 2026-09-14 10:00:00 Some(09:00:00) Localized({})"],
            &["programme.csv:2 title_en field-missing", "programme.csv:2 end ends-before-it-starts"],
        );
    }
}
