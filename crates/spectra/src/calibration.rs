//! From channel to energy. Energies are in keV and belong to the *lower edge* of a channel; the centre of channel `n` is
//! `energy(n + 0.5)`.
//!
//! An axis that does not increase strictly over its range is no axis: [`EnergyCalibration::edges`] then gives `None`, and
//! [`EnergyCalibration::checked`] turns it into *uncalibrated* with a finding.

use serde::{Deserialize, Serialize};

use crate::deviation::DeviationSpline;
use crate::finding::Finding;

/// How channels stand to energies.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum EnergyCalibration {
    /// The file gives none, or one that does not increase: uncalibrated, never guessed.
    #[default]
    None,
    /// E = Σ cᵢ · channelⁱ, in keV.
    Polynomial {
        /// c₀, c₁, …
        coefficients: Vec<f64>,
        /// Corrections that a file adds through a cubic spline: energy and offset, in keV.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        deviation_pairs: Vec<(f64, f64)>,
    },
    /// E = c₀ + c₁x + c₂x² + c₃x³ + c₄/(1+60x) with x = channel / number of channels, in keV.
    FullRangeFraction {
        /// c₀, c₁, …
        coefficients: Vec<f64>,
        /// As above.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        deviation_pairs: Vec<(f64, f64)>,
    },
    /// The lower edge of every channel, in keV; one more for the upper edge of the last where the file gives it.
    LowerEdges {
        /// Strictly increasing.
        edges: Vec<f64>,
    },
}

impl EnergyCalibration {
    /// Whether the file gave an axis at all.
    #[must_use]
    pub fn is_known(&self) -> bool {
        !matches!(self, Self::None)
    }

    /// Whether it says only that channel numbers are energies (`E = channel`). Some instruments write this when they were
    /// never calibrated; readers keep it, as other programs do, with the finding `calibration-identity`.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        match self {
            Self::Polynomial { coefficients, deviation_pairs } => {
                let mut rest = coefficients.iter().skip(2);
                matches!(coefficients.as_slice(), [zero, one, ..] if *zero == 0.0 && *one == 1.0)
                    && rest.all(|coefficient| *coefficient == 0.0)
                    && deviation_pairs.is_empty()
            }
            _ => false,
        }
    }

    /// The lower edges of `channels` channels and the upper edge of the last, in keV, so one more than there are channels.
    /// `None` when uncalibrated, when a number is not finite, or when the edges do not increase strictly.
    #[must_use]
    pub fn edges(&self, channels: usize) -> Option<Vec<f64>> {
        if channels == 0 {
            return None;
        }
        let edges = match self {
            Self::None => return None,
            Self::Polynomial { coefficients, deviation_pairs } => {
                if coefficients.len() < 2 {
                    return None;
                }
                let bare = (0..=channels).map(|channel| polynomial(coefficients, channel as f64));
                deviated(bare.collect(), deviation_pairs)
            }
            Self::FullRangeFraction { coefficients, deviation_pairs } => {
                if coefficients.len() < 2 {
                    return None;
                }
                let bare = (0..=channels).map(|channel| fraction(coefficients, channel as f64 / channels as f64));
                deviated(bare.collect(), deviation_pairs)
            }
            Self::LowerEdges { edges } => {
                let mut edges: Vec<f64> = edges.iter().copied().take(channels + 1).collect();
                if edges.len() == channels
                    && let [.., before, last] = edges.as_slice()
                {
                    edges.push(2.0 * last - before);
                }
                if edges.len() != channels + 1 {
                    return None;
                }
                edges
            }
        };
        let finite = edges.iter().all(|edge| edge.is_finite());
        let increasing = edges.windows(2).all(|pair| matches!(pair, [lower, upper] if lower < upper));
        (finite && increasing).then_some(edges)
    }

    /// The energy in keV at a place on the channel axis; `channel` may lie between channels and is clamped to the axis.
    /// `None` as for [`Self::edges`], which is the better choice for many channels.
    #[must_use]
    pub fn energy(&self, channel: f64, channels: usize) -> Option<f64> {
        let edges = self.edges(channels)?;
        let channel = channel.clamp(0.0, channels as f64);
        let below = (channel.floor() as usize).min(channels - 1);
        let (lower, upper) = (edges.get(below)?, edges.get(below + 1)?);
        Some(lower + (upper - lower) * (channel - below as f64))
    }

    /// The place on the channel axis of an energy in keV, in channels from the lower edge of channel 0; `None` when the
    /// energy lies outside the axis, and as for [`Self::edges`].
    #[must_use]
    pub fn channel(&self, energy: f64, channels: usize) -> Option<f64> {
        let edges = self.edges(channels)?;
        let above = edges.partition_point(|edge| *edge <= energy);
        let below = above.checked_sub(1)?;
        let lower = edges.get(below)?;
        match edges.get(above) {
            Some(upper) => Some(below as f64 + (energy - lower) / (upper - lower)),
            None => (energy == *lower).then_some(below as f64),
        }
    }

    /// Itself when it is an axis for so many channels, else *uncalibrated* and a finding that says what the file gave. All
    /// coefficients zero is a file's way of giving none.
    #[must_use]
    pub fn checked(self, channels: usize, place: &str, findings: &mut Vec<Finding>) -> Self {
        let given = match &self {
            Self::None => return self,
            Self::Polynomial { coefficients, .. } | Self::FullRangeFraction { coefficients, .. } => {
                coefficients.clone()
            }
            Self::LowerEdges { edges } => edges.iter().copied().take(4).collect(),
        };
        if given.iter().all(|number| *number == 0.0) {
            return Self::None;
        }
        if channels == 0 || self.edges(channels).is_some() {
            return self;
        }
        let shown: Vec<String> = given.iter().take(6).map(f64::to_string).collect();
        findings.push(Finding::warning("calibration-not-increasing", place).with("given", shown.join(" ")));
        Self::None
    }
}

/// Σ cᵢ·xⁱ.
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, coefficient| sum * x + coefficient)
}

/// The full-range fraction at `x` of the range, 0 to 1. The fifth coefficient is that of the low-energy term.
fn fraction(coefficients: &[f64], x: f64) -> f64 {
    let (powers, low) = coefficients.split_at(coefficients.len().min(4));
    polynomial(powers, x) + low.first().map_or(0.0, |low| low / (1.0 + 60.0 * x))
}

fn deviated(mut energies: Vec<f64>, pairs: &[(f64, f64)]) -> Vec<f64> {
    if let Some(spline) = DeviationSpline::new(pairs) {
        for energy in &mut energies {
            *energy += spline.offset(*energy);
        }
    }
    energies
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(calibration: &EnergyCalibration, channels: usize, expect: Option<&[f64]>) {
        let edges = calibration.edges(channels);
        match (edges, expect) {
            (Some(edges), Some(expect)) => {
                assert_eq!(edges.len(), expect.len(), "{calibration:?}");
                for (edge, expect) in edges.iter().zip(expect) {
                    assert!((edge - expect).abs() < 1e-9, "{edges:?} is not {expect}");
                }
            }
            (edges, expect) => assert_eq!(edges.as_deref(), expect, "{calibration:?}"),
        }
    }

    fn poly(coefficients: &[f64]) -> EnergyCalibration {
        EnergyCalibration::Polynomial { coefficients: coefficients.to_vec(), deviation_pairs: Vec::new() }
    }

    #[test]
    fn an_axis_is_its_edges_or_nothing() {
        check(&EnergyCalibration::None, 3, None);
        check(&poly(&[1.0, 2.0]), 3, Some(&[1.0, 3.0, 5.0, 7.0]));
        check(&poly(&[0.0, 2.0, 0.5]), 2, Some(&[0.0, 2.5, 6.0]));
        check(&poly(&[1.0]), 3, None);
        check(&poly(&[1.0, -2.0]), 3, None);
        check(&poly(&[0.0, f64::NAN]), 3, None);
        check(&poly(&[0.0, 1.0]), 0, None);
        let fraction = EnergyCalibration::FullRangeFraction {
            coefficients: vec![0.0, 100.0, 0.0, 0.0, 61.0],
            deviation_pairs: Vec::new(),
        };
        check(&fraction, 1, Some(&[61.0, 101.0]));
        // 61 keV at the lower end, less in the middle: no axis.
        check(&fraction, 2, None);
        let fraction =
            EnergyCalibration::FullRangeFraction { coefficients: vec![0.0, 100.0], deviation_pairs: Vec::new() };
        check(&fraction, 2, Some(&[0.0, 50.0, 100.0]));
        let listed = EnergyCalibration::LowerEdges { edges: vec![0.0, 1.0, 3.0] };
        check(&listed, 2, Some(&[0.0, 1.0, 3.0]));
        check(&listed, 3, Some(&[0.0, 1.0, 3.0, 5.0]));
        check(&listed, 4, None);
    }

    #[test]
    fn channel_and_energy_are_each_others_inverse() {
        let axis = poly(&[-3.0, 2.0, 0.001]);
        for channel in [0.0, 0.25, 7.5, 511.9, 1024.0] {
            let energy = axis.energy(channel, 1024).expect("an axis");
            let back = axis.channel(energy, 1024).expect("on the axis");
            assert!((back - channel).abs() < 1e-9, "{channel} became {back}");
        }
        assert_eq!(axis.channel(-4.0, 1024), None);
        assert_eq!(axis.channel(1e9, 1024), None);
    }

    #[test]
    fn what_does_not_increase_is_told() {
        let mut findings = Vec::new();
        assert_eq!(poly(&[0.0, 1.0]).checked(8, "", &mut findings), poly(&[0.0, 1.0]));
        assert_eq!(poly(&[0.0, 0.0]).checked(8, "", &mut findings), EnergyCalibration::None);
        assert!(findings.is_empty(), "{findings:?}");
        assert_eq!(poly(&[5.0, -1.0]).checked(8, "record 2", &mut findings), EnergyCalibration::None);
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].code, "calibration-not-increasing");
    }
}
