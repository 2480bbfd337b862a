//! Field instruments drift. The axis is corrected from lines that are known to be there, within bounds, and the correction
//! is reported, never applied in silence: first from the natural lines that are in every scene, then from the lines of what
//! was identified.

use super::candidate::{Weighed, weighed};
use super::domain::{Domain, Sheet};
use super::efficiency::TRIALS;
use super::scatter;
use super::select::Explanation;
use super::solve::{self, Normal};
use crate::analysis::width::is_high_resolution;

/// A correction: true energy = offset + factor · energy of the file.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Correction {
    pub(crate) offset: f64,
    pub(crate) factor: f64,
}

/// The largest factor that is believed.
const MOST: f64 = 0.05;

impl Correction {
    /// The domain with its axis corrected.
    pub(crate) fn apply(&self, domain: &mut Domain) {
        for edge in &mut domain.prepared.edges {
            *edge = self.offset + self.factor * *edge;
        }
    }
}

/// The factor with which K-40 and the radium and thorium series fit best, when the fit is clearly better than at 1. At low
/// resolution drift is large, and the lines must dominate; where lines are sharp a small error already parts all of them
/// from their places, but their pattern is unmistakable even among others.
pub(crate) fn by_natural_lines(domain: &Domain) -> Option<Correction> {
    let high = is_high_resolution(domain.width.class);
    let (step, steps, lowest) = if high { (0.000_5, 16, 60.0) } else { (0.004, 12, 200.0) };
    let variance = &domain.filtered.variance;
    let mut sheet = Sheet::new(domain.prepared.len());
    let sources: Vec<Vec<Weighed>> = scatter::natural().map(|source| weighed(domain, source, &TRIALS[0])).collect();
    let mut fit = |factor: f64| -> f64 {
        // The lines move instead of the axis.
        let shapes: Vec<_> = sources
            .iter()
            .map(|lines| {
                for line in lines.iter().filter(|line| line.energy > lowest) {
                    domain.add_line(&mut sheet, line.energy / factor, line.counts);
                }
                sheet.take()
            })
            .collect();
        let shapes: Vec<_> = shapes.iter().collect();
        let normal = Normal::new(domain, variance, &shapes);
        normal.chi_square(&normal.heights(|_| true))
    };
    let plain = fit(1.0);
    let empty = solve::chi_square(domain, variance, &vec![0.0; domain.prepared.len()]);
    let mut best = (plain, 1.0);
    for n in -steps..=steps {
        let factor = 1.0 + step * f64::from(n);
        // A large drift needs more to be believed.
        let cost = 0.5 * f64::from(n * n).sqrt();
        let chi = fit(factor) + cost;
        if chi < best.0 {
            best = (chi, factor);
        }
    }
    let (chi, factor) = best;
    let better = plain - chi;
    // Where something else dominates, broad lines would be pulled onto natural ones; sharp ones must explain at least half
    // as much again as where they stood.
    let believed = if high {
        better > 80.0 && better > 0.5 * (empty - plain)
    } else {
        chi < 0.3 * empty && better > 25.0 && better > 0.02 * plain
    };
    (believed && factor != 1.0).then_some(Correction { offset: 0.0, factor })
}

/// The correction that puts the peaks of what was identified where they belong, where at least one is clearly aside.
pub(crate) fn by_identified_lines(domain: &Domain, explanation: &Explanation<'_>) -> Option<Correction> {
    let high = is_high_resolution(domain.width.class);
    let mut points: Vec<(f64, f64, f64)> = Vec::new();
    for chosen in explanation.chosen.iter().filter(|chosen| chosen.height > 0.0 && chosen.gain > 25.0) {
        for seen in chosen.evidence.iter().filter(|seen| seen.is_there() && seen.seen > 6.0 && seen.expected > 5.0) {
            let energy = seen.group.energy;
            let fwhm = domain.width.fwhm(energy);
            if energy > 45.0 && seen.shift.abs() < 0.6 * fwhm {
                let doubt = 0.05 * fwhm + fwhm / seen.seen;
                points.push((energy + seen.shift, energy, 1.0 / (doubt * doubt)));
            }
        }
    }
    if points.is_empty() {
        return None;
    }
    // Weighted line with a prior that holds offset and factor near nothing.
    let scale = 1.0 / if high { 0.5_f64 } else { 3.0 }.powi(2);
    let steep = 1.0 / if high { 0.002_f64 } else { 0.015 }.powi(2);
    let (mut ww, mut wx, mut wxx, mut wy, mut wxy) = (scale, 0.0, steep, 0.0, 0.0);
    for (at, truth, weight) in &points {
        let miss = truth - at;
        ww += weight;
        wx += weight * at;
        wxx += weight * at * at;
        wy += weight * miss;
        wxy += weight * at * miss;
    }
    let determinant = ww * wxx - wx * wx;
    if determinant <= 0.0 {
        return None;
    }
    let offset = (wy * wxx - wxy * wx) / determinant;
    let slope = (ww * wxy - wx * wy) / determinant;
    let matters = points.iter().any(|(at, ..)| (offset + slope * at).abs() > 0.08 * domain.width.fwhm(*at));
    (matters && slope.abs() < MOST).then_some(Correction { offset, factor: 1.0 + slope })
}
