//! The zero-area filter: the second derivative of a Gaussian as wide as a peak at that energy. It answers nothing to a
//! straight continuum, and to a peak with a known shape, so that nuclides can be compared with a spectrum without first
//! saying what the continuum is.

use super::prepared::Prepared;
use super::width::WidthModel;

/// A filtered spectrum.
#[derive(Debug, Clone, Default)]
pub struct Filtered {
    /// Answer of the filter centred on each channel.
    pub answer: Vec<f64>,
    /// Variance of that answer from counting statistics.
    pub variance: Vec<f64>,
    /// Width of the kernel at each channel, in channels (standard deviation).
    pub kernel: Vec<f64>,
}

/// A line of so many counts answers with this at a distance, in channels.
///
/// The kernel is ψ(x) = (1 − x²/s²)·exp(−x²/2s²) = −s³√(2π)·G″ₛ(x), so with Σ² = s² + σ² a Gaussian of area 1 answers
/// s³/Σ³ · (1 − d²/Σ²) · exp(−d²/2Σ²).
pub fn answer_to_line(kernel: f64, sigma: f64, distance: f64) -> f64 {
    let sum = kernel * kernel + sigma * sigma;
    let part = distance * distance / sum;
    let narrower = kernel * kernel / sum;
    narrower * narrower.sqrt() * hat(part)
}

/// (1 − u)·exp(−u/2), kept at steps of a hundredth and linear between: it is asked for every channel of every line.
fn hat(u: f64) -> f64 {
    const STEPS: usize = 2048;
    static HAT: std::sync::OnceLock<Vec<f64>> = std::sync::OnceLock::new();
    let kept = HAT.get_or_init(|| {
        let value = |n: usize| n as f64 / 100.0;
        (0..=STEPS).map(|n| (1.0 - value(n)) * (-0.5 * value(n)).exp()).collect()
    });
    let place = u * 100.0;
    let cell = place as usize;
    match kept.get(cell..cell + 2) {
        Some([lower, upper]) => lower + (place - cell as f64) * (upper - lower),
        _ => (1.0 - u) * (-0.5 * u).exp(),
    }
}

/// A step down of one count per channel at a distance zero, smeared with `sigma`, answers with this.
pub fn answer_to_edge(kernel: f64, sigma: f64, distance: f64) -> f64 {
    let sum = kernel * kernel + sigma * sigma;
    -(kernel * kernel / sum).powf(1.5) * distance * (-0.5 * distance * distance / sum).exp()
}

/// How many neighbouring answers count as one, in kernel widths: neighbours are not independent. From the autocorrelation
/// of the kernel seen through the shape of a peak.
pub const CORRELATION: f64 = 1.667;

/// Standard deviation of a peak in channels, with the spread of one channel.
pub fn sigma_in_channels(prepared: &Prepared, width: &WidthModel, channel: usize) -> f64 {
    let sigma = width.sigma(prepared.energy(channel)) / prepared.channel_width(channel);
    (sigma * sigma + 1.0 / 12.0).sqrt()
}

/// Filters a prepared spectrum.
pub fn filter(prepared: &Prepared, width: &WidthModel) -> Filtered {
    let channels = prepared.len();
    let mut out = Filtered { answer: vec![0.0; channels], variance: vec![1.0; channels], kernel: vec![1.0; channels] };
    let mut taps: Vec<f64> = Vec::new();
    let mut tapped = 0.0;
    for channel in 0..channels {
        let kernel = sigma_in_channels(prepared, width, channel).max(0.9);
        out.kernel[channel] = kernel;
        // The kernel changes slowly; it is made anew when it has changed by a hundredth.
        if taps.is_empty() || (kernel / tapped - 1.0).abs() > 0.01 {
            taps = kernel_taps(kernel);
            tapped = kernel;
        }
        let reach = taps.len() as isize - 1;
        let (mut answer, mut variance) = (0.0, 0.0);
        for distance in -reach..=reach {
            let tap = taps[distance.unsigned_abs()];
            // Beyond the ends the spectrum goes on as its last channel: no edge is invented there.
            let at = (channel as isize + distance).clamp(0, channels as isize - 1) as usize;
            answer += tap * prepared.net[at];
            variance += tap * tap * prepared.variance[at];
        }
        out.answer[channel] = answer;
        // One count more, so that an empty stretch is not infinitely sure.
        out.variance[channel] = variance + 1.0;
    }
    out
}

fn kernel_taps(kernel: f64) -> Vec<f64> {
    let reach = (4.5 * kernel).ceil() as usize;
    let mut taps: Vec<f64> = (0..=reach)
        .map(|d| {
            let part = (d as f64 / kernel).powi(2);
            (1.0 - part) * (-0.5 * part).exp()
        })
        .collect();
    let area = taps[0] + 2.0 * taps[1..].iter().sum::<f64>();
    let correction = area / (2 * reach + 1) as f64;
    for tap in &mut taps {
        *tap -= correction;
    }
    taps
}
