//! Writes spectra as an ANSI N42.42-2011 document that its schema accepts.
//!
//! The schema demands a start, a real time, a live time and three coefficients even where nothing is known. Nothing is
//! invented for it: what is not known is written as the epoch, zero seconds or three zeros, and a remark beside it names what
//! is not known, which the reader of this crate understands.

use std::fmt::Write as _;

use crate::calibration::EnergyCalibration;
use crate::spectrum::{DetectorClass, Instrument, InstrumentResult, Spectrum, SpectrumFile, SpectrumRole};

/// A remark of a measurement that begins so lists elements whose value is not known.
pub(crate) const NOT_KNOWN: &str = "Not known: ";

/// The instrument classes of the schema.
const CLASSES: &[&str] = &[
    "Backpack",
    "Dosimeter",
    "Electronic Personal Emergency Radiation Detector",
    "Mobile System",
    "Network Area Monitor",
    "Neutron Handheld",
    "Personal Radiation Detector",
    "Radionuclide Identifier",
    "Portal Monitor",
    "Spectroscopic Portal Monitor",
    "Spectroscopic Personal Radiation Detector",
    "Gamma Handheld",
    "Transportable System",
    "Other",
];

/// Writes a file of spectra; `creator` names the program for `RadInstrumentDataCreatorName`.
#[must_use]
pub fn to_n42(file: &SpectrumFile, creator: &str) -> String {
    let mut out = Document::default();
    out.text.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.open("RadInstrumentData xmlns=\"http://physics.nist.gov/N42/2011/N42\"");
    for remark in &file.remarks {
        out.words("Remark", remark);
    }
    out.words("RadInstrumentDataCreatorName", creator);
    instrument(&mut out, &file.instrument, creator);
    let detectors = detectors(&mut out, &file.spectra);
    let calibrations = calibrations(&mut out, &file.spectra);
    for (n, spectrum) in file.spectra.iter().enumerate() {
        let detector = detectors.get(n).map_or("D1", String::as_str);
        measurement(&mut out, spectrum, n + 1, detector, calibrations.get(n).copied().unwrap_or(0));
    }
    results(&mut out, file, &detectors);
    out.close("RadInstrumentData");
    out.text
}

/// XML being written, with its depth.
#[derive(Default)]
struct Document {
    text: String,
    depth: usize,
}

impl Document {
    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn open(&mut self, tag: &str) {
        self.indent();
        let _ = writeln!(self.text, "<{tag}>");
        self.depth += 1;
    }

    fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        let _ = writeln!(self.text, "</{name}>");
    }

    /// An element with text; letters that XML cannot hold are left out.
    fn words(&mut self, name: &str, words: &str) {
        self.indent();
        let element = name.split(' ').next().unwrap_or(name);
        let _ = write!(self.text, "<{name}>");
        for letter in words.chars() {
            match letter {
                '<' => self.text.push_str("&lt;"),
                '>' => self.text.push_str("&gt;"),
                '&' => self.text.push_str("&amp;"),
                '\t' | '\n' => self.text.push(letter),
                letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
                letter => self.text.push(letter),
            }
        }
        let _ = writeln!(self.text, "</{element}>");
    }

    fn number(&mut self, name: &str, number: f64) {
        self.words(name, &plain(number));
    }

    fn list(&mut self, name: &str, numbers: &[f64]) {
        let words: Vec<String> = numbers.iter().map(|number| plain(*number)).collect();
        self.words(name, &words.join(" "));
    }
}

/// A number as XML Schema reads it; whole numbers without a point.
fn plain(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { number.to_string() }
}

fn instrument(out: &mut Document, instrument: &Instrument, creator: &str) {
    out.open("RadInstrumentInformation id=\"Instrument\"");
    let or_unknown = |words: &Option<String>| words.clone().unwrap_or_else(|| "unknown".to_owned());
    out.words("RadInstrumentManufacturerName", &or_unknown(&instrument.manufacturer));
    if let Some(serial) = &instrument.serial {
        out.words("RadInstrumentIdentifier", serial);
    }
    out.words("RadInstrumentModelName", &or_unknown(&instrument.model));
    let class = instrument.class.as_deref().unwrap_or("Other");
    let known = CLASSES.iter().find(|known| known.eq_ignore_ascii_case(class)).copied();
    out.words("RadInstrumentClassCode", known.unwrap_or("Other"));
    let mut versions: Vec<(&str, &str)> =
        instrument.software.iter().map(|said| said.rsplit_once(' ').unwrap_or((said, "unknown"))).collect();
    if versions.is_empty() {
        versions.push(("Software", creator));
    }
    for (name, version) in versions {
        out.open("RadInstrumentVersion");
        out.words("RadInstrumentComponentName", name);
        out.words("RadInstrumentComponentVersion", version);
        out.close("RadInstrumentVersion");
    }
    out.close("RadInstrumentInformation");
}

/// Writes each detector once, and says which belongs to each spectrum.
fn detectors(out: &mut Document, spectra: &[Spectrum]) -> Vec<String> {
    let mut known: Vec<&crate::spectrum::Detector> = Vec::new();
    let mut of_spectrum = Vec::with_capacity(spectra.len());
    for spectrum in spectra {
        let place = known.iter().position(|detector| **detector == spectrum.detector).unwrap_or_else(|| {
            known.push(&spectrum.detector);
            known.len() - 1
        });
        of_spectrum.push(format!("D{}", place + 1));
    }
    for (n, detector) in known.iter().enumerate() {
        out.open(&format!("RadDetectorInformation id=\"D{}\"", n + 1));
        if let Some(name) = &detector.name {
            out.words("RadDetectorName", name);
        }
        out.words("RadDetectorCategoryCode", "Gamma");
        out.words("RadDetectorKindCode", kind(detector.class));
        let mut described = detector.described.clone().unwrap_or_default();
        if detector.class == Some(DetectorClass::Cebr3) && described.is_empty() {
            described.push_str("CeBr3");
        }
        if !described.is_empty() {
            out.words("RadDetectorDescription", &described);
        }
        out.close("RadDetectorInformation");
    }
    if known.is_empty() || spectra.iter().any(|spectrum| spectrum.neutrons.is_some()) {
        out.open("RadDetectorInformation id=\"Neutron\"");
        out.words("RadDetectorCategoryCode", "Neutron");
        out.words("RadDetectorKindCode", "Other");
        out.close("RadDetectorInformation");
    }
    of_spectrum
}

/// The word of the schema; it has none for cerium bromide but a wrong one (`CeBr4`), which is not used.
fn kind(class: Option<DetectorClass>) -> &'static str {
    match class {
        Some(DetectorClass::Bgo) => "BGO",
        Some(DetectorClass::Csi) => "CsI",
        Some(DetectorClass::Nai) => "NaI",
        Some(DetectorClass::Labr3) => "LaBr3",
        Some(DetectorClass::Czt) => "CZT",
        Some(DetectorClass::Hpge) => "HPGe",
        Some(DetectorClass::Plastic) => "PVT",
        Some(DetectorClass::Cebr3) | None => "Other",
    }
}

/// Writes each axis once, and says which belongs to each spectrum.
fn calibrations(out: &mut Document, spectra: &[Spectrum]) -> Vec<usize> {
    // The edges of a fraction depend on the number of channels, so that belongs to what is compared.
    let mut known: Vec<(&EnergyCalibration, usize)> = Vec::new();
    let mut of_spectrum = Vec::with_capacity(spectra.len());
    for spectrum in spectra {
        let axis = (&spectrum.calibration, spectrum.counts.len());
        of_spectrum.push(known.iter().position(|found| *found == axis).unwrap_or_else(|| {
            known.push(axis);
            known.len() - 1
        }));
    }
    for (n, (calibration, channels)) in known.iter().enumerate() {
        out.open(&format!("EnergyCalibration id=\"E{n}\""));
        axis(out, calibration, *channels);
        out.close("EnergyCalibration");
    }
    of_spectrum
}

fn axis(out: &mut Document, calibration: &EnergyCalibration, channels: usize) {
    if let EnergyCalibration::Polynomial { coefficients, deviation_pairs } = calibration
        && coefficients.iter().skip(3).all(|coefficient| *coefficient == 0.0)
        // The schema takes no negative energies of deviation pairs.
        && deviation_pairs.iter().all(|(energy, _)| *energy >= 0.0)
    {
        let mut three = coefficients.clone();
        three.resize(3, 0.0);
        out.list("CoefficientValues", &three);
        if !deviation_pairs.is_empty() {
            let (energies, offsets): (Vec<f64>, Vec<f64>) = deviation_pairs.iter().copied().unzip();
            out.list("EnergyValues", &energies);
            out.list("EnergyDeviationValues", &offsets);
        }
        return;
    }
    match calibration.edges(channels) {
        Some(mut edges) => {
            // The schema takes no edge below zero; nothing was measured there.
            let below = edges.iter().take_while(|edge| **edge < 0.0).count();
            if below > 0 {
                out.words("Remark", "edges below 0 keV are written as millionths of a keV");
                for (n, edge) in edges.iter_mut().take(below).enumerate() {
                    *edge = n as f64 * 1e-6;
                }
            }
            out.list("EnergyBoundaryValues", &edges);
        }
        None => {
            out.words("Remark", "not calibrated");
            out.list("CoefficientValues", &[0.0; 3]);
        }
    }
}

fn measurement(out: &mut Document, spectrum: &Spectrum, number: usize, detector: &str, calibration: usize) {
    let element = if spectrum.derived { "DerivedData" } else { "RadMeasurement" };
    out.open(&format!("{element} id=\"M{number}\""));
    for remark in &spectrum.remarks {
        out.words("Remark", remark);
    }
    let unknown: Vec<&str> = [
        (spectrum.started.is_none(), "StartDateTime"),
        (spectrum.real_time.is_none(), "RealTimeDuration"),
        (spectrum.live_time.is_none(), "LiveTimeDuration"),
    ]
    .into_iter()
    .filter_map(|(unknown, name)| unknown.then_some(name))
    .collect();
    if !unknown.is_empty() {
        out.words("Remark", &format!("{NOT_KNOWN}{}", unknown.join(", ")));
    }
    out.words("MeasurementClassCode", class(spectrum.role));
    out.words("StartDateTime", &instant(spectrum));
    out.words("RealTimeDuration", &duration(spectrum.real_time));
    if !spectrum.counts.is_empty() {
        let references =
            format!("energyCalibrationReference=\"E{calibration}\" radDetectorInformationReference=\"{detector}\"");
        out.open(&format!("Spectrum id=\"S{number}\" {references}"));
        if let Some(title) = &spectrum.title {
            out.words("Remark", &format!("Title: {title}"));
        }
        out.words("LiveTimeDuration", &duration(spectrum.live_time));
        out.list("ChannelData", &spectrum.counts);
        out.close("Spectrum");
    }
    let counted = spectrum.neutrons.map(|neutrons| ("Neutron", neutrons.counts, neutrons.live_time));
    let gross = spectrum.gross_counts.map(|counts| (detector, counts, spectrum.live_time));
    for (n, (reference, counts, live_time)) in counted.into_iter().chain(gross).enumerate() {
        out.open(&format!("GrossCounts id=\"G{number}-{n}\" radDetectorInformationReference=\"{reference}\""));
        out.words("LiveTimeDuration", &duration(live_time));
        out.number("CountData", counts.max(0.0));
        out.close("GrossCounts");
    }
    if let Some(rate) = spectrum.dose_rate.filter(|rate| *rate >= 0.0) {
        out.open(&format!("DoseRate id=\"R{number}\" radDetectorInformationReference=\"{detector}\""));
        out.number("DoseRateValue", rate);
        out.close("DoseRate");
    }
    if !spectrum.derived {
        if let Some(position) = spectrum.position {
            out.open("RadInstrumentState radInstrumentInformationReference=\"Instrument\"");
            out.open("StateVector");
            out.open("GeographicPoint");
            out.number("LatitudeValue", position.latitude);
            out.number("LongitudeValue", position.longitude);
            out.close("GeographicPoint");
            out.close("StateVector");
            out.close("RadInstrumentState");
        }
        if let Some(occupied) = spectrum.occupied {
            out.words("OccupancyIndicator", if occupied { "true" } else { "false" });
        }
    }
    out.close(element);
}

fn class(role: SpectrumRole) -> &'static str {
    match role {
        SpectrumRole::Foreground => "Foreground",
        SpectrumRole::Background => "Background",
        SpectrumRole::Calibration => "Calibration",
        SpectrumRole::IntrinsicActivity => "IntrinsicActivity",
        SpectrumRole::Unspecified => "NotSpecified",
    }
}

fn instant(spectrum: &Spectrum) -> String {
    let Some(started) = spectrum.started else { return "1970-01-01T00:00:00Z".to_owned() };
    // A clock of unknown zone is written without one, which the schema allows.
    let zone = match spectrum.utc_offset_minutes {
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
        None => String::new(),
    };
    format!("{started}{zone}")
}

fn duration(seconds: Option<f64>) -> String {
    format!("PT{}S", plain(seconds.unwrap_or(0.0).max(0.0)))
}

fn results(out: &mut Document, file: &SpectrumFile, detectors: &[String]) {
    let alarms: Vec<(usize, &String)> = file
        .spectra
        .iter()
        .enumerate()
        .filter(|(_, spectrum)| !spectrum.derived)
        .flat_map(|(n, spectrum)| spectrum.alarms.iter().map(move |alarm| (n + 1, alarm)))
        .collect();
    for (number, alarm) in alarms {
        out.open(&format!("AnalysisResults radMeasurementReferences=\"M{number}\""));
        let detector = detectors.get(number - 1).map_or("D1", String::as_str);
        out.open(&format!("RadAlarm radDetectorInformationReferences=\"{detector}\""));
        let (category, described) = alarm.split_once(": ").unwrap_or(("Other", alarm));
        let known = ["Neutron", "Gamma", "Alpha", "Beta", "Isotope"].contains(&category);
        out.words("RadAlarmCategoryCode", if known { category } else { "Other" });
        out.words("RadAlarmDescription", if known { described } else { alarm });
        out.close("RadAlarm");
        out.close("AnalysisResults");
    }
    if file.instrument_results.is_empty() {
        return;
    }
    out.open("AnalysisResults");
    if let Some(algorithm) = file.instrument_results.iter().find_map(|result| result.algorithm.as_ref()) {
        out.words("AnalysisAlgorithmName", algorithm);
    }
    out.open("NuclideAnalysisResults");
    for result in &file.instrument_results {
        nuclide(out, result);
    }
    out.close("NuclideAnalysisResults");
    out.close("AnalysisResults");
}

fn nuclide(out: &mut Document, result: &InstrumentResult) {
    out.open("Nuclide");
    if let Some(remark) = &result.remark {
        out.words("Remark", remark);
    }
    out.words("NuclideIdentifiedIndicator", "true");
    out.words("NuclideName", &result.nuclide);
    // The words of another format are words here too: a number might mean something else there.
    out.words("NuclideIDConfidenceDescription", result.confidence.as_deref().unwrap_or("not given"));
    if let Some(category) = &result.category {
        out.words("NuclideCategoryDescription", category);
    }
    out.close("Nuclide");
}
