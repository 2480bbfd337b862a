//! `plans/CODE.*`: the action plans of the States, each a head, its measures in one or two languages, and progress.

use domain::fault::Fault;
use domain::ids::Id;
use domain::marking::SharingLevel;
use domain::measure::Measure;
use domain::owner::StateCode;
use domain::partial_date::PartialDate;
use domain::plan::Plan;
use domain::progress::Progress;
use domain::round::Round;

use super::context::{Context, owned_by, sharing};
use super::folder::{File, Folder};
use super::matrices::state_of_file;
use super::{Entry, PlanPart};
use crate::plan_table::{self, MeasureDraft};
use crate::{progress_table, toml_file};

/// Reads the plans handed in to a round.
pub(super) fn read(folder: &mut Folder<'_>, round: &Entry<Round>, context: &mut Context<'_>) -> Vec<PlanPart> {
    let mut plans = Vec::new();
    for stem in folder.stems("plans/") {
        let head = folder.file(&format!("plans/{stem}.toml"));
        let mut table = |name: &str| folder.table(&format!("plans/{stem}.{name}"), &mut context.faults);
        let (english, russian, progress) = (table("en"), table("ru"), table("progress"));
        let Some(any) = head.or(english).or(russian).or(progress) else { continue };
        let Some(state) = state_of_file(stem, any, round, context) else { continue };
        let Some(head) = head else {
            let expected = folder.path(&format!("plans/{stem}.toml"));
            context.faults.push(Fault::error("file-missing").inside(&expected, None));
            continue;
        };
        let Some(plan) = read_head(head, &state, round, context) else { continue };
        let drafts = read_measures(english, russian, context);
        if drafts.is_empty() {
            context.faults.push(Fault::warning("plan-without-measures").inside(head.path, None));
        }
        let measures = measures(drafts, &state, &plan, round, context);
        let progress = progress.map_or_else(Vec::new, |file| read_progress(file, &state, &plan, &measures, context));
        plans.push(PlanPart { plan, measures, progress });
    }
    plans
}

fn read_head(
    file: File<'_>,
    state: &StateCode,
    round: &Entry<Round>,
    context: &mut Context<'_>,
) -> Option<Entry<Plan>> {
    let mut faults = Vec::new();
    let entry = toml_file::read(file.path, file.bytes, &mut faults, |fields, faults| {
        for name in ["start", "end"] {
            fields.require(name, faults);
        }
        let start = fields.partial_date("start", faults);
        let plan = Plan {
            state: state.clone(),
            title: fields.localized("title", faults),
            instrument: fields.localized("instrument", faults),
            adopted: fields.partial_date("adopted", faults),
            start: start.unwrap_or(PartialDate::Year(1)),
            end: fields.partial_date("end", faults).or(start).unwrap_or(PartialDate::Year(1)),
        };
        let level = sharing(fields, round.level.min(SharingLevel::Round), faults);
        context.check(plan.clone(), fields);
        context.entry(plan, level, owned_by(state))
    });
    context.faults.append(&mut faults);
    entry
}

fn read_measures(english: Option<File<'_>>, russian: Option<File<'_>>, context: &mut Context<'_>) -> Vec<MeasureDraft> {
    let mut tables = Vec::new();
    for file in [english, russian].into_iter().flatten() {
        let (table, faults) = plan_table::read(file.path, file.bytes);
        context.faults.extend(faults);
        tables.extend(table.map(|table| (table, file)));
    }
    match (tables.pop(), tables.pop()) {
        (Some((second, file)), Some((first, _))) => {
            if first.language == second.language {
                let fault = Fault::error("plan-language-twice").with("language", second.language.as_str());
                context.faults.push(fault.inside(file.path, None));
            }
            let (measures, faults) = plan_table::merge(first, second);
            context.faults.extend(faults);
            measures
        }
        (Some((only, _)), None) => only.measures,
        _ => Vec::new(),
    }
}

fn measures(
    drafts: Vec<MeasureDraft>,
    state: &StateCode,
    plan: &Entry<Plan>,
    round: &Entry<Round>,
    context: &mut Context<'_>,
) -> Vec<(Id<Measure>, Measure)> {
    let mut measures = Vec::new();
    for draft in drafts {
        let (file, line) = (draft.file.clone(), draft.line);
        let measure = draft.into_measure(Id::new(plan.id), plan.noun.start);
        for row in &measure.rows {
            let fault = context.row_fault(&round.noun, row);
            context.faults.extend(fault.map(|fault| fault.at("rows").inside(&file, Some(line))));
        }
        let id = Id::new(context.id());
        context.measures.insert((Id::new(round.id), state.clone(), measure.number.clone()), id);
        measures.push((id, measure));
    }
    measures
}

fn read_progress(
    file: File<'_>,
    state: &StateCode,
    plan: &Entry<Plan>,
    measures: &[(Id<Measure>, Measure)],
    context: &mut Context<'_>,
) -> Vec<Entry<Progress>> {
    let (drafts, faults) = progress_table::read(file.path, file.bytes);
    context.faults.extend(faults);
    let mut entries = Vec::new();
    for draft in drafts {
        let Some((id, _)) = measures.iter().find(|(_, measure)| measure.number == draft.number) else {
            let fault = Fault::error("measure-unknown").with("measure", &draft.number);
            context.faults.push(fault.at("number").inside(file.path, Some(draft.line)));
            continue;
        };
        let progress = Progress {
            about: id.record(),
            state: state.clone(),
            date: draft.date,
            status: draft.status,
            text: draft.text,
            evidence: Vec::new(),
        };
        entries.push(context.entry(progress, plan.level, owned_by(state)));
    }
    entries
}
