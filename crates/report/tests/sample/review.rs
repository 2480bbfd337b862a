use domain::finding::{Finding, FindingKind};
use domain::ids::{RecordId, Uuid};
use domain::language::Language;
use domain::localized::Localized;
use domain::participant::{Participant, ParticipantRole};
use domain::programme_item::ProgrammeItem;
use domain::progress::{Progress, ProgressStatus};
use domain::recommendation::{Addressee, Recommendation};
use domain::response::{Position, Response};
use domain::round::{
    EarlierRound, NextRound, Organiser, OrganiserRole, Round, RoundKind, RoundState, StateRole, Statement,
    StatementPart, Theme,
};
use domain::visit::Visit;
use jiff::civil::{date, time};
use report::RecommendationRecord;

use super::{both, code, id};

pub(crate) fn round() -> Round {
    let in_round = |letters: &str, host: bool| RoundState {
        code: code(letters),
        roles: [StateRole::Reviewed, StateRole::Reviewing].into_iter().chain(host.then_some(StateRole::Host)).collect(),
    };
    let theme = |key: &str, en: &str, ru: &str, rows: &[&str], priority| Theme {
        key: key.to_owned(),
        title: both(en, ru),
        operative_paragraphs: vec!["3(c)".to_owned(), "3(d)".to_owned()],
        rows: rows.iter().map(|row| row.parse().unwrap()).collect(),
        priority,
    };
    let statement = |part, en: &str, ru: &str| Statement { part, text: both(en, ru) };
    Round {
        key: "karsk-2026".to_owned(),
        title: both(
            "Peer review of the implementation of resolution 1540 (2004), Karsk, 2026",
            "Партнёрский обзор осуществления резолюции 1540 (2004), Карск, 2026 год",
        ),
        kind: RoundKind::PeerReview,
        training: true,
        template: Some(id(2)),
        purpose: both("To share experience.", "Обменяться опытом."),
        framework: both("Three Rivers mechanism (fictitious)", "Механизм Трёх рек (вымышленный)"),
        host: both("Government of Tarvinia", "Правительство Тарвинии"),
        host_state: Some(code("XT")),
        place: both("Karsk", "Карск"),
        start: date(2026, 9, 14),
        end: date(2026, 9, 16),
        languages: vec![Language::EN, Language::RU],
        states: vec![in_round("XT", true), in_round("XO", false), in_round("XS", false)],
        organisers: vec![Organiser {
            name: both(
                "Regional Centre for Disarmament Dialogue (fictitious)",
                "Региональный центр диалога по разоружению (вымышленный)",
            ),
            short: "RCDD".to_owned(),
            role: OrganiserRole::Organiser,
        }],
        themes: vec![
            theme(
                "licensing",
                "Licensing, end use and catch-all",
                "Лицензирование, конечное использование и всеобъемлющий контроль",
                &["IV.6", "IV.7"],
                true,
            ),
            theme("lists", "National control lists", "Национальные контрольные списки", &["V.1", "V.2"], false),
        ],
        earlier: vec![EarlierRound {
            key: Some("miren-2024".to_owned()),
            title: both("Consultations", "Консультации"),
            place: both("Miren", "Мирен"),
            when: "2024-09".parse().unwrap(),
        }],
        statements: vec![
            statement(
                StatementPart::Introduction,
                "A peer review is a voluntary exchange between States as equals.",
                "Партнёрский обзор — это добровольный обмен между равноправными государствами.",
            ),
            statement(StatementPart::Outcome, "The round strengthened cooperation.", "Раунд укрепил сотрудничество."),
        ],
        decisions: vec![both(
            "To convene the next round in Orlania in 2028.",
            "Провести следующий раунд в Орлании в 2028 году.",
        )],
        cooperation: vec![both("Training of personnel", "Обучение персонала")],
        output: both("A final report with recommendations", "Заключительный доклад с рекомендациями"),
        next: Some(NextRound {
            when: "2028".parse().unwrap(),
            host_state: Some(code("XO")),
            place: both("Veldor", "Велдор"),
            text: both("A new round of peer review", "Новый раунд партнёрского обзора"),
            invited: both("Other States of the region", "Другие государства региона"),
        }),
        source: None,
    }
}

pub(crate) fn programme() -> Vec<ProgrammeItem> {
    let item = |day, from, to: Option<i8>, en: &str, ru: &str| ProgrammeItem {
        round: id(1),
        date: date(2026, 9, day),
        start: time(from, 30, 0, 0),
        end: to.map(|to| time(to, 0, 0, 0)),
        theme: None,
        title: both(en, ru),
        speakers: both("Delegations", "Делегации"),
    };
    vec![
        item(15, 9, Some(11), "Licensing", "Лицензирование"),
        item(14, 9, Some(10), "Opening", "Открытие"),
        item(14, 17, None, "Visit to the border crossing point", "Посещение пункта пропуска"),
    ]
}

pub(crate) fn participants() -> Vec<Participant> {
    let person = |state: Option<&str>, en: &str, ru: &str, role| Participant {
        round: id(1),
        state: state.map(code),
        name: both(en, ru),
        position: both("Head of department", "Начальник управления"),
        body: both("Ministry of Economy", "Министерство экономики"),
        role,
    };
    vec![
        person(Some("XS"), "Mira Dol", "Мира Дол", ParticipantRole::Expert),
        person(Some("XO"), "Aren Lask", "Арен Ласк", ParticipantRole::Expert),
        person(Some("XO"), "Ilva Torn", "Илва Торн", ParticipantRole::HeadOfDelegation),
        person(None, "Pell Rauk", "Пелл Раук", ParticipantRole::Observer),
    ]
}

pub(crate) fn visits() -> Vec<Visit> {
    vec![Visit {
        round: id(1),
        number: 1,
        date: Some(date(2026, 9, 15)),
        title: both("Border crossing point", "Пункт пропуска через границу"),
        host: both("Customs Service of Tarvinia", "Таможенная служба Тарвинии"),
        summary: both(
            "The delegations saw how goods are referred to identification.",
            "Делегации увидели, как товары направляются на идентификацию.",
        ),
    }]
}

pub(crate) fn findings() -> Vec<(RecordId, Finding)> {
    let finding = |number, kind, theme: Option<&str>, states: &[&str], basis: &[&str]| {
        let finding = Finding {
            round: id(1),
            number,
            kind,
            theme: theme.map(str::to_owned),
            states: states.iter().map(|letters| code(letters)).collect(),
            title: if number == 1 { both("One window", "Единое окно") } else { Localized::default() },
            text: both(&format!("Text of finding {number}."), &format!("Текст вывода {number}.")),
            basis: basis.iter().map(|basis| basis.parse().unwrap()).collect(),
        };
        (Uuid::from_u128(200 + u128::from(number)), finding)
    };
    vec![
        finding(3, FindingKind::Gap, Some("lists"), &["XT", "XO"], &["XO:measure 4", "visit 1"]),
        finding(1, FindingKind::CommonPoint, Some("licensing"), &[], &["XO:IV.6", "XS:IV.6"]),
        finding(2, FindingKind::EffectivePractice, Some("licensing"), &["XS"], &[]),
        finding(4, FindingKind::Observation, None, &[], &[]),
    ]
}

pub(crate) fn recommendation(id_of: u128, number: u16, addressees: Vec<Addressee>) -> RecommendationRecord {
    RecommendationRecord {
        id: Uuid::from_u128(id_of),
        recommendation: Recommendation {
            round: id(1),
            number,
            addressees,
            theme: Some("licensing".to_owned()),
            operative_paragraphs: vec!["3(d)".to_owned()],
            text: both("Publish the control list in one text.", "Издать контрольный список единым текстом."),
            findings: Vec::new(),
            measures: Vec::new(),
            continues: Vec::new(),
            due: Some("2027-Q4".parse().unwrap()),
        },
        responses: Vec::new(),
        progress: Vec::new(),
        measures: Vec::new(),
        continues: Vec::new(),
    }
}

pub(crate) fn recommendations() -> Vec<RecommendationRecord> {
    let mut first = recommendation(301, 1, vec![Addressee::State(code("XT")), Addressee::State(code("XO"))]);
    first.recommendation.continues = vec![id(401)];
    first.continues = vec!["Miren 2024, 4".to_owned()];
    first.measures = vec!["XO:12".to_owned()];
    first.responses = vec![Response {
        recommendation: id(301),
        state: code("XO"),
        position: Position::SupportedInPart,
        reasons: both("The list is published by parts.", "Список издаётся по частям."),
        date: date(2026, 9, 16),
    }];
    first.progress = vec![Progress {
        about: first.id,
        state: code("XO"),
        date: date(2026, 10, 12),
        status: ProgressStatus::UnderWay,
        text: both("Part 1 is published.", "Часть 1 издана."),
        evidence: Vec::new(),
    }];
    vec![
        recommendation(303, 3, vec![Addressee::Partners]),
        first,
        recommendation(302, 2, vec![Addressee::All]),
        recommendation(304, 4, vec![Addressee::State(code("XS"))]),
    ]
}

pub(crate) fn earlier() -> Vec<(Round, Vec<RecommendationRecord>)> {
    let round = Round {
        key: "miren-2024".to_owned(),
        title: both("Consultations in Miren", "Консультации в Мирене"),
        place: both("Miren", "Мирен"),
        start: date(2024, 9, 3),
        end: date(2024, 9, 5),
        ..round()
    };
    vec![(round, vec![recommendation(401, 4, vec![Addressee::All])])]
}
