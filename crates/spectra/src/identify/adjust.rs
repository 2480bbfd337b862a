//! No curve of efficiency fits a detector exactly, and no calibration is right everywhere. Each peak of a source that is
//! already named may therefore stand a little aside and be higher or lower within bounds, before what is left is asked
//! for further nuclides: a doubt about the first must not become the name of a second.

use super::candidate::{Weighed, grouped};
use super::domain::Domain;
use super::efficiency::TRIALS;
use super::select::Chosen;
use crate::analysis::filter::{answer_to_line, sigma_in_channels};
use crate::analysis::width::is_high_resolution;

/// The most peaks of one source that are adjusted.
const MOST: usize = 30;

/// The residual after every strong peak of the chosen sources was moved and scaled within bounds.
pub(crate) fn adjusted(domain: &Domain, chosen: &[Chosen<'_>], mut left: Vec<f64>, variance: &[f64]) -> Vec<f64> {
    let far = if is_high_resolution(domain.width.class) { 0.4 } else { 0.28 };
    for chosen in chosen.iter().filter(|c| c.height > 0.0) {
        let mut groups = grouped(domain, chosen.source, &TRIALS[chosen.trial]);
        groups.sort_by(|a, b| b.0.counts.total_cmp(&a.0.counts));
        for (group, lines) in groups.iter().take(MOST) {
            let Some(position) = domain.prepared.position(group.energy) else { continue };
            let channel = position.round().max(0.0) as usize;
            if channel < domain.first() || channel >= domain.end {
                continue;
            }
            let expected = chosen.height * group.counts * 0.354;
            if expected < 3.0 * domain.filtered.variance[channel].sqrt() {
                continue;
            }
            // Below 50 keV the window, the threshold and the x-rays are worst known.
            let low = group.energy < 50.0;
            let (least, most) = if low { (0.05, 10.0) } else { (0.35, 2.5) };
            let fwhm = domain.width.fwhm(group.energy);
            let own = values(domain, lines, 0.0);
            for (at, value) in &own {
                left[*at] += chosen.height * value;
            }
            let mut best = (f64::NEG_INFINITY, 0.0, Vec::new());
            for step in -3..=3_i32 {
                let aside = f64::from(step) / 3.0;
                let shape = if step == 0 { own.clone() } else { values(domain, lines, aside * far * fwhm) };
                let (mut along, mut norm) = (0.0, 0.0);
                for (at, value) in &shape {
                    // Counting alone: the doubt of the model is what is adjusted here.
                    let weight = domain.weight(*at, domain.filtered.variance[*at].max(0.02 * variance[*at]));
                    along += weight * value * left[*at];
                    norm += weight * value * value;
                }
                if norm <= 0.0 {
                    continue;
                }
                let height = (along / norm).clamp(least * chosen.height, most * chosen.height);
                let gain = 2.0 * height * along - height * height * norm - 2.0 * aside * aside;
                if gain > best.0 {
                    best = (gain, height, shape);
                }
            }
            let (_, height, shape) = best;
            for (at, value) in &shape {
                left[*at] -= height * value;
            }
        }
    }
    left
}

/// Answers to the lines of one peak, moved aside by so many keV.
fn values(domain: &Domain, lines: &[Weighed], aside: f64) -> Vec<(usize, f64)> {
    let positions: Vec<(f64, f64, f64)> = lines
        .iter()
        .filter_map(|line| {
            let position = domain.prepared.position(line.energy + aside)?;
            let channel = (position.round().max(0.0) as usize).min(domain.prepared.len() - 1);
            Some((position, sigma_in_channels(&domain.prepared, &domain.width, channel), line.counts))
        })
        .collect();
    let (Some(first), Some(last)) = (positions.first(), positions.last()) else { return Vec::new() };
    let from = (first.0 - 5.0 * first.1).max(domain.first() as f64) as usize;
    let to = ((last.0 + 5.0 * last.1).max(0.0) as usize).min(domain.end);
    (from..to)
        .map(|at| {
            let kernel = domain.filtered.kernel[at];
            let value = positions
                .iter()
                .map(|(position, sigma, counts)| counts * answer_to_line(kernel, *sigma, at as f64 - position))
                .sum();
            (at, value)
        })
        .collect()
}
