//! IMS 2.0 pulse-height data (`BEGIN IMS2.0`): sections that begin with `#`. The spectrum stands in lines of the number of a
//! first channel, counted from 1, and the counts from there.
//!
//! The axis is fitted to the calibration points of the file, a straight line below five points and a parabola from there, as
//! SpecUtils does; without points it is the range that stands beside the number of channels.

use crate::calibration::EnergyCalibration;
use crate::finding::Finding;
use crate::format::{CHANNEL_LIMIT, Reading, Source, lines, moment};
use crate::spectrum::{Spectrum, SpectrumFile};

pub(crate) fn read(source: &Source<'_>) -> Option<Reading> {
    let text = source.text.as_deref()?;
    let mut rows = text.lines().map(str::trim).enumerate().filter(|(_, line)| !line.is_empty());
    let (_, first) = rows.next()?;
    if !first.to_ascii_uppercase().starts_with("BEGIN") || !text.contains("#g_Spectrum") {
        return None;
    }
    let mut findings = Vec::new();
    let mut file = SpectrumFile::default();
    let mut spectrum = Spectrum::default();
    let mut section = String::new();
    let mut range = None;
    let mut points: Vec<(f64, f64)> = Vec::new();
    let mut header_read = false;
    let mut stopped = false;
    for (n, line) in rows {
        if line.starts_with('#') {
            section = line.split_whitespace().next().unwrap_or_default().to_owned();
            if section == "#g_Spectrum" {
                header_read = false;
                spectrum.counts.clear();
            }
            continue;
        }
        match section.as_str() {
            "#Header" => file.remarks.push(line.to_owned()),
            "#Acquisition" => {
                let words: Vec<&str> = line.split_whitespace().collect();
                if let [date, time, real, live, ..] = words.as_slice() {
                    spectrum.real_time = lines::number(real);
                    spectrum.live_time = lines::number(live);
                    spectrum.started = moment::read(&format!("{date} {time}")).map(|moment| moment.civil);
                    section.clear();
                }
            }
            "#g_Spectrum" if !header_read => {
                let (numbers, _) = lines::numbers(line, 8);
                let channels = numbers.first().copied().filter(|n| (1.0..=CHANNEL_LIMIT as f64).contains(n))?;
                spectrum.counts = vec![0.0; channels as usize];
                range = numbers.get(1).copied().filter(|energy| (500.0..13_000.0).contains(energy));
                header_read = true;
            }
            "#g_Spectrum" if !stopped => {
                let (numbers, others) = lines::numbers(line, 64);
                let place = format!("line {}", n + 1);
                let Some((first, counts)) = numbers.split_first() else {
                    section.clear();
                    continue;
                };
                // The word `STOP` ends the message.
                let Some(from) = Some(*first - 1.0).filter(|from| others == 0 && *from >= 0.0 && from.fract() == 0.0)
                else {
                    findings.push(Finding::error("channel-out-of-order", &place).with("channel", first));
                    stopped = true;
                    continue;
                };
                for (place, count) in spectrum.counts.iter_mut().skip(from as usize).zip(counts) {
                    *place = *count;
                }
            }
            "#g_Energy" => {
                if let [energy, channel, ..] = lines::numbers(line, 8).0.as_slice()
                    && *energy > 0.0
                    && *channel >= 0.0
                    && points.len() < 1000
                {
                    points.push((*channel, *energy));
                }
            }
            _ => {}
        }
    }
    let channels = spectrum.counts.len() as f64;
    spectrum.calibration = match (fitted(&points), range) {
        (Some(coefficients), _) => {
            findings.push(Finding::note("calibration-fitted", "#g_Energy").with("points", points.len()));
            EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() }
        }
        (None, Some(range)) if channels > 0.0 => {
            EnergyCalibration::FullRangeFraction { coefficients: vec![0.0, range], deviation_pairs: Vec::new() }
        }
        _ => EnergyCalibration::None,
    };
    file.spectra.push(spectrum);
    Some(Reading { file, findings })
}

/// The polynomial of least squares through points of channel and energy; `None` with fewer than two.
fn fitted(points: &[(f64, f64)]) -> Option<Vec<f64>> {
    let terms = match points.len() {
        0 | 1 => return None,
        2..=4 => 2,
        _ => 3,
    };
    // Channels in units of the largest, so that the powers are of one size.
    let unit = points.iter().map(|(channel, _)| *channel).fold(1.0, f64::max);
    let mut rows = vec![vec![0.0; terms + 1]; terms];
    for (channel, energy) in points {
        let x = channel / unit;
        for (n, row) in rows.iter_mut().enumerate() {
            for (m, cell) in row.iter_mut().enumerate() {
                *cell += if m < terms { x.powi((n + m) as i32) } else { energy * x.powi(n as i32) };
            }
        }
    }
    for n in 0..terms {
        let pivot = (n..terms).max_by(|a, b| rows[*a][n].abs().total_cmp(&rows[*b][n].abs()))?;
        rows.swap(n, pivot);
        let by = rows[n][n];
        if by.abs() < 1e-12 {
            return None;
        }
        let pivot_row = rows[n].clone();
        for (_, row) in rows.iter_mut().enumerate().filter(|(m, _)| *m != n) {
            let factor = row[n] / by;
            for (cell, pivot) in row.iter_mut().zip(&pivot_row) {
                *cell -= factor * pivot;
            }
        }
    }
    Some((0..terms).map(|n| rows[n][terms] / rows[n][n] / unit.powi(n as i32)).collect())
}
