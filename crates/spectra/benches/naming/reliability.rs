//! Whether a stated confidence can be believed: of the names said with so much confidence, how many were right.

use spectra::evaluation::{Score, wilson};
use spectra::identify::Identification;

/// Lower bounds of the bins.
const BINS: [f64; 7] = [0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95];

#[derive(Debug, Default)]
pub(crate) struct Reliability {
    right: [usize; BINS.len()],
    said: [usize; BINS.len()],
    sum: [f64; BINS.len()],
}

impl Reliability {
    /// Names of the surroundings are left out: they are right by definition.
    pub(crate) fn add(&mut self, score: &Score, answer: &Identification) {
        for named in answer.nuclides.iter().filter(|named| !named.is_natural_background && !named.is_intrinsic) {
            if ["K-40", "Ra-226", "Th-232"].contains(&named.nuclide.as_str()) {
                continue;
            }
            let bin = BINS.iter().rposition(|least| named.confidence >= *least).unwrap_or(0);
            self.said[bin] += 1;
            self.sum[bin] += named.confidence;
            self.right[bin] += usize::from(!score.false_names.contains(&named.nuclide));
        }
    }

    pub(crate) fn print(&self, of: &str) {
        println!("{of}: confidence said, share right (Wilson), names:");
        for (bin, least) in BINS.iter().enumerate() {
            let (low, high) = wilson(self.right[bin], self.said[bin]);
            let of = self.said[bin].max(1) as f64;
            println!(
                "  from {least:.2}: said {:.2}, right {:.3} ({low:.2} to {high:.2}), {}",
                self.sum[bin] / of,
                self.right[bin] as f64 / of,
                self.said[bin]
            );
        }
    }
}
