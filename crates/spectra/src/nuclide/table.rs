//! Reads the table of nuclides.

use std::collections::HashMap;

use super::{Category, Evaluation, Library, Line, LineKind, Nuclide, Source, SourceLine};

/// Reads the table. Lines that are not as `generate.py` writes them are left out; a test counts that none is.
pub(super) fn read(text: &str) -> Library {
    let mut library = Library::default();
    let mut equilibria = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        match line.strip_prefix('=') {
            Some(equilibrium) => equilibria.push(equilibrium),
            None => library.nuclides.extend(nuclide(line)),
        }
    }
    let by_name: HashMap<&str, &Nuclide> = library.nuclides.iter().map(|n| (n.name.as_str(), n)).collect();
    library.sources = equilibria.iter().filter_map(|line| source(line, &by_name)).collect();
    library
}

fn nuclide(line: &str) -> Option<Nuclide> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let half_life = fields.next()?.parse().ok()?;
    let lines = fields.next()?.split_ascii_whitespace().filter_map(photon).collect();
    Some(Nuclide { name, half_life, lines })
}

fn photon(text: &str) -> Option<Line> {
    let (energy, rest) = text.split_once(':')?;
    let (rest, evaluation) = match rest.strip_suffix('e') {
        Some(rest) => (rest, Evaluation::Ensdf),
        None => (rest.strip_suffix('d')?, Evaluation::Decay2012),
    };
    let kind = match rest.chars().last()? {
        'g' => LineKind::Gamma,
        'x' => LineKind::XRay,
        'a' => LineKind::Annihilation,
        _ => return None,
    };
    let intensity = rest.get(..rest.len() - 1)?.parse().ok()?;
    Some(Line { energy: energy.parse().ok()?, intensity, kind, evaluation })
}

fn source(line: &str, nuclides: &HashMap<&str, &Nuclide>) -> Option<Source> {
    let mut fields = line.split('\t');
    let name = fields.next()?.to_owned();
    let categories = fields.next()?.split(',').filter_map(Category::of_code).collect();
    let commonness = fields.next()?.parse().ok()?;
    let members: Vec<(String, f64)> = fields
        .next()?
        .split_ascii_whitespace()
        .filter_map(|member| {
            let (name, activity) = member.split_once(':')?;
            Some((name.to_owned(), activity.parse().ok()?))
        })
        .collect();
    let twice: Vec<(&str, f64)> = fields
        .next()
        .unwrap_or_default()
        .split_ascii_whitespace()
        .filter_map(|pair| {
            let (isomer, energy) = pair.split_once('@')?;
            Some((isomer, energy.parse().ok()?))
        })
        .collect();
    let mut lines = Vec::new();
    for (member, (emitter, activity)) in members.iter().enumerate() {
        let Some(nuclide) = nuclides.get(emitter.as_str()) else { continue };
        // Several tables give the x-rays of the isomer under the parent as well; the parent's are kept then.
        let parent_has_x_rays = member > 0 && emitter.ends_with('m') && has_x_rays(nuclides, &members[0].0);
        for line in &nuclide.lines {
            let counted = twice.iter().any(|(isomer, energy)| isomer == emitter && (energy - line.energy).abs() < 0.3);
            let doubled = parent_has_x_rays && line.kind == LineKind::XRay && emitter == "Ag-109m";
            if !counted && !doubled {
                lines.push(SourceLine { line: Line { intensity: line.intensity * activity, ..*line }, member });
            }
        }
    }
    lines.sort_by(|a, b| a.line.energy.total_cmp(&b.line.energy));
    Some(Source { name, categories, commonness, members, lines })
}

fn has_x_rays(nuclides: &HashMap<&str, &Nuclide>, name: &str) -> bool {
    nuclides.get(name).is_some_and(|nuclide| nuclide.lines.iter().any(|line| line.kind == LineKind::XRay))
}
