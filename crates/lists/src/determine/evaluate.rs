//! Evaluation of criteria in three values.

use domain::localized::Localized;

use super::compare_values::compare;
use super::explanation::{Explanation, Step, Truth, Why};
use super::facts::{Facts, Observation};
use super::questions::{QuestionKey, judge_key};
use crate::built_in::BuiltInList;
use crate::criteria::{Comparison, Condition, Criterion, Exclusion, Mixture, Threshold};
use crate::path::ProvisionPath;
use crate::provision::ProvisionKind;
use crate::units::Unit;

/// How deep provisions may refer to one another.
const DEEPEST: usize = 40;

/// One evaluation of a list by facts.
pub(super) struct Evaluation<'d> {
    pub(super) list: &'d BuiltInList,
    facts: &'d Facts,
    /// The facts of the part that is looked at, which go before those of the whole.
    part: Option<&'d Facts>,
    /// The provisions that are being evaluated, outermost first.
    trail: Vec<&'d ProvisionPath>,
    /// The provision whose clause is being evaluated; that of a head or an exclusion from above is further up.
    clause: Option<&'d ProvisionPath>,
}

impl<'d> Evaluation<'d> {
    pub(super) fn new(list: &'d BuiltInList, facts: &'d Facts) -> Self {
        Self { list, facts, part: None, trail: Vec::new(), clause: None }
    }

    /// A provision on its own: with the heads and exclusions of all above it.
    pub(super) fn target(&mut self, path: &'d ProvisionPath) -> Explanation<'d> {
        self.provision(path, true)
    }

    fn provision(&mut self, path: &'d ProvisionPath, alone: bool) -> Explanation<'d> {
        let list = self.list;
        let Some(provision) = list.version.get(path) else {
            return Explanation::leaf(Truth::Unknown, Step::Circle { path });
        };
        if provision.kind == ProvisionKind::NotUsed {
            return Explanation::leaf(Truth::NotMet, Step::NotUsed { path });
        }
        if self.trail.contains(&path) || self.trail.len() >= DEEPEST {
            return Explanation::leaf(Truth::Unknown, Step::Circle { path });
        }
        let Some(criterion) = list.criteria.get(path) else {
            let judgement = self.facts.judgements.get(&QuestionKey::Text(path.clone()).to_string());
            let truth = judgement.map_or(Truth::Unknown, |judgement| truth_of(judgement.answer));
            return Explanation::leaf(truth, Step::TextOnly { path, hash: provision.hash(), judgement });
        };
        self.trail.push(path);
        let clause_before = self.clause;
        // A reference from above is bound by those above already.
        let above: Vec<&'d Criterion> = if alone { self.above(path) } else { Vec::new() };
        let mut parts = Vec::new();
        for (owner, head) in above.iter().copied().chain([criterion]).filter_map(|c| Some((c, c.head.as_ref()?))) {
            self.clause = Some(&owner.path);
            let inner = self.condition(head);
            parts.push(Explanation::joined(Step::Head { path: &owner.path }, vec![inner]));
        }
        self.clause = Some(path);
        if let Some(applies) = &criterion.applies {
            let inner = self.condition(applies);
            parts.push(inner);
        }
        if criterion.any_child {
            parts.push(self.any_child(path));
        }
        self.clause = Some(path);
        if let Some(also) = &criterion.also {
            let inner = self.condition(also);
            parts.push(Explanation::joined(Step::Also, vec![inner]));
        }
        for owner in above.into_iter().chain([criterion]) {
            self.clause = Some(&owner.path);
            parts.extend(self.exclusions(owner));
        }
        self.trail.pop();
        self.clause = clause_before;
        Explanation::joined(Step::Provision { path, hash: provision.hash() }, parts)
    }

    /// The criteria of the provisions above, without those that are being evaluated already.
    fn above(&self, path: &'d ProvisionPath) -> Vec<&'d Criterion> {
        let list = self.list;
        let above = list.version.above(path);
        above
            .into_iter()
            .filter(|provision| !self.trail.contains(&&provision.path))
            .filter_map(|provision| list.criteria.get(&provision.path))
            .collect()
    }

    fn any_child(&mut self, path: &'d ProvisionPath) -> Explanation<'d> {
        let list = self.list;
        let children: Vec<_> = list.version.children(path).collect();
        let parts = children.into_iter().map(|child| self.provision(&child.path, false)).collect();
        Explanation::joined(Step::AnyChild, parts)
    }

    fn exclusions(&mut self, criterion: &'d Criterion) -> Vec<Explanation<'d>> {
        let mut found: Vec<_> = criterion.unless.iter().map(|exclusion| self.exclusion(exclusion)).collect();
        found.extend(criterion.mixtures.iter().map(|mixture| self.mixture(mixture)));
        found
    }

    fn exclusion(&mut self, exclusion: &'d Exclusion) -> Explanation<'d> {
        let inner = self.condition(&exclusion.condition);
        Explanation::joined(Step::Exclusion { note: exclusion.note.as_deref() }, vec![inner])
    }

    fn condition(&mut self, condition: &'d Condition) -> Explanation<'d> {
        match condition {
            Condition::All(conditions) => {
                Explanation::joined(Step::All, conditions.iter().map(|condition| self.condition(condition)).collect())
            }
            Condition::Any(conditions) => {
                Explanation::joined(Step::Any, conditions.iter().map(|condition| self.condition(condition)).collect())
            }
            Condition::Is { attribute, values } => self.closed(attribute, values),
            Condition::Quantity { .. } => self.quantity(condition),
            Condition::Cas(wanted) => {
                let observed = self.part.and_then(|part| part.cas.as_deref()).or(self.facts.cas.as_deref());
                let truth =
                    observed.map_or(Truth::Unknown, |held| truth_of(held.iter().any(|one| wanted.contains(one))));
                Explanation::leaf(truth, Step::Cas { wanted, observed })
            }
            Condition::Organism(wanted) => {
                let observed = self.part.and_then(|part| part.organisms.as_deref()).or(self.facts.organisms.as_deref());
                let truth =
                    observed.map_or(Truth::Unknown, |held| truth_of(held.iter().any(|one| wanted.contains(one))));
                Explanation::leaf(truth, Step::Organism { wanted, observed })
            }
            Condition::Reference(path) => {
                let inner = self.provision(path, true);
                Explanation::joined(Step::Reference { path }, vec![inner])
            }
            Condition::Judge(question) => self.judge(question),
            Condition::Each { part, except, condition } => self.each(part, except.as_deref(), condition),
        }
    }

    fn closed(&self, attribute: &'d str, wanted: &'d [String]) -> Explanation<'d> {
        let of = |facts: &'d Facts| facts.attributes.get(attribute);
        let Some(fact) = self.part.and_then(of).or_else(|| of(self.facts)) else {
            let why = Some(self.why_open(&QuestionKey::Is(attribute.to_owned())));
            return Explanation::leaf(Truth::Unknown, Step::Is { attribute, wanted, observed: None, source: "", why });
        };
        let truth = truth_of(fact.values.iter().any(|value| wanted.contains(value)));
        let observed = Some(fact.values.as_slice());
        Explanation::leaf(truth, Step::Is { attribute, wanted, observed, source: &fact.source, why: None })
    }

    fn why_open(&self, key: &QuestionKey) -> Why {
        let key = key.to_string();
        let told =
            self.part.is_some_and(|part| part.cannot_tell.contains(&key)) || self.facts.cannot_tell.contains(&key);
        if told { Why::CannotTell } else { Why::NoAnswer }
    }

    /// The observations of a quantity on this scope: of the part first, else of the whole.
    fn observations(&self, quantity: &str, scope: Option<&str>) -> Vec<&'d Observation> {
        let of = |facts: &'d Facts| {
            let all = facts.quantities.get(quantity).map_or(&[][..], Vec::as_slice);
            // An answer without a scope was given to the question, which names it.
            let fits =
                |observation: &&Observation| observation.scope.is_none() || observation.scope.as_deref() == scope;
            all.iter().filter(fits).collect::<Vec<_>>()
        };
        let found = self.part.map_or_else(Vec::new, of);
        if found.is_empty() { of(self.facts) } else { found }
    }

    fn quantity(&self, condition: &'d Condition) -> Explanation<'d> {
        let Condition::Quantity { quantity, comparison, threshold, method, scope } = condition else {
            return Explanation::leaf(Truth::Unknown, Step::All);
        };
        let difference = self.list.criteria.terms.quantities.get(quantity).is_some_and(|t| t.dimension.is_difference);
        let (method, scope) = (method.as_deref(), scope.as_deref());
        let step = |observed: Option<&'d Observation>, why| {
            let converted = observed.filter(|seen| seen.quantity.unit.measures_as(&threshold.unit)).and_then(|seen| {
                (seen.quantity.unit != threshold.unit).then(|| {
                    seen.quantity.interval.map(|value| convert(value, &seen.quantity.unit, &threshold.unit, difference))
                })
            });
            Step::Quantity { quantity, comparison: *comparison, threshold, method, scope, observed, converted, why }
        };
        let found = self.observations(quantity, scope);
        let mut decided: Option<(Truth, &'d Observation)> = None;
        let mut open: Option<(Why, &'d Observation)> = None;
        for observation in found {
            match decide(observation, *comparison, threshold, method, difference) {
                Ok(truth) => match decided {
                    Some((before, seen)) if before != truth => {
                        return Explanation::leaf(Truth::Unknown, step(Some(seen), Some(Why::Contradiction)));
                    }
                    _ => decided = Some((truth, observation)),
                },
                Err(why) => open = open.or(Some((why, observation))),
            }
        }
        match (decided, open) {
            (Some((truth, seen)), _) => Explanation::leaf(truth, step(Some(seen), None)),
            (None, Some((why, seen))) => Explanation::leaf(Truth::Unknown, step(Some(seen), Some(why))),
            (None, None) => {
                let key = QuestionKey::Quantity { quantity: quantity.clone(), scope: scope.map(str::to_owned) };
                Explanation::leaf(Truth::Unknown, step(None, Some(self.why_open(&key))))
            }
        }
    }

    fn judge(&self, question: &'d Localized) -> Explanation<'d> {
        let key = self.clause.map_or_else(String::new, |path| judge_key(path, question));
        let judgement = self.facts.judgements.get(&key);
        let truth = judgement.map_or(Truth::Unknown, |judgement| truth_of(judgement.answer));
        Explanation::leaf(truth, Step::Judge { key, question, judgement })
    }

    fn each(&mut self, part: &'d str, except: Option<&'d Exclusion>, condition: &'d Condition) -> Explanation<'d> {
        let Some(known) = self.facts.parts.get(part) else {
            return Explanation::leaf(Truth::Unknown, Step::Each { part, complete: false });
        };
        let before = self.part;
        let mut parts = Vec::new();
        for (index, one) in known.parts.iter().enumerate() {
            self.part = Some(&one.facts);
            let excepted = except.map(|except| self.exclusion(except));
            let out = excepted.as_ref().is_some_and(|excepted| excepted.truth == Truth::Met);
            let inner = (!out).then(|| self.condition(condition));
            let step = Step::Part { name: &one.name, index, excepted: out };
            parts.push(Explanation::joined(step, excepted.into_iter().chain(inner).collect()));
        }
        self.part = before;
        Explanation::joined(Step::Each { part, complete: known.complete }, parts)
    }

    /// Met when the note applies, the good is a mixture, and every listed chemical in it has at most the share.
    fn mixture(&mut self, mixture: &'d Mixture) -> Explanation<'d> {
        const IS_MIXTURE: &str = "is_mixture";
        static YES: std::sync::OnceLock<Vec<String>> = std::sync::OnceLock::new();
        let mut parts = Vec::new();
        if let Some(when) = &mixture.when {
            parts.push(self.condition(when));
        }
        parts.push(self.closed(IS_MIXTURE, YES.get_or_init(|| vec!["yes".to_owned()])));
        let listed = self.list.criteria.note_chemicals(&mixture.note);
        match self.facts.cas.as_deref() {
            Some(held) => {
                for cas in held.iter().filter(|cas| listed.contains(cas)) {
                    parts.push(self.share(cas, &mixture.most));
                }
            }
            None => parts.push(Explanation::leaf(Truth::Unknown, Step::Cas { wanted: listed, observed: None })),
        }
        Explanation::joined(Step::Mixture { note: &mixture.note, most: &mixture.most }, parts)
    }

    fn share(&self, cas: &'d crate::cas::CasNumber, most: &'d Threshold) -> Explanation<'d> {
        let shares = self.facts.quantities.get("share").map_or(&[][..], Vec::as_slice);
        // Only a share that says of which chemical it is: a mixture may hold several.
        let observed = shares.iter().find(|share| share.scope.as_deref() == Some(cas.as_str()));
        let (truth, why) = match observed {
            None => (Truth::Unknown, Some(self.why_open(&QuestionKey::Share(cas.clone())))),
            Some(seen) => match decide(seen, Comparison::LessOrEqual, most, None, false) {
                Ok(truth) => (truth, None),
                Err(why) => (Truth::Unknown, Some(why)),
            },
        };
        Explanation::leaf(truth, Step::Share { cas, most, observed, why })
    }
}

pub(super) const fn truth_of(answer: bool) -> Truth {
    if answer { Truth::Met } else { Truth::NotMet }
}

/// A value of one unit in another that measures the same.
fn convert(value: &crate::exact::Exact, from: &Unit, to: &Unit, difference: bool) -> crate::exact::Exact {
    if difference {
        let base = from.difference_to_base(value);
        let one = to.difference_to_base(&crate::exact::Exact::whole(1));
        return base.divided_by(&one).unwrap_or(base);
    }
    to.of_base(&from.to_base(value))
}

/// Decides a comparison, or says why it cannot.
pub(super) fn decide(
    observation: &Observation,
    comparison: Comparison,
    threshold: &Threshold,
    method: Option<&str>,
    difference: bool,
) -> Result<Truth, Why> {
    let seen = &observation.quantity;
    if !seen.unit.measures_as(&threshold.unit) {
        return Err(Why::OtherDimension);
    }
    match (method, observation.method.as_deref()) {
        (Some(_), None) => return Err(Why::MethodNotStated),
        (Some(asked), Some(used)) if text::skeleton(asked) != text::skeleton(used) => return Err(Why::OtherMethod),
        _ => {}
    }
    let to_base = |unit: &Unit, value: &crate::exact::Exact| {
        if difference { unit.difference_to_base(value) } else { unit.to_base(value) }
    };
    let observed = seen.interval.map(|value| to_base(&seen.unit, value));
    match compare(&observed, comparison, &to_base(&threshold.unit, &threshold.value)) {
        Truth::Unknown => Err(Why::BothSides),
        truth => Ok(truth),
    }
}
