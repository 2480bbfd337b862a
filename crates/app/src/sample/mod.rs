//! Samples: their custody, what was measured on them and what follows from it. Detection and record-keeping only.

pub mod acknowledge;
pub mod analyse;
pub mod conclude;
pub mod curves;
pub mod file;
pub mod list;
pub mod measure;
pub mod record_custody;
pub mod report;
pub mod save;
pub mod show;
pub mod verify;
