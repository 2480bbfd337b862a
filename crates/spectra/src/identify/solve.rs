//! Heights of shapes that together explain the filtered spectrum best, none of them negative.

use super::domain::{Domain, Shape};

/// The normal equations of a set of shapes.
#[derive(Debug, Clone)]
pub(crate) struct Normal {
    count: usize,
    matrix: Vec<f64>,
    right: Vec<f64>,
    /// χ² of the spectrum without any shape.
    empty: f64,
}

impl Normal {
    /// Puts the equations together.
    pub(crate) fn new(domain: &Domain, variance: &[f64], shapes: &[&Shape]) -> Self {
        let count = shapes.len();
        let mut matrix = vec![0.0; count * count];
        let mut right = vec![0.0; count];
        let mut sheet = vec![0.0; domain.prepared.len()];
        for (row, shape) in shapes.iter().enumerate() {
            for (channel, value) in shape.iter() {
                let weighted = value * domain.weight(channel, variance[channel]);
                sheet[channel] = weighted;
                right[row] += weighted * domain.filtered.answer[channel];
            }
            for (column, other) in shapes.iter().enumerate().skip(row) {
                let dot: f64 = other.iter().map(|(channel, value)| value * sheet[channel]).sum();
                matrix[row * count + column] = dot;
                matrix[column * count + row] = dot;
            }
            for (channel, _) in shape.iter() {
                sheet[channel] = 0.0;
            }
        }
        let empty = (domain.first()..domain.end)
            .map(|c| domain.weight(c, variance[c]) * domain.filtered.answer[c].powi(2))
            .sum();
        Self { count, matrix, right, empty }
    }

    /// Heights that minimise χ², none negative, those not allowed at zero; by coordinate descent, which is exact enough in
    /// a few hundred sweeps for the few shapes there are.
    pub(crate) fn heights(&self, allowed: impl Fn(usize) -> bool) -> Vec<f64> {
        let mut height = vec![0.0; self.count];
        let rows: Vec<usize> = (0..self.count).filter(|row| allowed(*row) && self.at(*row, *row) > 0.0).collect();
        for _ in 0..300 {
            let mut moved: f64 = 0.0;
            for &row in &rows {
                let own = self.at(row, row);
                let others: f64 = rows.iter().filter(|c| **c != row).map(|c| self.at(row, *c) * height[*c]).sum();
                let next = ((self.right[row] - others) / own).max(0.0);
                moved = moved.max((next - height[row]).abs() * own.sqrt());
                height[row] = next;
            }
            if moved < 3e-3 {
                break;
            }
        }
        height
    }

    /// χ² at these heights.
    pub(crate) fn chi_square(&self, heights: &[f64]) -> f64 {
        let mut chi = self.empty;
        for row in (0..self.count).filter(|row| heights[*row] > 0.0) {
            let sum: f64 = (0..self.count).map(|column| self.at(row, column) * heights[column]).sum();
            chi += heights[row] * (sum - 2.0 * self.right[row]);
        }
        chi
    }

    fn at(&self, row: usize, column: usize) -> f64 {
        self.matrix[row * self.count + column]
    }
}

/// The sum of shapes at their heights, over all channels.
pub(crate) fn model(domain: &Domain, shapes: &[&Shape], heights: &[f64]) -> Vec<f64> {
    let mut out = vec![0.0; domain.prepared.len()];
    for (shape, height) in shapes.iter().zip(heights) {
        if *height > 0.0 {
            for (channel, value) in shape.iter() {
                out[channel] += height * value;
            }
        }
    }
    out
}

/// χ² of the spectrum against a model over the compared channels.
pub(crate) fn chi_square(domain: &Domain, variance: &[f64], model: &[f64]) -> f64 {
    (domain.first()..domain.end)
        .map(|c| domain.weight(c, variance[c]) * (domain.filtered.answer[c] - model[c]).powi(2))
        .sum()
}
