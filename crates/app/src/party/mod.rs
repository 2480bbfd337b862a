//! Party screening: versions of sanctions lists, screenings that are kept, and what a person decides about their hits.
//!
//! Whose is what: a version imported by a person of a State belongs to that State and serves it alone; one imported by the
//! operator of the node is public and serves everybody on it. Of each list the newest version that serves a State is used.

pub mod decide;
pub mod diff;
pub mod export;
pub mod import;
mod indexed;
pub mod keep;
pub mod list;
mod look_again;
pub mod screen;
pub mod table;
mod turned;
pub mod versions;
pub mod waiting_list;
mod wording;

pub use indexed::{IndexedLists, UsedList};
pub use turned::{asked_of_line, asked_party};
pub use wording::{AlignedLine, EvidenceLine, Speaks, aligned, evidence};
