//! Fits the weights of the confidence: a logistic regression of "right" on what names rest on, separately for detectors that
//! see lines apart and for those that do not, with a mild pull to zero.

use spectra::evaluation::{Truth, score};
use spectra::identify::Identification;
use spectra::identify::confidence::FEATURES;

/// The pull to zero, in samples.
const RIDGE: f64 = 2.0;

#[derive(Debug, Default)]
pub(crate) struct Samples {
    /// Low resolution, then high.
    samples: [Vec<([f64; FEATURES], bool, f64)>; 2],
}

impl Samples {
    /// Adds all names of an answer, also those that were too unsure to be said.
    pub(crate) fn add(&mut self, truth: &Truth, answer: &Identification, weight: f64) {
        let mut all = answer.clone();
        all.nuclides.append(&mut all.unsure);
        let score = score(truth, &all);
        for named in &all.nuclides {
            let Some(grounds) = named.grounds else { continue };
            let right = !score.false_names.contains(&named.nuclide);
            self.samples[usize::from(grounds.high_resolution)].push((grounds.features(), right, weight));
        }
    }

    pub(crate) fn fit(&self) {
        for (samples, name) in self.samples.iter().zip(["LOW_RESOLUTION", "HIGH_RESOLUTION"]) {
            let right = samples.iter().filter(|(_, right, _)| *right).count();
            let weights = regression(samples);
            let loss: f64 = samples.iter().map(|(x, right, _)| -probability(&weights, x, *right).ln()).sum();
            println!(
                "// {} names, {right} right, loss {:.3} a name",
                samples.len(),
                loss / samples.len().max(1) as f64
            );
            let numbers: Vec<String> = weights.iter().map(|weight| format!("{weight:.2}")).collect();
            println!("const {name}: [f64; FEATURES] = [{}];", numbers.join(", "));
            for said in [0.4, 0.5, 0.6, 0.7] {
                let over = samples.iter().filter(|(x, ..)| probability(&weights, x, true) >= said);
                let (kept, wrong) =
                    over.fold((0, 0), |(kept, wrong), (_, right, _)| (kept + 1, wrong + usize::from(!right)));
                println!("// from {said}: {kept} said, {wrong} wrong, {} right ones not said", right + wrong - kept);
            }
        }
    }
}

fn probability(weights: &[f64; FEATURES], x: &[f64; FEATURES], right: bool) -> f64 {
    let sum: f64 = weights.iter().zip(x).map(|(w, x)| w * x).sum();
    let probability = 1.0 / (1.0 + (-sum).exp());
    (if right { probability } else { 1.0 - probability }).max(1e-9)
}

/// Newton's method.
fn regression(samples: &[([f64; FEATURES], bool, f64)]) -> [f64; FEATURES] {
    let mut weights = [0.0; FEATURES];
    for _ in 0..30 {
        let mut rows = [[0.0; FEATURES + 1]; FEATURES];
        for (n, row) in rows.iter_mut().enumerate() {
            row[n] = RIDGE;
            row[FEATURES] = -RIDGE * weights[n];
        }
        for (x, right, weight) in samples {
            let p = probability(&weights, x, true);
            for n in 0..FEATURES {
                rows[n][FEATURES] += weight * x[n] * (f64::from(u8::from(*right)) - p);
                for m in 0..FEATURES {
                    rows[n][m] += weight * p * (1.0 - p) * x[n] * x[m];
                }
            }
        }
        for n in 0..FEATURES {
            let pivot = rows[n];
            for row in rows.iter_mut().skip(n + 1) {
                let factor = row[n] / pivot[n];
                for (cell, pivot) in row.iter_mut().zip(&pivot) {
                    *cell -= factor * pivot;
                }
            }
        }
        let mut step = [0.0; FEATURES];
        for n in (0..FEATURES).rev() {
            let rest: f64 = (n + 1..FEATURES).map(|m| rows[n][m] * step[m]).sum();
            step[n] = (rows[n][FEATURES] - rest) / rows[n][n];
        }
        for (weight, step) in weights.iter_mut().zip(step) {
            *weight += step;
        }
    }
    weights
}
