//! ANSI N42.42-2006 documents.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    spectrum_sound::sound(&[b"<N42InstrumentData><Measurement><Spectrum>".as_slice(), bytes].concat());
});
