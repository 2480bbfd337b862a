//! Files of chemical and biological laboratories: curves (infrared, Raman, mass spectra, chromatograms) from JCAMP-DX, mzML and
//! MSP, and amplification runs from RDML. They are read to be looked at and kept; nothing is identified here.
//!
//! Galactic `.spc` is not gamma `.spc`; which reader reads a file is decided by its content.

mod amplification;
mod jcamp;
mod jcamp_digits;
mod msp;
mod mzml;
mod plot;
mod rdml;
mod run;

use serde::{Deserialize, Serialize};

use crate::finding::Finding;
use crate::format::{lines, xml};

pub use amplification::amplification_svg;
pub use plot::to_svg;
pub use run::{Call, ControlRole, JudgedControl, JudgedRun, JudgedSample, judge};

/// Larger files are refused before anything is allocated, in bytes.
pub const FILE_LIMIT: usize = 256 << 20;
/// No file may hold more points in all its curves.
pub const POINT_LIMIT: usize = 16 << 20;
/// No file may hold more curves or reactions.
pub const CURVE_LIMIT: usize = 100_000;

/// What one file of a laboratory holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct LaboratoryFile {
    /// The family of formats: `jcamp-dx`, `mzml`, `msp` or `rdml`.
    pub format: String,
    /// Its curves, in the order of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub curves: Vec<Curve>,
    /// The reactions of an amplification run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reactions: Vec<Reaction>,
}

/// A measured curve, or a list of peaks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Curve {
    /// Its title.
    pub title: String,
    /// What was measured, in the words of the file, such as `INFRARED SPECTRUM`.
    pub measured: String,
    /// Unit of the abscissa in the words of the file.
    pub x_unit: String,
    /// Unit of the ordinate in the words of the file.
    pub y_unit: String,
    /// Points in the order of the file.
    pub points: Vec<(f64, f64)>,
    /// Whether the points are separate peaks, to be drawn as sticks.
    pub sticks: bool,
    /// Other statements of the file about this curve: name and value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub statements: Vec<(String, String)>,
}

/// One reaction of an amplification run.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Reaction {
    /// The run.
    pub run: String,
    /// The well.
    pub well: String,
    /// The sample.
    pub sample: String,
    /// The type of sample in the words of RDML: `unkn`, `ntc`, `nac`, `std`, `ntp`, `nrt`, `pos`, `opt`.
    pub sample_type: String,
    /// The target.
    pub target: String,
    /// The type of target in the words of RDML: `toi` (of interest) or `ref` (reference, such as an internal control).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub target_type: String,
    /// The quantification cycle; `None` when there is none.
    pub cq: Option<f64>,
    /// Whether the file says anything of its quantification cycle, if only that there is none. A reaction without is not one
    /// in which nothing showed.
    #[serde(default)]
    pub analysed: bool,
    /// Whether the laboratory excluded it, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub excluded: Option<String>,
    /// Fluorescence by cycle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amplification: Vec<(f64, f64)>,
}

/// Why a file was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotALaboratoryFile {
    /// It is too large.
    #[error("the file is larger than {FILE_LIMIT} bytes")]
    TooLarge,
    /// No reader knows it.
    #[error("this is neither JCAMP-DX nor mzML, MSP or RDML")]
    Unknown,
    /// It holds nothing that could be read.
    #[error("the file holds no curve and no reaction that can be read")]
    Nothing,
}

impl NotALaboratoryFile {
    /// Stable code, which is also its translation key: `spectrum-refusal-<code>`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooLarge => "too-large",
            Self::Unknown => "unknown-format",
            Self::Nothing => "no-spectrum",
        }
    }
}

/// Reads a file of a laboratory. The findings say what is wrong or doubtful beside what was read.
///
/// # Errors
/// When the bytes are of no family that is read, or hold nothing.
pub fn read(bytes: &[u8]) -> Result<(LaboratoryFile, Vec<Finding>), NotALaboratoryFile> {
    if bytes.len() > FILE_LIMIT {
        return Err(NotALaboratoryFile::TooLarge);
    }
    let mut findings = Vec::new();
    let file = if bytes.starts_with(b"PK\x03\x04") {
        rdml::read_zip(bytes, &mut findings)
    } else if lines::looks_like_text(bytes) {
        let text = lines::decode(bytes);
        if xml::looks_like(&text) {
            xml::read(&text, &mut findings)
                .and_then(|document| mzml::read(&document, &mut findings).or_else(|| rdml::read(&document)))
        } else {
            jcamp::read(&text, &mut findings).or_else(|| msp::read(&text, &mut findings))
        }
    } else {
        None
    };
    let mut file = file.ok_or(NotALaboratoryFile::Unknown)?;
    file.curves.retain(|curve| !curve.points.is_empty());
    let points: usize = file.curves.iter().map(|curve| curve.points.len()).sum();
    if points > POINT_LIMIT || file.curves.len() > CURVE_LIMIT || file.reactions.len() > CURVE_LIMIT {
        return Err(NotALaboratoryFile::TooLarge);
    }
    if file.curves.is_empty() && file.reactions.is_empty() {
        return Err(NotALaboratoryFile::Nothing);
    }
    Ok((file, findings))
}
