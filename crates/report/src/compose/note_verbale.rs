//! The draft of the note verbale with which the Permanent Missions would transmit the report. Tripoint sends and signs
//! nothing: number, place and date stay blank, and the note says that it is a draft.

use domain::report::ReportScope;
use domain::round::StateRole;
use locale::{Translator, Value};

use super::title::kind;
use super::writer::{Writer, named, state_names};
use crate::document::Note;

/// A note, for a report that goes to the Committee: one for participants is its draft, and a public one has it when
/// the record says that something is presented.
pub(super) fn note(writer: &Writer<'_>) -> Option<Note> {
    let record = writer.record;
    let presented = record.scope != ReportScope::Public || !record.round.output.is_empty();
    // Observers do not submit a report.
    let senders: Vec<_> = record
        .round
        .states
        .iter()
        .filter(|state| state.roles.iter().any(|role| *role != StateRole::Observer))
        .map(|state| &state.code)
        .collect();
    if !presented || senders.is_empty() {
        return None;
    }
    let values = |t: Translator| -> Vec<(&'static str, Value)> {
        let round = &record.round;
        vec![
            ("count", senders.len().into()),
            ("states", t.list(&state_names(record, senders.iter().copied(), t)).into()),
            ("kind", kind(record, t).into()),
            ("place", named(&round.place, t).into()),
            ("dates", t.dates_in_full(round.start, round.end).into()),
            ("year", record.as_of.year().to_string().into()),
        ]
    };
    Some(Note {
        draft: writer.text("report-note-draft"),
        senders: writer.with("report-note-senders", values),
        number: writer.with("report-note-number", values),
        addressee: writer.text("report-note-addressee"),
        paragraphs: vec![writer.with("report-note-opening", values), writer.with("report-note-request", values)],
        closing: writer.with("report-note-closing", values),
        place_and_date: writer.with("report-note-place-and-date", values),
    })
}
