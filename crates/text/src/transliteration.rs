//! Transliteration: the same name in another alphabet, and the key under which its spellings meet.
//!
//! One Latin spelling may come from a Russian, Belarusian, Ukrainian, Kazakh, Kyrgyz or Tajik name, so a letter is
//! romanised in a [`Reading`]; [`sound`] needs none, because it keeps only what the readings share. The tables are data,
//! in `data/transliteration/`.

mod cyrillic;
mod distance;
mod hangul;
mod latin;
mod script;
mod sound;

pub use cyrillic::{Reading, readings, to_cyrillic, to_latin};
pub use distance::{Strictness, sound_distance};
pub use latin::plain_latin;
pub use script::{Script, script_of};
pub use sound::{hanja_and_other_to_latin, sound};
