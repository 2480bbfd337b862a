//! labZY nanoMCA `.lzs`: a fragment of XML, with or without a root `nanoMCA`. The axis is the line through two calibration
//! points; the file does not say in which unit, and every program known reads it as keV.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::xml::Element;
use crate::format::{CHANNEL_LIMIT, Reading, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile};

pub(crate) fn read(document: &Element, mut findings: Vec<Finding>) -> Option<Reading> {
    // A fragment without a root begins with the spectrum itself.
    let given = if document.is("spectrum") { document } else { document.find("spectrum")? };
    let data = given.child("data")?;
    // Other documents have a spectrum with data too; only this family says its sizes beside it.
    if !document.is("nanoMCA") && given.child("hardsize").is_none() && given.child("softsize").is_none() {
        return None;
    }
    let mut file = SpectrumFile::default();
    file.instrument.manufacturer = Some("labZY".to_owned());
    file.instrument.serial = document.find("serialnumber").and_then(Element::said).map(str::to_owned);
    let firmware = document.find("firmware").and_then(Element::said);
    file.instrument.software.extend(firmware.map(|version| format!("firmware {version}")));
    let tag = given.words_in("tag").or_else(|| document.find("tag").and_then(Element::said).map(str::to_owned));
    let mut spectrum = Spectrum::default();
    if let Some(tag) = tag {
        for field in tag.split(',').map(str::trim) {
            if let Some(model) = field.strip_prefix("Model ") {
                file.instrument.model = Some(model.trim().to_owned());
            } else if let Some(serial) = field.strip_prefix("SN ") {
                file.instrument.serial = Some(serial.trim().to_owned());
            }
        }
        spectrum.detector.described = Some(tag);
    }
    let (counts, broken) = lines::numbers(data.said().unwrap_or_default(), CHANNEL_LIMIT);
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", "data").with("channels", broken));
    }
    spectrum.counts = counts;
    let time = document.find("time");
    spectrum.live_time = time.and_then(|time| time.number_in("live"));
    spectrum.real_time = time.and_then(|time| time.number_in("real"));
    if let Some(date) = time.and_then(|time| time.said_in("date")) {
        // Day first, with an `@` before the time of day in some versions.
        match moment::read(&date.replace('@', " ").replacen('/', ".", 2)) {
            Some(moment) => spectrum.started = Some(moment.civil),
            None => findings.push(Finding::warning("start-not-read", "time")),
        }
    }
    let number = |name: &str| document.find("calibration").and_then(|calibration| calibration.number_in(name));
    let points =
        [("channelA", "energyA"), ("channelB", "energyB")].map(|(channel, energy)| (number(channel), number(energy)));
    if let [(Some(x0), Some(y0)), (Some(x1), Some(y1))] = points
        && x1 != x0
    {
        let gain = (y1 - y0) / (x1 - x0);
        if gain > 0.0 {
            findings.push(Finding::note("calibration-from-points", "calibration").with("points", 2));
            spectrum.calibration =
                EnergyCalibration::Polynomial { coefficients: vec![y0 - gain * x0, gain], deviation_pairs: Vec::new() };
        }
    }
    file.spectra.push(spectrum);
    Some(Reading { file, findings })
}
