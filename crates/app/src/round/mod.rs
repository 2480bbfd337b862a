//! Rounds: reading them, importing a whole one, keeping programme, participants and visits.

pub mod export;
pub mod import;
pub mod list;
pub mod parts;
pub mod save;
pub mod show;
