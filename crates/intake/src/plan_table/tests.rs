use proptest::prelude::*;

use super::*;
use crate::faults_shown;

const ENGLISH: &str = "No.,OP / matrix row,Measure,Expected result,Form of completion,Time frame,Responsible bodies,\
                       Source of funding (partners),Indicator,Assistance needed,Status";
const RUSSIAN: &str = "№;Пункт резолюции / строка матрицы;Мероприятие;Ожидаемый результат;Форма завершения;Срок;\
                       Ответственные исполнители;Источник финансирования (партнёры);Индикатор;Требуемая помощь;\
                       Ход исполнения";

fn shown_measure(measure: &MeasureDraft) -> String {
    let rows: Vec<String> = measure.rows.iter().map(ToString::to_string).collect();
    let bodies: Vec<String> = measure.supporting.iter().map(|body| format!("{body:?}")).collect();
    format!(
        "{} [{}|{}] {:?} {:?} {:?} lead {:?} + {} {:?} {:?} {:?}",
        measure.number,
        measure.operative_paragraphs.join(" "),
        rows.join(" "),
        measure.text,
        measure.form,
        measure.when.map(|when| when.in_plan(PartialDate::Year(2000))).map(|frame| (frame.start, frame.end)),
        measure.lead,
        bodies.join(" "),
        measure.funding,
        measure.partners,
        measure.status,
    )
}

#[track_caller]
fn check(text: &str, language: Language, expect: &[&str]) {
    let (table, faults) = read("p", text.as_bytes());
    let table = table.unwrap();
    assert_eq!(table.language, language);
    let shown: Vec<String> = table.measures.iter().map(shown_measure).chain(faults_shown(&faults)).collect();
    assert_eq!(shown, expect);
}

/// Only the faults, of one row in the English layout.
#[track_caller]
fn check_faults(row: &str, expect: &[&str]) {
    let (_, faults) = read("p", format!("{ENGLISH}\n{row}\n").as_bytes());
    assert_eq!(faults_shown(&faults), expect);
}

#[test]
fn the_english_layout_is_read() {
    check(
        &format!(
            "{ENGLISH}\n17.1,OP 3(d); IV.6; III-NW.2,Adopt the law,Law in force,draft law,Q1 2025 – Q4 2026,\
                  Ministry of Justice; Customs,budget and partners (OCTR),Published,,under way\n"
        ),
        Language::EN,
        &[
            r#"17.1 [3(d)|IV.6 III-NW.2] Localized({en: "Adopt the law"}) Some(DraftLaw) Some((Some(Quarter(2025, 1)), Some(Quarter(2026, 4)))) lead Localized({en: "Ministry of Justice"}) + Localized({en: "Customs"}) Some(BudgetAndPartners) Localized({en: "OCTR"}) Some(UnderWay)"#,
        ],
    );
}

#[test]
fn the_russian_layout_is_read() {
    check(
        &format!("{RUSSIAN}\n№ 3.;\"п. 3 d), ОП 6; ΙV.6\";Принять закон;;закон;до 2027 г.;Минюст;нет;;;не начато\n"),
        Language::RU,
        &[
            r#"3 [3(d) 6|IV.6] Localized({ru: "Принять закон"}) Some(Law) Some((None, Some(Year(2027)))) lead Localized({ru: "Минюст"}) +  Some(None) Localized({}) Some(NotStarted)"#,
        ],
    );
}

#[test]
fn the_short_usual_set_and_variants_are_enough() {
    check(
        "План действий;;;;;\n№ п/п;Наименование мероприятия;Форма завершения;Сроки исполнения;Исполнители;Источники финансирования\n\
         1;2;3;4;5;6\n;I. Законодательство;;;;\n1.;Принять закон;Законопроект в Парламенте;IV кв. 2025;МИД;внебюджетные средства (ОБСЕ)\n",
        Language::RU,
        &[
            r#"1 [|] Localized({ru: "Принять закон"}) Some(DraftLaw) Some((Some(Quarter(2025, 4)), Some(Quarter(2025, 4)))) lead Localized({ru: "МИД"}) +  Some(Partners) Localized({ru: "ОБСЕ"}) None"#,
            "warning p:2 plan-without-status",
            "warning p:4 Наименование мероприятия plan-row-skipped text=I. Законодательство",
        ],
    );
    check(
        "Activity,Responsible,Timeframe,No,Co-executors,Partners,Status\nTrain,Customs,continuous,1,Border; Service,OCTR,done\n",
        Language::EN,
        &[
            r#"1 [|] Localized({en: "Train"}) None Some((Some(Year(2000)), None)) lead Localized({en: "Customs"}) + Localized({en: "Border"}) Localized({en: "Service"}) None Localized({en: "OCTR"}) Some(Done)"#,
            "warning p:2 Timeframe time-frame-continuous text=continuous",
        ],
    );
}

#[test]
fn every_problem_has_its_line_and_column() {
    check_faults("1,,A,,,2025,B,,,,done\n1,,A,,,2025,B,,,,done", &["p:3 No. number-twice number=1 other=2"]);
    check_faults("1,,A,,,soon,B,,,,done", &["p:2 Time frame time-frame-unreadable text=soon"]);
    check_faults("1,,A,,,,B,,,,done", &["p:2 Time frame time-frame-missing"]);
    check_faults("1,,A,,,2026-2025,B,,,,done", &["p:2 Time frame ends-before-it-starts"]);
    check_faults(
        "1,OP 3(e); OP 13; IV.6,A,,,2025,B,,,,done",
        &[
            "p:2 OP / matrix row plan-reference-unreadable text=OP 3(e)",
            "p:2 OP / matrix row operative-paragraph-unknown paragraph=13",
        ],
    );
    check_faults(",,A,,,2025,B,,,,done", &["p:2 No. field-missing"]);
    check_faults("1,,,,,2025,B,,,,done", &["p:2 Measure field-missing"]);
    check_faults("1,,A,,,2025,,,,,done", &["p:2 Responsible bodies field-missing"]);
    check_faults(
        "1,,A,,a dance,2025,B,OSCE,,,maybe",
        &[
            "warning p:2 Source of funding (partners) funding-unknown text=OSCE",
            "warning p:2 Form of completion form-unknown text=a dance",
            "p:2 Status word-unknown allowed=not-started, under-way, done, delayed word=maybe",
        ],
    );
}

#[test]
fn two_languages_join_by_number() {
    let english = |rows: &str| read("en", format!("{ENGLISH}\n{rows}").as_bytes()).0.unwrap();
    let russian = |rows: &str| read("ru", format!("{RUSSIAN}\n{rows}").as_bytes()).0.unwrap();
    let (measures, faults) = merge(
        english("1,OP 2,Adopt,,law,2025,MFA; Customs,budget,,,done\n"),
        russian("1;OP 2;Принять;;закон;2025 г.;\"МИД; Таможня\";бюджет;;;выполнено\n"),
    );
    assert_eq!(faults_shown(&faults), [""; 0]);
    assert_eq!(measures[0].lead, Localized::en_ru("MFA", "МИД"));
    assert_eq!(measures[0].supporting, [Localized::en_ru("Customs", "Таможня")]);
    let (_, faults) = merge(
        english("1,OP 2,Adopt,,law,2025,MFA; Customs,budget,,,done\n"),
        russian("1;OP 3(a);Принять;;приказ;2026 г.;МИД;нет;;;не начато\n2;;Обучить;;;2025;МИД;;;;выполнено\n"),
    );
    assert_eq!(
        faults_shown(&faults),
        [
            "ru:2 operative_paragraphs plan-languages-differ number=1 other=en:2",
            "ru:2 form plan-languages-differ number=1 other=en:2",
            "ru:2 time_frame plan-languages-differ number=1 other=en:2",
            "ru:2 funding plan-languages-differ number=1 other=en:2",
            "ru:2 status plan-languages-differ number=1 other=en:2",
            "ru:2 lead plan-languages-differ number=1 other=en:2",
            "warning ru:3 number plan-number-in-one-language number=2 other=en",
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(text in "((№|1|OP 3|IV.6|закон|2025|до|бюджет|\\(|\\)|;|\"|done|[а-я])?[,\n]){0,60}") {
        let _ = read("p", format!("{ENGLISH}\n{text}").as_bytes());
        let _ = read("p", text.as_bytes());
    }
}
