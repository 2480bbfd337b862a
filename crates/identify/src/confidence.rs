//! How sure an answer is: how often answers like it were right on data made by others.
//!
//! For exact identifiers the figures are set by what can go wrong with each. For words they are a logistic function
//! whose coefficients were fitted on the development half of the data (`benches/README.md` says how, and what came out
//! on the other half).

use crate::thesaurus::Decides;
use crate::wording::Likeness;

/// From here on a candidate by words is strong, when nothing speaks against it.
pub(crate) const STRONG: f32 = 0.6;

/// The same for goods whose very name is worth a look.
pub(crate) const STRONG_BY_KIND: f32 = 0.15;

/// When the best candidate by words is less sure than this, none is shown. When it is shown, so are the others: a list
/// that is cut in the middle would lose the right one without saying so.
pub(crate) const FLOOR: f32 = 0.06;

/// The listed number itself.
pub(crate) const CAS: f32 = 0.99;
/// A number that the list prints as a part of something else (a fibre, a filler, what a mask protects from).
pub(crate) const CAS_OF_A_PART: f32 = 0.5;
/// A number that stands in a note only, mostly one that takes the chemical out.
pub(crate) const CAS_OF_A_NOTE: f32 = 0.3;
/// The same key.
pub(crate) const SAME_STRUCTURE: f32 = 0.98;
/// The same bonds.
pub(crate) const SAME_SKELETON: f32 = 0.9;
/// The largest part.
pub(crate) const SAME_PARENT: f32 = 0.8;
/// A family.
pub(crate) const FAMILY: f32 = 0.8;
/// A name in its own field, apart from spelling.
pub(crate) const NAME: f32 = 0.97;
/// A name whose parts stand in another order.
pub(crate) const NAME_LOOSE: f32 = 0.7;
/// A name of two or three letters.
pub(crate) const NAME_SHORT: f32 = 0.5;
/// A name inside a description.
pub(crate) const NAME_IN_DESCRIPTION: f32 = 0.9;
/// The item names the entry.
pub(crate) const CODE: f32 = 0.6;
/// The nomenclature code alone.
pub(crate) const NOMENCLATURE: f32 = 0.08;

/// What speaks for and against a candidate by words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Evidence {
    /// The share of the description's words, by rarity, that stand in the entry: 0 to 1.
    pub(crate) coverage: f32,
    /// The rarity of the matched words, summed.
    pub(crate) evidence: f32,
    /// The rarity of the words that do not stand in the entry, summed.
    pub(crate) unexplained: f32,
    /// How many different words matched, without those of every list.
    pub(crate) matched: f32,
    /// How far the best candidate is before the second: 0 (equal) to 1 (alone). For others than the best, negative.
    pub(crate) lead: f32,
    /// How alike the heads of the description and of the entry are: 0 to 1.
    pub(crate) alike: f32,
    /// A kind of goods of the thesaurus leads here: 0 no, 1 and figures decide, 2 and the kind decides.
    pub(crate) kind: f32,
    /// The nomenclature code agrees (1) or is of everyday goods (-1).
    pub(crate) heading: f32,
    /// Words of everyday goods stand in the description: their share of its words.
    pub(crate) everyday: f32,
}

impl Evidence {
    pub(crate) fn new(likeness: &Likeness, lead: f32, heading: f32, everyday: f32) -> Self {
        let kind = match likeness.kind {
            None => 0.0,
            Some((_, Decides::Figures)) => 1.0,
            Some((_, Decides::Kind)) => 2.0,
        };
        let (coverage, evidence) = (likeness.coverage, likeness.evidence);
        let unexplained = (likeness.total - evidence).max(0.0);
        let (matched, alike) = (likeness.matched as f32, likeness.alike);
        Self { coverage, evidence, unexplained, matched, lead, alike, kind, heading, everyday }
    }

    /// What the coefficients are fitted on, in the order in which they are multiplied.
    pub(crate) fn features(&self) -> [f32; FEATURES] {
        [
            self.coverage,
            self.evidence.ln_1p(),
            self.matched.ln_1p(),
            self.lead.max(0.0),
            self.lead.min(0.0),
            self.alike,
            self.unexplained.ln_1p(),
            f32::from(self.kind == 1.0),
            f32::from(self.kind == 2.0),
        ]
    }

    /// The calibrated probability that the entry is the right one.
    pub(crate) fn confidence(&self) -> f32 {
        let fitted: f32 =
            self.features().iter().zip(COEFFICIENTS).map(|(feature, coefficient)| feature * coefficient).sum();
        // These two were not fitted: too few of the data have a nomenclature code, and everyday words would have been
        // weighed for the very goods they were seen with.
        let sum = CONSTANT + fitted + 0.7 * self.heading - 12.0 * self.everyday;
        1.0 / (1.0 + (-sum).exp())
    }
}

/// How many numbers the confidence by words is made of.
pub const FEATURES: usize = 9;

/// Fitted on the development half by `benches/quality/fit_confidence.py`, in the order of [`Evidence::features`].
const COEFFICIENTS: [f32; FEATURES] = [-2.65, 1.71, -0.03, 3.41, 7.46, 4.96, -0.69, 2.06, 1.57];
const CONSTANT: f32 = -4.88;
