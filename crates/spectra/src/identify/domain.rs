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
        for channel in from..to {
            sheet.add(channel, answer(self.filtered.kernel[channel], channel as f64 - position));
        }
    }

    /// What one channel weighs in χ²: answers near each other are not independent.
    pub(crate) fn weight(&self, channel: usize, variance: f64) -> f64 {
        1.0 / (CORRELATION * self.filtered.kernel[channel] * variance)
    }
}

/// A dense sheet on which a shape is put together, and wiped for the next.
#[derive(Debug)]
pub(crate) struct Sheet {
    value: Vec<f64>,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
}

impl Sheet {
    pub(crate) fn new(channels: usize) -> Self {
        Self { value: vec![0.0; channels], touched: Vec::new(), is_touched: vec![false; channels] }
    }

    pub(crate) fn add(&mut self, channel: usize, value: f64) {
        if !self.is_touched[channel] {
            self.is_touched[channel] = true;
            self.touched.push(channel as u32);
        }
        self.value[channel] += value;
    }

    /// The shape, and a wiped sheet.
    pub(crate) fn take(&mut self) -> Shape {
        // Lines come in order of energy: what was touched is a few runs in order, which this sort only merges.
        self.touched.sort();
        let mut shape = Shape::default();
        for channel in self.touched.drain(..) {
            let value = std::mem::take(&mut self.value[channel as usize]);
            self.is_touched[channel as usize] = false;
            shape.at.push(channel);
            shape.value.push(value as f32);
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
