//! III. Participants, and the annex that lists them by delegation.

use domain::owner::StateCode;
use domain::participant::{Participant, ParticipantRole};

use super::writer::{Writer, in_leading_order, named, table};
use crate::document::{Block, Cell, LineStyle, Parallel, TableRow};

pub(super) fn blocks(writer: &mut Writer<'_>) -> Vec<Block> {
    let mut texts = Vec::new();
    for (delegation, people) in delegations(writer) {
        let head = people.iter().find(|person| person.role == ParticipantRole::HeadOfDelegation);
        let key = if head.is_some() { "report-participants-with-head" } else { "report-participants-of" };
        texts.push(writer.with(key, |t| {
            let name = match &delegation {
                Some(code) => writer.record.state_name(code, t.language()),
                None => t.text("report-participants-organisations"),
            };
            vec![
                ("delegation", name.into()),
                ("count", people.len().into()),
                ("head", head.map_or_else(String::new, |head| named(&head.name, t)).into()),
            ]
        }));
    }
    if !texts.is_empty() {
        texts.push(writer.text("report-participants-annex"));
    }
    texts.into_iter().map(|text| writer.paragraph(text)).collect()
}

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let mut rows = Vec::new();
    for (delegation, people) in delegations(writer) {
        let title: Parallel = match &delegation {
            Some(code) => writer.each(|t| writer.record.state_name(code, t.language())),
            None => writer.text("report-participants-organisations"),
        };
        rows.push(TableRow { heading: true, cells: vec![Cell::default().with(title, LineStyle::Strong)] });
        rows.extend(people.into_iter().map(|person| TableRow {
            heading: false,
            cells: vec![
                Cell::default()
                    .with(writer.said(&person.name), LineStyle::Strong)
                    .with(writer.said(&person.position), LineStyle::Text),
                Cell::text(writer.said(&person.body)),
                Cell::text(writer.each(|t| t.word("participant-role", person.role.as_str()))),
            ],
        }));
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let columns = vec![
        (writer.text("report-participant-name"), 66),
        (writer.text("report-participant-body"), 62),
        (writer.text("report-participant-role"), 32),
    ];
    vec![table(None, columns, rows)]
}

/// The participants by delegation: States in the order of the leading language, then everybody else; in each the head
/// first, then in the order of the record.
fn delegations<'a>(writer: &Writer<'a>) -> Vec<(Option<StateCode>, Vec<&'a Participant>)> {
    let people = &writer.record.participants;
    let mut codes: Vec<StateCode> = people.iter().filter_map(|person| person.state.clone()).collect();
    codes.sort();
    codes.dedup();
    let codes = in_leading_order(writer, codes).into_iter().map(Some).chain([None]);
    codes
        .map(|code| {
            let mut members: Vec<&Participant> = people.iter().filter(|person| person.state == code).collect();
            members.sort_by_key(|person| person.role != ParticipantRole::HeadOfDelegation);
            (code, members)
        })
        .filter(|(_, members)| !members.is_empty())
        .collect()
}
