//! The answer about a whole file, in the shape that machines are given.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::choose::choose;
use crate::finding::{Finding, Severity};
use crate::identify::{Basis, Identification, LineEvidence, Named, Outcome, identify};
use crate::nuclide::Category;
use crate::spectrum::{Spectrum, SpectrumFile, SpectrumRole};

/// What a file shows.
#[derive(Debug, Clone, Serialize)]
pub struct Summary {
    /// The nuclides named, the surest first.
    pub nuclides: Vec<NuclideSummary>,
    /// Nuclides that were considered and are not named, because the evidence is too weak: for an expert, who sees it.
    pub considered: Vec<NuclideSummary>,
    /// Whether there is something that was not identified.
    pub unidentified: bool,
    /// Whether nothing but the surroundings is seen.
    pub background_only: bool,
    /// The answer in one word, of a closed set.
    pub outcome: Outcome,
    /// Energies in keV of peaks that nothing named explains.
    pub unexplained_peaks: Vec<f64>,
    /// What was noticed on the way.
    pub findings: Vec<Finding>,
    /// What was assumed, corrected and used.
    pub basis: Basis,
}

/// A nuclide in a summary.
#[derive(Debug, Clone, Serialize)]
pub struct NuclideSummary {
    /// Its name.
    pub nuclide: String,
    /// From 0 to 1, as [`crate::identify::Named::confidence`].
    pub confidence: f64,
    /// What it is commonly met as first.
    pub category: Category,
    /// All that it is commonly met as.
    pub categories: Vec<Category>,
    /// Daughters it is seen through.
    pub seen_through: Vec<String>,
    /// Others that would explain the same lines.
    pub alternatives: Vec<String>,
    /// Whether it is part of the natural surroundings.
    pub natural_background: bool,
    /// Whether it is the detector's own activity.
    pub intrinsic: bool,
    /// Whether its low lines are lost, as behind a shield.
    pub shielded: bool,
    /// The lines for and against.
    pub lines: Vec<LineEvidence>,
}

impl NuclideSummary {
    fn of(named: &Named) -> Self {
        Self {
            nuclide: named.nuclide.clone(),
            confidence: named.confidence,
            category: named.categories.first().copied().unwrap_or(Category::Other),
            categories: named.categories.clone(),
            seen_through: named.seen_through.clone(),
            alternatives: named.alternatives.clone(),
            natural_background: named.is_natural_background,
            intrinsic: named.is_intrinsic,
            shielded: named.is_shielded,
            lines: named.lines.clone(),
        }
    }
}

/// An answer with the spectra it is about.
#[derive(Debug, Clone)]
pub struct Answered {
    /// The spectrum that was looked at, summed where the file holds several.
    pub foreground: Spectrum,
    /// The background that was given or found in the file.
    pub background: Option<Spectrum>,
    /// All of the answer.
    pub identification: Identification,
    /// The answer for machines.
    pub summary: Summary,
}

/// Identifies what a file shows. A background given beside it comes before one in the file. `None` when the file holds no
/// counts.
pub fn identify_file(file: &SpectrumFile, background: Option<&SpectrumFile>) -> Option<Answered> {
    let chosen = choose(file);
    let foreground = chosen.foreground?;
    let background = background.and_then(|file| choose(file).foreground).or(chosen.background);
    let identification = identify(&foreground, background.as_ref());
    let mut findings = Vec::new();
    let mut note = |severity: Severity, code: &str, values: &[(&str, String)]| {
        let values: BTreeMap<String, String> = values.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
        findings.push(Finding { severity, code: code.to_owned(), place: String::new(), values });
    };
    if chosen.foreground_records > 1 {
        note(Severity::Note, "records-summed", &[("count", chosen.foreground_records.to_string())]);
    }
    if foreground.role == SpectrumRole::Background {
        note(Severity::Note, "only-a-background", &[]);
    }
    let basis = &identification.basis;
    if let Some(reason) = &basis.background_refused {
        note(Severity::Warning, &format!("background-{reason}"), &[]);
    }
    if let Some(class) =
        basis.class.filter(|_| basis.class_estimated && identification.outcome != Outcome::Uncalibrated)
    {
        note(Severity::Note, "class-estimated", &[("class", class.name().to_owned())]);
    }
    if (basis.gain - 1.0).abs() > 0.002 || basis.offset.abs() > 1.0 {
        let percent = format!("{:+.1}", (basis.gain - 1.0) * 100.0);
        note(Severity::Note, "axis-corrected", &[("percent", percent), ("offset", format!("{:+.1}", basis.offset))]);
    }
    if basis.spikes > 0 {
        note(Severity::Warning, "spikes-passed-over", &[("channels", basis.spikes.to_string())]);
    }
    if let Some(live) = basis.live_fraction.filter(|live| *live < 0.7) {
        note(Severity::Warning, "dead-time-high", &[("percent", format!("{:.0}", (1.0 - live) * 100.0))]);
    }
    let summary = summary(&identification, findings);
    Some(Answered { foreground, background, identification, summary })
}

fn summary(answer: &Identification, findings: Vec<Finding>) -> Summary {
    Summary {
        nuclides: answer.nuclides.iter().map(NuclideSummary::of).collect(),
        considered: answer.unsure.iter().map(NuclideSummary::of).collect(),
        unidentified: !answer.unexplained.is_empty(),
        background_only: matches!(answer.outcome, Outcome::NaturalOnly | Outcome::NothingAboveBackground),
        outcome: answer.outcome,
        unexplained_peaks: answer.unexplained.iter().map(|peak| (peak.energy * 10.0).round() / 10.0).collect(),
        findings,
        basis: answer.basis.clone(),
    }
}
