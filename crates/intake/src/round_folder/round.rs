//! `round.toml`: the round itself.

use domain::fault::Fault;
use domain::language::Language;
use domain::marking::SharingLevel;
use domain::owner::{Owner, StateCode};
use domain::partial_date::PartialDate;
use domain::round::{
    EarlierRound, NextRound, Organiser, OrganiserRole, Round, RoundKind, RoundState, Statement, StatementPart, Theme,
};
use domain::template::Source;
use jiff::civil::Date;

use super::Entry;
use super::context::{Context, sharing};
use super::folder::Folder;
use crate::toml_file::{self, Fields};

/// The version of the folder's format that is read here.
const FORMAT: u16 = 1;

/// Stands where a required date is missing; the fault keeps it from being stored.
const NO_DATE: PartialDate = PartialDate::Year(1);

/// Reads the round; nothing when there is none.
pub(super) fn read(folder: &mut Folder<'_>, context: &mut Context<'_>) -> Option<Entry<Round>> {
    let Some(file) = folder.file("round.toml") else {
        context.faults.push(Fault::error("file-missing").inside(&folder.path("round.toml"), None));
        return None;
    };
    let mut faults = Vec::new();
    let round = toml_file::read(file.path, file.bytes, &mut faults, |root, faults| {
        root.require("format", faults);
        if let Some(other) = root.number("format", faults).filter(|format| *format != FORMAT) {
            let fault = Fault::error("format-unknown").with("format", other.to_string());
            faults.push(root.fault("format", fault.with("known", FORMAT.to_string())));
        }
        root.require("round", faults);
        let mut fields = root.table("round", faults)?;
        let level = sharing(&mut fields, SharingLevel::Round, faults);
        let round = round(&mut fields, context, faults);
        links(&round, &fields, context, faults);
        context.check(round.clone(), &fields);
        fields.finish(faults);
        Some(context.entry(round, level, Owner::Secretariat))
    });
    context.faults.append(&mut faults);
    round.flatten()
}

fn round(fields: &mut Fields<'_>, context: &Context<'_>, faults: &mut Vec<Fault>) -> Round {
    for name in ["kind", "start", "end"] {
        fields.require(name, faults);
    }
    let template = fields.text("template", faults);
    let known = context.template(&template);
    if !template.is_empty() && known.is_none() {
        let fault = Fault::error("template-unknown").with("template", &template);
        faults.push(fields.fault("template", fault.with("known", context.template_keys())));
    }
    let end = fields.date("end", faults);
    Round {
        key: fields.text("key", faults),
        title: fields.localized("title", faults),
        kind: fields.word("kind", faults).unwrap_or(RoundKind::PeerReview),
        training: fields.boolean("training", faults),
        template: known.map(|(id, _)| *id),
        purpose: fields.localized("purpose", faults),
        framework: fields.localized("framework", faults),
        host: fields.localized("host", faults),
        host_state: fields.parse("host_state", "state-code-wrong", faults),
        place: fields.localized("place", faults),
        // A round without its days takes all of time, so that no other date is told to be outside it.
        start: fields.date("start", faults).unwrap_or(Date::MIN),
        end: end.unwrap_or(Date::MAX),
        languages: fields.parse_list::<Language>("languages", "language-unknown", faults),
        states: each(fields, "state", faults, state),
        organisers: each(fields, "organiser", faults, organiser),
        themes: each(fields, "theme", faults, theme),
        earlier: each(fields, "earlier", faults, earlier),
        statements: each(fields, "statement", faults, statement),
        decisions: each(fields, "decision", faults, |fields, faults| Some(fields.localized("text", faults))),
        cooperation: each(fields, "cooperation", faults, |fields, faults| Some(fields.localized("text", faults))),
        output: one(fields, "output", faults, |fields, faults| fields.localized("text", faults)).unwrap_or_default(),
        next: one(fields, "next", faults, next).filter(|_| end.is_some()),
        source: one(fields, "source", faults, source),
    }
}

/// Reads each table of a list.
fn each<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    faults: &mut Vec<Fault>,
    read: impl Fn(&mut Fields<'_>, &mut Vec<Fault>) -> Option<T>,
) -> Vec<T> {
    let mut items = Vec::new();
    for mut fields in fields.tables(name, faults) {
        items.extend(read(&mut fields, faults));
        fields.finish(faults);
    }
    items
}

/// Reads one table.
fn one<T>(
    fields: &mut Fields<'_>,
    name: &'static str,
    faults: &mut Vec<Fault>,
    read: impl Fn(&mut Fields<'_>, &mut Vec<Fault>) -> T,
) -> Option<T> {
    let mut fields = fields.table(name, faults)?;
    let value = read(&mut fields, faults);
    fields.finish(faults);
    Some(value)
}

fn state(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<RoundState> {
    fields.require("code", faults);
    let roles = fields.words("roles", faults);
    Some(RoundState { code: fields.parse::<StateCode>("code", "state-code-wrong", faults)?, roles })
}

fn organiser(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<Organiser> {
    fields.require("role", faults);
    Some(Organiser {
        name: fields.localized("name", faults),
        short: fields.text("short", faults),
        role: fields.word("role", faults).unwrap_or(OrganiserRole::Organiser),
    })
}

fn theme(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<Theme> {
    Some(Theme {
        key: fields.text("key", faults),
        title: fields.localized("title", faults),
        operative_paragraphs: fields.texts("operative_paragraphs", faults),
        rows: fields.parse_list("rows", "row-unreadable", faults),
        priority: fields.boolean("priority", faults),
    })
}

fn earlier(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<EarlierRound> {
    fields.require("when", faults);
    let key = fields.text("key", faults);
    Some(EarlierRound {
        key: Some(key).filter(|key| !key.is_empty()),
        title: fields.localized("title", faults),
        place: fields.localized("place", faults),
        when: fields.partial_date("when", faults).unwrap_or(NO_DATE),
    })
}

fn statement(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Option<Statement> {
    fields.require("part", faults);
    let part = fields.word("part", faults).unwrap_or(StatementPart::Discussion);
    Some(Statement { part, text: fields.localized("text", faults) })
}

fn next(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> NextRound {
    fields.require("when", faults);
    // The missing date must not also be told as a date before this round.
    let when = fields.partial_date("when", faults).unwrap_or(PartialDate::Day(Date::MAX));
    NextRound {
        when,
        host_state: fields.parse("host_state", "state-code-wrong", faults),
        place: fields.localized("place", faults),
        text: fields.localized("text", faults),
        invited: fields.localized("invited", faults),
    }
}

fn source(fields: &mut Fields<'_>, faults: &mut Vec<Fault>) -> Source {
    Source {
        title: fields.text("title", faults),
        publisher: fields.text("publisher", faults),
        url: fields.text("url", faults),
        date: fields.partial_date("date", faults),
    }
}

/// What only the rest of the folder can tell: States and rows that there are, and teaching kept apart from the real.
fn links(round: &Round, fields: &Fields<'_>, context: &Context<'_>, faults: &mut Vec<Fault>) {
    for (n, state) in round.states.iter().enumerate() {
        let field = format!("state.{}.code", n + 1);
        let code = match context.states.get(&state.code) {
            None => "state-unknown",
            Some(Some(false)) if round.training => "state-not-fictitious",
            Some(Some(true)) if !round.training => "state-fictitious",
            _ => continue,
        };
        faults.push(fields.fault(&field, Fault::error(code).with("state", state.code.as_str())));
    }
    let hosts = [("host_state", &round.host_state), ("next.host_state", next_host(round))];
    for (field, host) in hosts {
        if let Some(host) = host.as_ref().filter(|host| !context.states.contains_key(host)) {
            faults.push(fields.fault(field, Fault::error("state-unknown").with("state", host.as_str())));
        }
    }
    for (n, theme) in round.themes.iter().enumerate() {
        for (m, row) in theme.rows.iter().enumerate() {
            if let Some(fault) = context.row_fault(round, row) {
                faults.push(fields.fault(&format!("theme.{}.rows.{}", n + 1, m + 1), fault));
            }
        }
        if round.template.is_none() && !theme.rows.is_empty() {
            faults.push(fields.fault(&format!("theme.{}.rows", n + 1), Fault::warning("rows-without-template")));
        }
    }
}

fn next_host(round: &Round) -> &Option<StateCode> {
    round.next.as_ref().map_or(&None, |next| &next.host_state)
}
