//! The programme and the participants of a round.

use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::SharingLevel;
use domain::owner::Owner;
use domain::participant::Participant;
use domain::programme_item::ProgrammeItem;
use domain::round::Round;

use super::Entry;
use super::context::{Context, owned_by};
use super::folder::Folder;
use crate::{participant_table, programme_table};

/// `programme.csv`: shared like the round.
pub(super) fn programme(
    folder: &mut Folder<'_>,
    round: &Entry<Round>,
    context: &mut Context<'_>,
) -> Vec<Entry<ProgrammeItem>> {
    let Some(file) = folder.table("programme", &mut context.faults) else { return Vec::new() };
    let (items, faults) = programme_table::read(file.path, file.bytes, Id::new(round.id));
    context.faults.extend(faults);
    let mut entries = Vec::new();
    for (line, item) in items {
        let place = |fault: Fault, field: &str| fault.at(field).inside(file.path, Some(line));
        if !(round.noun.start..=round.noun.end).contains(&item.date) {
            let fault = Fault::error("date-outside-round").with("date", item.date.to_string());
            context.faults.push(place(fault, "date"));
        }
        if let Some(theme) = item.theme.as_ref().filter(|theme| round.noun.theme(theme).is_none()) {
            context.faults.push(place(Fault::error("theme-unknown").with("theme", theme), "theme"));
        }
        entries.push(context.entry(item, round.level, Owner::Secretariat));
    }
    entries
}

/// `participants.csv`: people are never shared further than with the participants themselves.
pub(super) fn participants(
    folder: &mut Folder<'_>,
    round: &Entry<Round>,
    context: &mut Context<'_>,
) -> Vec<Entry<Participant>> {
    let Some(file) = folder.table("participants", &mut context.faults) else { return Vec::new() };
    let (participants, faults) = participant_table::read(file.path, file.bytes, Id::new(round.id));
    context.faults.extend(faults);
    let level = round.level.min(SharingLevel::Round);
    let mut entries = Vec::new();
    for (line, participant) in participants {
        let fault = participant.state.as_ref().and_then(|state| context.state_fault(&round.noun, state));
        context.faults.extend(fault.map(|fault| fault.at("state").inside(file.path, Some(line))));
        let owner = participant.state.as_ref().map_or(Owner::Secretariat, owned_by);
        entries.push(context.entry(participant, level, owner));
    }
    entries
}
