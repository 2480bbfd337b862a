//! Deviation pairs: corrections to an energy axis, as GADRAS files and N42 documents carry them. Each pair is an energy and
//! the offset there, in keV. The offsets are joined by a cubic spline over the *uncorrected* energies (energy less offset),
//! with no curvature at the lower end and level at the upper end; beyond the ends the offset stays that of the end. This is
//! the convention under which files with such pairs are read by the other programs of the field.

/// A spline through the offsets.
#[derive(Debug, Clone)]
pub struct DeviationSpline {
    /// Uncorrected energies of the knots, increasing.
    energies: Vec<f64>,
    /// Offsets at the knots.
    offsets: Vec<f64>,
    /// Half of the second derivative at each knot.
    bends: Vec<f64>,
}

impl DeviationSpline {
    /// The spline of these pairs; `None` when there are none, or when they do not make a function.
    #[must_use]
    pub fn new(pairs: &[(f64, f64)]) -> Option<Self> {
        if pairs.is_empty() || pairs.iter().any(|(energy, offset)| !energy.is_finite() || !offset.is_finite()) {
            return None;
        }
        let mut pairs = pairs.to_vec();
        pairs.sort_by(|left, right| left.0.total_cmp(&right.0).then(left.1.total_cmp(&right.1)));
        if pairs.len() < 2 {
            pairs.insert(0, (0.0, 0.0));
        }
        // Of pairs at one energy the last holds.
        let mut kept: Vec<(f64, f64)> = Vec::with_capacity(pairs.len());
        for pair in pairs {
            if kept.last().is_some_and(|last| (last.0 - pair.0).abs() < 0.01) {
                kept.pop();
            }
            kept.push(pair);
        }
        let energies: Vec<f64> = kept.iter().map(|(energy, offset)| energy - offset).collect();
        let offsets: Vec<f64> = kept.iter().map(|(_, offset)| *offset).collect();
        if energies.len() < 2 || !energies.windows(2).all(|pair| matches!(pair, [lower, upper] if lower < upper)) {
            return None;
        }
        let bends = bends(&energies, &offsets)?;
        Some(Self { energies, offsets, bends })
    }

    /// The offset to add at an uncorrected energy, in keV.
    #[must_use]
    pub fn offset(&self, energy: f64) -> f64 {
        let above = self.energies.partition_point(|knot| *knot <= energy);
        let (Some(below), Some(upper)) = (above.checked_sub(1), self.energies.get(above)) else {
            let end = if above == 0 { self.offsets.first() } else { self.offsets.last() };
            return end.copied().unwrap_or(0.0);
        };
        let at = |list: &[f64], n: usize| list.get(n).copied().unwrap_or(0.0);
        let lower = at(&self.energies, below);
        let width = upper - lower;
        let (start, end) = (at(&self.offsets, below), at(&self.offsets, above));
        let (bend, next) = (at(&self.bends, below), at(&self.bends, above));
        let slope = (end - start) / width - (2.0 * bend + next) * width / 3.0;
        let h = energy - lower;
        (((next - bend) / (3.0 * width) * h + bend) * h + slope) * h + start
    }
}

/// Half the second derivative at each knot: the solution of the usual tridiagonal system of a cubic spline, with no
/// curvature at the first knot and no slope at the last.
fn bends(x: &[f64], y: &[f64]) -> Option<Vec<f64>> {
    let count = x.len();
    let step = |n: usize| Some((x.get(n + 1)? - x.get(n)?, y.get(n + 1)? - y.get(n)?));
    // Rows of lower, diagonal, upper and right side.
    let mut rows: Vec<[f64; 4]> = Vec::with_capacity(count);
    rows.push([0.0, 2.0, 0.0, 0.0]);
    for n in 1..count - 1 {
        let ((before, rise_before), (after, rise_after)) = (step(n - 1)?, step(n)?);
        let right = rise_after / after - rise_before / before;
        rows.push([before / 3.0, (before + after) / 1.5, after / 3.0, right]);
    }
    let (width, rise) = step(count - 2)?;
    rows.push([width, 2.0 * width, 0.0, -3.0 * rise / width]);
    // Thomas' algorithm; the system is diagonally dominant, so no pivot vanishes.
    let mut carried: Vec<(f64, f64)> = Vec::with_capacity(count);
    for [lower, diagonal, upper, right] in rows {
        let (ratio, value) = carried.last().copied().unwrap_or((0.0, 0.0));
        let pivot = diagonal - lower * ratio;
        carried.push((upper / pivot, (right - lower * value) / pivot));
    }
    let mut solved = vec![0.0; count];
    let mut next = 0.0;
    for (place, (ratio, value)) in solved.iter_mut().zip(carried).rev() {
        next = value - ratio * next;
        *place = next;
    }
    solved.iter().all(|bend| bend.is_finite()).then_some(solved)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_met_at_each_pair_and_stays_beyond_the_ends() {
        let pairs = [(0.0, 0.0), (80.0, 2.0), (239.0, 4.0), (661.7, 0.0), (2614.0, -6.0)];
        let spline = DeviationSpline::new(&pairs).expect("a spline");
        for (energy, offset) in pairs {
            assert!((spline.offset(energy - offset) - offset).abs() < 1e-9, "at {energy}");
        }
        assert_eq!(spline.offset(-100.0), 0.0);
        assert_eq!(spline.offset(9000.0), -6.0);
        // Level at the upper end.
        assert!((spline.offset(2619.999) + 6.0).abs() < 1e-6);
    }

    #[test]
    fn pairs_that_make_no_function_make_no_spline() {
        assert!(DeviationSpline::new(&[]).is_none());
        assert!(DeviationSpline::new(&[(0.0, 0.0)]).is_none());
        assert!(DeviationSpline::new(&[(f64::NAN, 0.0), (1.0, 1.0)]).is_none());
        assert!(DeviationSpline::new(&[(10.0, 0.0), (20.0, 15.0)]).is_none());
        assert!(DeviationSpline::new(&[(600.0, 5.0)]).is_some());
    }
}
