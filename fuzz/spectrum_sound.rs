//! What must hold of every spectrum that any reader gives.

/// Reads the bytes, and writes and reads again what was read.
pub fn sound(bytes: &[u8]) {
    let Ok((file, _)) = spectra::format::read(bytes, None) else { return };
    for spectrum in &file.spectra {
        assert!(spectrum.counts.len() <= spectra::format::CHANNEL_LIMIT);
        assert!(spectrum.counts.iter().all(|count| count.is_finite()));
        let usable = spectrum.calibration.edges(spectrum.counts.len()).is_some();
        assert!(!spectrum.calibration.is_known() || usable || spectrum.counts.is_empty());
    }
    let document = spectra::format::to_n42(&file, "fuzzing");
    let (back, _) = spectra::format::read(document.as_bytes(), None).expect("its own document is read");
    assert_eq!(back.spectra.len(), file.spectra.len());
    let _ = spectra::format::to_csv(&file);
}
