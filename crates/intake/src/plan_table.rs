//! `plans/CODE.en.csv` and `plans/CODE.ru.csv`: the measures of an action plan, in the column layout of either language
//! as States really write them.

mod cells;
mod layout;
mod merge;

use std::collections::BTreeMap;

use domain::body::Body;
use domain::cell::RowKey;
use domain::fault::Fault;
use domain::ids::{Id, Uuid};
use domain::language::Language;
use domain::localized::Localized;
use domain::measure::{FormOfCompletion, Funding, Measure, TimeFrame};
use domain::partial_date::PartialDate;
use domain::plan::Plan;
use domain::progress::ProgressStatus;

pub use cells::measure_number;
pub use merge::merge;

use crate::progress_table::status;
use crate::table::{Row, Table};
use crate::time_frame::{self, When};

/// A table of measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTable {
    /// The language of its layout, and of its texts.
    pub language: Language,
    /// The measures, in the order of the file.
    pub measures: Vec<MeasureDraft>,
}

/// A measure that does not know its plan yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureDraft {
    /// The file it was read from.
    pub file: String,
    /// Its line in the file.
    pub line: u64,
    /// Its number.
    pub number: String,
    /// The paragraphs of the resolution it serves.
    pub operative_paragraphs: Vec<String>,
    /// The rows of the matrix it changes.
    pub rows: Vec<RowKey>,
    /// What is to be done.
    pub text: Localized,
    /// What is expected of it.
    pub expected_result: Localized,
    /// In what form it is completed.
    pub form: Option<FormOfCompletion>,
    /// When; `None` when it could not be read, which is a fault.
    pub when: Option<When>,
    /// The body that leads.
    pub lead: Localized,
    /// The bodies that take part.
    pub supporting: Vec<Localized>,
    /// Who pays.
    pub funding: Option<Funding>,
    /// Partners that fund or help.
    pub partners: Localized,
    /// By what one sees that it is done.
    pub indicator: Localized,
    /// What help is needed.
    pub assistance_needed: Localized,
    /// How far it has come; `None` when the plan has no such column.
    pub status: Option<ProgressStatus>,
}

impl MeasureDraft {
    /// The measure in this plan. A continuous one begins with the plan; one whose status nobody reported counts as not
    /// started.
    #[must_use]
    pub fn into_measure(self, plan: Id<Plan>, plan_start: PartialDate) -> Measure {
        Measure {
            plan,
            number: self.number,
            operative_paragraphs: self.operative_paragraphs,
            rows: self.rows,
            text: self.text,
            expected_result: self.expected_result,
            form: self.form,
            time_frame: self.when.map_or(TimeFrame { start: None, end: None }, |when| when.in_plan(plan_start)),
            lead: self.lead,
            supporting: self.supporting,
            funding: self.funding,
            partners: self.partners,
            indicator: self.indicator,
            assistance_needed: self.assistance_needed,
            status: self.status.unwrap_or(ProgressStatus::NotStarted),
        }
    }
}

/// Reads a table of measures in the English or the Russian layout, whichever its headings are.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Option<PlanTable>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&layout::ENGLISH, &layout::RUSSIAN]);
    let Some((table, layout)) = table else { return (None, faults) };
    let language = if layout == 0 { Language::EN } else { Language::RU };
    if !table.has("status") {
        let fault = Fault::warning("plan-without-status").inside(file, Some(table.heading_line));
        faults.push(fault);
    }
    let mut measures: Vec<MeasureDraft> = Vec::new();
    let mut lines: BTreeMap<String, u64> = BTreeMap::new();
    for row in table.iter().filter(|row| !is_count_of_columns(row)) {
        if is_section_title(&row) {
            let title = row.cells().iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
            let fault = Fault::warning("plan-row-skipped").with("text", title);
            faults.push(row.fault("text", fault));
            continue;
        }
        let draft = draft(file, &row, language, &mut faults);
        if let Some(other) = lines.get(&draft.number) {
            let fault = Fault::error("number-twice").with("number", &draft.number);
            faults.push(row.fault("number", fault.with("other", other.to_string())));
            continue;
        }
        if !draft.number.is_empty() {
            lines.insert(draft.number.clone(), row.line());
        }
        check(&row, &draft, &mut faults);
        measures.push(draft);
    }
    (Some(PlanTable { language, measures }), faults)
}

fn draft(file: &str, row: &Row<'_>, language: Language, faults: &mut Vec<Fault>) -> MeasureDraft {
    let text = |name| Localized::new(language, row.text(name));
    let (operative_paragraphs, rows) = cells::references(row, faults);
    let (lead, supporting) = cells::bodies(row, language);
    let (funding, partners) = cells::funding(row, language, faults);
    let mut expected_result = text("expected_result");
    let form = cells::form(row, language, &mut expected_result, faults);
    MeasureDraft {
        file: file.to_owned(),
        line: row.line(),
        number: measure_number(row.text("number")),
        operative_paragraphs,
        rows,
        text: text("text"),
        expected_result,
        form,
        when: when(row, faults),
        lead,
        supporting,
        funding,
        partners,
        indicator: text("indicator"),
        assistance_needed: text("assistance_needed"),
        status: status(row, "status", faults),
    }
}

fn when(row: &Row<'_>, faults: &mut Vec<Fault>) -> Option<When> {
    let text = row.text("time_frame");
    if text.is_empty() {
        return None;
    }
    let when = time_frame::read(text);
    match when {
        Some(When::Frame(_)) => {}
        Some(When::Continuous) => {
            faults.push(row.fault("time_frame", Fault::warning("time-frame-continuous").with("text", text)));
        }
        None => faults.push(row.fault("time_frame", Fault::error("time-frame-unreadable").with("text", text))),
    }
    when
}

/// Places what is wrong with the measure itself. Its plan is not known yet, so neither is when it begins.
fn check(row: &Row<'_>, draft: &MeasureDraft, faults: &mut Vec<Fault>) {
    let unreadable = draft.when.is_none() && !row.text("time_frame").is_empty();
    let measure = draft.clone().into_measure(Id::new(Uuid::nil()), PartialDate::Year(1));
    let mut found = Body::from(measure).check();
    // What is there and cannot be read has been told; it is not missing too.
    found.retain(|fault| !(unreadable && fault.code == "time-frame-missing"));
    // Paragraphs and rows share a column.
    for field in found.iter_mut().filter_map(|fault| fault.place.field.as_mut()) {
        if field == "operative_paragraphs" {
            "references".clone_into(field);
        }
    }
    row.place(found, faults);
}

/// The line under the headings of official documents that numbers the columns.
fn is_count_of_columns(row: &Row<'_>) -> bool {
    let cells = row.cells();
    cells.len() > 2 && cells.iter().enumerate().all(|(n, cell)| cell.trim_end_matches('.') == (n + 1).to_string())
}

/// A line that only names a part of the plan: its text stands alone.
fn is_section_title(row: &Row<'_>) -> bool {
    let alone = ["time_frame", "lead", "funding", "form", "indicator"].iter().all(|name| row.text(name).is_empty());
    alone && (row.text("number").is_empty() || row.text("text").is_empty())
}

#[cfg(test)]
mod tests;
