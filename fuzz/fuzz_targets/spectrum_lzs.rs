//! LZS.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"<nanoMCA><spectrum><hardsize>16</hardsize>".as_slice(), bytes].concat());
});
