//! Comparing what was observed with a threshold: decided only when the whole interval lies on one side.

use std::cmp::Ordering;

use super::Truth;
use crate::criteria::Comparison;
use crate::exact::Exact;
use crate::quantity::{Bound, Interval};

/// Whether every value of the interval stands on the asked side of the threshold, or none does.
pub(super) fn compare(observed: &Interval, comparison: Comparison, threshold: &Exact) -> Truth {
    // Where the lowest and the highest value stand; an end that is not known decides nothing.
    let low = observed.low.as_ref().map(|bound| side(bound, threshold));
    let high = observed.high.as_ref().map(|bound| side(bound, threshold));
    let all_above = matches!(low, Some((Ordering::Greater, _) | (Ordering::Equal, false)));
    let all_at_or_above = matches!(low, Some((Ordering::Greater | Ordering::Equal, _)));
    let all_below = matches!(high, Some((Ordering::Less, _) | (Ordering::Equal, false)));
    let all_at_or_below = matches!(high, Some((Ordering::Less | Ordering::Equal, _)));
    let (met, not_met) = match comparison {
        Comparison::Greater => (all_above, all_at_or_below),
        Comparison::GreaterOrEqual => (all_at_or_above, all_below),
        Comparison::Less => (all_below, all_at_or_above),
        Comparison::LessOrEqual => (all_at_or_below, all_above),
        Comparison::Equal => (observed.single() == Some(threshold), all_above || all_below),
    };
    match (met, not_met) {
        (true, _) => Truth::Met,
        (_, true) => Truth::NotMet,
        _ => Truth::Unknown,
    }
}

fn side(bound: &Bound, threshold: &Exact) -> (Ordering, bool) {
    (bound.value.cmp(threshold), bound.inclusive)
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::quantity::read_quantity;

    #[rstest]
    #[case("6 mm", "gt", Truth::NotMet)]
    #[case("6 mm", "ge", Truth::Met)]
    #[case("6 mm", "lt", Truth::NotMet)]
    #[case("6 mm", "le", Truth::Met)]
    #[case("6 mm", "eq", Truth::Met)]
    #[case("6.0000000000000000000001 mm", "gt", Truth::Met)]
    #[case("up to 6 mm", "gt", Truth::NotMet)]
    #[case("up to 6 mm", "ge", Truth::Unknown)]
    #[case("less than 6 mm", "ge", Truth::NotMet)]
    #[case("less than 6 mm", "lt", Truth::Met)]
    #[case("up to 6 mm", "lt", Truth::Unknown)]
    #[case("up to 5 mm", "gt", Truth::NotMet)]
    #[case("up to 7 mm", "le", Truth::Unknown)]
    #[case("more than 6 mm", "gt", Truth::Met)]
    #[case("at least 6 mm", "gt", Truth::Unknown)]
    #[case("at least 6 mm", "ge", Truth::Met)]
    #[case("5 to 7 mm", "ge", Truth::Unknown)]
    #[case("5 to 7 mm", "eq", Truth::Unknown)]
    #[case("7 to 8 mm", "eq", Truth::NotMet)]
    #[case("about 6 mm", "le", Truth::Unknown)]
    #[case("about 5 mm", "le", Truth::Met)]
    fn decides(#[case] observed: &str, #[case] comparison: &str, #[case] expect: Truth) {
        let observed = read_quantity(observed, None, None).unwrap().interval;
        assert_eq!(compare(&observed, comparison.parse().unwrap(), &Exact::whole(6)), expect);
    }
}
