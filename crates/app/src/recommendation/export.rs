//! The register of recommendations as a table file: a line for each response, the round in the first column.

use std::collections::BTreeMap;

use domain::body::Kind;
use domain::ids::RecordId;
use domain::language::Language;
use domain::marking::Marking;
use domain::measure::Measure;
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use domain::round::Round;
use domain::state::State;
use locale::{Catalogue, Translator};
use report::sheets::{self, Heading};
use report::{Column, RecommendationRecord};
use store::{Query, Stored};

use crate::actor::Actor;
use crate::export::{Exported, TableFormat, sheet_file};
use crate::node::Node;
use crate::permission::Permission;
use crate::recommendation::follow::{Followed, follow};
use crate::recommendation::list::{RecommendationFilter, RecommendationPage, list};
use crate::refusal::Refusal;

/// Exports the register: all that fits the filter and reaches the person, whatever page of it is on screen.
///
/// # Errors
/// [`Refusal::NotFound`] when no round reaches the person; [`Refusal::NotAllowed`].
pub async fn export(
    node: &Node,
    actor: &Actor,
    filter: &RecommendationFilter,
    format: TableFormat,
    language: Language,
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeRound)?;
    let page = list(node, actor, &RecommendationFilter { limit: None, offset: 0, ..filter.clone() }).await?;
    let followed = follow(node, actor, &page.records).await?;
    let earlier = earlier_labels(node, &page).await?;
    let states = node.read_list(&permit, Query::of(Kind::State)).await?.records;
    let states: Vec<State> = states.iter().filter_map(Stored::noun::<State>).cloned().collect();
    let markings = page.records.iter().map(|stored| stored.revision.marking.clone());
    let marking = markings.reduce(|a, b| a.strictest(&b)).unwrap_or(Marking::NATIONAL);
    let training = page.rounds.values().any(|round| round.training);
    let translator = Catalogue::embedded().translator(language);
    let heading = Heading { translator, training, marking: &marking, states: &states };
    let mut rounds: Vec<(&RecordId, &Round)> = page.rounds.iter().collect();
    rounds.sort_by_key(|(_, round)| round.start);
    let mut whole = None;
    for (id, round) in rounds {
        let records: Vec<RecommendationRecord> =
            page.records.iter().filter_map(|stored| record(stored, *id, &page, &followed, &earlier)).collect();
        let mut sheet = sheets::recommendations(&records, round, &heading);
        let column = Column { key: "round".to_owned(), heading: heading_of_round(translator), width: 34 };
        sheet.columns.insert(0, column);
        for row in &mut sheet.rows {
            row.insert(0, round.title.text(language).into());
        }
        match &mut whole {
            None => whole = Some(sheet),
            Some(whole) => whole.rows.append(&mut sheet.rows),
        }
    }
    let sheet = whole.ok_or(Refusal::NotFound("round"))?;
    sheet_file(node, &sheet, &format!("recommendations-{language}"), format)
}

fn heading_of_round(translator: Translator) -> String {
    translator.word("kind", Kind::Round.as_str())
}

/// A recommendation of this round as the report crate takes it; `None` for one of another round.
fn record(
    stored: &Stored,
    round: RecordId,
    page: &RecommendationPage,
    followed: &Followed,
    earlier: &BTreeMap<RecordId, String>,
) -> Option<RecommendationRecord> {
    let noun = stored.noun::<Recommendation>().filter(|noun| noun.round.record() == round)?;
    let id = stored.revision.record;
    let measures = noun.measures.iter().filter_map(|measure| followed.measures.get(&measure.record()));
    let progress = followed.progress.get(&id).into_iter().flatten();
    Some(RecommendationRecord {
        id,
        recommendation: noun.clone(),
        responses: page.responses.get(&id).cloned().unwrap_or_default(),
        progress: progress.filter_map(Stored::noun::<Progress>).cloned().collect(),
        measures: measures.filter_map(measure_label).collect(),
        continues: noun.continues.iter().filter_map(|id| earlier.get(&id.record()).cloned()).collect(),
    })
}

/// `XO:12`, as the folder of a round names a measure.
fn measure_label(stored: &Stored) -> Option<String> {
    stored.noun::<Measure>().map(|measure| format!("{}:{}", stored.revision.owner, measure.number))
}

/// `miren-2024:4`, as the folder of a round names an earlier recommendation.
async fn earlier_labels(node: &Node, page: &RecommendationPage) -> Result<BTreeMap<RecordId, String>, Refusal> {
    let ids: Vec<RecordId> = page
        .records
        .iter()
        .filter_map(Stored::noun::<Recommendation>)
        .flat_map(|noun| noun.continues.iter().map(|id| id.record()))
        .collect();
    let records = node.store.get_many(&ids).await?;
    Ok(records
        .iter()
        .filter_map(|stored| {
            let noun = stored.noun::<Recommendation>()?;
            // A round that does not reach the person is not in the page, and so is not named.
            let round = page.rounds.get(&noun.round.record())?;
            Some((stored.revision.record, format!("{}:{}", round.key, noun.number)))
        })
        .collect())
}
