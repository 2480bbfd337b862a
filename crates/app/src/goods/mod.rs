//! Goods: which entries of control lists an item may fall under.

pub mod determine;
pub mod evaluate;
pub mod identify;
pub mod lists;
pub mod table;
mod wording;

pub use lists::{AskedLists, NotReady};
pub use wording::{reason, title};
