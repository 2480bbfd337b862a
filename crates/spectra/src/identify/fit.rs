//! The fit of the sources chosen so far, with what they leave beside their lines: heights, the doubt of the model, and what
//! each source is needed for.

use super::adjust;
use super::candidate::{Candidate, groups};
use super::domain::{Domain, Shape, Sheet};
use super::efficiency::TRIALS;
use super::select::{Chosen, best_trial};
use super::{rules, scatter, solve};
use crate::analysis::width::is_high_resolution;
use crate::nuclide::{LineKind, Source};

pub(super) struct Fit<'a> {
    pub(super) domain: &'a Domain,
    pub(super) chosen: Vec<Chosen<'a>>,
    pub(super) always: Vec<Shape>,
    pub(super) beside: Vec<(String, Shape)>,
    pub(super) intrinsic: Option<Shape>,
    pub(super) heights: Vec<f64>,
    pub(super) model: Vec<f64>,
    pub(super) variance: Vec<f64>,
    /// Whether what is in every scene, but must not come first, is in the fit.
    pub(super) is_furnished: bool,
}

impl<'a> Fit<'a> {
    pub(super) fn new(domain: &'a Domain, sheet: &mut Sheet) -> Self {
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
    pub(super) fn furnish(&mut self, candidates: &mut Vec<Candidate<'a>>, sheet: &mut Sheet) {
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

    pub(super) fn annihilation_significance(&self) -> f64 {
        let at = self.domain.prepared.position(511.0).map_or(usize::MAX, |position| position.round() as usize);
        match self.domain.filtered.variance.get(at) {
            Some(variance) => self.heights[self.chosen.len()] * 0.354 / variance.sqrt(),
            None => 0.0,
        }
    }

    pub(super) fn push(
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

    pub(super) fn add(
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

    pub(super) fn remove_last(&mut self) {
        if let Some(last) = self.chosen.pop() {
            self.beside.retain(|(name, _)| *name != last.source.name);
            self.refit();
        }
    }

    pub(super) fn shapes(&self) -> Vec<&Shape> {
        let mut shapes: Vec<&Shape> = self.chosen.iter().map(|chosen| &chosen.shape).collect();
        shapes.extend(&self.always);
        shapes.extend(&self.intrinsic);
        shapes.extend(self.beside.iter().map(|(_, shape)| shape));
        shapes
    }

    pub(super) fn refit(&mut self) {
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
    pub(super) fn widened(&self, shapes: &[&Shape], heights: &[f64]) -> Vec<f64> {
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
    pub(super) fn residual(&self) -> Vec<f64> {
        let left = self.domain.filtered.answer.iter().zip(&self.model).map(|(answer, model)| answer - model).collect();
        adjust::adjusted(self.domain, &self.chosen, left, &self.variance)
    }

    /// What χ² loses without each chosen source, at the present variance.
    pub(super) fn gains(&self) -> Vec<f64> {
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
    pub(super) fn prune(&mut self) {
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
}
