//! Why a verb was not carried out. Each refusal has a stable code, which is also its translation key
//! (`refusal-<code>`, with `.hint` for what to do).

use domain::body::Body;
use domain::fault::Fault;
use store::{StoreError, Stored};

use crate::permission::Permission;

/// A refusal.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// Nobody is signed in, or the session is over.
    #[error("sign in first")]
    SignInNeeded,
    /// Wrong login or password; which of them is not said.
    #[error("wrong login or password")]
    WrongPassword,
    /// Too many failures in a row.
    #[error("too many failed attempts; wait {seconds} s")]
    TooManyAttempts {
        /// How long to wait.
        seconds: u64,
    },
    /// The role does not allow it.
    #[error("not allowed: {0}")]
    NotAllowed(Permission),
    /// The author of a revision wants to release it.
    #[error("the author of a revision cannot release it")]
    OwnRevision,
    /// There is no such thing, or it does not reach the person: which of the two is not said.
    #[error("there is no such {0}")]
    NotFound(&'static str),
    /// What was given is wrong.
    #[error("{} faults", .0.len())]
    Invalid(Vec<Fault>),
    /// Somebody else changed the same record in the meantime.
    #[error("changed in the meantime")]
    Conflict {
        /// What was to be stored.
        yours: Box<Body>,
        /// What is stored now. `None` when the other record does not reach the person.
        theirs: Option<Box<Stored>>,
    },
    /// The store cannot do it.
    #[error("the store cannot do it")]
    Store(#[source] StoreError),
    /// The report cannot be set.
    #[error("the report cannot be set")]
    Report(#[source] report::ReportError),
}

impl Refusal {
    /// A single fault.
    #[must_use]
    pub fn fault(fault: Fault) -> Self {
        Self::Invalid(vec![fault])
    }

    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::SignInNeeded => "sign-in-needed",
            Self::WrongPassword => "wrong-password",
            Self::TooManyAttempts { .. } => "too-many-attempts",
            Self::NotAllowed(_) => "not-allowed",
            Self::OwnRevision => "own-revision",
            Self::NotFound(_) => "not-found",
            Self::Invalid(_) => "invalid",
            Self::Conflict { .. } => "conflict",
            Self::Store(StoreError::DiskFull) => "disk-full",
            Self::Store(StoreError::Busy) => "busy",
            Self::Store(StoreError::Damaged { .. }) => "damaged",
            Self::Store(_) => "store",
            Self::Report(_) => "report",
        }
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Invalid(faults) => Self::Invalid(faults),
            error => Self::Store(error),
        }
    }
}

impl From<report::ReportError> for Refusal {
    fn from(error: report::ReportError) -> Self {
        Self::Report(error)
    }
}
