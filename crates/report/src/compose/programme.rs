//! The annex with the programme, day by day.

use domain::programme_item::ProgrammeItem;
use jiff::civil::Date;

use super::writer::{Writer, capitalised, table};
use crate::document::{Block, Cell, LineStyle, TableRow};

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let mut items: Vec<&ProgrammeItem> = writer.record.programme.iter().collect();
    if items.is_empty() {
        return Vec::new();
    }
    items.sort_by_key(|item| (item.date, item.start, item.end));
    let mut rows = Vec::new();
    let mut day: Option<Date> = None;
    for item in items {
        if day != Some(item.date) {
            day = Some(item.date);
            let title = writer.each(|t| capitalised(&t.weekday_date(item.date)));
            rows.push(TableRow { heading: true, cells: vec![Cell::default().with(title, LineStyle::Strong)] });
        }
        let time = writer.each(|t| match item.end {
            None => t.time(item.start),
            Some(end) => {
                t.with("report-time-span", &[("start", t.time(item.start).into()), ("end", t.time(end).into())])
            }
        });
        rows.push(TableRow {
            heading: false,
            cells: vec![
                Cell::text(time),
                Cell::text(writer.said(&item.title)),
                Cell::text(writer.said(&item.speakers)),
            ],
        });
    }
    let columns = vec![
        (writer.text("report-programme-time"), 24),
        (writer.text("report-programme-item"), 84),
        (writer.text("report-programme-speakers"), 52),
    ];
    vec![table(None, columns, rows)]
}
