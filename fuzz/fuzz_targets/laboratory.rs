//! Files of laboratories: JCAMP-DX, mzML, MSP, RDML; and the judgement of a run by its controls.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok((file, _)) = spectra::laboratory::read(bytes) else { return };
    for curve in &file.curves {
        let _ = spectra::laboratory::to_svg(curve);
    }
    for run in spectra::laboratory::judge(&file, Some(38.0)) {
        assert!(run.valid || run.samples.iter().all(|sample| sample.call == spectra::laboratory::Call::Invalid));
    }
});
