//! What can be done with any record: read its history, change its marking, release a revision.

pub mod history;
pub mod mark;
pub mod release;
