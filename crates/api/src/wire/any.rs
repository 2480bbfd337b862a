//! A record of any kind.

use app::Stored;
use domain::body::Body;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::account::AccountBody;
use crate::wire::determination::DeterminationBody;
use crate::wire::document::DocumentBody;
use crate::wire::finding::FindingBody;
use crate::wire::list::ListEditionBody;
use crate::wire::matrix::{AnswerBody, MatrixBody};
use crate::wire::participant::ParticipantBody;
use crate::wire::party::{PartyListVersionBody, PartyScreeningBody};
use crate::wire::plan::{MeasureBody, PlanBody};
use crate::wire::programme_item::ProgrammeItemBody;
use crate::wire::progress::ProgressBody;
use crate::wire::recommendation::{RecommendationBody, ResponseBody};
use crate::wire::record::Record;
use crate::wire::register::ActBody;
use crate::wire::release::ReleaseBody;
use crate::wire::report::ReportBody;
use crate::wire::round::RoundBody;
use crate::wire::sample::{CustodyEventBody, LaboratoryMeasurementBody, LaboratoryResultBody, SampleBody};
use crate::wire::state::StateBody;
use crate::wire::template::TemplateBody;
use crate::wire::visit::{VisitAccountBody, VisitBody};

/// Declares the bodies once, for the type and for the conversion.
macro_rules! bodies {
    ($($noun:ident = $body:ident,)+) => {
        /// What a record says, by its kind.
        #[derive(Debug, Clone, Serialize, ToSchema)]
        #[serde(untagged)]
        pub enum AnyBody {
            $(
                #[doc = concat!("The body of a record of kind ", stringify!($noun), ".")]
                $noun(Box<$body>),
            )+
        }

        impl From<&Body> for AnyBody {
            fn from(body: &Body) -> Self {
                match body { $(Body::$noun(noun) => Self::$noun(Box::new(noun.into())),)+ }
            }
        }
    };
}
bodies! {
    State = StateBody,
    Account = AccountBody,
    Template = TemplateBody,
    Matrix = MatrixBody,
    Answer = AnswerBody,
    Plan = PlanBody,
    Measure = MeasureBody,
    Progress = ProgressBody,
    Round = RoundBody,
    ProgrammeItem = ProgrammeItemBody,
    Participant = ParticipantBody,
    Visit = VisitBody,
    VisitAccount = VisitAccountBody,
    Finding = FindingBody,
    Recommendation = RecommendationBody,
    Response = ResponseBody,
    Document = DocumentBody,
    Report = ReportBody,
    ListEdition = ListEditionBody,
    Determination = DeterminationBody,
    Release = ReleaseBody,
    Sample = SampleBody,
    CustodyEvent = CustodyEventBody,
    LaboratoryMeasurement = LaboratoryMeasurementBody,
    LaboratoryResult = LaboratoryResultBody,
    PartyListVersion = PartyListVersionBody,
    PartyScreening = PartyScreeningBody,
}

/// A version of a record with the act that wrote it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct VersionBody {
    /// The version.
    pub record: Record<AnyBody>,
    /// The act that wrote it.
    pub act: ActBody,
}

/// The history of a record, newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct History {
    /// The versions that reach the person.
    pub versions: Vec<VersionBody>,
}

impl Record<AnyBody> {
    /// A record of whatever kind.
    pub(crate) fn any(stored: &Stored) -> Self {
        Self::around(stored, (&stored.revision.body).into())
    }
}

impl History {
    /// The history as a verb of `app` gives it.
    pub(crate) fn of(history: &[(Stored, domain::act::Act)]) -> Self {
        let version =
            |(stored, act): &(Stored, domain::act::Act)| VersionBody { record: Record::any(stored), act: act.into() };
        Self { versions: history.iter().map(version).collect() }
    }
}
