//! GADRAS PCF.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"\x02\x00DHS".as_slice(), bytes].concat());
});
