//! `findings.toml`: what the round noted, each with its basis.

use std::collections::{BTreeMap, BTreeSet};

use domain::fault::Fault;
use domain::finding::{Basis, Finding, FindingKind};
use domain::owner::{Owner, StateCode};

use super::context::{Context, sharing};
use super::folder::Folder;
use super::part::id_of;
use super::{Entry, RoundPart};
use crate::toml_file::{self, Fields};

/// Reads the findings of a round.
pub(super) fn read(folder: &mut Folder<'_>, part: &RoundPart, context: &mut Context<'_>) -> Vec<Entry<Finding>> {
    let Some(file) = folder.file("findings.toml") else { return Vec::new() };
    let mut faults = Vec::new();
    let findings = toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        let mut findings = Vec::new();
        let mut lines: BTreeMap<u16, u64> = BTreeMap::new();
        for mut fields in root.tables("finding", faults) {
            for name in ["number", "kind"] {
                fields.require(name, faults);
            }
            let number = fields.number("number", faults);
            let theme = fields.text("theme", faults);
            let finding = Finding {
                round: id_of(part),
                number: number.unwrap_or(1),
                kind: fields.word("kind", faults).unwrap_or(FindingKind::Observation),
                theme: (!theme.is_empty()).then_some(theme),
                states: fields.parse_list::<StateCode>("states", "state-code-wrong", faults).into_iter().collect(),
                title: fields.localized("title", faults),
                text: fields.localized("text", faults),
                basis: fields.parse_list("basis", "basis-unreadable", faults),
            };
            if let Some(line) = number.and_then(|number| lines.insert(number, fields.line())) {
                let fault = Fault::error("number-twice").with("number", finding.number.to_string());
                faults.push(fields.fault("number", fault.with("other", line.to_string())));
            }
            let level = sharing(&mut fields, part.round.level, faults);
            links(&finding, &fields, part, context, faults);
            context.check(finding.clone(), &fields);
            findings.push(context.entry(finding, level, Owner::Secretariat));
            fields.finish(faults);
        }
        findings
    });
    context.faults.append(&mut faults);
    findings.unwrap_or_default()
}

/// Whether the theme, the States and the basis are there.
fn links(finding: &Finding, fields: &Fields<'_>, part: &RoundPart, context: &Context<'_>, faults: &mut Vec<Fault>) {
    let round = &part.round.noun;
    if let Some(theme) = finding.theme.as_ref().filter(|theme| round.theme(theme).is_none()) {
        faults.push(fields.fault("theme", Fault::error("theme-unknown").with("theme", theme)));
    }
    let found = finding.states.iter().filter_map(|state| context.state_fault(round, state));
    faults.extend(found.map(|fault| fields.fault("states", fault)));
    let visits: BTreeSet<u16> = part.visits.iter().map(|(visit, _)| visit.noun.number).collect();
    for (n, basis) in finding.basis.iter().enumerate() {
        let fault = match basis {
            Basis::Row(state, row) => context.state_fault(round, state).or_else(|| context.row_fault(round, row)),
            Basis::Measure(state, number) => context.state_fault(round, state).or_else(|| {
                let unknown = context.measure(id_of(part), state, number).is_none();
                unknown.then(|| Fault::error("measure-unknown").with("measure", format!("{state}:{number}")))
            }),
            Basis::Visit(number) => {
                let unknown = !visits.contains(number);
                unknown.then(|| Fault::error("visit-unknown").with("number", number.to_string()))
            }
        };
        faults.extend(fault.map(|fault| fields.fault(&format!("basis.{}", n + 1), fault)));
    }
}
