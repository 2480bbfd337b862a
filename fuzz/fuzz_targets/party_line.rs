//! Lines of names and of pairs, and the names in them.
#![no_main]

use parties::{PartyKind, compare, pair_of_line, party_of_line, unreadable};

libfuzzer_sys::fuzz_target!(|text: &str| {
    let _ = party_of_line(text);
    let _ = pair_of_line(text);
    let (one, other) = text.split_once('\n').unwrap_or((text, "Tavit Brellund"));
    if unreadable(one).is_none() && unreadable(other).is_none() {
        for kind in PartyKind::ALL {
            assert!(compare(one, other, *kind).alignment.score <= 1000);
        }
    }
});
