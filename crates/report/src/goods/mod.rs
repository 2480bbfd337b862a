//! Control lists and determinations in words and on paper: the steps of a determination as a person reads them, the
//! parameter sheet that an officer signs, and the working papers that compare
//! two lists, or set several side by side.

pub mod alignment;
pub mod comparison;
pub mod interview;
mod paper;
pub mod parameter_sheet;
pub mod steps;
pub mod values;
