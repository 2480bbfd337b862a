//! Analysing the kept file of a gamma measurement: the answer is a result with its analysis, to be verified by a second
//! person. To analyse again, with a later version of the method or another record of the file, amends that result.

use std::sync::Arc;

use domain::act::Verb;
use domain::analysis::{AnalysedLine, AnalysedNuclide, Analysis, AnalysisFinding};
use domain::fault::Fault;
use domain::ids::Id;
use domain::laboratory::{LaboratoryMeasurement, LaboratoryResult, Outcome, RawFile, Standing};
use domain::localized::Localized;
use locale::Catalogue;
use report::measurement::paragraphs;
use spectra::finding::{Finding, Severity};
use spectra::identify::{LineVerdict, Outcome as Answer};
use spectra::summary::NuclideSummary;
use store::Stored;

use crate::actor::Actor;
use crate::change::{Place, Seen, save};
use crate::matrix::import::Offered;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::spectrum::examine::{Examined, examined};
use crate::spectrum::read::aside;

/// The method as it stands on a record.
const METHOD: &str = concat!("Tripoint spectra ", env!("CARGO_PKG_VERSION"));

/// What of a file is analysed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Analysed {
    /// Nothing.
    #[default]
    Nothing,
    /// The item, summed where the file holds several records of it.
    Whole,
    /// One record, counted from 1.
    Record(usize),
}

impl Analysed {
    /// The record that is asked for.
    #[must_use]
    pub fn record(self) -> Option<usize> {
        match self {
            Self::Record(record) => Some(record),
            Self::Nothing | Self::Whole => None,
        }
    }

    /// One record, or all of it.
    #[must_use]
    pub fn of(record: Option<usize>) -> Self {
        record.map_or(Self::Whole, Self::Record)
    }
}

/// Analyses the kept file of a measurement and records the answer (`seen` is `None`), or amends an earlier result with it,
/// which needs a reason.
///
/// # Errors
/// [`Refusal::Invalid`] when the file cannot be read, or an amendment has no reason; [`Refusal::Conflict`],
/// [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn analyse(
    node: &Node,
    actor: &Actor,
    measurement: Id<LaboratoryMeasurement>,
    record: Option<usize>,
    seen: Option<Seen>,
    reason: &str,
) -> Result<Stored, Refusal> {
    let permit = actor.permit(Permission::Conclude)?;
    let stored = node.read::<LaboratoryMeasurement>(&permit, measurement.record()).await?;
    permit.on(&stored, None)?;
    let known = stored.noun::<LaboratoryMeasurement>().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    let current = match seen {
        Some(seen) => {
            if reason.trim().is_empty() {
                return Err(Refusal::fault(Fault::error("field-missing").at("reason")));
            }
            let current = node.read::<LaboratoryResult>(&permit, seen.record).await?;
            if current.noun::<LaboratoryResult>().is_none_or(|old| old.measurement != measurement) {
                return Err(Refusal::fault(Fault::error("result-other-measurement").at("measurement")));
            }
            Some((current, seen))
        }
        None => None,
    };
    let examined = kept_file(node, known, record).await?;
    let result = result(&examined, measurement);
    let faults = result.check_against(known);
    if !faults.is_empty() {
        return Err(Refusal::Invalid(faults));
    }
    let place = match &current {
        Some((current, seen)) => Place::Next { current, seen: seen.version },
        None => Place::New { owner: stored.revision.owner.clone(), marking: stored.revision.marking.clone() },
    };
    save(node, actor, Verb::Conclude, result, place, reason).await
}

/// What the kept file of a measurement shows, by the method as it is today. Nothing is recorded.
///
/// # Errors
/// [`Refusal::Invalid`] when it is no spectrum; [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn look(
    node: &Node,
    actor: &Actor,
    measurement: Id<LaboratoryMeasurement>,
    record: Option<usize>,
) -> Result<Examined, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let stored = node.read::<LaboratoryMeasurement>(&permit, measurement.record()).await?;
    let known = stored.noun::<LaboratoryMeasurement>().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    kept_file(node, known, record).await
}

/// The kept files of a measurement, examined.
pub(super) async fn kept_file(
    node: &Node,
    measurement: &LaboratoryMeasurement,
    record: Option<usize>,
) -> Result<Examined, Refusal> {
    let file = bytes_of(node, &measurement.file).await?;
    let background = match &measurement.background {
        Some(background) => Some(bytes_of(node, background).await?),
        None => None,
    };
    aside(move || examined(&file, background.as_deref(), record)).await
}

async fn bytes_of(node: &Node, file: &RawFile) -> Result<Arc<Offered>, Refusal> {
    let bytes = node.store.blob(&file.sha256).await?.ok_or(Refusal::NotFound("file"))?;
    Ok(Arc::new(Offered { file_name: file.file_name.clone(), bytes }))
}

/// The answer as a result: presumptive, by one method, not yet verified.
pub(super) fn result(examined: &Examined, measurement: Id<LaboratoryMeasurement>) -> LaboratoryResult {
    let summary = &examined.answered.summary;
    let mut statement = Localized::default();
    for language in Catalogue::embedded().languages() {
        let t = Catalogue::embedded().translator(*language);
        statement.set(*language, &paragraphs(summary, t).join("\n\n"));
    }
    let named = summary.nuclides.iter().filter(|named| !named.natural_background && !named.intrinsic);
    LaboratoryResult {
        measurement,
        file: examined.sha256,
        outcome: match summary.outcome {
            Answer::Identified => Outcome::Detected,
            Answer::NaturalOnly | Answer::NothingAboveBackground => Outcome::NotDetected,
            Answer::Unidentified | Answer::BetaPossible | Answer::TooFewCounts | Answer::Uncalibrated => {
                Outcome::Inconclusive
            }
        },
        standing: Standing::Presumptive,
        statement,
        named: named.map(|named| named.nuclide.clone()).collect(),
        method: format!("{METHOD}; {}", summary.basis.library),
        confirmed_by: String::new(),
        conflicting: String::new(),
        analysis: Some(analysis(examined)),
        verification: None,
    }
}

/// The answer in the numbers of a record.
fn analysis(examined: &Examined) -> Analysis {
    let summary = &examined.answered.summary;
    Analysis {
        method: METHOD.to_owned(),
        library: summary.basis.library.clone(),
        record: examined.record.and_then(|record| u32::try_from(record).ok()),
        outcome: summary.outcome.code().to_owned(),
        nuclides: summary.nuclides.iter().map(nuclide).collect(),
        unexplained_ev: summary.unexplained_peaks.iter().map(|energy| electronvolts(*energy)).collect(),
        findings: examined.findings.iter().chain(&summary.findings).map(finding).collect(),
    }
}

fn nuclide(named: &NuclideSummary) -> AnalysedNuclide {
    AnalysedNuclide {
        nuclide: named.nuclide.clone(),
        confidence_permille: (named.confidence * 1000.0).round().clamp(0.0, 1000.0) as u16,
        categories: named.categories.iter().map(|category| category.code().to_owned()).collect(),
        seen_through: named.seen_through.clone(),
        surroundings: named.natural_background || named.intrinsic,
        lines: named
            .lines
            .iter()
            .map(|line| AnalysedLine {
                emitter: line.emitter.clone(),
                energy_ev: electronvolts(line.energy),
                verdict: match line.verdict {
                    LineVerdict::Seen => "seen",
                    LineVerdict::Missing => "missing",
                    LineVerdict::BelowLimit => "below-limit",
                }
                .to_owned(),
                net_counts: line.seen.round() as i64,
                uncertainty: line.uncertainty.round().max(0.0) as u64,
                expected_counts: line.expected.round() as i64,
                detection_limit: line.detection_limit.round().max(0.0) as u64,
            })
            .collect(),
    }
}

fn finding(finding: &Finding) -> AnalysisFinding {
    AnalysisFinding {
        severity: match finding.severity {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
        .to_owned(),
        code: finding.code.clone(),
        place: finding.place.clone(),
        values: finding.values.clone(),
    }
}

fn electronvolts(energy: f64) -> u32 {
    (energy * 1000.0).round().clamp(0.0, f64::from(u32::MAX)) as u32
}
