//! Text tables below known headings, so that the rows are reached.
#![no_main]

use domain::ids::{Id, Uuid};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let round = Id::new(Uuid::nil());
    let below = |headings: &str| [headings.as_bytes(), b"\n", bytes].concat();
    let _ = intake::programme_table::read("programme.csv", &below("date,start,end,theme,title_en,title_ru"), round);
    let _ = intake::participant_table::read("participants.csv", &below("state,name_en,body_en,role"), round);
    let _ = intake::progress_table::read("XO.progress.csv", &below("number,date,status,text_en"));
    let _ = intake::progress_table::read("XO.progress.csv", bytes);
});
