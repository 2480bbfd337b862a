//! Spectra: what the file of an instrument shows. Nothing is recorded here: a file is kept with a sample by
//! [`crate::sample::measure`], and only when somebody asks for it. Detection only.

pub mod convert;
pub mod examine;
pub mod read;
pub mod report;
pub mod told;

pub use examine::{Examined, RecordLine, examined};
