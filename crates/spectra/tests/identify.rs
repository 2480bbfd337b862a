//! Properties of identification, on spectra that are made here: what must not change an answer, what damaged files may lead to,
//! and that shifts, widths and limits are what a calculation by hand gives.
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::needless_pass_by_value,
    reason = "a test stops where it cannot go on, and its cases are values"
)]

#[allow(dead_code, reason = "the other tests use the rest")]
#[path = "formats/made.rs"]
mod made;

use proptest::prelude::*;
use spectra::analysis::prepared::Prepared;
use spectra::analysis::width::WidthModel;
use spectra::calibration::EnergyCalibration;
use spectra::format;
use spectra::identify::{Identification, LineVerdict, Outcome, identify};
use spectra::nuclide::{LineKind, library};
use spectra::spectrum::{Detector, DetectorClass, Spectrum};
use spectra::summary::identify_file;

const SECONDS: f64 = 300.0;

/// A sodium iodide spectrum of 1,024 channels of 3 keV: a falling continuum, potassium, and so many decays' worth of counts
/// in the lines of sources. `gain` is what the instrument's amplifier drifted by.
fn nai(sources: &[(&str, f64)], gain: f64) -> Spectrum {
    made_by(DetectorClass::Nai, 1024, 3.0, sources, gain, |energy| 47.0 * (energy / 661.7).powf(0.63))
}

fn hpge(sources: &[(&str, f64)], gain: f64) -> Spectrum {
    made_by(DetectorClass::Hpge, 8192, 0.36, sources, gain, |energy| (0.62 + 3.0 * energy / 661.7).sqrt())
}

fn made_by(
    class: DetectorClass,
    channels: usize,
    width: f64,
    sources: &[(&str, f64)],
    gain: f64,
    fwhm: impl Fn(f64) -> f64,
) -> Spectrum {
    let mut counts: Vec<f64> =
        (0..channels).map(|n| 40.0 * width * (-(n as f64) * width / 420.0).exp() + 0.2 * width).collect();
    let mut add = |energy: f64, area: f64| {
        let sigma = fwhm(energy) / 2.354_82;
        for (n, count) in counts.iter_mut().enumerate() {
            let distance = ((n as f64 + 0.5) * width - energy * gain) / sigma;
            if distance.abs() < 6.0 {
                *count += area * width / (sigma * 2.506_628) * (-0.5 * distance * distance).exp();
            }
        }
    };
    add(1460.8, 400.0);
    for (name, height) in sources {
        let source = library().source(name).unwrap_or_else(|| panic!("{name} is in the library"));
        for line in source.lines.iter().filter(|line| line.line.energy > 50.0 && line.line.kind == LineKind::Gamma) {
            let efficiency = 1.0 / (1.0 + (line.line.energy / 260.0).powi(3)).powf(0.4);
            add(line.line.energy, height * line.line.intensity * efficiency);
        }
    }
    let mut dice = 88_172_645_463_325_252_u64;
    for count in &mut counts {
        // A normal deviate from twelve uniform ones is good enough for counts.
        let normal: f64 = (0..12).map(|_| uniform(&mut dice)).sum::<f64>() - 6.0;
        *count = (*count + normal * count.sqrt()).round().max(0.0);
    }
    Spectrum {
        counts,
        live_time: Some(SECONDS),
        real_time: Some(SECONDS + 2.0),
        calibration: EnergyCalibration::Polynomial { coefficients: vec![0.0, width], deviation_pairs: Vec::new() },
        detector: Detector { class: Some(class), ..Detector::default() },
        ..Spectrum::default()
    }
}

fn uniform(dice: &mut u64) -> f64 {
    *dice ^= *dice << 13;
    *dice ^= *dice >> 7;
    *dice ^= *dice << 17;
    (*dice >> 11) as f64 / (1_u64 << 53) as f64
}

fn names(answer: &Identification) -> Vec<String> {
    let mut names: Vec<String> = answer.nuclides.iter().map(|named| named.nuclide.clone()).collect();
    names.sort();
    names
}

#[rstest::rstest]
#[case(nai(&[("Cs-137", 40_000.0)], 1.0), "Cs-137")]
#[case(nai(&[("Co-60", 40_000.0)], 1.0), "Co-60")]
#[case(nai(&[("I-131", 60_000.0)], 1.0), "I-131")]
#[case(hpge(&[("Eu-152", 60_000.0)], 1.0), "Eu-152")]
#[case(hpge(&[("U-235", 60_000.0)], 1.0), "U-235")]
fn what_is_there_is_named_and_nothing_else(#[case] spectrum: Spectrum, #[case] expect: &str) {
    let answer = identify(&spectrum, None);
    let named: Vec<String> = names(&answer).into_iter().filter(|name| name != "K-40").collect();
    assert_eq!(named, [expect], "{:?}", answer.nuclides);
    assert_eq!(answer.outcome, Outcome::Identified);
}

#[rstest::rstest]
#[case(nai(&[], 1.0))]
#[case(hpge(&[], 1.0))]
fn nothing_is_named_in_a_background(#[case] spectrum: Spectrum) {
    assert!(names(&identify(&spectrum, None)).iter().all(|name| name == "K-40"));
}

#[test]
fn an_empty_background_changes_no_name() {
    let spectrum = nai(&[("Cs-137", 20_000.0), ("Co-60", 20_000.0)], 1.0);
    let empty = Spectrum { counts: vec![0.0; 1024], ..spectrum.clone() };
    let (without, with) = (identify(&spectrum, None), identify(&spectrum, Some(&empty)));
    assert!(with.basis.background_used && !without.basis.background_used);
    assert_eq!(names(&without), names(&with));
}

#[test]
fn the_background_is_scaled_by_live_time() {
    // Counted ten times as long, the surroundings give ten times the counts, and the same answer.
    let spectrum = nai(&[("Cs-137", 20_000.0)], 1.0);
    let background = nai(&[], 1.0);
    let counts = background.counts.iter().map(|count| count * 10.0).collect();
    let long = Spectrum { counts, live_time: Some(10.0 * SECONDS), ..background.clone() };
    let (short, long) = (identify(&spectrum, Some(&background)), identify(&spectrum, Some(&long)));
    assert_eq!(names(&short), names(&long));
    assert_eq!(names(&short), ["Cs-137"], "potassium was taken away with the surroundings");
}

#[test]
fn net_counts_and_their_variance_are_those_of_a_calculation_by_hand() {
    // 300 s of 90 counts a channel, less 3,000 s of 400: 90 − 400/10 = 50, with the variance 90 + 400/100 = 94.
    let flat = |count: f64, live: f64| Spectrum { counts: vec![count; 1024], live_time: Some(live), ..nai(&[], 1.0) };
    let mut prepared = Prepared::of(&flat(90.0, 300.0), &WidthModel::of(DetectorClass::Nai)).expect("calibrated");
    prepared.subtract(&flat(400.0, 3000.0)).expect("both have live times");
    for channel in prepared.first..prepared.len() {
        assert!((prepared.net[channel] - 50.0).abs() < 1e-9 && (prepared.variance[channel] - 94.0).abs() < 1e-9);
    }
}

#[test]
fn a_background_without_live_time_is_refused_and_said() {
    let spectrum = nai(&[("Cs-137", 20_000.0)], 1.0);
    for live_time in [None, Some(0.0)] {
        let background = Spectrum { live_time, ..nai(&[], 1.0) };
        let answer = identify(&spectrum, Some(&background));
        assert!(!answer.basis.background_used);
        assert_eq!(answer.basis.background_refused.as_deref(), Some("no-live-time"));
        assert!(names(&answer).contains(&"Cs-137".to_owned()));
    }
}

#[rstest::rstest]
#[case(nai(&[("Cs-137", 30_000.0)], 1.012), 1.0 / 1.012, 0.006)]
#[case(hpge(&[("Ra-226", 40_000.0)], 1.003), 1.0 / 1.003, 0.000_6)]
fn a_drift_is_found_and_said(#[case] spectrum: Spectrum, #[case] factor: f64, #[case] tolerance: f64) {
    let answer = identify(&spectrum, None);
    let at = 661.7 * (1.0 / factor);
    let corrected = answer.basis.offset + answer.basis.gain * at;
    assert!((corrected / 661.7 - 1.0).abs() < tolerance, "{:?}", answer.basis);
    assert!((answer.basis.gain - 1.0).abs() > 1e-4 || answer.basis.offset.abs() > 0.1);
}

#[test]
fn widths_areas_and_limits_are_those_of_a_calculation_by_hand() {
    let spectrum = nai(&[("Cs-137", 40_000.0)], 1.0);
    let answer = identify(&spectrum, None);
    let peak = answer.peaks.iter().find(|peak| (peak.energy - 661.7).abs() < 10.0).expect("a peak");
    assert!((peak.fwhm - 47.0).abs() < 2.5, "{peak:?}");
    // 40,000 decays · 0.851 photons · the efficiency that the spectrum was made with.
    let area = 40_000.0 * 0.851 / (1.0 + (661.7_f64 / 260.0).powi(3)).powf(0.4);
    assert!((peak.area - area).abs() < 4.0 * peak.area_uncertainty + 0.03 * area, "{} is not {area}", peak.area);
    let caesium = answer.nuclides.iter().find(|named| named.nuclide == "Cs-137").expect("caesium");
    let line = caesium.lines.iter().find(|line| line.verdict == LineVerdict::Seen).expect("its line");
    // Currie (1968): 2.71 + 4.65·√B with the counts B of the channels that lie within 1.2 full widths.
    let (from, to) = (661.7 - 0.6 * 47.0, 661.7 + 0.6 * 47.0);
    let under: f64 = spectrum
        .counts
        .iter()
        .enumerate()
        .filter(|(n, _)| (from..to).contains(&((*n as f64 + 0.5) * 3.0)))
        .map(|(_, count)| count)
        .sum();
    let limit = 2.71 + 4.65 * under.sqrt();
    assert!((line.detection_limit / limit - 1.0).abs() < 0.08, "{} is not {limit}", line.detection_limit);
}

#[test]
fn answers_do_not_depend_on_what_was_asked_before() {
    let asked =
        [nai(&[("Cs-137", 20_000.0)], 1.0), hpge(&[("Co-60", 20_000.0)], 1.0), nai(&[("I-131", 30_000.0)], 1.0)];
    let forward: Vec<_> = asked.iter().map(|spectrum| names(&identify(spectrum, None))).collect();
    let mut backward: Vec<_> = asked.iter().rev().map(|spectrum| names(&identify(spectrum, None))).collect();
    backward.reverse();
    assert_eq!(forward, backward);
}

#[test]
fn a_single_mad_channel_is_no_line() {
    let mut spectrum = nai(&[("Cs-137", 20_000.0)], 1.0);
    let before = names(&identify(&spectrum, None));
    for channel in [60, 200, 410] {
        spectrum.counts[channel] += 1_048_576.0;
    }
    let answer = identify(&spectrum, None);
    assert_eq!(names(&answer), before);
    assert_eq!(answer.basis.spikes, 3);
}

/// A damaged file names nothing that the whole one does not, unless something is said about it.
#[test]
fn damage_never_invents_a_nuclide_in_silence() {
    let mut dice = 2_463_534_242_u64;
    for (family, bytes) in made::every_family() {
        let (whole, before) = format::read(&bytes, None).expect("read");
        let codes = |findings: &[spectra::finding::Finding]| -> Vec<String> {
            findings.iter().map(|finding| finding.code.clone()).collect()
        };
        let before = codes(&before);
        let named = identify_file(&whole, None).map(|answered| names(&answered.identification)).unwrap_or_default();
        for n in 0..16 {
            let mut damaged = bytes.clone();
            let at = (uniform(&mut dice) * bytes.len() as f64) as usize;
            if n < 4 {
                damaged.truncate(at);
            } else {
                damaged[at] ^= 1 << (n % 8);
            }
            let Ok((file, findings)) = format::read(&damaged, None) else { continue };
            if file.spectra == whole.spectra {
                continue;
            }
            let Some(answered) = identify_file(&file, None) else { continue };
            let invented: Vec<String> =
                names(&answered.identification).into_iter().filter(|name| !named.contains(name)).collect();
            let said =
                codes(&findings).iter().any(|code| !before.contains(code)) || !answered.summary.findings.is_empty();
            assert!(invented.is_empty() || said, "{family}, damage {n} at byte {at}: {invented:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    /// Any numbers at all are borne: negative, huge, no time, an axis that runs back.
    #[test]
    fn any_spectrum_is_borne(
        counts in prop::collection::vec(prop_oneof![Just(0.0), -1e3..1e6_f64, Just(1e300), Just(f64::NAN)], 0..700),
        coefficients in prop::collection::vec(-3e3..3e3_f64, 0..5),
        live_time in prop::option::of(prop_oneof![Just(0.0), Just(-1.0), Just(f64::INFINITY), 0.1..1e4_f64]),
    ) {
        let calibration = EnergyCalibration::Polynomial { coefficients, deviation_pairs: Vec::new() };
        let spectrum = Spectrum { counts, live_time, calibration, ..Spectrum::default() };
        let answer = identify(&spectrum, Some(&spectrum));
        prop_assert!(answer.nuclides.iter().all(|named| (0.0..=1.0).contains(&named.confidence)));
    }
}
