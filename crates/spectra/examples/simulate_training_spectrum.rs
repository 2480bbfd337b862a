//! Makes the spectrum of the training round: `cargo run -p spectra --example simulate_training_spectrum > FILE`.
//!
//! The item, the instrument and the place are fictitious, and so are the counts: lines of the library folded with the width
//! of sodium iodide, a flat Compton shelf under each, a falling continuum, and counting noise drawn from a fixed seed. The
//! shape is good enough to learn from, and nothing in it comes from a measurement.

#![expect(clippy::print_stdout, reason = "an example is at the rim")]

use spectra::analysis::width::WidthModel;
use spectra::calibration::EnergyCalibration;
use spectra::format::to_n42;
use spectra::nuclide::library;
use spectra::spectrum::{Detector, DetectorClass, Instrument, Spectrum, SpectrumFile, SpectrumRole};

const CHANNELS: usize = 1024;
const KEV_PER_CHANNEL: f64 = 2.9;

/// SplitMix64: the same noise in every run.
struct Noise(u64);

impl Noise {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Counts around a mean: Poisson for few, the normal approximation for many.
    fn counts(&mut self, mean: f64) -> f64 {
        if mean > 60.0 {
            let (a, b) = (self.unit().max(1e-12), self.unit());
            let normal = (-2.0 * a.ln()).sqrt() * (std::f64::consts::TAU * b).cos();
            return (mean + normal * mean.sqrt()).round().max(0.0);
        }
        let (limit, mut product, mut count) = ((-mean).exp(), self.unit(), 0.0);
        while product > limit {
            product *= self.unit();
            count += 1.0;
        }
        count
    }
}

/// Counts that so many decays in view of the detector make, by channel.
fn add(means: &mut [f64], source: &str, decays: f64) {
    let width = WidthModel::of(DetectorClass::Nai);
    let Some(source) = library().source(source) else { return };
    for line in &source.lines {
        let energy = line.line.energy;
        if energy < 25.0 {
            continue;
        }
        // Of a crystal of five centimetres: most of what is low is stopped whole, little of what is high.
        let whole = (1.0 + (energy / 320.0).powf(1.7)).recip();
        let photons = decays * line.line.intensity;
        let sigma = width.sigma(energy);
        let edge = energy / (1.0 + 511.0 / (2.0 * energy));
        for (channel, mean) in means.iter_mut().enumerate() {
            let at = (channel as f64 + 0.5) * KEV_PER_CHANNEL;
            let distance = (at - energy) / sigma;
            if distance.abs() < 6.0 {
                let peak = (-0.5 * distance * distance).exp() / (sigma * 2.506_628);
                *mean += photons * whole * peak * KEV_PER_CHANNEL;
            }
            // The shelf ends at the Compton edge, smeared as a peak there is.
            let smear = 1.0 / (1.0 + ((at - edge) / (0.7 * width.sigma(edge.max(30.0)))).exp());
            *mean += photons * (1.0 - whole) * 0.55 * smear * KEV_PER_CHANNEL / edge.max(30.0);
        }
    }
}

fn surroundings(seconds: f64) -> Vec<f64> {
    let mut means: Vec<f64> = (0..CHANNELS)
        .map(|channel| {
            let energy = (channel as f64 + 0.5) * KEV_PER_CHANNEL;
            let threshold = 1.0 / (1.0 + (-(energy - 28.0) / 4.0).exp());
            seconds * threshold * (0.62 * (-energy / 170.0).exp() + 0.055 * (-energy / 900.0).exp() + 0.0007)
        })
        .collect();
    add(&mut means, "K-40", 26.0 * seconds);
    add(&mut means, "Ra-226", 3.2 * seconds);
    add(&mut means, "Th-232", 2.4 * seconds);
    means
}

fn spectrum(title: &str, role: SpectrumRole, means: &[f64], live: f64, started: &str, noise: &mut Noise) -> Spectrum {
    Spectrum {
        title: Some(title.to_owned()),
        role,
        counts: means.iter().map(|mean| noise.counts(*mean)).collect(),
        live_time: Some(live),
        real_time: Some((live * 1.006 * 10.0).round() / 10.0),
        started: started.parse().ok(),
        utc_offset_minutes: Some(0),
        calibration: EnergyCalibration::Polynomial {
            coefficients: vec![0.0, KEV_PER_CHANNEL, 0.0],
            deviation_pairs: Vec::new(),
        },
        detector: Detector {
            name: Some("Training detector".to_owned()),
            class: Some(DetectorClass::Nai),
            described: Some("NaI(Tl), fictitious".to_owned()),
        },
        ..Spectrum::default()
    }
}

fn main() {
    let mut noise = Noise(1540);
    let background = surroundings(600.0);
    let mut item = surroundings(300.0);
    add(&mut item, "Cs-137", 160.0 * 300.0);
    let file = SpectrumFile {
        instrument: Instrument {
            manufacturer: Some("Training round".to_owned()),
            model: Some("Fictitious identifier".to_owned()),
            serial: Some("FX-0007".to_owned()),
            class: Some("Radionuclide Identifier".to_owned()),
            software: Vec::new(),
        },
        spectra: vec![
            spectrum("Item", SpectrumRole::Foreground, &item, 300.0, "2026-03-14T09:20:00", &mut noise),
            spectrum("Background", SpectrumRole::Background, &background, 600.0, "2026-03-14T09:05:00", &mut noise),
        ],
        remarks: vec![
            "Fictitious: simulated for the training round by Tripoint; no such item, instrument or place exists."
                .to_owned(),
        ],
        ..SpectrumFile::default()
    };
    print!("{}", to_n42(&file, "Tripoint, simulated for training"));
}
