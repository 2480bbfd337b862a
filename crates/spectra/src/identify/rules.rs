//! The rules an analyst keeps before a nuclide is named. Each answers to a way in which programs are known to be wrong
//! with confidence.

use super::candidate::groups;
use super::domain::Domain;
use super::efficiency::{TRIALS, Trial};
use super::evidence::Seen;
use super::scatter::backscatter;
use super::select::{Chosen, Explanation};
use crate::analysis::width::is_high_resolution;
use crate::nuclide::{Category, LineKind, Source};

/// Sources that no spectrum can tell from another that is named instead: pure positron emitters are "positron emitter",
/// and the daughters of thorium-228 are its series.
const NAMED_OTHERWISE: [&str; 8] = ["F-18", "Ra-224", "Pb-212", "U-232", "Th-232", "Ge-68", "Rb-82", "Pu-240"];

/// What must be seen before a nuclide is named, beside the general rules: energies in keV, of which at least so many.
const REQUIRED: &[(&str, usize, &[f64])] = &[
    // 68.9 and 70.8 keV are x-rays of mercury; a badly placed 59.5 keV line looks like them.
    ("Tl-201", 2, &[70.0, 167.43, 135.34]),
    ("Yb-169", 3, &[63.1, 109.8, 130.5, 177.2, 198.0, 307.7]),
    ("Ga-67", 3, &[93.3, 184.6, 300.2, 393.5]),
    ("Cu-67", 2, &[92.5, 184.6]),
    ("I-131", 2, &[364.5, 637.0, 284.3, 80.2]),
    ("Pu-239", 3, &[375.05, 413.71, 129.3, 345.0, 203.5, 98.5, 51.6]),
    ("U-233", 3, &[42.4, 97.1, 146.3, 164.5, 245.3, 291.4, 317.2]),
    ("Np-237", 2, &[86.5, 312.0, 300.1, 340.5]),
];

/// Whether a source can be named at all with this spectrum.
pub(crate) fn may_be_named(source: &Source, domain: &Domain) -> bool {
    if NAMED_OTHERWISE.contains(&source.name.as_str()) {
        return false;
    }
    let weak = ["Pu-238", "Pa-231", "Cm-243", "Tl-204", "Sr-89", "Ru-106", "Am-243", "U-233"];
    is_high_resolution(domain.width.class) || !weak.contains(&source.name.as_str())
}

/// How much of χ² a source must explain before it is named.
pub(crate) fn least_gain(source: &Source) -> f64 {
    let special = if source.category() == Category::SpecialNuclear { 40.0 } else { 0.0 };
    30.0 + 8.0 * f64::from(source.commonness) + special
}

/// How well a candidate that holds explains what is left, to choose between those that explain nearly the same: by what
/// is missing, how far its main peak stands aside, how seldom it is met, and how much of it a shield would have to hide.
pub(crate) fn merit(domain: &Domain, source: &Source, trial: &Trial, gain: f64, evidence: &[Seen]) -> f64 {
    let Some(main) = evidence.iter().max_by(|a, b| a.expected.total_cmp(&b.expected)) else { return f64::NEG_INFINITY };
    let missing: f64 = evidence.iter().filter(|s| s.is_missing() && !s.shadowed).map(|s| s.expected.powi(2)).sum();
    let fwhm = domain.width.fwhm(main.group.energy);
    let aside = (main.shift / (0.08 * fwhm + fwhm / main.seen.max(1.0))).powi(2);
    let strongest = source.lines.iter().filter(|l| l.line.kind == LineKind::Gamma).map(|l| l.line.intensity);
    let strongest = strongest.fold(0.0, f64::max);
    let near = |l: &&crate::nuclide::SourceLine| (l.line.energy - main.group.leading).abs() < 0.3 * fwhm;
    let own: f64 = source.lines.iter().filter(near).map(|l| l.line.intensity).fold(0.0, f64::max);
    let hidden = (strongest / own.max(1e-12)).max(1.0).ln();
    // Two peaks at the right places are seldom an accident.
    let peaks = evidence.iter().filter(|s| s.is_there() && !s.shadowed && s.seen > 8.0 && s.expected > 4.0).count();
    400.0 * gain.max(1.0).ln() + 60.0 * (peaks.clamp(1, 4) - 1) as f64
        - 12.0 * (1.0 / own.max(1e-12)).max(1.0).ln()
        - missing.min(400.0)
        - aside.min(200.0)
        - 8.0 * f64::from(source.commonness)
        - 15.0 * hidden
        - 5.0 * trial.cost
}

/// Whether the lines that are seen carry the claim.
pub(crate) fn holds(domain: &Domain, source: &Source, evidence: &[Seen], chosen: &[Chosen<'_>]) -> bool {
    let Some(main) = evidence.iter().max_by(|a, b| a.expected.total_cmp(&b.expected)) else { return false };
    if !main.is_there() || main.seen < 4.0 {
        return false;
    }
    let sum = |of: &dyn Fn(&&Seen) -> bool| -> f64 { evidence.iter().filter(of).map(|s| s.expected.powi(2)).sum() };
    let all = sum(&|s| s.expected > 2.0).max(1e-9);
    let there = sum(&|s| s.expected > 2.0 && s.is_there());
    let missing = sum(&|s| s.is_missing());
    if there / all < 0.7 || missing / all > 0.15 {
        return false;
    }
    let high = is_high_resolution(domain.width.class);
    // A broad peak hardly above the doubt of a crowded spectrum is no beginning for a name that is seldom met.
    let doubtful = if domain.prepared.background.is_some() { 4.0 } else { 6.0 };
    if !high && main.seen < doubtful + f64::from(source.commonness) {
        return false;
    }
    let supported: Vec<&Seen> = evidence.iter().filter(|s| s.is_there() && s.expected > 2.5 && !s.shadowed).collect();
    // What carries the claim must not stand in the shadow of a stronger peak of a source already named.
    let open = sum(&|s| s.expected > 2.0 && !s.shadowed).max(1e-9);
    let open_there = sum(&|s| s.expected > 2.0 && !s.shadowed && s.is_there());
    if supported.is_empty() || open_there / open < 0.6 || open / all < 0.25 {
        return false;
    }
    // Peaks must stand where they should, as far as their statistics and the calibration allow.
    let off = |s: &Seen| {
        let fwhm = domain.width.fwhm(s.group.energy);
        let channel = domain.prepared.channel_width(domain.prepared.position(s.group.energy).unwrap_or(0.0) as usize);
        let allowed = if high { 0.45 * fwhm + 0.6 * channel } else { 0.30 * fwhm + 0.6 * channel };
        s.shift.abs() > allowed + fwhm / s.seen.max(1.0)
    };
    if off(main) {
        return false;
    }
    // X-rays alone name nothing but the two nuclides that have nothing else, and those only where the surroundings were
    // taken away and no other source is named.
    let is_gamma = |s: &Seen| s.group.kind != LineKind::XRay && s.group.energy > 45.0;
    let gammas: Vec<&&Seen> = supported.iter().filter(|s| is_gamma(s)).collect();
    let named = chosen.iter().any(|c| !c.is_natural);
    if gammas.is_empty() {
        let only_x_rays = ["I-125", "Pd-103"].contains(&source.name.as_str());
        return only_x_rays && !named && main.seen > 12.0 && domain.prepared.background.is_some();
    }
    // Who has a second line worth a fifth of the first must show two.
    let most = evidence.iter().map(|s| s.counts).fold(0.0, f64::max);
    let lines = evidence.iter().filter(|s| s.group.energy > 50.0 && s.counts > 0.2 * most).count();
    let shown = supported.iter().filter(|s| s.group.energy > 50.0).count();
    if lines >= 2 && shown < 2 {
        return false;
    }
    let could_show = evidence.iter().filter(|s| s.expected > 3.0 && is_gamma(s)).count();
    if source.commonness >= 2 && could_show >= 2 && gammas.len() < 2 {
        return false;
    }
    if supported.len() < 2 && (main.seen < 5.5 || by_scatter(domain, main, chosen)) {
        return false;
    }
    if source.name == "Pb-210" && !high && (main.seen < 8.0 || domain.prepared.background.is_none()) {
        return false;
    }
    // A weak peak beside strong sources may be anything that scattering makes.
    if !high && gammas.len() < 3 {
        let strongest = chosen.iter().map(|c| c.strongest).fold(0.0, f64::max);
        let own = gammas.iter().map(|s| s.counts).fold(0.0, f64::max);
        if own < 0.03 * strongest {
            return false;
        }
    }
    let required = REQUIRED.iter().find(|(name, ..)| *name == source.name);
    if let Some((_, least, energies)) = required {
        let near = |energy: &&f64| {
            let reach = 0.5 * domain.width.fwhm(**energy);
            supported.iter().any(|s| (s.group.energy - **energy).abs() < reach.max(1.0))
        };
        if energies.iter().filter(near).count() < *least {
            return false;
        }
    }
    special_nuclear_holds(domain, source, &supported, chosen)
}

/// Whether a nuclide that is seldom met and has one line only is better left unnamed, because one that is met more often
/// explains the same peak nearly as well, and is not named for want of its other lines. `rivals` are the commonness and
/// the gain in χ² of every candidate.
pub(crate) fn is_better_unnamed(
    domain: &Domain,
    source: &Source,
    trial: &Trial,
    gain: f64,
    mut rivals: impl Iterator<Item = (u8, f64)>,
) -> bool {
    if source.commonness < 2 || is_high_resolution(domain.width.class) {
        return false;
    }
    let peaks = groups(domain, source, trial);
    let most = peaks.iter().map(|group| group.counts).fold(0.0, f64::max);
    let lines = peaks.iter().filter(|group| group.counts > 0.1 * most).count();
    lines <= 1 && rivals.any(|(commonness, other)| commonness < source.commonness && other > 0.85 * gain)
}

/// Whether a single peak is where backscatter of a source already named makes one.
pub(super) fn by_scatter(domain: &Domain, main: &Seen, chosen: &[Chosen<'_>]) -> bool {
    if is_high_resolution(domain.width.class) {
        return false;
    }
    let energy = main.group.energy;
    chosen.iter().filter(|c| c.strongest > 0.7 * main.counts).any(|c| {
        c.source.lines.iter().filter(|l| l.line.intensity > 0.05 && l.line.energy > 250.0).any(|l| {
            let back = backscatter(l.line.energy);
            let edge = l.line.energy - back;
            (energy - back).abs() < 0.7 * domain.width.fwhm(back) + 8.0
                || (energy - edge).abs() < 0.5 * domain.width.fwhm(edge)
        })
    })
}

/// No special nuclear material from one overlapping line. Uranium-235 needs 185.7 keV and one of its companions; with
/// radium present, whose 186.2 keV cannot be told from it, two of them.
fn special_nuclear_holds(domain: &Domain, source: &Source, supported: &[&Seen], chosen: &[Chosen<'_>]) -> bool {
    if source.category() != Category::SpecialNuclear {
        return true;
    }
    let seen = |energy: f64| {
        let reach = (0.4 * domain.width.fwhm(energy)).max(1.0);
        supported.iter().any(|s| (s.group.energy - energy).abs() < reach)
    };
    if source.name == "U-235" {
        let companions = [143.8, 163.4, 205.3].into_iter().filter(|energy| seen(*energy)).count();
        let radium = chosen.iter().any(|c| c.source.name == "Ra-226" && c.height > 0.0 && c.gain > 100.0);
        let needed = if radium && is_high_resolution(domain.width.class) { 2 } else { 1 };
        return seen(185.7) && companions >= needed;
    }
    let high = is_high_resolution(domain.width.class);
    let strongest = chosen.iter().map(|c| c.strongest).fold(0.0, f64::max);
    let own = supported.iter().map(|s| s.counts).fold(0.0, f64::max);
    let named = chosen.iter().any(|c| !c.is_natural) || own < 0.5 * strongest;
    let weakest = supported.iter().map(|s| s.seen).fold(f64::INFINITY, f64::min);
    // A broad peak has room for many names: a low-resolution spectrum carries these only alone and strongly.
    (supported.len() >= 3 || source.name == "Np-237" && supported.len() >= 2) && (high || !named && weakest > 4.0)
}

/// Uranium in the shares of nature beside its daughters is the radium series, and uranium-235 in its natural share is natural
/// uranium, not a nuclide of its own.
pub(crate) fn is_part_of_nature(name: &str, explanation: &Explanation<'_>) -> bool {
    let radium = explanation.height("Ra-226");
    let potassium = explanation.height("K-40");
    match name {
        // Activity of U-235 in natural uranium is 0.046 of that of U-238, which in ore is that of radium. Which shield is
        // assumed for which of them makes heights uncertain, so counts are asked as well: in nature its 185.7 keV has about
        // an eighth of those in radium's strongest line.
        "U-235" => {
            let uranium = explanation.height("U-238").max(radium);
            let strongest = |name: &str| {
                explanation
                    .chosen
                    .iter()
                    .find(|chosen| chosen.source.name == name)
                    .map_or(0.0, |chosen| chosen.strongest)
            };
            // Where all of nature is clearly seen, radon that escapes takes its daughters from radium's lines.
            let part = if is_natural_scene(explanation) { 0.5 } else { 0.25 };
            explanation.height("U-235") < 0.046 * 2.5 * uranium || strongest("U-235") < part * strongest("Ra-226")
        }
        "U-238" => {
            let own = explanation.height("U-238");
            own < 5.0 * radium && own < 0.6 * potassium
        }
        "Pb-210" => explanation.height("Pb-210") < 4.0 * radium,
        _ => false,
    }
}

/// Whether potassium, radium and thorium are all clearly seen.
fn is_natural_scene(explanation: &Explanation<'_>) -> bool {
    let clear = |name: &str| explanation.chosen.iter().any(|one| one.source.name == name && one.gain > 60.0);
    ["K-40", "Ra-226", "Th-228"].into_iter().all(clear)
}

/// Whether uranium-235 among clearly natural lines may be that of natural uranium, because the 1001 keV of its uranium-238
/// (0.0084 photons a decay, against 0.572 of uranium-235 with 0.046 of the activity) could have stayed unseen. Then uranium is
/// named, and its enrichment is not claimed.
pub(crate) fn is_uranium_of_unknown_share(domain: &Domain, explanation: &Explanation<'_>) -> bool {
    let Some(uranium) = explanation.chosen.iter().find(|one| one.source.name == "U-235") else { return false };
    if !is_natural_scene(explanation) {
        return false;
    }
    let efficiency = |energy: f64| TRIALS[0].counts(domain.width.class, energy).max(1e-12);
    let expected = uranium.strongest * 0.0084 / (0.572 * 0.046) * efficiency(1001.03) / efficiency(185.7);
    let Some(position) = domain.prepared.position(1001.03) else { return true };
    let channel = position.round().max(0.0) as usize;
    if channel >= domain.end {
        return true;
    }
    // A line of so many counts answers the filter with 2^(−3/2) of them.
    let seen = domain.filtered.answer[channel] * 2.83;
    seen + 3.0 * 2.83 * domain.filtered.variance[channel].sqrt() > 0.5 * expected
}
