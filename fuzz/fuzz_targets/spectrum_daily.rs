//! Daily files of portals.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"S1,NaI,SPM,16,1\n".as_slice(), bytes].concat());
});
