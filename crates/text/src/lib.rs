//! This crate decodes text that came from outside and folds text for comparing: [`decode`] finds the encoding,
//! [`fold`] makes what reads the same equal for search, [`skeleton`] also makes what *looks* the same equal, [`tokens()`]
//! reads words, numbers and list codes, [`stem()`] makes the forms of one word equal.
//!
//! It does not read files, translate, transliterate or judge what a text says. Folded text is only ever compared and
//! searched; what people read is the text as it was written.

mod decode;
mod fold;
mod skeleton;
mod spelling;
mod stem;
mod tokens;

pub use decode::{Decoded, Encoding, NotText, decode};
pub use fold::fold;
pub use skeleton::skeleton;
pub use spelling::one_spelling;
pub use stem::stem;
pub use tokens::{Token, TokenKind, tokens};
