use domain::ids::Uuid;
use domain::measure::{FormOfCompletion, Funding, Measure, TimeFrame};
use domain::plan::Plan;
use domain::progress::{Progress, ProgressStatus};
use jiff::civil::date;
use report::PlanRecord;

use super::{both, code, id};

/// A plan with measures of every precision and status.
pub(crate) fn plan(letters: &str, measures: usize) -> PlanRecord {
    let frames = [
        (Some("2025-Q1"), Some("2026-Q4"), ProgressStatus::UnderWay),
        (Some("2025"), Some("2025"), ProgressStatus::Done),
        (None, Some("2026-Q2"), ProgressStatus::Delayed),
        (Some("2026-03-01"), Some("2027-05-31"), ProgressStatus::UnderWay),
        (Some("2027"), Some("2029"), ProgressStatus::NotStarted),
        (Some("2026-09"), None, ProgressStatus::UnderWay),
        (Some("2025-Q3"), Some("2026-Q3"), ProgressStatus::UnderWay),
        (Some("2026-12-20"), Some("2026-12-20"), ProgressStatus::NotStarted),
        (None, Some("2028"), ProgressStatus::NotStarted),
    ];
    let measures: Vec<_> = frames
        .iter()
        .take(measures)
        .enumerate()
        .map(|(n, (start, end, status))| {
            let measure = Measure {
                plan: id(4),
                number: (n + 1).to_string(),
                operative_paragraphs: vec!["3(d)".to_owned()],
                rows: vec!["IV.6".parse().unwrap()],
                text: both(
                    "Adopt the rules on licensing of exports & transit of <listed> goods",
                    "Принять правила лицензирования экспорта и транзита товаров из контрольного списка",
                ),
                expected_result: both("One set of rules for all operators", "Единые правила для всех операторов"),
                form: Some(FormOfCompletion::Decree),
                time_frame: TimeFrame {
                    start: start.map(|text| text.parse().unwrap()),
                    end: end.map(|text| text.parse().unwrap()),
                },
                lead: both("Ministry of Economy", "Министерство экономики"),
                supporting: vec![both("Customs Service", "Таможенная служба")],
                funding: Some(Funding::BudgetAndPartners),
                partners: both("RCDD", "РЦДР"),
                indicator: both("Decree published", "Постановление опубликовано"),
                assistance_needed: both("Review by an expert", "Рецензирование экспертом"),
                status: *status,
            };
            (Uuid::from_u128(100 + n as u128), measure)
        })
        .collect();
    let progress = vec![Progress {
        about: Uuid::from_u128(100),
        state: code(letters),
        date: date(2026, 9, 1),
        status: ProgressStatus::UnderWay,
        text: both("The draft is with the Ministry of Justice.", "Проект находится в Министерстве юстиции."),
        evidence: Vec::new(),
    }];
    PlanRecord {
        plan: Plan {
            state: code(letters),
            title: both("National Action Plan 2025–2029", "Национальный план действий на 2025–2029 годы"),
            instrument: both(
                "Government Decree No. 611 of 20 December 2024",
                "Постановление Правительства № 611 от 20 декабря 2024 года",
            ),
            adopted: Some("2024-12-20".parse().unwrap()),
            start: "2025".parse().unwrap(),
            end: "2029".parse().unwrap(),
        },
        measures,
        progress,
    }
}
