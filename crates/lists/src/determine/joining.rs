//! What comes out of a step by what comes out of the steps it rests on. One place for the rules of three values, so that an
//! evaluation and the trying out of answers cannot come to differ.

use super::explanation::{Step, Truth};

/// A step that another rests on.
#[derive(Clone, Copy)]
pub(super) struct Rest<'e, 'd> {
    pub(super) step: &'e Step<'d>,
    pub(super) truth: Truth,
    /// Whether a part counts: no exception takes it out.
    pub(super) counts: bool,
}

/// Joins what a step rests on. A leaf rests on nothing; its own truth is not asked here.
pub(super) fn join<'e, 'd: 'e>(step: &Step<'_>, rests: impl Iterator<Item = Rest<'e, 'd>>) -> Truth {
    match step {
        Step::All | Step::Mixture { .. } => rests.fold(Truth::Met, |truth, rest| truth.and(rest.truth)),
        Step::Any | Step::AnyChild => rests.fold(Truth::NotMet, |truth, rest| truth.or(rest.truth)),
        Step::Provision { .. } => provision(rests),
        Step::Each { complete, .. } => each(rests, *complete),
        Step::Part { .. } => part(rests),
        // A head, a branch, an exclusion and a reference say what the one step in them says.
        _ => rests.fold(Truth::Unknown, |_, rest| rest.truth),
    }
}

/// Heads and what the provision asks, all of them; or its own branch; and no exclusion.
fn provision<'e, 'd: 'e>(rests: impl Iterator<Item = Rest<'e, 'd>>) -> Truth {
    let (mut main, mut asks) = (Truth::Met, false);
    let (mut also, mut free) = (Truth::NotMet, Truth::Met);
    for rest in rests {
        match rest.step {
            Step::Also => also = also.or(rest.truth),
            // An exclusion that is not known never clears.
            Step::Exclusion { .. } | Step::Mixture { .. } => free = free.and(!rest.truth),
            Step::Head { .. } => main = main.and(rest.truth),
            _ => {
                asks = true;
                main = main.and(rest.truth);
            }
        }
    }
    let main = if asks { main } else { Truth::NotMet };
    main.or(also).and(free)
}

/// Every part that counts; all of nothing, or of some of many, is not known.
fn each<'e, 'd: 'e>(rests: impl Iterator<Item = Rest<'e, 'd>>, complete: bool) -> Truth {
    let (mut truth, mut counted) = (Truth::Met, 0);
    for rest in rests {
        counted += usize::from(rest.counts);
        truth = truth.and(rest.truth);
    }
    if truth == Truth::Met && (counted == 0 || !complete) { Truth::Unknown } else { truth }
}

/// A part that an exception takes out is met. Where it is not known whether it counts, only a part that meets the condition
/// anyway settles it.
fn part<'e, 'd: 'e>(rests: impl Iterator<Item = Rest<'e, 'd>>) -> Truth {
    let (mut out, mut inner) = (Truth::NotMet, Truth::Met);
    for rest in rests {
        match rest.step {
            Step::Exclusion { .. } => out = rest.truth,
            _ => inner = rest.truth,
        }
    }
    match out {
        Truth::Met => Truth::Met,
        Truth::NotMet => inner,
        Truth::Unknown => inner.or(Truth::Unknown),
    }
}
