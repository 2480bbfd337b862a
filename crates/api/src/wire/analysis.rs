//! An analysis on the wire: what a method made of the file of an instrument, in whole numbers, as it stands on the record.

use std::collections::BTreeMap;

use domain::analysis::{AnalysedLine, AnalysedNuclide, Analysis, AnalysisFinding};
use serde::Serialize;
use utoipa::ToSchema;

/// What a method made of the file of an instrument.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnalysisBody {
    /// The program that made it, with its version.
    pub method: String,
    /// The nuclear data, with their version.
    pub library: String,
    /// The record of the file that was looked at, counted from 1; absent when it was the item as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<u32>,
    /// The answer in one word, such as `identified`.
    pub outcome: String,
    /// What was named, the surest first.
    pub nuclides: Vec<AnalysedNuclideBody>,
    /// Energies of peaks that nothing named explains, in eV.
    pub unexplained_ev: Vec<u32>,
    /// What was noticed on the way.
    pub findings: Vec<AnalysisFindingBody>,
}

/// A nuclide that a method named.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnalysedNuclideBody {
    /// Its name.
    pub nuclide: String,
    /// How sure the method was, in thousandths.
    pub confidence_permille: u16,
    /// What it is commonly met as.
    pub categories: Vec<String>,
    /// Daughters it is seen through.
    pub seen_through: Vec<String>,
    /// Whether it belongs to the surroundings or to the detector itself.
    pub surroundings: bool,
    /// The lines for and against.
    pub lines: Vec<AnalysedLineBody>,
}

/// A line for or against a nuclide.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnalysedLineBody {
    /// Who emits it.
    pub emitter: String,
    /// In eV.
    pub energy_ev: u32,
    /// `seen`, `missing` or `below-limit`.
    pub verdict: String,
    /// Net counts.
    pub net_counts: i64,
    /// Their standard uncertainty.
    pub uncertainty: u64,
    /// Net counts that the other lines let one expect.
    pub expected_counts: i64,
    /// Net counts that would surely have been seen.
    pub detection_limit: u64,
}

/// Something that was noticed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct AnalysisFindingBody {
    /// `note`, `warning` or `error`.
    pub severity: String,
    /// Its stable code.
    pub code: String,
    /// Where in the file; empty for all of it.
    pub place: String,
    /// Values for its message.
    pub values: BTreeMap<String, String>,
}

impl From<&Analysis> for AnalysisBody {
    fn from(analysis: &Analysis) -> Self {
        Self {
            method: analysis.method.clone(),
            library: analysis.library.clone(),
            record: analysis.record,
            outcome: analysis.outcome.clone(),
            nuclides: analysis.nuclides.iter().map(AnalysedNuclideBody::from).collect(),
            unexplained_ev: analysis.unexplained_ev.clone(),
            findings: analysis.findings.iter().map(AnalysisFindingBody::from).collect(),
        }
    }
}

impl From<&AnalysedNuclide> for AnalysedNuclideBody {
    fn from(named: &AnalysedNuclide) -> Self {
        Self {
            nuclide: named.nuclide.clone(),
            confidence_permille: named.confidence_permille,
            categories: named.categories.clone(),
            seen_through: named.seen_through.clone(),
            surroundings: named.surroundings,
            lines: named.lines.iter().map(AnalysedLineBody::from).collect(),
        }
    }
}

impl From<&AnalysedLine> for AnalysedLineBody {
    fn from(line: &AnalysedLine) -> Self {
        Self {
            emitter: line.emitter.clone(),
            energy_ev: line.energy_ev,
            verdict: line.verdict.clone(),
            net_counts: line.net_counts,
            uncertainty: line.uncertainty,
            expected_counts: line.expected_counts,
            detection_limit: line.detection_limit,
        }
    }
}

impl From<&AnalysisFinding> for AnalysisFindingBody {
    fn from(finding: &AnalysisFinding) -> Self {
        Self {
            severity: finding.severity.clone(),
            code: finding.code.clone(),
            place: finding.place.clone(),
            values: finding.values.clone(),
        }
    }
}
