//! The steps of a determination laid flat, so that an answer can be tried by changing the leaves it concerns and what rests
//! on them, and nothing else. The facts are not copied and nothing is evaluated again.

use std::collections::{BTreeSet, HashMap};

use super::{Question, QuestionKey};
use crate::criteria::{Comparison, Terms};
use crate::determine::evaluate::{decide, truth_of};
use crate::determine::explanation::{Explanation, Step, Truth};
use crate::determine::facts::Observation;
use crate::determine::joining::{Rest, join};
use crate::path::ProvisionPath;

/// An answer that is tried.
pub(super) enum Tried {
    /// Values of a closed question, CAS numbers, or names of organisms.
    Values(Vec<String>),
    /// A quantity or a share.
    Quantity(Box<Observation>),
    /// Yes or no.
    Judgement(bool),
}

/// A step in its place: what rests on it stands before it, what it rests on directly behind it.
pub(super) struct Node<'e, 'd> {
    pub(super) step: &'e Step<'d>,
    truth: Truth,
    parent: Option<usize>,
    /// The place behind the last step it rests on.
    end: usize,
    /// The part it is about: its kind and place.
    part: Option<(&'d str, usize)>,
    /// Whether it stands directly in an exclusion of mixtures.
    of_mixture: bool,
}

impl Node<'_, '_> {
    /// Whether it stands directly in an exclusion of mixtures.
    pub(super) const fn of_mixture(&self) -> bool {
        self.of_mixture
    }
}

/// What a place in the list of settled provisions says.
pub(super) type Settled = Vec<Option<Truth>>;

/// All steps, outermost first.
pub(super) struct Tree<'e, 'd> {
    pub(super) nodes: Vec<Node<'e, 'd>>,
    terms: &'d Terms,
    /// The provisions in the order they were met first.
    pub(super) paths: Vec<&'d ProvisionPath>,
    /// Where provisions stand: place of the step, place in `paths`.
    provisions: Vec<(usize, usize)>,
}

impl<'e, 'd> Tree<'e, 'd> {
    /// Lays an explanation flat.
    pub(super) fn new(explanation: &'e Explanation<'d>, terms: &'d Terms) -> Self {
        let mut tree = Self { nodes: Vec::new(), terms, paths: Vec::new(), provisions: Vec::new() };
        tree.lay(explanation, None, None, false);
        let mut known: HashMap<&ProvisionPath, usize> = HashMap::new();
        for (place, node) in tree.nodes.iter().enumerate() {
            if let Step::Provision { path, .. } | Step::TextOnly { path, .. } = node.step {
                let number = *known.entry(path).or_insert_with(|| {
                    tree.paths.push(path);
                    tree.paths.len() - 1
                });
                tree.provisions.push((place, number));
            }
        }
        tree
    }

    fn lay(
        &mut self,
        explanation: &'e Explanation<'d>,
        parent: Option<usize>,
        part: Option<(&'d str, usize)>,
        of_mixture: bool,
    ) {
        let place = self.nodes.len();
        let (step, truth) = (&explanation.step, explanation.truth);
        self.nodes.push(Node { step, truth, parent, end: place + 1, part, of_mixture });
        let in_mixture = matches!(step, Step::Mixture { .. });
        for below in &explanation.parts {
            let part = match (step, &below.step) {
                (Step::Each { part, .. }, Step::Part { index, .. }) => Some((*part, *index)),
                _ => part,
            };
            self.lay(below, Some(place), part, in_mixture);
        }
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(place) {
            node.end = end;
        }
    }

    /// The truths as they stand.
    pub(super) fn truths(&self) -> Vec<Truth> {
        self.nodes.iter().map(|node| node.truth).collect()
    }

    /// The open leaves that an answer to this question concerns.
    pub(super) fn leaves(&self, question: &Question) -> Vec<usize> {
        let part = question.part.as_ref().map(|(kind, place, _)| (kind.as_str(), *place));
        let asks = |node: &Node<'_, '_>| {
            let fits = match (node.step, &question.key) {
                (Step::Is { attribute, .. }, QuestionKey::Is(key)) => attribute == key,
                (Step::Quantity { quantity, scope, .. }, QuestionKey::Quantity { quantity: key, scope: on }) => {
                    quantity == key && *scope == on.as_deref()
                }
                (Step::Share { cas, .. }, QuestionKey::Share(key)) => *cas == key,
                (Step::Cas { .. }, QuestionKey::Cas) | (Step::Organism { .. }, QuestionKey::Organism) => true,
                (Step::Judge { key, .. }, QuestionKey::Judge(asked)) => key == asked,
                (Step::TextOnly { path, .. }, QuestionKey::Text(asked)) => *path == asked,
                _ => false,
            };
            // What is said of the good as a whole holds for a part of which nothing else is said.
            fits && node.truth == Truth::Unknown && (part.is_none() || part == node.part)
        };
        self.nodes.iter().enumerate().filter(|(_, node)| asks(node)).map(|(place, _)| place).collect()
    }

    /// What rests on these leaves, innermost first.
    pub(super) fn resting_on(&self, leaves: &[usize]) -> Vec<usize> {
        let mut found = BTreeSet::new();
        for leaf in leaves {
            let mut next = self.nodes.get(*leaf).and_then(|node| node.parent);
            while let Some(place) = next.filter(|place| found.insert(*place)) {
                next = self.nodes.get(place).and_then(|node| node.parent);
            }
        }
        found.into_iter().rev().collect()
    }

    /// Puts an answer to these leaves, and joins again what rests on them.
    pub(super) fn put(&self, truths: &mut [Truth], leaves: &[usize], above: &[usize], tried: &Tried) {
        for leaf in leaves {
            if let (Some(node), Some(truth)) = (self.nodes.get(*leaf), truths.get_mut(*leaf)) {
                *truth = self.tried_truth(node, tried);
            }
        }
        for place in above {
            let joined = self.joined(truths, *place);
            if let Some(truth) = truths.get_mut(*place) {
                *truth = joined;
            }
        }
    }

    fn joined(&self, truths: &[Truth], place: usize) -> Truth {
        let Some(node) = self.nodes.get(place) else { return Truth::Unknown };
        join(node.step, self.below(place).filter_map(|below| self.rest(truths, below)))
    }

    fn rest<'n>(&'n self, truths: &[Truth], place: usize) -> Option<Rest<'n, 'd>> {
        let (node, truth) = (self.nodes.get(place)?, *truths.get(place)?);
        let excepted = || {
            let first = self.nodes.get(place + 1).filter(|_| place + 1 < node.end);
            first.is_some_and(|first| matches!(first.step, Step::Exclusion { .. }))
                && truths.get(place + 1) == Some(&Truth::Met)
        };
        let counts = !matches!(node.step, Step::Part { .. }) || !excepted();
        Some(Rest { step: node.step, truth, counts })
    }

    /// The places of the steps that this one rests on.
    fn below(&self, place: usize) -> impl Iterator<Item = usize> {
        let end = self.nodes.get(place).map_or(place, |node| node.end);
        let first = Some(place + 1).filter(|next| *next < end);
        std::iter::successors(first, move |place| {
            self.nodes.get(*place).map(|node| node.end).filter(|next| *next < end)
        })
    }

    fn tried_truth(&self, node: &Node<'_, '_>, tried: &Tried) -> Truth {
        let known = |decided: Result<Truth, _>| decided.unwrap_or(Truth::Unknown);
        match (node.step, tried) {
            (Step::Is { wanted, .. } | Step::Organism { wanted, .. }, Tried::Values(values)) => {
                truth_of(values.iter().any(|value| wanted.contains(value)))
            }
            (Step::Cas { wanted, .. }, Tried::Values(values)) => {
                let held = values.iter().any(|value| wanted.iter().any(|cas| cas.as_str() == value));
                // In an exclusion of mixtures a listed chemical asks for its share; one that is not listed asks nothing.
                match (node.of_mixture, held) {
                    (true, true) => Truth::Unknown,
                    (true, false) => Truth::Met,
                    (false, held) => truth_of(held),
                }
            }
            (Step::Quantity { quantity, comparison, threshold, method, .. }, Tried::Quantity(seen)) => {
                let difference = self.terms.quantities.get(*quantity).is_some_and(|term| term.dimension.is_difference);
                known(decide(seen, *comparison, threshold, *method, difference))
            }
            (Step::Share { most, .. }, Tried::Quantity(seen)) => {
                known(decide(seen, Comparison::LessOrEqual, most, None, false))
            }
            (Step::Judge { .. } | Step::TextOnly { .. }, Tried::Judgement(yes)) => truth_of(*yes),
            _ => node.truth,
        }
    }

    /// What is settled by these truths, for every one of `paths`. What stands below a provision that is not met is settled
    /// with it; a provision that is met several times is settled by the first place that is.
    pub(super) fn settled(&self, truths: &[Truth]) -> Settled {
        let mut settled: Settled = vec![None; self.paths.len()];
        let mut out_until = 0;
        for (place, number) in &self.provisions {
            let own = truths.get(*place).copied().unwrap_or(Truth::Unknown);
            let truth = if *place < out_until { Truth::NotMet } else { own };
            if truth == Truth::NotMet {
                out_until = out_until.max(self.nodes.get(*place).map_or(0, |node| node.end));
            }
            if let Some(slot @ None) = settled.get_mut(*number)
                && truth != Truth::Unknown
            {
                *slot = Some(truth);
            }
        }
        settled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::built_in::eu_annex_i;
    use crate::determine::evaluate::Evaluation;
    use crate::determine::{Facts, determine};

    /// Trying an answer in the flat tree and evaluating everything anew with the answer among the facts come to the same, for
    /// every question of a bare interview and every answer on offer.
    #[test]
    fn an_answer_that_is_tried_comes_to_what_an_evaluation_does() {
        let list = eu_annex_i().unwrap();
        let mut compared = 0;
        for entry in ["2B350", "6A005", "3A225", "1C111", "2B201"] {
            let path = entry.parse().unwrap();
            let path = &list.version.get(&path).unwrap().path;
            let facts = Facts::default();
            let determination = determine(&list, &facts, path).unwrap();
            let tree = Tree::new(&determination.explanation, &list.criteria.terms);
            for place in (0..tree.nodes.len()).filter(|place| tree.nodes[*place].end > place + 1) {
                assert_eq!(tree.joined(&tree.truths(), place), tree.nodes[place].truth, "{entry} {place}");
            }
            for question in &determination.questions {
                let leaves = tree.leaves(question);
                let above = tree.resting_on(&leaves);
                for (_, tried) in super::super::preview::answers(&tree, question) {
                    let (mut truths, mut facts) = (tree.truths(), Facts::default());
                    tree.put(&mut truths, &leaves, &above, &tried);
                    super::super::preview::put(&mut facts, &question.key, tried);
                    let whole = Evaluation::new(&list, &facts).target(path);
                    assert_eq!(whole.truth, truths[0], "{entry} {}", question.key);
                    compared += 1;
                }
            }
        }
        assert!(compared > 200, "{compared}");
    }
}
