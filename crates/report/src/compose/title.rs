//! The title block, and what stands on every page.

use domain::marking::Sharing;
use locale::Translator;

use super::writer::{Writer, capitalised, named, said, state_names};
use crate::document::{Parallel, TitleBlock};
use crate::round_record::RoundRecord;

pub(super) fn block(writer: &Writer<'_>) -> TitleBlock {
    let record = writer.record;
    let round = &record.round;
    TitleBlock {
        kind: writer.with("report-title-kind", |t| vec![("kind", kind(record, t).into())]),
        title: writer.said(&round.title),
        place_and_dates: writer.with("report-place-and-dates", |t| {
            vec![("place", said(&round.place, t).into()), ("dates", t.dates_in_full(round.start, round.end).into())]
        }),
        states: writer.with("report-states", |t| {
            let names = state_names(record, round.states.iter().map(|state| &state.code), t);
            vec![("states", t.list(&names).into())]
        }),
        edition: writer.with("report-edition", |t| {
            vec![
                ("scope", t.word("report-scope", record.scope.as_str()).into()),
                ("date", t.date_in_full(record.as_of).into()),
            ]
        }),
    }
}

/// Handling and sharing in words; a group names its States.
pub(super) fn marking(writer: &Writer<'_>) -> Parallel {
    let record = writer.record;
    writer.with("report-marking", |t| {
        let level = t.word("sharing-level", record.marking.sharing.level().as_str());
        let sharing = match &record.marking.sharing {
            Sharing::Group { states } if !states.is_empty() => t.with(
                "report-sharing-states",
                &[("sharing", level.into()), ("states", t.list(&state_names(record, states, t)).into())],
            ),
            _ => level,
        };
        vec![("handling", t.word("handling", record.marking.handling.as_str()).into()), ("sharing", sharing.into())]
    })
}

pub(super) fn running_head(writer: &Writer<'_>) -> Parallel {
    let round = &writer.record.round;
    writer.with("report-running-head", |t| {
        vec![
            ("kind", capitalised(&t.word("round-kind", round.kind.as_str())).into()),
            ("place", named(&round.place, t).into()),
            ("year", round.start.year().to_string().into()),
        ]
    })
}

/// The kind of meeting, in the form it takes after "report of the".
pub(super) fn kind(record: &RoundRecord, t: Translator) -> String {
    t.word("report-kind", record.round.kind.as_str())
}
