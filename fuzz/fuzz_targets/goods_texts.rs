//! What stands in the single fields of an item: structures, names, descriptions, codes. The first line says which.
#![no_main]

use std::sync::{Arc, LazyLock};

use identify::{Identifier, Item, Knowledge, OneOrMany, Scratch};

static BUILT_IN: LazyLock<Identifier> = LazyLock::new(|| {
    let list = lists::built_in::eu_annex_i().expect("the list shipped with the program");
    let (knowledge, _) = Knowledge::shipped(&list);
    Identifier::new(Arc::new(knowledge), &[&list.version], &list.version)
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Some((field, value)) = text.split_once('\n') else { return };
    let value = value.to_owned();
    let item = match field {
        "s" => Item { smiles: Some(value), ..Item::default() },
        "n" => Item { name: Some(value), ..Item::default() },
        "c" => Item { cas: Some(OneOrMany::One(value)), ..Item::default() },
        "h" => Item { hs: Some(value), ..Item::default() },
        _ => Item { description: Some(value), ..Item::default() },
    };
    let answer = BUILT_IN.identify(&item, &mut Scratch::default());
    assert_eq!(BUILT_IN.identify(&item, &mut Scratch::default()), answer);
});
