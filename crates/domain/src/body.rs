//! The kinds of record, and what each kind's document is.

use serde::{Deserialize, Serialize};

use crate::account::Account;
use crate::answer::Answer;
use crate::custody::CustodyEvent;
use crate::determination::Determination;
use crate::document::Document;
use crate::fault::Fault;
use crate::finding::Finding;
use crate::laboratory::{LaboratoryMeasurement, LaboratoryResult};
use crate::list_edition::ListEdition;
use crate::matrix::Matrix;
use crate::measure::Measure;
use crate::participant::Participant;
use crate::party_list_version::PartyListVersion;
use crate::party_screening::PartyScreening;
use crate::plan::Plan;
use crate::programme_item::ProgrammeItem;
use crate::progress::Progress;
use crate::recommendation::Recommendation;
use crate::release::Release;
use crate::report::Report;
use crate::response::Response;
use crate::round::Round;
use crate::sample::Sample;
use crate::state::State;
use crate::template::Template;
use crate::visit::{Visit, VisitAccount};

/// Declares every kind once: the word, the variant, the noun.
macro_rules! kinds {
    ($($(#[$doc:meta])* $noun:ident = $word:literal,)+) => {
        crate::words! {
            /// The kind of a record.
            Kind { $($(#[$doc])* $noun = $word,)+ }
        }

        /// The document of a record, by its kind.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub enum Body { $($(#[$doc])* #[serde(rename = $word)] $noun($noun),)+ }

        impl Body {
            /// Its kind.
            #[must_use]
            pub const fn kind(&self) -> Kind {
                match self { $(Self::$noun(_) => Kind::$noun,)+ }
            }

            /// Everything wrong with it. Empty means it may be stored.
            #[must_use]
            pub fn check(&self) -> Vec<Fault> {
                let mut faults = Vec::new();
                match self { $(Self::$noun(noun) => noun.check(&mut faults),)+ }
                faults
            }
        }

        $(
            impl From<$noun> for Body {
                fn from(noun: $noun) -> Self {
                    Self::$noun(noun)
                }
            }

            impl Noun for $noun {
                const KIND: Kind = Kind::$noun;
                fn of(body: Body) -> Option<Self> {
                    match body {
                        Body::$noun(noun) => Some(noun),
                        _ => None,
                    }
                }
                fn of_ref(body: &Body) -> Option<&Self> {
                    match body {
                        Body::$noun(noun) => Some(noun),
                        _ => None,
                    }
                }
            }
        )+
    };
}

/// A noun that is kept as a record of its own.
pub trait Noun: Sized + Into<Body> {
    /// Its kind.
    const KIND: Kind;
    /// Takes it out of a body of its kind.
    fn of(body: Body) -> Option<Self>;
    /// Looks at it in a body of its kind.
    fn of_ref(body: &Body) -> Option<&Self>;
}

kinds! {
    /// A State with its names.
    State = "state",
    /// A person who may sign in.
    Account = "account",
    /// A version of a matrix template.
    Template = "template",
    /// The head of a State's matrix.
    Matrix = "matrix",
    /// One cell of a matrix.
    Answer = "answer",
    /// The head of an action plan.
    Plan = "plan",
    /// A measure of a plan.
    Measure = "measure",
    /// A dated entry about a measure or a recommendation.
    Progress = "progress",
    /// A round.
    Round = "round",
    /// An item of a round's programme.
    ProgrammeItem = "programme-item",
    /// A person who took part.
    Participant = "participant",
    /// A visit.
    Visit = "visit",
    /// What was seen on a visit.
    VisitAccount = "visit-account",
    /// A finding.
    Finding = "finding",
    /// A recommendation.
    Recommendation = "recommendation",
    /// A State's response to a recommendation.
    Response = "response",
    /// An attached file.
    Document = "document",
    /// A report as built.
    Report = "report",
    /// A release of one revision.
    Release = "release",
    /// An edition of a control list.
    ListEdition = "list-edition",
    /// A determination of a good.
    Determination = "determination",
    /// A sample.
    Sample = "sample",
    /// An event in the custody of a sample.
    CustodyEvent = "custody-event",
    /// A measurement of a sample.
    LaboratoryMeasurement = "laboratory-measurement",
    /// A result of a measurement.
    LaboratoryResult = "laboratory-result",
    /// A version of a list of parties.
    PartyListVersion = "party-list-version",
    /// A party with what was found and decided about it.
    PartyScreening = "party-screening",
}
