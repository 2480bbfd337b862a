//! Texts with a grammar: what can be read is written the same way again.
#![no_main]

use std::fmt::Display;
use std::str::FromStr;

fn round_trip<T: FromStr + Display>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        let written = value.to_string();
        let again = written.parse::<T>().ok().map(|value| value.to_string());
        assert_eq!(again.as_deref(), Some(written.as_str()));
    }
}

libfuzzer_sys::fuzz_target!(|text: &str| {
    round_trip::<domain::partial_date::PartialDate>(text);
    round_trip::<domain::cell::CellKey>(text);
    round_trip::<domain::cell::RowKey>(text);
    round_trip::<domain::finding::Basis>(text);
    round_trip::<domain::owner::Owner>(text);
    round_trip::<domain::recommendation::Addressee>(text);
    round_trip::<domain::marking::Audience>(text);
    let _ = domain::sort_key::sort_key(text);
    if let Ok(date) = text.parse::<domain::partial_date::PartialDate>() {
        assert!(date.first_day() <= date.last_day());
    }
});
