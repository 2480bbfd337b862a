//! ORTEC binary SPC: records of 128 bytes; the first points to the others. Channels are whole numbers or numbers of four bytes
//! (IEEE). The layout is that of ORTEC's published "File structure manual", with its later expansion header.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::Binary;
use crate::format::{Reading, Source, lines, moment};
use crate::spectrum::{InstrumentResult, Neutrons, Spectrum, SpectrumFile};

const RECORD: usize = 128;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    let real_numbers = match (file.i16(0)?, file.i16(2)?) {
        (1, 1) => false,
        (1, 5) => true,
        _ => return None,
    };
    // Pointers count records from 1; 0 is none.
    let record = |word: usize| {
        let pointer = usize::try_from(file.i16(2 * (word - 1))?).ok()?;
        (pointer > 0).then(|| (pointer - 1) * RECORD)
    };
    let start = record(31)?;
    let channels = usize::from(file.u16(64)?);
    let records = usize::try_from(file.i16(62)?).ok()?;
    if channels < 8 || records * 32 < channels {
        return None;
    }
    let mut findings = Vec::new();
    let mut result = SpectrumFile::default();
    let present = channels.min(source.bytes.len().saturating_sub(start) / 4);
    if present < channels {
        let place = format!("byte {}", source.bytes.len());
        findings.push(Finding::error("counts-cut-short", &place).with("present", present).with("expected", channels));
    }
    let count = |n: usize| {
        let at = start + 4 * n;
        if real_numbers { file.f32(at) } else { file.i32(at).map(f64::from) }
    };
    let mut spectrum = Spectrum {
        counts: (0..present).map(|n| count(n).unwrap_or(0.0)).collect(),
        real_time: file.f32(90),
        live_time: file.f32(94),
        ..Spectrum::default()
    };
    if let Some(at) = record(18) {
        let mut coefficients: Vec<f64> = (0..3).map_while(|n| file.f32(at + 20 + 4 * n)).collect();
        while coefficients.len() > 2 && coefficients.last() == Some(&0.0) {
            coefficients.pop();
        }
        spectrum.calibration = EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
    }
    if let Some(at) = record(5) {
        let (date, time) = (file.words(at + 16, 9), file.words(at + 28, 8));
        let text = format!("{} {}", date.unwrap_or_default(), time.unwrap_or_default());
        spectrum.started = moment::read(&text).map(|moment| moment.civil);
        let name = file.words(at, 16).unwrap_or_default();
        if name.to_ascii_lowercase().starts_with("detective") {
            result.instrument.manufacturer = Some("ORTEC".to_owned());
            result.instrument.model = Some("Detective".to_owned());
        }
    }
    spectrum.title = record(6).and_then(|at| file.words(at, RECORD));
    result.instrument.serial = record(7).and_then(|at| file.words(at, RECORD));
    if let Some(at) = record(56).filter(|at| file.i16(*at) == Some(111))
        && let Some(report) = file.i16(at + 4).and_then(|pointer| usize::try_from(pointer - 1).ok())
    {
        told(&file, report * RECORD, &mut spectrum, &mut result);
    }
    result.spectra.push(spectrum);
    Some(Reading { file: result, findings })
}

/// The report of the instrument: a text with the nuclides it found and the neutrons it counted.
fn told(file: &Binary<'_>, at: usize, spectrum: &mut Spectrum, result: &mut SpectrumFile) {
    let length = usize::from(file.u16(at).unwrap_or(0)).min(2048).min(file.0.len().saturating_sub(at + 4));
    let Some(bytes) = file.bytes(at + 4, length) else { return };
    let text = lines::decode(bytes).replace('\0', " ");
    let lower = text.to_ascii_lowercase();
    let number_after = |words: &str| {
        let from = lower.find(words)? + words.len();
        lines::leading_number(lower.get(from..)?.trim_start_matches([' ', '=', ':']))
    };
    if let Some(counts) = number_after("total neutron counts").or_else(|| number_after("neutron counts")) {
        spectrum.neutrons = Some(Neutrons { counts, live_time: number_after("total neutron count time") });
    }
    let section = |begin: &str, end: &[&str]| {
        let from = lower.find(begin)? + begin.len();
        let rest = lower.get(from..)?;
        let until = end.iter().filter_map(|mark| rest.find(mark)).min().unwrap_or(rest.len());
        text.get(from..from + until)
    };
    let found = section("found nuclides", &["suspect nuclides", "top lines"]);
    let found = found.or_else(|| section("found:", &["suspect:", "top lines"]));
    let suspect = section("suspect nuclides", &["top lines"]).or_else(|| section("suspect:", &["top lines"]));
    for (names, confidence) in [(found, "Found"), (suspect, "Suspect")] {
        for name in names.unwrap_or_default().split(['\t', ',', '\n', '\r']) {
            let name = name.trim().trim_matches(':').trim();
            if !name.is_empty() && name.len() < 40 {
                result.instrument_results.push(InstrumentResult {
                    nuclide: name.to_owned(),
                    confidence: Some(confidence.to_owned()),
                    ..InstrumentResult::default()
                });
            }
        }
    }
}
