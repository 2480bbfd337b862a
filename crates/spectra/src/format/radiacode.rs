//! RadiaCode and BecqMoni XML (`ResultDataFile`): a spectrum and, in the same file, its background. Coefficients are those of
//! a polynomial in the channel.
//!
//! These instruments keep one clock. Where the file gives no live time of its own it is estimated as SpecUtils does, with
//! 5 µs lost for each count, and a finding says so.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::xml::Element;
use crate::format::{CHANNEL_LIMIT, Reading, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile, SpectrumRole};

/// Seconds lost for each count.
const DEAD_TIME: f64 = 5e-6;

pub(crate) fn read(document: &Element, mut findings: Vec<Finding>) -> Option<Reading> {
    if document.find("EnergySpectrum").is_none() && document.find("BackgroundEnergySpectrum").is_none() {
        return None;
    }
    let mut file = SpectrumFile { format: "radiacode-xml".to_owned(), ..SpectrumFile::default() };
    for result in document.find_all("ResultData") {
        let device = result.child("DeviceConfigReference").and_then(|device| device.words_in("Name"));
        if file.instrument.model.is_none() && device.is_some() {
            if device.as_deref().is_some_and(|name| name.to_ascii_lowercase().contains("radiacode")) {
                file.instrument.manufacturer = Some("Radiacode".to_owned());
            }
            file.instrument.model = device;
        }
        let started = result.said_in("StartTime").and_then(moment::read);
        let sample = result.child("SampleInfo");
        let name = sample.and_then(|sample| sample.words_in("Name"));
        if let Some(note) = sample.and_then(|sample| sample.words_in("Note")) {
            file.remarks.push(note);
        }
        for (element, role) in
            [("EnergySpectrum", SpectrumRole::Foreground), ("BackgroundEnergySpectrum", SpectrumRole::Background)]
        {
            let Some(given) = result.child(element) else { continue };
            let mut spectrum = spectrum(given, role, &mut findings);
            if role == SpectrumRole::Foreground {
                spectrum.started = started.map(|moment| moment.civil);
                spectrum.utc_offset_minutes = started.and_then(|moment| moment.offset);
                spectrum.title = spectrum.title.or_else(|| name.clone());
                spectrum.position = position(sample);
            }
            if file.instrument.serial.is_none() {
                file.instrument.serial = given.words_in("SerialNumber");
            }
            file.spectra.push(spectrum);
        }
    }
    Some(Reading { file, findings })
}

fn position(sample: Option<&Element>) -> Option<crate::spectrum::Position> {
    let place = sample?;
    let place = place.child("Location").unwrap_or(place);
    let latitude = place.number_in("Latitude")?;
    Some(crate::spectrum::Position { latitude, longitude: place.number_in("Longitude")? })
}

fn spectrum(given: &Element, role: SpectrumRole, findings: &mut Vec<Finding>) -> Spectrum {
    let place = &given.name;
    let mut counts = Vec::new();
    let mut broken = 0_usize;
    if let Some(points) = given.child("Spectrum") {
        for point in points.all("DataPoint").take(CHANNEL_LIMIT + 1) {
            counts.push(lines::number(&point.text).unwrap_or_else(|| {
                broken += 1;
                0.0
            }));
        }
    }
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", place).with("channels", broken));
    }
    let stated = given.number_in("NumberOfChannels").unwrap_or(counts.len() as f64);
    if stated != counts.len() as f64 && !counts.is_empty() {
        findings
            .push(Finding::warning("channel-count-differs", place).with("stated", stated).with("found", counts.len()));
    }
    let coefficients: Vec<f64> = given
        .child("EnergyCalibration")
        .and_then(|calibration| calibration.child("Coefficients"))
        .map(|list| list.all("Coefficient").filter_map(|number| lines::number(&number.text)).take(16).collect())
        .unwrap_or_default();
    let time = given.number_in("MeasurementTime");
    let live = given.number_in("LiveTime").or_else(|| given.number_in("ValidMeasurementTime"));
    let estimated = || {
        let lost = DEAD_TIME * counts.iter().sum::<f64>();
        time.map(|time| time - lost).filter(|live| *live > 0.0)
    };
    if live.is_none() && time.is_some() {
        findings.push(Finding::note("live-time-estimated", place).with("microseconds", DEAD_TIME * 1e6));
    }
    let live_time = live.or_else(estimated);
    Spectrum {
        title: given.words_in("SpectrumName"),
        role,
        counts,
        live_time,
        real_time: time,
        calibration: if coefficients.is_empty() {
            EnergyCalibration::None
        } else {
            EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() }
        },
        remarks: given.words_in("Comment").into_iter().collect(),
        ..Spectrum::default()
    }
}
