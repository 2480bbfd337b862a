//! What a file shows, as a part of a page: the plot, the officer's paragraph, the evidence, the peaks, the facts. The same
//! part stands on the page of a file that nobody keeps and on that of a measurement of a sample.

use app::spectrum::Examined;
use app::spectrum::told::seconds;
use domain::hash::Hash;
use locale::{Translator, Value};
use report::measurement::{
    Scale, confidence_word, explained_peaks, finding_text, nuclide_label, paragraphs, spectrum_svg, uses,
};
use spectra::finding::{Finding, Severity};
use spectra::identify::LineVerdict;
use spectra::nuclide::library;
use spectra::spectrum::InstrumentResult;
use spectra::summary::NuclideSummary;

use crate::form::Choice;

/// The part of a page about a spectrum.
pub struct SpectrumShown {
    /// Where the script finds what it draws.
    pub plot: String,
    /// The plot as a picture, for who has no script or prints.
    pub still: String,
    /// Whether a background was taken away and is drawn under the counts.
    pub background_drawn: bool,
    /// The officer's paragraphs.
    pub paragraphs: Vec<String>,
    /// What is named, with its evidence.
    pub nuclides: Vec<NuclideShown>,
    /// What was considered and is not named, with its evidence.
    pub considered: Vec<NuclideShown>,
    /// The peaks, as a table.
    pub peaks: Vec<PeakShown>,
    /// Label and value of what was measured.
    pub facts: Vec<(String, String)>,
    /// The SHA-256 of the file, and name and SHA-256 of the background's.
    pub sha256: Hash,
    /// The same of the background.
    pub background: Option<(String, Hash)>,
    /// What was noticed, the gravest first.
    pub findings: Vec<FindingShown>,
    /// What the instrument itself said.
    pub instrument_results: Vec<InstrumentResult>,
    /// Remarks of the file.
    pub remarks: Vec<String>,
    /// The records to choose from; empty when there is only one.
    pub records: Vec<Choice>,
    /// Which of them is shown; empty for all.
    pub record: String,
    /// Nuclides whose lines can be laid over the plot.
    pub library: Vec<&'static str>,
}

/// A nuclide with its evidence.
pub struct NuclideShown {
    /// Its name in the library, for laying its lines over the plot; empty where it has none.
    pub name: String,
    /// As the field words it.
    pub label: String,
    /// How sure, as a word and as a number.
    pub sure: String,
    /// What it is commonly met as.
    pub uses: String,
    /// Whether it belongs to the surroundings or the detector.
    pub is_surroundings: bool,
    /// The lines for and against.
    pub lines: Vec<LineShown>,
}

/// A line for or against.
pub struct LineShown {
    /// In keV.
    pub energy: String,
    /// Who emits it.
    pub emitter: String,
    /// The word, and its shape.
    pub verdict: String,
    /// full, empty or half.
    pub shape: &'static str,
    /// Net counts with their uncertainty.
    pub net: String,
    /// Counts expected.
    pub expected: String,
    /// What would surely have been seen.
    pub limit: String,
}

/// A peak of the table.
pub struct PeakShown {
    /// In keV.
    pub energy: String,
    /// Net counts with their uncertainty.
    pub net: String,
    /// Full width at half maximum, keV.
    pub width: String,
    /// What explains it.
    pub explained: String,
    /// Whether nothing does.
    pub is_unexplained: bool,
}

/// A finding in words.
pub struct FindingShown {
    /// The shape of its severity.
    pub shape: &'static str,
    /// How grave, in a word.
    pub severity: String,
    /// Where in the file.
    pub place: String,
    /// What was noticed.
    pub text: String,
}

/// Lines of a nuclide that are shown; the rest is in the report.
const LINES: usize = 10;
/// Records that can be chosen from one by one.
const MOST_RECORDS: usize = 500;

impl SpectrumShown {
    /// The part of the page about this file, whose plot is found at this address.
    #[must_use]
    pub fn of(examined: &Examined, plot: String, t: Translator) -> Self {
        let summary = &examined.answered.summary;
        let mut findings: Vec<&Finding> = examined.findings.iter().chain(&summary.findings).collect();
        findings.sort_by_key(|finding| match finding.severity {
            Severity::Error => 0,
            Severity::Warning => 1,
            Severity::Note => 2,
        });
        Self {
            plot,
            still: spectrum_svg(&examined.answered, Scale::Log, t).map(|(svg, _)| svg).unwrap_or_default(),
            background_drawn: summary.basis.background_used,
            paragraphs: paragraphs(summary, t),
            nuclides: summary.nuclides.iter().map(|named| NuclideShown::of(named, t)).collect(),
            considered: summary.considered.iter().map(|named| NuclideShown::of(named, t)).collect(),
            peaks: peaks(examined, t),
            facts: facts(examined, t),
            sha256: examined.sha256,
            background: examined.background.clone(),
            findings: findings.into_iter().map(|finding| FindingShown::of(finding, t)).collect(),
            instrument_results: examined.instrument_results.clone(),
            remarks: examined.remarks.iter().take(12).cloned().collect(),
            records: records(examined, t),
            record: examined.record.map(|record| record.to_string()).unwrap_or_default(),
            library: library().sources.iter().map(|source| source.name.as_str()).collect(),
        }
    }
}

impl NuclideShown {
    fn of(named: &NuclideSummary, t: Translator) -> Self {
        let number = format!("{:.2}", named.confidence);
        let values: [(&str, Value); 2] =
            [("word", confidence_word(named.confidence, t).into()), ("number", number.into())];
        let known = library().source(&named.nuclide).is_some();
        Self {
            name: if known { named.nuclide.clone() } else { String::new() },
            label: nuclide_label(named, t),
            sure: t.with("web-spectrum-sure", &values),
            uses: uses(named, t),
            is_surroundings: named.natural_background || named.intrinsic,
            lines: named
                .lines
                .iter()
                .take(LINES)
                .map(|line| {
                    let (verdict, shape) = match line.verdict {
                        LineVerdict::Seen => ("seen", "full"),
                        LineVerdict::Missing => ("missing", "triangle"),
                        LineVerdict::BelowLimit => ("below-limit", "empty"),
                    };
                    LineShown {
                        energy: format!("{:.1}", line.energy),
                        emitter: line.emitter.clone(),
                        verdict: t.word("spectrum-line", verdict),
                        shape,
                        net: net(line.seen, line.uncertainty, t),
                        expected: whole(line.expected, t),
                        limit: whole(line.detection_limit, t),
                    }
                })
                .collect(),
        }
    }
}

impl FindingShown {
    fn of(finding: &Finding, t: Translator) -> Self {
        let (shape, word) = match finding.severity {
            Severity::Error => ("triangle", "error"),
            Severity::Warning => ("half", "warning"),
            Severity::Note => ("empty", "note"),
        };
        Self {
            shape,
            severity: t.word("web-spectrum-severity", word),
            place: finding.place.clone(),
            text: finding_text(finding, t),
        }
    }
}

fn whole(count: f64, t: Translator) -> String {
    t.number(count.round() as i64)
}

fn net(counts: f64, uncertainty: f64, t: Translator) -> String {
    let values: [(&str, Value); 2] = [("net", whole(counts, t).into()), ("doubt", whole(uncertainty, t).into())];
    t.with("spectrum-net-counts", &values)
}

fn peaks(examined: &Examined, t: Translator) -> Vec<PeakShown> {
    let found = explained_peaks(&examined.answered).into_iter();
    let shown = found.map(|found| PeakShown {
        energy: format!("{:.1}", found.peak.energy),
        net: net(found.peak.area, found.peak.area_uncertainty, t),
        width: format!("{:.1}", found.peak.fwhm),
        explained: if found.is_unexplained {
            t.text("spectrum-peak-unexplained")
        } else if found.lines.is_empty() {
            t.text("spectrum-peak-other")
        } else {
            found.lines.join(", ")
        },
        is_unexplained: found.is_unexplained,
    });
    shown.collect()
}

fn facts(examined: &Examined, t: Translator) -> Vec<(String, String)> {
    let spectrum = &examined.answered.foreground;
    let basis = &examined.answered.summary.basis;
    let kev = |number: f64| t.with("web-spectrum-kev", &[("energy", format!("{number:.1}").into())]);
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| {
        if !value.is_empty() {
            facts.push((t.text(key), value));
        }
    };
    fact("web-spectrum-fact-instrument", examined.instrument_name());
    fact("web-spectrum-fact-software", examined.instrument.software.join(", "));
    fact("web-spectrum-fact-format", examined.format.clone());
    fact("web-spectrum-fact-started", spectrum.started.map(|moment| clock(moment, t)).unwrap_or_default());
    fact("spectrum-fact-live-time", seconds(spectrum.live_time, t));
    fact("spectrum-fact-real-time", seconds(spectrum.real_time, t));
    fact("spectrum-fact-counts", whole(basis.counts, t));
    fact("web-spectrum-fact-channels", whole(spectrum.counts.len() as f64, t));
    let class = basis.class.map(|class| class.name()).unwrap_or_default();
    let estimated = if basis.class_estimated { "web-spectrum-class-estimated" } else { "web-spectrum-class-said" };
    if !class.is_empty() {
        fact("spectrum-fact-class", t.with(estimated, &[("class", class.into())]));
    }
    fact("spectrum-fact-width", basis.fwhm_662.map(kev).unwrap_or_default());
    let axis = spectrum.calibration.edges(spectrum.counts.len());
    let axis = axis.as_ref().and_then(|edges| Some((*edges.first()?, *edges.last()?)));
    let range = axis.map(|(low, high)| {
        let values: [(&str, Value); 2] = [("low", format!("{low:.0}").into()), ("high", format!("{high:.0}").into())];
        t.with("web-spectrum-axis", &values)
    });
    fact("web-spectrum-fact-axis", range.unwrap_or_else(|| t.text("web-spectrum-not-calibrated")));
    let neutrons = spectrum.neutrons.map(|neutrons| whole(neutrons.counts, t));
    fact("web-spectrum-fact-neutrons", neutrons.unwrap_or_default());
    let dose = spectrum.dose_rate.map(|rate| t.with("web-spectrum-dose", &[("rate", format!("{rate:.2}").into())]));
    fact("web-spectrum-fact-dose", dose.unwrap_or_default());
    fact("spectrum-fact-library", basis.library.clone());
    facts
}

/// A moment by the clock of a file, which belongs to no zone.
fn clock(moment: jiff::civil::DateTime, t: Translator) -> String {
    let time = format!("{:02}:{:02}:{:02}", moment.hour(), moment.minute(), moment.second());
    let values: [(&str, Value); 2] = [("date", t.date(moment.date()).into()), ("time", time.into())];
    t.with("web-spectrum-clock", &values)
}

/// The records of a file as choices, the file as a whole first.
fn records(examined: &Examined, t: Translator) -> Vec<Choice> {
    if examined.records.len() < 2 {
        return Vec::new();
    }
    let all = t.with("web-spectrum-all-records", &[("count", examined.records.len().into())]);
    let mut choices = vec![Choice::new("all", all)];
    choices.extend(examined.records.iter().take(MOST_RECORDS).map(|record| {
        let mut words = vec![record.number.to_string()];
        let mut add = |word: String| {
            if !word.is_empty() {
                words.push(word);
            }
        };
        add(record.title.chars().take(40).collect());
        add(t.word("spectrum-role", role(record.role)));
        add(record.detector.chars().take(24).collect());
        add(if record.occupied == Some(true) { t.text("web-spectrum-occupied") } else { String::new() });
        add(record
            .started
            .map(|at| format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second()))
            .unwrap_or_default());
        add(record.live_time.map(|_| seconds(record.live_time, t)).unwrap_or_default());
        add(t.with("web-spectrum-record-counts", &[("count", whole(record.counts, t).into())]));
        Choice::new(record.number, words.join(" · "))
    }));
    choices
}

fn role(role: spectra::spectrum::SpectrumRole) -> &'static str {
    use spectra::spectrum::SpectrumRole as R;
    match role {
        R::Foreground => "foreground",
        R::Background => "background",
        R::Calibration => "calibration",
        R::IntrinsicActivity => "intrinsic-activity",
        R::Unspecified => "unspecified",
    }
}
