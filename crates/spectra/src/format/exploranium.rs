//! Exploranium GR-130 and GR-135: records that begin with `ZZZZ` and their length. The first two channels hold the live time.
//! Dates are in binary-coded decimals.

use jiff::civil::{Date, DateTime, Time};

use crate::calibration::EnergyCalibration;
use crate::format::binary::Binary;
use crate::format::{Reading, SPECTRUM_LIMIT, Source};
use crate::spectrum::{Detector, DetectorClass, Neutrons, Spectrum, SpectrumFile};

/// Where things lie in a record of each model.
struct Layout {
    model: &'static str,
    record: usize,
    channels: usize,
    data: usize,
    calibration: Option<usize>,
    serial: usize,
    /// Where the real time lies, and how many of its units make a second.
    real_time: (usize, f64),
    neutrons: Option<usize>,
}

const GR130: Layout = Layout {
    model: "GR-130",
    record: 560,
    channels: 256,
    data: 47,
    calibration: None,
    serial: 27,
    real_time: (14, 1.0),
    neutrons: None,
};
const GR135: Layout = Layout {
    model: "GR-135",
    record: 2124,
    channels: 1024,
    data: 75,
    calibration: Some(44),
    serial: 40,
    real_time: (21, 1000.0),
    neutrons: Some(36),
};

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let file = Binary(source.bytes);
    if file.bytes(0, 4) != Some(b"ZZZZ") {
        return None;
    }
    let mut result = SpectrumFile::default();
    result.instrument.manufacturer = Some("Exploranium".to_owned());
    let mut at = 0;
    while file.bytes(at, 4) == Some(b"ZZZZ") && result.spectra.len() < SPECTRUM_LIMIT {
        // The two models are told apart by where the number of channels stands.
        let layout = if file.u16(at + 19) == Some(1024) { &GR135 } else { &GR130 };
        let Some(record) = file.bytes(at, layout.record) else { break };
        let record = Binary(record);
        result.instrument.model = Some(layout.model.to_owned());
        result.instrument.serial =
            record.u16(layout.serial).filter(|number| *number != 0).map(|number| number.to_string());
        result.spectra.push(spectrum(&record, layout));
        at += layout.record;
    }
    Some(Reading { file: result, findings: Vec::new() })
}

fn spectrum(record: &Binary<'_>, layout: &Layout) -> Spectrum {
    let live = record.u32(layout.data).map(|ticks| f64::from(ticks) / 1000.0);
    let (at, units) = layout.real_time;
    let real = if layout.neutrons.is_some() { record.u32(at).map(f64::from) } else { record.u16(at).map(f64::from) };
    let real = real.map(|ticks| ticks / units);
    // A clock that runs in whole seconds may show less than the live time; the longer is the real time.
    let longer = real.zip(live).map(|(real, live)| real.max(live));
    let shorter = real.zip(live).map(|(real, live)| real.min(live));
    let last = layout.channels - 1;
    let counts = (0..layout.channels).map(|n| {
        let count = record.u16(layout.data + 2 * n).map_or(0.0, f64::from);
        if n < 2 || n == last { 0.0 } else { count }
    });
    let coefficients: Vec<f64> =
        layout.calibration.map(|at| (0..3).map_while(|n| record.f32(at + 4 * n)).collect()).unwrap_or_default();
    Spectrum {
        title: Some(layout.model.to_owned()),
        counts: counts.collect(),
        live_time: shorter,
        real_time: longer,
        started: started(record),
        calibration: EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() },
        detector: Detector { class: Some(DetectorClass::Nai), ..Detector::default() },
        neutrons: layout
            .neutrons
            .and_then(|at| record.u16(at))
            .map(|counts| Neutrons { counts: f64::from(counts), live_time: longer }),
        ..Spectrum::default()
    }
}

fn started(record: &Binary<'_>) -> Option<DateTime> {
    let decimal = |at: usize| {
        let byte = record.u8(at)?;
        let (tens, ones) = (byte >> 4, byte & 15);
        (tens < 10 && ones < 10).then_some(i8::try_from(tens * 10 + ones).ok()?)
    };
    let date = Date::new(2000 + i16::from(decimal(7)?), decimal(8)?, decimal(9)?).ok()?;
    Some(DateTime::from_parts(date, Time::new(decimal(10)?, decimal(11)?, decimal(12)?, 0).ok()?))
}
