//! GADRAS PCF: a header of 256 bytes, perhaps deviation pairs, then records of one length, each with 256 bytes of description
//! before its channels. Numbers are little end first; the axis is a full-range fraction.

use std::collections::BTreeMap;

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::{Binary, words};
use crate::format::{CHANNEL_LIMIT, Reading, SPECTRUM_LIMIT, Source, TOTAL_CHANNEL_LIMIT, moment, pcf_deviation};
use crate::spectrum::{DetectorClass, Neutrons, Spectrum, SpectrumFile, SpectrumRole};

const BLOCK: usize = 256;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    let record = BLOCK * usize::from(file.u16(0)?);
    if record <= BLOCK || source.bytes.len() < 2 * BLOCK || record > source.bytes.len() || !is_header(&file) {
        return None;
    }
    let mut findings = Vec::new();
    let mut result = SpectrumFile::default();
    if file.bytes(2, 3) == Some(b"DHS") {
        described(&file, &mut result);
    }
    let (pairs, mut at) = pcf_deviation::read(&file, BLOCK);
    let mut records: Vec<(Spectrum, String)> = Vec::new();
    let mut listed_edges: Option<Vec<f64>> = None;
    let mut total = 0_usize;
    let mut number = 0_usize;
    while at + BLOCK < source.bytes.len() && number < SPECTRUM_LIMIT {
        number += 1;
        let place = format!("record {number}");
        let channels = file.i32(at + 252).unwrap_or(0);
        let Some(channels) = usize::try_from(channels).ok().filter(|count| *count <= CHANNEL_LIMIT) else {
            findings.push(Finding::error("record-broken", &place).with("channels", channels));
            break;
        };
        total += channels;
        if total > TOTAL_CHANNEL_LIMIT {
            findings.push(
                Finding::error("too-many-channels", &place).with("channels", total).with("limit", TOTAL_CHANNEL_LIMIT),
            );
            break;
        }
        if channels > 0 {
            let (spectrum, detector) = spectrum(&file, at, channels, &place, &mut findings);
            let energy =
                number == 1 && spectrum.title.as_deref().is_some_and(|title| title.eq_ignore_ascii_case("Energy"));
            let rising = spectrum.counts.windows(2).all(|pair| matches!(pair, [lower, upper] if lower <= upper));
            if energy && rising && channels > 2 {
                listed_edges = Some(spectrum.counts);
            } else {
                records.push((spectrum, detector));
            }
        }
        at += record;
    }
    finish(&mut records, &pairs, listed_edges.as_deref());
    result.spectra = records.into_iter().map(|(spectrum, _)| spectrum).collect();
    Some(Reading { file: result, findings })
}

/// `DHS`, or three blanks, or an old `783 - 03/06/15 18:10:28`.
fn is_header(file: &Binary<'_>) -> bool {
    let mark = file.bytes(2, 3).unwrap_or_default();
    let old = || {
        let head = file.bytes(0, 40).unwrap_or_default();
        head.windows(3).position(|part| part == b" - ").is_some_and(|place| {
            place < 20 && head.get(place + 5) == Some(&b'/') && matches!(head.get(place + 8), Some(b'/'))
        })
    };
    mark == b"DHS" || mark == b"   " || old()
}

fn described(file: &Binary<'_>, result: &mut SpectrumFile) {
    result.instrument.class = file.words(92, 28);
    result.instrument.manufacturer = file.words(120, 28);
    result.instrument.model = file.words(148, 18);
    result.instrument.serial = file.words(166, 18);
    result.remarks.extend([file.words(66, 26), file.words(184, 20), file.words(204, 16)].into_iter().flatten());
}

fn spectrum(
    file: &Binary<'_>,
    at: usize,
    channels: usize,
    place: &str,
    findings: &mut Vec<Finding>,
) -> (Spectrum, String) {
    let head = file.bytes(at, 180).unwrap_or_default();
    // Three fields of 60, unless the first byte says that they are separated instead.
    let parts: Vec<Option<String>> = match head.split_first() {
        Some((0xff, rest)) => rest.split(|byte| *byte == 0xff).take(3).map(words).collect(),
        _ => head.chunks(60).map(words).collect(),
    };
    let mut parts = parts.into_iter();
    let title = parts.next().flatten();
    let description = parts.next().flatten();
    let sources = parts.next().flatten();
    let body = at + BLOCK;
    let present = channels.min(file.0.len().saturating_sub(body) / 4);
    if present < channels {
        findings.push(Finding::error("counts-cut-short", place).with("present", present).with("expected", channels));
    }
    let factor = file.f32(at + 220).filter(|factor| *factor > 1.0).unwrap_or(1.0);
    let mut broken = 0_usize;
    let mut counts = Vec::with_capacity(present);
    for n in 0..present {
        counts.push(file.f32(body + 4 * n).map_or_else(
            || {
                broken += 1;
                0.0
            },
            |count| count * factor,
        ));
    }
    if broken > 0 {
        findings.push(Finding::error("counts-not-numbers", place).with("channels", broken));
    }
    if factor > 1.0 {
        findings.push(Finding::note("counts-multiplied", place).with("factor", factor));
    }
    let coefficients: Vec<f64> = (0..5).map(|n| file.f32(at + 224 + 4 * n).unwrap_or(0.0)).collect();
    let started = file.words(at + 180, 23).and_then(|text| moment::read(&text));
    let role = match title.as_deref().unwrap_or_default().to_ascii_lowercase() {
        title if title.contains("background") => SpectrumRole::Background,
        title if title.contains("calib") => SpectrumRole::Calibration,
        title if title.contains("foreground") => SpectrumRole::Foreground,
        _ => SpectrumRole::Unspecified,
    };
    let detector = title.as_deref().and_then(pcf_deviation::detector).unwrap_or_default().to_owned();
    let mut spectrum = Spectrum {
        title,
        role,
        counts,
        live_time: file.f32(at + 204),
        real_time: file.f32(at + 208),
        started: started.map(|moment| moment.civil),
        calibration: EnergyCalibration::FullRangeFraction { coefficients, deviation_pairs: Vec::new() },
        neutrons: file.f32(at + 248).filter(|counts| *counts >= 0.0).map(|counts| Neutrons { counts, live_time: None }),
        occupied: (file.u8(at + 203) == Some(b'-')).then_some(false),
        ..Spectrum::default()
    };
    spectrum.detector.class = description.as_deref().and_then(DetectorClass::from_words);
    spectrum.detector.described = description;
    spectrum.detector.name = Some(detector.clone()).filter(|name| !name.is_empty());
    spectrum.remarks.extend(sources.map(|sources| format!("Source: {sources}")));
    (spectrum, detector)
}

/// Gives each record its axis with the deviation pairs of its detector, and takes away neutrons where no record has any.
fn finish(records: &mut [(Spectrum, String)], pairs: &pcf_deviation::Pairs, edges: Option<&[f64]>) {
    let neutrons = records.iter().any(|(spectrum, _)| spectrum.neutrons.is_some_and(|neutrons| neutrons.counts > 1e-8));
    let mut names: Vec<&str> = records.iter().map(|(_, name)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let of_detector: BTreeMap<String, Vec<(f64, f64)>> = pairs.assign(&names);
    for (spectrum, name) in records {
        if !neutrons {
            spectrum.neutrons = None;
        }
        if let Some(edges) = edges.filter(|edges| edges.len() == spectrum.counts.len() + 1) {
            spectrum.calibration = EnergyCalibration::LowerEdges { edges: edges.to_vec() };
        } else if let EnergyCalibration::FullRangeFraction { deviation_pairs, .. } = &mut spectrum.calibration
            && let Some(given) = of_detector.get(name.as_str())
        {
            deviation_pairs.clone_from(given);
        }
    }
}
