//! What a report is made of: plain nouns of the field, already filtered to what its readers may read.

use std::collections::BTreeMap;

use domain::answer::Answer;
use domain::cell::CellKey;
use domain::finding::Finding;
use domain::ids::RecordId;
use domain::language::Language;
use domain::marking::Marking;
use domain::matrix::Matrix;
use domain::measure::Measure;
use domain::owner::StateCode;
use domain::participant::Participant;
use domain::plan::Plan;
use domain::programme_item::ProgrammeItem;
use domain::progress::Progress;
use domain::recommendation::Recommendation;
use domain::report::ReportScope;
use domain::response::Response;
use domain::round::Round;
use domain::state::State;
use domain::template::Template;
use domain::visit::Visit;
use jiff::civil::Date;

/// The record of a round, as one audience may read it. The same record always gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoundRecord {
    /// For whom the report is.
    pub scope: ReportScope,
    /// Its languages, one or two; the first leads.
    pub languages: Vec<Language>,
    /// The strictest marking of everything in it.
    pub marking: Marking,
    /// The day it is made as of: printed, and what "overdue" is measured against.
    pub as_of: Date,
    /// The name of the node.
    pub node: String,
    /// How many acts its register held.
    pub register_size: u64,
    /// The round.
    pub round: Round,
    /// The States of the round, with their names.
    pub states: Vec<State>,
    /// The template of the matrices.
    pub template: Option<Template>,
    /// The matrices.
    pub matrices: Vec<MatrixRecord>,
    /// The action plans.
    pub plans: Vec<PlanRecord>,
    /// The programme.
    pub programme: Vec<ProgrammeItem>,
    /// The participants.
    pub participants: Vec<Participant>,
    /// The visits. Accounts of what was seen never come here.
    pub visits: Vec<Visit>,
    /// The findings.
    pub findings: Vec<(RecordId, Finding)>,
    /// The recommendations of this round.
    pub recommendations: Vec<RecommendationRecord>,
    /// Earlier rounds with their recommendations.
    pub earlier: Vec<(Round, Vec<RecommendationRecord>)>,
}

/// A State's matrix with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixRecord {
    /// Whose it is.
    pub state: StateCode,
    /// Its head.
    pub matrix: Matrix,
    /// What it says, by cell. A cell that is not here is blank.
    pub answers: BTreeMap<CellKey, Answer>,
}

/// A State's action plan with its measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanRecord {
    /// Its head.
    pub plan: Plan,
    /// Its measures.
    pub measures: Vec<(RecordId, Measure)>,
    /// What was reported about the measures.
    pub progress: Vec<Progress>,
}

/// A recommendation with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecommendationRecord {
    /// Its id: what progress is about.
    pub id: RecordId,
    /// The recommendation.
    pub recommendation: Recommendation,
    /// What the States responded.
    pub responses: Vec<Response>,
    /// What was reported about it.
    pub progress: Vec<Progress>,
    /// The measures that carry it out, as `XO:12`.
    pub measures: Vec<String>,
    /// The recommendations of earlier rounds it continues, as `Miren 2024, 4`.
    pub continues: Vec<String>,
}

impl RoundRecord {
    /// The State with this code.
    pub(crate) fn state(&self, code: &StateCode) -> Option<&State> {
        self.states.iter().find(|state| state.code == *code)
    }

    /// Its short name in a language; the code itself where the State is not among those of the round.
    pub(crate) fn state_name(&self, code: &StateCode, language: Language) -> String {
        match self.state(code) {
            Some(state) => state.short.text(language).to_owned(),
            None => code.to_string(),
        }
    }
}
