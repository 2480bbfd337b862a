//! From the explanation to the answer.

use super::confidence::{Grounds, SAID, SAID_OF_SPECIAL_NUCLEAR, share_unexplained};
use super::domain::Domain;
use super::efficiency::TRIALS;
use super::evidence::Seen;
use super::gain::{self, Correction};
use super::select::{Chosen, Explanation, explain};
use super::{Basis, Identification, LineEvidence, LineVerdict, Named, Outcome};
use super::{rules, series};
use crate::analysis::class::estimate;
use crate::analysis::limit::detection_limit;
use crate::analysis::peaks::{self, Peak};
use crate::analysis::prepared::{BackgroundRefused, Prepared};
use crate::nuclide::{Category, LIBRARY_VERSION, library};
use crate::spectrum::Spectrum;

/// Fewer counts than this say nothing.
const FEWEST_COUNTS: f64 = 60.0;

/// Says what a spectrum shows. `background` is the same place without the item; it is scaled by live time.
pub fn identify(foreground: &Spectrum, background: Option<&Spectrum>) -> Identification {
    let mut basis = Basis {
        class: foreground.detector.class,
        class_estimated: false,
        fwhm_662: None,
        gain: 1.0,
        offset: 0.0,
        background_used: false,
        background_refused: None,
        spikes: 0,
        library: LIBRARY_VERSION.to_owned(),
        counts: foreground.counts.iter().filter(|c| c.is_finite()).sum(),
        live_fraction: foreground.live_time.zip(foreground.real_time).filter(|(_, r)| *r > 0.0).map(|(l, r)| l / r),
    };
    let Some(estimate) = estimate(foreground, foreground.detector.class) else {
        return nothing(basis, Outcome::Uncalibrated);
    };
    let width = estimate.width;
    basis.class = Some(width.class);
    basis.class_estimated = estimate.estimated;
    basis.fwhm_662 = Some(width.fwhm(661.7));
    let Some(prepared) = Prepared::of(foreground, &width) else {
        return nothing(basis, Outcome::Uncalibrated);
    };
    basis.counts = prepared.total();
    basis.spikes = prepared.spikes;
    if basis.counts < FEWEST_COUNTS {
        return nothing(basis, Outcome::TooFewCounts);
    }
    // Drift is looked for in what was counted, for the surroundings are in it, and corrected after the background was taken
    // away, which mostly drifted alike.
    let mut domain = Domain::new(prepared, width);
    let drift = gain::by_natural_lines(&domain);
    if let Some(background) = background {
        match domain.prepared.subtract(background) {
            Ok(()) => {
                basis.background_used = true;
                domain = Domain::new(domain.prepared, width);
            }
            Err(BackgroundRefused::NoLiveTime) => basis.background_refused = Some("no-live-time".to_owned()),
            Err(BackgroundRefused::Uncalibrated) => basis.background_refused = Some("uncalibrated".to_owned()),
        }
    }
    if let Some(correction) = drift {
        correct(&mut domain, &mut basis, correction);
    }
    let explanation = explain(&domain);
    let Some(correction) = gain::by_identified_lines(&domain, &explanation) else {
        return answer(&domain, &explanation, basis);
    };
    let mut domain = domain.clone();
    correct(&mut domain, &mut basis, correction);
    let explanation = explain(&domain);
    answer(&domain, &explanation, basis)
}

fn answer(domain: &Domain, explanation: &Explanation<'_>, basis: Basis) -> Identification {
    let width = domain.width;
    let found = peaks::find(&domain.prepared, &domain.filtered, &width, 4.5, 60);
    let mut left = explanation.residual.clone();
    let share = share_unexplained(&found, &unexplained(domain, explanation, &left, &found));
    let (mut nuclides, mut unsure): (Vec<Named>, Vec<Named>) = (Vec::new(), Vec::new());
    for chosen in &explanation.chosen {
        if rules::is_part_of_nature(&chosen.source.name, explanation) {
            continue;
        }
        let Some(mut named) = named(domain, chosen, basis.background_used) else { continue };
        if chosen.is_natural {
            nuclides.push(named);
            continue;
        }
        named.grounds = Grounds::of(domain, explanation, chosen, &found, share);
        let confidence = named.grounds.map_or(0.0, |grounds| grounds.confidence());
        named.confidence = (confidence * 1000.0).round() / 1000.0;
        let mut special = chosen.source.category() == Category::SpecialNuclear;
        if named.nuclide == "U-235" && rules::is_uranium_of_unknown_share(domain, explanation) {
            special = false;
            named = uranium(named);
        }
        if confidence >= if special { SAID_OF_SPECIAL_NUCLEAR } else { SAID } {
            // Uranium may have been named already, by its own lines.
            if !nuclides.iter().any(|one| one.nuclide == named.nuclide) {
                nuclides.push(named);
            }
        } else {
            // What is not named explains nothing.
            for (channel, value) in chosen.shape.iter() {
                left[channel] += chosen.height * value;
            }
            unsure.push(named);
        }
    }
    let unexplained = unexplained(domain, explanation, &left, &found);
    series::thorium(domain, explanation, &mut nuclides);
    nuclides.extend(positron_emitter(domain, explanation, &found));
    nuclides.extend(intrinsic(domain, explanation, basis.class_estimated));
    nuclides.sort_by(|a, b| {
        a.is_natural_background.cmp(&b.is_natural_background).then(b.confidence.total_cmp(&a.confidence))
    });
    let outcome = outcome(domain, &nuclides, &unexplained, &basis);
    Identification { nuclides, unsure, outcome, unexplained, peaks: found, basis }
}

/// Uranium whose share of uranium-235 may be that of nature, named for its parent, with the other as what it also may be.
fn uranium(named: Named) -> Named {
    let categories = library().source("U-238").map_or_else(Vec::new, |source| source.categories.clone());
    let (alternatives, seen_through) = (vec!["U-235".to_owned()], vec!["U-235".to_owned()]);
    Named { nuclide: "U-238".to_owned(), categories, alternatives, seen_through, ..named }
}

fn correct(domain: &mut Domain, basis: &mut Basis, correction: Correction) {
    correction.apply(domain);
    basis.gain *= correction.factor;
    basis.offset = basis.offset * correction.factor + correction.offset;
}

fn nothing(basis: Basis, outcome: Outcome) -> Identification {
    Identification {
        nuclides: Vec::new(),
        unsure: Vec::new(),
        outcome,
        unexplained: Vec::new(),
        peaks: Vec::new(),
        basis,
    }
}

/// A nuclide of the explanation as it is named, where its evidence carries it.
fn named(domain: &Domain, chosen: &Chosen<'_>, background_used: bool) -> Option<Named> {
    let supported: Vec<&Seen> = chosen.evidence.iter().filter(|s| s.is_there() && s.expected > 2.0).collect();
    if chosen.is_natural && (chosen.gain < 16.0 || supported.is_empty()) {
        return None;
    }
    let all: f64 = chosen.evidence.iter().map(|s| s.expected.powi(2)).sum::<f64>().max(1e-9);
    let share = supported.iter().map(|s| s.expected.powi(2)).sum::<f64>() / all;
    let alone = if supported.len() < 2 { 0.8 } else { 1.0 };
    let doubt = if chosen.alternatives.is_empty() { 1.0 } else { 0.8 };
    let confidence = (chosen.gain / (chosen.gain + 40.0)).clamp(0.0, 1.0) * (0.5 + 0.5 * share) * alone * doubt;
    let mut seen_through: Vec<String> = Vec::new();
    for seen in &supported {
        let emitter = &chosen.source.members[seen.group.member].0;
        if *emitter != chosen.source.name && !seen_through.contains(emitter) {
            seen_through.push(emitter.clone());
        }
    }
    Some(Named {
        nuclide: chosen.source.name.clone(),
        confidence: (confidence * 1000.0).round() / 1000.0,
        grounds: None,
        categories: chosen.source.categories.clone(),
        seen_through,
        alternatives: chosen.alternatives.clone(),
        is_natural_background: chosen.is_natural && !background_used,
        is_intrinsic: false,
        is_shielded: TRIALS[chosen.trial].is_shielded(),
        lines: lines(domain, chosen),
    })
}

fn lines(domain: &Domain, chosen: &Chosen<'_>) -> Vec<LineEvidence> {
    let mut lines: Vec<LineEvidence> = chosen
        .evidence
        .iter()
        .map(|seen| {
            let verdict = if seen.is_there() {
                LineVerdict::Seen
            } else if seen.is_missing() {
                LineVerdict::Missing
            } else {
                LineVerdict::BelowLimit
            };
            let scale = if seen.expected > 0.0 { seen.counts / seen.expected } else { seen.deviation_counts };
            LineEvidence {
                energy: seen.group.leading,
                emitter: chosen.source.members[seen.group.member].0.clone(),
                verdict,
                expected: seen.counts,
                seen: seen.seen * scale,
                uncertainty: scale.max(seen.deviation_counts),
                significance: seen.seen,
                detection_limit: detection_limit(continuum(domain, seen.group.energy)),
            }
        })
        .collect();
    lines.sort_by(|a, b| b.expected.total_cmp(&a.expected));
    lines.truncate(12);
    lines
}

/// Counts within one full width at an energy.
fn continuum(domain: &Domain, energy: f64) -> f64 {
    let half = 0.6 * domain.width.fwhm(energy);
    let at = |energy: f64| domain.prepared.position(energy).map_or(0, |p| p.round().max(0.0) as usize);
    let (from, to) = (at(energy - half), at(energy + half));
    domain.prepared.gross.get(from..=to).map_or(0.0, |counts| counts.iter().sum())
}

/// 511 keV well above what pair production in the surroundings makes.
fn positron_emitter(domain: &Domain, explanation: &Explanation<'_>, found: &[Peak]) -> Option<Named> {
    let position = domain.prepared.position(511.0)?;
    let channel = position.round() as usize;
    if channel >= domain.end {
        return None;
    }
    let answer = explanation.annihilation * (0.5_f64).powf(1.5);
    // Counting alone: what the model may be wrong by is in proportion to this very peak.
    let significance = answer / domain.filtered.variance[channel].sqrt();
    let emits = |c: &&Chosen<'_>| {
        let positrons = c.source.lines.iter().any(|l| (l.line.energy - 511.0).abs() < 0.2 && l.line.intensity > 0.05);
        c.height > 0.0 && positrons
    };
    let energetic: f64 = explanation
        .chosen
        .iter()
        .map(|c| c.evidence.iter().filter(|s| s.group.energy > 1100.0).map(|s| s.counts).sum::<f64>())
        .sum();
    // The fit may lean on 511 keV where it only lacks a valley between edges: the search must have found a peak there.
    let is_peak = |peak: &&Peak| (peak.energy - 511.0).abs() < 0.35 * domain.width.fwhm(511.0).max(1.0);
    let peak = found.iter().find(is_peak)?;
    if peak.significance < 8.0
        || significance < 8.0
        || explanation.chosen.iter().any(|c| emits(&c))
        || explanation.annihilation < 2.5 * energetic
    {
        return None;
    }
    let confidence = (significance / (significance + 8.0) * 1000.0).round() / 1000.0;
    Some(Named {
        nuclide: "positron emitter".to_owned(),
        confidence,
        grounds: None,
        categories: vec![Category::Medical],
        seen_through: Vec::new(),
        alternatives: ["F-18", "Ga-68", "Cu-64", "Zr-89"].map(str::to_owned).to_vec(),
        is_natural_background: false,
        is_intrinsic: false,
        is_shielded: false,
        lines: vec![LineEvidence {
            energy: 511.0,
            emitter: "annihilation".to_owned(),
            verdict: LineVerdict::Seen,
            expected: explanation.annihilation,
            seen: explanation.annihilation,
            uncertainty: domain.filtered.variance[channel].sqrt() * 2.83,
            significance,
            detection_limit: detection_limit(continuum(domain, 511.0)),
        }],
    })
}

/// The crystal's own activity: lanthanum bromide always holds La-138, and its 1436 and 1472 keV stand so near the
/// 1461 keV of K-40 that both share what is seen there.
fn intrinsic(domain: &Domain, explanation: &Explanation<'_>, estimated: bool) -> Option<Named> {
    let (height, gain) = explanation.intrinsic?;
    let potassium = explanation.chosen.iter().find(|chosen| chosen.source.name == "K-40")?;
    let gain = gain + if estimated { 0.0 } else { potassium.gain };
    let expected = height + potassium.height * potassium.source.lines.iter().map(|l| l.line.intensity).sum::<f64>();
    (gain > 25.0).then(|| Named {
        nuclide: "La-138".to_owned(),
        confidence: (gain / (gain + 40.0) * 1000.0).round() / 1000.0,
        grounds: None,
        categories: vec![Category::Natural],
        seen_through: Vec::new(),
        alternatives: vec!["K-40".to_owned()],
        is_natural_background: true,
        is_intrinsic: true,
        is_shielded: false,
        lines: vec![LineEvidence {
            energy: 1435.8,
            emitter: "La-138".to_owned(),
            verdict: LineVerdict::Seen,
            expected,
            seen: expected,
            uncertainty: expected / gain.sqrt(),
            significance: gain.sqrt(),
            detection_limit: detection_limit(continuum(domain, 1455.0)),
        }],
    })
}

/// Peaks that the explanation leaves.
fn unexplained(domain: &Domain, explanation: &Explanation<'_>, left: &[f64], found: &[Peak]) -> Vec<Peak> {
    found
        .iter()
        .filter(|peak| {
            let Some(position) = domain.prepared.position(peak.energy) else { return false };
            let channel = (position.round().max(0.0) as usize).min(domain.prepared.len() - 1);
            let left = left[channel];
            left / explanation.variance[channel].sqrt() > 6.0
                && left > 0.4 * domain.filtered.answer[channel]
                && peak.area > 5.0 * peak.area_uncertainty
        })
        .copied()
        .collect()
}

fn outcome(domain: &Domain, nuclides: &[Named], unexplained: &[Peak], basis: &Basis) -> Outcome {
    if nuclides.iter().any(|n| !n.is_natural_background && !n.is_intrinsic) {
        return Outcome::Identified;
    }
    if !unexplained.is_empty() {
        return Outcome::Unidentified;
    }
    if basis.background_used {
        let net: f64 = domain.prepared.net[domain.first()..domain.end].iter().sum();
        let variance: f64 = domain.prepared.variance[domain.first()..domain.end].iter().sum();
        let gross: f64 = domain.prepared.gross[domain.first()..domain.end].iter().sum();
        if net > 8.0 * variance.sqrt() && net > 0.3 * gross {
            return Outcome::BetaPossible;
        }
        return Outcome::NothingAboveBackground;
    }
    if nuclides.is_empty() && basis.counts < 1000.0 { Outcome::TooFewCounts } else { Outcome::NaturalOnly }
}
