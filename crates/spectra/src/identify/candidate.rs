//! A source as a candidate: its shape in the filtered spectrum for each trial of efficiency and shielding, and the groups
//! of lines that a detector of this resolution sees as one.

use super::domain::{Domain, Shape, Sheet};
use super::efficiency::{TRIALS, Trial};
use crate::nuclide::{LineKind, Source, SourceLine};

/// A candidate.
#[derive(Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) source: &'a Source,
    /// One shape per trial, in the order of [`TRIALS`].
    pub(crate) shapes: Vec<Shape>,
}

/// Lines that are seen as one peak.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Group {
    /// Where the peak stands, in keV: the mean of its lines, weighted by counts.
    pub(crate) energy: f64,
    /// Counts per unit of height.
    pub(crate) counts: f64,
    /// The line that gives most of it.
    pub(crate) leading: f64,
    /// Which member of the source emits that line.
    pub(crate) member: usize,
    /// What kind of photon it is.
    pub(crate) kind: LineKind,
}

/// A line with its counts per unit of height in one trial.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Weighed {
    pub(crate) energy: f64,
    pub(crate) counts: f64,
    member: usize,
    kind: LineKind,
}

impl<'a> Candidate<'a> {
    pub(crate) fn new(domain: &Domain, source: &'a Source, sheets: &mut [Sheet]) -> Self {
        let plain = weighed(domain, source, &TRIALS[0]);
        let mut answer = Vec::new();
        // The answer to a line is the same in every trial; only its counts differ.
        let class = domain.width.class;
        for line in &plain {
            let Some(from) = domain.line(line.energy, &mut answer) else { continue };
            let bare = TRIALS[0].counts(class, line.energy).max(1e-12);
            for (sheet, trial) in sheets.iter_mut().zip(&TRIALS) {
                let counts = line.counts * trial.counts(class, line.energy) / bare;
                sheet.add_run(from, &answer, counts);
            }
        }
        Self { source, shapes: sheets.iter_mut().map(Sheet::take).collect() }
    }
}

/// The lines of a source that can be seen, with counts in one trial: those within the axis that give at least a
/// ten-thousandth of the strongest; lines much closer than the resolution are put together.
pub(crate) fn weighed(domain: &Domain, source: &Source, trial: &Trial) -> Vec<Weighed> {
    let class = domain.width.class;
    let low = domain.prepared.edges.get(domain.first()).copied().unwrap_or(0.0);
    let high = domain.prepared.edges.get(domain.end).copied().unwrap_or(0.0);
    let mut lines: Vec<Weighed> = Vec::new();
    // Annihilation is in the fit by itself: how many positrons end in sight depends on what surrounds the source.
    let counted = |line: &&SourceLine| {
        line.line.kind != LineKind::Annihilation && (low.max(lowest(source))..high).contains(&line.line.energy)
    };
    for line in source.lines.iter().filter(counted) {
        let energy = line.line.energy;
        let counts = line.line.intensity * trial.counts(class, energy);
        match lines.last_mut() {
            Some(last) if energy - last.energy < 0.15 * domain.width.fwhm(energy) => {
                if counts > last.counts {
                    (last.member, last.kind) = (line.member, line.line.kind);
                }
                let total = last.counts + counts;
                if total > 0.0 {
                    last.energy = (last.energy * last.counts + energy * counts) / total;
                }
                last.counts = total;
            }
            _ => lines.push(Weighed { energy, counts, member: line.member, kind: line.line.kind }),
        }
    }
    let most = lines.iter().map(|line| line.counts).fold(0.0, f64::max);
    lines.retain(|line| line.counts > 2e-4 * most);
    lines
}

/// Lines below 50 keV hang on the window, the threshold and x-rays of everything around: where a source has others, they
/// are no measure of its height.
fn lowest(source: &Source) -> f64 {
    let strong =
        |line: &SourceLine| line.line.energy > LOW && line.line.kind == LineKind::Gamma && line.line.intensity > 0.01;
    if source.lines.iter().any(strong) { LOW } else { 0.0 }
}

/// Below this a line is one of [`low_lines`], in keV.
const LOW: f64 = 50.0;

/// The lines of a source that are left out of its shape for being low: they have a height of their own.
pub(crate) fn low_lines(source: &Source) -> impl Iterator<Item = (f64, f64)> + '_ {
    let lowest = lowest(source);
    source
        .lines
        .iter()
        .filter(move |line| line.line.energy < lowest)
        .map(|line| (line.line.energy, line.line.intensity))
}

/// The peaks a detector of this resolution sees of a source.
pub(crate) fn groups(domain: &Domain, source: &Source, trial: &Trial) -> Vec<Group> {
    grouped(domain, source, trial).into_iter().map(|(group, _)| group).collect()
}

/// The same, each with its lines.
pub(crate) fn grouped(domain: &Domain, source: &Source, trial: &Trial) -> Vec<(Group, Vec<Weighed>)> {
    let mut groups: Vec<(Group, Vec<Weighed>)> = Vec::new();
    let mut strongest = 0.0;
    for line in weighed(domain, source, trial) {
        match groups.last_mut() {
            Some((group, lines)) if line.energy - group.energy < 0.75 * domain.width.fwhm(line.energy) => {
                let total = group.counts + line.counts;
                group.energy = (group.energy * group.counts + line.energy * line.counts) / total;
                group.counts = total;
                if line.counts > strongest {
                    (group.leading, group.member, group.kind) = (line.energy, line.member, line.kind);
                    strongest = line.counts;
                }
                lines.push(line);
            }
            _ => {
                let Weighed { energy, counts, member, kind } = line;
                groups.push((Group { energy, counts, leading: energy, member, kind }, vec![line]));
                strongest = counts;
            }
        }
    }
    groups
}
