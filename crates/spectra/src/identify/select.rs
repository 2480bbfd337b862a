//! Chooses the sources that together explain a spectrum: the best explanation of what is left is added, all heights are
//! fitted again, and what is no longer needed is taken out.

use super::adjust;
use super::candidate::{Candidate, groups};
use super::domain::{Domain, Shape, Sheet};
use super::efficiency::TRIALS;
use super::evidence::{Seen, gather, shade};
use super::fit::Fit;
use super::{rules, scatter, solve};
use crate::nuclide::{Source, library};

/// A source in the explanation.
#[derive(Debug, Clone)]
pub(crate) struct Chosen<'a> {
    pub(crate) source: &'a Source,
    pub(crate) trial: usize,
    pub(crate) shape: Shape,
    pub(crate) height: f64,
    /// What χ² loses when it is taken out.
    pub(crate) gain: f64,
    pub(crate) evidence: Vec<Seen>,
    /// Others that would have explained the same nearly as well.
    pub(crate) alternatives: Vec<String>,
    /// In the fit from the beginning as part of every scene.
    pub(crate) is_natural: bool,
    /// Counts in its strongest peak.
    pub(crate) strongest: f64,
}

/// The explanation.
#[derive(Debug)]
pub(crate) struct Explanation<'a> {
    pub(crate) chosen: Vec<Chosen<'a>>,
    pub(crate) residual: Vec<f64>,
    /// Variance with what the model itself may be wrong by.
    pub(crate) variance: Vec<f64>,
    /// Height of the annihilation peak beyond what sources explain, in counts.
    pub(crate) annihilation: f64,
    /// Height of the crystal's own activity, in counts, and what χ² loses without it.
    pub(crate) intrinsic: Option<(f64, f64)>,
}

impl Explanation<'_> {
    /// Height of a chosen source, in decays that would leave counts; zero when it is not chosen.
    pub(crate) fn height(&self, name: &str) -> f64 {
        self.chosen.iter().find(|chosen| chosen.source.name == name).map_or(0.0, |chosen| chosen.height)
    }
}

/// The most sources that are named beside the natural background.
const MOST: usize = 8;

/// Explains a spectrum.
pub(crate) fn explain<'a>(domain: &'a Domain) -> Explanation<'a> {
    let mut sheets: Vec<Sheet> = TRIALS.iter().map(|_| Sheet::new(domain.prepared.len())).collect();
    let mut sheet = Sheet::new(domain.prepared.len());
    let mut fit = Fit::new(domain, &mut sheet);
    let mut candidates: Vec<Candidate<'a>> = library()
        .sources
        .iter()
        .filter(|source| rules::may_be_named(source, domain))
        .map(|source| Candidate::new(domain, source, &mut sheets))
        .collect();
    // What explains nothing in the whole spectrum will not explain what is left of it.
    let mut hopeful = rank(domain, &candidates, &fit.residual(), &fit.variance);
    hopeful.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    let mut order: Vec<usize> = hopeful.iter().take(60).map(|entry| entry.index).collect();
    let is_natural = |index: &usize| scatter::is_natural(candidates[*index].source);
    order.extend((0..candidates.len()).filter(is_natural).filter(|index| !order.contains(index)).collect::<Vec<_>>());
    candidates = keep(candidates, &order);
    // Twice: what falls when everything is named may have stood in the way of what is right.
    for _ in 0..2 {
        fit.name_all(&mut candidates, &mut sheet);
        if !fit.is_furnished {
            fit.furnish(&mut candidates, &mut sheet);
            fit.name_all(&mut candidates, &mut sheet);
        }
        if !fit.verify() {
            break;
        }
    }
    fit.finish()
}

/// A candidate with the trial that explains most of what is left.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    index: usize,
    trial: usize,
    height: f64,
    gain: f64,
}

fn rank(domain: &Domain, candidates: &[Candidate<'_>], residual: &[f64], variance: &[f64]) -> Vec<Ranked> {
    let mut ranked = Vec::new();
    for (index, candidate) in candidates.iter().enumerate() {
        if let Some((gain, trial, height)) = best_trial(domain, candidate, residual, variance)
            && gain > rules::least_gain(candidate.source)
        {
            ranked.push(Ranked { index, trial, height, gain });
        }
    }
    ranked.sort_by(|a, b| b.gain.total_cmp(&a.gain));
    ranked
}

fn keep<'a>(candidates: Vec<Candidate<'a>>, order: &[usize]) -> Vec<Candidate<'a>> {
    let mut slots: Vec<Option<Candidate<'a>>> = candidates.into_iter().map(Some).collect();
    order.iter().filter_map(|index| slots[*index].take()).collect()
}

/// The trial that explains most of what is left: gain in χ², trial, height.
pub(super) fn best_trial(
    domain: &Domain,
    candidate: &Candidate<'_>,
    residual: &[f64],
    variance: &[f64],
) -> Option<(f64, usize, f64)> {
    let mut best: Option<(f64, usize, f64)> = None;
    let is_natural = scatter::is_natural(candidate.source);
    for (trial, shape) in candidate.shapes.iter().enumerate() {
        // Natural activity is all around: a shield is not assumed for it.
        if is_natural && TRIALS[trial].is_shielded() {
            continue;
        }
        let (mut along, mut own) = (0.0, 0.0);
        for (channel, value) in shape.iter() {
            let weighted = value * domain.weight(channel, variance[channel]);
            along += weighted * residual[channel];
            own += weighted * value;
        }
        if along <= 0.0 || own <= 0.0 {
            continue;
        }
        let gain = along * along / own - TRIALS[trial].cost;
        if best.is_none_or(|(most, ..)| gain > most) {
            best = Some((gain, trial, along / own));
        }
    }
    best
}

/// The peaks of chosen sources: energy and counts, as they would be behind the shield that was assumed and, as strong, without
/// it: a shield assumed too thick must not make the low lines of one source the evidence of another. Natural activity stands
/// only where it is clearly seen.
fn standing(domain: &Domain, chosen: &[Chosen<'_>]) -> Vec<(f64, f64)> {
    let clear = |chosen: &&Chosen<'_>| chosen.height > 0.0 && (!chosen.is_natural || chosen.gain > 60.0);
    let mut peaks = Vec::new();
    for chosen in chosen.iter().filter(clear) {
        let mut strongest = 0.0;
        for trial in [&TRIALS[chosen.trial], &TRIALS[0]] {
            let groups = groups(domain, chosen.source, trial);
            let most = groups.iter().map(|group| group.counts).fold(1e-300, f64::max);
            if strongest == 0.0 {
                strongest = chosen.height * most;
            }
            peaks.extend(groups.into_iter().map(|group| (group.energy, group.counts * strongest / most)));
        }
    }
    peaks
}

impl<'a> Fit<'a> {
    /// Adds the best explanation of what is left, until none holds.
    fn name_all(&mut self, candidates: &mut Vec<Candidate<'a>>, sheet: &mut Sheet) {
        let domain = self.domain;
        while self.chosen.iter().filter(|chosen| !chosen.is_natural).count() < MOST {
            let residual = self.residual();
            let explained: Vec<f64> = domain.filtered.answer.iter().zip(&residual).map(|(a, r)| a - r).collect();
            let standing = standing(domain, &self.chosen);
            let mut holding: Vec<(f64, Ranked)> = Vec::new();
            let ranked = rank(domain, candidates, &residual, &self.variance);
            let gain_of = |name: &str| {
                let of = |entry: &&Ranked| candidates[entry.index].source.name == name;
                ranked.iter().find(of).map_or(0.0, |entry| entry.gain)
            };
            // One and the same broad peak at 185 keV must not be given away as the harmless of the two.
            let uranium = gain_of("U-235");
            for entry in ranked.iter().take(25).copied() {
                let name = candidates[entry.index].source.name.as_str();
                let is_low = ["I-125", "Pd-103", "Pb-210"].contains(&name) && !self.is_furnished;
                if is_low || name == "Cu-67" && uranium > 0.8 * entry.gain {
                    continue;
                }
                let rivals = ranked.iter().map(|other| (candidates[other.index].source.commonness, other.gain));
                let own = candidates[entry.index].source;
                if rules::is_better_unnamed(domain, own, &TRIALS[entry.trial], entry.gain, rivals) {
                    continue;
                }
                if holding.first().is_some_and(|(_, first)| entry.gain < 0.5 * first.gain) {
                    break;
                }
                let candidate = &candidates[entry.index];
                let (trial, shape) = (&TRIALS[entry.trial], &candidate.shapes[entry.trial]);
                let mut evidence =
                    gather(domain, candidate.source, trial, shape, entry.height, &explained, &self.variance);
                shade(domain, &mut evidence, &standing);
                if rules::holds(domain, candidate.source, &evidence, &self.chosen) {
                    holding.push((rules::merit(domain, candidate.source, trial, entry.gain, &evidence), entry));
                }
            }
            holding.sort_by(|a, b| b.0.total_cmp(&a.0));
            let Some((merit, best)) = holding.first().copied() else { return };
            let alternatives = holding
                .iter()
                .skip(1)
                .filter(|(other, _)| *other > merit - 40.0)
                .map(|(_, entry)| candidates[entry.index].source.name.clone())
                .take(4)
                .collect();
            let candidate = candidates.remove(best.index);
            let before = solve::chi_square(domain, &self.variance, &self.model);
            let variance = self.variance.clone();
            let shape = candidate.shapes[best.trial].clone();
            self.add(candidate.source, best.trial, shape, best.height, alternatives, sheet);
            let after = solve::chi_square(domain, &variance, &self.model);
            if before - after < rules::least_gain(candidate.source) {
                self.remove_last();
                continue;
            }
            self.prune();
        }
    }

    /// Asks the rules again with everything named: what stands in the shadow of a source that was named later falls.
    fn verify(&mut self) -> bool {
        let mut any = false;
        loop {
            let mut order: Vec<usize> = (0..self.chosen.len()).filter(|n| !self.chosen[*n].is_natural).collect();
            order.sort_by(|a, b| self.chosen[*a].gain.total_cmp(&self.chosen[*b].gain));
            let fallen = order.into_iter().find(|n| !self.still_holds(*n));
            let Some(fallen) = fallen else { return any };
            any = true;
            let removed = self.chosen.remove(fallen);
            self.beside.retain(|(name, _)| *name != removed.source.name);
            self.refit();
            self.prune();
        }
    }

    fn still_holds(&self, index: usize) -> bool {
        let one = &self.chosen[index];
        let others: Vec<Chosen<'a>> =
            self.chosen.iter().enumerate().filter(|(n, _)| *n != index).map(|(_, chosen)| chosen.clone()).collect();
        let mut model = self.model.clone();
        for (channel, value) in one.shape.iter() {
            model[channel] -= one.height * value;
        }
        let left = self.domain.filtered.answer.iter().zip(&model).map(|(answer, model)| answer - model).collect();
        let left = adjust::adjusted(self.domain, &others, left, &self.variance);
        let explained: Vec<f64> = self.domain.filtered.answer.iter().zip(&left).map(|(a, r)| a - r).collect();
        // The doubt of its own model is no doubt about what is seen.
        let shapes: Vec<&Shape> = others.iter().map(|other| &other.shape).collect();
        let heights: Vec<f64> = others.iter().map(|other| other.height).collect();
        let variance = self.widened(&shapes, &heights);
        let trial = &TRIALS[one.trial];
        let mut evidence = gather(self.domain, one.source, trial, &one.shape, one.height, &explained, &variance);
        shade(self.domain, &mut evidence, &standing(self.domain, &others));
        rules::holds(self.domain, one.source, &evidence, &others)
    }

    fn finish(mut self) -> Explanation<'a> {
        for n in 0..self.chosen.len() {
            let chosen = &self.chosen[n];
            let mut others = self.model.clone();
            for (channel, value) in chosen.shape.iter() {
                others[channel] -= chosen.height * value;
            }
            let evidence = gather(
                self.domain,
                chosen.source,
                &TRIALS[chosen.trial],
                &chosen.shape,
                chosen.height,
                &others,
                &self.variance,
            );
            self.chosen[n].evidence = evidence;
        }
        let residual = self.residual();
        let annihilation = self.heights.get(self.chosen.len()).copied().unwrap_or(0.0);
        let intrinsic = self.intrinsic.as_ref().map(|shape| {
            let height = self.heights.get(self.chosen.len() + self.always.len()).copied().unwrap_or(0.0);
            let gain: f64 =
                shape.iter().map(|(c, value)| self.domain.weight(c, self.variance[c]) * (height * value).powi(2)).sum();
            (height, gain)
        });
        Explanation { chosen: self.chosen, residual, variance: self.variance, annihilation, intrinsic }
    }
}
