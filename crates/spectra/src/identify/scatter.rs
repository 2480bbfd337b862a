//! What a source leaves in a spectrum beside its lines: backscatter and Compton edges, escape and sum peaks, x-rays of a
//! lead shield, annihilation, the crystal's own activity. None of it is ever evidence for a nuclide, and what it explains
//! is taken away from those that would be named for it.

use super::candidate::{low_lines, weighed};
use super::domain::{Domain, Shape, Sheet};
use super::efficiency::Trial;
use crate::analysis::width::is_high_resolution;
use crate::nuclide::{Source, library};
use crate::spectrum::DetectorClass;

const ELECTRON_MASS: f64 = 510.999;

/// Energy of a photon scattered straight back.
pub(crate) fn backscatter(energy: f64) -> f64 {
    energy / (1.0 + 2.0 * energy / ELECTRON_MASS)
}

/// Lines of a lead shield: energy in keV and share.
const LEAD_X_RAYS: [(f64, f64); 4] = [(72.80, 0.29), (74.97, 0.48), (84.9, 0.17), (87.3, 0.06)];
/// Lines of uranium's own fluorescence.
const URANIUM_X_RAYS: [(f64, f64); 4] = [(94.65, 0.29), (98.43, 0.47), (111.0, 0.18), (114.5, 0.06)];

/// The shape of annihilation, which is always in the fit: it is made all around by energetic photons.
pub(crate) fn annihilation(domain: &Domain, sheet: &mut Sheet) -> Shape {
    domain.add_wide_line(sheet, ELECTRON_MASS, 1.0, if is_high_resolution(domain.width.class) { 0.55 } else { 0.0 });
    sheet.take()
}

/// What strong annihilation leaves beside its peak: a Compton edge, and backscatter.
pub(crate) fn of_annihilation(domain: &Domain, sheet: &mut Sheet) -> Vec<Shape> {
    domain.add_edge(sheet, 340.7, 1.0);
    let edge = sheet.take();
    domain.add_wide_line(sheet, 175.0, 1.0, 10.0);
    let near = sheet.take();
    domain.add_wide_line(sheet, 205.0, 1.0, 14.0);
    vec![edge, near, sheet.take()]
}

/// The x-rays of a lead shield. At low resolution they look like several nuclides, and several nuclides like them.
pub(crate) fn lead(domain: &Domain, sheet: &mut Sheet) -> Shape {
    for (energy, share) in LEAD_X_RAYS {
        domain.add_line(sheet, energy, share);
    }
    sheet.take()
}

/// The crystal's own activity, where the class has one: La-138 in lanthanum bromide, whose lines are shifted by the x-ray
/// or the beta particle that is caught with them.
pub(crate) fn intrinsic(domain: &Domain, sheet: &mut Sheet) -> Option<Shape> {
    if domain.width.class != DetectorClass::Labr3 {
        return None;
    }
    // 1435.8 keV alone, with the L and K capture x-rays of barium, in the shares that are seen in such crystals.
    for (energy, share) in [(1435.8, 0.15), (1441.0, 0.35), (1472.5, 0.5)] {
        domain.add_line(sheet, energy, share);
    }
    domain.add_line(sheet, 37.4, 0.4);
    Some(sheet.take())
}

/// What a source leaves beside its lines, as shapes with free heights.
pub(crate) fn of_source(domain: &Domain, source: &Source, trial: &Trial, sheet: &mut Sheet) -> Vec<Shape> {
    let class = domain.width.class;
    let mut lines = weighed(domain, source, trial);
    lines.sort_by(|a, b| b.counts.total_cmp(&a.counts));
    lines.truncate(12);
    let mut out = Vec::new();
    let mut put = |sheet: &mut Sheet| {
        let shape = sheet.take();
        if !shape.at.is_empty() {
            out.push(shape);
        }
    };
    // Low lines in three parts, since the window lets the higher through more easily.
    for range in [0.0..29.0, 29.0..38.0, 38.0..50.0] {
        for (energy, intensity) in low_lines(source).filter(|(energy, _)| range.contains(energy)) {
            domain.add_line(sheet, energy, intensity);
        }
        put(sheet);
    }
    if !is_high_resolution(class) {
        // Photons that come back from the surroundings have been scattered through many angles: three peaks with free
        // heights stand for them.
        for up in [1.0, 1.13, 1.28] {
            for line in lines.iter().filter(|line| line.energy > 110.0) {
                let energy = backscatter(line.energy) * up;
                if energy < 0.9 * line.energy {
                    domain.add_wide_line(sheet, energy, line.counts, (0.06 * energy).max(6.0));
                }
            }
            put(sheet);
        }
        for line in lines.iter().filter(|line| line.energy > 250.0) {
            let edge = line.energy - backscatter(line.energy);
            domain.add_edge(sheet, edge, line.counts / edge);
        }
        put(sheet);
    }
    for line in lines.iter().filter(|line| line.energy > 1350.0) {
        domain.add_line(sheet, line.energy - ELECTRON_MASS, line.counts);
    }
    put(sheet);
    for line in lines.iter().filter(|line| line.energy > 1350.0) {
        domain.add_line(sheet, line.energy - 2.0 * ELECTRON_MASS, line.counts);
    }
    put(sheet);
    let escape = match class {
        DetectorClass::Nai | DetectorClass::Csi => Some(29.0),
        DetectorClass::Czt => Some(25.0),
        DetectorClass::Labr3 | DetectorClass::Cebr3 => Some(34.0),
        DetectorClass::Hpge => Some(9.9),
        _ => None,
    };
    if let Some(escape) = escape {
        for line in lines.iter().filter(|line| line.energy < 220.0) {
            domain.add_line(sheet, line.energy - escape, line.counts * (60.0 / line.energy).powi(2).min(1.5));
        }
        put(sheet);
    }
    for (n, one) in lines.iter().take(6).enumerate() {
        for other in lines.iter().take(6).skip(n) {
            domain.add_line(sheet, one.energy + other.energy, one.counts * other.counts);
        }
    }
    put(sheet);
    if source.name.starts_with("U-") {
        for (energy, share) in URANIUM_X_RAYS {
            domain.add_line(sheet, energy, share);
        }
        put(sheet);
    }
    out
}

/// The natural background that is always in the fit. The thorium series is in two parts, above and below thorium-228,
/// because a source of thorium-228 alone must not be called thorium.
pub(crate) fn natural() -> impl Iterator<Item = &'static Source> {
    NATURAL.into_iter().filter_map(|name| library().source(name))
}

const NATURAL: [&str; 4] = ["K-40", "Ra-226", "Ra-228", "Th-228"];

/// Whether a source is part of every scene.
pub(crate) fn is_natural(source: &Source) -> bool {
    NATURAL.contains(&source.name.as_str())
}
