//! Time frames: what is read names at least one end.
#![no_main]

use intake::time_frame::{When, read};

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Some(When::Frame(frame)) = read(text) {
        assert!(frame.start.is_some() || frame.end.is_some());
    }
});
