//! How sure a name is: what it rests on, in numbers, and the share of names resting on the like that were right.

use serde::Serialize;

use super::domain::Domain;
use super::efficiency::TRIALS;
use super::rules;
use super::select::{Chosen, Explanation};
use crate::analysis::peaks::Peak;
use crate::analysis::width::is_high_resolution;
use crate::nuclide::LineKind;

/// What a name rests on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Grounds {
    /// What χ² loses when the nuclide is taken out of the explanation.
    pub weight: f64,
    /// Share of what should be seen that is seen, by squared significance; from 0 to 1.
    pub seen: f64,
    /// Share of what should be seen that is missing.
    pub missing: f64,
    /// Gamma lines that are seen and do not stand in the shadow of a stronger one.
    pub lines: usize,
    /// The line that should be strongest: its significance in standard deviations.
    pub significance: f64,
    /// Its energy in keV.
    pub energy: f64,
    /// How far its maximum stands aside, in full widths.
    pub shift: f64,
    /// Counts seen over counts expected in it.
    pub ratio: f64,
    /// Width of the peak that the search found there over what it should be; zero where the search found none.
    pub width: f64,
    /// Counts expected in it over all counts within its full width.
    pub contrast: f64,
    /// Photons per decay of that line.
    pub intensity: f64,
    /// Counts of its strongest line over those of the strongest line of all others named, at most 1.
    pub strength: f64,
    /// How seldom it is met, from 0 to 3.
    pub rarity: u8,
    /// Whether a shield must be assumed.
    pub shielded: bool,
    /// How many others would explain the same nearly as well.
    pub alternatives: usize,
    /// Share of what the peak search found that nothing explains, by squared significance.
    pub unexplained: f64,
    /// How many other nuclides are named that are not of the surroundings.
    pub beside: usize,
    /// Whether its only peak stands where scattering of a stronger source makes one.
    pub scatter: bool,
    /// What is left around its strongest line, in standard deviations of the model.
    pub misfit: f64,
    /// Whether a background was taken away.
    pub background: bool,
    /// Whether the detector sees lines a few keV apart as two.
    pub high_resolution: bool,
}

/// How many numbers [`Grounds::features`] gives.
pub const FEATURES: usize = 25;

/// A name is said when it is more probably right than wrong.
pub(super) const SAID: f64 = 0.5;
/// Special nuclear material is said only when it is almost surely right.
pub(super) const SAID_OF_SPECIAL_NUCLEAR: f64 = 0.8;

impl Grounds {
    pub(super) fn of(
        domain: &Domain,
        explanation: &Explanation<'_>,
        chosen: &Chosen<'_>,
        peaks: &[Peak],
        unexplained: f64,
    ) -> Option<Self> {
        let main = chosen.evidence.iter().max_by(|a, b| a.expected.total_cmp(&b.expected))?;
        let sum = |of: &dyn Fn(&&super::evidence::Seen) -> bool| -> f64 {
            chosen.evidence.iter().filter(of).map(|seen| seen.expected.powi(2)).sum()
        };
        let all = sum(&|_| true).max(1e-9);
        let fwhm = domain.width.fwhm(main.group.energy);
        let supported = chosen.evidence.iter().filter(|seen| {
            seen.is_there()
                && seen.expected > 2.5
                && !seen.shadowed
                && seen.group.kind != LineKind::XRay
                && seen.group.energy > 45.0
        });
        let found = peaks
            .iter()
            .filter(|peak| (peak.energy - main.group.energy).abs() < 0.6 * fwhm)
            .max_by(|a, b| a.significance.total_cmp(&b.significance));
        let at =
            |energy: f64| domain.prepared.position(energy).map_or(0, |position| position.round().max(0.0) as usize);
        let (from, to) = (at(main.group.energy - 0.6 * fwhm), at(main.group.energy + 0.6 * fwhm));
        let within: f64 = domain.prepared.gross.get(from..=to).map_or(0.0, |counts| counts.iter().sum());
        let others =
            explanation.chosen.iter().filter(|other| other.source.name != chosen.source.name && other.height > 0.0);
        let strongest = others.clone().map(|other| other.strongest).fold(0.0, f64::max);
        let near =
            |line: &&crate::nuclide::SourceLine| (line.line.energy - main.group.leading).abs() < 0.3 * fwhm.max(1.0);
        let others_named: Vec<Chosen<'_>> = others.clone().cloned().collect();
        Some(Self {
            weight: chosen.gain,
            seen: sum(&|seen| seen.is_there()) / all,
            missing: sum(&|seen| seen.is_missing()) / all,
            lines: supported.count(),
            significance: main.seen,
            energy: main.group.energy,
            shift: (main.shift / fwhm).abs(),
            ratio: main.seen / main.expected.max(1e-9),
            width: found.map_or(0.0, |peak| peak.fwhm / fwhm),
            contrast: (main.counts / within.max(1.0)).min(1.0),
            intensity: chosen.source.lines.iter().filter(near).map(|line| line.line.intensity).fold(0.0, f64::max),
            strength: if strongest > 0.0 { (chosen.strongest / strongest).min(1.0) } else { 1.0 },
            rarity: chosen.source.commonness,
            shielded: TRIALS[chosen.trial].is_shielded(),
            alternatives: chosen.alternatives.len(),
            unexplained,
            beside: others.filter(|other| !other.is_natural).count(),
            scatter: rules::by_scatter(domain, main, &others_named),
            misfit: misfit(domain, explanation, main.group.energy),
            background: domain.prepared.background.is_some(),
            high_resolution: is_high_resolution(domain.width.class),
        })
    }

    /// The numbers that the confidence is a function of, each of the order of one.
    #[must_use]
    pub fn features(&self) -> [f64; FEATURES] {
        let flag = |flag: bool| f64::from(u8::from(flag));
        let lines = self.lines.min(4) as f64;
        [
            1.0,
            self.weight.max(1.0).ln() - 6.0,
            self.seen,
            self.missing.sqrt(),
            flag(lines >= 2.0),
            flag(lines >= 3.0),
            flag(lines >= 4.0),
            self.significance.max(1.0).ln() - 2.0,
            (self.energy.max(10.0) / 300.0).ln(),
            flag(self.energy < 110.0),
            (8.0 * self.shift).min(3.0),
            self.ratio.max(0.05).ln().abs().min(2.0),
            if self.width > 1.0 { self.width.ln().min(1.0) } else { 0.0 },
            if self.width > 0.0 { (1.0 / self.width).ln().clamp(0.0, 1.0) } else { 0.0 },
            flag(self.width <= 0.0),
            self.contrast.clamp(1e-3, 1.0).ln() / 2.0,
            self.intensity.max(1e-5).ln() / 4.0,
            self.strength.max(1e-4).ln() / 3.0,
            f64::from(self.rarity) / 2.0,
            flag(self.shielded),
            (self.alternatives.min(3) as f64) / 2.0,
            self.unexplained.sqrt(),
            flag(self.scatter),
            (self.beside.min(4) as f64) / 2.0,
            self.misfit.min(6.0) / 3.0,
        ]
    }

    /// The share of names resting on the like that were right, from 0 to 1: a logistic function fitted to simulated spectra
    /// of known content, `cargo bench -p spectra --bench naming -- fit`.
    #[must_use]
    pub fn confidence(&self) -> f64 {
        let table = if self.high_resolution { &HIGH_RESOLUTION } else { &LOW_RESOLUTION };
        let sum: f64 = table.iter().zip(self.features()).map(|(weight, feature)| weight * feature).sum();
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Weights of the features for scintillators.
const LOW_RESOLUTION: [f64; FEATURES] = [
    2.75, 1.08, 1.00, -1.38, 2.05, 1.28, 0.29, -0.70, 0.63, 1.71, -1.10, -0.69, -0.58, 0.89, -0.36, 1.28, 0.85, 0.33,
    -1.45, -0.67, -2.67, -1.51, -0.22, -0.92, -0.80,
];
/// Weights of the features for germanium and cadmium zinc telluride.
const HIGH_RESOLUTION: [f64; FEATURES] = [
    1.57, 1.24, 0.71, 0.03, 1.69, 0.29, 0.23, -0.13, 0.69, 1.37, -0.42, 0.13, -0.42, 0.57, 0.02, 0.85, -0.85, 1.72,
    0.03, 0.66, -1.81, -1.58, 0.00, -1.58, -0.36,
];

/// The share of the squared significance of peaks that nothing explains.
pub(super) fn share_unexplained(found: &[Peak], unexplained: &[Peak]) -> f64 {
    let square = |peaks: &[Peak]| -> f64 { peaks.iter().map(|peak| peak.significance.powi(2)).sum() };
    let all = square(found);
    if all > 0.0 { (square(unexplained) / all).min(1.0) } else { 0.0 }
}

/// What is left within one and a half full widths of an energy, in standard deviations.
fn misfit(domain: &Domain, explanation: &Explanation<'_>, energy: f64) -> f64 {
    let reach = 1.5 * domain.width.fwhm(energy);
    let at = |energy: f64| domain.prepared.position(energy).map_or(0, |position| position.round().max(0.0) as usize);
    let range = at(energy - reach).max(domain.first())..(at(energy + reach) + 1).min(domain.end);
    let count = range.len().max(1) as f64;
    let sum: f64 = range.map(|channel| explanation.residual[channel].powi(2) / explanation.variance[channel]).sum();
    (sum / count).sqrt()
}
