//! Chooses the sources that together explain a spectrum: the best explanation of what is left is added, all heights are
//! fitted again, and what is no longer needed is taken out.

use super::adjust;
use super::candidate::{Candidate, groups};
use super::domain::{Domain, Shape, Sheet};
use super::efficiency::TRIALS;
use super::evidence::{Seen, gather, shade};
use super::{rules, scatter, solve};
use crate::analysis::width::is_high_resolution;
use crate::nuclide::{LineKind, Source, library};

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

struct Fit<'a> {
    domain: &'a Domain,
    chosen: Vec<Chosen<'a>>,
    always: Vec<Shape>,
    beside: Vec<(String, Shape)>,
    intrinsic: Option<Shape>,
    heights: Vec<f64>,
    model: Vec<f64>,
    variance: Vec<f64>,
    /// Whether what is in every scene, but must not come first, is in the fit.
    is_furnished: bool,
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
fn best_trial(
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

/// The peaks of chosen sources: energy and counts. Natural activity stands only where it is clearly seen.
fn standing(domain: &Domain, chosen: &[Chosen<'_>]) -> Vec<(f64, f64)> {
    let clear = |chosen: &&Chosen<'_>| chosen.height > 0.0 && (!chosen.is_natural || chosen.gain > 60.0);
    chosen
        .iter()
        .filter(clear)
        .flat_map(|chosen| {
            let groups = groups(domain, chosen.source, &TRIALS[chosen.trial]);
            groups.into_iter().map(|group| (group.energy, group.counts * chosen.height))
        })
        .collect()
}

impl<'a> Fit<'a> {
    fn new(domain: &'a Domain, sheet: &mut Sheet) -> Self {
        let mut fit = Fit {
            domain,
            chosen: Vec::new(),
            always: vec![scatter::annihilation(domain, sheet)],
            beside: Vec::new(),
            intrinsic: scatter::intrinsic(domain, sheet),
            heights: Vec::new(),
            model: vec![0.0; domain.prepared.len()],
            variance: domain.filtered.variance.clone(),
            is_furnished: false,
        };
        fit.refit();
        if !is_high_resolution(domain.width.class) && fit.annihilation_significance() > 15.0 {
            fit.always.extend(scatter::of_annihilation(domain, sheet));
            fit.refit();
        }
        fit.prune();
        fit
    }

    /// Puts what is in every scene into the fit: natural activity that was not named, and the x-rays of lead. They come
    /// after what explains the spectrum well, because a little of everything can be made to look like much.
    fn furnish(&mut self, candidates: &mut Vec<Candidate<'a>>, sheet: &mut Sheet) {
        self.is_furnished = true;
        for source in scatter::natural() {
            let Some(index) = candidates.iter().position(|candidate| candidate.source.name == source.name) else {
                continue;
            };
            let candidate = candidates.remove(index);
            let trial = best_trial(self.domain, &candidate, &self.residual(), &self.variance).map_or(0, |best| best.1);
            self.push(source, trial, candidate.shapes[trial].clone(), 0.0, Vec::new(), true);
        }
        self.always.push(scatter::lead(self.domain, sheet));
        self.refit();
        self.prune();
    }

    fn annihilation_significance(&self) -> f64 {
        let at = self.domain.prepared.position(511.0).map_or(usize::MAX, |position| position.round() as usize);
        match self.domain.filtered.variance.get(at) {
            Some(variance) => self.heights[self.chosen.len()] * 0.354 / variance.sqrt(),
            None => 0.0,
        }
    }

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

    fn push(
        &mut self,
        source: &'a Source,
        trial: usize,
        shape: Shape,
        height: f64,
        alternatives: Vec<String>,
        is_natural: bool,
    ) {
        let evidence = Vec::new();
        self.chosen.push(Chosen {
            source,
            trial,
            shape,
            height,
            gain: 0.0,
            evidence,
            alternatives,
            is_natural,
            strongest: 0.0,
        });
    }

    fn add(
        &mut self,
        source: &'a Source,
        trial: usize,
        shape: Shape,
        height: f64,
        alternatives: Vec<String>,
        sheet: &mut Sheet,
    ) {
        let is_natural = scatter::is_natural(source);
        self.push(source, trial, shape, height, alternatives, is_natural);
        for shape in scatter::of_source(self.domain, source, &TRIALS[trial], sheet) {
            self.beside.push((source.name.clone(), shape));
        }
        self.refit();
    }

    fn remove_last(&mut self) {
        if let Some(last) = self.chosen.pop() {
            self.beside.retain(|(name, _)| *name != last.source.name);
            self.refit();
        }
    }

    fn shapes(&self) -> Vec<&Shape> {
        let mut shapes: Vec<&Shape> = self.chosen.iter().map(|chosen| &chosen.shape).collect();
        shapes.extend(&self.always);
        shapes.extend(&self.intrinsic);
        shapes.extend(self.beside.iter().map(|(_, shape)| shape));
        shapes
    }

    fn refit(&mut self) {
        for _ in 0..2 {
            let shapes = self.shapes();
            let heights = solve::Normal::new(self.domain, &self.variance, &shapes).heights(|_| true);
            let model = solve::model(self.domain, &shapes, &heights);
            let variance = self.widened(&shapes, &heights);
            self.heights = heights;
            self.model = model;
            self.variance = variance;
        }
        for (chosen, height) in self.chosen.iter_mut().zip(&self.heights) {
            chosen.height = *height;
        }
        let domain = self.domain;
        for chosen in &mut self.chosen {
            let groups = groups(domain, chosen.source, &TRIALS[chosen.trial]);
            let gammas = groups.iter().filter(|group| group.kind != LineKind::XRay);
            chosen.strongest = chosen.height * gammas.map(|group| group.counts).fold(0.0, f64::max);
        }
    }

    /// Variance from counting, and from what a model of lines cannot be right about: widths, gain, shapes of peaks near a
    /// strong one, and scattering even more so.
    fn widened(&self, shapes: &[&Shape], heights: &[f64]) -> Vec<f64> {
        let domain = self.domain;
        let named = shapes.len().min(self.chosen.len());
        let part = if is_high_resolution(domain.width.class) { 0.06 } else { 0.10 };
        let mut doubt = vec![0.0_f64; domain.prepared.len()];
        for (n, (shape, height)) in shapes.iter().zip(heights).enumerate() {
            if *height > 0.0 {
                let part = if n < named { part } else { 0.3 };
                for (channel, value) in shape.iter() {
                    doubt[channel] += part * height * value.abs();
                }
            }
        }
        // A model that is too high must not excuse itself by its own height: no more is doubted than is there.
        for (channel, doubt) in doubt.iter_mut().enumerate() {
            let there = domain.filtered.answer[channel].abs() + 3.0 * domain.filtered.variance[channel].sqrt();
            *doubt = doubt.min(there);
        }
        // The hat crosses zero beside each peak: the doubt of the neighbourhood counts there too.
        let mut variance = domain.filtered.variance.clone();
        let mut decayed = 0.0_f64;
        let mut spread = vec![0.0_f64; doubt.len()];
        for channel in 0..doubt.len() {
            decayed = doubt[channel].max(decayed * (-0.5 / domain.filtered.kernel[channel]).exp());
            spread[channel] = decayed;
        }
        decayed = 0.0;
        for channel in (0..doubt.len()).rev() {
            decayed = doubt[channel].max(decayed * (-0.5 / domain.filtered.kernel[channel]).exp());
            let most = spread[channel].max(decayed);
            variance[channel] += most * most;
        }
        variance
    }

    /// What is left when each peak of a chosen source may stand a little aside and be a little higher or lower.
    fn residual(&self) -> Vec<f64> {
        let left = self.domain.filtered.answer.iter().zip(&self.model).map(|(answer, model)| answer - model).collect();
        adjust::adjusted(self.domain, &self.chosen, left, &self.variance)
    }

    /// What χ² loses without each chosen source, at the present variance.
    fn gains(&self) -> Vec<f64> {
        let shapes = self.shapes();
        let normal = solve::Normal::new(self.domain, &self.variance, &shapes);
        let with = normal.chi_square(&normal.heights(|_| true));
        let beside = shapes.len() - self.beside.len();
        (0..self.chosen.len())
            .map(|out| {
                if self.chosen[out].height <= 0.0 {
                    return 0.0;
                }
                let name = &self.chosen[out].source.name;
                let belongs = |n: usize| n == out || n >= beside && self.beside[n - beside].0 == *name;
                normal.chi_square(&normal.heights(|n| !belongs(n))) - with
            })
            .collect()
    }

    /// Takes out what is no longer needed, the least needed first.
    fn prune(&mut self) {
        loop {
            let gains = self.gains();
            for (chosen, gain) in self.chosen.iter_mut().zip(&gains) {
                chosen.gain = *gain;
            }
            let weakest = (0..self.chosen.len())
                .filter(|n| !self.chosen[*n].is_natural)
                .filter(|n| gains[*n] < rules::least_gain(self.chosen[*n].source))
                .min_by(|a, b| gains[*a].total_cmp(&gains[*b]));
            let Some(weakest) = weakest else { return };
            let removed = self.chosen.remove(weakest);
            self.beside.retain(|(name, _)| *name != removed.source.name);
            self.refit();
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
