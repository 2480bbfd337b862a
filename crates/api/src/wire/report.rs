//! Reports on the wire.

use app::report::build;
use domain::fault::Fault;
use domain::report::{Report, ReportBasis, ReportFile};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::wire::record::Body;
use crate::wire::written::{HashText, IdText, LanguageText, Reading, ReportScopeWord, Written};

/// A report as it was built.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReportBody {
    /// The round.
    pub round: IdText,
    /// For whom.
    pub scope: ReportScopeWord,
    /// Its languages; the first leads.
    pub languages: Vec<LanguageText>,
    /// The files.
    pub files: Vec<ReportFileBody>,
    /// The exact revisions it was built from.
    pub basis: Vec<ReportBasisBody>,
}

/// A file of a report.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReportFileBody {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: String,
    /// Its length in bytes.
    pub length: u64,
    /// The SHA-256 of its bytes.
    pub sha256: HashText,
}

/// One revision a report rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReportBasisBody {
    /// The record.
    pub record: IdText,
    /// Its version.
    pub version: u32,
    /// The SHA-256 of the revision.
    pub revision: HashText,
}

/// Builds the report of a round.
#[derive(Debug, Clone, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BuildReport {
    /// The round.
    pub round: IdText,
    /// For whom; absent means for as wide an audience as the round itself is shared with.
    #[serde(default)]
    pub scope: Option<ReportScopeWord>,
    /// Its languages; the first leads.
    pub languages: Vec<LanguageText>,
}

impl Body for ReportBody {
    type Noun = Report;
}

impl From<&Report> for ReportBody {
    fn from(report: &Report) -> Self {
        let file = |file: &ReportFile| ReportFileBody {
            name: file.name.clone(),
            media_type: file.media_type.clone(),
            length: file.length,
            sha256: file.sha256.into(),
        };
        let basis = |basis: &ReportBasis| ReportBasisBody {
            record: basis.record.into(),
            version: basis.version,
            revision: basis.revision.into(),
        };
        Self {
            round: report.round.into(),
            scope: report.scope.into(),
            languages: report.languages.iter().copied().map(Written::from).collect(),
            files: report.files.iter().map(file).collect(),
            basis: report.basis.iter().map(basis).collect(),
        }
    }
}

impl TryFrom<BuildReport> for build::BuildReport {
    type Error = Vec<Fault>;
    fn try_from(body: BuildReport) -> Result<Self, Self::Error> {
        let mut read = Reading::default();
        let round = read.id("round", &body.round);
        let scope = read.option("scope", &body.scope);
        let languages: Vec<_> = read.all("languages", &body.languages);
        if body.languages.is_empty() {
            read.fault(Fault::error("field-missing").at("languages"));
        }
        read.finish(|| Some(Self { round: round?, scope, languages }))
    }
}
