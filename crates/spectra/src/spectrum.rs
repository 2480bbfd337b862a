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
    /// Gross gamma counts, where the record has them instead of or beside a spectrum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gross_counts: Option<f64>,
    /// Whether the instrument computed it from other records (a sum, a difference), rather than measured it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub derived: bool,
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

impl DetectorClass {
    /// The class that words of a file name, such as `NaI(Tl) 3x3`, `Lanthanum Bromide` or `HPGe 50%`; `None` where they name
    /// none.
    #[must_use]
    pub fn from_words(words: &str) -> Option<Self> {
        // Blanks, brackets and hyphens stand anywhere in these words.
        let said: String = words.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        const WORDS: &[(&str, DetectorClass)] = &[
            ("hpge", DetectorClass::Hpge),
            ("germanium", DetectorClass::Hpge),
            ("gelice", DetectorClass::Hpge),
            ("coaxial", DetectorClass::Hpge),
            ("bege", DetectorClass::Hpge),
            ("labr", DetectorClass::Labr3),
            ("lanthanumbromide", DetectorClass::Labr3),
            ("brillance", DetectorClass::Labr3),
            ("cebr", DetectorClass::Cebr3),
            ("ceriumbromide", DetectorClass::Cebr3),
            ("cdznte", DetectorClass::Czt),
            ("cadmiumzinctelluride", DetectorClass::Czt),
            ("cadmiumtelluride", DetectorClass::Czt),
            ("czt", DetectorClass::Czt),
            ("cdte", DetectorClass::Czt),
            ("bgo", DetectorClass::Bgo),
            ("bismuthgermanate", DetectorClass::Bgo),
            ("csi", DetectorClass::Csi),
            ("cesiumiodide", DetectorClass::Csi),
            ("caesiumiodide", DetectorClass::Csi),
            ("nai", DetectorClass::Nai),
            ("sodiumiodide", DetectorClass::Nai),
            ("pvt", DetectorClass::Plastic),
            ("plastic", DetectorClass::Plastic),
            ("polyvinyltoluene", DetectorClass::Plastic),
        ];
        WORDS.iter().find(|(word, _)| said.contains(word)).map(|(_, class)| *class)
    }

    /// The class of crystal that a model of instrument is sold with, from its maker's public description, where the model
    /// has one only; `None` for any other.
    #[must_use]
    pub fn of_model(model: &str) -> Option<Self> {
        let said: String = model.to_ascii_lowercase().chars().filter(char::is_ascii_alphanumeric).collect();
        const MODELS: &[(&str, DetectorClass)] = &[
            ("radiacode101", DetectorClass::Csi),
            ("radiacode102", DetectorClass::Csi),
            ("radiacode103", DetectorClass::Csi),
            ("detective", DetectorClass::Hpge),
            ("falcon5000", DetectorClass::Hpge),
            ("fulcrum", DetectorClass::Hpge),
            ("h3dm400", DetectorClass::Czt),
            ("d3s", DetectorClass::Csi),
            ("interceptor", DetectorClass::Czt),
        ];
        // A RadiaCode-103G has a crystal (GAGG) that is none of these classes.
        let found = MODELS.iter().find(|(word, _)| said.contains(word)).map(|(_, class)| *class)?;
        (!said.contains("radiacode103g")).then_some(found)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_are_read_from_words() {
        for (words, expect) in [
            ("NaI(Tl) 3x3", Some(DetectorClass::Nai)),
            ("HPGe 50%", Some(DetectorClass::Hpge)),
            ("LaBr3:Ce", Some(DetectorClass::Labr3)),
            ("Lanthanum Bromide", Some(DetectorClass::Labr3)),
            ("CdZnTe", Some(DetectorClass::Czt)),
            ("CsI (Tl)", Some(DetectorClass::Csi)),
            ("Other", None),
            ("", None),
        ] {
            assert_eq!(DetectorClass::from_words(words), expect, "{words}");
        }
        assert_eq!(DetectorClass::of_model("RadiaCode-102"), Some(DetectorClass::Csi));
        assert_eq!(DetectorClass::of_model("RadiaCode-103G"), None);
        assert_eq!(DetectorClass::of_model("Something 5"), None);
    }
}
