//! The TOML files of a round folder: a letter says which file follows, a NUL ends it.
#![no_main]

use domain::ids::Uuid;
use intake::round_folder::{Files, Known, read};

const NAMES: [&str; 8] = [
    "round.toml",
    "states.toml",
    "accounts.toml",
    "visits.toml",
    "findings.toml",
    "recommendations.toml",
    "plans/XO.toml",
    "earlier/a/round.toml",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut files = Files::new();
    for file in bytes.split(|byte| *byte == 0) {
        if let Some((name, content)) = file.split_first() {
            files.insert(NAMES[usize::from(*name) % NAMES.len()].to_owned(), content.to_vec());
        }
    }
    let mut next = 0;
    let mut new_id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    let (value, faults) = read(&files, &Known::default(), &mut new_id);
    assert_eq!(value.is_none(), faults.iter().any(domain::fault::Fault::is_error), "all or nothing");
});
