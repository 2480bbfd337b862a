//! Recommendations and the responses to them on the wire.

use app::Refusal;
use app::recommendation::list::RecommendationPage;
use app::recommendation::show::RecommendationView;
use domain::fault::Fault;
use domain::ids::Id;
use domain::owner::StateCode;
use domain::recommendation::Recommendation;
use domain::response::Response;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::finding::FindingBody;
use crate::wire::plan::MeasureBody;
use crate::wire::progress::ProgressBody;
use crate::wire::record::{Body, Record};
use crate::wire::round::RoundBody;
use crate::wire::texts::Texts;
use crate::wire::written::{
    AddresseeText, DateText, IdText, PartialDateText, PositionWord, Reading, StateCodeText, Written,
};

/// A recommendation. It outlives the round that made it and is never dropped.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecommendationBody {
    /// The round that made it.
    pub round: IdText,
    /// Its number within the round.
    pub number: u16,
    /// Whom it is for.
    pub addressees: Vec<AddresseeText>,
    /// The theme it belongs to: a key of the round.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub theme: Option<String>,
    /// The paragraphs of the resolution it is about.
    #[serde(default)]
    pub operative_paragraphs: Vec<String>,
    /// What is recommended.
    pub text: Texts,
    /// The findings it follows from.
    #[serde(default)]
    pub findings: Vec<IdText>,
    /// The measures that carry it out.
    #[serde(default)]
    pub measures: Vec<IdText>,
    /// The recommendations of earlier rounds that it continues.
    #[serde(default)]
    pub continues: Vec<IdText>,
    /// By when, if the round said so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<PartialDateText>,
}

/// Makes a recommendation, or changes one.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SaveRecommendation {
    /// The recommendation.
    pub recommendation: RecommendationBody,
    /// Why, for the register.
    #[serde(default)]
    pub reason: String,
}

/// The response of one State to one recommendation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ResponseBody {
    /// The recommendation.
    pub recommendation: IdText,
    /// The State that responds.
    pub state: StateCodeText,
    /// Its position.
    pub position: PositionWord,
    /// Why.
    pub reasons: Texts,
    /// The day of the response.
    pub date: DateText,
}

/// What a State says to a recommendation.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResponseContent {
    /// Its position.
    pub position: PositionWord,
    /// Why; required unless it is supported.
    #[serde(default)]
    pub reasons: Texts,
    /// The day of the response.
    pub date: DateText,
}

/// A page of the register of recommendations.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecommendationRecords {
    /// The recommendations of this page.
    pub records: Vec<Record<RecommendationBody>>,
    /// How many there are in all.
    pub total: u64,
    /// The positions that States took on those of this page.
    pub positions: Vec<PositionTaken>,
}

/// The position of a State on a recommendation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PositionTaken {
    /// The recommendation.
    pub recommendation: IdText,
    /// The State.
    pub state: StateCodeText,
    /// Its position.
    pub position: PositionWord,
}

/// A recommendation with everything that followed from it and reaches the person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecommendationWhole {
    /// The recommendation.
    pub recommendation: Record<RecommendationBody>,
    /// The round that made it.
    pub round: Record<RoundBody>,
    /// The responses, by State.
    pub responses: Vec<Record<ResponseBody>>,
    /// The findings it follows from.
    pub findings: Vec<Record<FindingBody>>,
    /// The measures that carry it out.
    pub measures: Vec<Record<MeasureBody>>,
    /// Follow-up, oldest first.
    pub progress: Vec<Record<ProgressBody>>,
    /// The recommendations of earlier rounds that it continues.
    pub continues: Vec<Record<RecommendationBody>>,
    /// The recommendations of later rounds that continue it.
    pub continued_by: Vec<Record<RecommendationBody>>,
}

impl Body for RecommendationBody {
    type Noun = Recommendation;
}

impl Body for ResponseBody {
    type Noun = Response;
}

impl From<&Recommendation> for RecommendationBody {
    fn from(recommendation: &Recommendation) -> Self {
        Self {
            round: recommendation.round.into(),
            number: recommendation.number,
            addressees: recommendation.addressees.iter().cloned().map(Written::from).collect(),
            theme: recommendation.theme.clone(),
            operative_paragraphs: recommendation.operative_paragraphs.clone(),
            text: (&recommendation.text).into(),
            findings: recommendation.findings.iter().copied().map(Written::from).collect(),
            measures: recommendation.measures.iter().copied().map(Written::from).collect(),
            continues: recommendation.continues.iter().copied().map(Written::from).collect(),
            due: recommendation.due.map(Written::from),
        }
    }
}

impl TryFrom<RecommendationBody> for Recommendation {
    type Error = Vec<Fault>;
    fn try_from(body: RecommendationBody) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let addressees = read.all("addressees", &body.addressees);
        let text = read.texts("text", &body.text);
        let findings = read.ids("findings", &body.findings);
        let measures = read.ids("measures", &body.measures);
        let continues = read.ids("continues", &body.continues);
        let due = read.option("due", &body.due);
        let RecommendationBody { number, theme, operative_paragraphs, .. } = body;
        read.finish(|| {
            let round = round?;
            Some(Self {
                round,
                number,
                addressees,
                theme,
                operative_paragraphs,
                text,
                findings,
                measures,
                continues,
                due,
            })
        })
    }
}

impl From<&Response> for ResponseBody {
    fn from(response: &Response) -> Self {
        Self {
            recommendation: response.recommendation.into(),
            state: response.state.clone().into(),
            position: response.position.into(),
            reasons: (&response.reasons).into(),
            date: response.date.into(),
        }
    }
}

impl ResponseContent {
    /// The response of this State to this recommendation.
    ///
    /// # Errors
    /// Everything that cannot be read.
    pub fn read(&self, recommendation: Id<Recommendation>, state: StateCode) -> Result<Response, Vec<Fault>> {
        let mut read = Reading::default();
        let position = read.one("position", &self.position);
        let reasons = read.texts("reasons", &self.reasons);
        let date = read.one("date", &self.date);
        read.finish(|| Some(Response { recommendation, state, position: position?, reasons, date: date? }))
    }
}

impl RecommendationRecords {
    /// The page as a verb of `app` gives it.
    pub(crate) fn of(page: &RecommendationPage) -> Result<Self, Refusal> {
        let taken = |response: &Response| PositionTaken {
            recommendation: response.recommendation.into(),
            state: response.state.clone().into(),
            position: response.position.into(),
        };
        Ok(Self {
            records: Record::all(&page.records)?,
            total: page.total,
            positions: page.responses.values().flatten().map(taken).collect(),
        })
    }
}

impl RecommendationWhole {
    /// The recommendation as a verb of `app` gives it.
    pub(crate) fn of(view: &RecommendationView) -> Result<Self, Refusal> {
        Ok(Self {
            recommendation: Record::of(&view.recommendation)?,
            round: Record::of(&view.round)?,
            responses: Record::all(&view.responses)?,
            findings: Record::all(&view.findings)?,
            measures: Record::all(&view.measures)?,
            progress: Record::all(&view.progress)?,
            continues: Record::all(&view.continues)?,
            continued_by: Record::all(&view.continued_by)?,
        })
    }
}
