//! Control lists and determinations in words and on paper: the steps of a determination as a person reads them, the
//! parameter sheet that an officer signs, and the working paper that compares two lists.

pub mod comparison;
pub mod parameter_sheet;
pub mod steps;
pub mod values;
