//! How series are named: no higher than the lines support.

use super::Named;
use super::domain::Domain;
use super::select::{Chosen, Explanation};

/// Puts the two parts of the thorium series together. With actinium-228 it is the series of thorium-232; daughters of
/// thorium-228 without the actinium that should be seen are the series of thorium-228 (or radium-224, uranium-232). Where
/// actinium could not have been seen, the natural series is meant.
pub(super) fn thorium(domain: &Domain, explanation: &Explanation<'_>, nuclides: &mut Vec<Named>) {
    let part = |name: &str| explanation.chosen.iter().find(|chosen| chosen.source.name == name);
    let (Some(upper), Some(lower)) = (part("Ra-228"), part("Th-228")) else { return };
    let take = |nuclides: &mut Vec<Named>, name: &str| {
        nuclides.iter().position(|named| named.nuclide == name).map(|at| nuclides.remove(at))
    };
    let (actinium, daughters) = (take(nuclides, "Ra-228"), take(nuclides, "Th-228"));
    match (actinium, daughters) {
        (Some(actinium), Some(mut daughters)) => {
            // Much less actinium than daughters: old thorium cannot be, but a little of the surroundings' can.
            if upper.height < 0.25 * lower.height && lower.gain > 400.0 {
                nuclides.push(named_series(daughters, "Th-228"));
                return;
            }
            daughters.lines.extend(actinium.lines);
            daughters.lines.sort_by(|a, b| b.expected.total_cmp(&a.expected));
            daughters.lines.truncate(14);
            daughters.seen_through.insert(0, "Ac-228".to_owned());
            daughters.confidence = daughters.confidence.max(actinium.confidence);
            nuclides.push(named_series(daughters, "Th-232"));
        }
        (Some(actinium), None) => {
            if upper.gain > 40.0 {
                nuclides.push(named_series(actinium, "Th-232"));
            }
        }
        (None, Some(daughters)) => {
            let name = if actinium_missing(domain, upper, lower) { "Th-228" } else { "Th-232" };
            nuclides.push(named_series(daughters, name));
        }
        (None, None) => {}
    }
}

/// Whether the lines of actinium-228 would be seen if it were in equilibrium with what is seen below thorium-228.
fn actinium_missing(domain: &Domain, upper: &Chosen<'_>, lower: &Chosen<'_>) -> bool {
    let Some(position) = domain.prepared.position(911.2) else { return false };
    let channel = position.round() as usize;
    if channel >= domain.end {
        return false;
    }
    let expected = lower.height * upper.shape.at(channel);
    let deviation = domain.filtered.variance[channel].sqrt();
    expected > 5.0 * deviation && upper.height < 0.35 * lower.height
}

fn named_series(named: Named, name: &str) -> Named {
    let is_series_of_thorium_228 = name == "Th-228";
    let alternatives =
        if is_series_of_thorium_228 { vec!["Ra-224".to_owned(), "U-232".to_owned()] } else { Vec::new() };
    Named {
        nuclide: name.to_owned(),
        alternatives,
        is_natural_background: named.is_natural_background && !is_series_of_thorium_228,
        ..named
    }
}
