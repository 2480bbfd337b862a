//! Gathering the record of a round for a report: only what its audience may read, and the exact revisions it rests on.
//!
//! A report for the Committee or the public is read by people who are not participants; so what goes into it is chosen
//! by the marking, not by who presses the button.

use std::collections::{BTreeMap, BTreeSet};

use domain::body::Kind;
use domain::cell::RowKey;
use domain::ids::{Id, RecordId};
use domain::language::Language;
use domain::marking::{Handling, Marking, SharingLevel};
use domain::matrix::Matrix;
use domain::measure::Measure;
use domain::owner::StateCode;
use domain::plan::Plan;
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use domain::report::{ReportBasis, ReportScope};
use domain::response::Response;
use domain::round::Round;
use domain::state::State;
use jiff::tz::TimeZone;
use report::{MatrixRecord, PlanRecord, RecommendationRecord, RoundRecord};
use store::{Query, Stored};

use crate::matrix::show::MatrixView;
use crate::node::Node;
use crate::plan::show::PlanView;
use crate::refusal::Refusal;
use crate::round::show::states_of;

/// The narrowest sharing that a scope may contain.
fn widest_needed(scope: ReportScope) -> SharingLevel {
    match scope {
        ReportScope::Participants => SharingLevel::Round,
        ReportScope::Committee => SharingLevel::Committee,
        ReportScope::Public => SharingLevel::Public,
    }
}

/// Reads records for one report, leaving out what its audience may not read, and remembers what it used.
struct Gatherer<'a> {
    node: &'a Node,
    round: Id<Round>,
    scope: ReportScope,
    basis: BTreeSet<ReportBasis>,
    /// The newest act among those that wrote the basis.
    newest: u64,
    marking: Option<Marking>,
}

impl Gatherer<'_> {
    fn admits(&self, stored: &Stored) -> bool {
        let marking = &stored.revision.marking;
        let of_this_round = match &marking.sharing {
            domain::marking::Sharing::Round { round } => *round == self.round,
            _ => true,
        };
        marking.handling == Handling::Unclassified
            && marking.sharing.level() >= widest_needed(self.scope)
            && of_this_round
    }

    /// Takes a record into the report: it becomes part of the basis, and its marking of the report's.
    fn use_record(&mut self, stored: &Stored) {
        let revision = &stored.revision;
        self.basis.insert(ReportBasis { record: revision.record, version: revision.version, revision: stored.hash });
        self.newest = self.newest.max(stored.sequence);
        self.marking = Some(match self.marking.take() {
            None => revision.marking.clone(),
            Some(marking) => marking.strictest(&revision.marking),
        });
    }

    async fn list(&mut self, query: Query) -> Result<Vec<Stored>, Refusal> {
        let mut records = self.node.store.list(&query).await?.records;
        records.retain(|stored| self.admits(stored));
        for stored in &records {
            self.use_record(stored);
        }
        Ok(records)
    }

    async fn nouns<N: domain::body::Noun + Clone>(&mut self, parent: RecordId) -> Result<Vec<N>, Refusal> {
        let records = self.list(Query::of(N::KIND).under(parent)).await?;
        Ok(records.iter().filter_map(Stored::noun::<N>).cloned().collect())
    }

    async fn progress(&mut self, about: RecordId) -> Result<Vec<Progress>, Refusal> {
        self.nouns(about).await
    }
}

/// Everything a report of this scope says, the revisions it rests on, and the marking it inherits.
///
/// # Errors
/// [`Refusal::NotFound`] when the round itself may not be read by this audience.
pub(crate) async fn gather(
    node: &Node,
    round: &Stored,
    scope: ReportScope,
    languages: &[Language],
) -> Result<(RoundRecord, Vec<ReportBasis>), Refusal> {
    let id = Id::new(round.revision.record);
    let mut gatherer = Gatherer { node, round: id, scope, basis: BTreeSet::new(), newest: 0, marking: None };
    if !gatherer.admits(round) {
        return Err(Refusal::NotFound("round"));
    }
    gatherer.use_record(round);
    let head = round.noun::<Round>().ok_or(Refusal::NotFound("round"))?.clone();
    let states: Vec<State> = states_of(node, &head).await?.into_values().collect();
    let codes: Vec<StateCode> = head.states.iter().map(|state| state.code.clone()).collect();
    let template = match head.template {
        Some(template) => Some((*node.template(template).await?).clone()),
        None => None,
    };
    let matrices = matrices(&mut gatherer, &head, &codes).await?;
    let plans = plans(&mut gatherer, &codes).await?;
    let findings = gatherer.list(Query::of(Kind::Finding).under(id.record())).await?;
    let recommendations = recommendations(&mut gatherer, id, &plans).await?;
    let earlier = earlier(&mut gatherer, &head, &plans).await?;
    let programme = gatherer.nouns(id.record()).await?;
    let participants = gatherer.nouns(id.record()).await?;
    let visits = gatherer.nouns(id.record()).await?;
    // The report speaks as of the newest change it rests on, not of the day somebody pressed the button: the same record
    // gives the same bytes whenever it is built.
    let newest = node.store.act(gatherer.newest).await?.map(|(act, _)| act.instant);
    let as_of = newest.map_or_else(|| node.surroundings.today(), |instant| TimeZone::UTC.to_datetime(instant).date());
    let record = RoundRecord {
        scope,
        languages: languages.to_vec(),
        as_of,
        node: node.name().to_owned(),
        register_size: gatherer.newest + 1,
        states,
        template,
        matrices,
        plans,
        programme,
        participants,
        visits,
        findings: findings
            .iter()
            .filter_map(|stored| stored.noun().cloned().map(|finding| (stored.revision.record, finding)))
            .collect(),
        recommendations,
        earlier,
        round: head,
        marking: gatherer.marking.clone().unwrap_or(Marking::NATIONAL),
    };
    Ok((record, gatherer.basis.into_iter().collect()))
}

/// The matrices of the round's States under its template, with the answers of the rows its themes look at.
async fn matrices(
    gatherer: &mut Gatherer<'_>,
    round: &Round,
    codes: &[StateCode],
) -> Result<Vec<MatrixRecord>, Refusal> {
    let Some(template) = round.template else { return Ok(Vec::new()) };
    let rows: BTreeSet<&RowKey> = round.themes.iter().flat_map(|theme| &theme.rows).collect();
    let heads = gatherer.list(Query::of(Kind::Matrix).under(template.record())).await?;
    let mut matrices = Vec::new();
    for stored in heads {
        let Some(matrix) = stored.noun::<Matrix>().filter(|matrix| codes.contains(&matrix.state)) else { continue };
        let mut answers = BTreeMap::new();
        let mut records =
            gatherer.node.store.list(&Query::of(Kind::Answer).under(stored.revision.record)).await?.records;
        records.retain(|stored| gatherer.admits(stored));
        for stored in &records {
            if let Some(answer) = stored.noun::<domain::answer::Answer>().filter(|a| rows.contains(&a.cell.row)) {
                gatherer.use_record(stored);
                answers.insert(answer.cell.clone(), answer.clone());
            }
        }
        matrices.push(MatrixRecord { state: matrix.state.clone(), matrix: matrix.clone(), answers });
    }
    Ok(matrices)
}

async fn plans(gatherer: &mut Gatherer<'_>, codes: &[StateCode]) -> Result<Vec<PlanRecord>, Refusal> {
    let mut plans = Vec::new();
    for code in codes {
        for stored in gatherer.list(Query::of(Kind::Plan).facet("state", code.as_str())).await? {
            let Some(plan) = stored.noun::<Plan>() else { continue };
            let records = gatherer.list(Query::of(Kind::Measure).under(stored.revision.record)).await?;
            let mut progress = Vec::new();
            for measure in &records {
                progress.extend(gatherer.progress(measure.revision.record).await?);
            }
            let measures = records
                .iter()
                .filter_map(|stored| stored.noun::<Measure>().map(|m| (stored.revision.record, m.clone())))
                .collect();
            plans.push(PlanRecord { plan: plan.clone(), measures, progress });
        }
    }
    Ok(plans)
}

async fn recommendations(
    gatherer: &mut Gatherer<'_>,
    round: Id<Round>,
    plans: &[PlanRecord],
) -> Result<Vec<RecommendationRecord>, Refusal> {
    let mut records = Vec::new();
    for stored in gatherer.list(Query::of(Kind::Recommendation).under(round.record())).await? {
        let Some(recommendation) = stored.noun::<Recommendation>() else { continue };
        let measures = recommendation.measures.iter().filter_map(|id| measure_label(plans, id.record())).collect();
        let mut continues = Vec::new();
        for earlier in gatherer.node.store.get_many(&ids(&recommendation.continues)).await? {
            if gatherer.admits(&earlier)
                && let Some(noun) = earlier.noun::<Recommendation>()
                && let Some(home) = gatherer.node.store.get(noun.round.record()).await?
                && let Some(home) = home.noun::<Round>()
            {
                continues.push(format!("{}:{}", home.key, noun.number));
            }
        }
        let responses: Vec<Response> = gatherer.nouns(stored.revision.record).await?;
        let progress = gatherer.progress(stored.revision.record).await?;
        records.push(RecommendationRecord {
            id: stored.revision.record,
            recommendation: recommendation.clone(),
            responses,
            progress,
            measures,
            continues,
        });
    }
    Ok(records)
}

fn ids<K>(ids: &[Id<K>]) -> Vec<RecordId> {
    ids.iter().map(|id| id.record()).collect()
}

/// `XO:12` for a measure of one of these plans.
fn measure_label(plans: &[PlanRecord], id: RecordId) -> Option<String> {
    plans.iter().find_map(|plan| {
        let (_, measure) = plan.measures.iter().find(|(record, _)| *record == id)?;
        Some(format!("{}:{}", plan.plan.state, measure.number))
    })
}

/// The earlier rounds of this one that are in the node and that this audience may read, with their recommendations.
/// What was shared with the participants of an earlier round stays with them, unless all States of this round were there.
async fn earlier(
    gatherer: &mut Gatherer<'_>,
    round: &Round,
    plans: &[PlanRecord],
) -> Result<Vec<(Round, Vec<RecommendationRecord>)>, Refusal> {
    let mut earlier = Vec::new();
    for key in round.earlier.iter().filter_map(|earlier| earlier.key.as_deref()) {
        let Some(stored) = gatherer.node.store.find(Kind::Round, None, key).await? else { continue };
        let Some(head) = stored.noun::<Round>() else { continue };
        let same_circle = round.states.iter().all(|state| head.states.iter().any(|other| other.code == state.code));
        if !same_circle {
            continue;
        }
        let id = Id::new(stored.revision.record);
        let mut inner = Gatherer {
            node: gatherer.node,
            round: id,
            scope: gatherer.scope,
            basis: BTreeSet::new(),
            newest: 0,
            marking: None,
        };
        if !inner.admits(&stored) {
            continue;
        }
        inner.use_record(&stored);
        let records = recommendations(&mut inner, id, plans).await?;
        gatherer.basis.append(&mut inner.basis);
        gatherer.newest = gatherer.newest.max(inner.newest);
        earlier.push((head.clone(), records));
    }
    Ok(earlier)
}

/// A matrix as the report crate takes it.
pub(crate) fn matrix_record(view: &MatrixView) -> MatrixRecord {
    let head = view.head().clone();
    let answers = view
        .answers
        .iter()
        .filter_map(|(cell, stored)| stored.noun().cloned().map(|answer| (cell.clone(), answer)))
        .collect();
    MatrixRecord { state: head.state.clone(), matrix: head, answers }
}

/// A plan as the report crate takes it.
pub(crate) fn plan_record(view: &PlanView) -> Result<PlanRecord, Refusal> {
    let plan = view.plan.noun::<Plan>().ok_or(Refusal::NotFound("plan"))?.clone();
    let progress = view.progress.values().flatten().filter_map(Stored::noun::<Progress>).cloned().collect();
    Ok(PlanRecord { plan, measures: view.numbered(), progress })
}
