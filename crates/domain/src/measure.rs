//! Measures: the numbered lines of an action plan.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::cell::RowKey;
use crate::fault::{Fault, check_required};
use crate::ids::Id;
use crate::localized::Localized;
use crate::partial_date::PartialDate;
use crate::plan::Plan;
use crate::progress::ProgressStatus;

crate::words! {
    /// In what form a measure is completed.
    FormOfCompletion {
        /// A law in force.
        Law = "law",
        /// A draft law submitted.
        DraftLaw = "draft-law",
        /// A decree or resolution of the Government.
        Decree = "decree",
        /// An order of a ministry or agency.
        Order = "order",
        /// Guidelines or methods.
        Guideline = "guideline",
        /// Training carried out.
        Training = "training",
        /// Equipment put to use.
        Equipment = "equipment",
        /// An agreement concluded.
        Agreement = "agreement",
        /// A report.
        Report = "report",
        /// Something else, said in the expected result.
        Other = "other",
    }
}

crate::words! {
    /// Who pays.
    Funding {
        /// The State's budget.
        Budget = "budget",
        /// Partners.
        Partners = "partners",
        /// Both.
        BudgetAndPartners = "budget-and-partners",
        /// It costs nothing.
        None = "none",
    }
}

/// When a measure is carried out. At least one end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeFrame {
    /// From when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<PartialDate>,
    /// Until when. Without it the measure is continuous and never overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
}

/// A measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// The plan it stands in.
    pub plan: Id<Plan>,
    /// Its number: cited from outside, so never given twice and never changed. `17`, `17.1`.
    pub number: String,
    /// The paragraphs of the resolution it serves: `3(d)`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operative_paragraphs: Vec<String>,
    /// The rows of the matrix it changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<RowKey>,
    /// What is to be done.
    pub text: Localized,
    /// What is expected of it.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub expected_result: Localized,
    /// In what form it is completed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<FormOfCompletion>,
    /// When.
    pub time_frame: TimeFrame,
    /// The body that leads, first named in the plan.
    pub lead: Localized,
    /// The bodies that take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub supporting: Vec<Localized>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funding: Option<Funding>,
    /// Partners that fund or help.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub partners: Localized,
    /// By what one sees that it is done.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub indicator: Localized,
    /// What help is needed.
    #[serde(default, skip_serializing_if = "Localized::is_empty")]
    pub assistance_needed: Localized,
    /// How far it has come, as last reported.
    pub status: ProgressStatus,
}

impl Measure {
    /// Whether its time is over and it is not done, seen on this day.
    #[must_use]
    pub fn is_overdue(&self, today: Date) -> bool {
        self.status != ProgressStatus::Done && self.time_frame.end.is_some_and(|end| end.last_day() < today)
    }

    /// Everything wrong with it.
    pub fn check(&self, faults: &mut Vec<Fault>) {
        check_required("number", &self.number, faults);
        if self.number.chars().count() > 20 {
            faults.push(Fault::error("text-too-long").at("number").with("limit", "20"));
        }
        self.text.check_required("text", faults);
        self.lead.check_required("lead", faults);
        self.expected_result.check("expected_result", faults);
        self.partners.check("partners", faults);
        self.indicator.check("indicator", faults);
        self.assistance_needed.check("assistance_needed", faults);
        for (n, body) in self.supporting.iter().enumerate() {
            body.check_required(&format!("supporting.{}", n + 1), faults);
        }
        match (self.time_frame.start, self.time_frame.end) {
            (None, None) => faults.push(Fault::error("time-frame-missing").at("time_frame")),
            (Some(start), Some(end)) if end.last_day() < start.first_day() => {
                faults.push(Fault::error("ends-before-it-starts").at("time_frame.end"));
            }
            _ => {}
        }
        check_operative_paragraphs(&self.operative_paragraphs, faults);
    }
}

/// Faults of references to operative paragraphs: `3(d)`, `8(a)`, `10`.
pub fn check_operative_paragraphs(paragraphs: &[String], faults: &mut Vec<Fault>) {
    for paragraph in paragraphs {
        let (number, letter) = match paragraph.split_once('(') {
            None => (paragraph.as_str(), None),
            Some((number, rest)) => (number, Some(rest)),
        };
        let numbered = number.parse::<u8>().is_ok_and(|number| (1..=12).contains(&number));
        let lettered = letter.is_none_or(|rest| matches!(rest, "a)" | "b)" | "c)" | "d)"));
        if !numbered || !lettered {
            faults.push(
                Fault::error("operative-paragraph-unknown").at("operative_paragraphs").with("paragraph", paragraph),
            );
        }
    }
}
