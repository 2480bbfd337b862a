//! Reports: gathering what a round's record says for an audience, building the files, reading them.

pub mod build;
pub mod gather;
pub mod open;
