//! A file of an instrument and the spectra in it, as recorded: nothing is invented, what is not said is `None`.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::calibration::EnergyCalibration;

/// What one file of an instrument holds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SpectrumFile {
    /// The family of formats it was read as, such as `n42-2011`.
    pub format: String,
    /// The instrument that wrote it.
    pub instrument: Instrument,
    /// Every spectrum in the order of the file. Several records stay several records; summing is an operation of its own.
    pub spectra: Vec<Spectrum>,
    /// What the instrument itself said the source was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub instrument_results: Vec<InstrumentResult>,
    /// Remarks of the operator or the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// The instrument.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Its maker.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manufacturer: Option<String>,
    /// Its model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    /// Its serial number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serial: Option<String>,
    /// Its kind in the words of the file, such as `Radionuclide Identifier` or `Spectroscopic Portal Monitor`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// Its software and versions, in the words of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub software: Vec<String>,
}

/// One spectrum.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Spectrum {
    /// A name for it: the title of the record, or what tells it from its neighbours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it was recorded for.
    pub role: SpectrumRole,
    /// Counts by channel, from channel 0. Whole numbers unless the file says otherwise.
    pub counts: Vec<f64>,
    /// Live time in seconds; `None` is unknown, never "as real time".
    pub live_time: Option<f64>,
    /// Real time in seconds.
    pub real_time: Option<f64>,
    /// When recording began, in the clock of the file.
    pub started: Option<DateTime>,
    /// Minutes east of UTC, where the file says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub utc_offset_minutes: Option<i32>,
    /// Channel to energy.
    pub calibration: EnergyCalibration,
    /// The detector.
    pub detector: Detector,
    /// Neutron counts of the same record, where a neutron detector was present. `Some(0.0)` is a reading.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub neutrons: Option<Neutrons>,
    /// Dose rate in microsievert per hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dose_rate: Option<f64>,
    /// Where it was recorded, in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Position>,
    /// Whether the portal was occupied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occupied: Option<bool>,
    /// Alarms that the instrument recorded with it, in the words of the file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub alarms: Vec<String>,
    /// Remarks about this record.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// What a spectrum was recorded for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SpectrumRole {
    /// The item.
    Foreground,
    /// The surroundings without the item.
    Background,
    /// A known source, to calibrate.
    Calibration,
    /// The detector's own activity.
    IntrinsicActivity,
    /// The file does not say.
    #[default]
    Unspecified,
}

/// The detector, as far as the file tells.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detector {
    /// Its name in the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its class, from the words of the file or the instrument's model; `None` is unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<DetectorClass>,
    /// What the file says of its kind and size, in its words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub described: Option<String>,
}

/// Classes of detector by their crystal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DetectorClass {
    /// Bismuth germanate.
    Bgo,
    /// Caesium iodide.
    Csi,
    /// Sodium iodide.
    Nai,
    /// Lanthanum bromide.
    Labr3,
    /// Cerium bromide.
    Cebr3,
    /// Cadmium zinc telluride or cadmium telluride.
    Czt,
    /// High-purity germanium.
    Hpge,
    /// Plastic scintillator.
    Plastic,
}

/// A neutron reading.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Neutrons {
    /// Counts.
    pub counts: f64,
    /// Seconds they were counted for, where the file says.
    pub live_time: Option<f64>,
}

/// A place on the Earth, WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
}

/// What the instrument itself concluded.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct InstrumentResult {
    /// The nuclide in the words of the file.
    pub nuclide: String,
    /// Confidence in the words of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// Category in the words of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<String>,
    /// The algorithm and its version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<String>,
    /// Remarks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
}
