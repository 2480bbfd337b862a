//! Recommendations: the register across rounds, and what States say to them.

pub mod export;
pub mod follow;
pub mod list;
pub mod respond;
pub mod save;
pub mod show;
