//! Action plans and their measures on the wire.

use app::Refusal;
use app::plan::measure::MeasureView;
use app::plan::show::PlanView;
use domain::fault::Fault;
use domain::measure::{Measure, TimeFrame};
use domain::plan::Plan;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::progress::ProgressBody;
use crate::wire::record::{Body, Record};
use crate::wire::texts::{Texts, texts};
use crate::wire::written::{
    FormOfCompletionWord, FundingWord, IdText, PartialDateText, ProgressStatusWord, Reading, RowText, StateCodeText,
    Written,
};

/// An action plan of a State.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanBody {
    /// Whose plan it is.
    pub state: StateCodeText,
    /// Its title.
    pub title: Texts,
    /// The act that adopted it.
    #[serde(default)]
    pub instrument: Texts,
    /// When it was adopted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<PartialDateText>,
    /// Where it begins.
    pub start: PartialDateText,
    /// Where it ends.
    pub end: PartialDateText,
}

/// A measure: a numbered line of a plan.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MeasureBody {
    /// The plan it stands in.
    pub plan: IdText,
    /// Its number: cited from outside, so never given twice and never changed.
    pub number: String,
    /// The paragraphs of the resolution it serves.
    #[serde(default)]
    pub operative_paragraphs: Vec<String>,
    /// The rows of the matrix it changes.
    #[serde(default)]
    pub rows: Vec<RowText>,
    /// What is to be done.
    pub text: Texts,
    /// What is expected of it.
    #[serde(default)]
    pub expected_result: Texts,
    /// In what form it is completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormOfCompletionWord>,
    /// When.
    pub time_frame: TimeFrameBody,
    /// The body that leads.
    pub lead: Texts,
    /// The bodies that take part.
    #[serde(default)]
    pub supporting: Vec<Texts>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<FundingWord>,
    /// Partners that fund or help.
    #[serde(default)]
    pub partners: Texts,
    /// By what one sees that it is done.
    #[serde(default)]
    pub indicator: Texts,
    /// What help is needed.
    #[serde(default)]
    pub assistance_needed: Texts,
    /// How far it has come, as last reported.
    pub status: ProgressStatusWord,
}

/// When a measure is carried out. At least one end is known.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeFrameBody {
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDateText>,
    /// Until when. Without it the measure is continuous and never overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDateText>,
}

/// Makes a measure, or changes one.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveMeasure {
    /// The measure.
    pub measure: MeasureBody,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

/// A plan with its measures.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PlanWhole {
    /// The head.
    pub plan: Record<PlanBody>,
    /// The measures, by number.
    pub measures: Vec<Record<MeasureBody>>,
    /// What was reported on them, oldest first within a measure.
    pub progress: Vec<Record<ProgressBody>>,
}

/// A measure with its plan and its progress.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct MeasureWhole {
    /// The measure.
    pub measure: Record<MeasureBody>,
    /// The plan it stands in.
    pub plan: Record<PlanBody>,
    /// What was reported on it, oldest first.
    pub progress: Vec<Record<ProgressBody>>,
}

impl Body for PlanBody {
    type Noun = Plan;
}

impl Body for MeasureBody {
    type Noun = Measure;
}

impl From<&Plan> for PlanBody {
    fn from(plan: &Plan) -> Self {
        Self {
            state: plan.state.clone().into(),
            title: (&plan.title).into(),
            instrument: (&plan.instrument).into(),
            adopted: plan.adopted.map(Written::from),
            start: plan.start.into(),
            end: plan.end.into(),
        }
    }
}

impl TryFrom<PlanBody> for Plan {
    type Error = Vec<Fault>;
    fn try_from(body: PlanBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let state = read.one("state", &body.state);
        let title = read.texts("title", &body.title);
        let instrument = read.texts("instrument", &body.instrument);
        let adopted = read.option("adopted", &body.adopted);
        let start = read.one("start", &body.start);
        let end = read.one("end", &body.end);
        read.finish(|| Some(Self { state: state?, title, instrument, adopted, start: start?, end: end? }))
    }
}

impl From<&Measure> for MeasureBody {
    fn from(measure: &Measure) -> Self {
        Self {
            plan: measure.plan.into(),
            number: measure.number.clone(),
            operative_paragraphs: measure.operative_paragraphs.clone(),
            rows: measure.rows.iter().cloned().map(Written::from).collect(),
            text: (&measure.text).into(),
            expected_result: (&measure.expected_result).into(),
            form: measure.form.map(Written::from),
            time_frame: TimeFrameBody {
                start: measure.time_frame.start.map(Written::from),
                end: measure.time_frame.end.map(Written::from),
            },
            lead: (&measure.lead).into(),
            supporting: texts(&measure.supporting),
            funding: measure.funding.map(Written::from),
            partners: (&measure.partners).into(),
            indicator: (&measure.indicator).into(),
            assistance_needed: (&measure.assistance_needed).into(),
            status: measure.status.into(),
        }
    }
}

impl TryFrom<MeasureBody> for Measure {
    type Error = Vec<Fault>;
    fn try_from(body: MeasureBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let plan = read.id("plan", &body.plan);
        let rows = read.all("rows", &body.rows);
        let text = read.texts("text", &body.text);
        let expected_result = read.texts("expected_result", &body.expected_result);
        let form = read.option("form", &body.form);
        let start = read.option("time_frame.start", &body.time_frame.start);
        let end = read.option("time_frame.end", &body.time_frame.end);
        let lead = read.texts("lead", &body.lead);
        let supporting = read.all_texts("supporting", &body.supporting);
        let funding = read.option("funding", &body.funding);
        let partners = read.texts("partners", &body.partners);
        let indicator = read.texts("indicator", &body.indicator);
        let assistance_needed = read.texts("assistance_needed", &body.assistance_needed);
        let status = read.one("status", &body.status);
        let MeasureBody { number, operative_paragraphs, .. } = body;
        read.finish(|| {
            Some(Self {
                plan: plan?,
                number,
                operative_paragraphs,
                rows,
                text,
                expected_result,
                form,
                time_frame: TimeFrame { start, end },
                lead,
                supporting,
                funding,
                partners,
                indicator,
                assistance_needed,
                status: status?,
            })
        })
    }
}

impl PlanWhole {
    /// The plan as a verb of `app` gives it.
    pub(crate) fn of(view: &PlanView) -> Result<Self, Refusal> {
        let progress = view.measures.iter().filter_map(|measure| view.progress.get(&measure.revision.record)).flatten();
        Ok(Self {
            plan: Record::of(&view.plan)?,
            measures: Record::all(&view.measures)?,
            progress: progress.map(Record::of).collect::<Result<_, _>>()?,
        })
    }
}

impl MeasureWhole {
    /// The measure as a verb of `app` gives it.
    pub(crate) fn of(view: &MeasureView) -> Result<Self, Refusal> {
        Ok(Self {
            measure: Record::of(&view.measure)?,
            plan: Record::of(&view.plan)?,
            progress: Record::all(&view.progress)?,
        })
    }
}
