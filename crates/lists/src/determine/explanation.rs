//! Explanations: what was looked at, step by step, and what came out of each.

use domain::hash::Hash;
use domain::localized::Localized;
use serde::Serialize;

use super::joining::{Rest, join};
use super::{Judgement, Observation};
use crate::cas::CasNumber;
use crate::criteria::{Comparison, Threshold};
use crate::path::ProvisionPath;
use crate::quantity::Interval;

domain::words! {
    /// One of three.
    Truth {
        /// It is so.
        Met = "met",
        /// It is not so.
        NotMet = "not-met",
        /// It is not known.
        Unknown = "unknown",
    }
}

impl Truth {
    /// Both.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::NotMet, _) | (_, Self::NotMet) => Self::NotMet,
            (Self::Met, Self::Met) => Self::Met,
            _ => Self::Unknown,
        }
    }

    /// One at least.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        match (self, other) {
            (Self::Met, _) | (_, Self::Met) => Self::Met,
            (Self::NotMet, Self::NotMet) => Self::NotMet,
            _ => Self::Unknown,
        }
    }
}

impl std::ops::Not for Truth {
    type Output = Self;
    fn not(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Unknown => Self::Unknown,
        }
    }
}

domain::words! {
    /// Why something is not known.
    Why {
        /// Nobody has said.
        NoAnswer = "no-answer",
        /// Somebody was asked and could not tell.
        CannotTell = "cannot-tell",
        /// It was measured by another method than the one the list names.
        OtherMethod = "other-method",
        /// It is not said by which method it was measured.
        MethodNotStated = "method-not-stated",
        /// The unit measures something else.
        OtherDimension = "other-dimension",
        /// The range lies on both sides of the threshold.
        BothSides = "both-sides",
        /// Two observations contradict one another.
        Contradiction = "contradiction",
        /// Not all parts are known.
        PartsMissing = "parts-missing",
    }
}

/// One step and what came out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Explanation<'d> {
    /// What came out.
    pub truth: Truth,
    /// What was looked at.
    pub step: Step<'d>,
    /// The steps it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Explanation<'d>>,
}

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Step<'d> {
    /// A provision with criteria.
    Provision {
        /// Its path.
        path: &'d ProvisionPath,
        /// The hash of its words.
        hash: Hash,
    },
    /// A provision without criteria, and what a person who read it decided.
    TextOnly {
        /// Its path.
        path: &'d ProvisionPath,
        /// The hash of its words.
        hash: Hash,
        /// What a person decided.
        judgement: Option<&'d Judgement>,
    },
    /// A path that is kept free.
    NotUsed {
        /// The path.
        path: &'d ProvisionPath,
    },
    /// The head of this provision, which binds all below it.
    Head {
        /// The provision.
        path: &'d ProvisionPath,
    },
    /// The provision's own branch beside its head.
    Also,
    /// One of the provisions below.
    AnyChild,
    /// All of these.
    All,
    /// One of these at least.
    Any,
    /// A closed question.
    Is {
        /// Its key.
        attribute: &'d str,
        /// The values that meet it.
        wanted: &'d [String],
        /// The values that hold; none while nobody has said.
        observed: Option<&'d [String]>,
        /// Where that comes from.
        source: &'d str,
        /// Why it is not known.
        why: Option<Why>,
    },
    /// A quantity against a threshold.
    Quantity {
        /// Its key.
        quantity: &'d str,
        /// How it is compared.
        comparison: Comparison,
        /// With what.
        threshold: &'d Threshold,
        /// The method the list names.
        method: Option<&'d str>,
        /// What it is measured on.
        scope: Option<&'d str>,
        /// What was observed.
        observed: Option<&'d Observation>,
        /// What was observed, in the unit of the threshold; none where it is that already.
        converted: Option<Interval>,
        /// Why it is not known.
        why: Option<Why>,
    },
    /// Chemicals.
    Cas {
        /// Those that meet it.
        wanted: &'d [CasNumber],
        /// Those that the good is or holds.
        observed: Option<&'d [CasNumber]>,
    },
    /// Organisms and toxins.
    Organism {
        /// Those that meet it.
        wanted: &'d [String],
        /// Those that the good is or holds.
        observed: Option<&'d [String]>,
    },
    /// Another provision.
    Reference {
        /// Its path.
        path: &'d ProvisionPath,
    },
    /// A legal judgement.
    Judge {
        /// The key of the question.
        key: String,
        /// The question.
        question: &'d Localized,
        /// The judgement.
        judgement: Option<&'d Judgement>,
    },
    /// Every part of a kind.
    Each {
        /// The kind.
        part: &'d str,
        /// Whether all parts are known.
        complete: bool,
    },
    /// One part.
    Part {
        /// Its name.
        name: &'d str,
        /// Its place among its kind, from 0.
        index: usize,
        /// Whether an exception takes it out, so that it does not count.
        excepted: bool,
    },
    /// An exclusion. Its truth is that of the exclusion: met takes the good out.
    Exclusion {
        /// The note that says so; none for precedence of another provision.
        note: Option<&'d str>,
    },
    /// An exclusion of mixtures. Its truth is that of the exclusion.
    Mixture {
        /// The note.
        note: &'d str,
        /// The greatest share.
        most: &'d Threshold,
    },
    /// The share of a chemical in a mixture.
    Share {
        /// The chemical.
        cas: &'d CasNumber,
        /// The greatest share.
        most: &'d Threshold,
        /// What was observed.
        observed: Option<&'d Observation>,
        /// Why it is not known.
        why: Option<Why>,
    },
    /// A provision that refers back to itself.
    Circle {
        /// The provision.
        path: &'d ProvisionPath,
    },
}

impl<'d> Explanation<'d> {
    pub(super) fn leaf(truth: Truth, step: Step<'d>) -> Self {
        Self { truth, step, parts: Vec::new() }
    }

    /// A step with what comes out of the steps it rests on.
    pub(super) fn joined(step: Step<'d>, parts: Vec<Self>) -> Self {
        let rests = parts.iter().map(|part| {
            let counts = !matches!(part.step, Step::Part { excepted: true, .. });
            Rest { step: &part.step, truth: part.truth, counts }
        });
        Self { truth: join(&step, rests), step, parts }
    }

    /// Calls `visit` for this step and every one it rests on.
    pub fn walk<'e>(&'e self, visit: &mut impl FnMut(&'e Self)) {
        visit(self);
        self.parts.iter().for_each(|part| part.walk(visit));
    }
}
