//! Refusals on the wire: one shape for all of them (`application/problem+json`, RFC 9457).

use domain::fault::Fault;
use locale::Translator;
use serde::Serialize;
use utoipa::ToSchema;

use crate::wire::any::AnyBody;
use crate::wire::record::Record;
use crate::wire::written::SeverityWord;

/// Why something was not done.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Problem {
    /// The status of the answer.
    pub status: u16,
    /// The stable code.
    pub code: String,
    /// What was wrong, in the language of `Accept-Language`.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Everything that is wrong with what was sent.
    pub faults: Vec<FaultBody>,
    /// In a conflict: what was to be stored.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub yours: Option<AnyBody>,
    /// In a conflict: what is stored now. Absent when it does not reach the person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theirs: Option<Record<AnyBody>>,
}

/// One thing that is wrong, at one place.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct FaultBody {
    /// How grave: with an error nothing is stored.
    pub severity: SeverityWord,
    /// The stable code.
    pub code: String,
    /// The file, relative to what was imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line, or row of a sheet, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The heading of the column, or the dotted path of the field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What is wrong, in the language of `Accept-Language`.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl FaultBody {
    /// A fault in the words of a language.
    pub(crate) fn of(fault: &Fault, translator: Translator) -> Self {
        let words = translator.fault(fault);
        Self {
            severity: fault.severity.into(),
            code: fault.code.clone(),
            file: fault.place.file.clone(),
            line: fault.place.line,
            field: fault.place.field.clone(),
            message: words.message,
            hint: words.hint,
        }
    }

    /// Several faults.
    pub(crate) fn all(faults: &[Fault], translator: Translator) -> Vec<Self> {
        faults.iter().map(|fault| Self::of(fault, translator)).collect()
    }
}
