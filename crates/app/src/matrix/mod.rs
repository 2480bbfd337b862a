//! Matrices: reading them, answering cells, taking answers from a file, and the steps to approval.

pub mod advance;
pub mod answer;
pub mod export;
pub mod import;
pub mod list;
pub mod save;
pub mod show;
