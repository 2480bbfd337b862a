//! TRACS: as nothing marks the format, the bytes stand at the beginning of a record of its length.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut record = bytes.to_vec();
    record.resize(bytes.len().max(1).next_multiple_of(10_597), 0);
    spectrum_sound::sound(&record);
});
