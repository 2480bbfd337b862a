//! Workbooks. The bytes are put behind the mark of an archive, so that they are taken for one.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = intake::plan_table::read("XO.en.xlsx", bytes);
    let archive = [b"PK\x03\x04", bytes].concat();
    let _ = intake::plan_table::read("XO.en.xlsx", &archive);
});
