//! `recommendations.toml`: recommendations with responses and follow-up.

use std::collections::{BTreeMap, BTreeSet};

use domain::fault::Fault;
use domain::ids::Id;
use domain::measure::Measure;
use domain::owner::{Owner, StateCode};
use domain::progress::{Progress, ProgressStatus};
use domain::recommendation::{Addressee, Recommendation};
use domain::response::{Position, Response};
use jiff::civil::Date;

use super::context::{Context, owned_by, sharing};
use super::folder::Folder;
use super::part::id_of;
use super::{Entry, RoundPart};
use crate::toml_file::{self, Fields};

/// Reads the recommendations of a round into its part, and makes them known to later rounds.
pub(super) fn read(folder: &mut Folder<'_>, part: &mut RoundPart, context: &mut Context<'_>) {
    let Some(file) = folder.file("recommendations.toml") else { return };
    let mut faults = Vec::new();
    toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        let mut lines: BTreeMap<u16, u64> = BTreeMap::new();
        for mut fields in root.tables("recommendation", faults) {
            fields.require("number", faults);
            let number = fields.number("number", faults);
            if let Some(line) = number.and_then(|number| lines.insert(number, fields.line())) {
                let fault = Fault::error("number-twice").with("number", number.unwrap_or(1).to_string());
                faults.push(fields.fault("number", fault.with("other", line.to_string())));
            }
            let recommendation = recommendation(number.unwrap_or(1), &mut fields, part, context, faults);
            let level = sharing(&mut fields, part.round.level, faults);
            context.check(recommendation.clone(), &fields);
            let entry = context.entry(recommendation, level, Owner::Secretariat);
            responses(&mut fields, &entry, part, context, faults);
            progress(&mut fields, &entry, part, context, faults);
            part.recommendations.push(entry);
            fields.finish(faults);
        }
    });
    context.faults.append(&mut faults);
    for entry in &part.recommendations {
        let key = (part.round.noun.key.clone(), entry.noun.number);
        context.recommendations.insert(key, Id::new(entry.id));
    }
}

fn recommendation(
    number: u16,
    fields: &mut Fields<'_>,
    part: &RoundPart,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) -> Recommendation {
    let round = &part.round.noun;
    let theme = fields.text("theme", faults);
    if !theme.is_empty() && round.theme(&theme).is_none() {
        faults.push(fields.fault("theme", Fault::error("theme-unknown").with("theme", &theme)));
    }
    let addressees = fields.parse_list::<Addressee>("addressees", "state-code-wrong", faults);
    for (n, addressee) in addressees.iter().enumerate() {
        if let Addressee::State(state) = addressee {
            let fault = context.state_fault(round, state);
            faults.extend(fault.map(|fault| fields.fault(&format!("addressees.{}", n + 1), fault)));
        }
    }
    let mut findings = Vec::new();
    for (n, number) in fields.numbers("findings", faults).into_iter().enumerate() {
        match part.findings.iter().find(|finding| finding.noun.number == number) {
            Some(finding) => findings.push(Id::new(finding.id)),
            None => {
                let fault = Fault::error("finding-unknown").with("number", number.to_string());
                faults.push(fields.fault(&format!("findings.{}", n + 1), fault));
            }
        }
    }
    Recommendation {
        round: id_of(part),
        number,
        addressees,
        theme: (!theme.is_empty()).then_some(theme),
        operative_paragraphs: fields.texts("operative_paragraphs", faults),
        text: fields.localized("text", faults),
        findings,
        measures: measures(fields, part, context, faults),
        continues: continues(fields, part, context, faults),
        due: fields.partial_date("due", faults),
    }
}

/// Measures written `XO:12`.
fn measures(
    fields: &mut Fields<'_>,
    part: &RoundPart,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Id<Measure>> {
    let mut measures = Vec::new();
    for (n, text) in fields.texts("measures", faults).iter().enumerate() {
        let named = text.split_once(':').and_then(|(state, number)| Some((state.parse().ok()?, number.trim())));
        let fault = match named {
            None => Fault::error("measure-unreadable").with("text", text),
            Some((state, number)) => match context.measure(id_of(part), &state, number) {
                Some(id) => {
                    measures.push(id);
                    continue;
                }
                None => Fault::error("measure-unknown").with("measure", text),
            },
        };
        faults.push(fields.fault(&format!("measures.{}", n + 1), fault));
    }
    measures
}

/// Recommendations of earlier rounds, written `miren-2024:4`.
fn continues(
    fields: &mut Fields<'_>,
    part: &RoundPart,
    context: &Context<'_>,
    faults: &mut Vec<Fault>,
) -> Vec<Id<Recommendation>> {
    let mut continues = Vec::new();
    for (n, text) in fields.texts("continues", faults).iter().enumerate() {
        let named = text.rsplit_once(':').and_then(|(key, number)| Some((key.to_owned(), number.trim().parse().ok()?)));
        // Its own round is read in order, so a number of its own would otherwise be found or not by chance.
        let known = named.filter(|(key, _)| *key != part.round.noun.key);
        match known.and_then(|named| context.recommendations.get(&named)) {
            Some(id) => continues.push(*id),
            None => {
                let fault = Fault::error("recommendation-unknown").with("recommendation", text);
                faults.push(fields.fault(&format!("continues.{}", n + 1), fault));
            }
        }
    }
    continues
}

fn responses(
    fields: &mut Fields<'_>,
    about: &Entry<Recommendation>,
    part: &mut RoundPart,
    context: &mut Context<'_>,
    faults: &mut Vec<Fault>,
) {
    let mut responded = BTreeSet::new();
    for mut fields in fields.tables("response", faults) {
        for name in ["state", "position", "date"] {
            fields.require(name, faults);
        }
        let state = addressed(&mut fields, about, part, faults);
        let response = state.map(|state| Response {
            recommendation: Id::new(about.id),
            state,
            position: fields.word("position", faults).unwrap_or(Position::Supported),
            reasons: fields.localized("reasons", faults),
            date: date(&mut fields, part, faults),
        });
        if let Some(response) = response {
            if !responded.insert(response.state.clone()) {
                let fault = Fault::error("response-twice").with("state", response.state.as_str());
                faults.push(fields.fault("state", fault));
            }
            context.check(response.clone(), &fields);
            let owner = owned_by(&response.state);
            part.responses.push(context.entry(response, about.level, owner));
            fields.finish(faults);
        }
    }
}

fn progress(
    fields: &mut Fields<'_>,
    about: &Entry<Recommendation>,
    part: &mut RoundPart,
    context: &mut Context<'_>,
    faults: &mut Vec<Fault>,
) {
    for mut fields in fields.tables("progress", faults) {
        for name in ["state", "date", "status"] {
            fields.require(name, faults);
        }
        let state = addressed(&mut fields, about, part, faults);
        let progress = state.map(|state| Progress {
            about: about.id,
            state,
            date: date(&mut fields, part, faults),
            status: fields.word("status", faults).unwrap_or(ProgressStatus::NotStarted),
            text: fields.localized("text", faults),
            evidence: Vec::new(),
        });
        if let Some(progress) = progress {
            context.check(progress.clone(), &fields);
            let owner = owned_by(&progress.state);
            part.progress.push(context.entry(progress, about.level, owner));
            fields.finish(faults);
        }
    }
}

/// The State that speaks; a fault when the recommendation is not for it.
fn addressed(
    fields: &mut Fields<'_>,
    about: &Entry<Recommendation>,
    part: &RoundPart,
    faults: &mut Vec<Fault>,
) -> Option<StateCode> {
    let state = fields.parse::<StateCode>("state", "state-code-wrong", faults)?;
    let of_round = part.round.noun.states.iter().any(|known| known.code == state);
    if !about.noun.is_for(&state, of_round) {
        faults.push(fields.fault("state", Fault::error("state-not-addressed").with("state", state.as_str())));
    }
    Some(state)
}

/// The day of what follows a recommendation: not before its round began.
fn date(fields: &mut Fields<'_>, part: &RoundPart, faults: &mut Vec<Fault>) -> Date {
    let date = fields.date("date", faults);
    if let Some(date) = date.filter(|date| *date < part.round.noun.start) {
        let fault = Fault::error("date-before-round").with("date", date.to_string());
        faults.push(fields.fault("date", fault.with("start", part.round.noun.start.to_string())));
    }
    date.unwrap_or(part.round.noun.start)
}
