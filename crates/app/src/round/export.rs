//! The lists of a round as table files: programme, participants, findings.

use domain::body::Noun;
use domain::ids::{Id, RecordId};
use domain::language::Language;
use domain::marking::Marking;
use domain::round::Round;
use domain::state::State;
use locale::Catalogue;
use report::Sheet;
use report::sheets::{self, Heading};
use store::Stored;

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::round::show::view;

domain::words! {
    /// The lists of a round that are given as files.
    RoundTable {
        /// What happens when.
        Programme = "programme",
        /// Who takes part.
        Participants = "participants",
        /// What was noted.
        Findings = "findings",
    }
}

/// Exports a list of a round: what of it reaches the person.
///
/// # Errors
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn export(
    node: &Node,
    actor: &Actor,
    id: Id<Round>,
    table: RoundTable,
    format: TableFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let view = view(node, &permit, id).await?;
    let round = view.head();
    let records = match table {
        RoundTable::Programme => &view.programme,
        RoundTable::Participants => &view.participants,
        RoundTable::Findings => &view.findings,
    };
    let states: Vec<State> = view.states.values().cloned().collect();
    let marking = strictest(&view.round, records);
    let translator = Catalogue::embedded().translator(language);
    let heading = Heading { translator, training: round.training, marking: &marking, states: &states };
    let sheet: Sheet = match table {
        RoundTable::Programme => sheets::programme(&nouns(records), &heading),
        RoundTable::Participants => sheets::participants(&nouns(records), &heading),
        RoundTable::Findings => sheets::findings(&numbered(records), round, &heading),
    };
    sheet_file(node, &sheet, &format!("{table}-{}-{language}", round.key), format)
}

/// The strictest marking of a record and of what is listed with it.
pub(crate) fn strictest(head: &Stored, records: &[Stored]) -> Marking {
    let markings = records.iter().map(|stored| &stored.revision.marking);
    markings.fold(head.revision.marking.clone(), |strictest, marking| strictest.strictest(marking))
}

fn nouns<N: Noun + Clone>(records: &[Stored]) -> Vec<N> {
    records.iter().filter_map(Stored::noun::<N>).cloned().collect()
}

fn numbered<N: Noun + Clone>(records: &[Stored]) -> Vec<(RecordId, N)> {
    records.iter().filter_map(|stored| Some((stored.revision.record, stored.noun::<N>()?.clone()))).collect()
}
