//! Simulated spectra of field instruments: 224 sources, bare and shielded, many of them seldom met, each with the surroundings
//! as a background; as they come (1,800 s), and thinned to a minute.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use spectra::calibration::EnergyCalibration;
use spectra::evaluation::{Tally, Truth, score};
use spectra::identify::identify;
use spectra::spectrum::{Detector, DetectorClass, Spectrum};

use super::Asked;
use super::fit::Samples;
use super::reliability::Reliability;

/// Detectors that were developed on; all others are held out.
const DEVELOPMENT: [&str; 3] = ["IdentiFINDER-NG", "Detective-EX", "RadiaCode-102"];

pub(crate) fn run(folder: &Path, asked: &Asked, reliability: &mut [Reliability; 2], samples: &mut Samples) {
    let mut paths: Vec<_> = std::fs::read_dir(folder.join("simulated_field_spectra"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(".csv.gz"))
        .collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().trim_end_matches(".csv.gz").to_owned();
        let is_development = DEVELOPMENT.contains(&name.as_str());
        if asked.only_development && !is_development || asked.only_held_out && is_development {
            continue;
        }
        let rows = rows(&path, class_of(&name));
        let reliability = &mut reliability[usize::from(!is_development)];
        for condition in if is_development { &CONDITIONS[..] } else { &CONDITIONS[..2] } {
            let shown = Some(asked).filter(|_| is_development && condition.name.is_empty());
            let samples = Some(&mut *samples).filter(|_| is_development);
            let (tally, causes) = one((&name, &rows), condition, shown, reliability, samples);
            let part = if is_development { "development" } else { "held out" };
            if is_development {
                println!("{name}{}: {causes:?}", condition.name);
            }
            super::print_tally(&format!("{part}: {name}{}", condition.name), &tally);
        }
    }
}

/// What is done to the spectra.
struct Condition {
    name: &'static str,
    /// Thinned to so many seconds.
    seconds: Option<f64>,
    /// Whether the background stands beside it.
    background: bool,
    /// What the energies of the axis are multiplied with.
    gain: f64,
}

const CONDITIONS: [Condition; 6] = [
    Condition { name: "", seconds: None, background: true, gain: 1.0 },
    Condition { name: ", 60 s", seconds: Some(60.0), background: true, gain: 1.0 },
    Condition { name: ", no background", seconds: None, background: false, gain: 1.0 },
    Condition { name: ", 60 s, no background, gain 1.01", seconds: Some(60.0), background: false, gain: 1.01 },
    Condition { name: ", 300 s, gain 0.985", seconds: Some(300.0), background: true, gain: 0.985 },
    Condition { name: ", 300 s, no background", seconds: Some(300.0), background: false, gain: 1.0 },
];

fn class_of(name: &str) -> DetectorClass {
    match name {
        _ if name.contains("CZT") => DetectorClass::Czt,
        _ if name.contains("LaBr") => DetectorClass::Labr3,
        _ if name.contains("RadiaCode") => DetectorClass::Csi,
        _ if name.contains("etective") || name.contains("Fulcrum") => DetectorClass::Hpge,
        _ => DetectorClass::Nai,
    }
}

fn rows(path: &Path, class: DetectorClass) -> Vec<(String, Spectrum)> {
    let mut text = String::new();
    flate2::read::MultiGzDecoder::new(std::fs::File::open(path).unwrap()).read_to_string(&mut text).unwrap();
    text.lines()
        .map(|line| {
            let fields: Vec<&str> = line.split(',').collect();
            let coefficients = fields[4].split(' ').map(|number| number.parse().unwrap()).collect();
            let spectrum = Spectrum {
                counts: fields[7..].iter().map(|count| count.parse().unwrap_or(0.0)).collect(),
                live_time: fields[1].parse().ok(),
                real_time: fields[2].parse().ok(),
                calibration: EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() },
                detector: Detector { class: Some(class), ..Detector::default() },
                ..Spectrum::default()
            };
            (fields[0].to_owned(), spectrum)
        })
        .collect()
}

fn one(
    (detector, rows): (&str, &[(String, Spectrum)]),
    condition: &Condition,
    shown: Option<&Asked>,
    reliability: &mut Reliability,
    mut samples: Option<&mut Samples>,
) -> (Tally, BTreeMap<String, usize>) {
    let background = &rows.last().unwrap().1;
    let mut dice = Dice(12_345);
    let (mut tally, mut causes) = (Tally::default(), BTreeMap::new());
    for (name, spectrum) in rows {
        let mut looked_at = match condition.seconds {
            Some(seconds) => thinned(spectrum, seconds, &mut dice),
            None => spectrum.clone(),
        };
        let mut truth = truth(name);
        if detector == "IdentiFINDER-NG" {
            // A caesium source is built into it, and is in its background too.
            truth.allowed.push("Cs-137".to_owned());
        }
        // The background beside it is that of the whole time: an instrument measures it once and keeps it.
        // Sharp lines are not given a drift that only broad ones have.
        let sharp = matches!(looked_at.detector.class, Some(DetectorClass::Hpge | DetectorClass::Czt));
        let gain = if sharp { 1.0 + 0.05 * (condition.gain - 1.0) } else { condition.gain };
        let mut background = background.clone();
        for spectrum in [&mut looked_at, &mut background] {
            if let EnergyCalibration::Polynomial { coefficients, .. } = &mut spectrum.calibration {
                coefficients.iter_mut().for_each(|coefficient| *coefficient *= gain);
            }
        }
        let background = Some(&background).filter(|_| condition.background && name != "background");
        let answer = identify(&looked_at, background);
        let score = score(&truth, &answer);
        tally.add(&score);
        reliability.add(&score, &answer);
        for wrong in &score.false_names {
            *causes.entry(format!("false {wrong}")).or_default() += 1;
        }
        for missed in &score.missed {
            *causes.entry(format!("missed {missed}")).or_default() += 1;
        }
        if let Some(samples) = &mut samples {
            samples.add(&truth, &answer, 1.0);
        }
        if shown.is_some_and(|asked| asked.shows(name, &score)) {
            super::show(name, &score, &answer);
        }
    }
    (tally, causes)
}

/// What a name such as `Ac225_HeavyShielding` says is there, and what may be beside it.
fn truth(name: &str) -> Truth {
    let nuclide = name.split('_').next().unwrap_or_default();
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let required = match nuclide {
        // Beta and neutron emitters show no line of their own.
        "background" | "Sr90" | "P32" | "Y90" | "Kr85" | "Tl204" | "Po210" | "Cf252" => Vec::new(),
        "Uore" => owned(&["Ra-226"]),
        "Am241Li" => owned(&["Am-241"]),
        "Tl201wTl202" => owned(&["Tl-201", "Tl-202"]),
        "Tl201woTl202" => owned(&["Tl-201"]),
        _ => {
            let digit = nuclide.find(|letter: char| letter.is_ascii_digit()).unwrap();
            vec![format!("{}-{}", &nuclide[..digit], &nuclide[digit..])]
        }
    };
    let mut allowed = owned(&["K-40", "Ra-226", "Th-232", "Th-228"]);
    // Impurities and daughters that grow in.
    allowed.extend(owned(match nuclide {
        "Mo99" => &["Tc-99m"],
        "U235" => &["U-238"],
        "U238" => &["U-235"],
        "Uore" => &["U-238", "U-235"],
        "Lu177m" => &["Lu-177"],
        "Lu177" => &["Lu-177m"],
        "La140" => &["Ba-140"],
        "Bi213" => &["Ac-225"],
        "Pu239" | "Pu238" => &["Am-241"],
        "Kr85" => &["Kr-85"],
        "Tl204" => &["Tl-204"],
        "Y90" => &["Y-90"],
        "Zr95" => &["Nb-95"],
        "Tl201" | "Tl201woTl202" => &["Tl-202"],
        _ => &[],
    }));
    Truth { required, allowed }
}

fn thinned(spectrum: &Spectrum, seconds: f64, dice: &mut Dice) -> Spectrum {
    let part = seconds / spectrum.live_time.unwrap();
    Spectrum {
        counts: spectrum.counts.iter().map(|count| dice.poisson(count * part)).collect(),
        live_time: Some(seconds),
        real_time: spectrum.real_time.map(|real| real * part),
        ..spectrum.clone()
    }
}

/// Always the same numbers, so that two runs can be compared: xorshift.
struct Dice(u64);

impl Dice {
    fn uniform(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn poisson(&mut self, mean: f64) -> f64 {
        if mean > 50.0 {
            let (radius, angle) = (self.uniform().max(1e-12), self.uniform());
            let normal = (-2.0 * radius.ln()).sqrt() * (std::f64::consts::TAU * angle).cos();
            return (mean + mean.sqrt() * normal).round().max(0.0);
        }
        let (least, mut product, mut count) = ((-mean).exp(), 1.0, 0.0);
        loop {
            product *= self.uniform();
            if product <= least {
                return count;
            }
            count += 1.0;
        }
    }
}
