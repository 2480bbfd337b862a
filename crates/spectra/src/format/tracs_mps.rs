//! TRACS `.mps`: records of 10,597 bytes, each with four detectors in two pods: counts by channel, clocks, neutrons, the place
//! of the cabin. As nothing marks the format, every record must hold what such a record can hold.
//!
//! The axis puts the calibration peak that the instrument found at 1460 keV, as SpecUtils does.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::binary::Binary;
use crate::format::{Reading, SPECTRUM_LIMIT, Source};
use crate::spectrum::{Neutrons, Position, Spectrum, SpectrumFile};

const RECORD: usize = 10_597;
const CHANNELS: usize = 1024;
/// Clock ticks in a second.
const TICKS: f64 = 6250.0;
/// Energy of the calibration peak, in keV.
const PEAK: f64 = 1460.0;

/// Where the parts of one detector stand in a record.
struct Layout {
    name: &'static str,
    counts: usize,
    gross: usize,
    neutrons: usize,
}

const DETECTORS: [Layout; 4] = [
    Layout { name: "Pod 1, Det 1", counts: 2184, gross: 2152, neutrons: 2144 },
    Layout { name: "Pod 1, Det 2", counts: 4238, gross: 2156, neutrons: 2148 },
    Layout { name: "Pod 2, Det 1", counts: 6340, gross: 6308, neutrons: 6300 },
    Layout { name: "Pod 2, Det 2", counts: 8394, gross: 6312, neutrons: 6304 },
];
/// From the gross counts of a detector to the channel of its calibration peak, where it was found.
const PEAK_FOUND: usize = 24;

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let records = source.bytes.len() / RECORD;
    if records == 0 || !source.bytes.len().is_multiple_of(RECORD) {
        return None;
    }
    let mut file = SpectrumFile::default();
    let mut axis_from_peak = 0;
    for record in source.bytes.chunks_exact(RECORD).map(Binary) {
        let position = place(&record)?;
        for (n, layout) in DETECTORS.iter().enumerate() {
            let spectrum = detector(&record, layout, n, position)?;
            axis_from_peak += usize::from(spectrum.calibration.is_known());
            if file.spectra.len() < SPECTRUM_LIMIT {
                file.spectra.push(spectrum);
            }
        }
    }
    // Zeros of the right length are no measurement.
    if file.spectra.iter().all(|spectrum| spectrum.counts.iter().all(|count| *count == 0.0)) {
        return None;
    }
    let mut findings = Vec::new();
    if axis_from_peak > 0 {
        findings.push(Finding::note("calibration-from-peak", "").with("energy", PEAK));
    }
    file.instrument.model = Some("TRACS".to_owned());
    Some(Reading { file, findings })
}

/// The place of the cabin; `None` when the bytes are no place, so that this is no such record. Zero is an unknown place.
fn place(record: &Binary<'_>) -> Option<Option<Position>> {
    let degrees = |at: usize| record.i64(at).map(|bits| f64::from_bits(bits as u64));
    let (latitude, longitude) = (degrees(32)?, degrees(40)?);
    let sound = latitude.abs() <= 90.0 && longitude.abs() <= 180.0;
    let normal = |number: f64| number == 0.0 || number.is_normal();
    if !sound || !normal(latitude) || !normal(longitude) {
        return None;
    }
    Some((latitude != 0.0 || longitude != 0.0).then_some(Position { latitude, longitude }))
}

fn detector(record: &Binary<'_>, layout: &Layout, n: usize, position: Option<Position>) -> Option<Spectrum> {
    let counts: Vec<f64> =
        (0..CHANNELS).map_while(|channel| record.u16(layout.counts + 2 * channel)).map(f64::from).collect();
    let clocks = layout.counts + 2 * CHANNELS;
    let (real, dead, live) = (record.u16(clocks)?, record.u16(clocks + 2)?, record.u16(clocks + 4)?);
    if live > real || dead > real {
        return None;
    }
    let peak = record.u32(layout.gross + PEAK_FOUND)?;
    let neutrons = record.u32(layout.neutrons)?;
    let mut spectrum = Spectrum {
        title: Some(layout.name.to_owned()),
        counts,
        live_time: Some(f64::from(live) / TICKS),
        real_time: Some(f64::from(real) / TICKS),
        position,
        // The second detector of a pod has no neutron counter of its own unless it counts.
        neutrons: (n.is_multiple_of(2) || neutrons > 0)
            .then_some(Neutrons { counts: f64::from(neutrons), live_time: None }),
        ..Spectrum::default()
    };
    spectrum.detector.name = Some(layout.name.to_owned());
    if (1..=CHANNELS as u32).contains(&peak) {
        let coefficients = vec![0.0, PEAK / f64::from(peak)];
        spectrum.calibration = EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
    }
    Some(spectrum)
}
