//! This crate reads gamma spectra from the bytes of instruments' files, finds and fits peaks, and names the nuclides that
//! explain them, with the lines that speak for and against each. Pure numbers: bytes in, results out.
//!
//! It does not open files, know a person's language, or say more than the spectrum shows: "nothing above background",
//! "too few counts" and "something, not identified" are answers.

pub mod analysis;
pub mod calibration;
pub mod choose;
pub mod deviation;
pub mod evaluation;
pub mod finding;
pub mod format;
pub mod identify;
pub mod laboratory;
pub mod nuclide;
pub mod spectrum;
pub mod summary;
