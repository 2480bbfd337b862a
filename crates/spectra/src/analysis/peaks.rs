//! Search for peaks in the filtered spectrum, and the fit of a Gaussian on a straight continuum to each.

use super::filter::Filtered;
use super::prepared::Prepared;
use super::width::{FWHM_PER_SIGMA, WidthModel};

/// A peak that was found, and fitted where the fit held.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Peak {
    /// Centre in keV.
    pub energy: f64,
    /// Its standard uncertainty in keV.
    pub energy_uncertainty: f64,
    /// Full width at half maximum in keV.
    pub fwhm: f64,
    /// Net counts.
    pub area: f64,
    /// Their standard uncertainty.
    pub area_uncertainty: f64,
    /// Answer of the filter in standard deviations.
    pub significance: f64,
    /// Counts of the continuum under it, within one full width.
    pub continuum: f64,
}

/// Finds peaks whose filter answer is at least `least` standard deviations, the strongest `most` of them, in order of
/// energy.
pub fn find(prepared: &Prepared, filtered: &Filtered, width: &WidthModel, least: f64, most: usize) -> Vec<Peak> {
    let channels = prepared.len();
    let mut found = Vec::new();
    for at in prepared.first.max(1)..channels.saturating_sub(1) {
        let answer = filtered.answer[at];
        let significance = answer / filtered.variance[at].sqrt();
        if significance < least || filtered.answer[at - 1] > answer || filtered.answer[at + 1] >= answer {
            continue;
        }
        // Tallest within half a width of the kernel.
        let reach = (filtered.kernel[at]).ceil() as usize;
        let near = at.saturating_sub(reach)..(at + reach + 1).min(channels);
        if near.into_iter().any(|other| filtered.answer[other] > answer) {
            continue;
        }
        found.push((at, significance));
    }
    found.sort_by(|a, b| b.1.total_cmp(&a.1));
    found.truncate(most);
    let mut peaks: Vec<Peak> = found
        .into_iter()
        .filter_map(|(at, significance)| fit(prepared, filtered, width, at).map(|peak| Peak { significance, ..peak }))
        .collect();
    peaks.sort_by(|a, b| a.energy.total_cmp(&b.energy));
    peaks
}

/// Fits area, centre, width and a straight continuum within 1.4 full widths. Weights are the variances of the channels;
/// Gauss–Newton with halved steps.
fn fit(prepared: &Prepared, filtered: &Filtered, width: &WidthModel, at: usize) -> Option<Peak> {
    let kernel = filtered.kernel[at];
    let reach = ((1.4 * FWHM_PER_SIGMA * kernel).ceil() as usize).max(4);
    let lower = at.saturating_sub(reach).max(prepared.first);
    let upper = (at + reach + 1).min(prepared.len());
    if upper < lower + 6 {
        return None;
    }
    let mean_variance = prepared.variance[lower..upper].iter().sum::<f64>() / (upper - lower) as f64;
    let weight: Vec<f64> =
        prepared.variance[lower..upper].iter().map(|v| 1.0 / (0.7 * v + 0.3 * mean_variance).max(0.5)).collect();
    let net = &prepared.net[lower..upper];
    let offset = |n: usize| (lower + n) as f64 - at as f64;
    // Area, centre, ln sigma, continuum, slope.
    let start_area = (filtered.answer[at] * 2.83).max(1.0);
    let edge = 0.5 * (net[0] + net[net.len() - 1]);
    let mut p = [start_area, 0.0, kernel.ln(), edge, 0.0];
    let value = |p: &[f64; 5], n: usize| {
        let sigma = p[2].exp();
        let d = (offset(n) - p[1]) / sigma;
        p[0] * (-0.5 * d * d).exp() / (sigma * SQRT_TAU) + p[3] + p[4] * offset(n)
    };
    let chi = |p: &[f64; 5]| -> f64 { (0..net.len()).map(|n| weight[n] * (net[n] - value(p, n)).powi(2)).sum() };
    let mut best = chi(&p);
    let mut inverse = None;
    for _ in 0..12 {
        let mut normal = [[0.0; 5]; 5];
        let mut right = [0.0; 5];
        let sigma = p[2].exp();
        for n in 0..net.len() {
            let d = (offset(n) - p[1]) / sigma;
            let shape = (-0.5 * d * d).exp() / (sigma * SQRT_TAU);
            let slopes = [shape, p[0] * shape * d / sigma, p[0] * shape * (d * d - 1.0), 1.0, offset(n)];
            let miss = net[n] - value(&p, n);
            for i in 0..5 {
                right[i] += weight[n] * slopes[i] * miss;
                for j in 0..5 {
                    normal[i][j] += weight[n] * slopes[i] * slopes[j];
                }
            }
        }
        let inverted = invert(normal)?;
        let mut step = [0.0; 5];
        for i in 0..5 {
            step[i] = (0..5).map(|j| inverted[i][j] * right[j]).sum();
        }
        inverse = Some(inverted);
        let mut factor = 1.0;
        let mut improved = false;
        for _ in 0..6 {
            let mut next = p;
            for i in 0..5 {
                next[i] += factor * step[i];
            }
            next[1] = next[1].clamp(-1.2 * kernel, 1.2 * kernel);
            next[2] = next[2].clamp((0.45 * kernel).ln(), (2.2 * kernel).ln());
            let now = chi(&next);
            if now.is_finite() && now <= best {
                improved = best - now > 1e-3 * best.max(1.0);
                best = now;
                p = next;
                break;
            }
            factor *= 0.4;
        }
        if !improved {
            break;
        }
    }
    let inverse = inverse?;
    let channel = (at as f64 + p[1]).round().clamp(0.0, (prepared.len() - 1) as f64) as usize;
    let kev = prepared.channel_width(channel);
    let energy = prepared.energy(channel) + ((at as f64 + p[1]) - channel as f64) * kev;
    let freedom = (net.len() as f64 - 5.0).max(1.0);
    let inflate = (best / freedom).max(1.0).sqrt();
    let sigma = p[2].exp();
    let fwhm = sigma * FWHM_PER_SIGMA;
    let half = (0.5 * fwhm).ceil() as usize;
    let under = channel.saturating_sub(half)..(channel + half + 1).min(prepared.len());
    let gross: f64 = under.map(|n| prepared.gross[n]).sum();
    let expected = width.fwhm(energy);
    (p[0] > 0.0).then(|| Peak {
        energy,
        energy_uncertainty: (inverse[1][1].max(0.0).sqrt() * inflate * kev).min(expected),
        fwhm: fwhm * kev,
        area: p[0],
        area_uncertainty: (inverse[0][0].max(0.0).sqrt() * inflate).max(1.0),
        significance: 0.0,
        continuum: (gross - 0.76 * p[0]).max(0.0),
    })
}

const SQRT_TAU: f64 = 2.506_628_274_631;

/// The inverse of a small symmetric matrix by Gauss–Jordan with pivoting; `None` when singular.
fn invert(mut m: [[f64; 5]; 5]) -> Option<[[f64; 5]; 5]> {
    let mut out = [[0.0; 5]; 5];
    for (i, row) in out.iter_mut().enumerate() {
        row[i] = 1.0;
    }
    for column in 0..5 {
        let pivot = (column..5).max_by(|a, b| m[*a][column].abs().total_cmp(&m[*b][column].abs()))?;
        if m[pivot][column].abs() < 1e-300 || !m[pivot][column].is_finite() {
            return None;
        }
        m.swap(column, pivot);
        out.swap(column, pivot);
        let by = m[column][column];
        for n in 0..5 {
            m[column][n] /= by;
            out[column][n] /= by;
        }
        for row in (0..5).filter(|row| *row != column) {
            let factor = m[row][column];
            for n in 0..5 {
                m[row][n] -= factor * m[column][n];
                out[row][n] -= factor * out[column][n];
            }
        }
    }
    Some(out)
}
