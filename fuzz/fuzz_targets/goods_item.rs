//! Lines of items, as `goods identify --json` reads them, and what is found for them.
#![no_main]

use std::sync::{Arc, LazyLock};

use identify::{Identifier, Item, Knowledge, MOST_CANDIDATES, Scratch};

static BUILT_IN: LazyLock<Identifier> = LazyLock::new(|| {
    let list = lists::built_in::eu_annex_i().expect("the list shipped with the program");
    let (knowledge, _) = Knowledge::shipped(&list);
    Identifier::new(Arc::new(knowledge), &[&list.version], &list.version)
});

libfuzzer_sys::fuzz_target!(|line: &[u8]| {
    let _ = identify::read_cases(&String::from_utf8_lossy(line));
    let Ok(item) = Item::read(line) else { return };
    let answer = BUILT_IN.identify(&item, &mut Scratch::default());
    assert!(answer.candidates.len() <= MOST_CANDIDATES);
    assert!(answer.candidates.iter().all(|candidate| (0.0..=1.0).contains(&candidate.confidence)));
});
