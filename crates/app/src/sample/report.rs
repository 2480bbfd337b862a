//! The report of a kept measurement: what its file shows, with the sample, who measured, and what a second person decided.

use domain::ids::Id;
use domain::laboratory::{LaboratoryMeasurement, LaboratoryResult};
use domain::language::Language;
use domain::sample::Sample;
use domain::state::State;
use locale::{Catalogue, Translator};
use store::{Query, Stored};

use domain::body::Kind;

use crate::actor::Actor;
use crate::export::Exported;
use crate::node::Node;
use crate::permission::Permission;
use crate::refusal::Refusal;
use crate::sample::analyse::kept_file;
use crate::spectrum::read::aside;
use crate::spectrum::report::{Case, ReportFormat, set};

/// Sets the report of a gamma measurement in a language.
///
/// # Errors
/// [`Refusal::Invalid`] when its file is no spectrum; [`Refusal::Report`]; [`Refusal::NotFound`], [`Refusal::NotAllowed`].
pub async fn report(
    node: &Node,
    actor: &Actor,
    measurement: Id<LaboratoryMeasurement>,
    (format, language): (ReportFormat, Language),
) -> Result<Exported, Refusal> {
    let permit = actor.permit(Permission::SeeSample)?;
    let stored = node.read::<LaboratoryMeasurement>(&permit, measurement.record()).await?;
    let known = stored.noun::<LaboratoryMeasurement>().ok_or(Refusal::NotFound("laboratory-measurement"))?;
    let sample = node.read::<Sample>(&permit, known.sample.record()).await?;
    let query = Query { parents: vec![measurement.record()], ..Query::of(Kind::LaboratoryResult) };
    let results = node.read_list(&permit, query).await?.records;
    // The record that the result rests on, where there is one, and the file as a whole otherwise.
    let analysed =
        results.iter().filter_map(Stored::noun::<LaboratoryResult>).find_map(|result| result.analysis.as_ref());
    let record = analysed.and_then(|analysis| analysis.record).map(|record| record as usize);
    let examined = kept_file(node, known, record).await?;
    let states = node.store.list(&Query::of(Kind::State)).await?.records;
    let t = Catalogue::embedded().translator(language);
    let case = Case {
        facts: facts(known, &sample, &results, t),
        marking: marking(&stored, t),
        training: states.iter().filter_map(Stored::noun::<State>).any(|state| state.fictitious),
    };
    let date = node.surroundings.today();
    aside(move || set(&examined, &case, date, format, language)).await
}

fn marking(stored: &Stored, t: Translator) -> String {
    let marking = &stored.revision.marking;
    let handling = t.word("handling", marking.handling.as_str());
    format!("{handling} · {}", t.word("sharing-level", marking.sharing.level().as_str()))
}

/// What is known of the case, label and value.
fn facts(
    measurement: &LaboratoryMeasurement,
    sample: &Stored,
    results: &[Stored],
    t: Translator,
) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String| {
        if !value.trim().is_empty() {
            facts.push((t.text(key), value));
        }
    };
    if let Some(sample) = sample.noun::<Sample>() {
        fact("measurement-report-sample", sample.code.clone());
        fact("measurement-report-description", sample.description.text(t.language()).to_owned());
    }
    fact("measurement-report-operator", measurement.operator.clone());
    fact("measurement-report-started", measurement.started.map(|at| t.instant(at)).unwrap_or_default());
    fact("measurement-report-calibration", measurement.calibration.clone());
    fact("measurement-report-geometry", measurement.geometry.clone());
    for stored in results {
        let Some(result) = stored.noun::<LaboratoryResult>() else { continue };
        let mut said =
            format!("{}, {}", t.word("outcome", result.outcome.as_str()), t.word("standing", result.standing.as_str()));
        if !result.named.is_empty() {
            said.push_str(": ");
            said.push_str(&t.list(&result.named));
        }
        fact("measurement-report-result", said);
        fact("measurement-report-method", result.method.clone());
        fact("measurement-report-conflicting", result.conflicting.clone());
        let verified = result.verification.as_ref().map_or_else(
            || t.text("measurement-report-not-verified"),
            |verification| {
                format!(
                    "{}, {}, {}: {}",
                    t.word("decision", verification.decision.as_str()),
                    verification.by.login,
                    t.instant(verification.by.at),
                    verification.checked
                )
            },
        );
        fact("measurement-report-verification", verified);
    }
    facts
}
