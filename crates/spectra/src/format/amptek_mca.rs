//! AMPTEK MCA: `<<PMCA SPECTRUM>>`, lines of `NAME - value`, then sections. The axis is the gain, where there is one, or a line
//! through calibration points of channel and energy.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile};

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    if !text.trim_start().starts_with("<<PMCA SPECTRUM>>") {
        return None;
    }
    let mut findings = Vec::new();
    let mut file = SpectrumFile::default();
    let mut spectrum = Spectrum::default();
    let mut section = "";
    let (mut gain, mut points, mut broken, mut ended) = (None, Vec::new(), 0_usize, false);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix("<<").and_then(|rest| rest.strip_suffix(">>")) {
            ended |= name == "END" && section == "DATA";
            section = name;
            continue;
        }
        match section {
            "PMCA SPECTRUM" => {
                let Some((name, value)) = line.split_once(" - ") else { continue };
                match name.trim() {
                    "TAG" => file.remarks.push(value.to_owned()),
                    "DESCRIPTION" => spectrum.title = Some(value.trim().to_owned()).filter(|text| !text.is_empty()),
                    "GAIN" => gain = lines::leading_number(value),
                    "LIVE_TIME" => spectrum.live_time = lines::leading_number(value),
                    "REAL_TIME" => spectrum.real_time = lines::leading_number(value),
                    "START_TIME" => spectrum.started = moment::read(value).map(|moment| moment.civil),
                    "SERIAL_NUMBER" => file.instrument.serial = Some(value.trim().to_owned()),
                    _ => {}
                }
            }
            "CALIBRATION" => {
                if let ([channel, energy], 0) = (lines::numbers(line, 4).0.as_slice(), lines::numbers(line, 4).1) {
                    points.push((*channel, *energy));
                }
            }
            "DATA" if !ended => {
                let (numbers, others) = lines::numbers(line, CHANNEL_LIMIT);
                broken += others;
                if spectrum.counts.len() <= CHANNEL_LIMIT {
                    spectrum.counts.extend(numbers);
                }
            }
            "DPP STATUS" => {
                if let Some((name, value)) = line.split_once(": ") {
                    match name {
                        "Device Type" => file.instrument.model = Some(value.trim().to_owned()),
                        "Serial Number" if file.instrument.serial.is_none() => {
                            file.instrument.serial = Some(value.trim().to_owned());
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    file.instrument.manufacturer = Some("Amptek".to_owned());
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", "DATA").with("channels", broken));
    }
    if !ended {
        findings.push(Finding::error("document-ends-early", "DATA"));
    }
    spectrum.calibration = match (gain, points.as_slice()) {
        (Some(gain), _) if gain > 0.0 && gain < 100.0 => straight(0.0, gain),
        (_, [(x0, y0), .., (x1, y1)]) if x1 > x0 => {
            findings.push(Finding::note("calibration-from-points", "CALIBRATION").with("points", points.len()));
            let slope = (y1 - y0) / (x1 - x0);
            straight(y0 - slope * x0, slope)
        }
        _ => EnergyCalibration::None,
    };
    file.spectra.push(spectrum);
    Some(Reading { file, findings })
}

fn straight(offset: f64, gain: f64) -> EnergyCalibration {
    EnergyCalibration::Polynomial { coefficients: vec![offset, gain], deviation_pairs: Vec::new() }
}
