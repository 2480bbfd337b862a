//! Participants in the columns of `participants.csv`.

use domain::participant::Participant;

use super::{Heading, en_ru};
use crate::table::{CellValue, Column, Sheet};

/// The participants of a round.
#[must_use]
pub fn participants(participants: &[Participant], heading: &Heading<'_>) -> Sheet {
    let columns = [
        ("state", 6),
        ("name_en", 28),
        ("name_ru", 28),
        ("position_en", 34),
        ("position_ru", 34),
        ("body_en", 40),
        ("body_ru", 40),
        ("role", 20),
    ];
    let rows = participants
        .iter()
        .map(|person| {
            let state = person.state.as_ref().map_or(CellValue::Empty, |code| code.as_str().into());
            let texts = [&person.name, &person.position, &person.body].into_iter().flat_map(en_ru);
            std::iter::once(state).chain(texts).chain([person.role.as_str().into()]).collect()
        })
        .collect();
    Sheet {
        name: heading.translator.text("table-name-participants"),
        notes: heading.notes(),
        columns: columns.iter().map(|(key, width)| Column::plain(key, *width)).collect(),
        rows,
    }
}
