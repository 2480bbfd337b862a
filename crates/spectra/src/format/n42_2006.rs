//! ANSI N42.42 of 2006 (`N42InstrumentData`) and the interface documents that came before it (`Event`): the same elements in
//! many arrangements, so that each spectrum is read with what stands above it.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::n42_2011::{role, truth};
use crate::format::n42_calibration::{Calibrations, deviations};
use crate::format::xml::Element;
use crate::format::{Reading, lines, moment, n42_counts};
use crate::spectrum::{
    DetectorClass, Instrument, InstrumentResult, Neutrons, Position, Spectrum, SpectrumFile, SpectrumRole,
};

pub(crate) fn read(document: &Element, findings: Vec<Finding>) -> Option<Reading> {
    let known = document.is("N42InstrumentData") || document.is("Event") || document.is("Measurement");
    let channels = document.find("ChannelData").is_some() || document.find("CountDoseData").is_some();
    if !known && !channels {
        return None;
    }
    let mut file = SpectrumFile { format: "n42-2006".to_owned(), ..SpectrumFile::default() };
    file.remarks.extend(document.all("Remark").filter_map(Element::said).map(str::to_owned));
    if let Some(information) = document
        .find("InstrumentInformation")
        .or_else(|| document.find("Instrument"))
        .or_else(|| document.find("ProductInfo"))
    {
        file.instrument = instrument(information);
    }
    for item in document.find_all("MeasuredItemInformation") {
        file.remarks.extend(item.all("Remark").filter_map(Element::said).map(str::to_owned));
        file.remarks.extend(item.words_in("MeasurementLocationName"));
    }
    let position = document.find("Coordinates").and_then(Element::said).and_then(coordinates);
    let calibrations = Calibrations::gather(document);
    let mut walk = Walk { document, calibrations, findings, spectra: Vec::new() };
    walk.below(document, &Above { position, ..Above::default() });
    file.spectra = walk.spectra;
    for results in document.find_all("AnalysisResults") {
        file.instrument_results.extend(nuclides(results));
        let alarms: Vec<String> = alarms(results);
        if let Some(first) = file.spectra.first_mut() {
            first.alarms.extend(alarms);
        }
    }
    Some(Reading { file, findings: walk.findings })
}

fn instrument(information: &Element) -> Instrument {
    let mut software = Vec::new();
    for version in information.all("InstrumentVersion") {
        let said: Vec<&str> = version.children.iter().filter_map(Element::said).chain(version.said()).collect();
        software.push(said.join(" "));
    }
    Instrument {
        manufacturer: information.words_in("Manufacturer"),
        model: information.words_in("InstrumentModel"),
        serial: information.words_in("InstrumentID"),
        class: information.words_in("InstrumentType"),
        software: software.into_iter().filter(|text| !text.is_empty()).collect(),
    }
}

/// `latitude longitude`, in degrees.
fn coordinates(text: &str) -> Option<Position> {
    let (numbers, _) = lines::numbers(text, 4);
    match numbers.as_slice() {
        [latitude, longitude, ..] if *latitude != 0.0 || *longitude != 0.0 => {
            Some(Position { latitude: *latitude, longitude: *longitude })
        }
        _ => None,
    }
}

/// What elements above a spectrum say of it.
#[derive(Debug, Clone, Default)]
struct Above {
    started: Option<moment::Moment>,
    real_time: Option<f64>,
    occupied: Option<bool>,
    detector: Option<String>,
    kind: Option<String>,
    position: Option<Position>,
}

impl Above {
    /// The same seen from one element further down.
    fn with(&self, element: &Element) -> Self {
        let mut next = self.clone();
        let start = element.said_in("StartTime").or_else(|| element.said_in("OnsetDateTime"));
        if let Some(started) = start.and_then(moment::read) {
            next.started = Some(started);
        }
        if let Some(seconds) = element.said_in("SampleRealTime").and_then(moment::seconds) {
            next.real_time = Some(seconds);
        }
        if let Some(occupied) = element.said_in("Occupied").and_then(truth) {
            next.occupied = Some(occupied);
        }
        if element.is("DetectorMeasurement") || element.is("DetectorData") || element.is("Detector") {
            if let Some(name) = element.attribute("Detector").or_else(|| element.attribute("DetectorName")) {
                next.detector = Some(name.to_owned());
            }
            if let Some(kind) = element.attribute("DetectorType") {
                next.kind = Some(kind.to_owned());
            }
        }
        next
    }
}

struct Walk<'d> {
    document: &'d Element,
    calibrations: Calibrations<'d>,
    findings: Vec<Finding>,
    spectra: Vec<Spectrum>,
}

impl Walk<'_> {
    /// Reads what lies below an element. Counts that stand beside spectra of the same element belong to them.
    fn below(&mut self, element: &Element, above: &Above) {
        let above = above.with(element);
        let first = self.spectra.len();
        for child in &element.children {
            if child.is("Spectrum") && child.child("ChannelData").is_some() {
                let spectrum = self.spectrum(child, &above);
                self.spectra.push(spectrum);
            } else if !child.is("AnalysisResults") && !child.is("Calibration") {
                self.below(child, &above);
            }
        }
        let counted: Vec<(bool, f64, Option<f64>)> = element
            .children
            .iter()
            .filter(|child| child.is("CountDoseData") || child.is("GrossCountMeasurement") || child.is("GrossCount"))
            .filter_map(|child| counted(child, above.kind.as_deref()))
            .collect();
        for (neutron, counts, live_time) in counted {
            if self.spectra.len() == first {
                self.spectra.push(Spectrum {
                    started: above.started.map(|moment| moment.civil),
                    utc_offset_minutes: above.started.and_then(|moment| moment.offset),
                    real_time: above.real_time,
                    occupied: above.occupied,
                    ..Spectrum::default()
                });
            }
            let Some(spectrum) = self.spectra.get_mut(first) else { continue };
            if neutron {
                let before = spectrum.neutrons.map_or(0.0, |neutrons| neutrons.counts);
                spectrum.neutrons =
                    Some(Neutrons { counts: before + counts, live_time: live_time.or(spectrum.real_time) });
            } else {
                spectrum.gross_counts = Some(counts);
            }
        }
        if let Some(rate) = element.children.iter().filter(|child| child.is("CountDoseData")).find_map(dose_rate)
            && let Some(spectrum) = self.spectra.get_mut(first)
        {
            spectrum.dose_rate = Some(rate);
        }
    }

    fn spectrum(&mut self, given: &Element, above: &Above) -> Spectrum {
        let number = self.spectra.len() + 1;
        let place = given.attribute("ID").map_or_else(|| format!("Spectrum {number}"), |id| format!("Spectrum {id}"));
        let started = given.said_in("StartTime").and_then(moment::read).or(above.started);
        let mut spectrum = Spectrum {
            title: given.words_in("SpectrumName").or_else(|| given.words_in("Title")),
            role: source_role(given),
            live_time: given.said_in("LiveTime").and_then(moment::seconds),
            real_time: given.said_in("RealTime").and_then(moment::seconds).or(above.real_time),
            started: started.map(|moment| moment.civil),
            utc_offset_minutes: started.and_then(|moment| moment.offset),
            occupied: above.occupied,
            position: above.position,
            ..Spectrum::default()
        };
        spectrum.detector.name = given.attribute("Detector").map(str::to_owned).or_else(|| above.detector.clone());
        let described = given.said_in("DetectorType").map(str::to_owned);
        spectrum.detector.described = described.or_else(|| above.kind.clone()).filter(|words| words != "Other");
        spectrum.detector.class = spectrum.detector.described.as_deref().and_then(DetectorClass::from_words);
        for remark in given.all("Remark").filter_map(Element::said) {
            match remark.strip_prefix("Title:") {
                Some(title) => spectrum.title = Some(title.trim().to_owned()),
                None => spectrum.remarks.push(remark.to_owned()),
            }
        }
        let parts: Vec<&Element> = given.all("ChannelData").collect();
        spectrum.counts = n42_counts::read(&parts, &place, &mut self.findings);
        let pairs = deviations(self.document, spectrum.detector.name.as_deref());
        spectrum.calibration = self.calibrations.of(given, spectrum.counts.len(), pairs);
        if spectrum.calibration == EnergyCalibration::None
            && let Some(referred) = given.attribute("CalibrationIDs")
        {
            self.findings.push(Finding::warning("calibration-reference", &place).with("reference", referred));
        }
        spectrum
    }
}

/// The role from `SourceType`, or from an identifier that says it.
fn source_role(given: &Element) -> SpectrumRole {
    let said = given.said_in("SourceType").map(role).unwrap_or_default();
    if said != SpectrumRole::Unspecified {
        return said;
    }
    let id = given.attribute("ID").unwrap_or_default().to_ascii_lowercase();
    match id.as_str() {
        "item" | "foreground" => SpectrumRole::Foreground,
        "background" | "bkg" | "bkg-g" => SpectrumRole::Background,
        _ => SpectrumRole::Unspecified,
    }
}

/// Whether they are neutrons, how many, and over how many seconds.
fn counted(element: &Element, kind: Option<&str>) -> Option<(bool, f64, Option<f64>)> {
    let kind = element.attribute("DetectorType").or(kind).unwrap_or_default();
    let neutron = kind.to_ascii_lowercase().contains("neutron");
    if !neutron && !kind.to_ascii_lowercase().contains("gamma") {
        return None;
    }
    let counts = ["Counts", "TotalCounts", "CountData"].iter().find_map(|name| {
        let found = element.child(name).or_else(|| element.find(name))?;
        Some(lines::numbers(&found.text, 4096).0.iter().sum::<f64>()).filter(|_| found.said().is_some())
    })?;
    let live_time = ["LiveTime", "SampleRealTime", "RealTime"];
    let live_time =
        live_time.iter().find_map(|name| element.find(name).and_then(Element::said).and_then(moment::seconds));
    Some((neutron, counts, live_time))
}

/// The dose rate in µSv/h, from a value with its unit.
fn dose_rate(element: &Element) -> Option<f64> {
    let rate = element.find("DoseRate")?;
    let value = lines::leading_number(rate.said()?)?;
    let unit = rate.attribute("Units").or_else(|| rate.attribute("Unit")).unwrap_or("uSv/h").to_ascii_lowercase();
    let factor = match unit.replace(['µ', 'μ'], "u").as_str() {
        "usv/h" | "usv/hr" | "microsievertsperhour" => 1.0,
        "nsv/h" | "nsv/hr" => 1e-3,
        "msv/h" | "msv/hr" => 1e3,
        "sv/h" | "sv/hr" => 1e6,
        "urem/h" | "urem/hr" | "ur/h" => 0.01,
        "mrem/h" | "mrem/hr" => 10.0,
        "rem/h" | "rem/hr" => 1e4,
        _ => return None,
    };
    Some(value * factor)
}

fn nuclides(results: &Element) -> Vec<InstrumentResult> {
    let algorithm = ["AlgorithmDescription", "AlgorithmVersion", "AnalysisAlgorithmVersion"];
    let algorithm: Vec<&str> = algorithm.iter().filter_map(|name| results.find(name).and_then(Element::said)).collect();
    let algorithm = (!algorithm.is_empty()).then(|| algorithm.join(" "));
    let mut found = Vec::new();
    for nuclide in results.find_all("Nuclide") {
        let Some(name) = nuclide.words_in("NuclideName") else { continue };
        let confidence = ["NuclideIDConfidenceIndication", "NuclideIDConfidence", "NuclideIDStrengthIndication"];
        let category = ["NuclideType", "NuclideDescription"];
        found.push(InstrumentResult {
            nuclide: name,
            confidence: confidence.iter().find_map(|name| nuclide.words_in(name)),
            category: category.iter().find_map(|name| nuclide.words_in(name)),
            algorithm: algorithm.clone(),
            remark: nuclide.words_in("Remark"),
        });
    }
    found
}

fn alarms(results: &Element) -> Vec<String> {
    let mut found = Vec::new();
    for alarm in results.find_all("AlarmDescription").into_iter().chain(results.find_all("ThreatDescription")) {
        found.extend(alarm.said().map(str::to_owned));
    }
    for (name, word) in [("GammaAlarm", "Gamma"), ("NeutronAlarm", "Neutron")] {
        let active = results.find_all(name).into_iter().filter_map(Element::said).any(|said| truth(said) == Some(true));
        if active {
            found.push(word.to_owned());
        }
    }
    found
}
