//! ANSI N42.42-2011 documents.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"<RadInstrumentData><RadMeasurement id=\"m\"><Spectrum>".as_slice(), bytes].concat());
});
