//! Identification of whatever was read.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok((file, _)) = spectra::format::read(bytes, None) else { return };
    // The cost is in the channels, not in what is found here.
    if file.spectra.iter().map(|spectrum| spectrum.counts.len()).sum::<usize>() > 4096 {
        return;
    }
    if let Some(answered) = spectra::summary::identify_file(&file, None) {
        assert!(answered.summary.nuclides.iter().all(|named| (0.0..=1.0).contains(&named.confidence)));
    }
});
