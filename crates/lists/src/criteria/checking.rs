//! Criteria checked against the list and the terms.

use std::collections::HashSet;

use domain::fault::Fault;

use super::terms::PRODUCT_KIND;
use super::{Condition, CriteriaSet, Criterion, Terms};
use crate::built_in::Organism;
use crate::path::ProvisionPath;
use crate::version::ListVersion;

/// Everything wrong with one criterion beyond its form.
pub(super) fn check(
    file: &str,
    criterion: &Criterion,
    version: &ListVersion,
    organisms: &[Organism],
    terms: &Terms,
    faults: &mut Vec<Fault>,
) {
    let path = criterion.path.as_str();
    let mut fault = |code: &str, text: &str| {
        let fault = Fault::error(code).at(path).with("path", path).with("text", text);
        faults.push(fault.inside(file, None));
    };
    let named = criterion.see.iter().chain(std::iter::once(&criterion.path));
    for missing in named.filter(|path| version.get(path).is_none()) {
        fault("list-path-unknown", missing.as_str());
    }
    for condition in criterion.conditions() {
        condition.walk(&mut |condition| match condition {
            Condition::Reference(to) if version.get(to).is_none() => fault("list-path-unknown", to.as_str()),
            Condition::Is { attribute, values } => {
                for value in values.iter().filter(|value| !knows_value(terms, attribute, value)) {
                    fault("terms-unknown", &format!("{attribute} = {value}"));
                }
            }
            Condition::Quantity { quantity, threshold, scope, .. } => {
                match terms.quantities.get(quantity) {
                    None => fault("terms-unknown", quantity),
                    Some(term) if term.dimension.dimension != threshold.unit.dimension() => {
                        fault("criteria-dimension", &format!("{quantity} [{}]", threshold.unit));
                    }
                    Some(_) => {}
                }
                if let Some(scope) = scope.as_ref().filter(|scope| !terms.scopes.contains_key(*scope)) {
                    fault("terms-unknown", scope);
                }
            }
            Condition::Organism(names) => {
                for name in names.iter().filter(|name| !organisms.iter().any(|organism| organism.name == **name)) {
                    fault("criteria-organism-unknown", name);
                }
            }
            Condition::Each { part, .. } if !terms.parts.contains_key(part) => fault("terms-unknown", part),
            _ => {}
        });
    }
}

fn knows_value(terms: &Terms, attribute: &str, value: &str) -> bool {
    if attribute == PRODUCT_KIND {
        return terms.kinds.contains_key(value);
    }
    terms.attributes.get(attribute).is_some_and(|attribute| attribute.values.contains_key(value))
}

/// Criteria that refer to one another in a circle: no answer could ever settle them.
pub(super) fn find_circles(set: &CriteriaSet, faults: &mut Vec<Fault>) {
    let mut done: HashSet<&ProvisionPath> = HashSet::new();
    for criterion in set.iter() {
        let mut trail = Vec::new();
        if let Some(path) = circle(set, &criterion.path, &mut trail, &mut done) {
            faults.push(Fault::error("criteria-circle").with("path", path.as_str()));
        }
    }
}

fn circle<'s>(
    set: &'s CriteriaSet,
    path: &'s ProvisionPath,
    trail: &mut Vec<&'s ProvisionPath>,
    done: &mut HashSet<&'s ProvisionPath>,
) -> Option<&'s ProvisionPath> {
    if trail.contains(&path) {
        return Some(path);
    }
    if done.contains(path) || trail.len() > 200 {
        return None;
    }
    let criterion = set.get(path)?;
    trail.push(path);
    let mut references = Vec::new();
    for condition in criterion.conditions() {
        condition.walk(&mut |condition| {
            if let Condition::Reference(to) = condition {
                references.push(to);
            }
        });
    }
    let found = references.into_iter().find_map(|to| circle(set, to, trail, done));
    trail.pop();
    done.insert(path);
    found
}
