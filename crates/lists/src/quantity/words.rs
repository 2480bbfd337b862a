//! The words around a quantity that say which side of the number is meant.

use super::{Bound, Interval};
use crate::exact::Exact;

/// Which side of the number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    Exactly,
    About,
    AtMost,
    Below,
    AtLeast,
    Above,
}

impl Sense {
    pub(super) fn interval(self, value: Exact) -> Interval {
        let bound = |inclusive| Some(Bound { value: value.clone(), inclusive });
        match self {
            Self::Exactly | Self::About => Interval::exactly(value),
            Self::AtMost => Interval { low: None, high: bound(true) },
            Self::Below => Interval { low: None, high: bound(false) },
            Self::AtLeast => Interval { low: bound(true), high: None },
            Self::Above => Interval { low: bound(false), high: None },
        }
    }
}

/// Words before a number. Longer ones first, because "not more than" begins none but holds "more than".
const BEFORE: &[(&str, Sense)] = &[
    ("not more than", Sense::AtMost),
    ("no more than", Sense::AtMost),
    ("not exceeding", Sense::AtMost),
    ("not less than", Sense::AtLeast),
    ("no less than", Sense::AtLeast),
    ("at least", Sense::AtLeast),
    ("at most", Sense::AtMost),
    ("less than", Sense::Below),
    ("more than", Sense::Above),
    ("greater than", Sense::Above),
    ("approximately", Sense::About),
    ("maximum", Sense::AtMost),
    ("minimum", Sense::AtLeast),
    ("exceeding", Sense::Above),
    ("between", Sense::AtLeast),
    ("approx.", Sense::About),
    ("approx", Sense::About),
    ("up to", Sense::AtMost),
    ("below", Sense::Below),
    ("under", Sense::Below),
    ("above", Sense::Above),
    ("about", Sense::About),
    ("max.", Sense::AtMost),
    ("min.", Sense::AtLeast),
    ("over", Sense::Above),
    ("from", Sense::AtLeast),
    ("max", Sense::AtMost),
    ("min", Sense::AtLeast),
    ("ca.", Sense::About),
    ("не более чем", Sense::AtMost),
    ("не менее чем", Sense::AtLeast),
    ("приблизительно", Sense::About),
    ("не превышает", Sense::AtMost),
    ("не свыше", Sense::AtMost),
    ("не более", Sense::AtMost),
    ("не менее", Sense::AtLeast),
    ("не ниже", Sense::AtLeast),
    ("не выше", Sense::AtMost),
    ("примерно", Sense::About),
    ("максимум", Sense::AtMost),
    ("минимум", Sense::AtLeast),
    ("меньше", Sense::Below),
    ("больше", Sense::Above),
    ("менее", Sense::Below),
    ("более", Sense::Above),
    ("свыше", Sense::Above),
    ("около", Sense::About),
    ("выше", Sense::Above),
    ("ниже", Sense::Below),
    ("макс.", Sense::AtMost),
    ("мин.", Sense::AtLeast),
    ("от", Sense::AtLeast),
    ("до", Sense::AtMost),
    ("<=", Sense::AtMost),
    (">=", Sense::AtLeast),
    ("≤", Sense::AtMost),
    ("⩽", Sense::AtMost),
    ("≥", Sense::AtLeast),
    ("⩾", Sense::AtLeast),
    ("<", Sense::Below),
    (">", Sense::Above),
    ("~", Sense::About),
    ("≈", Sense::About),
    ("=", Sense::Exactly),
];

/// Words behind a quantity.
const AFTER: &[(&str, Sense)] = &[
    ("or greater", Sense::AtLeast),
    ("or higher", Sense::AtLeast),
    ("or more", Sense::AtLeast),
    ("or less", Sense::AtMost),
    ("or lower", Sense::AtMost),
    ("и более", Sense::AtLeast),
    ("или более", Sense::AtLeast),
    ("и выше", Sense::AtLeast),
    ("и менее", Sense::AtMost),
    ("или менее", Sense::AtMost),
    ("и ниже", Sense::AtMost),
    ("max", Sense::AtMost),
    ("min", Sense::AtLeast),
];

/// The sense of the words before the number, and what stands behind them.
pub(super) fn before(text: &str) -> (Sense, &str) {
    for (words, sense) in BEFORE {
        let Some(head) = text.get(..words.len()) else { continue };
        let rest = text.get(words.len()..).unwrap_or_default();
        let ends = !words.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphanumeric);
        if head.to_lowercase() == *words && ends {
            return (*sense, rest.trim_start());
        }
    }
    (Sense::Exactly, text)
}

/// The unit, and the sense of the words behind it.
pub(super) fn after(unit: &str) -> (&str, Option<Sense>) {
    for (words, sense) in AFTER {
        let cut = unit.len().checked_sub(words.len()).filter(|cut| unit.is_char_boundary(*cut));
        let Some((head, tail)) = cut.map(|cut| unit.split_at(cut)) else { continue };
        // "5 mm min" is a least length, but "30 min" is half an hour.
        let is_unit = head.is_empty() && *words == "min";
        if tail.to_lowercase() == *words && !is_unit && (head.is_empty() || head.ends_with(' ')) {
            return (head.trim_end(), Some(*sense));
        }
    }
    (unit, None)
}

/// How a second number is joined to the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    To,
    PlusMinus,
}

/// A second number.
pub(super) struct More<'t> {
    pub(super) joint: Joint,
    pub(super) rest: &'t str,
}

/// Splits what stands behind a number into its unit and a second number.
pub(super) fn split_unit(text: &str) -> (&str, Option<More<'_>>) {
    const JOINTS: &[(&str, Joint)] = &[
        ("±", Joint::PlusMinus),
        ("+/-", Joint::PlusMinus),
        (" to ", Joint::To),
        (" and ", Joint::To),
        (" до ", Joint::To),
        ("...", Joint::To),
        ("…", Joint::To),
        (" - ", Joint::To),
        ("–", Joint::To),
        ("—", Joint::To),
        ("-", Joint::To),
    ];
    for (joint, kind) in JOINTS {
        for (at, _) in text.match_indices(joint) {
            let rest = text.get(at + joint.len()..).unwrap_or_default().trim_start();
            let number = rest.strip_prefix(['-', '\u{2212}']).unwrap_or(rest);
            // "m-1" is a power and no range: a range's unit does not end in a letter right before the dash.
            let head = text.get(..at).unwrap_or_default();
            let power = *joint == "-" && head.ends_with(|c: char| c.is_alphabetic() || c == '^');
            if number.starts_with(|c: char| c.is_ascii_digit()) && !power {
                return (head.trim(), Some(More { joint: *kind, rest }));
            }
        }
    }
    (text.trim(), None)
}
