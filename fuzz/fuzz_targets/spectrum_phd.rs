//! IMS pulse-height data.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"BEGIN IMS2.0\n#g_Spectrum\n".as_slice(), bytes].concat());
});
