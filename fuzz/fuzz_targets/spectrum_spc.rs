//! ORTEC SPC.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"\x01\x00\x01\x00".as_slice(), bytes].concat());
});
