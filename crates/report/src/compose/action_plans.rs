//! The annex with the action plans: for each its timeline and its measures, with what was last reported.

use domain::measure::Measure;
use domain::progress::Progress;
use domain::sort_key::sort_key;
use locale::{Catalogue, Translator};

use super::writer::{Writer, capitalised, heading, in_leading_order, named, remark, said, table};
use crate::document::{Block, Cell, Figure, LineStyle, Parallel, TableRow};
use crate::round_record::PlanRecord;
use crate::timeline;

pub(super) fn annex(writer: &Writer<'_>) -> Vec<Block> {
    let record = writer.record;
    let mut codes: Vec<_> = record.plans.iter().map(|plan| plan.plan.state.clone()).collect();
    codes.sort();
    codes.dedup();
    let mut blocks = Vec::new();
    for code in in_leading_order(writer, codes) {
        let mut plans: Vec<&PlanRecord> = record.plans.iter().filter(|plan| plan.plan.state == code).collect();
        plans.sort_by_key(|plan| plan.plan.start);
        for plan in plans {
            blocks.extend(one_plan(writer, plan));
        }
    }
    blocks
}

fn one_plan(writer: &Writer<'_>, entry: &PlanRecord) -> Vec<Block> {
    let record = writer.record;
    let plan = &entry.plan;
    let state = |t: Translator| record.state_name(&plan.state, t.language());
    let mut blocks = vec![heading(
        writer.with("report-plan", |t| vec![("state", state(t).into()), ("title", named(&plan.title, t).into())]),
    )];
    if !plan.instrument.is_empty() {
        blocks.push(remark(writer.each(|t| {
            let instrument = said(&plan.instrument, t);
            match plan.adopted {
                // An instrument that carries its own date needs it only once.
                Some(date) if !instrument.contains(&t.partial_date(date)) && !instrument.contains(&full(date, t)) => t
                    .with(
                        "report-plan-adopted-on",
                        &[("instrument", instrument.into()), ("date", t.partial_date(date).into())],
                    ),
                _ => t.with("report-plan-adopted", &[("instrument", instrument.into())]),
            }
        })));
    }
    blocks.push(remark(writer.with("report-plan-period", |t| {
        vec![("start", t.partial_date(plan.start).into()), ("end", t.partial_date(plan.end).into())]
    })));
    let mut measures = entry.measures.clone();
    measures.sort_by_key(|(_, measure)| sort_key(&measure.number));
    if measures.is_empty() {
        return blocks;
    }
    blocks.push(remark(writer.with("report-plan-overdue", |t| {
        let overdue: Vec<String> = measures
            .iter()
            .filter(|(_, measure)| measure.is_overdue(record.as_of))
            .map(|(_, measure)| measure.number.clone())
            .collect();
        vec![
            ("count", overdue.len().into()),
            ("date", t.date_in_full(record.as_of).into()),
            ("numbers", t.list(&overdue).into()),
        ]
    })));
    let translator = Catalogue::embedded().translator(writer.languages[0]);
    let title = named(&plan.title, translator);
    for (svg, size) in timeline::pages(&title, &measures, record.as_of, translator) {
        blocks.push(Block::Figure(Figure {
            caption: writer.with("report-plan-timeline", |t| {
                vec![("state", state(t).into()), ("date", t.date_in_full(record.as_of).into())]
            }),
            alternative: writer.text("report-plan-timeline-alternative"),
            svg,
            size,
        }));
    }
    let rows = measures
        .iter()
        .map(|(id, measure)| {
            let mut reports: Vec<&Progress> = entry.progress.iter().filter(|entry| entry.about == *id).collect();
            reports.sort_by_key(|progress| progress.date);
            row(writer, measure, reports.last().copied())
        })
        .collect();
    let columns = vec![
        (writer.text("report-measure-number"), 12),
        (writer.text("report-measure-text"), 74),
        (writer.text("report-measure-time"), 30),
        (writer.text("report-measure-status"), 44),
    ];
    blocks.push(table(None, columns, rows));
    blocks
}

fn row(writer: &Writer<'_>, measure: &Measure, last: Option<&Progress>) -> TableRow {
    let optional = |key: &'static str, name: &'static str, text: &domain::localized::Localized| {
        if text.is_empty() { Parallel::default() } else { writer.with(key, |t| vec![(name, said(text, t).into())]) }
    };
    let mut what = Cell::text(writer.said(&measure.text))
        .with(optional("report-measure-lead", "lead", &measure.lead), LineStyle::Small);
    if !measure.supporting.is_empty() {
        let bodies =
            |t: Translator| measure.supporting.iter().map(|body| named(body, t)).collect::<Vec<_>>().join("; ");
        what = what
            .with(writer.with("report-measure-supporting", |t| vec![("bodies", bodies(t).into())]), LineStyle::Small);
    }
    what = what.with(optional("report-measure-result", "result", &measure.expected_result), LineStyle::Small);
    what = what.with(optional("report-measure-assistance", "assistance", &measure.assistance_needed), LineStyle::Small);
    let mut status = Cell::default()
        .with(writer.each(|t| capitalised(&t.word("progress-status", measure.status.as_str()))), LineStyle::Strong);
    if measure.is_overdue(writer.record.as_of) {
        status = status.with(writer.text("report-measure-overdue"), LineStyle::Strong);
    }
    if let Some(progress) = last {
        let key = if progress.status == measure.status { "report-progress" } else { "report-progress-status" };
        let text = writer.with(key, |t| {
            vec![
                ("date", t.date(progress.date).into()),
                ("status", t.word("progress-status", progress.status.as_str()).into()),
                ("text", said(&progress.text, t).into()),
            ]
        });
        status = status.with(text, LineStyle::Text);
    }
    TableRow {
        heading: false,
        cells: vec![
            Cell::default().with(writer.same(&measure.number), LineStyle::Strong),
            what,
            Cell::text(writer.each(|t| time_frame(measure, t))),
            status,
        ],
    }
}

/// The time frame in words, as exact as it is.
pub(crate) fn time_frame(measure: &Measure, t: Translator) -> String {
    let date = |date| t.partial_date(date);
    match (measure.time_frame.start, measure.time_frame.end) {
        (Some(start), Some(end)) if start == end => date(start),
        (Some(start), Some(end)) => {
            t.with("report-time-from-to", &[("start", date(start).into()), ("end", date(end).into())])
        }
        (None, Some(end)) => t.with("report-time-by", &[("end", date(end).into())]),
        (Some(start), None) => t.with("report-time-from", &[("start", date(start).into())]),
        (None, None) => String::new(),
    }
}

fn full(date: domain::partial_date::PartialDate, t: Translator) -> String {
    match date {
        domain::partial_date::PartialDate::Day(day) => t.date_in_full(day),
        other => t.partial_date(other),
    }
}
