//! One plan from its tables in two languages.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::localized::Localized;

use super::{MeasureDraft, PlanTable};

/// Joins two tables of one plan by number, in the order of the first. What is no text must be the same in both, or be
/// left out of one; a difference is an error, because nobody but the State knows which is true.
#[must_use]
pub fn merge(first: PlanTable, second: PlanTable) -> (Vec<MeasureDraft>, Vec<Fault>) {
    let mut faults = Vec::new();
    let second_file = second.measures.first().map(|measure| measure.file.clone()).unwrap_or_default();
    let mut others: BTreeMap<String, MeasureDraft> =
        second.measures.into_iter().map(|measure| (measure.number.clone(), measure)).collect();
    let mut measures = Vec::new();
    for mut measure in first.measures {
        match others.remove(&measure.number) {
            Some(other) => join(&mut measure, other, &mut faults),
            None => faults.push(only_once(&measure, &second_file)),
        }
        measures.push(measure);
    }
    let first_file = measures.first().map(|measure: &MeasureDraft| measure.file.clone()).unwrap_or_default();
    let mut rest: Vec<MeasureDraft> = others.into_values().collect();
    rest.sort_by_key(|measure| measure.line);
    faults.extend(rest.iter().map(|measure| only_once(measure, &first_file)));
    measures.extend(rest);
    (measures, faults)
}

fn only_once(measure: &MeasureDraft, missing_in: &str) -> Fault {
    let fault = Fault::warning("plan-number-in-one-language").with("number", &measure.number);
    fault.with("other", missing_in).at("number").inside(&measure.file, Some(measure.line))
}

fn join(measure: &mut MeasureDraft, other: MeasureDraft, faults: &mut Vec<Fault>) {
    let mut differs = |field: &str| {
        let place = format!("{}:{}", measure.file, measure.line);
        let fault = Fault::error("plan-languages-differ").with("number", &measure.number).with("other", place);
        faults.push(fault.at(field).inside(&other.file, Some(other.line)));
    };
    if !same_list(&mut measure.operative_paragraphs, other.operative_paragraphs) {
        differs("operative_paragraphs");
    }
    if !same_list(&mut measure.rows, other.rows) {
        differs("rows");
    }
    if !same(&mut measure.form, other.form) {
        differs("form");
    }
    if !same(&mut measure.when, other.when) {
        differs("time_frame");
    }
    if !same(&mut measure.funding, other.funding) {
        differs("funding");
    }
    if !same(&mut measure.status, other.status) {
        differs("status");
    }
    if measure.supporting.len() == other.supporting.len() || measure.lead.is_empty() {
        measure.supporting.resize(other.supporting.len(), Localized::default());
        for (body, other) in measure.supporting.iter_mut().zip(&other.supporting) {
            body.merge(other);
        }
    } else if !other.lead.is_empty() {
        differs("lead");
    }
    for (text, other) in [
        (&mut measure.text, &other.text),
        (&mut measure.expected_result, &other.expected_result),
        (&mut measure.lead, &other.lead),
        (&mut measure.partners, &other.partners),
        (&mut measure.indicator, &other.indicator),
        (&mut measure.assistance_needed, &other.assistance_needed),
    ] {
        text.merge(other);
    }
}

/// Takes what only the other says. Whether both then say the same.
fn same<T: PartialEq>(own: &mut Option<T>, other: Option<T>) -> bool {
    match (own.as_ref(), other) {
        (None, other) => {
            *own = other;
            true
        }
        (Some(_), None) => true,
        (Some(own), Some(other)) => *own == other,
    }
}

fn same_list<T: PartialEq>(own: &mut Vec<T>, other: Vec<T>) -> bool {
    if own.is_empty() {
        *own = other;
        return true;
    }
    other.is_empty() || *own == other
}
