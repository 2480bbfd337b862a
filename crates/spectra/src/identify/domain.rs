//! The filtered spectrum as the place where sources are compared with it, and the shape a source has there.

use crate::analysis::filter::{CORRELATION, Filtered, answer_to_edge, answer_to_line, filter, sigma_in_channels};
use crate::analysis::prepared::Prepared;
use crate::analysis::width::WidthModel;

/// The filtered spectrum with what is needed to place lines in it.
#[derive(Debug, Clone)]
pub(crate) struct Domain {
    pub(crate) prepared: Prepared,
    pub(crate) width: WidthModel,
    pub(crate) filtered: Filtered,
    /// The last channel that is compared, exclusive.
    pub(crate) end: usize,
}

/// A shape in the filtered spectrum: values at channels in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shape {
    pub(crate) at: Vec<u32>,
    pub(crate) value: Vec<f32>,
}

impl Domain {
    pub(crate) fn new(prepared: Prepared, width: WidthModel) -> Self {
        let filtered = filter(&prepared, &width);
        // Channels that never count, at the upper end, say nothing.
        let last = prepared.gross.iter().rposition(|count| *count > 0.0).map_or(0, |at| at + 1);
        Self { end: last.min(prepared.len()), prepared, width, filtered }
    }

    pub(crate) fn first(&self) -> usize {
        self.prepared.first
    }

    /// Standard deviation of a peak at a position, in channels.
    fn sigma(&self, position: f64) -> f64 {
        let channel = position.round().clamp(0.0, (self.prepared.len() - 1) as f64) as usize;
        sigma_in_channels(&self.prepared, &self.width, channel)
    }

    /// The answer to a line of one count: the first channel, and the values from there.
    pub(crate) fn line(&self, energy: f64, into: &mut Vec<f64>) -> Option<usize> {
        into.clear();
        let position = self.prepared.position(energy)?;
        let sigma = self.sigma(position);
        let (from, to) = self.reach(position, sigma);
        into.extend((from..to).map(|c| answer_to_line(self.filtered.kernel[c], sigma, c as f64 - position)));
        (from < to).then_some(from)
    }

    /// Adds a line of so many counts to a dense sheet.
    pub(crate) fn add_line(&self, sheet: &mut Sheet, energy: f64, counts: f64) {
        self.add_wide_line(sheet, energy, counts, 0.0);
    }

    /// Adds a line whose own width, in keV of standard deviation, is added to the detector's.
    pub(crate) fn add_wide_line(&self, sheet: &mut Sheet, energy: f64, counts: f64, wider: f64) {
        let Some(position) = self.prepared.position(energy) else { return };
        let wider = wider / self.prepared.channel_width(position.round().max(0.0) as usize);
        let sigma = self.sigma(position).hypot(wider);
        self.add(sheet, position, sigma, |kernel, distance| counts * answer_to_line(kernel, sigma, distance));
    }

    /// Adds a step down of so many counts per keV, smeared by the detector.
    pub(crate) fn add_edge(&self, sheet: &mut Sheet, energy: f64, counts_per_kev: f64) {
        let Some(position) = self.prepared.position(energy) else { return };
        let step = counts_per_kev * self.prepared.channel_width(position.round().max(0.0) as usize);
        let sigma = 1.15 * self.sigma(position);
        self.add(sheet, position, sigma, |kernel, distance| step * answer_to_edge(kernel, sigma, distance));
    }

    fn reach(&self, position: f64, sigma: f64) -> (usize, usize) {
        let middle = position.round().clamp(0.0, (self.prepared.len() - 1) as f64) as usize;
        let reach = 3.7 * self.filtered.kernel[middle].hypot(sigma);
        let from = ((position - reach).ceil().max(0.0) as usize).max(self.first());
        let to = (position + reach).floor().max(-1.0) as isize + 1;
        (from, (to.max(0) as usize).min(self.end))
    }

    fn add(&self, sheet: &mut Sheet, position: f64, sigma: f64, answer: impl Fn(f64, f64) -> f64) {
        let (from, to) = self.reach(position, sigma);
        let kernels = self.filtered.kernel.get(from..to).unwrap_or_default();
        for ((channel, kernel), value) in (from..to).zip(kernels).zip(sheet.run(from, kernels.len())) {
            *value += answer(*kernel, channel as f64 - position);
        }
    }

    /// What one channel weighs in χ²: answers near each other are not independent.
    pub(crate) fn weight(&self, channel: usize, variance: f64) -> f64 {
        1.0 / (CORRELATION * self.filtered.kernel[channel] * variance)
    }
}

/// Channels in a block of a sheet.
const BLOCK: usize = 64;

/// A dense sheet on which a shape is put together, and wiped for the next. What was written on is known by blocks: whole
/// runs of channels are added without asking for each, and a few lines among thousands of channels are found quickly.
#[derive(Debug)]
pub(crate) struct Sheet {
    value: Vec<f64>,
    is_touched: Vec<bool>,
}

impl Sheet {
    pub(crate) fn new(channels: usize) -> Self {
        Self { value: vec![0.0; channels], is_touched: vec![false; channels.div_ceil(BLOCK)] }
    }

    /// The values of the channels from one on, to be added to.
    fn run(&mut self, from: usize, length: usize) -> &mut [f64] {
        if length > 0 {
            self.is_touched[from / BLOCK..=(from + length - 1) / BLOCK].fill(true);
        }
        &mut self.value[from..from + length]
    }

    /// Adds the same shape so many times, its first value to this channel.
    pub(crate) fn add_run(&mut self, from: usize, shape: &[f64], counts: f64) {
        for (value, part) in self.run(from, shape.len()).iter_mut().zip(shape) {
            *value += counts * part;
        }
    }

    /// The shape, and a wiped sheet.
    pub(crate) fn take(&mut self) -> Shape {
        let mut shape = Shape::default();
        for (block, (values, is_touched)) in self.value.chunks_mut(BLOCK).zip(&mut self.is_touched).enumerate() {
            if !std::mem::take(is_touched) {
                continue;
            }
            for (n, value) in values.iter_mut().enumerate().filter(|(_, value)| **value != 0.0) {
                shape.at.push((block * BLOCK + n) as u32);
                shape.value.push(std::mem::take(value) as f32);
            }
        }
        shape
    }
}

impl Shape {
    /// Each channel with its value.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        self.at.iter().zip(&self.value).map(|(at, value)| (*at as usize, f64::from(*value)))
    }

    /// The value at a channel.
    pub(crate) fn at(&self, channel: usize) -> f64 {
        match self.at.binary_search(&(channel as u32)) {
            Ok(found) => f64::from(self.value[found]),
            Err(_) => 0.0,
        }
    }
}
