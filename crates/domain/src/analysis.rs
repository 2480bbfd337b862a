//! What a method made of the file of an instrument: which method with which data, what it named with the lines for and
//! against, and what it noticed. It stands on the record with the result, so that a second person checks what was there, and
//! not what a later version of the method would say.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// An analysis of a gamma spectrum. Numbers are whole, in small units, so that a record has one way to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// The program that made it, with its version.
    pub method: String,
    /// The nuclear data, with their version.
    pub library: String,
    /// The record of the file that was looked at, counted from 1; `None` when the file was looked at as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<u32>,
    /// The answer in one word of the method's closed set, such as `identified`.
    pub outcome: String,
    /// What was named, the surest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nuclides: Vec<AnalysedNuclide>,
    /// Energies of peaks that nothing named explains, in eV.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unexplained_ev: Vec<u32>,
    /// What was noticed on the way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<AnalysisFinding>,
}

/// A nuclide that a method named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysedNuclide {
    /// Its name.
    pub nuclide: String,
    /// How sure the method was, in thousandths: what its version means by that is told in `docs/concepts`.
    pub confidence_permille: u16,
    /// What it is commonly met as.
    pub categories: Vec<String>,
    /// Daughters it is seen through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen_through: Vec<String>,
    /// Whether it belongs to the surroundings or to the detector itself.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub surroundings: bool,
    /// The lines for and against.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<AnalysedLine>,
}

/// A line for or against a nuclide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysedLine {
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysisFinding {
    /// `note`, `warning` or `error`.
    pub severity: String,
    /// Its stable code.
    pub code: String,
    /// Where in the file; empty for all of it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub place: String,
    /// Values for its message.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}
