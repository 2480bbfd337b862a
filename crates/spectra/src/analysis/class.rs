//! Which class of detector a spectrum is from, where the file does not say, and how much wider or narrower its peaks are
//! than those of the class: both are read from the widths of its own peaks.

use super::filter::filter;
use super::peaks::{self, Peak};
use super::prepared::Prepared;
use super::width::WidthModel;
use crate::spectrum::{DetectorClass, Spectrum};

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassEstimate {
    /// The width model to use.
    pub width: WidthModel,
    /// Whether the class was estimated, not said by the file.
    pub estimated: bool,
    /// How many peaks the estimate rests on.
    pub peaks: usize,
}

/// Classes that are tried, from narrow to wide, with how much wider than the class's curve its peaks may be before the
/// next class is the nearer.
const TRIED: [(DetectorClass, f64); 5] = [
    (DetectorClass::Hpge, 2.0),
    (DetectorClass::Czt, 1.55),
    (DetectorClass::Labr3, 1.5),
    (DetectorClass::Nai, 1.1),
    (DetectorClass::Csi, 2.0),
];

/// Estimates class and width. `said` is the class the file names.
pub fn estimate(spectrum: &Spectrum, said: Option<DetectorClass>) -> Option<ClassEstimate> {
    if let Some(class) = said {
        let width = WidthModel::of(class);
        let (ratio, peaks) = width_ratio(spectrum, &width)?;
        let scale = if peaks == 0 { 1.0 } else { ratio.clamp(0.6, 1.6) };
        return Some(ClassEstimate { width: WidthModel { class, scale }, estimated: false, peaks });
    }
    // From narrow to wide: noise has no peaks of a germanium detector's width, but wide peaks can be made of narrow ones.
    for (class, widest) in TRIED {
        let width = WidthModel::of(class);
        let (ratio, peaks) = width_ratio(spectrum, &width)?;
        if peaks > 0 && ratio > 0.5 && ratio < widest {
            // Low lines of lanthanum bromide and sodium iodide are nearly as wide: the class whose curve is nearest to all of
            // them is taken.
            let nearest = nearest(spectrum, class)?;
            let width = WidthModel::of(nearest);
            let (ratio, peaks) = if nearest == class { (ratio, peaks) } else { width_ratio(spectrum, &width)? };
            let scale = if peaks == 0 { 1.0 } else { ratio.clamp(0.7, 1.6) };
            return Some(ClassEstimate { width: WidthModel { class: nearest, scale }, estimated: true, peaks });
        }
    }
    // Without a single peak nothing says which class it is; sodium iodide is the most common.
    Some(ClassEstimate { width: WidthModel::of(DetectorClass::Nai), estimated: true, peaks: 0 })
}

/// The class whose curve of widths lies nearest to the widths of the peaks that the filter of `class` finds, among it and
/// the wider ones of high or low resolution as it is.
fn nearest(spectrum: &Spectrum, class: DetectorClass) -> Option<DetectorClass> {
    let peaks = sure_peaks(spectrum, &WidthModel::of(class))?;
    let distance = |class: DetectorClass| -> f64 {
        let width = WidthModel::of(class);
        let off = |peak: &Peak| (peak.fwhm / width.fwhm(peak.energy)).ln().abs() * peak.energy.sqrt();
        peaks.iter().map(off).sum()
    };
    if class == DetectorClass::Hpge {
        return Some(class);
    }
    let wider = TRIED.iter().map(|(class, _)| *class).skip_while(|one| *one != class);
    wider.min_by(|a, b| distance(*a).total_cmp(&distance(*b)))
}

/// Fitted width over the model's, from the strongest peaks, and how many they are.
fn width_ratio(spectrum: &Spectrum, width: &WidthModel) -> Option<(f64, usize)> {
    let sure = sure_peaks(spectrum, width)?;
    if sure.is_empty() {
        return Some((1.0, 0));
    }
    // Unresolved neighbours only ever widen a peak: the low median.
    let mut ratios: Vec<f64> = sure.iter().map(|peak| peak.fwhm / width.fwhm(peak.energy)).collect();
    ratios.sort_by(f64::total_cmp);
    let middle = (ratios.len() - 1) / 2;
    Some((ratios[middle], ratios.len()))
}

/// The five strongest peaks that a filter of this width finds and that stand well above the continuum.
fn sure_peaks(spectrum: &Spectrum, width: &WidthModel) -> Option<Vec<Peak>> {
    let prepared = Prepared::of(spectrum, width)?;
    let filtered = filter(&prepared, width);
    let found = peaks::find(&prepared, &filtered, width, 8.0, 12);
    // The strongest peaks decide: the continuum's own bumps are weaker, and wide.
    let mut sure: Vec<Peak> = found.into_iter().filter(|peak| peak.energy > 45.0 && is_sure(peak)).collect();
    sure.sort_by(|a, b| b.significance.total_cmp(&a.significance));
    sure.truncate(5);
    let strongest = sure.first().map_or(0.0, |peak| peak.significance);
    sure.retain(|peak| peak.significance > 0.2 * strongest);
    Some(sure)
}

fn is_sure(peak: &Peak) -> bool {
    peak.area > 6.0 * peak.area_uncertainty && peak.area > 0.08 * peak.continuum
}

impl DetectorClass {
    /// The name of the class as it is written in data.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bgo => "BGO",
            Self::Csi => "CsI",
            Self::Nai => "NaI",
            Self::Labr3 => "LaBr3",
            Self::Cebr3 => "CeBr3",
            Self::Czt => "CZT",
            Self::Hpge => "HPGe",
            Self::Plastic => "PVT",
        }
    }
}
