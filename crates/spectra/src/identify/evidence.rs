//! The lines that speak for and against a source: for each peak it should make, what is expected and what is seen.

use super::candidate::{Group, groups};
use super::domain::{Domain, Shape};
use super::efficiency::Trial;
use crate::analysis::width::is_high_resolution;
use crate::nuclide::Source;

/// One peak of a source, expected and seen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Seen {
    pub(crate) group: Group,
    /// Expected answer of the filter over its standard deviation.
    pub(crate) expected: f64,
    /// What is seen, less what other sources explain, over the same standard deviation.
    pub(crate) seen: f64,
    /// Standard deviation of the answer from counting alone, in counts of a peak.
    pub(crate) deviation_counts: f64,
    /// Where the maximum stands, less where it should, in keV.
    pub(crate) shift: f64,
    /// Counts that are expected.
    pub(crate) counts: f64,
    /// A stronger peak of a source already named stands so near that this one is no evidence of its own.
    pub(crate) shadowed: bool,
}

impl Seen {
    /// Whether the peak is there.
    pub(crate) fn is_there(&self) -> bool {
        self.seen > 3.0 && self.seen > 0.35 * self.expected
    }

    /// Whether it should be there and is not.
    pub(crate) fn is_missing(&self) -> bool {
        self.expected > 4.0 && self.seen < 0.35 * self.expected
    }
}

/// Everything a source should show.
pub(crate) fn gather(
    domain: &Domain,
    source: &Source,
    trial: &Trial,
    shape: &Shape,
    height: f64,
    others: &[f64],
    variance: &[f64],
) -> Vec<Seen> {
    let mut out = Vec::new();
    for group in groups(domain, source, trial) {
        let Some(position) = domain.prepared.position(group.energy) else { continue };
        let channel = position.round().max(0.0) as usize;
        if channel < domain.first() || channel >= domain.end {
            continue;
        }
        let deviation = variance[channel].sqrt();
        let expected = height * shape.at(channel);
        let kernel = domain.filtered.kernel[channel];
        let reach = (0.6 * kernel).ceil() as usize;
        let left = |at: usize| domain.filtered.answer[at] - others[at];
        let highest = |reach: usize| {
            let range = channel.saturating_sub(reach).max(domain.first())..(channel + reach + 1).min(domain.end);
            range.max_by(|a, b| left(*a).total_cmp(&left(*b))).unwrap_or(channel)
        };
        let best = left(highest(reach));
        // A look a little further, only to say where the maximum stands.
        let top = highest((1.2 * kernel).ceil() as usize);
        let place = top as f64 + apex(domain, others, top);
        let shift =
            domain.prepared.energy(top) + (place - top as f64) * domain.prepared.channel_width(top) - group.energy;
        out.push(Seen {
            group,
            expected: expected / deviation,
            seen: best / deviation,
            deviation_counts: domain.filtered.variance[channel].sqrt() * 2.83,
            shift,
            counts: height * group.counts,
            shadowed: false,
        });
    }
    out
}

/// How far the apex of a parabola through three neighbours lies from the middle one, in channels.
fn apex(domain: &Domain, others: &[f64], at: usize) -> f64 {
    if at == 0 || at + 1 >= domain.prepared.len() {
        return 0.0;
    }
    let value = |n: usize| domain.filtered.answer[n] - others[n];
    let (before, middle, after) = (value(at - 1), value(at), value(at + 1));
    let bend = before - 2.0 * middle + after;
    if bend < 0.0 { (0.5 * (before - after) / bend).clamp(-0.5, 0.5) } else { 0.0 }
}

/// Marks what stands in the shadow of peaks of other sources: energies in keV with counts.
pub(crate) fn shade(domain: &Domain, evidence: &mut [Seen], peaks: &[(f64, f64)]) {
    let near = if is_high_resolution(domain.width.class) { 1.3 } else { 0.7 };
    for seen in evidence {
        let energy = seen.group.energy;
        let reach = near * domain.width.fwhm(energy);
        // Below 130 keV windows and shields are worst known: there a line may well be three times what is expected.
        let part = if energy < 130.0 { 0.3 } else { 0.6 };
        seen.shadowed = peaks.iter().any(|(at, counts)| (at - energy).abs() < reach && *counts > part * seen.counts);
    }
}
