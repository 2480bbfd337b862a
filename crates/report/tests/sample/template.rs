use domain::cell::{Facet, Mark, Weapon};
use domain::template::{Confidence, MarkMeaning, Named, Row, RowAnswers, Section, Source, Template};

use super::both;

/// A form of two sections.
pub(crate) fn template() -> Template {
    let all: Vec<(Weapon, Facet)> =
        Weapon::ALL.iter().flat_map(|weapon| Facet::ALL.iter().map(move |facet| (*weapon, *facet))).collect();
    let row = |number, en: &str, ru: &str, answers, confidence: &str| Row {
        number,
        label: both(en, ru),
        answers,
        confidence: confidence.to_owned(),
    };
    Template {
        key: "sample".to_owned(),
        version: 1,
        date: "2017".parse().unwrap(),
        name: both("2017 form, reconstruction, unverified", "Форма 2017 года, реконструкция, не сверена"),
        provider: both("Tripoint project", "Проект Tripoint"),
        source: Source {
            title: "Blank form of 2017".to_owned(),
            publisher: String::new(),
            url: "https://example.org/form".to_owned(),
            date: None,
        },
        note: both("Not the Committee's text.", "Это не текст Комитета."),
        weapons: vec![Named { key: Weapon::Nuclear, name: both("nuclear", "ядерное") }],
        facets: vec![Named {
            key: Facet::LegalFramework,
            name: both("national legal framework", "национальная правовая база"),
        }],
        marks: Mark::ALL
            .iter()
            .map(|mark| MarkMeaning {
                key: *mark,
                meaning: both("What this mark says in this form.", "Что означает этот знак в этой форме."),
                verified: *mark == Mark::X,
            })
            .collect(),
        confidences: vec![Confidence {
            key: "M".to_owned(),
            meaning: both(
                "From memory: wording and order may differ.",
                "По памяти: формулировка и порядок могут отличаться.",
            ),
            shown: both("from memory, unverified", "по памяти, не сверено"),
        }],
        sections: vec![
            Section {
                key: "IV".to_owned(),
                operative_paragraphs: vec!["3(d)".to_owned()],
                title: both(
                    "Border, export and related controls",
                    "Пограничный, экспортный и связанный с ними контроль",
                ),
                rows: vec![
                    row(6, "Licensing of exports", "Лицензирование экспорта", RowAnswers::Marks(all.clone()), "M"),
                    row(7, "Individual licensing", "Разовые лицензии", RowAnswers::Marks(all), "M"),
                ],
            },
            Section {
                key: "V".to_owned(),
                operative_paragraphs: vec!["6".to_owned()],
                title: both("Control lists", "Контрольные списки"),
                rows: vec![
                    row(1, "Control list in force", "Действующий контрольный список", RowAnswers::YesNo, "M"),
                    row(2, "Other information", "Другие сведения", RowAnswers::Information, "M"),
                ],
            },
        ],
    }
}
