//! A small round of fictitious States, made by hand: enough to see every part of a report.

#![allow(dead_code, reason = "each test file uses the parts it needs")]
#![expect(clippy::unwrap_used, reason = "sample data that cannot be read is a mistake in this file")]

mod plan;
mod review;
mod template;

use std::collections::BTreeMap;

use domain::answer::Answer;
use domain::cell::Mark;
use domain::citation::{Citation, Translation};
use domain::ids::{Id, Uuid};
use domain::language::Language;
use domain::localized::Localized;
use domain::marking::Marking;
use domain::matrix::{Matrix, MatrixStatus};
use domain::owner::StateCode;
use domain::report::ReportScope;
use domain::state::State;
use jiff::civil::date;
use report::{MatrixRecord, RoundRecord};

pub(crate) fn id<K>(n: u128) -> Id<K> {
    Id::new(Uuid::from_u128(n))
}

pub(crate) fn code(code: &str) -> StateCode {
    code.parse().unwrap()
}

pub(crate) fn both(en: &str, ru: &str) -> Localized {
    Localized::en_ru(en, ru)
}

/// The record of the round in both languages, for its participants.
pub(crate) fn record() -> RoundRecord {
    let round = review::round();
    RoundRecord {
        scope: ReportScope::Participants,
        languages: vec![Language::EN, Language::RU],
        marking: Marking::round(id(1)),
        as_of: date(2026, 10, 20),
        node: "Training node".to_owned(),
        register_size: 1221,
        states: vec![
            state("XO", "Orlania", "Орлания"),
            state("XS", "Selvara", "Сельвара"),
            state("XT", "Tarvinia", "Тарвиния"),
        ],
        template: Some(template::template()),
        matrices: ["XT", "XS", "XO"].into_iter().map(matrix).collect(),
        plans: vec![plan::plan("XO", 9), plan::plan("XS", 3)],
        programme: review::programme(),
        participants: review::participants(),
        visits: review::visits(),
        findings: review::findings(),
        recommendations: review::recommendations(),
        earlier: review::earlier(),
        round,
    }
}

fn state(letters: &str, en: &str, ru: &str) -> State {
    State {
        code: code(letters),
        short: both(en, ru),
        formal: both(&format!("Republic of {en}"), &format!("Республика {ru}")),
        fictitious: true,
        source: String::new(),
    }
}

/// A matrix with a marked, a blank and a cited cell.
pub(crate) fn matrix(letters: &str) -> MatrixRecord {
    let matrix = Matrix {
        state: code(letters),
        template: id(2),
        status: MatrixStatus::Agreed,
        reports: Vec::new(),
        note: Localized::default(),
    };
    let mut answers = BTreeMap::new();
    let cells = [
        ("IV.6:N:LF", Mark::X, "art. 12(3)"),
        ("IV.6:N:ENF", Mark::Question, ""),
        ("IV.6:C:LF", Mark::X, ""),
        ("IV.6:B:LF", Mark::NotApplicable, ""),
        ("V.1", Mark::Yes, ""),
    ];
    for (cell, mark, article) in cells {
        let mut answer = Answer::blank(id(3), cell.parse().unwrap());
        answer.mark = mark;
        if !article.is_empty() {
            answer.information =
                both("Licences are issued by the Ministry of Economy.", "Лицензии выдаёт Министерство экономики.");
            answer.citations = vec![
                Citation {
                    instrument: both("Law on Export Control No. 30", "Закон «Об экспортном контроле» № 30"),
                    article: article.to_owned(),
                    date: Some("2003-01-23".parse().unwrap()),
                    language: Some(Language::RU),
                    link: "https://law.example/30".to_owned(),
                    translation: Translation::Unofficial,
                    document: None,
                },
                Citation {
                    instrument: both("=Decree 5", "=Постановление 5"),
                    article: String::new(),
                    date: None,
                    language: None,
                    link: String::new(),
                    translation: Translation::Original,
                    document: None,
                },
            ];
        }
        answers.insert(answer.cell.clone(), answer);
    }
    MatrixRecord { state: code(letters), matrix, answers }
}
