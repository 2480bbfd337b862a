//! `plans/CODE.progress.csv`: dated progress on the measures of a plan.

use domain::fault::Fault;
use domain::localized::Localized;
use domain::progress::ProgressStatus;
use jiff::civil::Date;

use crate::plan_table::measure_number;
use crate::table::{Column, Layout, Row, Table};

const LAYOUT: Layout = Layout {
    columns: &[
        Column::required("number"),
        Column::required("date"),
        Column::required("status"),
        Column::required("text").per_language(),
    ],
    by_beginning: false,
};

/// A line of the table: an entry that does not know its measure yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressDraft {
    /// Its line in the file.
    pub line: u64,
    /// The number of the measure.
    pub number: String,
    /// The day it speaks of.
    pub date: Date,
    /// How far it has come.
    pub status: ProgressStatus,
    /// What was done.
    pub text: Localized,
}

/// Reads the entries. One that cannot be read at all is left out, with its faults.
#[must_use]
pub fn read(file: &str, bytes: &[u8]) -> (Vec<ProgressDraft>, Vec<Fault>) {
    let (table, mut faults) = Table::read(file, bytes, &[&LAYOUT]);
    let mut entries = Vec::new();
    for row in table.iter().flat_map(|(table, _)| table.iter()) {
        for name in ["number", "date", "status"] {
            row.require(name, &mut faults);
        }
        let number = measure_number(row.text("number"));
        let date = row.date("date", &mut faults);
        let status = status(&row, "status", &mut faults);
        let text = row.localized("text");
        let mut found = Vec::new();
        text.check_required("text", &mut found);
        row.place(found, &mut faults);
        if let (Some(date), Some(status), false) = (date, status, number.is_empty()) {
            entries.push(ProgressDraft { line: row.line(), number, date, status, text });
        }
    }
    (entries, faults)
}

/// A status as plans and progress tables write it, in English or Russian; `None` when it is empty or not known.
pub(crate) fn status(row: &Row<'_>, name: &'static str, faults: &mut Vec<Fault>) -> Option<ProgressStatus> {
    let written = row.text(name);
    let status = match text::fold(written).replace(['-', '_'], " ").as_str() {
        "" => return None,
        "not started" | "not begun" | "planned" | "не начато" | "не начат" | "не приступали" | "планируется" => {
            ProgressStatus::NotStarted
        }
        "under way"
        | "underway"
        | "in progress"
        | "ongoing"
        | "выполняется"
        | "исполняется"
        | "в работе"
        | "в процессе"
        | "в процессе выполнения"
        | "в процессе исполнения" => ProgressStatus::UnderWay,
        "done" | "completed" | "complete" | "implemented" | "выполнено" | "исполнено" | "завершено" | "выполнен" => {
            ProgressStatus::Done
        }
        "delayed" | "overdue" | "задерживается" | "просрочено" | "с задержкой" => {
            ProgressStatus::Delayed
        }
        _ => {
            let fault = Fault::error("word-unknown").with("word", written);
            let allowed: Vec<&str> = ProgressStatus::ALL.iter().map(|status| status.as_str()).collect();
            faults.push(row.fault(name, fault.with("allowed", allowed.join(", "))));
            return None;
        }
    };
    Some(status)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::faults_shown;

    #[track_caller]
    fn check(rows: &str, entries: &[&str], faults: &[&str]) {
        let table = format!("number,date,status,text_en,text_ru\n{rows}");
        let (read, found) = read("XO.progress.csv", table.as_bytes());
        let shown: Vec<String> = read
            .iter()
            .map(|entry| format!("{} {} {} {}", entry.line, entry.number, entry.date, entry.status))
            .collect();
        assert_eq!(shown, entries);
        assert_eq!(faults_shown(&found), faults);
    }

    #[test]
    fn entries_are_read() {
        check(
            "1,2025-09-18,under-way,Working group,Рабочая группа\n17.1.,2026-01-01,выполнено,,Готово\n",
            &["2 1 2025-09-18 under-way", "3 17.1 2026-01-01 done"],
            &[],
        );
    }

    #[test]
    fn what_is_wrong_is_told() {
        let allowed = "not-started, under-way, done, delayed";
        let fault = format!("XO.progress.csv:2 status word-unknown allowed={allowed} word=nearly");
        check("1,2025-09-18,nearly,A,Б\n", &[], &[&fault]);
        check("1,2025-09,done,A,Б\n", &[], &["XO.progress.csv:2 date date-unreadable text=2025-09"]);
        check("1,2025-09-18,done,,\n", &["2 1 2025-09-18 done"], &["XO.progress.csv:2 text_en field-missing"]);
    }
}
