//! Canberra CNF.
#![no_main]

#[path = "../spectrum_sound.rs"]
mod spectrum_sound;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    // The header of the first block says that this is a CNF.
    let mut file = vec![0; 112];
    file.extend([0x05, 0x20, 0x01, 0x00]);
    file.extend_from_slice(bytes);
    spectrum_sound::sound(&file);
});
