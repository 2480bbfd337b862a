//! Names the nuclides that explain a spectrum, with the lines that speak for and against each.

mod adjust;
mod answer;
mod candidate;
pub mod confidence;
mod domain;
mod efficiency;
mod evidence;
mod fit;
mod gain;
mod rules;
mod scatter;
mod select;
mod series;
mod solve;

use serde::Serialize;

pub use answer::identify;

use crate::analysis::peaks::Peak;
use crate::nuclide::Category;
use crate::spectrum::DetectorClass;

/// What a spectrum says.
#[derive(Debug, Clone, Serialize)]
pub struct Identification {
    /// The nuclides named, the surest first.
    pub nuclides: Vec<Named>,
    /// The answer in one word, of a closed set.
    pub outcome: Outcome,
    /// Nuclides that would explain something and are more probably wrong than right: not named.
    pub unsure: Vec<Named>,
    /// Peaks that nothing named explains.
    pub unexplained: Vec<Peak>,
    /// All peaks found, in order of energy.
    pub peaks: Vec<Peak>,
    /// What was assumed and corrected.
    pub basis: Basis,
}

/// The answer in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Nuclides are named that are not the natural background.
    Identified,
    /// Nothing but natural activity.
    NaturalOnly,
    /// Nothing above the background that was given.
    NothingAboveBackground,
    /// Peaks that are not explained, and no nuclide named.
    Unidentified,
    /// A continuum without lines above the background.
    BetaPossible,
    /// Too few counts to say anything.
    TooFewCounts,
    /// The file gives no energy calibration.
    Uncalibrated,
}

/// A nuclide that is named.
#[derive(Debug, Clone, Serialize)]
pub struct Named {
    /// The parent, such as `Ra-226`; `positron emitter` where only 511 keV is seen.
    pub nuclide: String,
    /// From 0 to 1: the share of names resting on the like that were right in simulated spectra of known content. For natural
    /// activity, the crystal's own and annihilation, which are not fitted so: how far the evidence is from nothing.
    pub confidence: f64,
    /// What the confidence is made of, where it is fitted.
    pub grounds: Option<confidence::Grounds>,
    /// What it is commonly met as, the gravest first.
    pub categories: Vec<Category>,
    /// The daughters whose lines are seen, where the parent itself is named for them.
    pub seen_through: Vec<String>,
    /// Others that would explain the same lines.
    pub alternatives: Vec<String>,
    /// Whether it is part of the natural surroundings.
    pub is_natural_background: bool,
    /// Whether it is the detector's own activity.
    pub is_intrinsic: bool,
    /// Whether its low lines are lost, as behind a shield.
    pub is_shielded: bool,
    /// The lines for and against.
    pub lines: Vec<LineEvidence>,
}

/// One line, or several that the detector sees as one.
#[derive(Debug, Clone, Serialize)]
pub struct LineEvidence {
    /// In keV.
    pub energy: f64,
    /// Which nuclide emits it.
    pub emitter: String,
    /// For or against.
    pub verdict: LineVerdict,
    /// Counts that would be expected from the other lines.
    pub expected: f64,
    /// Counts that are seen.
    pub seen: f64,
    /// Standard uncertainty of `seen`, in counts.
    pub uncertainty: f64,
    /// What is seen, in standard deviations.
    pub significance: f64,
    /// Net counts that would surely have been detected (Currie).
    pub detection_limit: f64,
}

/// For or against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineVerdict {
    /// It is there.
    Seen,
    /// It should be there and is not.
    Missing,
    /// It could not be seen.
    BelowLimit,
}

/// What was assumed, corrected and used.
#[derive(Debug, Clone, Serialize)]
pub struct Basis {
    /// The class of detector.
    pub class: Option<DetectorClass>,
    /// Whether the class was estimated from the widths of peaks.
    pub class_estimated: bool,
    /// Full width at half maximum at 662 keV, in keV.
    pub fwhm_662: Option<f64>,
    /// What energies of the file were multiplied with; 1 is no correction.
    pub gain: f64,
    /// What was then added to them, in keV.
    pub offset: f64,
    /// Whether a background was taken away.
    pub background_used: bool,
    /// Why a background that was given was not used: a code.
    pub background_refused: Option<String>,
    /// Channels that stood out as no peak can, and were taken as their neighbours.
    pub spikes: usize,
    /// The version of the nuclear data.
    pub library: String,
    /// Counts that were compared.
    pub counts: f64,
    /// Live over real time, where known.
    pub live_fraction: Option<f64>,
}

impl Outcome {
    /// The word in data, and the end of its translation key.
    pub fn code(self) -> &'static str {
        match self {
            Self::Identified => "identified",
            Self::NaturalOnly => "natural-only",
            Self::NothingAboveBackground => "nothing-above-background",
            Self::Unidentified => "unidentified",
            Self::BetaPossible => "beta-possible",
            Self::TooFewCounts => "too-few-counts",
            Self::Uncalibrated => "uncalibrated",
        }
    }
}

#[cfg(test)]
pub(crate) fn nothing_said() -> Identification {
    identify(&crate::spectrum::Spectrum::default(), None)
}

#[cfg(test)]
impl Named {
    /// Only a name, for tests of what is done with names.
    pub(crate) fn called(name: &str) -> Self {
        Self {
            nuclide: name.to_owned(),
            confidence: 1.0,
            grounds: None,
            categories: Vec::new(),
            seen_through: Vec::new(),
            alternatives: Vec::new(),
            is_natural_background: false,
            is_intrinsic: false,
            is_shielded: false,
            lines: Vec::new(),
        }
    }
}
