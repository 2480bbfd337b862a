//! What a file says and shows, in the shape that machines are given: one, whether they ask a node or the command line.

use locale::{Translator, Value as Word};
use report::measurement::finding_text;
use serde_json::{Value, json};
use spectra::finding::Finding;
use spectra::spectrum::SpectrumFile;
use spectra::summary::Summary;

/// All that a file says, with the energies of the channel edges beside the calibration they come from.
#[must_use]
pub fn described(name: &str, file: &SpectrumFile, findings: &[Finding], t: Translator) -> Value {
    let mut all = json!({ "file": name });
    let Some(object) = all.as_object_mut() else { return all };
    if let Ok(Value::Object(said)) = serde_json::to_value(file) {
        object.extend(said);
    }
    if let Some(Value::Array(spectra)) = object.get_mut("spectra") {
        for (value, spectrum) in spectra.iter_mut().zip(&file.spectra) {
            if let Some(value) = value.as_object_mut() {
                let edges = spectrum.calibration.edges(spectrum.counts.len());
                value.insert("channel_edges_kev".to_owned(), json!(edges));
            }
        }
    }
    object.insert("findings".to_owned(), Value::Array(findings.iter().map(|one| finding(one, t)).collect()));
    all
}

/// What a file shows: the fields of the answer with the file before and the findings in words.
#[must_use]
pub fn identified(name: &str, summary: &Summary, of_reader: &[Finding], t: Translator) -> Value {
    let mut all = json!({ "file": name });
    if let (Some(object), Ok(Value::Object(said))) = (all.as_object_mut(), serde_json::to_value(summary)) {
        object.extend(said);
        let findings = of_reader.iter().chain(&summary.findings).map(|one| finding(one, t)).collect();
        object.insert("findings".to_owned(), Value::Array(findings));
    }
    all
}

/// A finding for machines, with its message for people.
#[must_use]
pub fn finding(finding: &Finding, t: Translator) -> Value {
    let mut value = serde_json::to_value(finding).unwrap_or_default();
    if let Some(value) = value.as_object_mut() {
        value.insert("message".to_owned(), json!(finding_text(finding, t)));
    }
    value
}

/// How an axis, a time or a number of a spectrum is said when the file does not say it.
#[must_use]
pub fn seconds(time: Option<f64>, t: Translator) -> String {
    match time {
        Some(time) => t.with("spectrum-seconds", &[("time", Word::from(format!("{time:.1}")))]),
        None => t.text("spectrum-not-stated"),
    }
}
