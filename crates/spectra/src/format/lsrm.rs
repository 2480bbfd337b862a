//! LSRM SpectraLine `.spe`: lines of `NAME=value` in Windows-1251, then `SPECTR=` and channels of four bytes. Dates are day
//! first.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::Binary;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{DetectorClass, Spectrum, SpectrumFile};

const MARK: &[u8] = b"SPECTR=";

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let head_end = source.bytes.windows(MARK.len()).take(1 << 20).position(|part| part == MARK)?;
    let (head, _, _) = encoding_rs::WINDOWS_1251.decode(source.bytes.get(..head_end)?);
    let value = |name: &str| {
        let found = head.lines().filter_map(|line| line.split_once('=')).find(|(key, _)| key.trim() == name);
        found.map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    if value("TLIVE").is_none() && value("SHIFR").is_none() && value("ENERGY").is_none() {
        return None;
    }
    let mut findings = Vec::new();
    let mut file = SpectrumFile::default();
    let start = head_end + MARK.len();
    let room = source.bytes.len().saturating_sub(start) / 4;
    let stated = value("SPECTRSIZE").and_then(|text| lines::number(&text)).filter(|stated| *stated >= 1.0);
    let channels = stated.map_or(room, |stated| stated as usize).min(CHANNEL_LIMIT);
    if channels > room {
        let place = format!("byte {}", source.bytes.len());
        findings.push(Finding::error("counts-cut-short", &place).with("present", room).with("expected", channels));
    }
    let data = Binary(source.bytes);
    let number = |name: &str| value(name).and_then(|text| lines::number(&text));
    let coefficients: Vec<f64> =
        value("ENERGY").map(|text| lines::numbers(&text, 32).0.split_off(1)).unwrap_or_default();
    let started = value("MEASBEGIN").and_then(|text| moment::read(&text.replacen('-', ".", 2)));
    let mut spectrum = Spectrum {
        title: value("SHIFR"),
        counts: (0..channels.min(room)).filter_map(|n| data.i32(start + 4 * n)).map(f64::from).collect(),
        live_time: number("TLIVE"),
        real_time: number("TREAL"),
        started: started.map(|moment| moment.civil),
        calibration: EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() },
        dose_rate: number("DOSERATE"),
        ..Spectrum::default()
    };
    spectrum.detector.name = value("DETECTOR");
    spectrum.detector.class = spectrum.detector.name.as_deref().and_then(DetectorClass::from_words);
    file.instrument.model = value("CONFIGNAME");
    file.instrument.software.extend(value("PROGVERSION"));
    for name in ["OPERATOR", "NOMER", "TYPE", "GEOMETRY", "MATERIAL", "COMMENT"] {
        file.remarks.extend(value(name).map(|value| format!("{name}: {value}")));
    }
    file.spectra.push(spectrum);
    Some(Reading { file, findings })
}
