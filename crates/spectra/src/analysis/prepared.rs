//! A spectrum made ready: summed into channels as wide as the detector's resolution warrants, background taken away with
//! live-time scaling, every channel with its variance.

use super::width::WidthModel;
use crate::spectrum::Spectrum;

/// A spectrum ready for analysis.
#[derive(Debug, Clone, Default)]
pub struct Prepared {
    /// Lower edges in keV and the upper edge of the last channel.
    pub edges: Vec<f64>,
    /// Counts as recorded, summed into these channels.
    pub gross: Vec<f64>,
    /// Counts less the scaled background.
    pub net: Vec<f64>,
    /// Variance of `net`.
    pub variance: Vec<f64>,
    /// The scaled background, where one was taken away.
    pub background: Option<Vec<f64>>,
    /// Live time in seconds of the foreground, where known.
    pub live_time: Option<f64>,
    /// The first channel that is not electronic noise or threshold.
    pub first: usize,
    /// How many channels stood out as no peak of this detector can, and were taken as their neighbours.
    pub spikes: usize,
}

/// With fewer channels there is no peak to speak of.
pub const FEWEST_CHANNELS: usize = 32;

/// Why a background was not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BackgroundRefused {
    /// One of the two has no live time.
    NoLiveTime,
    /// It is not calibrated.
    Uncalibrated,
}

impl Prepared {
    /// Makes a spectrum ready; `None` when it is not calibrated or has too few channels.
    pub fn of(foreground: &Spectrum, width: &WidthModel) -> Option<Self> {
        if foreground.counts.len() < FEWEST_CHANNELS {
            return None;
        }
        let edges = foreground.calibration.edges(foreground.counts.len())?;
        let mut counts: Vec<f64> =
            foreground.counts.iter().map(|c| if c.is_finite() { c.clamp(0.0, MOST_COUNTS) } else { 0.0 }).collect();
        let spikes = without_spikes(&edges, &mut counts, width);
        let together = channels_together(&edges, width);
        let (edges, gross) = summed(&edges, &counts, together);
        let variance = gross.clone();
        let first = first_channel(&edges, &gross, width);
        let live_time = foreground.live_time.filter(|t| *t > 0.0);
        Some(Self { edges, net: gross.clone(), gross, variance, background: None, live_time, first, spikes })
    }

    /// Takes a background away, scaled by live time.
    pub fn subtract(&mut self, background: &Spectrum) -> Result<(), BackgroundRefused> {
        let live = background.live_time.filter(|t| *t > 0.0).ok_or(BackgroundRefused::NoLiveTime)?;
        let own = self.live_time.ok_or(BackgroundRefused::NoLiveTime)?;
        let edges = background.calibration.edges(background.counts.len()).ok_or(BackgroundRefused::Uncalibrated)?;
        let scale = own / live;
        let counts = rebinned(&edges, &background.counts, &self.edges);
        let mut scaled = Vec::with_capacity(counts.len());
        for (channel, counts) in counts.iter().enumerate() {
            let counts = if counts.is_finite() { counts.max(0.0) } else { 0.0 };
            scaled.push(counts * scale);
            self.net[channel] -= counts * scale;
            self.variance[channel] += counts * scale * scale;
        }
        self.background = Some(scaled);
        Ok(())
    }

    /// Number of channels.
    pub fn len(&self) -> usize {
        self.net.len()
    }

    /// Whether there is no channel.
    pub fn is_empty(&self) -> bool {
        self.net.is_empty()
    }

    /// Energy of the centre of a channel.
    pub fn energy(&self, channel: usize) -> f64 {
        0.5 * (self.edges[channel] + self.edges[channel + 1])
    }

    /// Where an energy lies, in channels, with the centre of channel `n` at `n`. `None` outside the axis.
    pub fn position(&self, energy: f64) -> Option<f64> {
        let above = self.edges.partition_point(|edge| *edge <= energy);
        let below = above.checked_sub(1)?;
        let (lower, upper) = (self.edges.get(below)?, self.edges.get(above)?);
        Some(below as f64 + (energy - lower) / (upper - lower) - 0.5)
    }

    /// Width of the channel that holds a position, in keV.
    pub fn channel_width(&self, channel: usize) -> f64 {
        let channel = channel.min(self.len().saturating_sub(1));
        self.edges[channel + 1] - self.edges[channel]
    }

    /// All counts above the first channel that counts.
    pub fn total(&self) -> f64 {
        self.gross[self.first.min(self.gross.len())..].iter().sum()
    }
}

/// More is no count; the squares of larger numbers would not be finite.
const MOST_COUNTS: f64 = 1e15;

/// Takes a channel that stands far above all its neighbours as their mean, where a peak is several channels wide and cannot
/// look so: a damaged byte, a pulser or an overflow is no line. Says how many there were.
fn without_spikes(edges: &[f64], counts: &mut [f64], width: &WidthModel) -> usize {
    let mut spikes = 0;
    for channel in 2..counts.len().saturating_sub(2) {
        let count = counts[channel];
        let neighbours = [counts[channel - 2], counts[channel - 1], counts[channel + 1], counts[channel + 2]];
        let most = neighbours.iter().copied().fold(0.0, f64::max);
        let wide =
            width.fwhm(0.5 * (edges[channel] + edges[channel + 1])) > 4.0 * (edges[channel + 1] - edges[channel]);
        if wide && count > 3.0 * most + 8.0 * most.sqrt() + 12.0 {
            counts[channel] = neighbours.iter().sum::<f64>() / 4.0;
            spikes += 1;
        }
    }
    spikes
}

/// How many channels are summed, so that a peak at 60 keV still spans five.
fn channels_together(edges: &[f64], width: &WidthModel) -> usize {
    let channels = edges.len() - 1;
    let at = edges.partition_point(|edge| *edge < 60.0).clamp(1, channels);
    let channel_width = edges[at] - edges[at - 1];
    let together = (width.fwhm(60.0) / 5.0 / channel_width).floor();
    // A mad axis must not sum everything into one channel.
    together.clamp(1.0, (channels as f64 / 100.0).max(1.0)) as usize
}

fn summed(edges: &[f64], counts: &[f64], together: usize) -> (Vec<f64>, Vec<f64>) {
    let whole = counts.len() / together;
    let sums = (0..whole).map(|n| counts[n * together..(n + 1) * together].iter().sum()).collect();
    let edges = (0..=whole).map(|n| edges[n * together]).collect();
    (edges, sums)
}

/// Counts of one axis on another, spread evenly within each channel.
pub fn rebinned(from: &[f64], counts: &[f64], to: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; to.len().saturating_sub(1)];
    let mut target = 0;
    for (channel, count) in counts.iter().enumerate() {
        let (lower, upper) = (from[channel], from[channel + 1]);
        while target + 1 < to.len() && to[target + 1] <= lower {
            target += 1;
        }
        let mut at = target;
        while at + 1 < to.len() && to[at] < upper {
            let overlap = upper.min(to[at + 1]) - lower.max(to[at]);
            if overlap > 0.0 {
                out[at] += count * overlap / (upper - lower);
            }
            at += 1;
        }
    }
    out
}

/// The first channel above threshold and electronic noise: where counting has risen to a tenth of what it reaches below
/// 300 keV, and not below 12 keV.
fn first_channel(edges: &[f64], counts: &[f64], width: &WidthModel) -> usize {
    let floor = 15.0;
    let begin = edges.partition_point(|edge| *edge < floor).min(counts.len());
    let end = edges.partition_point(|edge| *edge < 300.0).min(counts.len());
    if begin >= end {
        return begin;
    }
    let span = ((width.fwhm(40.0) / (edges[begin + 1] - edges[begin])) as usize).clamp(1, 50);
    let smooth = |at: usize| -> f64 {
        let upper = (at + span).min(counts.len());
        counts[at..upper].iter().sum::<f64>() / (upper - at) as f64
    };
    let mut levels: Vec<f64> = (begin..end).map(smooth).collect();
    levels.sort_by(f64::total_cmp);
    let typical = levels[levels.len() / 2];
    let risen = (begin..end).find(|at| counts[*at] >= 0.25 * typical && counts[*at] > 0.0).unwrap_or(begin);
    // The rise itself looks like a peak to a filter: one more half width is left out where there is a rise.
    if risen > begin { risen + span / 2 } else { risen }
}
