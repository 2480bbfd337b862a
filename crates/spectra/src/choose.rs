//! Which spectra of a file are the item and which the surroundings, and their sums. A portal's record is many short
//! spectra, a vehicle's several detectors at once: identification looks at their sum, and says so.

use crate::analysis::prepared::rebinned;
use crate::calibration::EnergyCalibration;
use crate::spectrum::{Spectrum, SpectrumFile, SpectrumRole};

/// What was chosen from a file.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Chosen {
    /// The item, as one spectrum.
    pub foreground: Option<Spectrum>,
    /// How many records were summed for it.
    pub foreground_records: usize,
    /// The surroundings, as one spectrum, where the file holds them.
    pub background: Option<Spectrum>,
}

/// Chooses what to identify in a file. Where a record says what it is for, that decides; a file without a foreground is
/// taken as one.
pub fn choose(file: &SpectrumFile) -> Chosen {
    let of = |role: SpectrumRole| -> Vec<&Spectrum> {
        file.spectra.iter().filter(|s| s.role == role && s.counts.iter().any(|c| *c > 0.0)).collect()
    };
    let foreground = [
        SpectrumRole::Foreground,
        SpectrumRole::Unspecified,
        SpectrumRole::Calibration,
        SpectrumRole::Background,
        SpectrumRole::IntrinsicActivity,
    ]
    .into_iter()
    .map(|role| (role, of(role)))
    .find(|(_, spectra)| !spectra.is_empty());
    let Some((role, spectra)) = foreground else { return Chosen::default() };
    let occupied: Vec<&Spectrum> = spectra.iter().filter(|s| s.occupied == Some(true)).copied().collect();
    let spectra = if occupied.is_empty() { spectra } else { occupied };
    let background = if role == SpectrumRole::Background { None } else { sum(&of(SpectrumRole::Background)) };
    Chosen { foreground_records: spectra.len(), foreground: sum(&spectra), background }
}

/// The sum of spectra on the axis of the first that has one. Live times add up where every part has one.
pub fn sum(spectra: &[&Spectrum]) -> Option<Spectrum> {
    let axis = spectra.iter().find(|s| s.calibration.edges(s.counts.len()).is_some());
    let Some(first) = axis else { return spectra.first().map(|s| (*s).clone()) };
    let mut out = (*first).clone();
    let parts: Vec<&&Spectrum> = spectra.iter().filter(|s| s.calibration.edges(s.counts.len()).is_some()).collect();
    if parts.len() < 2 {
        return Some(out);
    }
    let edges = first.calibration.edges(first.counts.len())?;
    out.counts = vec![0.0; first.counts.len()];
    for part in &parts {
        if part.calibration == first.calibration && part.counts.len() == out.counts.len() {
            for (into, count) in out.counts.iter_mut().zip(&part.counts) {
                *into += count;
            }
        } else if let Some(own) = part.calibration.edges(part.counts.len()) {
            for (into, count) in out.counts.iter_mut().zip(rebinned(&own, &part.counts, &edges)) {
                *into += count;
            }
        }
    }
    let total = |of: fn(&Spectrum) -> Option<f64>| parts.iter().map(|part| of(part)).sum::<Option<f64>>();
    out.live_time = total(|s| s.live_time);
    out.real_time = total(|s| s.real_time);
    out.calibration = EnergyCalibration::LowerEdges { edges };
    Some(out)
}
