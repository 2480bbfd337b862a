//! Bytes of unknown encoding.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(decoded) = text::decode(bytes) {
        let folded = text::fold(&decoded.text);
        assert_eq!(text::fold(&folded), folded, "folding twice changes nothing");
        let _ = text::skeleton(&decoded.text);
    }
});
