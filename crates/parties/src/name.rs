//! Names as they are compared: parts with their roles, weights and keys.

mod analyse;
mod compound;
mod knowledge;
mod part;

pub(crate) use analyse::Analyst;
pub use analyse::{MOST_PARTS, Name};
pub use part::{Part, Role};
