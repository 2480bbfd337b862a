//! This crate decodes text that came from outside, folds text for comparing and carries it between alphabets: [`decode`]
//! finds the encoding, [`fold`] makes what reads the same equal for search, [`skeleton`] also makes what *looks* the same
//! equal, [`tokens()`] reads words, numbers and list codes, [`stem()`] makes the forms of one word equal, [`to_latin`] and
//! [`to_cyrillic`] transliterate in six readings, [`sound`] gives the key under which the spellings of a name meet.
//!
//! It does not read files, translate or judge what a text says. Folded text and keys are only ever compared and searched;
//! what people read is the text as it was written.

mod decode;
mod fold;
mod skeleton;
mod spelling;
mod stem;
mod tokens;
mod transliteration;

pub use decode::{Decoded, Encoding, NotText, decode};
pub use fold::fold;
pub use skeleton::skeleton;
pub use spelling::one_spelling;
pub use stem::stem;
pub use tokens::{Token, TokenKind, tokens};
pub use transliteration::{
    Reading, Script, Strictness, hanja_and_other_to_latin, plain_latin, readings, script_of, sound, sound_distance,
    to_cyrillic, to_latin,
};
