//! `visits.toml`: visits, each with the account of it as a record of its own.

use std::collections::BTreeMap;

use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::Handling;
use domain::owner::Owner;
use domain::round::Round;
use domain::visit::{Visit, VisitAccount};

use super::Entry;
use super::context::{Context, sharing};
use super::folder::Folder;
use crate::toml_file;

type VisitEntry = (Entry<Visit>, Option<Entry<VisitAccount>>);

/// Reads the visits of a round.
pub(super) fn read(folder: &mut Folder<'_>, round: &Entry<Round>, context: &mut Context<'_>) -> Vec<VisitEntry> {
    let Some(file) = folder.file("visits.toml") else { return Vec::new() };
    let mut faults = Vec::new();
    let visits = toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        let mut visits = Vec::new();
        let mut lines: BTreeMap<u16, u64> = BTreeMap::new();
        for mut fields in root.tables("visit", faults) {
            fields.require("number", faults);
            let number = fields.number("number", faults);
            let visit = Visit {
                round: Id::new(round.id),
                number: number.unwrap_or(1),
                date: fields.date("date", faults),
                title: fields.localized("title", faults),
                host: fields.localized("host", faults),
                summary: fields.localized("summary", faults),
            };
            if let Some(line) = number.and_then(|number| lines.insert(number, fields.line())) {
                let fault = Fault::error("number-twice").with("number", visit.number.to_string());
                faults.push(fields.fault("number", fault.with("other", line.to_string())));
            }
            let during = round.noun.start..=round.noun.end;
            if let Some(date) = visit.date.filter(|date| !during.contains(date)) {
                let fault = Fault::error("date-outside-round").with("date", date.to_string());
                faults.push(fields.fault("date", fault));
            }
            let text = fields.localized("account", faults);
            if !text.is_empty() {
                // How carefully an account is handled is never assumed.
                fields.require("handling", faults);
            }
            let handling = fields.word("handling", faults).unwrap_or(Handling::Unclassified);
            let level = sharing(&mut fields, round.level, faults);
            context.check(visit.clone(), &fields);
            let visit = context.entry(visit, level, Owner::Secretariat);
            let account = (!text.is_empty()).then(|| {
                let account = VisitAccount { visit: Id::new(visit.id), text };
                Entry { handling, ..context.entry(account, level, Owner::Secretariat) }
            });
            visits.push((visit, account));
            fields.finish(faults);
        }
        visits
    });
    context.faults.append(&mut faults);
    visits.unwrap_or_default()
}
