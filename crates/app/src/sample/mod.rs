//! Samples: their custody, what was measured on them and what follows from it. Detection and record-keeping only.

pub mod acknowledge;
pub mod conclude;
pub mod file;
pub mod list;
pub mod measure;
pub mod record_custody;
pub mod save;
pub mod show;
pub mod verify;
