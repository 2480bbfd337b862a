//! The programme in the columns of `programme.csv`.

use domain::programme_item::ProgrammeItem;
use jiff::civil::Time;

use super::{Heading, en_ru};
use crate::table::{CellValue, Column, Sheet};

/// The programme of a round.
#[must_use]
pub fn programme(items: &[ProgrammeItem], heading: &Heading<'_>) -> Sheet {
    let columns = [
        ("date", 12),
        ("start", 7),
        ("end", 7),
        ("theme", 22),
        ("title_en", 44),
        ("title_ru", 44),
        ("speakers_en", 34),
        ("speakers_ru", 34),
    ];
    let mut items: Vec<&ProgrammeItem> = items.iter().collect();
    items.sort_by_key(|item| (item.date, item.start, item.end));
    let time = |time: Time| CellValue::Text(format!("{:02}:{:02}", time.hour(), time.minute()));
    let rows = items
        .into_iter()
        .map(|item| {
            let mut values: Vec<CellValue> =
                vec![item.date.into(), time(item.start), item.end.map_or(CellValue::Empty, time)];
            values.push(item.theme.as_deref().unwrap_or_default().into());
            values.extend([&item.title, &item.speakers].into_iter().flat_map(en_ru));
            values
        })
        .collect();
    Sheet {
        name: heading.translator.text("table-name-programme"),
        notes: heading.notes(),
        columns: columns.iter().map(|(key, width)| Column::plain(key, *width)).collect(),
        rows,
    }
}
