//! What waits for a person, on the wire.

use app::Refusal;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::plan::MeasureBody;
use crate::wire::recommendation::RecommendationBody;
use crate::wire::record::Record;
use crate::wire::report::ReportBody;
use crate::wire::round::RoundBody;

/// What waits for a person.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Home {
    /// Measures of the person's State whose time is over.
    pub overdue: Vec<Record<MeasureBody>>,
    /// Recommendations to the person's State without a response.
    pub to_answer: Vec<Record<RecommendationBody>>,
    /// The latest round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round: Option<Record<RoundBody>>,
    /// The newest reports.
    pub reports: Vec<Record<ReportBody>>,
}

impl Home {
    /// What waits, as a verb of `app` gives it.
    pub(crate) fn of(home: &app::home::Home) -> Result<Self, Refusal> {
        Ok(Self {
            overdue: Record::all(&home.overdue)?,
            to_answer: Record::all(&home.to_answer)?,
            round: home.round.as_ref().map(Record::of).transpose()?,
            reports: Record::all(&home.reports)?,
        })
    }
}
