//! Spectra in addresses.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"RADDATA://G0/".as_slice(), bytes].concat());
});
