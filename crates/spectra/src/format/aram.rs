//! ARAM portal files: lines of `Name: value`, then an `<event>` of XML with the sum spectrum of the pass and its background,
//! then other fragments with the calibration. Times are in milliseconds. The course of the counts over time is not read.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::xml::{self, Element};
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Neutrons, Spectrum, SpectrumFile, SpectrumRole};

/// Within so many bytes both words that make the format known must stand.
const HEAD: usize = 2048;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let begin = head.find("<event").filter(|_| head.contains("ARAM"))?;
    let end = text.get(begin..)?.find("</event").map_or(text.len(), |end| begin + end);
    let mut findings = Vec::new();
    let event = xml::read(&format!("{}</event>", text.get(begin..end)?), &mut findings)?;
    let gamma = event.find("detectors")?.child("gamma")?;
    let mut file = SpectrumFile::default();
    file.instrument.model = Some("ARAM".to_owned());
    file.instrument.class = Some("Portal Monitor".to_owned());
    let before = text.get(..begin).unwrap_or_default();
    file.remarks.extend(before.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned));
    let started = event.attribute("start_iso8601").and_then(moment::read);
    let calibration = calibration(text);
    for (name, role, occupied) in
        [("sample", SpectrumRole::Foreground, true), ("background", SpectrumRole::Background, false)]
    {
        let Some(channels) = gamma.child(name).and_then(|given| given.child("channels")) else { continue };
        let mut spectrum = spectrum(channels, name, &mut findings);
        spectrum.role = role;
        spectrum.occupied = Some(occupied);
        spectrum.calibration = calibration.clone();
        if role == SpectrumRole::Foreground {
            spectrum.started = started.map(|moment| moment.civil);
            spectrum.utc_offset_minutes = started.and_then(|moment| moment.offset);
            spectrum.neutrons = neutrons(&event);
        }
        file.spectra.push(spectrum);
    }
    if gamma.child("counts").is_some() {
        findings.push(Finding::note("time-course-not-read", "counts"));
    }
    Some(Reading { file, findings })
}

fn spectrum(channels: &Element, place: &str, findings: &mut Vec<Finding>) -> Spectrum {
    let (counts, broken) = lines::numbers(channels.said().unwrap_or_default(), CHANNEL_LIMIT);
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", place).with("channels", broken));
    }
    Spectrum {
        counts,
        live_time: seconds(channels, "livetime"),
        real_time: seconds(channels, "realtime"),
        ..Spectrum::default()
    }
}

fn neutrons(event: &Element) -> Option<Neutrons> {
    let counts = event.find("detectors")?.child("neutron")?.child("sample")?.child("counts")?;
    let total = counts.attribute("total").and_then(lines::number)?;
    Some(Neutrons { counts: total, live_time: seconds(counts, "livetime") })
}

fn seconds(element: &Element, attribute: &str) -> Option<f64> {
    element.attribute(attribute).and_then(lines::number).map(|milliseconds| milliseconds / 1000.0)
}

/// The coefficients of the last calibration of the file, wherever it stands.
fn calibration(text: &str) -> EnergyCalibration {
    let within = |text: &str| -> Option<Vec<f64>> {
        let rest = text.get(text.rfind("<Calibration")?..)?;
        let rest = rest.get(rest.find("<Coefficients>")? + "<Coefficients>".len()..)?;
        Some(lines::numbers(rest.get(..rest.find("</Coefficients>")?)?, 16).0)
    };
    match within(text) {
        Some(coefficients) if (2..10).contains(&coefficients.len()) => {
            EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() }
        }
        _ => EnergyCalibration::None,
    }
}
