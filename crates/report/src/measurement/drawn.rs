//! What a plot of a spectrum is drawn from, on paper and on the screen alike: the axis, the counts, the background under
//! them, the labels of lines and the peaks with what explains them.

use spectra::analysis::peaks::Peak;
use spectra::analysis::prepared::rebinned;
use spectra::identify::LineVerdict;
use spectra::nuclide::library;
use spectra::summary::Answered;

/// What the horizontal axis of a plot counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AxisUnit {
    /// Energy, corrected as the answer says.
    Kiloelectronvolt,
    /// Channels: the file gives no usable calibration.
    Channel,
}

/// A spectrum with its axis, ready to be drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// What the axis counts in.
    pub unit: AxisUnit,
    /// Lower edges of the channels and the upper edge of the last: one more than there are counts.
    pub edges: Vec<f64>,
    /// Counts by channel.
    pub counts: Vec<f64>,
    /// Where a plot ends at first: past the last peak and all but a few counts in a thousand.
    pub reaches: f64,
    /// The background in the same channels, scaled by live time; `None` where none was taken away.
    pub background: Option<Vec<f64>>,
}

/// A label of a plot.
#[derive(Debug, Clone, PartialEq)]
pub struct PlotLabel {
    /// Where, in keV.
    pub energy: f64,
    /// `Cs-137 662`, or `? 744` for a peak that nothing named explains.
    pub text: String,
    /// Which of two that stand too close is kept: the greater.
    pub weight: f64,
}

/// A peak that was found, with what explains it.
#[derive(Debug, Clone, PartialEq)]
pub struct ExplainedPeak {
    /// The peak.
    pub peak: Peak,
    /// Lines of what was named that stand in it, as `Cs-137 661.7`.
    pub lines: Vec<String>,
    /// Whether it is one of those that nothing explains. A peak with neither is explained by something that is no line:
    /// backscatter, an edge, an escape or sum peak, the surroundings.
    pub is_unexplained: bool,
}

/// Labels that a named nuclide has at most.
const LABELS_OF_ONE: usize = 8;

/// What a plot of this answer is drawn from. Empty channels after the last count are left out. `None` without any count.
#[must_use]
pub fn drawn(answered: &Answered) -> Option<Drawn> {
    let spectrum = &answered.foreground;
    let basis = &answered.identification.basis;
    let last = spectrum.counts.iter().rposition(|count| *count > 0.0)? + 1;
    let counts: Vec<f64> = spectrum.counts.iter().take(last).map(|count| count.max(0.0)).collect();
    let Some(edges) = spectrum.calibration.edges(spectrum.counts.len()) else {
        let edges = (0..=last).map(|channel| channel as f64).collect();
        let reaches = last as f64;
        return Some(Drawn { unit: AxisUnit::Channel, edges, counts, reaches, background: None });
    };
    let edges: Vec<f64> = edges.iter().take(last + 1).map(|edge| basis.offset + basis.gain * edge).collect();
    let background = answered.background.as_ref().filter(|_| basis.background_used).and_then(|background| {
        let own = background.calibration.edges(background.counts.len())?;
        let factor = spectrum.live_time? / background.live_time.filter(|live| *live > 0.0)?;
        Some(rebinned(&own, &background.counts, &edges).into_iter().map(|count| count * factor).collect())
    });
    let reaches = reaches(&edges, &counts, &answered.identification.peaks);
    Some(Drawn { unit: AxisUnit::Kiloelectronvolt, edges, counts, reaches, background })
}

/// Share of the counts that may lie beyond the end of a plot.
const BEYOND: f64 = 0.0005;

fn reaches(edges: &[f64], counts: &[f64], peaks: &[Peak]) -> f64 {
    let few = BEYOND * counts.iter().sum::<f64>();
    let mut beyond = 0.0;
    let last = counts.iter().rposition(|count| {
        beyond += count;
        beyond >= few
    });
    let last = last.and_then(|channel| edges.get(channel + 1)).copied().unwrap_or_default();
    let last = peaks.iter().map(|peak| peak.energy).fold(last, f64::max);
    let (first, end) = (edges.first().copied().unwrap_or_default(), edges.last().copied().unwrap_or_default());
    (last + 0.08 * (last - first.max(0.0))).min(end)
}

/// The labels of a plot: lines that are seen, and peaks that nothing named explains.
#[must_use]
pub fn labels(answered: &Answered) -> Vec<PlotLabel> {
    let mut labels = Vec::new();
    for named in &answered.summary.nuclides {
        let mut seen: Vec<_> = named.lines.iter().filter(|line| line.verdict == LineVerdict::Seen).collect();
        seen.sort_by(|a, b| b.significance.total_cmp(&a.significance));
        labels.extend(seen.into_iter().take(LABELS_OF_ONE).map(|line| PlotLabel {
            energy: line.energy,
            text: format!("{} {:.0}", line.emitter, line.energy),
            weight: line.significance,
        }));
    }
    // What is not explained is what a person must see; it goes before everything else.
    labels.extend(answered.identification.unexplained.iter().map(|peak| PlotLabel {
        energy: peak.energy,
        text: format!("? {:.0}", peak.energy),
        weight: 1e6 + peak.significance,
    }));
    labels.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    labels
}

/// Every peak that was found, in order of energy, with the lines of what was named that stand in it.
#[must_use]
pub fn explained_peaks(answered: &Answered) -> Vec<ExplainedPeak> {
    let identification = &answered.identification;
    let of_peak = |peak: &Peak| -> Vec<String> {
        // A line stands in a peak when it lies within half its full width, which a narrow fit must not make too small.
        let reach = (0.5 * peak.fwhm).max(3.0 * peak.energy_uncertainty).max(0.5);
        let near = |energy: f64| (energy - peak.energy).abs() <= reach;
        let judged = answered.summary.nuclides.iter().flat_map(|named| &named.lines);
        let judged = judged.filter(|line| line.verdict != LineVerdict::BelowLimit && near(line.energy));
        let mut lines: Vec<String> = judged.map(|line| format!("{} {:.1}", line.emitter, line.energy)).collect();
        if lines.is_empty() {
            lines.extend(answered.summary.nuclides.iter().filter_map(|named| known_line(&named.nuclide, &near)));
        }
        lines
    };
    identification
        .peaks
        .iter()
        // A fit that leaves open whether there is anything is no line of a table.
        .filter(|peak| peak.area > peak.area_uncertainty)
        .map(|peak| ExplainedPeak {
            peak: *peak,
            lines: of_peak(peak),
            is_unexplained: identification.unexplained.iter().any(|other| (other.energy - peak.energy).abs() < 1e-6),
        })
        .collect()
}

/// The strongest line of a source near a peak, among those that were not judged one by one: no weaker than a hundredth of its
/// strongest.
fn known_line(nuclide: &str, near: &impl Fn(f64) -> bool) -> Option<String> {
    let source = library().source(nuclide)?;
    let strongest = source.lines.iter().map(|line| line.line.intensity).fold(0.0, f64::max);
    let known = source.lines.iter().filter(|line| near(line.line.energy) && line.line.intensity > 0.01 * strongest);
    let line = known.max_by(|a, b| a.line.intensity.total_cmp(&b.line.intensity))?;
    let (emitter, _) = source.members.get(line.member)?;
    Some(format!("{emitter} {:.1}", line.line.energy))
}

#[cfg(test)]
mod tests {
    use super::reaches;

    #[test]
    fn a_plot_ends_where_the_counts_do() {
        let edges: Vec<f64> = (0..=100).map(|channel| f64::from(channel) * 10.0).collect();
        let mut counts = vec![0.0; 100];
        counts[..50].fill(1000.0);
        counts[99] = 1.0;
        let end = reaches(&edges, &counts, &[]);
        assert!((end - 540.0).abs() < 1e-9, "a stray count does not stretch the plot: {end}");
        counts[99] = 1e6;
        assert!((reaches(&edges, &counts, &[]) - 1000.0).abs() < 1e-9, "nor does it end before what is there");
    }
}
