//! ORTEC CHN: a header of 32 bytes, channels of four bytes, a trailer with calibration and descriptions. Times are in units of
//! 20 ms. The layout is that of ORTEC's published "Maestro software file structure".

use jiff::civil::{Date, DateTime, Time};

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::{Binary, words};
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile};

const HEADER: usize = 32;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    if file.i16(0)? != -1 {
        return None;
    }
    let ticks = |at| file.i32(at).map(f64::from).map(|ticks| ticks / 50.0);
    let real_time = ticks(8)?;
    let live_time = ticks(12)?;
    let channels = usize::from(file.u16(30)?);
    let mut findings = Vec::new();
    let started = started(&file);
    // Two bytes are a weak mark: the rest of the header must make sense as well.
    let date_written =
        file.bytes(16, 12)?.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b' ' | b'*' | 0 | b'\n'));
    if (started.is_none() && !date_written) || channels > CHANNEL_LIMIT || real_time < 0.0 || live_time < 0.0 {
        return None;
    }
    if started.is_none() {
        findings.push(Finding::warning("start-not-read", "byte 16"));
    }
    let present = channels.min((source.bytes.len() - HEADER) / 4);
    if present < channels {
        let place = format!("byte {}", source.bytes.len());
        findings.push(Finding::error("counts-cut-short", &place).with("present", present).with("expected", channels));
    }
    let mut counts: Vec<f64> = (0..present).filter_map(|n| file.i32(HEADER + 4 * n)).map(f64::from).collect();
    clear_ends(&mut counts, channels, &mut findings);
    let trailer = HEADER + 4 * channels;
    let mark = file.i16(trailer);
    let (mut calibration, mut title, mut detector) = (EnergyCalibration::None, None, None);
    if matches!(mark, Some(-101 | -102)) {
        let mut coefficients: Vec<f64> = (0..3).map_while(|n| file.f32(trailer + 4 + 4 * n)).collect();
        if mark == Some(-101) || coefficients.get(2).is_some_and(|third| *third == 0.0) {
            coefficients.truncate(2);
        }
        calibration = axis(coefficients);
        let described = |at: usize| {
            let length = usize::from(file.u8(at)?).min(63);
            words(file.bytes(at + 1, length)?)
        };
        detector = described(trailer + 256);
        title = described(trailer + 320);
    } else {
        findings.push(Finding::warning("trailer-missing", &format!("byte {trailer}")));
    }
    let mut spectrum = Spectrum {
        title,
        counts,
        live_time: Some(live_time),
        real_time: Some(real_time),
        started,
        calibration,
        ..Spectrum::default()
    };
    spectrum.detector.described = detector;
    Some(Reading { file: SpectrumFile { spectra: vec![spectrum], ..SpectrumFile::default() }, findings })
}

/// The instrument keeps its clocks in the first two channels and overflows in the last two, so these are no counts: they
/// are taken as zero, as the other programs of the field do, and a finding says so.
fn clear_ends(counts: &mut [f64], channels: usize, findings: &mut Vec<Finding>) {
    let mut cleared = 0;
    for (n, count) in counts.iter_mut().enumerate() {
        if *count != 0.0 && (n < 2 || n + 2 >= channels) {
            *count = 0.0;
            cleared += 1;
        }
    }
    if cleared > 0 {
        findings.push(Finding::note("end-channels-cleared", "").with("channels", cleared));
    }
}

/// The axis of a trailer. `0 1` is how these programs write that there is none; a gain of thousands of keV is that of the
/// whole range.
fn axis(coefficients: Vec<f64>) -> EnergyCalibration {
    match coefficients.as_slice() {
        [zero, one, ..] if zero.abs() < 1e-12 && (one - 1.0).abs() < 1e-8 => EnergyCalibration::None,
        [offset, gain, ..] if *gain > 1000.0 && *gain < 16_000.0 && offset.abs() < 100.0 => {
            EnergyCalibration::FullRangeFraction { coefficients, deviation_pairs: Vec::new() }
        }
        _ => EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() },
    }
}

/// `15Jun23*` and `1025`, and the seconds from the two bytes at 6. After the year stands `1` for a year from 2000 on.
fn started(file: &Binary<'_>) -> Option<DateTime> {
    let text = lines::decode(file.bytes(16, 12)?).into_owned();
    let day = text.get(0..2)?.trim().parse().ok()?;
    let month = moment::month(text.get(2..5)?)?;
    let short: i16 = text.get(5..7)?.trim().parse().ok()?;
    let year = if text.get(7..8) == Some("1") { 2000 + short } else { moment::full_year(short) };
    let hour = text.get(8..10)?.trim().parse().ok()?;
    let minute = text.get(10..12)?.trim().parse().ok()?;
    let seconds = lines::decode(file.bytes(6, 2)?).trim().parse().unwrap_or(0);
    let date = Date::new(year, month, day).ok()?;
    Some(DateTime::from_parts(date, Time::new(hour, minute, seconds, 0).ok()?))
}
