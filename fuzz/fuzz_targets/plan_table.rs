//! Action plans in both layouts, joined.
#![no_main]

use domain::ids::{Id, Uuid};
use domain::partial_date::PartialDate;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let english = "No.,OP / matrix row,Measure,Form of completion,Time frame,Responsible bodies,Source of funding,Status\n";
    let russian = "№,Пункт резолюции,Мероприятие,Форма завершения,Срок,Ответственные исполнители,Партнёры\n";
    let below = |headings: &str| [headings.as_bytes(), bytes].concat();
    let (first, _) = intake::plan_table::read("XO.en.csv", &below(english));
    let (second, _) = intake::plan_table::read("XO.ru.csv", &below(russian));
    if let (Some(first), Some(second)) = (first, second) {
        for draft in intake::plan_table::merge(first, second).0 {
            let _ = draft.into_measure(Id::new(Uuid::nil()), PartialDate::Year(2025));
        }
    }
});
