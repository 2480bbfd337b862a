//! From channel to energy. Energies are in keV and belong to the *lower edge* of a channel; the centre of channel `n` is
//! `energy(n + 0.5)`.

use serde::{Deserialize, Serialize};

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
