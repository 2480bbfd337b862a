//! ANSI N42.42 of 2011 and 2012 (`RadInstrumentData`), in the dialects of its makers. Energies are in keV, durations in ISO
//! 8601, dose rates in µSv/h.

use std::collections::HashMap;

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::write_n42::NOT_KNOWN;
use crate::format::xml::Element;
use crate::format::{CHANNEL_LIMIT, Reading, lines, moment, n42_counts};
use crate::spectrum::{
    Detector, DetectorClass, Instrument, InstrumentResult, Neutrons, Position, Spectrum, SpectrumFile, SpectrumRole,
};

pub(crate) fn read(document: &Element, mut findings: Vec<Finding>) -> Option<Reading> {
    if !document.is("RadInstrumentData") && document.find("RadMeasurement").is_none() {
        return None;
    }
    let mut file = SpectrumFile { format: "n42-2011".to_owned(), ..SpectrumFile::default() };
    if let Some(information) = document.find("RadInstrumentInformation") {
        file.instrument = instrument(information);
    }
    file.remarks.extend(document.all("Remark").filter_map(Element::said).map(str::to_owned));
    for item in document.find_all("RadItemInformation") {
        file.remarks.extend(item.words_in("RadItemDescription"));
    }
    let detectors = detectors(document);
    let calibrations = calibrations(document, &mut findings);
    let context = Context { detectors: &detectors, calibrations: &calibrations };
    // Where each measurement's spectra begin, so that alarms find the one they refer to.
    let mut places: HashMap<String, usize> = HashMap::new();
    for (name, derived) in [("RadMeasurement", false), ("DerivedData", true)] {
        for measurement in document.find_all(name) {
            if let Some(id) = measurement.attribute("id") {
                places.insert(id.to_owned(), file.spectra.len());
            }
            file.spectra.extend(context.measurement(measurement, derived, &mut findings));
        }
    }
    for results in document.find_all("AnalysisResults") {
        file.instrument_results.extend(nuclides(results));
        let referred = results.attribute("radMeasurementReferences").unwrap_or_default();
        let place = referred.split_whitespace().find_map(|id| places.get(id).copied()).unwrap_or(0);
        if let Some(spectrum) = file.spectra.get_mut(place) {
            spectrum.alarms.extend(results.find_all("RadAlarm").into_iter().filter_map(alarm));
        }
        file.remarks.extend(results.words_in("AnalysisResultDescription"));
    }
    Some(Reading { file, findings })
}

fn instrument(information: &Element) -> Instrument {
    let version = |version: &Element| {
        let name = version.said_in("RadInstrumentComponentName").unwrap_or_default();
        let number = version.said_in("RadInstrumentComponentVersion").unwrap_or_default();
        Some(format!("{name} {number}").trim().to_owned()).filter(|text| !text.is_empty())
    };
    Instrument {
        manufacturer: information.words_in("RadInstrumentManufacturerName"),
        model: information.words_in("RadInstrumentModelName"),
        serial: information.words_in("RadInstrumentIdentifier"),
        class: information.words_in("RadInstrumentClassCode"),
        software: information.all("RadInstrumentVersion").filter_map(version).collect(),
    }
}

/// What a document says of a detector.
struct Described {
    detector: Detector,
    neutron: bool,
    gamma: bool,
}

fn detectors(document: &Element) -> HashMap<String, Described> {
    let mut found = HashMap::new();
    for information in document.find_all("RadDetectorInformation") {
        let Some(id) = information.attribute("id") else { continue };
        let category = information.said_in("RadDetectorCategoryCode").unwrap_or_default();
        let kind = information.said_in("RadDetectorKindCode").unwrap_or_default();
        let mut words: Vec<&str> = Vec::new();
        if !kind.eq_ignore_ascii_case("other") && !kind.is_empty() {
            words.push(kind);
        }
        words.extend(information.said_in("RadDetectorDescription"));
        let detector = Detector {
            name: Some(information.said_in("RadDetectorName").unwrap_or(id).to_owned()),
            class: DetectorClass::from_words(kind)
                .or_else(|| information.said_in("RadDetectorDescription").and_then(DetectorClass::from_words)),
            described: (!words.is_empty()).then(|| words.join(", ")),
        };
        let neutron = category.eq_ignore_ascii_case("neutron");
        found.insert(id.to_owned(), Described { detector, neutron, gamma: category.eq_ignore_ascii_case("gamma") });
    }
    found
}

fn calibrations(document: &Element, findings: &mut Vec<Finding>) -> Vec<(String, EnergyCalibration)> {
    let mut found = Vec::new();
    for element in document.find_all("EnergyCalibration") {
        let id = element.attribute("id").unwrap_or_default().to_owned();
        let list = |name: &str| lines::numbers(element.said_in(name).unwrap_or_default(), CHANNEL_LIMIT + 1).0;
        let coefficients = list("CoefficientValues");
        let edges = list("EnergyBoundaryValues");
        let deviation_pairs: Vec<(f64, f64)> =
            list("EnergyValues").into_iter().zip(list("EnergyDeviationValues")).collect();
        if coefficients.len() > 3 {
            let place = format!("EnergyCalibration {id}");
            findings.push(Finding::note("calibration-coefficients", &place).with("found", coefficients.len()));
        }
        let calibration = if coefficients.iter().any(|number| *number != 0.0) {
            EnergyCalibration::Polynomial { coefficients, deviation_pairs }
        } else if edges.len() > 1 {
            EnergyCalibration::LowerEdges { edges }
        } else {
            EnergyCalibration::None
        };
        found.push((id, calibration));
    }
    found
}

/// What measurements refer to.
struct Context<'d> {
    detectors: &'d HashMap<String, Described>,
    calibrations: &'d [(String, EnergyCalibration)],
}

impl Context<'_> {
    fn measurement(&self, element: &Element, derived: bool, findings: &mut Vec<Finding>) -> Vec<Spectrum> {
        let mut shared = Spectrum {
            role: role(element.said_in("MeasurementClassCode").unwrap_or_default()),
            occupied: element.said_in("OccupancyIndicator").and_then(truth),
            dose_rate: dose_rate(element),
            position: position(element),
            remarks: element.all("Remark").filter_map(Element::said).map(str::to_owned).collect(),
            derived,
            ..Spectrum::default()
        };
        let unknown = not_known(&mut shared.remarks);
        let known = |name: &str| if unknown.iter().any(|word| word == name) { None } else { element.said_in(name) };
        shared.real_time = known("RealTimeDuration").and_then(moment::seconds);
        let started = known("StartDateTime").and_then(moment::read);
        let live_known = !unknown.iter().any(|word| word == "LiveTimeDuration");
        let mut spectra: Vec<(Option<&str>, Spectrum)> = Vec::new();
        for given in element.all("Spectrum") {
            let reference = given.attribute("radDetectorInformationReference");
            let mut spectrum = shared.clone();
            spectrum.started = started.map(|moment| moment.civil);
            spectrum.utc_offset_minutes = started.and_then(|moment| moment.offset);
            self.spectrum(given, element, &mut spectrum, findings);
            spectrum.live_time = spectrum.live_time.filter(|_| live_known);
            spectra.push((reference, spectrum));
        }
        self.gross(element, &shared, started, &mut spectra);
        spectra.into_iter().map(|(_, spectrum)| spectrum).collect()
    }

    fn spectrum(&self, given: &Element, measurement: &Element, spectrum: &mut Spectrum, findings: &mut Vec<Finding>) {
        let place = given.attribute("id").or_else(|| measurement.attribute("id")).unwrap_or_default();
        let place = format!("Spectrum {place}");
        spectrum.live_time = given.said_in("LiveTimeDuration").and_then(moment::seconds);
        if spectrum.real_time.is_none() {
            spectrum.real_time = given.said_in("RealTimeDuration").and_then(moment::seconds);
        }
        if let Some(reference) = given.attribute("radDetectorInformationReference") {
            match self.detectors.get(reference) {
                Some(described) => spectrum.detector = described.detector.clone(),
                None => spectrum.detector.name = Some(reference.to_owned()),
            }
        }
        for remark in given.all("Remark").filter_map(Element::said) {
            match remark.strip_prefix("Title:") {
                Some(title) => spectrum.title = Some(title.trim().to_owned()),
                None => spectrum.remarks.push(remark.to_owned()),
            }
        }
        let reference = given.attribute("energyCalibrationReference");
        let named = reference.and_then(|id| self.calibrations.iter().find(|(known, _)| known == id));
        spectrum.calibration = match (named, reference, self.calibrations) {
            (Some((_, calibration)), _, _) => calibration.clone(),
            // The only one there is must be meant.
            (None, _, [(_, only)]) => {
                findings.push(Finding::note("calibration-not-referred", &place));
                only.clone()
            }
            (None, Some(id), _) => {
                findings.push(Finding::warning("calibration-reference", &place).with("reference", id));
                EnergyCalibration::None
            }
            (None, None, _) => EnergyCalibration::None,
        };
        let parts: Vec<&Element> = given.all("ChannelData").collect();
        spectrum.counts = n42_counts::read(&parts, &place, findings);
    }

    /// Gross counts: those of neutron detectors beside the spectrum of the same detector, or the first; those of gamma
    /// detectors likewise; a measurement that has nothing else is a record of its own.
    fn gross(
        &self,
        element: &Element,
        shared: &Spectrum,
        started: Option<moment::Moment>,
        spectra: &mut Vec<(Option<&str>, Spectrum)>,
    ) {
        for given in element.all("GrossCounts") {
            let reference = given.attribute("radDetectorInformationReference").unwrap_or_default();
            let (counts, _) = lines::numbers(given.said_in("CountData").unwrap_or_default(), 4096);
            if counts.is_empty() {
                continue;
            }
            let sum: f64 = counts.iter().sum();
            let live_time = given.said_in("LiveTimeDuration").and_then(moment::seconds);
            let known = self.detectors.get(reference);
            let lower = reference.to_ascii_lowercase();
            let neutron = known.map_or_else(|| lower.contains("neut"), |known| known.neutron);
            let gamma = known.map_or_else(|| lower.contains("gam"), |known| known.gamma);
            if !neutron && !gamma {
                continue;
            }
            if spectra.is_empty() {
                let mut own = shared.clone();
                own.started = started.map(|moment| moment.civil);
                own.utc_offset_minutes = started.and_then(|moment| moment.offset);
                own.live_time = if gamma { live_time } else { None };
                spectra.push((None, own));
            }
            let same = spectra.iter().position(|(detector, _)| *detector == Some(reference)).unwrap_or(0);
            let Some((_, spectrum)) = spectra.get_mut(same) else { continue };
            if neutron {
                let before = spectrum.neutrons.map_or(0.0, |neutrons| neutrons.counts);
                let live_time = live_time.or(spectrum.real_time);
                spectrum.neutrons = Some(Neutrons { counts: before + sum, live_time });
            } else {
                spectrum.gross_counts = Some(spectrum.gross_counts.unwrap_or(0.0) + sum);
            }
        }
    }
}

/// Takes out the remark by which the writer of this crate says what it did not know.
fn not_known(remarks: &mut Vec<String>) -> Vec<String> {
    let found = remarks.iter().position(|remark| remark.starts_with(NOT_KNOWN)).map(|place| remarks.remove(place));
    let names = found.as_deref().and_then(|remark| remark.strip_prefix(NOT_KNOWN)).unwrap_or_default();
    names.split(", ").map(str::to_owned).collect()
}

/// The role that a class code names.
pub(crate) fn role(code: &str) -> SpectrumRole {
    match code.to_ascii_lowercase().as_str() {
        "foreground" | "item" => SpectrumRole::Foreground,
        "background" => SpectrumRole::Background,
        "calibration" => SpectrumRole::Calibration,
        "intrinsicactivity" | "stabilization" => SpectrumRole::IntrinsicActivity,
        _ => SpectrumRole::Unspecified,
    }
}

/// A truth value of XML Schema.
pub(crate) fn truth(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "1" => Some(true),
        "false" | "0" => Some(false),
        _ => None,
    }
}

fn dose_rate(element: &Element) -> Option<f64> {
    element.all("DoseRate").find_map(|rate| rate.number_in("DoseRateValue"))
}

fn position(element: &Element) -> Option<Position> {
    let states = ["RadInstrumentState", "RadDetectorState", "RadItemState"];
    let states = states.iter().filter_map(|name| element.child(name));
    let point = states.filter_map(|state| state.find("GeographicPoint")).next()?;
    Some(Position { latitude: point.number_in("LatitudeValue")?, longitude: point.number_in("LongitudeValue")? })
}

fn alarm(element: &Element) -> Option<String> {
    if element.said_in("RadAlarmActiveIndicator").and_then(truth) == Some(false) {
        return None;
    }
    let parts = ["RadAlarmCategoryCode", "RadAlarmDescription"];
    let said: Vec<&str> = parts.iter().filter_map(|name| element.said_in(name)).collect();
    (!said.is_empty()).then(|| said.join(": "))
}

fn nuclides(results: &Element) -> Vec<InstrumentResult> {
    let name = results.said_in("AnalysisAlgorithmName");
    let version = results.find("AnalysisAlgorithmComponentVersion").and_then(Element::said);
    let version = version.or_else(|| results.said_in("AnalysisAlgorithmVersion"));
    let algorithm: Vec<&str> = name.into_iter().chain(version).collect();
    let algorithm = (!algorithm.is_empty()).then(|| algorithm.join(" "));
    let mut found = Vec::new();
    for analysis in results.all("NuclideAnalysisResults") {
        for nuclide in analysis.all("Nuclide") {
            if nuclide.said_in("NuclideIdentifiedIndicator").and_then(truth) == Some(false) {
                continue;
            }
            let Some(name) = nuclide.words_in("NuclideName") else { continue };
            let confidence = ["NuclideIDConfidenceValue", "NuclideIDConfidenceDescription"];
            found.push(InstrumentResult {
                nuclide: name,
                confidence: confidence.iter().find_map(|name| nuclide.words_in(name)),
                category: nuclide
                    .find("NuclideCategoryDescription")
                    .or_else(|| nuclide.find("NuclideType"))
                    .and_then(Element::said)
                    .map(str::to_owned),
                algorithm: algorithm.clone(),
                remark: nuclide.words_in("Remark"),
            });
        }
    }
    found
}
