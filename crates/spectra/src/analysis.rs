//! From counts to peaks: the axis, the width of a peak, the zero-area filter, the search and the fit, the background and
//! detection limits.

pub mod class;
pub mod filter;
pub mod limit;
pub mod peaks;
pub mod prepared;
pub mod width;
