//! Canberra (Mirion) CNF: blocks of 512 bytes whose headers, of 48 bytes each from byte 112 on, say what they are and where
//! they lie. Numbers are VAX floats; instants and durations are counted in 100 ns, instants from 17 November 1858. The layout
//! is not published; it is known from free readers (cnfconv, SpecUtils).

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::Binary;
use crate::format::{CHANNEL_LIMIT, Reading, Source};
use crate::spectrum::{DetectorClass, Spectrum, SpectrumFile};

/// Where the first header of a block lies, and how long each is.
const HEADERS: usize = 112;
const HEADER: usize = 48;

/// What a block is.
const ACQUISITION: u32 = 0x1_2000;
const SAMPLE: u32 = 0x1_2001;
const SPECTRUM: u32 = 0x1_2005;

/// Seconds from 17 November 1858 to 1 January 1970.
const TO_UNIX: i64 = 3_506_716_800;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    let (mut acquisition, mut sample, mut data) = (None, None, None);
    for n in 0..64 {
        let header = HEADERS + n * HEADER;
        let Some(kind) = file.u32(header) else { break };
        let Some(place) = file.u32(header + 10).and_then(|place| usize::try_from(place).ok()) else { break };
        match kind {
            ACQUISITION => acquisition = acquisition.or(Some(place)),
            SAMPLE => sample = sample.or(Some(place)),
            SPECTRUM => data = data.or(Some(place)),
            0 => break,
            // A family is told by its marks: a first header of another kind is no CNF.
            other if other >> 12 != 0x12 && n == 0 => return None,
            _ => {}
        }
    }
    let data = data?;
    let mut findings = Vec::new();
    let mut spectrum = Spectrum::default();
    let mut channels = None;
    if let Some(block) = acquisition {
        channels = file.u32(block + 0xb9).and_then(|count| usize::try_from(count).ok());
        acquired(&file, block, &mut spectrum);
    } else {
        findings.push(Finding::warning("acquisition-missing", ""));
    }
    let start = data.checked_add(0x200)?;
    let room = source.bytes.len().saturating_sub(start) / 4;
    let channels = channels.filter(|count| (1..=CHANNEL_LIMIT).contains(count)).unwrap_or(room);
    if room < channels {
        let place = format!("byte {}", source.bytes.len());
        findings.push(Finding::error("counts-cut-short", &place).with("present", room).with("expected", channels));
    }
    let present = channels.min(room).min(CHANNEL_LIMIT);
    spectrum.counts = (0..present).filter_map(|n| file.u32(start + 4 * n)).map(f64::from).collect();
    let mut result = SpectrumFile::default();
    if let Some(block) = sample {
        spectrum.title = file.words(block + 0x30, 0x40);
        result.remarks.extend(file.words(block + 0x36e, 0x100));
    }
    result.spectra.push(spectrum);
    Some(Reading { file: result, findings })
}

/// Times, axis and detector from the acquisition block.
fn acquired(file: &Binary<'_>, block: usize, spectrum: &mut Spectrum) {
    if let Some(times) = file.u16(block + 0x24).map(|offset| block + 0x30 + usize::from(offset)) {
        spectrum.started = file.i64(times + 1).and_then(instant);
        spectrum.real_time = file.i64(times + 9).and_then(duration);
        spectrum.live_time = file.i64(times + 17).and_then(duration);
    }
    if let Some(axis) = file.u16(block + 0x22).map(|offset| block + 0x30 + usize::from(offset)) {
        let mut coefficients: Vec<f64> = (0..4).filter_map(|n| file.vax_f(axis + 0x44 + 4 * n)).collect();
        while coefficients.len() > 2 && coefficients.last() == Some(&0.0) {
            coefficients.pop();
        }
        spectrum.calibration = EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
        spectrum.detector.described = file.words(axis + 0x108, 0x10);
        spectrum.detector.class = spectrum.detector.described.as_deref().and_then(DetectorClass::from_words);
    }
}

fn instant(ticks: i64) -> Option<DateTime> {
    if ticks <= 0 {
        return None;
    }
    let second = ticks.div_euclid(10_000_000).checked_sub(TO_UNIX)?;
    let nanosecond = i32::try_from(ticks.rem_euclid(10_000_000) * 100).ok()?;
    Some(Offset::UTC.to_datetime(Timestamp::new(second, nanosecond).ok()?))
}

/// Durations are kept as the complement of their ticks.
fn duration(complement: i64) -> Option<f64> {
    let ticks = !complement;
    (0..i64::MAX / 2).contains(&ticks).then_some(ticks as f64 / 1e7)
}
