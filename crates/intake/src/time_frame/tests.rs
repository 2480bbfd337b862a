use proptest::prelude::*;

use super::*;

#[track_caller]
fn check(text: &str, expect: &str) {
    let shown = match read(text) {
        None => "unreadable".to_owned(),
        Some(When::Continuous) => "continuous".to_owned(),
        Some(When::Frame(TimeFrame { start, end })) => {
            let shown = |date: Option<PartialDate>| date.map_or_else(|| "…".to_owned(), |date| date.to_string());
            format!("{} to {}", shown(start), shown(end))
        }
    };
    assert_eq!(shown, expect, "{text}");
}

#[test]
fn one_date_month_quarter_or_year() {
    for text in ["2025", "2025 г.", "2025 год", "в 2025 году", "в течение 2025 года", "during 2025", "in the year 2025"]
    {
        check(text, "2025 to 2025");
    }
    for text in [
        "Q3 2025",
        "2025 Q3",
        "Q3/2025",
        "2025-Q3",
        "III квартал 2025 г.",
        "III кв. 2025",
        "3 квартал 2025 года",
        "3-й квартал 2025 г.",
        "третий квартал 2025 года",
        "в третьем квартале 2025 года",
        "third quarter of 2025",
        "3rd quarter 2025",
        "IІI квартал 2025",
        "Ш квартал 2025",
        "2025 (III quarter)",
        "3Q 2025",
    ] {
        check(text, "2025-Q3 to 2025-Q3");
    }
    for text in ["март 2026 г.", "в марте 2026 года", "March 2026", "Mar. 2026", "March, 2026", "03.2026", "2026-03"]
    {
        check(text, "2026-03 to 2026-03");
    }
    for text in ["31 марта 2026 г.", "31 March 2026", "March 31, 2026", "31.03.2026", "2026-03-31", "31-го марта 2026"]
    {
        check(text, "2026-03-31 to 2026-03-31");
    }
    for text in
        ["I полугодие 2026 г.", "первое полугодие 2026 года", "first half of 2026", "H1 2026", "1-е полугодие 2026"]
    {
        check(text, "2026-Q1 to 2026-Q2");
    }
}

#[test]
fn two_ends() {
    for text in [
        "2025-2029",
        "2025 – 2029",
        "2025–2029 гг.",
        "2025—2029 годы",
        "с 2025 по 2029 год",
        "from 2025 to 2029",
        "between 2025 and 2029",
        "в период 2025–2029 годов",
        "постоянно, 2025–2029 гг.",
        "Ongoing (2025-2029)",
    ] {
        check(text, "2025 to 2029");
    }
    for text in ["2025–2026 гг.", "2025, 2026 годы", "2025 и 2026 годы", "2025 and 2026"] {
        check(text, "2025 to 2026");
    }
    check("I квартал 2025 – IV квартал 2026", "2025-Q1 to 2026-Q4");
    check("Q1 2025 – Q4 2026", "2025-Q1 to 2026-Q4");
    check("I–III кварталы 2025 г.", "2025-Q1 to 2025-Q3");
    check("Q1–Q3 2026", "2026-Q1 to 2026-Q3");
    check("quarters 1-3 of 2025", "2025-Q1 to 2025-Q3");
    check("I, II кварталы 2026 года", "2026-Q1 to 2026-Q2");
    check("March–June 2026", "2026-03 to 2026-06");
    check("март – июнь 2026 г.", "2026-03 to 2026-06");
    check("с марта по июнь 2026 г.", "2026-03 to 2026-06");
    check("декабрь 2025 – март 2026", "2025-12 to 2026-03");
    check("01.03.2025-31.12.2026", "2025-03-01 to 2026-12-31");
    check("1–15 марта 2026 г.", "2026-03-01 to 2026-03-15");
    check("с 1 января 2025 г. до 31 декабря 2026 г.", "2025-01-01 to 2026-12-31");
    check("2025 – I квартал 2026", "2025 to 2026-Q1");
    check("I–II полугодия 2026", "2026-Q1 to 2026-Q4");
}

#[test]
fn one_end_only() {
    for text in [
        "до 2027 г.",
        "by 2027",
        "until 2027",
        "к 2027 году",
        "до конца 2027 года",
        "by the end of 2027",
        "by end of 2027",
        "к концу 2027 г.",
        "конец 2027 года",
        "не позднее 2027 года",
        "no later than 2027",
        "ежегодно до 2027",
    ] {
        check(text, "… to 2027");
    }
    check("до 30 июня 2026 г.", "… to 2026-06-30");
    check("до конца III квартала 2026 г.", "… to 2026-Q3");
    check("не позднее 1 декабря 2026 г.", "… to 2026-12-01");
    for text in [
        "с 2025 года",
        "from 2025",
        "since 2025",
        "начиная с 2025 г.",
        "starting from 2025",
        "ежегодно с 2025",
        "постоянно, 2025",
        "continuous from 2025",
    ] {
        check(text, "2025 to …");
    }
}

#[test]
fn continuous_without_a_year() {
    for text in [
        "постоянно",
        "на постоянной основе",
        "continuous",
        "Ongoing",
        "ежегодно",
        "annually",
        "ежеквартально",
        "ежегодно, IV квартал",
        "ежегодно до 1 декабря",
        "each year in December",
        "весь период",
        "по мере необходимости",
        "в течение всего периода",
        "регулярно",
    ] {
        check(text, "continuous");
    }
}

#[test]
fn what_is_no_time_frame_is_refused() {
    for text in [
        "",
        "-",
        "soon",
        "после принятия закона",
        "V квартал 2025",
        "Q5 2025",
        "13.2025",
        "31.02.2026",
        "30 февраля 2026",
        "25",
        "2025, 2028",
        "2025–2026–2027",
        "с",
        "квартал 2025",
        "март",
        "I квартал",
        "2025 2026",
        "март апрель 2026",
        "начало 2026",
        "3 полугодие 2026",
        "1850",
        "99999",
        "05/06/2026x",
        &"2025 ".repeat(100),
    ] {
        check(text, "unreadable");
    }
}

#[test]
fn continuous_begins_with_the_plan() {
    let frame = When::Continuous.in_plan(PartialDate::Year(2025));
    assert_eq!(frame, TimeFrame { start: Some(PartialDate::Year(2025)), end: None });
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}") {
        let _ = read(&text);
    }

    #[test]
    fn no_words_in_any_order_make_it_panic(
        words in proptest::collection::vec(
            prop::sample::select(vec!["до", "с", "–", "и", ",", "I", "3", "31", "март", "квартал", "полугодие", "2026",
                "2025-Q1", "31.12.2026", "конец", "ежегодно", "of", "Q3", "H2", "1-го", "."]), 0..9)
    ) {
        if let Some(When::Frame(frame)) = read(&words.join(" ")) {
            prop_assert!(frame.start.is_some() || frame.end.is_some());
        }
    }
}
